import Answers
import Files
import Formats
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import TuyenServer

/// The table of operations says what the questions really take.
@Suite struct OperationTableTests {
  @Test func `Identifiers and paths are unique`() {
    let all = Operations.everything.all
    #expect(Set(all.map(\.identifier)).count == all.count)
    #expect(Set(all.map { $0.method.rawValue + $0.path.text }).count == all.count)
  }

  @Test func `The committed document is the one that is served`() async throws {
    let file = repositoryFolder + "docs/openapi.json"
    let served = try await SharedServer.ask("/openapi.json").text
    if ProcessInfo.processInfo.environment["TUYEN_REWRITE_GOLDENS"] != nil {
      try served.write(toFile: file, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOfFile: file, encoding: .utf8)
    #expect(served == kept, "docs/openapi.json: TUYEN_REWRITE_GOLDENS=1 writes it anew")
  }

  @Test func `The packages of the service are those whose versions are written down`() throws {
    let manifest = try String(contentsOfFile: repositoryFolder + "Package.swift", encoding: .utf8)
    let pins = try String(
      contentsOfFile: repositoryFolder + "tools/service/versions.json", encoding: .utf8)
    let service = manifest.components(separatedBy: "TUYEN_SERVER\"] != nil").last ?? ""
    let exact = service.matches(of: /url: "([^"]+)",\s+exact: "([^"]+)"/)
    #expect(exact.count == 6)
    for match in exact {
      let pin = pins.components(separatedBy: "\"location\" : \"\(match.1)").dropFirst().first ?? ""
      #expect(pin.prefix(300).contains("\"version\" : \"\(match.2)\""), "\(match.1) \(match.2)")
    }
    // Of what the service brings along each is a commit; none is a branch.
    let count = pins.components(separatedBy: "\"identity\" : ").count
    #expect(pins.components(separatedBy: "\"revision\" : ").count == count)
    #expect(pins.components(separatedBy: "\"version\" : \"").count == count)
  }

  @Test(arguments: GoldenQuestion.whole.filter { !["check", "support"].contains($0.question) })
  func `Every field that a question reads is in the table`(_ asked: GoldenQuestion) throws {
    let session = try SharedServer.session(asked.network)
    let paths = [
      "strategy": "route", "departures": "route", "show": "records/{id}",
    ]
    let operation = try #require(
      Operations.everything.all.first {
        $0.path.text == "/v1/\(paths[asked.question] ?? asked.question)"
      })
    // A field that no question has is refused with the list of those that it has.
    let fields = asked.fields + [("fieldOfNoQuestion", "1")]
    var documents: [String: [DataSource]] = [:]
    for document in asked.documents {
      let source: DataSource =
        document.text.map { .bytes(Array($0.utf8), name: document.name) }
        ?? .file(repositoryFolder + document.path)
      documents[document.field, default: []].append(source)
    }
    let call = Call(
      state: ServedState(session), fields: QuestionFields(fields),
      documents: documents, now: SharedServer.now)
    guard case .whole(let answer) = operation.handler else {
      Issue.record("\(asked.name) is not answered whole")
      return
    }
    do {
      _ = try answer(call)
      Issue.record("\(asked.name) took a field of no question")
    } catch let error as QuestionError {
      #expect(error.problem == .unknownField)
      let known = Set(operation.parameters.map(\.name))
      // The table of patients itself has these as columns, and refuses them as fields.
      let columns: Set = asked.question == "patients" ? ["age", "sex", "onset"] : []
      let missing = Set(error.choices.map(\.value)).subtracting(known).subtracting(columns)
      #expect(missing.isEmpty, "\(asked.name): not in the table")
    }
  }
}
