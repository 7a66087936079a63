import Facts
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

@Suite struct NetworkTests {
  @Test func `a place knows its parent, its predecessors and its travel node`() throws {
    let network = try Network(
      with(FullRecords.all) { $0.nodes[0].record.kind = .settlement })
    let commune = network.place(try #require(network.placeIndex(of: "old:26740")))
    let newer = network.place(try #require(network.placeIndex(of: "new:26740")))
    #expect(network.parent(of: commune)?.reference == "old:79")
    #expect(network.parent(of: newer) == nil)
    #expect(network.predecessors(of: newer).map { network.place($0).reference } == ["old:26740"])
    #expect(network.predecessors(of: commune).isEmpty)
    #expect(network.node(of: commune) == 0)
    #expect(network.node(of: newer) == nil)
  }

  @Test func `a place without a point lies at its node, one without a block where it came from`()
    throws
  {
    let network = try Network(
      with(FullRecords.all) {
        $0.nodes[0].record.kind = .settlement
        $0.places[1].record.position.point = nil
      })
    let commune = network.place(try #require(network.placeIndex(of: "old:26740")))
    let newer = network.place(try #require(network.placeIndex(of: "new:26740")))
    #expect(network.point(of: commune)?.point == network.travel.nodes[0].point)
    #expect(network.point(of: commune)?.isOwn == false)
    #expect(network.point(of: newer) == nil)
    #expect(network.block(of: newer) == "north")
  }

  @Test func `each facility has its own statements, and only its own`() throws {
    var records = FullRecords.all
    for (facility, code) in [("station", "stroke.lab"), ("z", "stroke.ct"), ("a", "stroke.ct")] {
      let statement = with(records.capabilities[0].record) {
        ($0.facility, $0.code) = (facility, code)
      }
      records.capabilities += located(statement)
    }
    let facility = records.facilities[0].record
    records.facilities += located(
      with(facility) { $0.id = "z" }, with(facility) { $0.id = "a" }, with(facility) { $0.id = "b" }
    )
    let network = try Network(records)
    let found = network.facilityIndices.map { index in
      (network.facility(index).id, network.capabilities(of: index).map(\.facility))
    }
    #expect(found.map(\.0) == ["a", "b", "hospital", "station", "z"])
    #expect(found.map(\.1) == [["a"], [], ["hospital", "hospital"], ["station"], ["z"]])
  }

  @Test func `a status is found by its facility`() throws {
    let network = try Network(FullRecords.all)
    #expect(network.status(of: 0)?.traffic == .advisory)
    #expect(network.status(of: 1) == nil)
  }

  @Test func `the line to call depends on the specialty`() throws {
    let network = try Network(FullRecords.all)
    var facility = Facility()
    #expect(network.phone(of: facility) == nil)
    facility.contacts = [(.other, "1"), (.switchboard, "2"), (.stroke, "3"), (.emergency, "4")].map
    {
      contact in with(Contact()) { ($0.kind, $0.value) = contact }
    }
    #expect(network.phone(of: facility, specialty: "stroke") == "4")
    facility.contacts.removeLast()
    #expect(network.phone(of: facility, specialty: "stroke") == "3")
    #expect(network.phone(of: facility, specialty: "trauma") == "2")
    facility.contacts = [facility.contacts[0]]
    #expect(network.phone(of: facility) == "1")
  }

  @Test func `a facility without a number is called through its parent or an emergency service`()
    throws
  {
    var records = NetworkRecords()
    func place(_ code: String) {
      records.places.append(
        Located(
          with(Place()) { ($0.scheme, $0.code, $0.level) = ("s", code, .province) },
          at: Origin(document: 0, line: 0)))
    }
    func facility(
      _ id: String, _ kind: Facility.Kind, in code: String, parent: String? = nil, _ phone: String?
    ) {
      records.facilities.append(
        Located(
          with(Facility()) { facility in
            (facility.id, facility.kind, facility.parent) = (id, kind, parent)
            facility.placements = [with(Placement()) { $0.place = "s:" + code }]
            facility.contacts =
              phone.map { number in [with(Contact()) { $0.value = number }] } ?? []
          }, at: Origin(document: 0, line: 0)))
    }
    records.networks = FullRecords.all.networks
    records.schemes = [Located(with(Scheme()) { $0.id = "s" }, at: Origin(document: 0, line: 0))]
    place("1")
    place("2")
    facility("branch", .polyclinic, in: "1", parent: "main", nil)
    facility("centre", .emergencyCentre, in: "1", "115")
    facility("far", .polyclinic, in: "2", nil)
    facility("main", .polyclinic, in: "2", "3")
    facility("near", .polyclinic, in: "1", nil)
    let network = try Network(records)
    func instead(_ id: String) -> [String?] {
      let found = network.facilityIndex(of: id).flatMap {
        network.phoneInstead(of: network.facility($0))
      }
      return [found?.facility?.id, found?.number]
    }
    #expect(instead("branch") == ["main", "3"])
    #expect(instead("near") == ["centre", "115"])
    // Nobody knows who answers elsewhere: the number is told, and no name.
    #expect(instead("far") == [nil, "115"])
    // Services that share a number: whoever calls is answered by that of where they are.
    place("4")
    facility("second", .emergencyCentre, in: "4", "115")
    let shared = try Network(records)
    let line = try #require(
      shared.facilityIndex(of: "near").flatMap { shared.phoneInstead(of: shared.facility($0)) })
    #expect(line.facility == nil && line.number == "115")
    #expect(shared.emergencyLine(near: nil)?.number == "115")
    // Two services with two numbers: nobody can say which of them serves another province.
    facility("other", .emergencyCentre, in: "3", "9")
    place("3")
    let two = try Network(records)
    #expect(two.facilityIndex(of: "far").flatMap { two.phoneInstead(of: two.facility($0)) } == nil)
  }
}
