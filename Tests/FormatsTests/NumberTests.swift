import Formats
import Testing

struct NumberTests {
  @Test func `A number has no more decimals than it needs`() {
    #expect(decimal(12.5, 3) == "12.5")
    #expect(decimal(3, 2) == "3")
    #expect(decimal(-0.25, 2) == "-0.25")
    #expect(decimal(-0.001, 2) == "0")
    #expect(decimal(.nan, 2) == "")
    #expect(decimal(1e18, 2) == "1e+18")
    #expect(decimal(9e14, 7) == "900000000000000.0")
  }

  @Test func `The ends of a range have as many decimals each, where that is asked for`() {
    #expect(decimal(0.41, 3, keepsZeros: true) == "0.410")
    #expect(decimal(86, 1, keepsZeros: true) == "86.0")
    #expect(decimal(-0.001, 2, keepsZeros: true) == "0.00")
    #expect(decimal(7, 0, keepsZeros: true) == "7")
    #expect(Language.vi.decimal(0.41, 3, keepsZeros: true) == "0,410")
  }

  @Test func `Vietnamese writes decimals with a comma and dates from the day to the year`() {
    #expect(Language.vi.decimal(12.5, 3) == "12,5")
    #expect(Language.en.decimal(12.5, 3) == "12.5")
    #expect(Language.vi.date("2026-11-25") == "25/11/2026")
    #expect(Language.vi.date("2026-11") == "11/2026")
    #expect(Language.en.date("2026-11-25") == "2026-11-25")
    for text in ["2026", "0292 3916 916", "26-11-25", "2026-11-25T10:00", "2026-1-25", "", "-"] {
      #expect(Language.vi.date(text) == text)
    }
  }

  @Test func `Thousands stand apart, with the sign before all of them`() {
    #expect(Language.en.grouped(1_234_567) == "1,234,567")
    #expect(Language.vi.grouped(1_234_567) == "1.234.567")
    #expect(Language.en.grouped(-123) == "-123")
    #expect(Language.en.grouped(-1_234) == "-1,234")
    #expect(Language.en.grouped(-0.4) == "0")
    #expect(Language.en.grouped(Double.infinity) == "—")
  }

  @Test func `A share that is something is not rounded to nothing, nor to all`() {
    #expect(Language.en.percent(0.0001) == "< 0.1 %")
    #expect(Language.vi.percent(0.9999) == "99,9 %")
    #expect(Language.en.percent(1) == "100.0 %")
    #expect(Language.en.percent(nil) == "—")
  }

  @Test func `JSON has sorted keys, no key for nothing, and null for what is no number`() {
    let value = JSONValue.object([
      "b": .array([]), "a": .number(.infinity, decimals: 1), "c": nil,
      "d": .array([.integer(1), .object([:])]), "e": .string("a\"\\\n\u{1}"),
    ])
    #expect(
      value.text(indent: nil)
        == #"{"a":null,"b":[],"d":[1,{}],"e":"a\"\\\n\u0001"}"# + "\n")
    #expect(
      value.text()
        == "{\n  \"a\": null,\n  \"b\": [],\n  \"d\": [\n    1,\n    {}\n  ],\n  \"e\": "
        + #""a\"\\\n\u0001""# + "\n}\n")
  }
}
