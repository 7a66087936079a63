import Facts

/// Lets numbers below zero and points south of the equator or west of Greenwich stand behind an
/// option: `--from -10.0,105.0`.
///
/// A number of no use, as `--within -5`, is then refused with its bounds.
enum SignedPoints {
  /// The arguments, a point or number that begins with a minus joined to its option by an equals
  /// sign, as it would be taken for an option itself.
  static func joined(_ arguments: [String]) -> [String] {
    var joined: [String] = []
    for argument in arguments {
      if let option = joined.last, isOption(option), argument.hasPrefix("-"),
        Coordinate(written: argument) != nil || isNumber(argument)
      {
        joined[joined.count - 1] = option + "=" + argument
      } else {
        joined.append(argument)
      }
    }
    return joined
  }

  private static func isOption(_ word: String) -> Bool {
    !word.contains("=") && (word.hasPrefix("--") && word.count > 2 || word == "-k")
  }

  /// Whether a word is a number below zero, with a point or a comma.
  private static func isNumber(_ word: String) -> Bool {
    let digits = word.dropFirst()
    return digits.first?.isNumber == true
      && digits.allSatisfy { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
  }
}
