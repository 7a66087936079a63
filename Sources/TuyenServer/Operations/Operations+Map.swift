import Answers
import Facts
import Formats
import HTTPTypes
import HealthNetwork

/// The geometry of maps, which does not depend on closures and reports.
extension Operations {
  static let map: [Operation] = [
    ground(
      "/v1/map/areas", "mapAreas",
      """
      The communes and provinces of the geography in force as TopoJSON: borders that two communes share \
      are told once; where a commune has no outline, its point.
      """
    ) { call, digest in
      MapAreas(
        network: call.session.network, digest: digest, day: call.now.day, language: call.language
      ).json
    },
    ground(
      "/v1/map/ways", "mapWays",
      """
      The links but streets: class, bridge or ferry, and their line. `nodes` and `bends` are latitude and \
      longitude in `steps` of a degree, each point told by its difference from the one before; `ends` are \
      numbers of nodes; `unused` links are known, but nobody is sent over them; `streets` is how many \
      links come by /v1/tiles.
      """
    ) { call, digest in
      MapWays(network: call.session.network, digest: digest, day: call.now.day).json
    },
    ground(
      "/v1/map/facilities", "mapFacilities",
      "The facilities that have a point and are not known to have closed, with kind and telephone."
    ) { call, digest in
      MapFacilities(
        network: call.session.network, digest: digest, day: call.now.day, language: call.language
      ).json
    },
    tiles,
  ]

  private static let streets = StreetShelf()

  private static let tiles: Operation = {
    let closest = TileAddress.closest
    let most = (1 << closest) - 1
    return Operations.ground(
      "/v1/tiles/{z}/{x}/{y}", "tile",
      """
      The streets of a square of the map (Web Mercator, the addresses of all tiles of the web): for each \
      class its paths, each a first point and steps from it, x eastward and y southward in 4,096th parts of \
      the side; from zoom 13 on with names. Far away only main roads.
      """,
      [
        Parameter("z", "How often the world is halved.", .integer(0...closest)).example("14")
          .inPath,
        Parameter("x", "The column, from the west.", .integer(0...most)).example("13042").inPath,
        Parameter("y", "The row, from the north.", .integer(0...most)).example("7696").inPath,
      ]
    ) { call, digest in
      let address = TileAddress(
        zoom: try call.integer("z", 0...closest) ?? 0, column: try call.integer("x", 0...most) ?? 0,
        row: try call.integer("y", 0...most) ?? 0)
      guard address.exists else { throw Problem.noSuchTile(address) }
      return Operations.streets.tiles(digest, of: call.session.network.travel).json(address)
    }
  }()

  /// An operation that draws the ground; it makes its document of the call and of what names the ground.
  private static func ground(
    _ path: String, _ identifier: String, _ summary: String, _ parameters: [Parameter] = [],
    _ document: @escaping @Sendable (Call, String) throws -> JSONValue
  ) -> Operation {
    Operation(
      method: .get, path: PathTemplate(path), identifier: identifier, summary: summary,
      parameters: parameters, isOfGround: true,
      handler: .whole { call in
        let json = try document(call, call.state.ground(on: call.now.day))
        return Reply(json.bytes(indent: nil), as: MediaType.json)
      })
  }
}

extension Problem {
  /// A tile that the world map does not have.
  fileprivate static func noSuchTile(_ address: TileAddress) -> Problem {
    let last = (1 << address.zoom) - 1
    return Problem(
      .notFound, "no-such-tile", Bilingual("không có ô bản đồ này", "there is no such tile"),
      Bilingual(
        "ở z = \(address.zoom), x và y từ 0 đến \(last)",
        "at z = \(address.zoom), x and y are 0 to \(last)"))
  }
}
