public import Facts
import Formats
import HealthNetwork
import Planning

extension CoverageQuestion {
  /// Understands the fields of a question: those of `PlanningScope`, `need`, `threshold`, `group`,
  /// `by`, `curve`, `fairness`, `decay`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    let network = session.network
    let scope = try reader.planningScope()
    let own = try reader.thresholds()
    let named = try reader.needs()
    let planned =
      named.isEmpty
      ? try reader.timeCritical()
      : named.map { PlannedNeed(need: $0, limit: AccessThreshold(for: $0, in: network)) }
    self.init(planned.map { Asked($0.need, own.isEmpty ? [$0.limit] : own) }, scope)
    group = try reader.ageGroup()
    if let by = try reader.text("by") {
      let scheme = try reader.scheme(on: scope.at.day)
      division = try CoverageQuestion.division(by, of: scheme, in: network)
    }
    includesCurve = try reader.flag("curve")
    includesFairness = try reader.flag("fairness")
    if !includesFairness { try reader.refuse(["decay"], without: "fairness") }
    decay = try reader.choice("decay") ?? .slow
    try reader.finish()
  }

  /// The units that a text names.
  ///
  /// - Parameters:
  ///   - text: network, commune, district, province, or province-2025 for the provinces of another
  ///     geography.
  ///   - scheme: The geography whose communes count.
  ///   - network: The network.
  /// - Returns: The division into units.
  /// - Throws: `QuestionError` where there are no such units.
  private static func division(
    _ text: String, of scheme: String, in network: Network
  ) throws(QuestionError) -> Division {
    let text = text.lowercased()
    if text == "network" { return .network }
    let schemes = network.records.schemes.map(\.record.id)
    if let level = Place.Level(rawValue: Code.words[Code.folded(text)] ?? text) {
      let having = Set(
        network.records.places.lazy.map(\.record).filter { $0.level == level }.map(\.scheme))
      guard !having.contains(scheme) else { return .level(level) }
      let others = schemes.filter(having.contains).joined(separator: ", ")
      throw QuestionError(
        field: "by", value: text,
        .unsupported(
          Bilingual(
            "\(scheme) không có cấp này"
              + (others.isEmpty ? "" : "; hệ đơn vị có cấp này: \(others)"),
            "the geography \(scheme) has no such units"
              + (others.isEmpty ? "" : "; geographies that have: \(others)"))))
    }
    let prefix = "province-"
    if text.hasPrefix(prefix) {
      let year = text.dropFirst(prefix.count)
      if let other = schemes.first(where: { $0 == year || $0.hasSuffix("-" + year) }) {
        return .provinces(scheme: other)
      }
    }
    let provinces = schemes.map { id in
      QuestionError.Choice(prefix + (id.split(separator: "-").last.map(String.init) ?? id))
    }
    throw QuestionError(
      field: "by", value: text, .unknown,
      choices: ["network", "commune", "district", "province"].map { .init($0) } + provinces)
  }
}
