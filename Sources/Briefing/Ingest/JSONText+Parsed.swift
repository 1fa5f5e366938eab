// How every line of `wireroom parse --json` begins.

extension JSONText {
  /// Opens the object of a file: its id (JSON text, echoed as it came) and its name.
  mutating func beginParsed(file: String, id: String?) {
    beginObject()
    if let id {
      key("id")
      raw(id)
    }
    member("file", file)
  }
}
