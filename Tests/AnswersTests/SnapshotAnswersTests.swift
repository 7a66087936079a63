import Exchange
import Facts
import Foundation
import Formats
import TestSupport
import Testing

@testable import Answers

/// A snapshot is only faster: every answer is the one of the documents.
struct SnapshotAnswersTests {
  @Test func `A snapshot changes no answer`() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path + "/network"
    try FileManager.default.copyItem(
      atPath: repositoryFolder + "network-data/hcmc-mekong", toPath: copy)
    try? FileManager.default.removeItem(atPath: copy + "/.tuyen")
    let plain = try NetworkSession(copy, usesSnapshots: false)
    let built = try NetworkCompiler.build(copy) { _ in }
    #expect(built == copy + "/.tuyen/network.snapshot")
    let file = folder.path + "/out.snapshot"
    _ = try NetworkCompiler.build(copy, output: file) { _ in }
    let sessions = [try NetworkSession(copy), try NetworkSession(file)]
    #expect(sessions.allSatisfy { $0.loaded.snapshot != nil && $0.digest == plain.digest })
    for session in sessions {
      try compare(session, plain, SearchQuestion.self, ["text": "ttyt"])
      try compare(session, plain, PlacesQuestion.self, ["level": "province"])
      try compare(session, plain, CheckQuestion.self, ["grade": "true", "all": "true"])
      #expect(session.loaded.wholeDocument == plain.loaded.wholeDocument)
    }
  }

  private func compare<Asked: Question>(
    _ session: NetworkSession, _ plain: NetworkSession, _ type: Asked.Type,
    _ fields: QuestionFields
  ) throws {
    let answer = try session.ask(type, fields)
    let expected = try plain.ask(type, fields)
    for format in Asked.Reply.formats {
      #expect(
        answer.text(as: format, AnswerStyle()) == expected.text(as: format, AnswerStyle()),
        "\(Asked.name) as \(format)")
    }
  }
}
