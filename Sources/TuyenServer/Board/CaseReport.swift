import Answers
import Exchange
import Files
import Board
import Facts
import Formats
import HealthNetwork
import Referral

extension CaseFile {
  /// The case for programs.
  func json(_ call: Call) -> JSONValue {
    let network = call.session.network
    let zone = network.header.zone
    func shown(_ instant: Instant) -> JSONValue { .string(instant.shown(in: zone).description) }
    return .object([
      "id": .string(id.text), "entry": .integer(entry), "opened": shown(opened),
      "need": .string(opening.need), "place": .string(opening.place),
      "needName": network.name(ofNeed: opening.need, call.language).map { .string($0) },
      "placeName": .string(network.name(ofOrigin: opening.place)),
      "triage": opening.triage.map { .string($0) },
      "severity": opening.severity.map { .string($0) },
      "onset": opening.onset.map { shown($0) }, "bed": opening.bed.map { .string($0) },
      "age": opening.age.map { .integer($0) }, "note": opening.note.map { .string($0) },
      "vehicle": opening.vehicle.map { .string($0) },
      "standing": .string(standing.code), "standingText": .string(call.language(standing.words)),
      "facility": standing.receiver.map { .string($0) },
      "called": .array(standing.calls.map { network.contact(of: $0, for: opening.need) }),
      "receiver": standing.receiver.map { network.contact(of: $0, for: opening.need) },
      "allowed": .array(standing.allowed.map { .string($0.rawValue) }),
      "excluded": .array(excluded(at: call.now).map { .string($0) }),
      "steps": .array(
        steps.map { taken in
          .object([
            "entry": .integer(taken.entry), "at": shown(taken.received),
            "kind": .string(taken.step.kind.rawValue),
            "kindText": .string(call.language(taken.step.kind.words)),
            "facility": taken.step.facility.map { .string($0) },
            "facilityName": taken.step.facility.map { .string(network.name(ofOrigin: $0)) },
            "reason": taken.step.reason.map { .string($0.rawValue) },
            "reasonText": taken.step.reason.map { .string(call.language($0.words)) },
            "until": taken.step.until.map { shown($0) },
            "arrival": taken.step.arrival.map { shown($0) },
            "note": taken.step.note.map { .string($0) },
          ])
        }),
    ])
  }
}

/// A case with the targets that may be called next.
struct CaseReport {
  let reply: Reply

  /// How many targets are told.
  private static let mostTargets = 3

  init(_ call: Call) throws {
    let id = try call.caseID()
    guard let file = call.state.board.cases[id] else { throw Problem(BoardError.unknownCase(id)) }
    if let asker = call.asker, !asker.principal.may(.coordinate) {
      // A hospital sees the cases that it was called about.
      let facilities = Set(file.steps.compactMap(\.step.facility))
      guard !asker.principal.facilities.isDisjoint(with: facilities) else {
        throw Problem(BoardError.forbidden(.coordinate))
      }
    }
    var fields: [String: JSONValue?] = [:]
    if file.standing == .asked || !file.standing.calls.isEmpty {
      fields.merge(try CaseReport.targets(of: file, call)) { _, new in new }
    }
    reply = Reply(file.json(call).adding(fields))
  }

  /// The nearest able facilities, as `GET /v1/route` tells them, without those that have refused and
  /// those that are being called; and the hospitals to ask first.
  private static func targets(
    of file: CaseFile, _ call: Call
  ) throws -> [String: JSONValue?] {
    let excluded = Set(file.excluded(at: call.now) + file.standing.calls)
    var asked: QuestionFields = [
      "from": file.opening.place, "need": file.opening.need, "at": "\(call.now)",
      "k": "\(mostTargets + excluded.count)",
    ]
    asked.add("severity", file.opening.severity)
    asked.add("onset", file.opening.onset.map { "\($0)" })
    asked.add("age", file.opening.age)
    asked.add("bed", file.opening.bed)
    asked.add("vehicle", file.opening.vehicle)
    asked.add("weather", call.state.board.weather(at: call.now)?.notice.weather)
    let question = try RouteQuestion(asked, in: call.session, now: call.now)
    let answer = try call.session.answer(question).json(call.style)?.asFields ?? [:]
    func remaining(_ name: String) -> [JSONValue] {
      (answer[name]?.asList ?? []).compactMap { row in
        guard let facility = row.asFields?["facility"]?.asFields,
          let id = facility["id"]?.asText, !excluded.contains(id)
        else { return nil }
        return row.adding(["id": .string(id), "name": facility["name"]])
      }
    }
    return [
      "next": .array(Array(remaining("targets").prefix(mostTargets))),
      "ask": .array(remaining("ask")), "origin": answer["query"]?.asFields?["origin"],
    ]
  }
}

extension CaseStanding {
  /// The facilities whose answer is waited for.
  var calls: [String] {
    if case .called(let facilities) = self { facilities } else { [] }
  }
}

extension Network {
  /// The name of a capability or specialty; nil where the vocabulary has none such.
  func name(ofNeed code: String, _ language: Language) -> String? {
    if let type = vocabulary.capabilityTypes[code] {
      return language(type.name, type.englishName)
    }
    return vocabulary.specialties[code].map { language($0.name, $0.englishName) }
  }

  /// The name of a facility or place by its id; a point is its own name.
  func name(ofOrigin id: String) -> String {
    if let facility = facilityIndex(of: id) { return self.facility(facility).name }
    guard let index = placeIndex(of: id) else { return id }
    return fullName(of: place(index))
  }

  /// A facility with the number to call about a need.
  func contact(of id: String, for need: String) -> JSONValue {
    let facility = facilityIndex(of: id).map { self.facility($0) }
    let specialty = vocabulary.capabilityTypes[need]?.specialty ?? need
    return .object([
      "id": .string(id), "name": .string(facility?.name ?? id),
      "phone": facility.flatMap { phone(of: $0, specialty: specialty) }.map { .string($0) },
    ])
  }
}

extension CorrectionFile {
  /// The delta document.
  var source: DataSource {
    .bytes(Array(correction.delta.utf8), name: "correction-\(entry).xml")
  }

  /// The correction for programs, without its document.
  func json(_ call: Call) -> JSONValue {
    let language = call.language
    return .object([
      "entry": .integer(entry), "proposed": .string(proposed.description),
      "author": .string(author), "note": .string(correction.note),
      "facility": correction.facility.map { .string($0) },
      "standing": .string(standing.rawValue), "standingText": .string(language(standing.words)),
      "decision": decision.map { .integer($0) },
      // A confirmed one that does not fit the network in use counts for nothing.
      "fits": standing == .confirmed ? .bool(!call.state.misfits.contains(entry)) : nil,
    ])
  }

  /// The network as it would be otherwise.
  func difference(_ call: Call) throws -> JSONValue? {
    let changed = try call.session.applying([source])
    var sides: [ImportedDocument] = []
    for session in [call.session, changed] {
      var side = ImportedDocument(.native, path: session.digest)
      side.records = session.network.records
      sides.append(side)
    }
    let preview = ImportPreview(from: [sides[0]], to: [sides[1]])
    return DiffAnswer(preview, isWhole: true).json(call.style)
  }
}
