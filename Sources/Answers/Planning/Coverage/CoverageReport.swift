import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Words a coverage: as a table, JSON, CSV and GeoJSON.
struct CoverageReport: SessionReport {
  let answer: CoverageAnswer
  let style: AnswerStyle

  var session: NetworkSession { answer.session }
  var prepared: PreparedDemand { answer.prepared }
  var conditions: TravelConditions { answer.conditions }
  var division: Division { answer.question.division }
  var answers: [NeedCoverage] { answer.needs }

  /// Minutes at which curves are given: every quarter of an hour for four hours.
  static let curveMinutes = stride(from: 15.0, through: 240, by: 15).map { $0 }

  /// Shares of people whose minutes are given.
  static let quantiles = [0.5, 0.75, 0.9, 0.95]

  /// The units, and the communes of each.
  var parts: [Division.Part] { division.parts(of: prepared.demand, in: network) }

  /// The name of a unit.
  func name(_ part: Division.Part) -> String {
    if let place = part.place {
      return PlanningText.name(network.place(place), in: network, language)
    }
    return division == .network
      ? language("Toàn mạng lưới", "Whole network")
      : language("(không thuộc đơn vị nào)", "(in no such unit)")
  }

  /// A line for each unit, need, threshold and group.
  var csv: String {
    let classes = AccessClass.allCases.map(\.rawValue)
    var titles = ["place", "name", "need", "group", "minutes", "people"]
    titles += classes
    titles += classes.map { $0 + "_slow" }
    titles += ["half_within", "half_within_slow", "without_page"]
    var rows = [titles]
    let parts = parts
    for answer in answers {
      for threshold in answer.coverage.query.thresholds {
        for demand in answer.demands {
          for part in parts {
            rows.append(fields(answer, threshold, demand, part))
          }
        }
      }
    }
    return style.csv.document(rows)
  }

  private func fields(
    _ answer: NeedCoverage, _ threshold: AccessThreshold, _ demand: Demand,
    _ part: Division.Part
  ) -> [String] {
    func people(_ pace: Pace) -> ClassedPeople {
      answer.coverage.people(
        within: threshold.minutes, at: pace, in: part.communes, of: demand)
    }
    func half(_ pace: Pace) -> String {
      answer.coverage.curve(at: pace, in: part.communes, of: demand).minutes(ofShare: 0.5)
        .map { style.csv.number($0, 1) } ?? ""
    }
    let (typical, slow) = (people(.typical), people(.slow))
    func number(_ value: Double) -> String { style.csv.number(value, 1) }
    var fields = [
      part.place.map { network.place($0).reference } ?? "", name(part), answer.need.capability,
      demand.group.text, number(threshold.minutes), number(typical.all),
    ]
    fields += AccessClass.allCases.map { number(typical[$0]) }
    fields += AccessClass.allCases.map { number(slow[$0]) }
    fields += [half(.typical), half(.slow)]
    fields.append(
      number(
        answer.coverage.peopleWithoutPage(
          within: threshold.minutes, in: part.communes, of: demand)))
    return fields
  }

  /// A point for each commune and need, with its class for each threshold.
  var geoJSON: JSONValue {
    var features: [JSONValue] = []
    for answer in answers {
      let typical = answer.coverage.accesses()
      let slow = answer.coverage.accesses(at: .slow)
      for (number, commune) in prepared.demand.communes.enumerated() {
        guard let point = commune.point else { continue }
        let place = network.place(commune.place)
        var properties: [String: JSONValue?] = [
          "code": .string(place.code), "name": .string(place.name),
          "need": .string(answer.need.capability),
          "people": .number(commune.people, decimals: 1),
          "minutes": minutes(typical[number]), "minutesSlow": minutes(slow[number]),
          "minutesIfUnknownAble": typical[number].leastMinutes.isFinite
            ? .number(typical[number].leastMinutes, decimals: 3) : nil,
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
        features.append(GeoJSON.feature(GeoJSON.point(GeoJSON.Position(point)), properties))
      }
    }
    return GeoJSON.collection(features)
  }

  private func minutes(_ access: CommuneAccess) -> JSONValue? {
    access.able.map { .number($0.minutes, decimals: 3) }
  }
}
