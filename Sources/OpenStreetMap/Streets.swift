public import Facts
public import TravelNetwork

/// The streets and ferries of an OpenStreetMap file as records of a travel network.
///
///     let streets = try Streets(path: "city.osm.pbf") { print($0) }
///     let map = try TravelMap(
///       nodes: streets.nodes, links: streets.links, vehicles: Streets.vehicles, profiles: [])
///
/// A link runs from junction to junction; its length is that of the mapped line, its `shape` the
/// line. What belongs to no vehicle's largest strongly connected part is left out: whoever starts
/// on a street of these can get to, and come back from, every other street of the same vehicle.
///
/// Ids stay as long as OpenStreetMap's do: `osm-n<node>`, `osm-w<way>-<piece>`.
public struct Streets: Sendable {
  /// Junctions and ends.
  public internal(set) var nodes: [TravelNode] = []
  /// Streets and ferries between them.
  public internal(set) var links: [TravelLink] = []
  /// Counts of the objects read, kept, and left out.
  public internal(set) var report = StreetReport()
  /// The source that documents of these records name.
  public internal(set) var source = ""

  /// Whether each link is a bridge or a tunnel, named or not.
  var isCrossing: [Bool] = []
  /// Rivers and canals, for who must not jump over them.
  var rivers = RiverLines([])

  /// The licence of everything that comes from OpenStreetMap.
  public static let licence = "ODbL-1.0"

  /// The attribution that users of the data must see.
  public static let attribution = "© OpenStreetMap contributors, ODbL 1.0 (streets)"

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file: `.osm.pbf`, `.osm`, `.osm.gz` or `.osm.bz2`.
  ///   - box: Streets end where they leave it.
  ///   - vehicles: Ids that `excludes` may name, those of the network; nil means all.
  ///   - progress: Is told now and then how far it has come.
  /// - Throws: `OSMError` when the file cannot be read to its end, or holds no street.
  /// - Complexity: O(*n* log *n*) time, where *n* is the number of points of streets, and one look at
  ///   every object of the file; O(*n*) memory.
  public init(
    path: String, within box: Box? = nil, excluding vehicles: Set<String>? = nil,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws(OSMError) {
    let extract = try StreetExtract(path: path, within: box, progress: progress)
    progress(ImportProgress(stage: .network, share: 0))
    let pieces = StreetPieces(extract)
    var builder = StreetBuilder(extract, pieces, vehicles: vehicles)
    self = builder.build()
    guard !links.isEmpty else {
      throw OSMError(
        kind: .empty, path: path,
        detail: "\(extract.wayCount) ways, \(extract.ways.count) of them streets without points")
    }
    progress(ImportProgress(stage: .network, share: 1))
  }

  init() {}

  /// The vehicles that the links know, for a network that has none.
  public static var vehicles: [Vehicle] {
    [
      ("ambulance", "xe cứu thương", "ambulance", "all light"),
      ("car", "ô tô", "car", "all light"),
      ("motorbike", "xe máy", "motorbike", "all light motorcycle"),
    ].map { id, name, nameEn, carriages in
      var vehicle = Vehicle()
      vehicle.id = id
      vehicle.name = name
      vehicle.nameEn = nameEn
      vehicle.modes = "road ferry"
      vehicle.carriages = carriages
      return vehicle
    }
  }
}

/// Counts of the objects that an import read, kept, and left out.
public struct StreetReport: Hashable, Sendable {
  /// The part of the streets that a vehicle can use, from anywhere in it to anywhere in it.
  public struct Part: Hashable, Sendable {
    /// The vehicle's id.
    public var vehicle: String
    /// Nodes in the largest strongly connected part.
    public var nodes: Int
    /// Kilometres of its streets, each counted once.
    public var kilometres: Double
    /// Nodes that the vehicle could use in all parts together.
    public var usableNodes: Int
    /// Kilometres that the vehicle could use in all parts together.
    public var usableKilometres: Double

    /// Nodes of the largest part over usable nodes.
    public var share: Double { usableNodes > 0 ? Double(nodes) / Double(usableNodes) : 0 }
  }

  /// The day of the data; nil when the file does not say.
  public var date: Instant?
  /// Whether the file's header says the day; else it is that of the latest change.
  public var isDateOfHeader = false
  /// Points of the file.
  public var fileNodes = 0
  /// Ways of the file.
  public var fileWays = 0
  /// Ways that some vehicle may use.
  public var streetWays = 0
  /// Ways with a highway or ferry that none may use.
  public var unusableWays = 0
  /// Ways of which the file does not hold every point.
  public var cutWays = 0
  /// Ferries among the ways.
  public var ferryWays = 0
  /// Points with a barrier that someone does not pass.
  public var barriers = 0
  /// Junctions and ends of all parts.
  public var junctions = 0
  /// Pieces between them, of all parts.
  public var pieces = 0
  /// The length of all ways, before they were cut, in kilometres.
  public var wayKilometres = 0.0
  /// The length of all pieces, in kilometres.
  public var pieceKilometres = 0.0
  /// The length of the pieces that are kept, in kilometres.
  public var keptKilometres = 0.0
  /// Pieces that are left out because no vehicle can use them from the main part.
  public var islandPieces = 0
  /// Bridges, tunnels and ferries with a name.
  public var crossings = 0
  /// For each vehicle, its largest strongly connected part.
  public var parts: [Part] = []
}
