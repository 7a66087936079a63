/// A length of time as people say it: "45 phút", "1 giờ 05 phút"; "45 min", "1 h 05 min".
///
///     SpokenDuration(minutes: 65).vi   // "1 giờ 05 phút"
///
/// Every sentence of an answer says times this way; columns of minutes have plain numbers.
public struct SpokenDuration: Hashable, Sendable {
  /// The words in Vietnamese.
  public let vi: String
  /// The words in English.
  public let en: String

  /// Says minutes in words.
  ///
  /// - Parameter minutes: The minutes, told to the nearest whole one; what is not nothing is never told
  ///   as none.
  public init(minutes: Double) {
    let whole = Int(clamping: minutes.rounded())
    if whole == 0, minutes > 0 {
      (vi, en) = ("chưa đầy 1 phút", "less than a minute")
    } else if whole.magnitude < 60 {
      (vi, en) = ("\(whole) phút", "\(whole) min")
    } else {
      let hours = whole / 60
      let rest = Int((whole % 60).magnitude)
      vi = rest == 0 ? "\(hours) giờ" : "\(hours) giờ \(padded(rest, to: 2)) phút"
      en = rest == 0 ? "\(hours) h" : "\(hours) h \(padded(rest, to: 2)) min"
    }
  }
}
