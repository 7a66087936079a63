import Facts
import HealthNetwork
import Planning
import Referral
import TestSupport
import Testing
import TravelNetwork

@Suite struct LevelGainsTests {
  @Test func `a gain is what the network made again with the capability finds`() throws {
    let network = try ShippedNetwork.network.get()
    let hierarchy = TravelHierarchy(network.travel)
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    let at = try #require(Instant("2026-11-25T10:00+07:00"))
    let ladder = try #require(network.records.ladders.first { $0.record.id == "emonc" }?.record)
    let register = PracticeRegister(network, on: at.day)
    let standings = network.facilityIndices.filter {
      network.facility($0).isInService(on: at.day, isConfirmed: true)
    }.map { LadderStanding(ladder, of: $0, register) }
    let holders = standings.filter { $0.level == 1 }.map(\.facility)
    var candidates = standings.filter { $0.level == 0 }.map(\.facility)
    candidates += standings.filter { $0.level == nil }.map(\.facility)
      .filter { network.facility($0).kind == .regionalMedicalCentre }.prefix(4)
    #expect(holders.count == 28 && candidates.count == 13)
    let demand = try Demand(network, scheme: "gso-2025")
    let conditions = TravelConditions(vehicle: vehicle, at: at)
    let prepared = PlanningNetwork(network, hierarchy, conditions)
    let gains = LevelGains(
      of: candidates, among: holders, for: demand, on: prepared, within: 60)
    let need = try #require(Need("obstetrics.cemonc", in: network.vocabulary))
    let query = ReferralQuery(need: need, at: at, vehicle: vehicle)
    let before = NearestTable(prepared.accesses(of: demand), query, on: prepared)
    let served = demand.communes.indices.filter { before.minutes(of: $0) <= 60 }
      .reduce(0.0) { $0 + demand.communes[$1].people }
    #expect(abs(gains.served - served) < 1e-3)
    for gain in gains.gains {
      var records = network.records
      records.capabilities += located(
        with(Capability()) {
          ($0.facility, $0.code) = (network.facility(gain.facility).id, "obstetrics.cemonc")
          $0.statement = "risen"
          $0.provenance.confidence = .high
        })
      let risen = PlanningNetwork(try Network(records), hierarchy, conditions)
      let after = NearestTable(risen.accesses(of: demand), query, on: risen)
      var (people, newly, communes) = (0.0, 0.0, 0)
      for (number, commune) in demand.communes.enumerated() {
        guard after.nearest(of: number)?.facility == gain.facility, after.minutes(of: number) <= 60
        else { continue }
        people += commune.people
        communes += 1
        if before.minutes(of: number) > 60 { newly += commune.people }
      }
      #expect(abs(gain.people - people) < 1e-3 && abs(gain.newly - newly) < 1e-3)
      #expect(gain.communes == communes)
    }
    #expect(gains.gains.contains { $0.people > 0 })
  }

  @Test(arguments: seeds(18))
  func `gains along a random road agree with each facility tried`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 2...9, using: &random)
    var records = NetworkRecords()
    records.networks = located(
      with(NetworkHeader()) { ($0.id, $0.name, $0.zone) = ("road", "R", ZoneOffset(minutes: 420)) })
    records.schemes = located(with(Scheme()) { ($0.id, $0.name) = ("s", "S") })
    records.vehicles = located(
      with(Vehicle()) {
        ($0.id, $0.name, $0.modes, $0.carriages) = ("ambulance", "A", "road", "all")
      })
    records.travelProfiles = located(
      with(TravelProfile()) { ($0.id, $0.slowFactor) = ("default", 1.5) })
    func point(_ node: Int) -> Coordinate {
      Coordinate(latitude: 10, longitude: 105 + Double(node) * 0.045)
    }
    var people: [Int] = []
    for node in 0..<count {
      records.nodes += located(
        with(TravelNode()) { ($0.id, $0.point) = ("n\(node)", point(node)) })
      people.append(Int.random(in: 1...100, using: &random))
      records.places += located(
        with(Place()) {
          ($0.scheme, $0.code, $0.level, $0.name) = ("s", "c\(node)", .commune, "C")
          $0.position.point = point(node)
          $0.populations = [with(Population()) { $0.count = people[node] }]
        })
      guard node > 0 else { continue }
      records.links += located(
        with(TravelLink()) {
          ($0.id, $0.start, $0.end) = ("l\(node)", "n\(node - 1)", "n\(node)")
          ($0.kilometres, $0.speed, $0.freeFlowSpeed) = (5, 60, 80)
        })
    }
    let places = (0..<6).map { _ in Int.random(in: 0..<count, using: &random) }
    for (index, node) in places.enumerated() {
      records.facilities += located(
        with(Facility()) {
          ($0.id, $0.name) = ("f\(index)", "F")
          $0.position.point = point(node)
          $0.position.precision = .exact
        })
    }
    let network = try Network(records)
    let hierarchy = TravelHierarchy(network.travel)
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    let at = try #require(Instant("2026-11-25T10:00+07:00"))
    let prepared = PlanningNetwork(
      network, hierarchy, TravelConditions(vehicle: vehicle, at: at))
    let demand = try Demand(network, scheme: "s")
    let holders = network.facilityIndices.filter { _ in Int.random(in: 0...2, using: &random) == 0 }
    let candidates = network.facilityIndices.filter { !holders.contains($0) }
    let limit = Bool.random(using: &random) ? Double.random(in: 0...30, using: &random) : nil
    let gains = LevelGains(
      of: candidates, among: holders, for: demand, on: prepared, within: limit)
    for gain in gains.gains {
      var (sum, newly) = (0, 0)
      for node in 0..<count {
        // The road takes five minutes from node to node; of equals the first facility is nearest.
        func minutes(_ facility: FacilityIndex) -> Double {
          Double(abs(places[facility] - node)) * 5
        }
        let nearest = (holders + [gain.facility]).min { left, right in
          (minutes(left), left) < (minutes(right), right)
        }
        guard nearest == gain.facility, minutes(gain.facility) <= limit ?? .infinity else {
          continue
        }
        sum += people[node]
        if !holders.contains(where: { minutes($0) <= limit ?? .infinity }) { newly += people[node] }
      }
      #expect(gain.people == Double(sum), "seed \(seed)")
      #expect(gain.newly == Double(newly), "seed \(seed)")
    }
  }
}
