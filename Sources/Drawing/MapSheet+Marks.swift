extension MapSheet {
  /// Defines the hatching of what is not known, which no colour of the scale looks like in grey either.
  static func define(_ hatch: String, _ picture: inout Markup) {
    picture.element("defs") { defs in
      defs.element(
        "pattern",
        [
          "id": hatch, "width": "5", "height": "5", "patternUnits": "userSpaceOnUse",
          "patternTransform": "rotate(45)",
        ]
      ) {
        $0.empty("rect", ["width": "5", "height": "5", "fill": "#f4f1ea"])
        $0.empty("path", ["d": "M0 0v5", "stroke": "#7a6f5d", "stroke-width": "1.6"])
      }
    }
  }

  /// Draws a mark of the map or of its legend.
  static func draw(
    _ mark: MapPicture.Mark, x: Double, y: Double, radius: Double, hatch: String,
    _ picture: inout Markup
  ) {
    let title: (inout Markup) -> Void = {
      if !mark.title.isEmpty { $0.element("title", text: mark.title) }
    }
    switch mark.shape {
    case .patch, .hatchedPatch:
      picture.empty(
        "rect",
        [
          "x": plain(x - 9), "y": plain(y - 6.5), "width": "18", "height": "13",
          "fill": mark.shape == .patch ? mark.colour : "url(#\(hatch))", "stroke": "#777777",
          "stroke-width": "0.4",
        ])
    case .hatched:
      picture.element(
        "circle",
        [
          "cx": plain(x), "cy": plain(y), "r": plain(radius), "fill": "url(#\(hatch))",
          "stroke": "#333333", "stroke-width": "0.5",
        ], title)
    case .circle:
      picture.element(
        "circle",
        [
          "cx": plain(x), "cy": plain(y), "r": plain(radius), "fill": mark.colour,
          "stroke": "#333333", "stroke-width": "0.25", "stroke-opacity": "0.6",
        ], title)
    case .square:
      let side = radius * 1.78
      picture.element(
        "rect",
        [
          "x": plain(x - side / 2), "y": plain(y - side / 2), "width": plain(side),
          "height": plain(side), "fill": mark.colour, "stroke": "#333333",
          "stroke-width": "0.25", "stroke-opacity": "0.6",
        ], title)
    case .cross:
      let arm = max(3, radius)
      picture.element(
        "path",
        [
          "d": "M\(plain(x - arm)) \(plain(y - arm))l\(plain(2 * arm)) \(plain(2 * arm))"
            + "m0 \(plain(-2 * arm))l\(plain(-2 * arm)) \(plain(2 * arm))",
          "stroke": mark.colour, "stroke-width": "2.2", "fill": "none",
        ], title)
    }
  }
}
