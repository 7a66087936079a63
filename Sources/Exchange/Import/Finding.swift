public import Facts

/// Something about an imported document that a person should know of.
///
/// The code is stable; the texts are for people.
public struct Finding: Hashable, Sendable {
  /// How much it matters.
  public enum Importance: String, CaseIterable, Comparable, Sendable {
    /// Something was left out or understood in a certain way, and nothing is wrong with it.
    case note
    /// Something is odd: somebody should look before it is applied.
    case odd
    /// Something is wrong, and that record cannot be applied.
    case error

    private var order: Int {
      switch self {
      case .note: 0
      case .odd: 1
      case .error: 2
      }
    }

    /// Whether one matters less than another.
    public static func < (left: Importance, right: Importance) -> Bool { left.order < right.order }
  }

  /// The decision that settles a finding, where the importing user can take it.
  public enum Remedy: Hashable, Sendable {
    /// Allow that points are corrected of which it is certain what was meant.
    case correctPoints
    /// Say that an imported facility is one that the network has under another id.
    case link(String, to: String)
    /// Do so for all of them, before anything is applied.
    case linkAll
    /// Allow that many records go.
    case allowMassDelete
    /// Say what a column of the table means.
    case mapColumn
  }

  /// What it is, in snake_case: `coordinates_swapped`.
  public var code: String
  /// How much it matters.
  public var importance: Importance
  /// The kind of the record it is about, as exchange files name it; nil for the whole document.
  public var kind: String?
  /// The key of that record.
  public var key: String?
  /// Where it was written.
  public var origin: Origin?
  /// What was found, in Vietnamese.
  public var vi: String
  /// What was found, in English.
  public var en: String
  /// The decision that settles it; nil where only another document does.
  public var remedy: Remedy?

  /// Creates a finding.
  ///
  /// - Parameters:
  ///   - code: What it is, in snake_case.
  ///   - importance: How much it matters.
  ///   - kind: The kind of the record it is about; nil for the whole document.
  ///   - key: The key of that record.
  ///   - origin: Where it was written.
  ///   - vi: What was found and what to do, in Vietnamese.
  ///   - en: The same in English.
  ///   - remedy: What settles it.
  public init(
    _ code: String, _ importance: Importance, kind: String? = nil, key: String? = nil,
    at origin: Origin? = nil, vi: String, en: String, remedy: Remedy? = nil
  ) {
    self.code = code
    self.importance = importance
    self.kind = kind
    self.key = key
    self.origin = origin
    self.vi = vi
    self.en = en
    self.remedy = remedy
  }
}
