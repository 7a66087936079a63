import Answers
import Facts
import Formats
import HTTPTypes
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

@testable import TuyenServer

/// The geometry of maps equals that of the network.
@Suite struct MapTests {
  @Test func `Arcs put together again are the outlines, and borders are told once`() throws {
    let network = try SharedServer.session().network
    let scheme = try #require(network.outlinedScheme)
    let outlines = network.outlines(scheme: scheme).sorted { $0.key < $1.key }
    var topology = Topology(unit: 0.0001)
    let places = topology.rings(of: outlines.map(\.value))
    var used = [Int](repeating: 0, count: topology.arcs.count)
    for (outline, rings) in zip(outlines, places) {
      let expected = outline.value.map { ring in Set(ring.map(topology.point)) }
      for ring in rings {
        var points: [Topology.Point] = []
        for number in ring {
          let arc = number < 0 ? topology.arcs[~number].reversed() : topology.arcs[number]
          used[number < 0 ? ~number : number] += 1
          if let last = points.last { #expect(last == arc.first, "arcs follow each other") }
          points += points.isEmpty ? arc : Array(arc.dropFirst())
        }
        #expect(points.first == points.last, "a ring is closed")
        #expect(expected.contains(Set(points)))
      }
    }
    #expect(used.allSatisfy { (1...2).contains($0) }, "an arc has one side or two")
    #expect(used.count { $0 == 2 } > used.count / 3, "neighbours share their borders")
  }

  @Test func `Every province has a point for its name`() throws {
    let network = try SharedServer.session().network
    let day = try #require(Day(year: 2026, month: 11, day: 25))
    let map = MapAreas(network: network, digest: "", day: day, language: .vi)
    let scheme = try #require(network.outlinedScheme)
    let expected = network.placeIndices.map { network.place($0) }.filter {
      $0.scheme == scheme && $0.level == .province
    }
    guard case .object(let fields) = map.json, case .object(let objects)?? = fields["objects"],
      case .object(let provinces)?? = objects["provinces"],
      case .array(let shown)?? = provinces["geometries"]
    else {
      Issue.record("no provinces")
      return
    }
    #expect(!expected.isEmpty)
    #expect(shown.count == expected.count)
  }

  @Test(arguments: [
    ("/v1/map/areas", 150_000), ("/v1/map/ways", 150_000), ("/v1/map/facilities", 80_000),
  ])
  func `Maps are compact, and are not sent again to those who have them`(
    _ path: String, most: Int
  ) async throws {
    let packed = try await SharedServer.ask(path, headers: ["Accept-Encoding": "gzip"])
    #expect(packed.status == 200)
    #expect(packed.body.count < most, "\(packed.body.count) bytes")
    let tag = try #require(packed["etag"])
    let again = try await SharedServer.ask(
      path, headers: ["Accept-Encoding": "gzip", "If-None-Match": tag])
    #expect(again.status == 304)
  }

  @Test(arguments: [
    ("/v1/tiles/15/0/0", 400), ("/v1/tiles/-1/0/0", 400), ("/v1/tiles/3/8/0", 404),
    ("/v1/tiles/3/0/8", 404), ("/v1/tiles/3/x/0", 400), ("/v1/tiles/3/7/7", 200),
    ("/v1/tiles/0/0/0", 200), ("/v1/tiles/14/13042/7696", 200),
  ])
  func `A tile that the world does not have is refused`(
    _ path: String, status: Int
  ) async throws {
    let response = try await SharedServer.ask(path)
    #expect(response.status == status, "\(response.text)")
  }

  @Test func `The key of the ground is that of network, corrections and day`() throws {
    let state = ServedState(try SharedServer.session())
    let day = try #require(Day(year: 2026, month: 11, day: 25))
    let next = try #require(Day(year: 2026, month: 11, day: 26))
    #expect(state.ground(on: day) == state.ground(on: day))
    #expect(state.ground(on: day) != state.ground(on: next))
    #expect(state.ground(on: day).hasPrefix(state.network))
  }

  @Test func `Every facility with a point is on the map, under its own id`() throws {
    let network = try SharedServer.session().network
    let day = try #require(Day(year: 2026, month: 11, day: 25))
    let map = MapFacilities(network: network, digest: "", day: day, language: .vi)
    let expected = network.facilityIndices.map { network.facility($0) }.filter {
      $0.position.point != nil && ($0.closed.map { day < $0.start } ?? true)
    }
    guard case .object(let fields) = map.json, case .array(let shown)?? = fields["facilities"]
    else {
      Issue.record("no list")
      return
    }
    let ids = shown.compactMap { one -> String? in
      guard case .object(let fields) = one, case .string(let id)?? = fields["id"] else {
        return nil
      }
      return id
    }
    #expect(ids == expected.map(\.id))
  }
}
