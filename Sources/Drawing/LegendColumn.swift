import Facts

/// The legend of a map: the meaning of its colours, sizes and lines, in a column beside it.
struct LegendColumn {
  private let map: MapPicture
  private let left: Double
  private let top: Double

  private static let row = 21.0

  init(_ map: MapPicture, left: Double, top: Double) {
    self.map = map
    self.left = left
    self.top = top
  }

  private var sizesTop: Double {
    top + 22 + LegendColumn.row * Double(map.entries.count) + 16
  }

  private var linesTop: Double {
    tellsSizes
      ? sizesTop + 20 + LegendColumn.row * Double(map.words.sizeTexts.count) + 10 : sizesTop
  }

  /// Whether any mark is drawn, of which the size says something.
  private var tellsSizes: Bool { map.marks.contains { !$0.isInArea } }

  /// The lower edge.
  var bottom: Double { linesTop + LegendColumn.row * 3 }

  func draw(_ picture: inout Markup) {
    head(map.words.legend, top + 12, &picture)
    for (number, entry) in map.entries.enumerated() {
      let y = top + 32 + LegendColumn.row * Double(number)
      mark(entry.colour, entry.shape, y, radius: 6.5, &picture)
      text(entry.text, y, &picture)
      picture.element(
        "text",
        ["x": plain(MapSheet.width - 4), "y": plain(y + 4.5), "text-anchor": "end"],
        text: entry.count)
    }
    if tellsSizes { head(map.words.sizes, sizesTop + 8, &picture) }
    for (number, words) in map.words.sizeTexts.enumerated() where tellsSizes {
      let y = sizesTop + 26 + LegendColumn.row * Double(number)
      mark("#e8e8e8", .circle, y, radius: map.radius(of: map.sizeWeights[number]), &picture)
      text(words, y, &picture)
    }
    let y = linesTop + 8
    picture.empty(
      "path",
      [
        "d": MapSheet.sitePath(x: left + 11, y: y), "fill": "#d7191c", "stroke": "#ffffff",
      ])
    text(map.words.site, y, &picture)
    var next = y
    for kind in MapPicture.Line.Kind.allCases where map.lines.contains(where: { $0.kind == kind }) {
      next += LegendColumn.row
      let isRoad = kind == .road
      line(isRoad ? "#b5afa2" : "#3f7fbf", isRoad ? "none" : "3 2", next, &picture)
      text(isRoad ? map.words.road : map.words.water, next, &picture)
    }
  }

  private func head(_ words: String, _ y: Double, _ picture: inout Markup) {
    picture.element(
      "text", ["x": plain(left), "y": plain(y), "font-weight": "bold"], text: words)
  }

  private func text(_ words: String, _ y: Double, _ picture: inout Markup) {
    picture.element("text", ["x": plain(left + 26), "y": plain(y + 4.5)], text: words)
  }

  private func mark(
    _ colour: String, _ shape: MapPicture.Mark.Shape, _ y: Double, radius: Double,
    _ picture: inout Markup
  ) {
    let mark = MapPicture.Mark(
      point: .init(latitude: 0, longitude: 0), weight: 0, colour: colour, shape: shape, title: "")
    MapSheet.draw(
      mark, x: left + 11, y: y, radius: radius, hatch: map.hatch, &picture)
  }

  private func line(_ colour: String, _ dashes: String, _ y: Double, _ picture: inout Markup) {
    picture.empty(
      "path",
      [
        "d": "M\(plain(left))  \(plain(y))h22", "stroke": colour, "stroke-width": "1.6",
        "stroke-dasharray": dashes,
      ])
  }
}
