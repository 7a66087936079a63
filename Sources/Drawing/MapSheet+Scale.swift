import Facts

extension MapSheet {
  /// Where the scale begins: in the lower corner, or between them, where fewest points lie.
  func scaleLeft(_ width: Double) -> Double {
    let water = map.lines.filter { $0.kind == .water }.flatMap { [$0.start, $0.end] }
    let places = (map.marks.map(\.point) + map.sites.map(\.point) + water).map(main.place)
    let lefts = [main.width - width, 12, main.width * 0.62 - width, main.width * 0.4]
    func count(_ left: Double) -> Int {
      places.count {
        $0.x > left - 14 && $0.x < left + width + 8 && $0.y > main.height - 64
          && $0.y < main.height
      }
    }
    return lefts.min { count($0) < count($1) } ?? 12
  }

  /// The round length of the bar, and its length on paper.
  var scale: (kilometres: Int, length: Double) {
    let kilometres =
      [1, 2, 5, 10, 20, 50, 100, 200, 500].last {
        Double($0) * 1_000 / main.metresPerUnit <= main.width / 4
      } ?? 1
    return (kilometres, Double(kilometres) * 1_000 / main.metresPerUnit)
  }

  /// A bar of a round length and an arrow to the north.
  func drawScale(_ picture: inout Markup) {
    let (kilometres, length) = scale
    let left = main.x + scaleLeft(length + 60)
    let base = main.y + main.height - 16
    picture.empty(
      "path",
      [
        "d": "M\(plain(left)) \(plain(base - 5))v5h\(plain(length))v-5", "fill": "none",
        "stroke": "#111111", "stroke-width": "1.5",
      ])
    picture.element(
      "text", ["x": plain(left + length / 2), "y": plain(base - 8), "text-anchor": "middle"],
      text: "\(kilometres) km")
    let arrow = left + length + 34
    picture.empty(
      "path",
      [
        "d": "M\(plain(arrow)) \(plain(base))v-30m-6 10l6 -12l6 12", "fill": "none",
        "stroke": "#111111", "stroke-width": "1.5",
      ])
    picture.element(
      "text", ["x": plain(arrow), "y": plain(base - 36), "text-anchor": "middle"],
      text: map.words.north)
  }
}
