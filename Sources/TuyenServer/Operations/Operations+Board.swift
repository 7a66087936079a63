import Answers
import Board
import Exchange
import Facts
import Files
import Formats
import HTTPTypes

/// The board: reading it, and writing to it.
extension Operations {
  static let board: [Operation] =
    [
      .writing(
        "/v1/status", "reportStatus",
        """
        What a facility says of itself: whether it takes patients, free beds, services off, each until \
        `expires`. Or documents: an exchange document, or EDXL-HAVE.
        """,
        needs: .report,
        Operation.Body(
          summary: "facility, expires; traffic, diversion, beds, off, reported, source, note.",
          mediaTypes: [MediaType.json, "application/xml", "text/xml"], documents: ["body"],
          example: #"{"facility": "bv-ca-mau", "expires": "18:00", "beds": {"icu": 2}}"#)
      ) { call in
        let source = try call.required("body")
        if call.bodyType != MediaType.json { return try await writeReports(source, call) }
        var body = try BodyFields(call)
        try body.readInstants(past: ["reported"], future: ["expires"], call)
        return try await call.write(EntryContent(.statusReport, fields: body.value))
      },
      .writing(
        "/v1/diversions", "divert",
        "A facility takes no emergency patients until a time, or takes them again: two touches.",
        needs: .report,
        Operation.Body(
          summary: "facility, until; traffic (closed unless advisory or normal), diversion, note.",
          mediaTypes: [MediaType.json], documents: ["body"],
          example: #"{"facility": "bv-ca-mau", "until": "18:00"}"#)
      ) { call in
        var body = try BodyFields(call)
        body.rename("until", to: "expires")
        body.fill("traffic", "closed")
        try body.readInstants(past: ["reported"], future: ["expires"], call)
        return try await call.write(EntryContent(.statusDiversion, fields: body.value))
      },
      .writing(
        "/v1/closures", "close",
        "A bridge, ferry, road or area is closed until a time; it reaches every answer at once.",
        needs: .coordinate,
        Operation.Body(
          summary: "One of crossing, link, place, box; until; mode, from, note, source.",
          mediaTypes: [MediaType.json], documents: ["body"],
          example: #"{"crossing": "Cầu Rạch Miễu 2 (QL60)", "until": "2026-11-25T18:00"}"#)
      ) { call in
        var body = try BodyFields(call)
        try body.readInstants(past: ["from"], future: ["until"], call)
        return try await call.write(EntryContent(.closure, fields: body.value))
      },
      .writing(
        "/v1/weather", "reportWeather", "The weather of the region until a time.",
        needs: .coordinate,
        Operation.Body(
          summary: "weather (as the network has it; left out: as on any other day), until; note.",
          mediaTypes: [MediaType.json], documents: ["body"],
          example: #"{"weather": "bad", "until": "2026-11-26"}"#)
      ) { call in
        var body = try BodyFields(call)
        try body.readInstants(future: ["until"], call)
        return try await call.write(EntryContent(.weather, fields: body.value))
      },
      .writing(
        "/v1/cases", "openCase",
        "Opens a case: a need and a place, never a name or a number of a patient.",
        needs: .coordinate,
        Operation.Body(
          summary: "need, place; triage, severity, onset, bed, age, vehicle, note.",
          mediaTypes: [MediaType.json], documents: ["body"],
          example: #"{"need": "stroke.thrombectomy", "place": "gso-2025:32128"}"#)
      ) { call in
        var body = try BodyFields(call)
        try body.readInstants(past: ["onset"], call)
        // Sent again under its key, it is the same case and not another one.
        let id =
          if let author = call.asker?.principal.author, let key = call.senderKey {
            CaseID(openedBy: author, senderKey: key)
          } else {
            try CaseID()
          }
        let content = try EntryContent(
          .caseOpened, subject: "case/\(id)", fields: body.value)
        return try await call.write(content)
      },
      .writing(
        "/v1/cases/{id}/steps", "stepCase",
        """
        The next step of a case: called, accepted, refused with its reason, left, arrived, ended, \
        reopened. A refusal counts for everybody until its end.
        """,
        [Parameter("id", "The id of the case.").inPath], needs: .report,
        Operation.Body(
          summary: "kind; facility; with refused: reason, until (two hours unless it is named); "
            + "arrival, note.",
          mediaTypes: [MediaType.json], documents: ["body"],
          example: #"{"kind": "called", "facility": "bv-ca-mau"}"#)
      ) { call in
        let id = try call.caseID()
        var body = try BodyFields(call)
        let name = try body.required("kind")
        guard let kind = CaseStep.Kind(rawValue: name),
          let entry = EntryKind(rawValue: "case.\(name)")
        else {
          throw QuestionError(
            field: "kind", value: name, .unknown,
            choices: CaseStep.Kind.allCases.map { .init($0.rawValue) })
        }
        if kind == .refused {
          var end = call.now.advanced(bySeconds: CaseStep.usualRefusalMinutes * 60)
          if case .caseStep(_, let first)? = try await call.sentBefore() {
            end = first.until ?? end
          }
          body.fill("until", "\(end)")
        }
        try body.readInstants(future: ["until", "arrival"], call)
        return try await call.write(
          EntryContent(entry, subject: "case/\(id)", fields: body.value))
      },
      .writing(
        "/v1/corrections", "proposeCorrection",
        "Proposes a correction of facts: a delta document, and why.", needs: .report,
        Operation.Body(
          summary: "delta (an exchange document as text), note; facility that it is about.",
          mediaTypes: [MediaType.json], documents: ["body"],
          example: #"{"facility": "bv-ca-mau", "note": "…", "delta": "<exchange …>"}"#)
      ) { call in
        var body = try BodyFields(call)
        body.fill("network", call.state.network)
        let content = try EntryContent(.correctionProposed, fields: body.value)
        if case .correction(let correction) = content {
          _ = try call.session.applying([
            .bytes(Array(correction.delta.utf8), name: "delta")
          ])
        }
        return try await call.write(content)
      },
      .writing(
        "/v1/corrections/{entry}/decision", "decideCorrection",
        "Confirms or rejects a correction, or undoes one that was confirmed.",
        [Parameter("entry", "The number of the proposal.", .integer(1...Int(Int32.max))).inPath],
        needs: .edit,
        Operation.Body(
          summary: "decision (confirmed, rejected, undone); note.", mediaTypes: [MediaType.json],
          documents: ["body"], example: #"{"decision": "confirmed"}"#)
      ) { call in
        let proposal = try call.entryNumber()
        var body = try BodyFields(call)
        let name = try body.required("decision")
        guard let standing = CorrectionStanding(rawValue: name), standing != .proposed else {
          throw QuestionError(
            field: "decision", value: name, .unknown,
            choices: ["confirmed", "rejected", "undone"].map { .init($0) })
        }
        let decision = CorrectionDecision(on: proposal, standing, note: try body.text("note"))
        try body.finish()
        if standing == .confirmed, let file = call.state.board.corrections[proposal] {
          // It may not fit any more: the network has gone on since it was proposed.
          _ = try call.session.applying([file.source])
        }
        return try await call.write(.decision(decision))
      },
      .writing(
        "/v1/entries/{entry}/undo", "undoEntry",
        "Takes an entry back: what undoes is an entry, too.",
        [Parameter("entry", "The number of the entry.", .integer(1...Int(Int32.max))).inPath],
        needs: .report,
        Operation.Body(
          summary: "note, or an empty object.", mediaTypes: [MediaType.json], documents: ["body"],
          example: "{}")
      ) { call in
        let entry = try call.entryNumber()
        var body = try BodyFields(call)
        let note = try body.text("note")
        try body.finish()
        // Sent again, it is undone already, which is no reason to refuse it.
        if case .undo(let first)? = try await call.sentBefore(), first.entry == entry,
          first.note == note
        {
          return try await call.write(.undo(first))
        }
        return try await call.write(.undo(try call.state.board.undoing(entry, note: note)))
      },
    ] + reading

  /// Writes every report of a document, or none where one of them is refused.
  private static func writeReports(_ source: DataSource, _ call: Call) async throws -> Reply {
    let reports = try call.reports(source)
    var contents: [(content: EntryContent, senderKey: String?)] = []
    for (index, report) in reports.statuses.enumerated() {
      let key = call.senderKey.map { reports.statuses.count == 1 ? $0 : "\($0)#\(index + 1)" }
      contents.append((.status(try StatusStatement(report)), key))
    }
    let entries = contents.isEmpty ? [] : try await call.append(contents)
    var reply = Reply(
      .object([
        "entries": .array(entries.map(\.json)),
        "warnings": .array(
          reports.warnings.map { warning in
            .object([
              "place": .string(warning.place),
              "message": .string(call.language(warning.vi, warning.en)),
            ])
          }),
      ]))
    reply.status = .created
    return reply
  }
}

extension Operation {
  /// An operation that writes an entry.
  static func writing(
    _ path: String, _ identifier: String, _ summary: String, _ parameters: [Parameter] = [],
    needs permission: Permission, _ body: Body,
    _ handle: @escaping @Sendable (Call) async throws -> Reply
  ) -> Operation {
    Operation(
      method: .post, path: PathTemplate(path), identifier: identifier, summary: summary,
      parameters: parameters, body: body, isPure: false, access: .needs(permission),
      success: .created, handler: .waiting(handle))
  }
}
