import Drawing
import Facts
import TestSupport
import Testing
import XMLStream

@Suite struct PictureTests {
  private func map(marks count: Int, seed: Int) -> MapPicture {
    var random = SeededRandom(seed: seed)
    func point() -> Coordinate {
      Coordinate(
        latitude: .random(in: 8.6...11, using: &random),
        longitude: .random(in: 103.5...107, using: &random))
    }
    let scale = StepScale(around: 60)
    return MapPicture(
      title: "A <map> & more", summary: "]]>",
      marks: (0..<count).map { number in
        let minutes = Double.random(in: 0...200, using: &random)
        return MapPicture.Mark(
          point: point(), weight: .random(in: 0...90_000, using: &random),
          colour: scale.colour(of: minutes), shape: minutes <= 60 ? .circle : .square,
          title: "mark \(number) <script>")
      }, sizeWeights: [5_000, 20_000],
      lines: count > 1 ? [.init(from: point(), to: point(), .water)] : [],
      sites: (0..<min(9, count)).map { .init(point: point(), text: "\($0)", title: "site") },
      regions: [.init(point: point(), text: "Cà Mau", title: "Cà Mau")],
      entries: [.init(colour: "#000000", shape: .circle, text: "≤ 60", count: "1")],
      words: .init(
        legend: "l", site: "s", sizes: "z", sizeTexts: ["5", "20"], road: "r", water: "w",
        north: "N", enlarged: "e"), nameOfIsland: { "island of \($0.count)" })
  }

  @Test(arguments: seeds(8))
  func `a map is well-formed, names every mark, and is the same bytes twice`(seed: Int) throws {
    let source = map(marks: 120, seed: seed).markup.source
    #expect(source == map(marks: 120, seed: seed).markup.source)
    let read = try ReadMarkup(source)
    #expect(read.texts.first == "A <map> & more")
    let texts = Set(read.texts)
    let lost = (0..<120).filter { !texts.contains("mark \($0) <script>") }
    #expect(lost.isEmpty, "seed \(seed)")
    #expect(!source.contains("<script") && !source.contains("href"))
  }

  @Test(arguments: [0, 1, 2]) func `a map of hardly anything can be drawn`(count: Int) throws {
    let source = map(marks: count, seed: 7).markup.source
    #expect(try ReadMarkup(source).names.first == "svg")
    #expect(!source.contains("nan") && !source.contains("inf"))
  }

  @Test func `areas of marks are as their weights`() {
    var picture = map(marks: 2, seed: 1)
    picture.marks[0].weight = 80_000
    picture.marks[1].weight = 20_000
    let source = picture.markup.source
    #expect(source.contains(#"r="7""#) || source.contains(#"width="12.46""#))
    #expect(source.contains(#"r="3.5""#) || source.contains(#"width="6.23""#))
  }

  @Test func `a curve passes through its shares`() throws {
    let picture = CurvePicture(
      title: "t", axis: "minutes", last: 120, step: 60, limit: (60, "60"),
      curves: [.init(name: "usual", shares: [0, 0.5, 1], isDashed: false)])
    let source = picture.markup.source
    // The plot is from 58 to 786 and from 236 (nobody) up to 26 (all).
    #expect(source.contains("M58 236L422 131L786 26"))
    #expect(try ReadMarkup(source).texts.contains("usual"))
  }
}
