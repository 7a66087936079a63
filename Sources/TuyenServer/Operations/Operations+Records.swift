import Answers
import Facts
import Formats
import HTTPTypes
import HealthNetwork
import TravelNetwork

/// Records of facilities, places, bridges and ferries, and of the network itself.
extension Operations {
  static let records: [Operation] = [
    .asking(
      SearchQuestion.self, at: "/v1/search",
      "Places, facilities and other records by name, as it is typed.",
      [
        Parameter("text", "The beginning of a name, and after commas where it lies.")
          .example("bv da khoa ca mau").required,
        Parameter(
          "kind", "Only one kind: place, facility or record.",
          .words(["place", "facility", "record"])), .limit, .at,
      ], schema: "search", isList: true),
    facility,
    .asking(
      ShowQuestion.self, at: "/v1/records/{id}",
      "Everything that is known of a place, agreement, link or other record.",
      [Parameter("id", "The id of a record, or a name.").example("gso-2025:32128").inPath, .at],
      schema: "show"),
    .asking(
      PlacesQuestion.self, at: "/v1/places", "The places of a geography.",
      [
        .scheme,
        Parameter(
          "level", "The level: province, district or commune.",
          .words(["province", "district", "commune"])), .under, .at,
      ], schema: "places", isList: true),
    .asking(
      CrossingsQuestion.self, at: "/v1/crossings", "Bridges, ferries, boat lines and flights.",
      [Parameter("text", "A part of the name.").example("rach mieu"), .limit, .at],
      schema: "crossings", isList: true),
    .asking(
      GraphQuestion.self, at: "/v1/graph",
      "The travel graph of a vehicle at an instant: its arcs.", Parameter.travel, cost: .heavy),
    network, terms, handbook,
  ]

  private static let facility: Operation = {
    var operation = Operation.asking(
      ShowQuestion.self, at: "/v1/facilities/{id}", identifier: "facility",
      "Everything that is known of a facility, with what it reports now.",
      [Parameter("id", "The id of the facility, or its name.").example("bv-ca-mau").inPath, .at],
      schema: "show")
    operation.summary += " Its state has its age."
    return operation
  }()

  private static let network = Operation(
    method: .get, path: PathTemplate("/v1/network"), identifier: "network",
    summary: "The network that is asked: its digest, and what it holds.",
    handler: .whole { call in
      let network = call.session.network
      let header = network.header
      return Reply(
        .object([
          "id": .string(header.id), "digest": .string(call.session.digest),
          "name": .string(header.name), "nameEn": header.nameEn.map { .string($0) },
          "attribution": header.attribution.map { .string($0) },
          "zone": .string(header.zone.description),
          "entry": .integer(call.state.entry),
          "counts": .object([
            "facilities": .integer(network.records.facilities.count),
            "places": .integer(network.records.places.count),
            "links": .integer(network.travel.links.count),
          ]),
          "vehicles": .array(network.travel.vehicles.map { .string($0.id) }),
        ]))
    })

  private static let handbook = Operation(
    method: .get, path: PathTemplate("/v1/handbook"), identifier: "handbook",
    summary: """
      What a device keeps for the hours without network: every facility with its telephone, and for \
      every commune the nearest three able facilities for each need in which minutes matter, at \
      10:00 and at 02:00 of a working day, as the facts say and not as is reported now. Each is three \
      numbers: the facility by its place in the list, minutes, marks (1 hours unknown, 2 not sure, \
      4 ask first). Made in the background when it is first asked for: until then 202 with how much \
      is done.
      """,
    isPure: false, mayBeInTheMaking: true,
    handler: .waiting { call in
      guard let service = call.service else { throw Problem.failed }
      return service.handbooks.reply(for: service.holder.network, on: call.now)
    })
}
