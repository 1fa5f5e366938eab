// The words of attribution, as tables: verbs that say, nouns that speak, words that name nobody.

/// When a verb form says something.
enum SpeechVerb: Hashable, Sendable {
  /// Always: "said".
  case plain
  /// A noun as often as a verb ("claims", "reports"): only behind a speaker, and not before a preposition.
  case nounlike
  /// Only with a clause or a quotation behind it: "believes that", "thinks the case".
  case clause
  /// Only before "that" or beside a quotation: "added that", "found that".
  case strict
  /// Only with this preposition behind it: "accused Ankara of".
  case with(Set<String>)
  /// Only in a sentence that quotes: "called it 'a crime'".
  case quoting
  /// A participle that hangs on another verb: ", saying", "a statement warning that".
  case participle
}

/// Verb forms by word.
let speechVerbs: [String: SpeechVerb] = {
  let rows: [(SpeechVerb, String)] = [
    (
      .plain,
      "said says say told tells tell announced announces announce confirmed confirms confirm denied denies deny insisted insists insist"
        + " warned warns warn declared declares reiterated reiterates tweeted testified testifies disclosed discloses remarked"
        + " claimed alleged alleges allege reported acknowledged acknowledges acknowledge admitted admits argued argues"
        + " argue asserted asserts contended contends recalled conceded concedes commented explained explains emphasized emphasised"
        + " emphasizes stressed stresses stated revealed reveals noted vowed vows underlined underscored insinuated lamented"
    ),
    (.nounlike, "claims claim reports report states state comments comment notes note estimates estimate tweets posts"),
    (
      .clause,
      "believed believes believe thinks think thought predicted predicts predict estimated suspected suspect suspects reckons reckon"
        + " expects speculated speculate assesses assessed cautioned cautions complained complains hinted hints signaled signalled"
        + " signals clarified clarifies pledged pledges promised promises fear fears feared"
    ),
    (
      .strict,
      "wrote writes added adds found finds find shows showed show concluded concludes suggested suggests suggest indicated indicates indicate observed"
        + " responded replied replies maintained maintains maintain answered continued posted charged countered mentioned repeated"
        + " stipulates joked quipped recounted recalls"
    ),
    (.with(["of"]), "accused accuses accuse"), (.plain, "blamed blames blame"),
    (
      .quoting,
      "called calls described asked asks dismissed branded labeled labelled dubbed denounced condemned hailed praised termed"
        + " slammed criticized criticised characterized rejected welcomed shouted read reads"
    ),
    (
      .participle,
      "saying adding claiming warning alleging stating arguing insisting announcing confirming denying declaring telling noting"
    ),
  ]
  var verbs: [String: SpeechVerb] = [:]
  for (verb, words) in rows { for word in words.split(separator: " ") { verbs[String(word)] = verb } }
  return verbs
}()

/// A noun that speaks.
enum SpeakerNoun: Hashable, Sendable {
  /// A person or persons without a name: "officials".
  case people
  /// A body that its noun tells well enough: "the ministry".
  case body
  /// What is written and speaks: "a report".
  case document
}

/// Nouns that speak, by word.
let speakerNouns: [String: SpeakerNoun] = {
  let rows: [(SpeakerNoun, String)] = [
    (
      .people,
      "official officials spokesman spokesmen spokeswoman spokesperson spokespeople source sources authorities witness witnesses"
        + " expert experts analyst analysts resident residents activist activists officer officers diplomat diplomats lawmaker"
        + " lawmakers person people medic medics minister ministers president aide aides commander commanders prosecutor prosecutors"
        + " rebel rebels militants researcher researchers scientist scientists doctor doctors leader leaders critic critics observer"
        + " observers economist economists investigator investigators lawyer lawyers adviser advisers advisor advisors troops soldier"
        + " soldiers family families relative relatives rescuers rescuer journalist journalists judge judges governor mayor ambassador"
        + " envoy director chief general others eyewitness eyewitnesses survivor survivors villager villagers paramedic paramedics"
        + " surgeon nurse nurses teacher teachers worker workers negotiator negotiators mediator mediators monitor monitors inspector"
        + " inspectors man woman men women neighbor neighbors neighbour neighbours protester protesters student students mother father"
        + " son daughter brother sister widow wife husband farmer farmers refugee refugees insider insiders contractor contractors"
        + " lawmaker senator senators congressman congresswoman deputy deputies secretary chairman chairwoman head professor historian"
        + " king queen prince pope bishop imam premier chancellor ambassadors generals colonel captain pilot driver passenger"
        + " passengers member members representative representatives delegate delegates attorney attorneys campaigner campaigners"
        + " supporter supporters opponent opponents trader traders investor investors coach player captive hostages hostage"
    ),
    (
      .body,
      "police ministry government military army navy agency group groups court company opposition team organization organisation"
        + " department council commission committee parliament embassy bank office union party coalition alliance regime junta"
        + " command force forces administration authority watchdog charity foundation institute regulator firm militia faction"
        + " movement cabinet delegation intelligence prosecution defense secretariat mission bloc network broadcaster channel"
        + " observatory ngo monitor presidency tribunal assembly headquarters center centre service services bureau university"
        + " hospital brigade battalion corps mediators kremlin ombudsman side sides"
    ),
    (
      .document,
      "report reports statement statements study studies document documents survey poll polls letter memo article communique"
        + " indictment complaint filing filings data figures media newspaper newspapers release post transcript cable cables paper papers"
        + " resolution draft declaration announcement message email bulletin dispatch affidavit lawsuit ruling verdict assessment"
        + " analysis tv television radio daily website account accounts footage video images records intelligence-report census rumors rumours"
        + " reporting"
    ),
  ]
  var nouns: [String: SpeakerNoun] = [:]
  for (noun, words) in rows {
    for word in words.split(separator: " ") where nouns[String(word)] == nil { nouns[String(word)] = noun }
  }
  return nouns
}()

