import ArgumentParser
import Exchange
import Facts
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Whom a plan is for, and what is near enough.
struct LossOptions: ParsableArguments {
  @Option(
    name: .customLong("need"),
    help: ArgumentHelp(
      "What people need; may be repeated. Default: every specialty in which minutes matter.",
      valueName: "need"))
  var needs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Minutes that are near enough. Default: the network's standard for the need.",
      valueName: "minutes"))
  var threshold: Double?

  @Option(help: ArgumentHelp("The people who count: all, 65+, 0-14.", valueName: "ages"))
  var group: String?

  @Option(
    help: ArgumentHelp(
      "The geography whose communes are counted, as gso-2024. Default: the one with the most "
        + "communes.", valueName: "scheme"))
  var scheme: String?

  @Option(help: "Rely on statements at least this sure: high, medium or low.")
  var minConfidence = Confidence.medium

  /// A need with what is near enough for it.
  struct PlannedNeed {
    var need: Need
    var minutes: Double
    /// The standard that says so; nil when the user does, or nobody.
    var standard: AccessStandard?
    /// Whether the user says so.
    var isAsked: Bool

    /// The threshold in deciseconds.
    var threshold: UInt32 { UInt32((minutes * 600).rounded()) }
  }

  func validate() throws {
    guard threshold.map({ $0 > 0 && $0 <= 100_000 }) ?? true else {
      throw ValidationError("--threshold must be more than 0 minutes")
    }
    guard group.map({ AgeGroup($0) != nil }) ?? true else {
      throw ValidationError("--group is all, or ages such as 65+ or 0-14")
    }
  }

  /// The needs that are planned for.
  func needs(of network: Network) throws(Failure) -> [PlannedNeed] {
    var texts = needs
    if texts.isEmpty {
      texts = network.vocabulary.specialties.values.filter { $0.isTimeCritical == true }
        .map(\.code).sorted()
    }
    guard !texts.isEmpty else {
      throw .usage("give --need NEED; this network names no specialty in which minutes matter")
    }
    var planned: [PlannedNeed] = []
    for text in texts {
      guard let need = Need(text, in: network.vocabulary) else {
        if needs.isEmpty { continue }
        let known = network.vocabulary.capabilityTypes.keys.sorted().joined(separator: ", ")
        throw .usage("--need \"\(text)\" is not known; this network has: \(known)")
      }
      guard !planned.contains(where: { $0.need == need }) else { continue }
      let standard = threshold == nil ? network.planningStandard(for: need) : nil
      planned.append(
        PlannedNeed(
          need: need, minutes: threshold ?? standard?.minutes ?? LossOptions.fallback,
          standard: standard, isAsked: threshold != nil))
    }
    return planned
  }

  /// Minutes where neither the user nor the network says what is near enough: a convention of
  /// planning, and told as one.
  private static let fallback = 60.0

  /// What is asked for a need.
  func query(
    _ need: Need, _ conditions: TravelConditions
  ) -> ReferralQuery {
    var query = ReferralQuery(need: need, at: conditions.at, vehicle: conditions.vehicle)
    query.avoided = conditions.closed
    query.weather = conditions.weather
    query.minimumConfidence = minConfidence
    query.explainsBeyond = false
    return query
  }

  /// The people of a network.
  func demand(of network: Network) throws(Failure) -> Demand {
    do throws(PlanningError) {
      return try Demand(
        network, scheme: scheme ?? LossOptions.finestScheme(of: network) ?? "",
        group: group.flatMap { AgeGroup($0) } ?? .everyone)
    } catch {
      throw .usage("\(error)")
    }
  }

  /// The geography with the most communes of which the census tells.
  private static func finestScheme(of network: Network) -> String? {
    var counts: [String: Int] = [:]
    for place in network.records.places.map(\.record)
    where place.level == .commune && place.population(.censusResident) != nil {
      counts[place.scheme, default: 0] += 1
    }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
      ?? network.records.schemes.first?.record.id
  }
}

extension LossOptions.PlannedNeed {
  /// What is near enough, and who says so.
  func thresholdText(_ language: Language) -> String {
    let number = decimal(minutes, 1)
    let text = language("\(number) phút", "\(number) min")
    if let standard {
      let name = language(standard.name, standard.nameEn ?? standard.name)
      return text + " (\(standard.id): \(name); \(standard.provenance.source ?? "—"))"
    }
    return text
      + (isAsked
        ? language(" (người hỏi chọn)", " (as asked)")
        : language(
          " (quy ước của công cụ: mạng lưới chưa có chuẩn cho nhu cầu này)",
          " (a convention of this tool: the network has no standard for this need)"))
  }

  /// The same for programs.
  var thresholdJSON: JSONValue {
    .object([
      "minutes": .number(minutes, decimals: 3),
      "origin": .string(standard != nil ? "standard" : isAsked ? "asked" : "tool_default"),
      "standard": standard.map { .string($0.id) },
      "source": standard?.provenance.source.map { .string($0) },
    ])
  }
}
