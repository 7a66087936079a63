public import Facts

extension MapPicture {
  /// A line of many points: a border or a coast.
  public struct Outline: Hashable, Sendable {
    /// The kind.
    public enum Kind: Int, CaseIterable, Sendable {
      /// The coast, or where what is held ends.
      case edge
      /// A border.
      case border
    }

    /// The kind.
    public var kind: Kind
    /// Its points.
    public var points: [Coordinate]

    /// Creates a line.
    public init(_ kind: Kind, _ points: [Coordinate]) {
      self.kind = kind
      self.points = points
    }
  }

  /// A site with its number, or a name of a region.
  public struct Label: Hashable, Sendable {
    /// Where it is.
    public var point: Coordinate
    /// The text.
    public var text: String
    /// The description.
    public var title: String

    /// Creates a label.
    public init(point: Coordinate, text: String, title: String) {
      self.point = point
      self.text = text
      self.title = title
    }
  }

  /// A line of the legend: a mark in its colour, and what it stands for.
  public struct Entry: Hashable, Sendable {
    /// The colour.
    public var colour: String
    /// The shape.
    public var shape: Mark.Shape
    /// The meaning.
    public var text: String
    /// How much of it there is.
    public var count: String

    /// Creates a line.
    public init(colour: String, shape: Mark.Shape, text: String, count: String) {
      self.colour = colour
      self.shape = shape
      self.text = text
      self.count = count
    }
  }

  /// Words that a map needs, in the language of its reader.
  public struct Words: Hashable, Sendable {
    /// Above the legend: what the colours are.
    public var legend: String
    /// The legend of the sites.
    public var site: String
    /// The heading of the legend of sizes.
    public var sizes: String
    /// The meaning of each size in the legend.
    public var sizeTexts: [String]
    /// The legend of roads.
    public var road: String
    /// The legend of ferries and boat lines.
    public var water: String
    /// The letter of north.
    public var north: String
    /// The name of the enlarged part.
    public var enlarged: String

    /// Creates words.
    public init(
      legend: String, site: String, sizes: String, sizeTexts: [String], road: String,
      water: String, north: String, enlarged: String
    ) {
      self.legend = legend
      self.site = site
      self.sizes = sizes
      self.sizeTexts = sizeTexts
      self.road = road
      self.water = water
      self.north = north
      self.enlarged = enlarged
    }
  }
}
