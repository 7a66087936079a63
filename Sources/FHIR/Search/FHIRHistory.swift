public import Facts
import Formats

/// A question for versions of resources (ITI-91): `Location/_history?_since=…`.
///
///     let question = try FHIRHistory("Location", id: nil, [("_count", "50")], zone: zone)
public struct FHIRHistory: Sendable {
  /// The type; nil for all types.
  public let type: String?
  /// The id; nil for all resources.
  public let id: String?
  /// The moment from which on versions are wanted.
  public private(set) var since: Instant?
  /// How many versions a page has at most.
  public private(set) var count = FHIRSearch.usualCount
  /// The number of the last entry of the page before, in the store's own order; nil for the first.
  public private(set) var before: Int?
  private var parameters: [(name: String, value: String)] = []

  /// Checks the parameters of a question.
  ///
  /// - Parameters:
  ///   - type: The type; nil for all types.
  ///   - id: The id; nil for all resources.
  ///   - parameters: Names and values, as they were given.
  ///   - zone: The zone of a moment that names none.
  /// - Throws: `FHIRProblem` that names the parameter.
  public init(
    _ type: String?, id: String? = nil, _ parameters: [(name: String, value: String)],
    zone: ZoneOffset
  ) throws(FHIRProblem) {
    self.type = type
    self.id = id
    for (name, value) in parameters {
      switch name {
      case "_format", "_pretty": break
      case "_since":
        let (prefix, range) = try FHIRSearch.date(name, value, zone)
        // A moment, not a condition: "lt" would mean the opposite of what it gets.
        guard prefix == .equal, !value.hasPrefix("eq") else {
          throw FHIRSearch.wrong(name, value, "2026-11-30T07:00:00+07:00")
        }
        since = Instant(seconds: range.start, zone: zone)
      case "_count":
        guard let number = Int(value), number >= 0 else {
          throw FHIRSearch.wrong(name, value, "0 … \(FHIRSearch.largestCount)")
        }
        count = min(number, FHIRSearch.largestCount)
      case "_before":
        guard let number = Int(value), number > 0 else {
          throw FHIRSearch.wrong(name, value, "1 …")
        }
        before = number
        continue
      default:
        throw FHIRProblem(
          .notSupported,
          Bilingual(
            "_history không có tham số \"\(name)\"; có: _since, _count",
            "_history has no parameter \"\(name)\"; it has: _since, _count"), parameter: name)
      }
      self.parameters.append((name, value))
    }
  }

  /// The answer to the question.
  ///
  /// - Parameters:
  ///   - versions: The versions of the page, the newest first.
  ///   - total: How many there are on all pages.
  ///   - next: The number of the last one in the store's own order, where there are more pages.
  ///   - base: The address of the interface, without a slash at its end.
  /// - Returns: A Bundle of the type `history`.
  public func bundle(
    of versions: [FHIRVersion], total: Int, next: Int?, at base: String
  ) -> FHIRElement {
    var bundle = FHIRBundle(.history)
    bundle.total = total
    bundle.links["self"] = address(at: base, before: before)
    if let next { bundle.links["next"] = address(at: base, before: next) }
    var element = bundle.element
    for version in versions { element.append(version.entry(at: base)) }
    return element
  }

  private func address(at base: String, before: Int?) -> String {
    var pairs = parameters
    if let before { pairs.append(("_before", "\(before)")) }
    let path = [base, type, id, "_history"].compactMap { $0 }.joined(separator: "/")
    let query = pairs.map {
      FHIRNames.queryEscaped($0.name) + "=" + FHIRNames.queryEscaped($0.value)
    }
    return path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }
}
