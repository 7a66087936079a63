import HealthNetwork

/// The people of an age, in full years: those whom a specialty is for.
public struct AgeGroup: Hashable, Sendable {
  /// The youngest age; nil for no limit.
  public let from: Int?
  /// The oldest age; nil for no limit.
  public let to: Int?

  /// Everybody.
  public static let everyone = AgeGroup()

  /// Creates a group.
  public init(from: Int? = nil, to: Int? = nil) {
    self.from = from
    self.to = to
  }

  /// Understands 0-14, 65+ or all; nil for anything else.
  public init?(_ text: String) {
    if text == "all" {
      self = .everyone
      return
    }
    if text.hasSuffix("+") {
      guard let from = Int(text.dropLast()), from >= 0 else { return nil }
      self.init(from: from)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = Int(parts[0]), let to = Int(parts[1]), 0 <= from, from <= to
    else { return nil }
    self.init(from: from == 0 ? nil : from, to: to)
  }

  /// As 0-14, 65+ or all.
  public var text: String {
    switch (from, to) {
    case (nil, nil): "all"
    case (let from, nil): "\(from ?? 0)+"
    case (let from, let to?): "\(from ?? 0)-\(to)"
    }
  }

  /// Whether everybody of a figure's ages is of the group; nil when only a part is.
  func holds(_ figure: Population) -> Bool? {
    let (low, high) = (figure.ageFrom ?? 0, figure.ageTo ?? Int.max)
    let (from, to) = (from ?? 0, to ?? Int.max)
    if from <= low && high <= to { return true }
    return high < from || to < low ? false : nil
  }
}
