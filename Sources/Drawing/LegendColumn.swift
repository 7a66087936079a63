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
    sizesTop + 20 + LegendColumn.row * Double(map.words.sizeTexts.count) + 10
  }

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
    head(map.words.sizes, sizesTop + 8, &picture)
    for (number, words) in map.words.sizeTexts.enumerated() {
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
    line("#b5afa2", "none", y + LegendColumn.row, &picture)
    text(map.words.road, y + LegendColumn.row, &picture)
    line("#3f7fbf", "3 2", y + 2 * LegendColumn.row, &picture)
    text(map.words.water, y + 2 * LegendColumn.row, &picture)
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
    MapSheet.draw(mark, x: left + 11, y: y, radius: radius, &picture)
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
