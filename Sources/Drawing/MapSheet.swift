import Facts

/// How the parts of a map lie on paper: the main frame, boxes for islands, and the legend beside.
struct MapSheet {
  /// The size of the whole.
  static let width = 820.0
  let height: Double

  let map: MapPicture
  let main: MapFrame
  private let islands: [(frame: MapFrame, name: String)]
  private let enlarged: MapFrame?

  private static let legendWidth = 206.0
  private static let legendLeft = width - legendWidth
  static let mainWidth = legendLeft - 12
  /// The enlarged part reaches so far from its middle.
  private static let enlargedMetres = 12_000.0

  init(_ map: MapPicture) {
    self.map = map
    // Sites too, so that one where nobody lives is not left out.
    let points = map.marks.map(\.point) + map.sites.map(\.point)
    let parts = MapParts(points, weights: map.marks.map(\.weight) + map.sites.map { _ in 0 })
    let (main, islands) = MapSheet.frames(map, points, parts)
    self.islands = islands
    let legend = LegendColumn(map, left: MapSheet.legendLeft, top: 8)
    let enlarged = MapSheet.crowded(map.sites.map(\.point)).map { centre in
      let reach = MapSheet.enlargedMetres / 111_195
      let corners = [
        Coordinate(latitude: centre.latitude - reach, longitude: centre.longitude),
        Coordinate(latitude: centre.latitude + reach, longitude: centre.longitude),
        Coordinate(latitude: centre.latitude, longitude: centre.longitude - reach),
        Coordinate(latitude: centre.latitude, longitude: centre.longitude + reach),
      ]
      return MapFrame(
        around: corners, width: MapSheet.legendWidth - 8, margin: 2,
        x: MapSheet.legendLeft, y: legend.bottom + 24)
    }
    // A map that is as large already needs no part enlarged.
    self.enlarged = enlarged.flatMap { $0.metresPerUnit * 1.5 < main.metresPerUnit ? $0 : nil }
    self.main = main
    height = max(
      main.height + 2, legend.bottom + 4, self.enlarged.map { $0.y + $0.height + 4 } ?? 0)
  }

  /// Draws everything.
  func draw(_ picture: inout Markup) {
    draw(main, &picture, hasRegions: true)
    for (frame, name) in islands {
      draw(frame, &picture, hasRegions: false)
      let half = LabelSheet.width(of: name, size: 12) / 2
      MapSheet.drawText(
        name, (frame.x + 4 + half, frame.y + 13), size: 12, colour: "#222222", isBold: false,
        &picture)
    }
    drawScale(&picture)
    LegendColumn(map, left: MapSheet.legendLeft, top: 8).draw(&picture)
    if let enlarged {
      picture.element(
        "text",
        [
          "x": plain(enlarged.x), "y": plain(enlarged.y - 7), "font-weight": "bold",
        ],
        text: map.words.enlarged)
      draw(enlarged, &picture, hasRegions: false, growth: 1.4)
      picture.empty(
        "rect",
        [
          "x": plain(boxOfEnlarged.x), "y": plain(boxOfEnlarged.y),
          "width": plain(boxOfEnlarged.size), "height": plain(boxOfEnlarged.size),
          "fill": "none", "stroke": "#111111", "stroke-dasharray": "4 3",
        ])
    }
  }

  /// Where the enlarged part lies on the main map.
  private var boxOfEnlarged: (x: Double, y: Double, size: Double) {
    guard let enlarged, let centre = MapSheet.crowded(map.sites.map(\.point)) else {
      return (0, 0, 0)
    }
    let size = enlarged.width * enlarged.metresPerUnit / main.metresPerUnit
    let place = main.place(centre)
    return (main.x + place.x - size / 2, main.y + place.y - size / 2, size)
  }