/// What a claim is called that is not believed: calling it so is a claim too.
let judgements: Set<String> = [
  "baseless", "groundless", "unfounded", "false", "untrue", "fabricated", "nonsense", "lies", "lie", "fake", "illegal",
  "unacceptable", "provocation", "propaganda", "absurd", "ridiculous", "terrorists", "genocide", "aggression", "unprovoked",
]

/// Verbs that judge with "as": "dismissed the report as false".
let judging: Set<String> = [
  "described", "dismissed", "rejected", "denounced", "condemned", "branded", "labeled", "labelled", "characterized", "hailed",
  "praised",
]

/// Adverbs and adjectives of what nobody is named for.
let hearsayWords: Set<String> = [
  "reportedly", "allegedly", "purportedly", "supposedly", "apparently", "rumored", "rumoured", "alleged", "purported",
  "suspected",
  "presumably", "ostensibly", "unconfirmed",
]

/// Prepositions behind which a form in "-ed" belongs to the noun that follows.
let barePrepositions: Set<String> = [
  "on", "in", "of", "at", "with", "for", "from", "against", "over", "between", "among", "to", "about", "into", "after", "despite",
]

/// Participles of hearsay behind "is" or "was" and before "to": "is believed to".
let hearsayParticiples: Set<String> = [
  "said", "believed", "thought", "alleged", "reported", "rumored", "rumoured", "understood", "feared", "presumed", "suspected",
  "considered", "claimed", "accused", "assumed", "estimated", "expected",
]

/// Words between a subject and its verb.
let verbSteps: Set<String> = [
  "has", "have", "had", "also", "later", "reportedly", "then", "repeatedly", "previously", "recently", "earlier", "monday",
  "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "again", "further", "allegedly", "already", "publicly",
  "officially", "privately", "initially", "first", "both", "all", "since", "now", "still", "simply", "only", "even", "long",
  "separately", "meanwhile", "today", "yesterday", "quickly", "falsely", "explicitly", "just", "never", "once", "did", "does",
]

/// Words before a verb that make it no statement: "did not say", "declined to say", "was told", "would say".
let silencing: Set<String> = [
  "not", "never", "to", "nor", "neither", "cannot", "would", "will", "could", "can", "may", "might", "should", "must", "was",
  "were", "is", "are", "been", "being", "be", "am", "without", "yet", "n't", "shall",
]

/// Where a noun phrase cannot reach over, to the left.
let clauseBounds: Set<String> = [
  "that", "when", "while", "as", "because", "but", "if", "although", "though", "since", "whether", "what", "than", "where",
  "until", "so", "yet", "or", "which", "after", "before", "is", "are", "was", "were", "has", "have", "had", "will", "would",
  "could", "can", "may", "might", "should", "must", "how", "why", "did", "does", "do",
]

/// Prepositions that make what follows a complement: "analysts at the institute".
let governing: Set<String> = [
  "in", "at", "of", "for", "with", "to", "on", "from", "by", "about", "near", "inside", "outside", "against", "over", "under",
  "between", "including", "among", "like", "via", "through", "across", "within", "into", "around", "citing", "quoting", "behind",
  "during", "following", "despite", "amid", "without", "upon", "along", "alongside",
]

/// What may stand between a determiner and the noun that it opens.
let quantifiers: Set<String> = [
  "one", "two", "three", "four", "five", "several", "some", "many", "most", "both", "all", "few", "dozens", "other", "another",
  "none", "each",
]

/// Words that open a noun phrase.
let determiners: Set<String> = [
  "the", "a", "an", "one", "two", "three", "another", "his", "her", "its", "their", "our", "my", "this", "these", "those",
  "some", "several", "many", "both",
]
