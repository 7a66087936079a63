internal import COpenStreetMap

/// A cursor over the nodes, the ways or the relations of an OpenStreetMap file.
///
///     let reader = try OSMReader(path: path, reading: .ways)
///     while try reader.next() {
///       if reader.has("highway") { keep(reader.id, reader.tags) }
///     }
///
/// The one door to libosmium, and the only unsafe code of this target. Files that are plain XML
/// go through ``OSMMarkup``.
@safe final class OSMReader {
  /// The kinds of objects read.
  enum Objects: Int32 {
    case nodes = 1
    case ways = 2
    case relations = 3
  }

  /// An object that a relation holds.
  struct Member: Hashable {
    var kind: Objects
    var id: Int64
  }

  private let path: String
  /// The library's cursor; nil where the file is read as markup.
  private let handle: OpaquePointer?
  private let markup: OSMMarkup?

  /// Opens a file.
  ///
  /// - Throws: `OSMError` when it cannot be opened, or does not begin as its format does.
  init(path: String, reading objects: Objects) throws(OSMError) {
    guard let format = OSMReader.format(of: path) else {
      throw OSMError(kind: .format, path: path)
    }
    if format == "osm" {
      self.path = path
      unsafe handle = nil
      markup = try OSMMarkup(path: path, reading: objects)
      return
    }
    // With a slash in front, the library takes it neither for an address nor for standard input.
    let file = path.hasPrefix("/") ? path : "./" + path
    var outcome: Int32 = 0
    var message = [CChar](repeating: 0, count: 512)
    let opened = unsafe tuyen_osm_open(
      file, format, objects.rawValue, &outcome, &message, message.count)
    guard let opened = unsafe opened else {
      let detail = String(decoding: message.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
      throw OSMReader.error(outcome, path: path, detail: detail)
    }
    self.path = path
    unsafe handle = opened
    markup = nil
  }

  deinit { unsafe tuyen_osm_close(handle) }

  /// The format that a name says, in the words of the library.
  static func format(of path: String) -> String? {
    let name = path.lowercased()
    let formats = [
      (".osm.pbf", "pbf"), (".pbf", "pbf"), (".osm", "osm"), (".osm.gz", "osm.gz"),
      (".osm.bz2", "osm.bz2"),
    ]
    return formats.first { name.hasSuffix($0.0) }?.1
  }

  /// Moves to the next object; false at the end.
  func next() throws(OSMError) -> Bool {
    guard let handle = unsafe handle else { return try markup?.next() ?? false }
    let outcome = unsafe tuyen_osm_next(handle)
    if outcome < 0 {
      throw OSMReader.error(
        outcome, path: path, detail: unsafe text(tuyen_osm_message(handle)) ?? "")
    }
    return outcome == Int32(TUYEN_OSM_OBJECT.rawValue)
  }

  /// The day of the data, as the header states it; nil where it does not.
  var date: String? {
    if let markup { return markup.date }
    return header("osmosis_replication_timestamp") ?? header("timestamp")
  }

  private func header(_ key: String) -> String? {
    guard let handle = unsafe handle else { return nil }
    let value = unsafe text(tuyen_osm_header(handle, key)) ?? ""
    return value.isEmpty ? nil : value
  }

  /// How much of the file has been read, from 0 to 1.
  var progress: Double {
    guard let handle = unsafe handle else {
      return min(1, Double(markup?.bytesRead ?? 0) / Double(max(1, markup?.size ?? 1)))
    }
    let size = unsafe tuyen_osm_size(handle)
    return size > 0 ? min(1, Double(unsafe tuyen_osm_offset(handle)) / Double(size)) : 0
  }

  /// The id of the object.
  var id: Int64 {
    if let handle = unsafe handle { return unsafe tuyen_osm_id(handle) }
    return markup?.id ?? 0
  }

  /// Seconds since 1970 of the object's last change; 0 when the file does not say.
  var timestamp: Int {
    if let handle = unsafe handle { return Int(unsafe tuyen_osm_timestamp(handle)) }
    return markup?.timestamp ?? 0
  }

  /// Degrees times ten million of a node; nil when it has no place on the globe.
  var location: (latitude: Int32, longitude: Int32)? {
    guard let handle = unsafe handle else { return markup?.location }
    var latitude: Int32 = 0
    var longitude: Int32 = 0
    guard unsafe tuyen_osm_location(handle, &latitude, &longitude) != 0 else { return nil }
    return (latitude, longitude)
  }

  /// Degrees times ten million of the middle of a way or a relation, where the file states it.
  var centre: (latitude: Int32, longitude: Int32)? { markup?.centre }

  /// Whether the object has a tag.
  func has(_ key: String) -> Bool {
    if let handle = unsafe handle { return unsafe tuyen_osm_tag(handle, key) != nil }
    return markup?.tags.contains { $0.key == key } ?? false
  }

  /// The tags of the object; of equal keys the first counts.
  var tags: Tags {
    var tags = Tags()
    guard let handle = unsafe handle else {
      for (key, value) in markup?.tags ?? [] { tags.add(key, value) }
      return tags
    }
    var key: UnsafePointer<CChar>?
    var value: UnsafePointer<CChar>?
    while unsafe tuyen_osm_next_tag(handle, &key, &value) != 0 {
      guard let key = unsafe text(key), let value = unsafe text(value) else { continue }
      tags.add(key, value)
    }
    return tags
  }

  /// Adds the ids of the nodes of a way.
  func appendNodes(to ids: inout [Int64]) {
    guard let handle = unsafe handle else {
      ids += markup?.nodes ?? []
      return
    }
    let count = unsafe tuyen_osm_node_count(handle)
    let added = unsafe [Int64](unsafeUninitializedCapacity: count) { buffer, initialized in
      if let base = buffer.baseAddress {
        unsafe tuyen_osm_copy_nodes(handle, base, count)
        initialized = count
      }
    }
    ids.append(contentsOf: added)
  }

  /// The members of a relation, without the holes of an area.
  var members: [Member] {
    guard let handle = unsafe handle else { return markup?.members ?? [] }
    let count = unsafe tuyen_osm_member_count(handle)
    var kinds = [Int32](repeating: 0, count: count)
    var ids = [Int64](repeating: 0, count: count)
    unsafe tuyen_osm_copy_members(handle, &kinds, &ids, count)
    return zip(kinds, ids).compactMap { kind, id in
      Objects(rawValue: kind).map { Member(kind: $0, id: id) }
    }
  }

  /// A text of the library; what is not UTF-8 is replaced by U+FFFD.
  private func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }

  private static func error(_ outcome: Int32, path: String, detail: String) -> OSMError {
    let kind: OSMError.Kind =
      switch outcome {
      case Int32(TUYEN_OSM_UNREADABLE.rawValue): .unreadable
      case Int32(TUYEN_OSM_HISTORY.rawValue): .history
      default: .damaged
      }
    // The library quotes the file, which may hold anything.
    let words = String(collapsingWhitespace(detail).prefix(200))
    return OSMError(kind: kind, path: path, detail: words.isEmpty ? nil : words)
  }
}
