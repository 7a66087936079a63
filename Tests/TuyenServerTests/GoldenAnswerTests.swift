import Answers
import Formats
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import TuyenServer

/// The service answers with the bytes that the golden files hold: those of the command line.
@Suite struct GoldenAnswerTests {
  /// The path at which the question of each name is asked.
  private static let paths = [
    "strategy": "/v1/route", "departures": "/v1/route", "isochrone": "/v1/route",
  ]

  @Test(arguments: GoldenQuestion.whole + GoldenQuestion.rows)
  func `Every answer over HTTP is as its golden file has it`(_ asked: GoldenQuestion) async throws {
    let isRows = GoldenQuestion.rows.contains { $0.name == asked.name }
    let operation = try #require(
      Operations.everything.all.first {
        $0.path.text == (Self.paths[asked.question] ?? "/v1/\(asked.question)")
          && ($0.method == .post) == !asked.documents.isEmpty
      } ?? Operations.everything.all.first { $0.identifier == "show" }, "\(asked.question)")
    for format in isRows ? [.csv, .json] : AnswerFormat.allCases where format != .xlsx {
      for language in Language.allCases {
        let ending =
          format == .table ? "txt" : isRows && format == .json ? "jsonl" : format.rawValue
        let name = "\(asked.name).\(language.rawValue).\(ending)"
        guard let golden = try? String(contentsOfFile: GoldenFile.folder + name, encoding: .utf8)
        else {
          // The answer has no such form.
          continue
        }
        let response = try await ask(asked, operation, format, language)
        #expect(response.status == 200, "\(name): \(response.text.prefix(500))")
        let kept = GoldenFile.kept(response.text, isWhole: format == .json && !isRows)
        #expect(kept == golden, "\(name) differs over HTTP")
      }
    }
  }

  private func ask(
    _ asked: GoldenQuestion, _ operation: TuyenServer.Operation, _ format: AnswerFormat,
    _ language: Language
  ) async throws -> RawClient.Response {
    var path = operation.path.text
    var fields = asked.fields
    if path.contains("{id}") {
      let id = try #require(fields.first { $0.name == "id" }?.value)
      path = path.replacing("{id}", with: id)
      fields.removeAll { $0.name == "id" }
    }
    fields += [("format", format.rawValue), ("lang", language.rawValue)]
    let port = try await SharedServer.port(asked.network)
    guard !asked.documents.isEmpty else {
      return try await SharedServer.ask(SharedServer.target(path, fields), port: port)
    }
    let (body, type) = try Self.form(asked.documents)
    return try await SharedServer.ask(
      SharedServer.target(path, fields), method: "POST", headers: ["Content-Type": type],
      body: body, port: port)
  }

  /// The documents as the parts of a form.
  static func form(_ documents: [GoldenQuestion.Document]) throws -> ([UInt8], String) {
    var body = ""
    for document in documents {
      let text =
        try document.text
        ?? String(
          contentsOfFile: repositoryFolder + document.path, encoding: .utf8)
      body += "--mark\r\nContent-Disposition: form-data; name=\"\(document.field)\"; "
      body += "filename=\"\(document.name)\"\r\n\r\n\(text)\r\n"
    }
    return (Array((body + "--mark--\r\n").utf8), "multipart/form-data; boundary=mark")
  }
}
