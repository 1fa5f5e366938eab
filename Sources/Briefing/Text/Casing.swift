// How words are written: the difference between a headline, a name and prose.

/// The casing of a word; signs and digits in it do not count.
func casing(of word: some Collection<Unicode.Scalar>) -> Casing {
  var uppers = 0
  var lowers = 0
  var firstIsUpper = false
  var first = true
  for scalar in word {
    let isUpper: Bool
    let isLower: Bool
    if scalar.value < 0x80 {
      isUpper = scalar.value >= 0x41 && scalar.value <= 0x5A
      isLower = scalar.value >= 0x61 && scalar.value <= 0x7A
    } else {
      isUpper = scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter
      isLower = scalar.properties.isLowercase
    }
    if first, isUpper || isLower {
      firstIsUpper = isUpper
      first = false
    }
    if isUpper { uppers += 1 }
    if isLower { lowers += 1 }
  }
  if uppers == 0 { return lowers == 0 ? .none : .lower }
  if lowers == 0 { return uppers > 1 ? .upper : .capitalised }
  return firstIsUpper && uppers == 1 ? .capitalised : .mixed
}
