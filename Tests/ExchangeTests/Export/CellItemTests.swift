import Facts
import HealthNetwork
import TestSupport
import Testing

@testable import Exchange

@Suite struct CellItemTests {
  private func named(_ cell: String) -> [OtherName] { OtherName.parts(of: cell) ?? [] }

  @Test func `names have their kind before them and the rest behind them in braces`() throws {
    let names = named("former: Bệnh viện A {to=2017; source=\"a; b\"}; BV B; short: \"C|D\"")
    #expect(names.map(\.value) == ["Bệnh viện A", "BV B", "C|D"])
    #expect(names.map(\.kind) == [.former, .alternative, .short])
    #expect(names[0].period.to?.description == "2017" && names[0].provenance.source == "a; b")
  }

  @Test(arguments: [
    "BV \"Hoàn Mỹ\"; X", "\"Hoàn Mỹ\" Cà Mau; X", "A {x}; X", "A {; X", "\"A; X", "A} ; X",
  ])
  func `what people write with such signs is a plain list`(cell: String) {
    #expect(CellItem.items(cell).last?.value == "X" || cell == "\"A; X")
    #expect(CellItem.items(cell).count == 2)
  }

  @Test(arguments: 0..<200)
  func `every list comes back from its cell`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let signs = Array("ab;|{}\"=: é,'1")
    func text() -> String {
      let letters = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        signs.randomElement(using: &random) ?? "a"
      }
      let text = collapsingWhitespace(String(letters))
      return text.isEmpty ? "a" : text
    }
    let names = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      with(OtherName()) {
        $0.kind = OtherName.Kind.allCases.randomElement(using: &random) ?? .short
        $0.value = text()
        $0.provenance.source = Bool.random(using: &random) ? text() : nil
        $0.provenance.note = Bool.random(using: &random) ? text() : nil
      }
    }
    #expect(OtherName.cell(names).flatMap(OtherName.parts(of:)) == names)
    let identifiers = (0..<3).map { _ in
      with(OtherIdentifier()) {
        $0.system = text()
        $0.value = text()
      }
    }
    #expect(OtherIdentifier.cell(identifiers).flatMap(OtherIdentifier.parts(of:)) == identifiers)
  }

  @Test func `a name that looks labelled is not`() {
    let name = with(OtherName()) { $0.value = "former: x" }
    #expect(OtherName.cell([name]).flatMap(OtherName.parts(of:)) == [name])
  }

  @Test func `the headings of our sheets are understood in both languages`() {
    for column in FacilityColumns.all {
      for heading in ColumnTitles.spellings(of: column.name) {
        #expect(TableField.recognised(heading) == TableField(column.name), "\(heading)")
      }
    }
    for name in RecordSheets.agreements.fields.map(\.name) + LinkColumns.all.map(\.name) {
      #expect(ColumnTitles.spellings(of: name).count >= 2 || name == "km", "\(name)")
    }
  }

  @Test func `people and reviews of an agreement come back from their cells`() throws {
    let people = [
      with(Person()) {
        $0.name = "Nguyễn Văn A"
        $0.role = "Giám đốc; người ký"
        $0.ref = "bv-a"
      },
      with(Person()) {
        $0.name = "Trần {B}; C"
        $0.role = "x"
        $0.note = "y = z"
      },
    ]
    let reviews = [
      with(Review()) { $0.every = "hằng năm" },
      with(Review()) {
        $0.date = PartialDate("2026-07")
        $0.note = "sơ kết"
      },
    ]
    #expect(Person.parts(of: try #require(Person.cell(people))) == people)
    #expect(Review.parts(of: try #require(Review.cell(reviews))) == reviews)
    #expect(Review.parts(of: "hôm qua") == nil && Person.parts(of: "{role=x}") == nil)
  }
}
