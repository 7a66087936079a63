import Facts
import Files
import Foundation
import HealthNetwork
import TestSupport
import Testing

@testable import Exchange

@Suite struct ProblemPhrasesTests {
  /// Parts of messages that are phrases themselves.
  private static let parts = [
    "\\(name)": "exception x", "\\(advice)": "latitude and longitude seem to be swapped",
    "\\(words)": "each other's parents", "\\(what)": "only one rule can be the default",
    "\\(problem)": "its rank is not 1 to 6",
    "\\(needsClock ? \"a clock\" : \"minutes\")": "minutes",
    "\\(loop.joined(separator: \", \"))": "x",
  ]

  /// The messages of the check in a source file, with x for what they put in.
  private static func messages(of path: String) throws -> [String] {
    var source = String(decoding: try contents(of: path), as: UTF8.self)
    for (part, words) in parts { source.replace(part, with: words) }
    // A literal that goes on in the next line is one text.
    source.replace(/"\s*\+\s*"/, with: "")
    source.replace(/\\\((?:[^()]|\([^()]*\))*\)/, with: "x")
    let literal = /"((?:[^"\\\n]|\\.)*)"/
    return source.split(separator: "Problem(").dropFirst().flatMap { call in
      call.prefix(500).matches(of: literal).prefix(1).map {
        String($0.output.1).replacing("\\\"", with: "\"")
      }
    }.filter { $0.contains(" ") }
  }

  @Test func `every message of the check has its Vietnamese`() throws {
    let folder = repositoryFolder + "Sources/HealthNetwork/"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("NetworkCheck") || $0 == "NetworkRecords+Delta.swift" }
    let messages = try names.flatMap { try Self.messages(of: folder + $0) }
    #expect(messages.count >= 35, "\(messages.count)")
    for message in messages {
      let vi = ProblemPhrases.vietnamese(of: Problem(at: nil, message))
      #expect(vi != nil && vi?.contains("%") == false, "\(message)")
    }
  }

  @Test func `kinds of records are told in words`() throws {
    let problem = Problem(
      at: nil, "refers to facility \"a\", which no document of the network holds")
    #expect(
      ProblemPhrases.vietnamese(of: problem)
        == "nhắc đến cơ sở \"a\" mà không tài liệu nào của mạng lưới có")
  }

  @Test func `what keeps a folder from being a network is told in Vietnamese`() throws {
    let files = ["a.xml": document(#"<facility id="a" name="A" kind="polyclinic" parent="b"/>"#)]
    do {
      _ = try load(files)
      Issue.record("the folder is no network")
    } catch let failure as ExchangeFailure {
      #expect(failure.errors.allSatisfy { $0.vi != nil }, "\(failure.errors)")
    }
  }
}
