import Files
import Formats
import TestSupport
import Testing

@testable import Answers

/// Answers that come row by row, held by golden files: separated values, and JSON with a line a row.
@Suite struct RowGoldenTests {
  /// Compares the rows with golden files, in every form and both languages.
  private func check<Rows: AnswerRows>(_ name: String, _ start: () throws -> Rows) throws {
    for language in Language.allCases {
      let style = AnswerStyle(language)
      for (format, ending) in [(AnswerFormat.csv, "csv"), (.json, "jsonl")] {
        var rows = try start()
        var text = Rows.Row.head(as: format, style)
        while let row = try rows.next() { text += row.text(as: format, style) }
        try Goldens.check(text, "\(name).\(language.rawValue).\(ending)", isWhole: false)
      }
    }
  }

  /// The golden question of a name.
  private func question(_ name: String) throws -> GoldenQuestion {
    try #require(GoldenQuestion.rows.first { $0.name == name })
  }

  @Test(arguments: GoldenQuestion.rows.filter { $0.question == "matrix" })
  func `A matrix is as its golden file has it`(_ asked: GoldenQuestion) throws {
    let session = try asked.session.get()
    try check(asked.name) {
      try MatrixQuestion(
        QuestionFields(asked.fields),
        tables: .init(pairs: asked.sources("file").first.map { TableSource($0) }),
        in: session, now: GoldenTests.now
      ).rows(in: session)
    }
  }

  @Test func `A batch of origins is as its golden file has it`() throws {
    let asked = try question("batch")
    let session = try asked.session.get()
    try check(asked.name) {
      try BatchQuestion(
        QuestionFields(asked.fields),
        origins: TableSource(try #require(asked.sources("batch").first)),
        in: session, now: GoldenTests.now
      ).rows(in: session)
    }
  }
}
