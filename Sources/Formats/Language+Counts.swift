extension Language {
  /// A number of things: "2 nơi"; "1 facility", "2 facilities".
  ///
  /// - Parameters:
  ///   - number: How many there are.
  ///   - vi: The thing in Vietnamese.
  ///   - en: The thing in English.
  ///   - plural: Several of them in English; nil for the same word with an s.
  /// - Returns: The number, with its thousands apart, and the word for so many.
  public func counted(
    _ number: Int, _ vi: String, _ en: String, _ plural: String? = nil
  ) -> String {
    let several = plural ?? en + "s"
    let word = self == .vi ? vi : number == 1 ? en : several
    return "\(grouped(number)) \(word)"
  }
}
