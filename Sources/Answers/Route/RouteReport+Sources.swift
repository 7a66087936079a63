import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension RouteReport {
  /// What the numbers of an answer rest on: rules, clock, times of travel, and the pages behind the
  /// ways taken.
  var basis: [String] {
    var lines = [rules]
    if query.onset != nil, let clock = network.onsetClock(of: query.need) {
      let name = language(clock.name, clock.nameEn ?? clock.name)
      let limits = [clock.minutes, clock.extendedMinutes].compactMap {
        $0.map { language.duration($0) }
      }
      lines.append(
        "\(name) [\(clock.id)] \(limits.joined(separator: " / ")): "
          + source(clock.provenance))
      let window = network.treatmentWindow(
        of: query.need, doorToTreatment: query.doorToTreatment)
      if let delay = window?.delay {
        lines.append(
          language.text(delay) + (delay.isAssumed ? "" : ": " + source(delay.provenance)))
      }
    }
    return lines + [times, access] + ways
  }

  private var rules: String {
    let chance = Int(clamping: (query.minimumProbability * 100).rounded())
    return language(
      "dựa vào điều tin cậy từ mức \(query.minimumConfidence.vi)\(style.hint("minConfidence")), "
        + "dịch vụ không rõ ngày khi khả năng từ \(chance) %\(style.hint("minProbability"))",
      "relied on: statements of at least \(query.minimumConfidence.rawValue) confidence"
        + "\(style.hint("minConfidence")), services of unknown weekdays with a chance of at least "
        + "\(chance) %\(style.hint("minProbability"))")
  }

  /// How fast and slow times of travel are made, and who says so.
  var times: String {
    let profile = network.travel.profile
    return language(
      "đường đi: nhanh = đường vắng, chậm = \(profile.slowFactor) lần bình thường; ",
      "travel: fast = empty roads, slow = \(profile.slowFactor) times the usual; ")
      + source(profile.provenance)
  }

  private var access: String {
    let profile = network.travel.profile
    let (speed, detour) = (
      language.decimal(profile.accessSpeed, 0), language.decimal(profile.accessDetour, 1)
    )
    return language(
      "từ cửa đến nút giao thông: đường chim bay × \(detour), \(speed) km/h",
      "from the door to the travel node: the straight line × \(detour), at \(speed) km/h")
  }

  /// The sources of the links of the ways, those of most links first.
  private var ways: [String] {
    var counts: [String: Int] = [:]
    let links = Set(answer.targets.flatMap { $0.journey.legs.flatMap(\.links) })
    for link in links { counts[source(network.travel.links[link].provenance), default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { source, count in
      language.counted(count, "chặng đường", "link of the ways", "links of the ways") + ": "
        + source
    }
  }

  /// What says so, when, and how sure it is.
  func source(_ provenance: Provenance) -> String {
    let day = provenance.asserted.map { ", " + language.date($0.description) } ?? ""
    let said = network.words(provenance.source, in: language) ?? "—"
    let shown = explains ? said : PageNames.short(said)
    return "\(shown)\(day) (\((provenance.confidence ?? .low).remark(language)))"
  }
}
