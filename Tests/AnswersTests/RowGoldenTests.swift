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

  private func table(_ text: String, _ name: String) -> TableSource {
    .bytes(Array(text.utf8), name: name)
  }

  @Test func `A matrix is as its golden file has it`() throws {
    let session = try SharedSession.mekong.get()
    try check("matrix") {
      try MatrixQuestion(
        [
          "from": "Năm Căn", "from": "Cái Nước, Cà Mau", "from": "9.2,105.1", "to": "bv-ca-mau",
          "to": "bv-cho-ray", "at": GoldenTests.day,
        ], in: session, now: GoldenTests.now
      ).rows(in: session)
    }
    try check("matrix-need") {
      try MatrixQuestion(
        ["from": "Năm Căn", "toNeed": "stroke.thrombectomy", "at": GoldenTests.day],
        in: session, now: GoldenTests.now
      ).rows(in: session)
    }
    try check("matrix-pairs") {
      try MatrixQuestion(
        ["at": GoldenTests.night],
        tables: .init(
          pairs: table(
            "from,to\nMỏ Cày,bv-cho-ray\nxyz,bv-cho-ray\nMỏ Cày\nMỏ Cày,\n", "pairs.csv")),
        in: session, now: GoldenTests.now
      ).rows(in: session)
    }
  }

  @Test func `A batch of origins is as its golden file has it`() throws {
    let session = try SharedSession.mekong.get()
    let origins = table(
      """
      id,from,need
      b,32191,stroke.thrombectomy
      a,"Cái Nước, Cà Mau",
      c,nowhere at all,
      d,bv-nam-can,obstetrics
      e,,
      f

      """, "origins.csv")
    try check("batch") {
      try BatchQuestion(
        ["need": "stroke", "k": "2", "at": GoldenTests.day], origins: origins, in: session,
        now: GoldenTests.now
      ).rows(in: session)
    }
  }
}
