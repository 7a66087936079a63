/// Curves of a share that grows with a number, as SVG.
public struct CurvePicture: Sendable {
  /// A curve.
  public struct Curve: Sendable {
    /// The name beside the curve.
    public var name: String
    /// The share from 0 to 1 at 0, at `step`, at twice it, and so on.
    public var shares: [Double]
    /// Whether it is dashed.
    public var isDashed: Bool

    /// Creates a curve.
    public init(name: String, shares: [Double], isDashed: Bool) {
      self.name = name
      self.shares = shares
      self.isDashed = isDashed
    }
  }

  /// A sentence that describes the picture.
  public var title: String
  /// The caption beneath the axis.
  public var axis: String
  /// The last number of the axis, a multiple of four.
  public var last: Double
  /// The number between two shares of a curve.
  public var step: Double
  /// A number at which a line stands, and what it says.
  public var limit: (number: Double, name: String)?
  /// The curves.
  public var curves: [Curve]

  /// Creates a picture.
  public init(
    title: String, axis: String, last: Double, step: Double,
    limit: (number: Double, name: String)?, curves: [Curve]
  ) {
    self.title = title
    self.axis = axis
    self.last = last
    self.step = step
    self.limit = limit
    self.curves = curves
  }

  private static let size = (width: 800.0, height: 290.0)
  private static let plot = (left: 58.0, top: 26.0, right: 786.0, bottom: 236.0)
  private static let colours = ["#1f4e79", "#b3541e", "#4d7c0f"]

  /// The picture: an `svg` element that needs nothing from elsewhere.
  public var markup: Markup {
    var picture = Markup()
    picture.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "viewBox": "0 0 \(plain(CurvePicture.size.width)) \(plain(CurvePicture.size.height))",
        "font-family": "sans-serif", "font-size": "13",
      ]
    ) {
      $0.element("title", text: title)
      $0.empty(
        "rect",
        [
          "width": plain(CurvePicture.size.width), "height": plain(CurvePicture.size.height),
          "fill": "#ffffff",
        ])
      grid(&$0)
      mark(&$0)
      for (number, curve) in curves.enumerated() { draw(curve, number, &$0) }
      key(&$0)
    }
    return picture
  }

  private func x(_ number: Double) -> Double {
    let plot = CurvePicture.plot
    return plot.left + (plot.right - plot.left) * min(1, number / last)
  }

  private func y(_ share: Double) -> Double {
    let plot = CurvePicture.plot
    return plot.bottom - (plot.bottom - plot.top) * share
  }

  private func grid(_ picture: inout Markup) {
    let plot = CurvePicture.plot
    for quarter in 0...4 {
      let height = y(Double(quarter) / 4)
      picture.empty(
        "path",
        [
          "d": "M\(plain(plot.left)) \(plain(height))H\(plain(plot.right))",
          "stroke": quarter == 0 ? "#333333" : "#d5d5d5",
        ])
      picture.element(
        "text", ["x": plain(plot.left - 7), "y": plain(height + 4.5), "text-anchor": "end"],
        text: "\(quarter * 25) %")
    }
    for eighth in 0...8 {
      let number = last * Double(eighth) / 8
      picture.empty(
        "path",
        ["d": "M\(plain(x(number))) \(plain(plot.bottom))v5", "stroke": "#333333"])
      picture.element(
        "text",
        [
          "x": plain(x(number)), "y": plain(plot.bottom + 19),
          "text-anchor": eighth == 8 ? "end" : "middle",
        ],
        text: plain(number))
    }
    picture.element(
      "text",
      [
        "x": plain((plot.left + plot.right) / 2), "y": plain(plot.bottom + 42),
        "text-anchor": "middle",
      ],
      text: axis)
  }

  private func mark(_ picture: inout Markup) {
    guard let limit, limit.number <= last else { return }
    let plot = CurvePicture.plot
    let place = x(limit.number)
    let isLeft = limit.number > last * 0.8
    picture.empty(
      "path",
      [
        "d": "M\(plain(place)) \(plain(plot.top - 8))V\(plain(plot.bottom))",
        "stroke": "#555555", "stroke-dasharray": "2 3",
      ])
    picture.element(
      "text",
      [
        "x": plain(place + (isLeft ? -5 : 5)), "y": plain(plot.top - 10), "fill": "#333333",
        "text-anchor": isLeft ? "end" : "start",
      ],
      text: limit.name)
  }

  private func draw(_ curve: Curve, _ number: Int, _ picture: inout Markup) {
    var path = ""
    for (place, share) in curve.shares.enumerated() where Double(place) * step <= last {
      path += path.isEmpty ? "M" : "L"
      path += "\(plain(x(Double(place) * step))) \(plain(y(share)))"
    }
    picture.empty(
      "path",
      [
        "d": path, "fill": "none",
        "stroke": CurvePicture.colours[number % CurvePicture.colours.count],
        "stroke-width": "2.5", "stroke-dasharray": curve.isDashed ? "7 4" : "none",
      ])
  }

  /// Names in the lower right corner: there curves that grow have left it.
  private func key(_ picture: inout Markup) {
    let plot = CurvePicture.plot
    let longest = curves.map { LabelSheet.width(of: $0.name, size: 13) }.max() ?? 0
    let left = plot.right - longest - 58
    let top = plot.bottom - 18 - 22 * Double(curves.count)
    picture.empty(
      "rect",
      [
        "x": plain(left), "y": plain(top), "width": plain(longest + 50),
        "height": plain(22 * Double(curves.count) + 8), "fill": "#ffffff", "stroke": "#d5d5d5",
      ])
    for (number, curve) in curves.enumerated() {
      let height = top + 15 + 22 * Double(number)
      picture.empty(
        "path",
        [
          "d": "M\(plain(left + 8)) \(plain(height))h30",
          "stroke": CurvePicture.colours[number % CurvePicture.colours.count],
          "stroke-width": "2.5",
          "stroke-dasharray": curve.isDashed ? "7 4" : "none",
        ])
      picture.element(
        "text", ["x": plain(left + 45), "y": plain(height + 4.5)], text: curve.name)
    }
  }
}
