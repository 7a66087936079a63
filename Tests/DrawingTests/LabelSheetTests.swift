import Drawing
import TestSupport
import Testing

@Suite struct LabelSheetTests {
  @Test(arguments: seeds(20))
  func `no label covers another or leaves the sheet`(seed: Int) {
    var random = SeededRandom(seed: seed)
    var sheet = LabelSheet(width: 300, height: 200)
    var boxes: [(Double, Double, Double, Double)] = []
    for _ in 0..<80 {
      let text = String(repeating: "x", count: Int.random(in: 1...12, using: &random))
      let size = Double.random(in: 8...14, using: &random)
      guard
        let spot = sheet.place(
          x: .random(in: 0...300, using: &random), y: .random(in: 0...200, using: &random),
          text: text, size: size, gap: Bool.random(using: &random) ? 6 : 0,
          shifts: [0, -1, 1])
      else { continue }
      let half = LabelSheet.width(of: text, size: size) / 2
      let box = (spot.x - half, spot.y - size * 0.85, spot.x + half, spot.y + size * 0.25)
      #expect(box.0 >= 0 && box.1 >= 0 && box.2 <= 300 && box.3 <= 200, "seed \(seed)")
      for other in boxes {
        let isApart =
          other.0 >= box.2 || other.2 <= box.0 || other.1 >= box.3 || other.3 <= box.1
        #expect(isApart, "seed \(seed)")
      }
      boxes.append(box)
    }
    #expect(boxes.count > 5)
  }

  @Test func `what is kept free stays free`() {
    var sheet = LabelSheet(width: 100, height: 100)
    sheet.keepFree(left: 0, top: 0, right: 100, bottom: 100)
    #expect(sheet.place(x: 50, y: 50, text: "a", size: 10, gap: 0) == nil)
  }
}
