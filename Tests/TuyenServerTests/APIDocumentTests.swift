import Answers
import Formats
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import TuyenServer

/// docs/api.md is made from the table of operations, and each of its examples was answered.
@Suite struct APIDocumentTests {
  private typealias Operation = TuyenServer.Operation

  @Test func `The page of operations is made from the table, and its examples are answered`()
    async throws
  {
    let file = repositoryFolder + "docs/api.md"
    var page = Self.head
    for operation in Operations.everything.all { page += try await section(operation) }
    if ProcessInfo.processInfo.environment["TUYEN_REWRITE_GOLDENS"] != nil {
      try page.write(toFile: file, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOfFile: file, encoding: .utf8)
    let (now, golden) = (page.split(separator: "\n"), kept.split(separator: "\n"))
    let place = zip(now, golden).first { $0 != $1 }
    #expect(
      page == kept,
      "docs/api.md: TUYEN_REWRITE_GOLDENS=1 writes it anew; \(place.map { "\($0)" } ?? "its end")")
  }

  private static let head = """
    # The HTTP service, operation by operation

    Made from the table of operations by a test, which asks every example; the same table makes the router, the check of
    parameters and `/openapi.json`. Parameters are the fields of the questions of the command line, and answers are its bytes.

    - `format` names the form of the answer, else the header `Accept` does; `lang` (vi, en) its language, else `Accept-Language`.
    - `at` is the instant asked about; without it the present minute, which the answer names.
    - A parameter that is unknown or given twice is refused. Refusals are problem documents (RFC 9457) that name the
      `field`, its `value`, the `choices` and the `nearest` of them; `requestId` finds the request in the log.
    - Answers have an `ETag` of network, reports, question, form and language; `If-None-Match` brings 304. `Tuyen-State`
      names the digest of the network and the last entry that the answer rests on; `Tuyen-Remark` is a sentence beside it.
    - 429 and 503 name in `Retry-After` when to come back.


    """

  /// The fields of a worked example, and the documents that come with it.
  private func example(
    _ operation: Operation
  ) -> (fields: [(name: String, value: String)], documents: [GoldenQuestion.Document]) {
    let last = operation.path.text.split(separator: "/").last.map(String.init) ?? ""
    if operation.path.text != "/v1/records/{id}",
      let golden = (GoldenQuestion.whole + GoldenQuestion.rows).first(where: {
        $0.question == last && $0.network == .mekong
          && $0.documents.isEmpty == (operation.method == .get)
      })
    {
      return (golden.fields, golden.documents)
    }
    var fields = operation.parameters.compactMap { parameter in
      parameter.example.map { (name: parameter.name, value: $0) }
    }
    if operation.identifier == "report" {
      fields += [("parts", "none")]
    }
    // A question of the network as a scenario would make it.
    if operation.isPure, operation.body?.documents == ["scenario"] {
      return (
        fields, [.init("scenario", path: "network-data/scenarios/rach-mieu-closed.xml")]
      )
    }
    return (fields, [])
  }

  private func section(_ operation: Operation) async throws -> String {
    var text = "## \(operation.method.rawValue) \(operation.path.text)\n\n\(operation.summary)\n\n"
    if !operation.parameters.isEmpty {
      text += "| parameter | |\n|---|---|\n"
      for parameter in operation.parameters {
        text += "| `\(parameter.name)`\(parameter.isRequired ? " (needed)" : "") | "
        text += "\(parameter.summary) |\n"
      }
      text += "\n"
    }
    if let body = operation.body { text += "Body: \(body.summary)\n\n" }
    if !operation.formats.isEmpty {
      text += "Forms: \(operation.formats.map(\.rawValue).joined(separator: ", ")).\n\n"
    }
    let (fields, documents) = example(operation)
    text += "    \(command(operation, fields, documents))\n\n"
    // Operations of the board are tried with a board: BoardEndpointTests.
    guard operation.isPure || ["live", "ready"].contains(operation.identifier) else { return text }
    let answer = try await answer(operation, fields, documents)
    #expect(answer.status == 200, "\(operation.identifier): \(answer.text.prefix(600))")
    let lines = answer.text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.prefix(8) where !line.isEmpty {
      text += "    \(line.prefix(110))\(line.count > 110 ? "…" : "")\n"
    }
    return text + (lines.count > 9 ? "    …\n\n" : "\n")
  }

  private func command(
    _ operation: Operation, _ fields: [(name: String, value: String)],
    _ documents: [GoldenQuestion.Document]
  ) -> String {
    var path = operation.path.text
    var options = ""
    for (name, value) in fields {
      if path.contains("{\(name)}") {
        path = path.replacing("{\(name)}", with: value)
      } else if operation.method == .get {
        let isPlain = value.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: " ") }
        options += isPlain ? " -d \(name)=\(value)" : " --data-urlencode '\(name)=\(value)'"
      }
    }
    if operation.method == .delete { return "curl -X DELETE localhost:8080\(path)" }
    if operation.method == .get {
      return "curl \(options.isEmpty ? "" : "-G ")localhost:8080\(path)\(options)"
    }
    let target = SharedServer.target(path, fields)
    if documents.isEmpty, let body = operation.body {
      return "curl '\("localhost:8080" + target)' -X \(operation.method.rawValue) "
        + "-H 'Content-Type: application/json' -d '\(body.example)'"
    }
    for document in documents {
      let file = document.text == nil ? document.path : document.name
      options += " -F \(document.field)=@\(file)"
    }
    return "curl '\("localhost:8080" + target)'\(options)"
  }

  private func answer(
    _ operation: Operation, _ fields: [(name: String, value: String)],
    _ documents: [GoldenQuestion.Document]
  ) async throws -> RawClient.Response {
    var path = operation.path.text
    var rest = fields
    for (name, value) in fields where path.contains("{\(name)}") {
      path = path.replacing("{\(name)}", with: value)
      rest.removeAll { $0.name == name }
    }
    let target = SharedServer.target(path, rest)
    let headers = ["Accept-Language": "en"]
    guard !documents.isEmpty else { return try await SharedServer.ask(target, headers: headers) }
    let (body, type) = try GoldenAnswerTests.form(documents)
    return try await SharedServer.ask(
      target, method: "POST", headers: headers.merging(["Content-Type": type]) { $1 }, body: body)
  }
}
