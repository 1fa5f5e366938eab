// From a phrase's meaning to the expression that is stored: kind, value, modifier, anchor, reason.

extension TimexTagger {
  func resolve(_ finding: Finding, tense: Tense?, document: Document, resolver: inout Resolver) -> Timex {
    let tokens = document.tokens
    let span = Span(tokens[finding.tokens.lowerBound].span.start, tokens[finding.tokens.upperBound - 1].span.end)
    let phrase = finding.phrase
    func make(_ kind: Timex.Kind, _ resolution: Resolution, suffix: String = "") -> Timex {
      Timex(
        span: span, kind: kind, value: resolution.value.map { $0 + suffix }, mod: phrase.mod, anchor: resolution.anchor,
        rule: resolution.rule, reason: resolution.reason, doubt: resolution.doubt)
    }
    switch phrase.meaning {
    case .when(let when):
      let resolution = resolver.resolve(when, tense: tense, sentence: finding.sentence)
      if !finding.isRangeEnd || when.isBareMonth { note(resolution, when, finding.sentence, &resolver) }
      return make(.date, resolution)
    case .clock(let seconds, let zone, let on):
      var resolution = day(on, tense, finding.sentence, &resolver)
      if let zone, resolution.value != nil { resolution.reason += zoneRemark(zone) }
      return make(.time, resolution, suffix: clockSuffix(seconds, zone: zone))
    case .part(let code, let on):
      return make(.time, day(on, tense, finding.sentence, &resolver), suffix: "T" + code)
    case .duration(let amount, let unit):
      return make(.duration, .reference(amount.duration(of: unit), "duration", "a length of time, not a date"))
    case .fixed(let kind, let value):
      let reason = kind == .set ? "comes again and again" : "no calendar date"
      return make(kind, .reference(value, kind == .set ? "set" : "reference", reason))
    case .impossible:
      return make(.date, .unresolved("written", "no calendar has this day"))
    case .amount, .trap, .range:
      return make(.date, .unresolved("none", "no date"))
    }
  }

  /// The day of a clock time or a part of the day: the one it names, else the day in focus in this sentence, else publication.
  private func day(_ on: When?, _ tense: Tense?, _ sentence: Int, _ resolver: inout Resolver) -> Resolution {
    if let on {
      let resolution = resolver.resolve(on, tense: tense, sentence: sentence)
      note(resolution, on, sentence, &resolver)
      return resolution
    }
    let base = resolver.base(sentence)
    if let day = base?.period.unit == .day ? base : resolver.day, resolver.isHistory || sentence - day.sentence <= 1 {
      return .found(day.period, "clock-text", "on the day named before", anchor: day.period.value)
    }
    return resolver.fromPublication(0, .day, tense).doubted
  }

  private func note(_ resolution: Resolution, _ when: When, _ sentence: Int, _ resolver: inout Resolver) {
    guard let period = resolution.period else { return }
    resolver.note(period, of: when, sentence: sentence)
  }

  /// "; EST is UTC-05:00"; empty for UTC itself, which the value says.
  private func zoneRemark(_ zone: String) -> String {
    let name = zone.uppercased()
    guard let minutes = zoneOffsets[name] ?? seasonalZones[name]?.standard, minutes != 0 else { return "" }
    let hours = "\(pad(abs(minutes) / 60, 2)):\(pad(abs(minutes) % 60, 2))"
    return "; \(name) is UTC\(minutes < 0 ? "-" : "+")\(hours)" + (zoneOffsets[name] == nil ? ", an hour more in summer" : "")
  }

  /// "T22:00", "T16:08Z", "T24:00" at midnight; other zones are in the words only.
  private func clockSuffix(_ seconds: Int, zone: String?) -> String {
    var text = "T\(pad(seconds / 3600, 2)):\(pad(seconds / 60 % 60, 2))"
    if seconds % 60 != 0 { text += ":\(pad(seconds % 60, 2))" }
    if zone == "utc" || zone == "gmt" || zone == "z" { text += "Z" }
    return text
  }
}
