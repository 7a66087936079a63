import Drawing
import Facts
import TestSupport
import Testing

@Suite struct MapFrameTests {
  @Test(arguments: seeds(16))
  func `lengths on paper are those on the ground`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let points = (0..<40).map { _ in
      Coordinate(
        latitude: .random(in: 8.5...11.1, using: &random),
        longitude: .random(in: 104.4...107, using: &random))
    }
    let frame = MapFrame(around: points, width: 600, margin: 12, x: 3, y: 4)
    #expect(abs(frame.width - 600) < 0.01)
    for point in points { #expect(frame.contains(point)) }
    for (one, other) in zip(points, points.dropFirst()) {
      let metres = one.distanceInMetres(to: other)
      let (start, end) = (frame.place(one), frame.place(other))
      let paper =
        ((start.x - end.x) * (start.x - end.x) + (start.y - end.y) * (start.y - end.y))
        .squareRoot()
      #expect(abs(paper * frame.metresPerUnit / metres - 1) < 0.006, "seed \(seed)")
    }
  }

  @Test func `north is up and east is right`() {
    let points = [
      Coordinate(latitude: 9, longitude: 105), Coordinate(latitude: 10, longitude: 106),
    ]
    let frame = MapFrame(around: points, width: 100, margin: 0, x: 0, y: 0)
    let (south, north) = (frame.place(points[0]), frame.place(points[1]))
    #expect(north.y < south.y && north.x > south.x)
    #expect(!frame.contains(Coordinate(latitude: 10.1, longitude: 105.5)))
  }

  @Test func `a frame that grows keeps its middle and its scale`() {
    let points = [
      Coordinate(latitude: 9, longitude: 105), Coordinate(latitude: 10, longitude: 106),
    ]
    let frame = MapFrame(around: points, width: 100, margin: 0, x: 0, y: 0)
    let grown = frame.grown(width: 140, height: 160)
    let (before, after) = (frame.place(points[0]), grown.place(points[0]))
    #expect(abs(after.x - before.x - 20) < 1e-9)
    #expect(abs(after.y - before.y - (160 - frame.height) / 2) < 1e-9)
    #expect(grown.metresPerUnit == frame.metresPerUnit)
  }
}
