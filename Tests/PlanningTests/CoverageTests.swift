import Facts
import HealthNetwork
import Planning
import Referral
import TestSupport
import Testing
import TravelNetwork

/// Coverage against a plain search from every commune and plain rules of eligibility.
@Suite struct CoverageTests {
  /// What the plain rules make of a facility of a random region.
  private enum Plain {
    case absent, unable, unknown
    case able([ServiceWindow])
  }

  private func plain(_ facility: FacilityIndex, _ network: Network) -> Plain {
    let record = network.facility(facility)
    if record.closed != nil || record.activated != nil || record.activity == .inactive {
      return .absent
    }
    guard let statement = network.capabilities(of: facility).first else { return .unknown }
    if statement.value == .no { return .unable }
    if record.activity == .unconfirmed || statement.provenance.confidence == .low {
      return .unknown
    }
    return .able(statement.windows)
  }

  @Test(arguments: seeds(18))
  func `communes have the class that a plain search finds`(seed: Int) throws {
    print("seed \(seed)")
    let region = try RandomRegion(seed: seed)
    let network = region.network
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    let need = try #require(Need("stroke", in: network.vocabulary))
    let query = ReferralQuery(need: need, at: region.at, vehicle: vehicle)
    let hierarchy = TravelHierarchy(network.travel)
    let demand = try Demand(network, scheme: "old")
    let prepared = PreparedDemand(network, hierarchy, query.conditions, demand)
    let coverage = Coverage(CoverageQuery(query, []), on: prepared)
    for pace in [Pace.typical, .slow] {
      var conditions = query.conditions
      conditions.pace = pace
      let graph = TravelGraph(network.travel, conditions)
      var search = TravelSearch(graph)
      let accesses = coverage.accesses(at: pace)
      for minutes in [0.0, 15, 40, 90, 240] {
        var plainPeople: [AccessClass: Double] = [:]
        for (number, commune) in demand.communes.enumerated() {
          var best: AccessClass = .outOfReach
          if let start = commune.point.flatMap({ graph.access(to: $0) }) {
            search.start(from: start)
            while search.next() != nil {}
            best = plainClass(network, graph, search, region.at, within: minutes)
          }
          plainPeople[best, default: 0] += commune.people
          #expect(accesses[number].accessClass(within: minutes) == best, "commune \(number)")
        }
        let people = coverage.people(within: minutes, at: pace)
        for one in AccessClass.allCases {
          #expect(abs(people[one] - (plainPeople[one] ?? 0)) < 0.001)
        }
        #expect(abs(people.all - demand.people) < 0.001)
        let curve = coverage.curve(at: pace)
        #expect(abs(curve.share(within: minutes) * demand.people - people[.served]) < 0.001)
      }
    }
  }

  private func plainClass(
    _ network: Network, _ graph: TravelGraph, _ search: TravelSearch, _ at: Instant,
    within minutes: Double
  ) -> AccessClass {
    var best = AccessClass.outOfReach
    for facility in network.facilityIndices {
      guard let point = network.facility(facility).position.point,
        let end = graph.access(to: point), let way = search.deciseconds(to: end.node)
      else { continue }
      let time = way + end.deciseconds
      guard Double(time) / 600 <= minutes else { continue }
      let isHospital = network.facility(facility).kind != .communeHealthStation
      switch plain(facility, network) {
      case .absent: break
      case .able(let windows):
        let arrival = at.advanced(bySeconds: Int((Double(time) / 10).rounded()))
        let isOpen =
          windows.isEmpty || WeeklyHours(windows).contains(secondOfWeek: arrival.secondOfWeek)
        if isOpen { return .served }
        if isHospital, best == .outOfReach { best = .noCapacity }
      case .unknown: if isHospital { best = .unknown }
      case .unable: if isHospital, best == .outOfReach { best = .noCapacity }
      }
    }
    return best
  }

  @Test(arguments: 0..<10)
  func `parts hold every commune once`(seed: Int) throws {
    let network = try RandomRegion(seed: seed).network
    let demand = try Demand(network, scheme: "old")
    for division in [Division.network, .level(.commune), .level(.province), .level(.district)] {
      let parts = division.parts(of: demand, in: network)
      #expect(parts.flatMap(\.communes).sorted() == Array(demand.communes.indices))
    }
    #expect(Division.level(.province).parts(of: demand, in: network).count == 2)
  }

  @Test func `communes of the old provinces lie in the new ones that took them over`() throws {
    let network = try ShippedNetwork.network.get()
    let demand = try Demand(network, scheme: "gso-2024")
    let parts = Division.provinces(scheme: "gso-2025").parts(of: demand, in: network)
    #expect(parts.count == 7 && parts.allSatisfy { $0.place != nil })
    let caMau = try #require(parts.first { $0.place.map { network.place($0).code } == "96" })
    let older = Set(
      caMau.communes.compactMap { commune -> String? in
        let place = network.place(demand.communes[commune].place)
        return network.parent(of: place).flatMap { network.parent(of: $0) }?.name
      })
    #expect(older == ["Tỉnh Cà Mau", "Tỉnh Bạc Liêu"])
  }

  @Test func `curves give shares and quantiles`() {
    let curve = AccessCurve([(30, 100), (10, 100), (.infinity, 200), (10, 0)])
    #expect(curve.share(within: 9.9) == 0)
    #expect(curve.share(within: 10) == 0.25)
    #expect(curve.share(within: 500) == 0.5)
    #expect(curve.minutes(ofShare: 0.25) == 10)
    #expect(curve.minutes(ofShare: 0.5) == 30)
    #expect(curve.minutes(ofShare: 0.51) == nil)
    #expect(AccessCurve([]).share(within: 5) == 0)
  }

  @Test func `every time-critical specialty has a threshold that says whose it is`() throws {
    let network = try ShippedNetwork.network.get()
    let asked = AccessThreshold.timeCritical(in: network)
    let bySpecialty = Dictionary(uniqueKeysWithValues: asked.map { ($0.need.specialty, $0) })
    #expect(bySpecialty["obstetrics"]?.need.capability == "obstetrics.bemonc")
    #expect(bySpecialty["obstetrics"]?.threshold.minutes == 120)
    #expect(bySpecialty["trauma"]?.threshold.minutes == 60)
    #expect(bySpecialty["stroke"]?.threshold.origin == .toolDefault)
    #expect(bySpecialty["oncology"] == nil)
    let cemonc = try #require(Need("obstetrics.cemonc", in: network.vocabulary))
    #expect(AccessThreshold(for: cemonc, in: network).minutes == 120)
  }
}
