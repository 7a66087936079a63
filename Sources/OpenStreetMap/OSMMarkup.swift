import Facts
import Files
import XMLStream

/// A cursor over the objects of one kind in an unpacked `.osm` file.
///
/// The library refuses what Overpass adds to ways and relations (`out center`, `out bb`), and knows
/// nothing of the day that it states in `meta`; so these files are read as the XML they are.
final class OSMMarkup {
  /// The id of the object.
  private(set) var id: Int64 = 0
  /// The tags of the object, in order.
  private(set) var tags: [(key: String, value: String)] = []
  /// The ids of the nodes of a way.
  private(set) var nodes: [Int64] = []
  /// The members of a relation that are no holes.
  private(set) var members: [OSMReader.Member] = []
  /// Degrees times ten million of a node; nil when it has no place on the globe.
  private(set) var location: (latitude: Int32, longitude: Int32)?
  /// The middle of a way or a relation, as far as the file states it.
  private(set) var centre: (latitude: Int32, longitude: Int32)?
  /// The day of the data that the file states.
  private(set) var date: String?

  private let path: String
  private let wanted: Int
  private var reader: XMLReader
  private var time: String?
  /// Whether the reader stands at the start tag of an object that was not taken yet.
  private var isAtObject = false

  private static let names = XMLNames([
    "node", "way", "relation", "tag", "nd", "member", "center", "bounds", "meta", "osm",
    "osmChange", "id", "lat", "lon", "timestamp", "k", "v", "ref", "type", "role", "minlat",
    "minlon", "maxlat", "maxlon", "osm_base", "visible",
  ])

  private enum Name {
    static let node = 0, way = 1, relation = 2, tag = 3, nd = 4, member = 5, center = 6
    static let bounds = 7, meta = 8, osm = 9, osmChange = 10, id = 11, lat = 12, lon = 13
    static let timestamp = 14, k = 15, v = 16, ref = 17, type = 18, role = 19, minlat = 20
    static let minlon = 21, maxlat = 22, maxlon = 23, osmBase = 24, visible = 25
  }

  /// Opens a file and reads up to its first object.
  ///
  /// - Throws: `OSMError` when it cannot be opened, or does not begin as such files do.
  init(path: String, reading objects: OSMReader.Objects) throws(OSMError) {
    self.path = path
    wanted = Int(objects.rawValue) - 1
    size = FileStamp(path: path)?.length ?? 0
    var limits = XMLLimits()
    limits.documentBytes = 1 << 40
    limits.seconds = 86_400
    do throws(DocumentError) {
      reader = try XMLReader(path: path, names: OSMMarkup.names, schema: nil, limits: limits)
    } catch {
      throw OSMMarkup.error(error, path)
    }
    try begin()
  }

  /// How many bytes have been read.
  var bytesRead: Int { reader.bytesRead }

  /// The length of the file in bytes.
  let size: Int

  /// Seconds since 1970 of the object's last change; 0 when the file does not say.
  var timestamp: Int { time.flatMap { Instant($0) }?.seconds ?? 0 }

  /// Moves to the next object; false at the end.
  func next() throws(OSMError) -> Bool {
    do throws(DocumentError) {
      while true {
        if !isAtObject, try reader.next() == .endOfDocument { return false }
        guard isAtObject || reader.event == .start else { continue }
        isAtObject = false
        guard reader.name == wanted else {
          try reader.skipElement()
          continue
        }
        if try take() { return true }
      }
    } catch {
      throw OSMMarkup.error(error, path)
    }
  }

  private func begin() throws(OSMError) {
    do throws(DocumentError) {
      while try reader.next() != .endOfDocument {
        guard reader.event == .start else { continue }
        switch reader.name {
        case Name.osm where reader.depth == 1: date = reader.attribute(Name.timestamp)
        case Name.osmChange where reader.depth == 1:
          throw DocumentError(
            kind: .forbidden, path: path, line: reader.line, message: "osmChange")
        case Name.meta: date = reader.attribute(Name.osmBase) ?? date
        case Name.node, Name.way, Name.relation:
          isAtObject = true
          return
        default:
          if reader.depth == 1 {
            throw DocumentError(
              kind: .malformed, path: path, line: reader.line, message: reader.nameString)
          }
        }
      }
    } catch {
      throw OSMMarkup.error(error, path)
    }
  }

  /// Takes the object that starts here; false where it has no id, or is a deleted one.
  private func take() throws(DocumentError) -> Bool {
    tags.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
    centre = nil
    let isThere = reader.boolAttribute(Name.visible) ?? true
    guard let number = reader.intAttribute(Name.id), isThere else {
      guard reader.hasAttribute(Name.id) else {
        try reader.skipElement()
        return false
      }
      guard isThere else {
        try reader.skipElement()
        return false
      }
      throw DocumentError(
        kind: .malformed, path: path, line: reader.line,
        message: "line \(reader.line): the id \(reader.attribute(Name.id) ?? "") is no number")
    }
    id = Int64(number)
    time = reader.attribute(Name.timestamp)
    location = place(Name.lat, Name.lon)
    let outer = reader.depth
    while try reader.next() != .endOfDocument {
      if reader.event == .end, reader.depth == outer { break }
      if reader.event == .start { takePart() }
    }
    return true
  }

  private func takePart() {
    switch reader.name {
    case Name.tag:
      tags.append((reader.attribute(Name.k) ?? "", reader.attribute(Name.v) ?? ""))
    case Name.nd:
      if let ref = reader.intAttribute(Name.ref) { nodes.append(Int64(ref)) }
    case Name.member:
      guard reader.attribute(Name.role) != "inner", let ref = reader.intAttribute(Name.ref),
        let kind = reader.attribute(Name.type).flatMap(OSMMarkup.names.code),
        let objects = OSMReader.Objects(rawValue: Int32(kind + 1))
      else { return }
      members.append(OSMReader.Member(kind: objects, id: Int64(ref)))
    case Name.center:
      centre = place(Name.lat, Name.lon) ?? centre
    case Name.bounds:
      guard centre == nil, let south = place(Name.minlat, Name.minlon),
        let north = place(Name.maxlat, Name.maxlon)
      else { return }
      centre = (
        (south.latitude + north.latitude) / 2,
        south.longitude / 2 + north.longitude / 2
      )
    default: break
    }
  }

  /// A place that two attributes state, where it is on the globe.
  private func place(_ latitude: Int, _ longitude: Int) -> (latitude: Int32, longitude: Int32)? {
    guard let latitude = reader.doubleAttribute(latitude), abs(latitude) <= 90,
      let longitude = reader.doubleAttribute(longitude), abs(longitude) <= 180
    else { return nil }
    return (
      Int32(clamping: Int(clamping: (latitude * 1e7).rounded())),
      Int32(clamping: Int(clamping: (longitude * 1e7).rounded()))
    )
  }

  private static func error(_ error: DocumentError, _ path: String) -> OSMError {
    let kind: OSMError.Kind =
      switch error.kind {
      case .unreadable: .unreadable
      case .forbidden where error.message == "osmChange": .history
      default: .damaged
      }
    let place = error.line > 0 && !error.message.hasPrefix("line ") ? "line \(error.line): " : ""
    return OSMError(kind: kind, path: path, detail: place + error.message)
  }
}
