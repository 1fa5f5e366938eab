// A JSON value, read and written without Foundation: general decoders read some 26 MB a second, and an archive of a million
// articles comes as lines.

/// A JSON value; numbers keep their text.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public struct Member: Hashable, Sendable {
    public var name: String
    public var value: JSONValue
  }

  /// The value of a JSON text.
  public init(parsing bytes: [UInt8]) throws(JSONFailure) {
    self = try JSONReader.read(bytes)
  }

  /// The member of an object, the last one where a name comes twice.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The string, or nil for another kind of value.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A string or a number as text, nil for anything else.
  public var scalarText: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// The strings of an array, or the one string.
  public var strings: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let values): values.compactMap(\.scalarText)
    default: []
    }
  }

  /// The value as JSON text, numbers as they came: 7 and "7" stay apart.
  public var json: String {
    var out = JSONText()
    write(to: &out)
    return out.text
  }

  private func write(to out: inout JSONText) {
    switch self {
    case .null: out.null()
    case .bool(let flag): out.value(flag)
    case .number(let text): out.raw(text)
    case .string(let text): out.value(text)
    case .array(let values):
      out.beginArray()
      for value in values { value.write(to: &out) }
      out.endArray()
    case .object(let members):
      out.beginObject()
      for member in members {
        out.key(member.name)
        member.value.write(to: &out)
      }
      out.endObject()
    }
  }
}

/// Why a text is no JSON, and at which byte.
public struct JSONFailure: Error, Hashable, Sendable {
  public var why: String
  /// Byte offset into the text.
  public var at: Int

  public var words: String { "\(why) at byte \(at + 1)" }
}
