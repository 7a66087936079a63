import Facts

/// Lets points south of the equator or west of Greenwich stand behind an option: `--from -10.0,105.0`.
enum SignedPoints {
  /// The arguments, a point that begins with a minus joined to its option by an equals sign, as it
  /// would be taken for an option itself.
  static func joined(_ arguments: [String]) -> [String] {
    var joined: [String] = []
    for argument in arguments {
      if let option = joined.last, option.hasPrefix("--"), !option.contains("="),
        argument.hasPrefix("-"), Coordinate(written: argument) != nil
      {
        joined[joined.count - 1] = option + "=" + argument
      } else {
        joined.append(argument)
      }
    }
    return joined
  }
}
