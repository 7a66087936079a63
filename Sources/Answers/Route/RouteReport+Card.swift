import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension RouteReport {
  /// What remains when a crossing on the way to the first target fails.
  var cardLines: [String] {
    guard let fallbacks, !answer.targets.isEmpty else { return [] }
    guard !fallbacks.isEmpty else {
      return [
        "",
        language(
          "Đường đến nơi thứ 1 không qua cầu, phà nào có tên.",
          "No named bridge or ferry lies on the way to target 1."),
      ]
    }
    var table = TextTable([("", .left), ("", .right), ("", .left)])
    for fallback in fallbacks {
      let then: String
      if let target = fallback.target {
        let name = network.facility(target.facility).name
        let isSame = target.facility == answer.targets.first?.facility
        let way = newCrossings(of: target)
        then =
          (isSame ? language("vẫn \(name)", "still \(name)") : name)
          + (way.isEmpty ? "" : language(", qua \(way)", ", over \(way)"))
      } else {
        then = language("không còn nơi nào", "nowhere is left")
      }
      let minutes = fallback.target.map { target in
        "\(language.duration(target.minutes)) (+\(language.duration(fallback.extraMinutes ?? 0)))"
      }
      table.add(["  " + fallback.crossing, minutes ?? "—", then])
    }
    return [
      "",
      language(
        "Nếu lúc này hỏng cầu, phà trên đường đến nơi thứ 1:",
        "If a bridge or ferry on the way to target 1 fails now:"),
    ] + table.lines(width: style.width).dropFirst()
  }

  /// A fallback for programs.
  func fallbackJSON(_ fallback: Fallback) -> JSONValue {
    .object([
      "crossing": .string(fallback.crossing),
      "links": .array(fallback.links.map { .string(network.travel.links[$0].id) }),
      "extraMinutes": fallback.extraMinutes.map { .number($0, decimals: 3) } ?? .null,
      "facility": fallback.target.map { target in
        let facility = network.facility(target.facility)
        return .object([
          "id": .string(facility.id), "name": .string(facility.name),
          "phone": network.phone(of: facility, specialty: query.need.specialty).map { .string($0) },
        ])
      } ?? .null,
      "minutes": fallback.target.map { .number($0.minutes, decimals: 3) } ?? .null,
      "arrival": fallback.target.map { .string($0.arrival.description) },
      "way": fallback.target.map { target in
        .array(crossings(of: target).map { .string($0) })
      },
    ])
  }

  private func crossings(of target: ReferralTarget) -> [String] {
    target.journey.legs.compactMap { leg in
      leg.isHandOver ? nil : leg.crossing ?? (leg.mode == .road ? nil : leg.name)
    }
  }

  /// The first crossings of a way that the way to the first target does not have.
  private func newCrossings(of target: ReferralTarget) -> String {
    let usual = Set(answer.targets.first.map(crossings) ?? [])
    let new = crossings(of: target).filter { !usual.contains($0) }
    return (new.prefix(2) + (new.count > 2 ? ["…"] : [])).joined(separator: ", ")
  }
}
