import Answers
import Board
import Facts
import Formats
import HealthNetwork
import TravelNetwork

/// The knowledge of now, for programs.
struct BoardReport {
  private let call: Call
  private let at: Instant
  private let facility: String?

  init(_ call: Call) throws {
    self.call = call
    at = try call.session.instant(call.fields["at"].first, now: call.now)
    facility = call.fields["facility"].first
    if let facility, call.session.network.facilityIndex(of: facility) == nil {
      throw QuestionError(
        field: "facility", value: facility, .unknown,
        nearest: QuestionError(
          field: "facility", value: facility, .unknown,
          choices: call.session.network.records.facilities.map { .init($0.record.id) }
        ).nearest)
    }
  }

  var reply: Reply {
    let board = call.state.board
    let language = call.language
    var fields: [String: JSONValue?] = [
      "entry": .integer(board.number), "at": .string(at.description),
      "network": .object([
        "id": .string(call.session.network.header.id), "digest": .string(call.session.digest),
      ]),
      "facilities": .array(facilities),
      "closures": .array(board.closures(at: at).map { closure in json(of: closure) }),
      "weather": board.weather(at: at).map { json(of: $0) },
    ]
    let inbound = facility.map { board.inbound(to: $0) } ?? board.inbound
    fields["inbound"] = .array(
      inbound.filter { isTold($0.facility) }.map { patient in json(of: patient, language) })
    let counts = Dictionary(grouping: inbound, by: \.facility).mapValues(\.count)
    fields["onTheWay"] = .array(
      counts.sorted { $0.key < $1.key }.map { facility, count in
        .object(["facility": .string(facility), "patients": .integer(count)])
      })
    return Reply(.object(fields))
  }

  /// Whether whoever asks is told which patients come to a facility: need, place and hour of a rare case
  /// can tell who it is.
  private func isTold(_ facility: String) -> Bool {
    guard let principal = call.asker?.principal else { return false }
    return principal.may(.coordinate) || principal.facilities.contains(facility)
  }

  /// Each facility that has reported, with the age and the end of each field.
  private var facilities: [JSONValue] {
    let network = call.session.network
    let ids = facility.map { [$0] } ?? Set(call.state.board.statuses.map(\.facility)).sorted()
    return ids.compactMap { id in
      guard let index = network.facilityIndex(of: id) else { return nil }
      let reports = call.state.board.statuses.filter { $0.facility == id }
      return .object([
        "id": .string(id), "name": .string(network.facility(index).name),
        "reports": .array(reports.map { json(of: $0) }),
      ])
    }
  }

  private func json(of report: LiveStatus) -> JSONValue {
    .object([
      "traffic": report.traffic.map { .string($0.rawValue) },
      "diversion": report.diversion.map { .string($0.rawValue) },
      "beds": report.beds.isEmpty
        ? nil
        : .object(
          Dictionary(
            report.beds.map { ($0.type, JSONValue?.some(.integer($0.available))) },
            uniquingKeysWith: { first, _ in first })),
      "off": report.off.isEmpty
        ? nil
        : .array(
          report.off.map { item in
            .object([
              "capability": .string(item.capability), "note": item.note.map { .string($0) },
            ])
          }),
      "reported": report.reported.map { .string(shown($0)) },
      "ageMinutes": report.reported.map { .integer(max(0, (at.seconds - $0.seconds) / 60)) },
      "expires": report.expires.map { .string(shown($0)) },
      "expired": report.expires.map { .bool($0 <= at) },
      "source": report.provenance.source.map { .string($0) },
      "note": report.provenance.note.map { .string($0) },
    ])
  }

  private func json(of closure: ClosureInForce) -> JSONValue {
    var fields: [String: JSONValue?] = [
      "entry": .integer(closure.entry), "from": .string(shown(closure.from)),
      "until": .string(shown(closure.notice.until)),
      "mode": closure.notice.mode.map { .string($0.rawValue) },
      "note": closure.notice.note.map { .string($0) },
      "links": .array(
        call.session.network.linkIDs(of: closure.notice).map { .string($0) }),
    ]
    switch closure.notice.target {
    case .crossing(let name): fields["crossing"] = .string(name)
    case .link(let id): fields["link"] = .string(id)
    case .place(let reference): fields["place"] = .string(reference)
    case .box(let box):
      fields["box"] = .array(
        [box.south, box.west, box.north, box.east].map { .number($0, decimals: 6) })
    }
    return .object(fields)
  }

  private func json(of weather: WeatherInForce) -> JSONValue {
    .object([
      "entry": .integer(weather.entry), "weather": .string(weather.notice.weather ?? "normal"),
      "until": .string(shown(weather.notice.until)),
      "note": weather.notice.note.map { .string($0) },
    ])
  }

  private func json(of patient: InboundPatient, _ language: Language) -> JSONValue {
    .object([
      "case": .string(patient.id.text), "facility": .string(patient.facility),
      "need": .string(patient.need), "triage": patient.triage.map { .string($0) },
      "bed": patient.bed.map { .string($0) }, "accepted": .string(shown(patient.accepted)),
      "arrival": patient.arrival.map { .string(shown($0)) }, "hasLeft": .bool(patient.hasLeft),
    ])
  }

  private func shown(_ instant: Instant) -> String {
    instant.shown(in: call.session.network.header.zone).description
  }
}

extension Network {
  /// The ids of the links that a notice closes.
  func linkIDs(of notice: ClosureNotice) -> [String] {
    var closure = TravelClosure()
    closure.mode = notice.mode
    switch notice.target {
    case .link(let id): return travel.links.contains { $0.id == id } ? [id] : []
    case .crossing(let name): closure.crossing = name
    case .place(let reference): closure.place = reference
    case .box(let box): closure.box = box
    }
    return closedLinks(of: closure).links.map { travel.links[$0].id }.sorted()
  }
}

extension Call {
  /// The call with the weather that is reported, as a field of the question.
  ///
  /// It reaches every answer, and the answer says so. What the question itself says of the weather stands.
  func observing(_ operation: Operation) -> Call {
    guard operation.parameters.contains(where: { $0.name == "weather" }),
      fields["weather"].isEmpty, let text = fields["at"].first,
      let at = try? session.instant(text, now: now),
      let weather = state.board.weather(at: at)?.notice.weather
    else { return self }
    var call = self
    call.fields.add("weather", weather)
    return call
  }
}
