import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// The coverage of one need, with the people counted beside everybody.
struct CoverageAnswer {
  /// The people counted beside everybody, and why those.
  struct Group {
    var ages: AgeGroup
    var source: String?
    var confidence: Confidence?
  }

  let coverage: Coverage
  let group: Group?
  /// The people of the group; nil when there is none.
  let groupDemand: Demand?

  var need: Need { coverage.query.referral.need }

  /// Everybody, and the group if there is one.
  var demands: [Demand] { [coverage.demand] + (groupDemand.map { [$0] } ?? []) }
}

/// Coverages with all that is needed to print them.
struct CoverageReport {
  let folder: LoadedNetwork
  let ground: CoverageGround
  let conditions: TravelConditions
  let division: Division
  let answers: [CoverageAnswer]
  let language: Language
  let includesCurve: Bool
  let includesFairness: Bool
  let decay: FloatingCatchment.Decay

  var network: Network { folder.network }

  /// Minutes at which curves are told: every quarter of an hour for four hours.
  static let curveMinutes = stride(from: 15.0, through: 240, by: 15).map { $0 }

  /// Shares whose minutes are told.
  static let quantiles = [0.5, 0.75, 0.9, 0.95]

  /// The units, and the communes of each.
  var parts: [Division.Part] { division.parts(of: ground.demand, in: network) }

  /// What a unit is called.
  func name(_ part: Division.Part) -> String {
    if let place = part.place { return network.fullName(of: network.place(place)) }
    return division == .network
      ? language("Toàn mạng lưới", "Whole network")
      : language("(không thuộc đơn vị nào)", "(in no such unit)")
  }

  /// A line for each unit, need, threshold and group.
  var csv: String {
    var text = CSVWriter().line(
      [
        "place", "name", "need", "group", "minutes", "people",
      ] + AccessClass.allCases.map(\.rawValue)
        + AccessClass.allCases.map { $0.rawValue + "_slow" } + ["half_within", "half_within_slow"])
    let parts = parts
    for answer in answers {
      for threshold in answer.coverage.query.thresholds {
        for demand in answer.demands {
          for part in parts {
            text += CSVWriter().line(fields(answer, threshold, demand, part))
          }
        }
      }
    }
    return text
  }

  private func fields(
    _ answer: CoverageAnswer, _ threshold: AccessThreshold, _ demand: Demand,
    _ part: Division.Part
  ) -> [String] {
    func people(_ pace: Pace) -> ClassedPeople {
      answer.coverage.people(
        within: threshold.minutes, at: pace, in: part.communes, of: demand)
    }
    func half(_ pace: Pace) -> String {
      answer.coverage.curve(at: pace, in: part.communes, of: demand).minutes(ofShare: 0.5)
        .map { decimal($0, 1) } ?? ""
    }
    let (typical, slow) = (people(.typical), people(.slow))
    return [
      part.place.map { network.place($0).reference } ?? "", name(part), answer.need.capability,
      demand.group.text, decimal(threshold.minutes, 1), decimal(typical.all, 1),
    ] + AccessClass.allCases.map { decimal(typical[$0], 1) }
      + AccessClass.allCases.map { decimal(slow[$0], 1) } + [half(.typical), half(.slow)]
  }

  /// A point a commune and need, with its class for each threshold.
  var geoJSON: JSONValue {
    var features: [JSONValue] = []
    for answer in answers {
      let typical = answer.coverage.accesses()
      let slow = answer.coverage.accesses(at: .slow)
      for (number, commune) in ground.demand.communes.enumerated() {
        guard let point = commune.point else { continue }
        let place = network.place(commune.place)
        var properties: [String: JSONValue?] = [
          "code": .string(place.code), "name": .string(place.name),
          "need": .string(answer.need.capability),
          "people": .number(commune.people, decimals: 1),
          "minutes": minutes(typical[number]), "minutesSlow": minutes(slow[number]),
          "facility": typical[number].able.map { .string(network.facility($0.facility).id) },
        ]
        if let group = answer.groupDemand {
          properties["peopleOfGroup"] = .number(group.communes[number].people, decimals: 1)
          properties["group"] = .string(group.group.text)
        }
        for threshold in answer.coverage.query.thresholds {
          let key = decimal(threshold.minutes, 1)
          properties["class\(key)"] = .string(
            typical[number].accessClass(within: threshold.minutes).rawValue)
          properties["class\(key)Slow"] = .string(
            slow[number].accessClass(within: threshold.minutes).rawValue)
        }
        features.append(
          .object([
            "type": .string("Feature"),
            "geometry": .object([
              "type": .string("Point"),
              "coordinates": .array([
                .number(point.longitude, decimals: 7), .number(point.latitude, decimals: 7),
              ]),
            ]),
            "properties": .object(properties),
          ]))
      }
    }
    return .object(["type": .string("FeatureCollection"), "features": .array(features)])
  }

  private func minutes(_ access: CommuneAccess) -> JSONValue? {
    access.able.map { .number($0.minutes, decimals: 3) }
  }
}
