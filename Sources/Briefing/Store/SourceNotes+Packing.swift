// What a source carried besides its article, packed: it is only ever read whole, when somebody asks.

extension SourceNotes {
  func packed() -> [UInt8] {
    var packer = Packer(capacity: 4_096)
    packer.number(1)
    packer.text(form)
    packer.list(fields) {
      $0.text($1.name)
      $0.text($1.value)
      $0.text($1.place)
      $0.flag($1.isTaken)
    }
    packer.list(leftOut) {
      $0.text($1.reason.rawValue)
      $0.number($1.after)
      $0.text($1.text)
    }
    packer.number(omitted)
    return packer.bytes
  }

  init(packed bytes: [UInt8]) throws(PackingDamage) {
    var unpacker = Unpacker(bytes)
    guard try unpacker.number() == 1 else { throw PackingDamage() }
    self.init(form: try unpacker.word())
    fields = try unpacker.list { (item) throws(PackingDamage) in
      Field(try item.word(), try item.word(), place: try item.word(), isTaken: try item.flag())
    }
    leftOut = try unpacker.list { (item) throws(PackingDamage) in
      let reason = try item.word(Reason.self)
      let after = try item.number()
      return LeftOut(try item.word(), reason: reason, after: after)
    }
    omitted = try unpacker.number()
  }
}
