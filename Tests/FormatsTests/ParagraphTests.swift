import Formats
import Testing

/// Text broken into lines.
@Suite struct ParagraphTests {
  @Test func `A number stays with its unit`() {
    #expect(
      Paragraph.lines("còn 10 giờ 31 phút, đi 24 km", width: 12) == [
        "còn 10 giờ", "31 phút, đi", "24 km",
      ])
    #expect(
      Paragraph.lines("at 9 h (5 %); 3 hours", width: 6) == ["at 9 h", "(5 %);", "3", "hours"])
  }

  @Test func `A word longer than the line keeps one to itself`() {
    #expect(Paragraph.lines("a longer-word b", width: 4) == ["a", "longer-word", "b"])
    #expect(Paragraph.lines("", width: 4) == [""])
  }

  @Test func `Lines below a head begin where its text begins`() {
    #expect(Paragraph.lines("Ask: ", "one two three", width: 12) == ["Ask: one two", "     three"])
  }
}
