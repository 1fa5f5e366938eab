// The analyser, made when it is first needed: reading the gazetteer has no place on the way to the first frame.
import Briefing
import Synchronization

/// Makes the analyser once, whoever asks first.
final class Analysers: Sendable {
  private let made = Mutex<Analyser?>(nil)
  private let environment: [String: String]

  init(environment: [String: String]) { self.environment = environment }

  /// The analyser; throws where the gazetteer is missing or malformed.
  func analyser() throws -> Analyser {
    try made.withLock { made in
      if let made { return made }
      let gazetteer = try Gazetteer.load(folder: DataFolder.find(environment: environment) + "/gazetteer")
      let analyser = Analyser(gazetteer: gazetteer)
      made = analyser
      return analyser
    }
  }
}
