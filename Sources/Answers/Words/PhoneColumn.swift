import Formats
import HealthNetwork

/// The numbers to call for the facilities of a table; one of another's has a star, and its owner is
/// said below.
///
///     phones.number(of: facility)   // "0290 3831 015", "115*" or "—"
struct PhoneColumn {
  private let network: Network
  private let language: Language
  private let specialty: String?
  private var owners: [String: String] = [:]

  /// A column without a number yet.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - language: The language of the notes.
  ///   - specialty: The code of the specialty for which one calls.
  init(_ network: Network, _ language: Language, specialty: String?) {
    (self.network, self.language, self.specialty) = (network, language, specialty)
  }

  /// The number to call for a facility.
  mutating func number(of facility: Facility) -> String {
    if let number = network.phone(of: facility, specialty: specialty) { return number }
    guard let other = network.phoneInstead(of: facility, specialty: specialty) else { return "—" }
    owners[other.number] = PhoneColumn.owner(other.facility, language)
    return other.number + "*"
  }

  /// Whose the numbers with a star are, a line or more for each.
  func notes(width: Int) -> [String] {
    owners.sorted { $0.key < $1.key }.flatMap { number, owner in
      Paragraph.lines(
        "* ",
        language(
          "không có số của nơi này: \(number) là \(owner)",
          "no number of its own is known: \(number) is \(owner)"),
        width: width)
    }
  }

  /// The owner of a number; without one it is that which all emergency services share.
  static func owner(_ facility: Facility?, _ language: Language) -> String {
    facility?.name(in: language)
      ?? language(
        "số cấp cứu chung, do trung tâm phục vụ nơi gọi trả lời",
        "the emergency number, answered by the centre that serves the caller's area")
  }
}
