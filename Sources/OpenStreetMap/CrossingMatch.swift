internal import Facts
internal import TravelNetwork

/// Whether bridges, tunnels and ferries of streets are those that a regional network names.
///
/// A regional name may give several, parted by a slash or in brackets: "Hầm Thủ Thiêm (hầm sông Sài
/// Gòn)". Each is compared without marks and case. Spans that the map numbers are one crossing:
/// "Cầu Sài Gòn" is "Cầu Sài Gòn 1" and "Cầu Sài Gòn 2"; "Cầu Thủ Thiêm 1" is "Cầu Thủ Thiêm", but
/// "Cầu Thủ Thiêm 2" is not.
struct CrossingMatch {
  private struct Name: Hashable {
    var base: String
    var number: Int?
  }

  private let text: String
  private let names: [Name]
  private let kilometres: Double

  /// - Parameters:
  ///   - name: The regional name.
  ///   - kilometres: The length of the regional link.
  init(name: String, kilometres: Double) {
    text = name
    let parts = name.split { "/()".contains($0) }.map { CrossingMatch.name(String($0)) }
    // What stands behind the first name may only say where it is: "sông Sài Gòn", "QL13".
    names = parts.enumerated().filter { index, part in
      let first = part.base.split(separator: " ").first ?? ""
      return !part.base.isEmpty && (index == 0 || ["cau", "ham", "pha"].contains(first))
    }.map(\.element)
    self.kilometres = kilometres
  }

  /// Whether a name of the map means the same.
  func isSame(_ text: String) -> Bool {
    if text == self.text { return true }
    let other = CrossingMatch.name(text)
    return names.contains { name in
      guard name.base == other.base else { return false }
      return switch name.number {
      case nil: true
      case 1: other.number == nil || other.number == 1
      case let number: other.number == number
      }
    }
  }

  /// The bridges of a way that nobody named, if they are most of what it crosses by; else none.
  func unnamedBridges(of way: [Int], _ streets: Streets) -> [Int] {
    let bridges = way.filter { streets.isCrossing[$0] }
    let unnamed = bridges.filter { streets.links[$0].crossing == nil }
    let length = unnamed.reduce(0) { $0 + streets.links[$1].kilometres }
    let whole = bridges.reduce(0) { $0 + streets.links[$1].kilometres }
    guard length >= min(0.3, kilometres / 2), length > whole / 2 else { return [] }
    let longest = unnamed.map { streets.links[$0].kilometres }.max() ?? 0
    return unnamed.filter { streets.links[$0].kilometres >= longest / 3 }
  }

  private static func name(_ text: String) -> Name {
    var words = FoldedName(text).text.split(separator: " ").map(String.init)
    let number = words.count > 1 ? words.last.flatMap { Int($0) } : nil
    if number != nil { words.removeLast() }
    return Name(base: words.joined(separator: " "), number: number)
  }
}
