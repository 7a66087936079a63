import Facts
import Formats
import Foundation
import HealthNetwork
import TestSupport
import Testing

@testable import Answers

/// Free text of records in the words of the reader.
@Suite struct FreeTextWordsTests {
  private var english: Regex<(Substring, Substring)> {
    #/\b(the|of|and|with|from|by|which|public|list|knowledge|article)\b/#
  }

  @Test func `Every source of the shipped network has a Vietnamese name, and an English one`()
    throws
  {
    let network = try SharedSession.mekong.get().network
    var finder = SourceFinder(records: network.records)
    NetworkRecords.visitKinds(&finder)
    #expect(finder.sources.count > 300)
    for source in finder.sources {
      let words = network.words(source)
      // Addresses are the same in every language.
      func plain(_ text: String) -> String {
        text.split(separator: " ").filter { !$0.contains("/") }.joined(separator: " ")
      }
      #expect(plain(words.vi).firstMatch(of: english) == nil, "\(source): \(words.vi)")
      #expect(
        plain(words.en).firstMatch(of: #/\b(theo|của|bài báo|quy tắc)\b/#) == nil, "\(words.en)")
    }
  }

  @Test func `An answer in Vietnamese names its source in Vietnamese, JSON as it is written`()
    throws
  {
    let answer = try SharedSession.mekong.get().ask(
      RouteQuestion.self,
      ["from": "Cái Nước", "need": "stroke.thrombectomy", "at": "2026-11-25T10:00"])
    let (vi, en) = (answer.table(AnswerStyle(.vi)) ?? "", answer.table(AnswerStyle(.en)) ?? "")
    #expect(vi.contains("Hội Đột quỵ Việt Nam") && !vi.contains("repository"))
    #expect(en.contains("Vietnam Stroke Association"))
    let json = answer.text(as: .json, AnswerStyle(.vi)) ?? ""
    #expect(json.contains("public repository duancongdong/capcuudotquy"))
  }

  @Test(arguments: ["vi", "en"])
  func `No table has a code beside a name unless it is to be explained`(language: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: GoldenFile.folder)
      .filter { $0.hasSuffix(".\(language).txt") }
    #expect(names.count > 15)
    // An explained answer has codes, and what is listed to be shown or taken up has its own.
    let listed: Set = ["route", "check", "import", "search", "show", "show-place", "report"]
    for name in names where !listed.contains(String(name.prefix { $0 != "." })) {
      let text = try String(contentsOfFile: GoldenFile.folder + "/" + name, encoding: .utf8)
      for line in text.split(separator: "\n") {
        #expect(line.firstMatch(of: #/\[[a-z][a-z0-9.:-]+\]/#) == nil, "\(name): \(line)")
      }
    }
  }

  @Test func `Lines of Vietnamese tables have no English words, and dates begin with the day`()
    throws
  {
    let names = try FileManager.default.contentsOfDirectory(atPath: GoldenFile.folder)
      .filter { $0.hasSuffix(".vi.txt") && !$0.hasPrefix("import") && !$0.hasPrefix("report") }
    for name in names {
      let text = try String(contentsOfFile: GoldenFile.folder + "/" + name, encoding: .utf8)
      for line in text.split(separator: "\n") where !line.hasPrefix("… ") {
        let words = line.split(separator: " ").filter { !$0.contains("/") }.joined(separator: " ")
        #expect(
          words.firstMatch(of: #/\b(the|of|and|with|which|general knowledge)\b/#) == nil,
          "\(name): \(line)")
        #expect(
          words.firstMatch(of: #/(^|[^\w-])20\d\d-\d\d(-\d\d)?($|[^\w-])/#) == nil,
          "\(name): \(line)")
      }
    }
  }

  @Test(arguments: [
    ("https://www.vtv.vn/a/b.htm", "vtv.vn"),
    ("x https://a.vn/b (2020); VNSA", "x a.vn (2020); VNSA"),
    ("(https://a.vn/b)", "(a.vn)"), ("https://a.vn/b; c", "a.vn; c"), ("a: b", "a: b"),
    ("ftp://a.vn/b", "ftp://a.vn/b"), ("", ""),
  ])
  func `An address gives way to the name of its site`(text: String, short: String) {
    #expect(PageNames.short(text) == short)
  }
}

/// The sources of all records.
private struct SourceFinder: KindVisitor {
  let records: NetworkRecords
  var sources: Set<String> = []

  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    guard Record.self != Wording.self else { return }
    sources.formUnion(records[keyPath: kind].compactMap(\.record.provenance.source))
  }
}
