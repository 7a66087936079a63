import Answers
import Board
import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// The knowledge of now, for programs.
struct BoardReport {
  private let call: Call
  private let at: Instant
  private let facility: String?
  private let need: Need?

  init(_ call: Call) throws {
    self.call = call
    at = try call.session.instant(call.fields["at"].first, now: call.now)
    facility = call.fields["facility"].first
    need = try BoardReport.need(call)
    if let facility, call.session.network.facilityIndex(of: facility) == nil {
      throw QuestionError(
        field: "facility", value: facility, .unknown,
        nearest: QuestionError(
          field: "facility", value: facility, .unknown,
          choices: call.session.network.records.facilities.map { .init($0.record.id) }
        ).nearest)
    }
  }

  /// The need that is asked about; nil where none is.
  private static func need(_ call: Call) throws(QuestionError) -> Need? {
    guard let text = call.fields["need"].first else { return nil }
    let vocabulary = call.session.network.vocabulary
    if let need = Need(text, in: vocabulary) { return need }
    let codes = vocabulary.specialties.values.sorted { $0.code < $1.code }
    throw QuestionError(
      field: "need", value: text, .unknown,
      choices: codes.map { .init($0.code, name: call.language($0.name, $0.nameEn ?? $0.name)) })
  }

  var reply: Reply {
    let board = call.state.board
    let language = call.language
    var fields: [String: JSONValue?] = [
      "entry": .integer(board.number), "at": .string(at.description),
      "network": .object([
        "id": .string(call.session.network.header.id), "digest": .string(call.session.digest),
      ]),
      "need": need.map {
        .object([
          "code": .string($0.capability), "name": .string(call.language($0.name, $0.nameEn)),
        ])
      },
      "facilities": .array(facilities),
      "closures": .array(board.closures(at: at).map { closure in json(of: closure) }),
      "weather": board.weather(at: at).map { json(of: $0) },
      "misfits": .array(call.misfits.map(\.json)),
    ]
    let inbound = facility.map { board.inbound(to: $0) } ?? board.inbound
    fields["inbound"] = .array(
      inbound.filter { isTold($0.facility) }.map { patient in json(of: patient, language) })
    let counts = Dictionary(grouping: inbound, by: \.facility).mapValues(\.count)
    fields["onTheWay"] = .array(
      counts.sorted { $0.key < $1.key }.map { facility, count in
        .object([
          "facility": .string(facility),
          "facilityName": name(ofFacility: facility).map { .string($0) },
          "patients": .integer(count),
        ])
      })
    return Reply(.object(fields))
  }

  /// Whether whoever asks is told which patients come to a facility: need, place and hour of a rare case
  /// can tell who it is.
  private func isTold(_ facility: String) -> Bool {
    guard let principal = call.asker?.principal else { return false }
    return principal.may(.coordinate) || principal.facilities.contains(facility)
  }

  /// Each facility that has reported, with the age and the end of each field; with a need every facility that
  /// is said to be able, whether it has reported or not.
  private var facilities: [JSONValue] {
    let network = call.session.network
    // Once for all facilities: every page that listens asks for the board after each entry.
    let reports = Dictionary(grouping: call.state.board.statuses, by: \.facility)
    let inbound = Dictionary(grouping: call.state.board.inbound, by: \.facility)
    let all = network.facilityIndices.filter { index in
      if let facility { return network.facility(index).id == facility }
      return need != nil || reports[network.facility(index).id] != nil
    }
    return all.compactMap { index in
      let record = network.facility(index)
      let statement = need.flatMap { self.statement(of: index, on: $0) }
      if need != nil, facility == nil, statement == nil { return nil }
      return .object([
        "id": .string(record.id), "name": .string(name(of: record)),
        "phone": network.phone(of: record, specialty: need?.specialty).map { .string($0) },
        "in": place(of: record).map { .string($0) },
        "able": statement.map {
          .object([
            "code": .string($0.code),
            "confidence": .string($0.provenance.effectiveConfidence.rawValue),
          ])
        },
        "live": StatusReport(network, facility: index, at: at)?.json,
        "inbound": .integer(inbound[record.id]?.count ?? 0),
        "reports": .array((reports[record.id] ?? []).map { json(of: $0) }),
      ])
    }
  }

  /// The surest statement that a facility can do something, in force at the instant.
  private func statement(of facility: FacilityIndex, on need: Need) -> Capability? {
    call.session.network.capabilities(of: facility)
      .filter {
        $0.code == need.capability && $0.value == .yes && $0.period.standing(on: at.day) == .inForce
      }
      .max { $0.provenance.effectiveConfidence < $1.provenance.effectiveConfidence }
  }

  /// The place of a facility with the units that hold it, in the geography in force.
  private func place(of facility: Facility) -> String? {
    let network = call.session.network
    let scheme = network.scheme(on: at.day)?.id
    return facility.placements.lazy
      .compactMap { network.placeIndex(of: $0.place).map { network.place($0) } }
      .first { $0.scheme == scheme }
      .map { network.fullName(of: $0) }
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
      "facilityName": name(ofFacility: patient.facility).map { .string($0) },
      "need": .string(patient.need), "needName": .string(name(ofNeed: patient.need)),
      "triage": patient.triage.map { .string($0) },
      "bed": patient.bed.map { .string($0) }, "accepted": .string(shown(patient.accepted)),
      "arrival": patient.arrival.map { .string(shown($0)) }, "hasLeft": .bool(patient.hasLeft),
    ])
  }

  private func name(of facility: Facility) -> String {
    call.language(facility.name, facility.nameEn ?? facility.name)
  }

  private func name(ofFacility id: String) -> String? {
    call.session.network.facilityIndex(of: id).map { name(of: call.session.network.facility($0)) }
  }

  private func name(ofNeed code: String) -> String {
    Need(code, in: call.session.network.vocabulary).map { call.language($0.name, $0.nameEn) }
      ?? code
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
