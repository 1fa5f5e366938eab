// The commands about parties: who is that, where else, and what the reader knows better.
import Briefing
import Screen

extension Command {
  static let parties: [Command] = [
    Command(
      "who", .parties, "go from a sentence to its parties; again, to the dossier", keys: ["w"], when: { $0.whyNoArticle }
    ) { state, _ in state.goToParty() },
    Command("dossier", .parties, "all that the archive tells of a party", argument: "NAME", reach: .anywhere) { state, call in
      state.openDossier(named: call.argument)
    },
    Command(
      "mention", .parties, "go to the first mention of the selected party in the article, then to the next", keys: ["m"],
      when: { $0.whyNoArticle }
    ) { state, _ in state.goToMention() },
    Command(
      "unfold-party", .parties, "show all that the article tells of the selected party, and fold it again", keys: ["e"],
      when: { $0.whyNoArticle }
    ) { state, _ in state.unfoldParty() },
    Command(
      "party-articles", .parties, "narrow the list to the selected party", keys: ["L"], reach: .anywhere,
      when: { $0.whyNoParty }
    ) { state, _ in state.listArticlesOfParty() },
    Command(
      "merge-party", .parties, "say that the selected party is the same as another, everywhere", keys: ["M"],
      argument: "NAME", reach: .anywhere, when: { $0.whyNoParty }
    ) { state, call in state.mergeParty(into: call.argument, here: false) },
    Command(
      "merge-party-here", .parties, "the same in this article only", argument: "NAME", reach: .anywhere,
      when: { $0.whyNoParty }
    ) { state, call in state.mergeParty(into: call.argument, here: true) },
    Command(
      "split-party", .parties, "say that a name is not the selected party's, everywhere", keys: ["D"],
      argument: "SURFACE", reach: .anywhere, when: { $0.whyNoParty }
    ) { state, call in state.splitParty(call.argument, here: false) },
    Command(
      "split-party-here", .parties, "the same in this article only", argument: "SURFACE", reach: .anywhere,
      when: { $0.whyNoParty }
    ) { state, call in state.splitParty(call.argument, here: true) },
    Command(
      "choose-party", .parties, "say whom an unlinked name means in this article", argument: "NAME", reach: .anywhere
    ) { state, call in state.chooseParty(call.argument, everywhere: false) },
    Command(
      "choose-party-everywhere", .parties, "say whom an unlinked name means in every article", argument: "NAME",
      reach: .anywhere
    ) { state, call in state.chooseParty(call.argument, everywhere: true) },
    Command(
      "take-back", .parties, "take back a decision about the party of the dossier", argument: "WORDS", reach: .sheets,
      when: { $0.whyNoParty }
    ) { state, call in state.takeBack(call.argument) },
  ]
}
