import Facts
import Files
import Foundation
import HealthNetwork
import TestSupport
import Testing
import XMLStream

@testable import Exchange

/// The rules that documents are held to in passing, beside the schema itself.
@Suite struct SchemaRulesTests {
  /// Whether a document surely is valid by the rules.
  private static func isSure(_ bytes: [UInt8]) throws -> Bool {
    let rules = try #require(ExchangeSchema.rules)
    do throws(DocumentError) {
      var xml = try XMLReader(
        .bytes(bytes, name: "d.xml"), names: Term.names, namespace: ExchangeSchema.namespace,
        rules: rules)
      while try xml.next() != .endOfDocument {}
      return !xml.isDoubtful
    } catch {
      return false
    }
  }

  /// The errors that the schema finds in a document.
  private static func problems(of bytes: [UInt8]) throws -> [DocumentError] {
    let schema = try ExchangeSchema.compiled.get()
    do throws(DocumentError) {
      var xml = try XMLReader(
        bytes: bytes, path: "d.xml", names: Term.names, namespace: ExchangeSchema.namespace,
        schema: schema)
      while try xml.next() != .endOfDocument {}
      return xml.problems
    } catch {
      return [error]
    }
  }

  private static let full = String(
    decoding: DocumentWriter.bytes(of: FullRecords.all, header: header()), as: UTF8.self)

  @Test func `records of every kind with every field surely are valid`() throws {
    #expect(try Self.isSure(Array(Self.full.utf8)))
  }

  @Test func `the networks of the repository surely are valid`() throws {
    let root = repositoryFolder + "network-data/"
    let names = try #require(FileManager.default.enumerator(atPath: root)).compactMap {
      ($0 as? String).flatMap { $0.hasSuffix(".xml") ? $0 : nil }
    }
    #expect(names.count > 10)
    for name in names { #expect(try Self.isSure(contents(of: root + name)), "\(name)") }
  }

  @Test(arguments: 0..<8)
  func `what surely is valid is valid by the schema, whatever was changed`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let lines = Self.full.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var sure = 0
    var unsure = 0
    for _ in 0..<150 {
      let changed = Array(Self.changed(lines, &random).joined(separator: "\n").utf8)
      if try Self.isSure(changed) {
        sure += 1
        let problems = try Self.problems(of: changed)
        #expect(problems.isEmpty, "seed \(seed): \(problems)")
      } else {
        unsure += 1
      }
    }
    #expect(sure > 5 && unsure > 5, "\(sure) sure, \(unsure) not")
  }

  @Test func `every value of every attribute is taken only where the schema takes it`() throws {
    var random = SeededRandom(seed: 11)
    let lines = Self.full.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<2_000 {
      let changed = Self.changed(lines, &random, only: .value).joined(separator: "\n")
      guard try Self.isSure(Array(changed.utf8)) else { continue }
      #expect(try Self.problems(of: Array(changed.utf8)) == [])
    }
  }

  /// Ways of changing a document.
  private enum Change: CaseIterable {
    case value, attributeAway, attributeTwice, attributeMoved, lineAway, lineTwice, linesSwapped,
      text, stranger
  }

  private static let values = [
    "", " ", " a", "a ", "a  b", "a b", "a", "A", "-1", "0", "1", "-0", "+1", "1.5", "1e5", ".5",
    "5.",
    "007", "2000000000", "2000000001", "2147483648", "99999999999", "0.1", "0.09", "0.0", "90",
    "90.0000000000000001", "-90", "-90.00000000000000001", "180", "180.5", "1000000000000000",
    "1000000000000000.1", "123456789012345678901234567890", "true", "false", "TRUE", "yes", "no",
    "2026", "2026-13", "2026-02-30", "2026-02-31", "2026-11-22T03:00:00Z", "2026-11-22T03:00",
    "24:00", "24:01", "07:30", "+07:00", "7654", "1357", "12345678", "stroke.lysis", "a.b c.d",
    "stroke.lysis|a.b", "a.b|", "gso-2025:26740", "a:b:c", "x y", "x  y", "Ă", "é", "e&#x301;",
    "&#10;", "a&#9;b", "&amp;", "&lt;", "boat ferry", "road", "high", "low low", "snapshot",
    "delta",
    String(repeating: "a", count: 120), String(repeating: "a", count: 121),
    String(repeating: "ạ", count: 4_000), String(repeating: "ạ", count: 4_001),
    String(repeating: "a", count: 4_001), "10.5 106.5 10.6 106.6", "😀",
  ]

  private static func changed(
    _ lines: [String], _ random: inout SeededRandom, only: Change? = nil
  ) -> [String] {
    var lines = lines
    let place = Int.random(in: 2..<lines.count - 1, using: &random)
    let parts = lines[place].split(separator: "\"", omittingEmptySubsequences: false)
      .map(String.init)
    let value =
      parts.count > 2 ? Int.random(in: 0..<(parts.count - 1) / 2, using: &random) * 2 + 1 : 0
    switch only ?? Change.allCases.randomElement(using: &random) ?? .value {
    case .value where parts.count > 2:
      var parts = parts
      parts[value] = values.randomElement(using: &random) ?? ""
      lines[place] = parts.joined(separator: "\"")
    case .attributeAway where parts.count > 2:
      let words = parts[value - 1].split(separator: " ").dropLast().joined(separator: " ")
      let kept = parts[..<(value - 1)] + [words + parts[value + 1]] + parts[(value + 2)...]
      lines[place] = kept.joined(separator: "\"")
    case .attributeTwice where parts.count > 2:
      lines[place].replace(
        "/>", with: " \(Term.names.names.randomElement(using: &random) ?? "")=\"1\"/>")
    case .attributeMoved where parts.count > 2:
      lines[place].replace("/>", with: " xsi:nil=\"true\" xmlns:xsi=\"urn:x\"/>")
    case .lineAway: lines.remove(at: place)
    case .lineTwice: lines.insert(lines[place], at: place)
    case .linesSwapped: lines.swapAt(place, place - 1)
    case .text:
      lines[place] += ["x", " ", "<!-- x -->"].randomElement(using: &random) ?? ""
    default:
      let name = Term.names.names.randomElement(using: &random) ?? ""
      lines.insert(
        ["<\(name)/>", "<x/>", "<y:name xmlns:y=\"urn:y\"/>"].randomElement(using: &random) ?? "",
        at: place)
    }
    return lines
  }

  @Test func `a document that breaks the schema is told of as by the schema`() throws {
    let files = [
      "a.xml": document(#"<facility id="a" name="A" kind="nonsense"/>"#),
      "b.xml": networkDocument,
    ]
    #expect(
      try failure(files).contains {
        $0.contains("The value 'nonsense' is not an element of the set")
      })
  }

  @Test func `what was read of a document before it became doubtful does not stay`() throws {
    // The text is unusual, not wrong: the rules leave it to the schema, and the reader begins anew.
    let unusual = document(
      #"<facility id="a" name="A" kind="polyclinic"/><facility id="b" name="B  B" kind="polyclinic"/>"#
    )
    let loaded = try load(["a.xml": networkDocument, "b.xml": unusual])
    #expect(loaded.network.records.facilities.map(\.record.name) == ["A", "B B"])
  }
}