  /// Draws one frame; what leaves it is cut off.
  private func draw(
    _ frame: MapFrame, _ picture: inout Markup, hasRegions: Bool, growth: Double = 1
  ) {
    var labels = LabelSheet(width: frame.width, height: frame.height)
    if hasRegions {
      let left = scaleLeft(scale.length + 60)
      labels.keepFree(
        left: left, top: main.height - 62, right: left + scale.length + 60, bottom: main.height)
      for island in islands {
        let (left, top) = (island.frame.x - frame.x, island.frame.y - frame.y)
        labels.keepFree(
          left: left, top: top, right: left + island.frame.width,
          bottom: top + island.frame.height)
      }
    }
    picture.line()
    picture.element(
      "svg",
      [
        "x": plain(frame.x), "y": plain(frame.y), "width": plain(frame.width),
        "height": plain(frame.height), "overflow": "hidden",
      ]
    ) { part in
      part.empty("rect", ["width": "100%", "height": "100%", "fill": "#fbfbf8"])
      for area in map.areas { draw(area, frame, &part) }
      for kind in MapPicture.Outline.Kind.allCases { draw(kind, frame, &part) }
      for kind in MapPicture.Line.Kind.allCases { draw(kind, frame, &part) }
      // A mark that would be cut off at an edge is whole on another frame.
      // Where its land is drawn, a mark would say the same again.
      let shown = map.marks.indices.filter {
        !map.marks[$0].isInArea
          && frame.contains(
            map.marks[$0].point, inside: map.radius(of: map.marks[$0].weight) * growth)
      }
      // Small marks lie on large ones.
      for number in shown.sorted(by: {
        (map.marks[$1].weight, $0) < (map.marks[$0].weight, $1)
      }) {
        let place = frame.place(map.marks[number].point)
        MapSheet.draw(
          map.marks[number], x: place.x, y: place.y,
          radius: map.radius(of: map.marks[number].weight) * growth, hatch: map.hatch, &part)
      }
      drawSites(frame, &labels, &part, growth)
      if hasRegions { drawRegions(frame, &labels, &part) }
    }
    picture.empty(
      "rect",
      [
        "x": plain(frame.x), "y": plain(frame.y), "width": plain(frame.width),
        "height": plain(frame.height), "fill": "none", "stroke": "#777777",
      ])
  }

  /// Draws a piece of land, without points nearer to each other than an eye can tell.
  private func draw(_ area: MapPicture.Area, _ frame: MapFrame, _ picture: inout Markup) {
    var paths: [String] = []
    for ring in area.rings where ring.contains(where: { frame.contains($0) }) {
      var path = ""
      var last = (x: -1e9, y: -1e9)
      for point in ring {
        let place = frame.place(point)
        guard abs(place.x - last.x) + abs(place.y - last.y) > 1 else { continue }
        path += (path.isEmpty ? "M" : "L") + "\(plain(place.x)) \(plain(place.y))"
        last = place
      }
      paths.append(path + "z")
    }
    guard !paths.isEmpty else { return }
    // A longer attribute is one that readers may refuse.
    for path in paths where path.utf8.count < 30_000 {
      picture.element(
        "path",
        [
          "d": path, "fill": area.isHatched ? "url(#\(map.hatch))" : area.colour,
          "stroke": "#ffffff", "stroke-width": "0.35",
        ]
      ) { $0.element("title", text: area.title) }
    }
  }

  /// Draws borders or coasts, of which points nearer to each other than an eye can tell are left out.
  private func draw(
    _ kind: MapPicture.Outline.Kind, _ frame: MapFrame, _ picture: inout Markup
  ) {
    let nearest = 0.8
    var path = ""
    func flush(_ picture: inout Markup) {
      guard !path.isEmpty else { return }
      picture.empty(
        "path",
        [
          "d": path, "fill": "none", "stroke": kind == .edge ? "#8a9aa8" : "#9a8fa8",
          "stroke-width": "0.8", "stroke-dasharray": kind == .edge ? "none" : "4 2 1 2",
        ])
      path = ""
    }
    for outline in map.outlines where outline.kind == kind {
      var isDown = false
      var last = (x: -1e9, y: -1e9)
      for (number, point) in outline.points.enumerated() {
        let next = outline.points[min(number + 1, outline.points.count - 1)]
        guard frame.contains(point) || frame.contains(next) else {
          isDown = false
          continue
        }
        let place = frame.place(point)
        let isEnd = number == outline.points.count - 1
        guard !isDown || isEnd || abs(place.x - last.x) + abs(place.y - last.y) > nearest else {
          continue
        }
        path += (isDown ? "L" : "M") + "\(plain(place.x)) \(plain(place.y))"
        last = (place.x, place.y)
        isDown = true
      }
      // A longer attribute is one that readers may refuse.
      if path.utf8.count > 20_000 { flush(&picture) }
    }
    flush(&picture)
  }

  private func draw(_ kind: MapPicture.Line.Kind, _ frame: MapFrame, _ picture: inout Markup) {
    var path = ""
    for line in map.lines where line.kind == kind {
      guard frame.contains(line.start) || frame.contains(line.end) else { continue }
      let (start, end) = (frame.place(line.start), frame.place(line.end))
      path += "M\(plain(start.x)) \(plain(start.y))L\(plain(end.x)) \(plain(end.y))"
    }
    guard !path.isEmpty else { return }
    picture.empty(
      "path",
      [
        "d": path, "fill": "none", "stroke": kind == .road ? "#cfcac0" : "#3f7fbf",
        "stroke-width": kind == .road ? "0.9" : "1.6",
        "stroke-dasharray": kind == .road ? "none" : "3 2",
      ])
  }
}
