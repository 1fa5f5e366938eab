// Numbers as they are read: in groups of three from ten thousand on.

/// "9999", "10,000", "1,000,000".
func grouped(_ number: Int) -> String {
  guard number >= 10_000 else { return String(number) }
  var groups: [String] = []
  var rest = number
  while rest >= 1000 {
    let group = String(rest % 1000)
    groups.append(String(repeating: "0", count: 3 - group.count) + group)
    rest /= 1000
  }
  return ([String(rest)] + groups.reversed()).joined(separator: ",")
}
