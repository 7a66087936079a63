import Facts
import Files
import Formats
import Spreadsheet
import Foundation
import TestSupport
import Testing

@testable import Answers

/// Answers as people and programs see them, kept as files that are reviewed like code.
///
/// Reading the difference of a golden file is reading the change. `tools/test --rewrite-goldens` writes
/// them anew.
enum Goldens {
  /// The folder of the files.
  static let folder = URL(fileURLWithPath: GoldenFile.folder)

  /// Whether the files are written, not compared.
  static let isRewriting = ProcessInfo.processInfo.environment["TUYEN_REWRITE_GOLDENS"] != nil

  /// The ending of a format's files.
  static func ending(_ format: AnswerFormat) -> String {
    format == .table ? "txt" : format.rawValue
  }

  /// Compares an answer in every format and both languages with its files.
  static func check(_ answer: some Answer, _ name: String) throws {
    for format in type(of: answer).formats where format != .xlsx {
      for language in Language.allCases {
        let text = try #require(
          answer.text(as: format, AnswerStyle(language)), "\(name) has no \(format)")
        try check(text, "\(name).\(language.rawValue).\(ending(format))", isWhole: format == .json)
      }
    }
    if type(of: answer).formats.contains(.xlsx) { try checkWorkbook(of: answer, name) }
  }

  /// A workbook has the rows of the separated values, or those of the tables that people read.
  private static func checkWorkbook(of answer: some Answer, _ name: String) throws {
    let style = AnswerStyle(.vi)
    let bytes = try #require(answer.bytes(as: .xlsx, style), "\(name) has no workbook")
    #expect(bytes == answer.bytes(as: .xlsx, style), "\(name): two workbooks differ")
    let sheets = try Workbook(.bytes(bytes, name: name)).sheets
    var count = 0
    for sheet in sheets {
      let rows = try Workbook(.bytes(bytes, name: name)).rows(of: .named(sheet.name))
      while try rows.next() != nil { count += 1 }
    }
    guard answer.sheets(style) == nil, let csv = answer.csv(style) else { return }
    var reader = try CSVReader(.bytes(Array(csv.utf8), name: name))
    var lines = 0
    while try reader.next() != nil { lines += 1 }
    #expect(count == lines, "\(name): \(count) rows in the workbook, \(lines) lines")
  }

  /// Compares a text with a file.
  static func check(_ text: String, _ name: String, isWhole: Bool) throws {
    let kept = GoldenFile.kept(text, isWhole: isWhole)
    let file = folder.appendingPathComponent(name)
    if isRewriting {
      try Data(kept.utf8).write(to: file)
      return
    }
    let golden = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard kept != golden else { return }
    let (new, old) = (kept.split(separator: "\n"), golden.split(separator: "\n"))
    let place =
      zip(new, old).enumerated().first { $1.0 != $1.1 }?.offset ?? min(new.count, old.count)
    Issue.record(
      """
      \(name) differs from line \(place + 1) on (tools/test --rewrite-goldens writes it anew):
      now:    \(place < new.count ? new[place] : "(its end)")
      golden: \(place < old.count ? old[place] : "(its end)")
      """)
  }
}
