public import Facts

/// A map of points as SVG: marks sized and coloured by what they stand for, lines between them faint,
/// sites above all.
///
/// The mainland fills the picture; islands far from it stand in boxes at the same scale, and where
/// sites crowd a box shows that part three times as large. Nothing is loaded from elsewhere.
public struct MapPicture: Sendable {
  /// A point that stands for something.
  public struct Mark: Sendable {
    /// How it is drawn, besides its colour.
    public enum Shape: Sendable {
      /// A circle.
      case circle
      /// A square.
      case square
      /// A cross.
      case cross
      /// A circle with nothing in it but hatching: not known.
      case hatched
      /// A patch of an area; of the legend only.
      case patch
      /// A hatched patch of an area; of the legend only.
      case hatchedPatch
    }

    /// Where it is.
    public var point: Coordinate
    /// How much it stands for; its area grows with it.
    public var weight: Double
    /// Its colour.
    public var colour: String
    /// Its shape.
    public var shape: Shape
    /// The text shown on hover and read aloud.
    public var title: String
    /// Whether an area stands for it, so that it only says where the map must reach.
    public var isInArea = false

    /// Creates a mark.
    public init(
      point: Coordinate, weight: Double, colour: String, shape: Shape, title: String
    ) {
      self.point = point
      self.weight = weight
      self.colour = colour
      self.shape = shape
      self.title = title
    }
  }

  /// A piece of land that stands for something.
  public struct Area: Sendable {
    /// Its outlines, each closed, none with a hole.
    public var rings: [[Coordinate]]
    /// Its colour.
    public var colour: String
    /// Whether it is hatched instead: not known.
    public var isHatched: Bool
    /// The text shown on hover and read aloud.
    public var title: String

    /// Creates an area.
    public init(rings: [[Coordinate]], colour: String, isHatched: Bool, title: String) {
      self.rings = rings
      self.colour = colour
      self.isHatched = isHatched
      self.title = title
    }
  }

  /// A faint line.
  public struct Line: Hashable, Sendable {
    /// The description.
    public enum Kind: Int, CaseIterable, Sendable {
      /// A road.
      case road
      /// A way on water.
      case water
    }

    /// Where it begins.
    public var start: Coordinate
    /// Where it ends.
    public var end: Coordinate
    /// The description.
    public var kind: Kind

    /// Creates a line.
    public init(from start: Coordinate, to end: Coordinate, _ kind: Kind) {
      self.start = start
      self.end = end
      self.kind = kind
    }
  }

  /// A sentence that describes the picture.
  public var title: String
  /// The same at length, for those who hear it read.
  public var summary: String
  /// The marks.
  public var marks: [Mark] {
    didSet { greatestWeight = MapPicture.greatestWeight(of: marks) }
  }
  /// The weight of the largest mark, kept because every radius rests on it.
  private var greatestWeight: Double
  /// The weights of the three marks in the legend.
  public var sizeWeights: [Double]
  /// The lines.
  public var lines: [Line]
  /// Pieces of land, below all else.
  public var areas: [Area] = []
  /// Borders and coasts, above the land.
  public var outlines: [Outline] = []
  /// A name that no other map of the same page has.
  public var id = "map"
  /// The sites, the most important first.
  public var sites: [Label]
  /// The names of regions.
  public var regions: [Label]
  /// The legend.
  public var entries: [Entry]
  /// Its words.
  public var words: Words
  /// The name of each island in a box of its own, by the numbers of its marks.
  public var nameOfIsland: @Sendable ([Int]) -> String

  /// Creates a map.
  public init(
    title: String, summary: String, marks: [Mark], sizeWeights: [Double], lines: [Line],
    sites: [Label], regions: [Label], entries: [Entry], words: Words,
    nameOfIsland: @escaping @Sendable ([Int]) -> String
  ) {
    self.title = title
    self.summary = summary
    self.marks = marks
    greatestWeight = MapPicture.greatestWeight(of: marks)
    self.sizeWeights = sizeWeights
    self.lines = lines
    self.sites = sites
    self.regions = regions
    self.entries = entries
    self.words = words
    self.nameOfIsland = nameOfIsland
  }

  /// The radius of a mark, so that its area is that of its weight.
  func radius(of weight: Double) -> Double {
    max(1.4, 7 * (max(0, weight) / greatestWeight).squareRoot())
  }

  private static func greatestWeight(of marks: [Mark]) -> Double {
    max(1, marks.map(\.weight).max() ?? 1)
  }

  /// The name of the hatching.
  var hatch: String { id + "-hatch" }

  /// The picture: an `svg` element that needs nothing from elsewhere.
  public var markup: Markup {
    let sheet = MapSheet(self)
    var picture = Markup()
    picture.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "viewBox": "0 0 \(plain(MapSheet.width)) \(plain(sheet.height))",
        "font-family": "sans-serif", "font-size": "13",
      ]
    ) {
      $0.element("title", text: title)
      $0.element("desc", text: summary)
      MapSheet.define(hatch, &$0)
      $0.empty(
        "rect",
        ["width": plain(MapSheet.width), "height": plain(sheet.height), "fill": "#ffffff"])
      sheet.draw(&$0)
    }
    return picture
  }
}
