import Facts
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

/// What closures close, on the drawn network below: districts A and B of one scheme, and a commune of
/// a newer scheme that took over all of a1 and a part of a2.
///
///     a1 ---l1--- a2 ---l2--- b1 ---l3--- b2       l2 is a bridge, l4 a ferry from a1 to b2
@Suite struct ClosureTests {
  private static var records: NetworkRecords {
    var records = NetworkRecords()
    records.networks = located(with(NetworkHeader()) { $0.id = "drawn" })
    records.schemes = located(
      with(Scheme()) { $0.id = "old" }, with(Scheme()) { $0.id = "new" })
    func place(_ scheme: String, _ code: String, _ level: Place.Level, in parent: String? = nil)
      -> Place
    {
      with(Place()) {
        $0.scheme = scheme
        $0.code = code
        $0.name = code
        $0.level = level
        $0.parent = parent
      }
    }
    func successor(_ extent: Successor.Extent) -> Successor {
      with(Successor()) {
        $0.place = "new:a"
        $0.extent = extent
      }
    }
    records.places = located(
      place("new", "a", .commune), place("old", "A", .district), place("old", "B", .district),
      with(place("old", "a1", .commune, in: "A")) { $0.successors = [successor(.whole)] },
      with(place("old", "a2", .commune, in: "A")) { $0.successors = [successor(.part)] },
      place("old", "b1", .commune, in: "B"), place("old", "b2", .commune, in: "B"))
    for (number, code) in ["a1", "a2", "b1", "b2"].enumerated() {
      records.nodes += located(
        with(TravelNode()) {
          $0.id = code
          $0.place = "old:" + code
          $0.point = Coordinate(latitude: 10, longitude: 105 + Double(number) / 10)
        })
    }
    func link(_ id: String, _ start: String, _ end: String, _ crossing: String?) -> TravelLink {
      with(TravelLink()) {
        $0.id = id
        $0.start = start
        $0.end = end
        $0.kilometres = 10
        $0.speed = 60
        $0.freeFlowSpeed = 80
        $0.crossing = crossing
      }
    }
    records.links = located(
      link("l1", "a1", "a2", nil), link("l2", "a2", "b1", "Cầu"), link("l3", "b1", "b2", nil),
      with(link("l4", "a1", "b2", "Phà")) {
        $0.mode = .ferry
        $0.crossingMinutes = 10
      })
    records.vehicles = located(
      with(Vehicle()) {
        $0.id = "ambulance"
        $0.name = "xe"
        $0.modes = "road ferry"
        $0.carriages = "all"
      })
    return records
  }

  private func closed(_ change: (inout TravelClosure) -> Void) throws -> [String] {
    var records = ClosureTests.records
    records.closures = located(
      with(TravelClosure()) {
        $0.id = "c"
        $0.name = "c"
        change(&$0)
      })
    let travel = try Network(records).travel
    let day = try #require(Day(year: 2026, month: 11, day: 25))
    let links = travel.closedLinks(on: day).sorted().map { travel.links[$0].id }
    // Every graph does without them, and the nodes stay where points may be joined.
    let at = try #require(Instant("2026-11-25T12:00+00:00"))
    let vehicle = try #require(travel.vehicle("ambulance"))
    let graph = TravelGraph(travel, TravelConditions(vehicle: vehicle, at: at))
    #expect(graph.links(refusedFor: .closure).map { travel.links[$0].id } == links)
    #expect(graph.usableNodes.count == 4)
    return links
  }

  @Test func `a crossing is closed by its full name`() throws {
    #expect(try closed { $0.crossing = "Phà" } == ["l4"])
  }

  @Test func `a place closes what ends in it or in its units`() throws {
    #expect(try closed { $0.place = "old:A" } == ["l1", "l2", "l4"])
    #expect(try closed { $0.place = "old:b1" } == ["l2", "l3"])
  }

  @Test func `a newer place closes what it wholly took over`() throws {
    #expect(try closed { $0.place = "new:a" } == ["l1", "l4"])
  }

  @Test func `a mode and a box narrow it`() throws {
    #expect(
      try closed {
        $0.place = "old:A"
        $0.mode = .road
      } == ["l1", "l2"])
    #expect(
      try closed { $0.box = Box(south: 9, west: 105.25, north: 11, east: 106) }
        == ["l3", "l4"])
  }

  @Test func `it is over when it is over`() throws {
    #expect(
      try closed {
        $0.crossing = "Phà"
        $0.period = Period(from: nil, to: PartialDate("2026-11-25"))
      }.isEmpty)
    #expect(
      try closed {
        $0.crossing = "Phà"
        $0.period = Period(from: PartialDate("2026-11-25"))
      } == ["l4"])
  }

  @Test func `what closes nothing is an error with its line`() {
    func problems(_ change: (inout TravelClosure) -> Void) -> [Problem] {
      var records = ClosureTests.records
      records.closures = located(
        with(TravelClosure()) {
          $0.id = "c"
          $0.name = "c"
          change(&$0)
        })
      do throws(NetworkProblems) {
        _ = try Network(records)
        return []
      } catch {
        return error.problems
      }
    }
    let none = problems { _ in }
    #expect(none.count == 1 && none[0].origin?.line == 2)
    #expect(none[0].message.contains("must name one of"))
    let two = problems {
      $0.crossing = "Cầu"
      $0.place = "old:A"
    }
    #expect(two.count == 1)
    #expect(problems { $0.crossing = "Cầ" }.first?.message.contains("crossing \"Cầ\"") == true)
    #expect(problems { $0.place = "old:z" }.first?.message.contains("place \"old:z\"") == true)
    let box = problems { $0.box = Box(south: 11, west: 105, north: 10, east: 106) }
    #expect(box.first?.message.contains("holds nothing") == true)
  }
}
