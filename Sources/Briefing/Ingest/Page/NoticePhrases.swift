// The phrases by which notices are known, as data: a new habit of pages is a new line. Words are compared whole, in small letters.

enum NoticePhrases {
  /// Why a block that says one of the lines is no part of an article, and the most words that such a block has.
  static let all: [(SourceNotes.Reason, limit: Int, String)] = [
    (
      .newsletter, 45,
      """
      sign up for our newsletter
      sign up to our newsletter
      sign up for the newsletter
      sign up for our free
      sign up for our daily
      sign up for our weekly
      subscribe to our newsletter
      subscribe to the newsletter
      subscribe to our daily
      subscribe to our mailing list
      delivered to your inbox
      straight to your inbox
      directly to your inbox
      in your inbox
      newsletter abonnieren
      newsletter anmelden
      unseren newsletter
      abonnieren sie unseren
      à notre newsletter
      à la newsletter
      nuestra newsletter
      nuestro boletín
      iscriviti alla newsletter
      iscriviti alla nostra newsletter
      nossa newsletter
      onze nieuwsbrief
      zapisz się na newsletter
      """
    ),
    (
      .promo, 45,
      """
      already a subscriber
      already have an account
      create an account or sign in
      access articles from across
      enjoy additional articles
      email updates from your favourite
      unlimited online access
      to continue reading
      subscribe to continue
      subscribe now to
      register to unlock
      sign in to unlock
      log in to continue
      article is reserved for subscribers
      content is reserved for subscribers
      you have reached your limit of
      jetzt abonnieren
      bereits abonnent
      sie sind bereits
      kostenlos testen
      jetzt gratis testen
      jetzt registrieren
      déjà abonné
      réservé aux abonnés
      réservée aux abonnés
      ya eres suscriptor
      exclusivo para suscriptores
      sei già abbonato
      riservato agli abbonati
      já é assinante
      exclusivo para assinantes
      al abonnee
      allerede abonnent
      redan prenumerant
      download our app
      download the app
      laden sie unsere app
      become a member today
      """
    ),
    (
      .share, 14,
      """
      share this article
      share this story
      share this page
      share this post
      share on facebook
      share on twitter
      share via email
      share this with
      auf facebook teilen
      auf twitter teilen
      artikel teilen
      partager sur
      partager cet article
      compartir en
      condividi su
      del artikel
      click to share on
      click to email
      """
    ),
    (
      .comments, 30,
      """
      leave a reply
      leave a comment
      post a comment
      your email address will not be published
      required fields are marked
      be the first to comment
      comments are closed
      log in to comment
      join the conversation
      kommentar schreiben
      kommentar verfassen
      schreibe einen kommentar
      schreiben sie einen kommentar
      laisser un commentaire
      deja un comentario
      dejar un comentario
      deixe um comentário
      lascia un commento
      dodaj komentarz
      оставить комментарий
      napsat komentář
      """
    ),
    (
      .footer, 60,
      """
      all rights reserved
      alle rechte vorbehalten
      tous droits réservés
      todos los derechos reservados
      tutti i diritti riservati
      todos os direitos reservados
      все права защищены
      wszelkie prawa zastrzeżone
      bütün hakları saklıdır
      """
    ),
    (
      .advertisement, 20,
      """
      article continues below
      article continues after
      story continues below
      story continues after
      advertisement has not loaded
      continue reading the main story
      report this ad
      zum weiterlesen bitte
      lesen sie nach der anzeige
      la suite après la publicité
      continua dopo la pubblicità
      """
    ),
    (
      .media, 45,
      """
      your browser does not support
      please enable javascript
      javascript is disabled
      javascript is not enabled
      enable javascript in your browser
      this video has failed to load
      try refreshing your browser
      view this image
      empfohlener redaktioneller inhalt
      externen inhalt
      externe inhalte
      externer inhalt
      mir inhalte von
      personenbezogene daten an
      personenbezogene daten können an
      link zum youtube inhalt
      ce contenu est bloqué
      """
    ),
  ]
}
