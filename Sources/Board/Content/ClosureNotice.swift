public import Facts
import Formats
public import TravelNetwork

/// Links that are out of use until a time: a ferry that stopped, a flooded road or district.
public struct ClosureNotice: Hashable, Sendable {
  /// The closed crossing, road or area.
  public enum Target: Hashable, Sendable {
    /// A bridge or ferry by its full name.
    case crossing(String)
    /// A road or any other link by its id.
    case link(String)
    /// A place as scheme:code: links with an end in it.
    case place(String)
    /// A box: links with an end in it.
    case box(Box)
  }

  /// The closed crossing, road or area.
  public var target: Target
  /// Only links of this mode; nil means all.
  public var mode: TravelMode?
  /// From when on; nil: from when it was received.
  public var from: Instant?
  /// From when on it counts as open again.
  public var until: Instant
  /// The event in words.
  public var note: String?
  /// Where it comes from, where that is not its author.
  public var source: String?

  /// Creates a notice.
  public init(_ target: Target, until: Instant) {
    self.target = target
    self.until = until
  }

  /// Checks the notice by itself.
  func check(received: Instant) throws(BoardError) {
    switch target {
    // The name of a bridge is a name, not an id; it must be one that the network knows.
    case .crossing(let name): try FreeText.check(name, "crossing")
    case .link(let id): try FreeText.check(id: id, "link")
    case .place(let reference): try FreeText.check(id: reference, "place")
    case .box(let box):
      let latitudes = (-90.0...90.0).contains(box.south) && (-90.0...90.0).contains(box.north)
      let longitudes = (-180.0...180.0).contains(box.west) && (-180.0...180.0).contains(box.east)
      guard latitudes, longitudes, box.south <= box.north, box.west <= box.east else {
        throw .invalid(
          "box", "",
          Bilingual(
            "hộp với cạnh nam, tây không lớn hơn cạnh bắc, đông",
            "a box whose south and west are its lesser edges"))
      }
    }
    try FreeText.check(note, "note")
    try FreeText.check(source, "source")
    try checkEnd(until, from: max(from ?? received, received), longest: 366 * 86_400, "until")
  }

  /// The closed thing, as the subject of the entry.
  var subject: String {
    switch target {
    case .crossing(let name): "crossing/\(name)"
    case .link(let id): "link/\(id)"
    case .place(let reference): "place/\(reference)"
    case .box: "box"
    }
  }

  var payload: JSONValue {
    var fields: [String: JSONValue?] = [
      "mode": mode.map { .string($0.rawValue) },
      "from": from?.payload,
      "until": until.payload,
      "note": note.map { .string($0) },
      "source": source.map { .string($0) },
    ]
    switch target {
    case .crossing(let name): fields["crossing"] = .string(name)
    case .link(let id): fields["link"] = .string(id)
    case .place(let reference): fields["place"] = .string(reference)
    case .box(let box):
      fields["box"] = .object([
        "south": .number(box.south, decimals: 7), "west": .number(box.west, decimals: 7),
        "north": .number(box.north, decimals: 7), "east": .number(box.east, decimals: 7),
      ])
    }
    return .object(fields)
  }

  init(_ reader: inout PayloadReader) throws(BoardError) {
    let crossing = try reader.text("crossing")
    let link = try reader.text("link")
    let place = try reader.text("place")
    var box: Box?
    if var edges = try reader.object("box") {
      box = Box(
        south: try edges.requiredNumber("south"), west: try edges.requiredNumber("west"),
        north: try edges.requiredNumber("north"), east: try edges.requiredNumber("east"))
      try edges.finish()
    }
    let named: [Target?] = [
      crossing.map { .crossing($0) }, link.map { .link($0) }, place.map { .place($0) },
      box.map { .box($0) },
    ]
    let targets = named.compactMap { $0 }
    guard targets.count == 1, let target = targets.first else {
      throw .invalid(
        "crossing", "",
        Bilingual(
          "đúng một trong crossing, link, place, box", "just one of crossing, link, place and box"))
    }
    self.init(target, until: try reader.requiredInstant("until"))
    mode = try reader.word("mode")
    from = try reader.instant("from")
    note = try reader.text("note")
    source = try reader.text("source")
  }
}

/// The weather of the region until a time, by the id of a weather record of the network.
public struct WeatherNotice: Hashable, Sendable {
  /// The id of the weather record; nil: as on any other day.
  public var weather: String?
  /// From when on nothing is known of it any more.
  public var until: Instant
  /// A remark.
  public var note: String?
  /// Where it comes from, where that is not its author.
  public var source: String?

  /// Creates a notice.
  public init(_ weather: String?, until: Instant) {
    self.weather = weather
    self.until = until
  }

  func check(received: Instant) throws(BoardError) {
    try FreeText.check(id: weather, "weather")
    try FreeText.check(note, "note")
    try FreeText.check(source, "source")
    try checkEnd(until, from: received, longest: 31 * 86_400, "until")
  }

  var payload: JSONValue {
    .object([
      "weather": weather.map { .string($0) }, "until": until.payload,
      "note": note.map { .string($0) }, "source": source.map { .string($0) },
    ])
  }

  init(_ reader: inout PayloadReader) throws(BoardError) {
    self.init(try reader.text("weather"), until: try reader.requiredInstant("until"))
    note = try reader.text("note")
    source = try reader.text("source")
  }
}
