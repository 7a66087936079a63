import Answers
import Board
import Facts
import Formats
import HTTPTypes

/// Reading what is true now.
extension Operations {
  static let reading: [Operation] = [
    Operation(
      method: .get, path: PathTemplate("/v1/board"), identifier: "board",
      summary: """
        What is known now: reports with their age and end, closures, the weather, and how many patients \
        are on the way to each facility; which patients these are, coordinators are told, and those \
        who speak for the facility. Of one facility, of those that are able to do something, or of all.
        """,
      parameters: [
        .at, Parameter("facility", "Only this facility, by its id."),
        Parameter(
          "need", "Those that are said to be able to do this, whether they have reported or not.",
          .name(.needs)),
      ], isPure: false, isOfBoard: true,
      access: .needs(.read), handler: .waiting { call in try BoardReport(call).reply }),
    Operation(
      method: .get, path: PathTemplate("/v1/cases"), identifier: "cases",
      summary: "The cases that go on, the newest first.",
      parameters: [
        Parameter("all", "Those that have ended, too.", .flag)
      ], isPure: false, access: .needs(.coordinate),
      handler: .waiting { call in
        let board = call.state.board
        let all = board.cases.values.sorted { $0.entry > $1.entry }
        let cases = call.fields["all"] == ["true"] ? all : board.openCases
        return Reply(.object(["cases": .array(cases.prefix(1_000).map { $0.json(call) })]))
      }),
    Operation(
      method: .get, path: PathTemplate("/v1/cases/{id}"), identifier: "case",
      summary: """
        A case with its steps, the steps that may follow, and the next targets: without those that \
        have refused.
        """,
      parameters: [Parameter("id", "The id of the case.").inPath], isPure: false,
      access: .needs(.report), handler: .whole { call in try CaseReport(call).reply }),
    Operation(
      method: .get, path: PathTemplate("/v1/corrections"), identifier: "corrections",
      summary: "Corrections of facts, the newest first, with where each stands.",
      isPure: false, access: .needs(.read),
      handler: .waiting { call in
        let files = call.state.board.corrections.values.sorted { $0.entry > $1.entry }
        return Reply(
          .object([
            "corrections": .array(files.prefix(1_000).map { $0.json(call) })
          ]))
      }),
    Operation(
      method: .get, path: PathTemplate("/v1/corrections/{entry}"), identifier: "correction",
      summary: "A correction with its document, and the difference that it makes.",
      parameters: [
        Parameter("entry", "The number of the proposal.", .integer(1...Int(Int32.max))).inPath
      ], isPure: false, access: .needs(.read),
      handler: .whole { call in
        let number = try call.entryNumber()
        guard let file = call.state.board.corrections[number] else {
          throw Problem(BoardError.unknownEntry(number))
        }
        var fields: [String: JSONValue?] = [
          "delta": .string(file.correction.delta)
        ]
        if file.standing == .proposed { fields["difference"] = try file.difference(call) }
        return Reply(file.json(call).adding(fields))
      }),
    Operation(
      method: .get, path: PathTemplate("/v1/audit"), identifier: "audit",
      summary: "The journal: every entry with its author, its content and its digest, in order.",
      parameters: [
        Parameter("after", "The last entry that is not wanted.", .integer(0...Int.max)),
        Parameter(
          "limit",
          "How many at most; fewer, where they hold more than 4 MiB. Default: 100.",
          .integer(1...1_000)),
      ], isPure: false, access: .needs(.audit),
      handler: .waiting { call in
        guard let board = call.service?.board else { throw Problem.noBoard }
        let after = try call.integer("after", 0...Int.max) ?? 0
        let limit = try call.integer("limit", 1...1_000) ?? 100
        let entries = try await board.store.entries(
          after: after, limit: limit, mostBytes: 4 << 20)
        let head = try await board.store.head()
        return Reply(
          .object([
            "entries": .array(entries.map(\.json)),
            "head": .object([
              "entry": .integer(head.number), "digest": .string(head.digest.description),
            ]),
          ]))
      }),
    Operation(
      method: .get, path: PathTemplate("/v1/changes"), identifier: "changes",
      summary: """
        The entries as they are written, as an event stream: `id` is the number of the entry, \
        `Last-Event-ID` goes on behind one. An event says what changed, never what was said; `reload` \
        says that too much was missed. It ends with the key or the session of who listens. \
        Without `Accept: text/event-stream` it ends after 8 s.
        """,
      mediaType: "text/event-stream", isPure: false, access: .needs(.read),
      handler: .events),
  ]
}

extension Call {
  /// A whole number of a field.
  func integer(_ name: String, _ bounds: ClosedRange<Int>) throws(QuestionError) -> Int? {
    guard let text = fields[name].first else { return nil }
    guard let number = Int(text), bounds.contains(number) else {
      throw QuestionError(
        field: name, value: text,
        .outOfBounds(
          bounds.upperBound == .max
            ? Bilingual("từ \(bounds.lowerBound)", "at least \(bounds.lowerBound)")
            : Bilingual(
              "từ \(bounds.lowerBound) đến \(bounds.upperBound)",
              "\(bounds.lowerBound) to \(bounds.upperBound)")))
    }
    return number
  }
}
