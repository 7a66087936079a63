import Facts

extension MapSheet {
  /// Draws sites, and the numbers for which there is room.
  func drawSites(
    _ frame: MapFrame, _ labels: inout LabelSheet, _ picture: inout Markup, _ growth: Double
  ) {
    // A sign on the edge would be cut off.
    let shown = map.sites.filter { frame.contains($0.point, inside: 6) }
    // The most important site lies on top.
    for site in shown.reversed() {
      let place = frame.place(site.point)
      picture.element(
        "path",
        [
          "d": MapSheet.sitePath(x: place.x, y: place.y), "fill": "#d7191c",
          "stroke": "#ffffff", "stroke-width": "1",
        ]
      ) { $0.element("title", text: site.title) }
    }
    for site in shown {
      let place = frame.place(site.point)
      labels.keepFree(
        left: place.x - 5, top: place.y - 5, right: place.x + 5, bottom: place.y + 5)
    }
    for site in shown {
      let place = frame.place(site.point)
      guard
        let spot = labels.place(
          x: place.x, y: place.y, text: site.text, size: 11.5, gap: 6,
          shifts: [0, -0.9, 0.9, -1.6, 1.6])
      else { continue }
      MapSheet.drawText(
        site.text, spot, size: 11.5, colour: "#8b0000", isBold: true, &picture)
    }
  }

  /// A triangle: the sign of a site.
  static func sitePath(x: Double, y: Double) -> String {
    "M\(plain(x)) \(plain(y - 6))l5.6 10h-11.2z"
  }

  /// Draws the names of regions for which there is room.
  func drawRegions(
    _ frame: MapFrame, _ labels: inout LabelSheet, _ picture: inout Markup
  ) {
    for region in map.regions where frame.contains(region.point) {
      let place = frame.place(region.point)
      guard
        let spot = labels.place(
          x: place.x, y: place.y, text: region.text, size: 12.5, gap: 0,
          shifts: [0, -1.2, 1.2, -2.4, 2.4, -3.6, 3.6])
      else { continue }
      MapSheet.drawText(region.text, spot, size: 12.5, colour: "#111111", isBold: false, &picture)
    }
  }

  /// Draws a text with a white edge, so that it is read on marks.
  static func drawText(
    _ text: String, _ spot: (x: Double, y: Double), size: Double, colour: String, isBold: Bool,
    _ picture: inout Markup
  ) {
    picture.element(
      "text",
      [
        "x": plain(spot.x), "y": plain(spot.y), "text-anchor": "middle",
        "font-size": plain(size), "fill": colour, "font-weight": isBold ? "bold" : "normal",
        "stroke": "#ffffff", "stroke-width": "3", "stroke-linejoin": "round",
        "paint-order": "stroke",
      ],
      text: text)
  }
}
