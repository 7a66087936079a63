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
    let zone = call.session.network.header.zone
    func shown(_ instant: Instant) -> JSONValue { .string(instant.shown(in: zone).description) }
    return .object([
      "id": .string(id.text), "entry": .integer(entry), "opened": shown(opened),
      "need": .string(opening.need), "place": .string(opening.place),
      "triage": opening.triage.map { .string($0) },
      "severity": opening.severity.map { .string($0) },
      "onset": opening.onset.map { shown($0) }, "bed": opening.bed.map { .string($0) },
      "age": opening.age.map { .integer($0) }, "note": opening.note.map { .string($0) },
      "standing": .string(standing.code), "standingText": .string(call.language(standing.words)),
      "facility": standing.receiver.map { .string($0) },
      "allowed": .array(standing.allowed.map { .string($0.rawValue) }),
      "excluded": .array(excluded(at: call.now).map { .string($0) }),
      "steps": .array(
        steps.map { taken in
          .object([
            "entry": .integer(taken.entry), "at": shown(taken.received),
            "kind": .string(taken.step.kind.rawValue),
            "facility": taken.step.facility.map { .string($0) },
            "reason": taken.step.reason.map { .string($0.rawValue) },
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
    if file.standing == .asked {
      fields["next"] = try CaseReport.targets(of: file, call)
    }
    reply = Reply(file.json(call).adding(fields))
  }

  /// The nearest able facilities, without those that have refused.
  private static func targets(of file: CaseFile, _ call: Call) throws -> JSONValue {
    let excluded = Set(file.excluded(at: call.now))
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
    let answer = try call.session.answer(question)
    let network = call.session.network
    let targets = answer.found.targets.filter {
      !excluded.contains(network.facility($0.facility).id)
    }
    return .array(
      targets.prefix(mostTargets).map { target in
        let facility = network.facility(target.facility)
        return .object([
          "id": .string(facility.id), "name": .string(facility.name),
          "minutes": .number(target.minutes, decimals: 1),
        ])
      })
  }
}

extension CorrectionFile {
  /// The delta document.
  var source: DataSource {
    .bytes(Array(correction.delta.utf8), name: "correction-\(entry).xml")
  }

  /// The correction for programs, without its document.
  func json(_ language: Language) -> JSONValue {
    .object([
      "entry": .integer(entry), "proposed": .string(proposed.description),
      "author": .string(author), "note": .string(correction.note),
      "facility": correction.facility.map { .string($0) },
      "standing": .string(standing.rawValue), "standingText": .string(language(standing.words)),
      "decision": decision.map { .integer($0) },
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
