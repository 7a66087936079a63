import Facts
import HealthNetwork
import Planning
import Referral
import TestSupport
import Testing
import TravelNetwork

/// Measures of fairness against their definitions written out.
@Suite struct FairnessTests {
  @Test(arguments: seeds(16))
  func `Gini is the mean difference of two people by twice the mean`(seed: Int) {
    print("seed \(seed)")
    var random = SeededRandom(seed: seed)
    let pairs = (0..<30).map { _ in
      (
        value: Double(Int.random(in: 0...60, using: &random)),
        people: Double(Int.random(in: 0...9, using: &random))
      )
    }
    var (difference, people, sum) = (0.0, 0.0, 0.0)
    for one in pairs {
      people += one.people
      sum += one.people * one.value
      for other in pairs {
        difference += one.people * other.people * abs(one.value - other.value)
      }
    }
    let spread = Inequality(pairs)
    #expect(abs((spread.gini ?? -1) - difference / (2 * people * sum)) < 1e-9)
    #expect(abs((spread.mean ?? -1) - sum / people) < 1e-9)
  }

  @Test func `equal values have Gini 0, and nobody has none`() {
    #expect(Inequality([(7, 10), (7, 90)]).gini == 0)
    #expect(Inequality([]).gini == nil)
    #expect(Inequality([(0, 5)]).gini == nil)
    let spread = Inequality([(.infinity, 5), (10, 5)])
    #expect(spread.gini == 0 && spread.mean == 10 && spread.peopleWithout == 5)
  }

  @Test func `the worst-off tenth takes a part of the commune on its edge`() {
    let worst = WorstTenth([(10, 80), (60, 15), (100, 5)])
    #expect(worst.people == 10 && worst.peopleWithout == 0)
    #expect(worst.meanMinutes == 80 && worst.leastMinutes == 60)
    let cut = WorstTenth([(10, 80), (.infinity, 20)])
    #expect(cut.peopleWithout == 10 && cut.meanMinutes == nil && cut.leastMinutes == nil)
  }

  @Test(arguments: seeds(8))
  func `E2SFCA is what the formula says, written out over all pairs`(seed: Int) throws {
    print("seed \(seed)")
    let region = try RandomRegion(seed: seed)
    let network = region.network
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    let need = try #require(Need("stroke", in: network.vocabulary))
    let query = ReferralQuery(need: need, at: region.at, vehicle: vehicle)
    let demand = try Demand(network, scheme: "old")
    let prepared = PreparedDemand(
      network, TravelHierarchy(network.travel), query.conditions, demand)
    for decay in FloatingCatchment.Decay.allCases {
      let catchment = FloatingCatchment(query, on: prepared, within: 90, decay: decay)
      // Every facility alone: coverage without the others tells whether and when it is reached.
      let able = catchment.supply.facilities
      var weights: [[Double]] = []
      for facility in able {
        let reach = NearestTable(
          prepared.typical.accesses, query, on: prepared.typical.travel,
          without: Set(able).subtracting([facility]))
        weights.append(
          demand.communes.indices.map { commune in
            let minutes = reach.minutes(of: commune)
            return minutes <= 30
              ? decay.weights[0]
              : minutes <= 60 ? decay.weights[1] : minutes <= 90 ? decay.weights[2] : 0
          })
      }
      for commune in demand.communes.indices {
        var sum = 0.0
        for facility in able.indices {
          var people = 0.0
          for other in demand.communes.indices {
            people += demand.communes[other].people * weights[facility][other]
          }
          if people > 0 {
            sum += catchment.supply.amounts[facility] / people * weights[facility][commune]
          }
        }
        #expect(abs(catchment.accessibility[commune] - sum) < 1e-9)
      }
    }
    let coverage = Coverage(CoverageQuery(query, []), on: prepared)
    let reached = coverage.accesses().enumerated().reduce(0.0) {
      $0 + ($1.element.able == nil ? 0 : demand.communes[$1.offset].people)
    }
    let loads = coverage.loads(in: network)
    #expect(abs(loads.reduce(0) { $0 + $1.people } - reached) < 0.001)
    #expect(zip(loads, loads.dropFirst()).allSatisfy { $0.people >= $1.people })
    let all = coverage.allLoads(in: network)
    #expect(Array(all.prefix(loads.count)) == loads)
    #expect(all.dropFirst(loads.count).allSatisfy { $0.people == 0 && $0.communes == 0 })
    // Each facility that can is told once, whether anybody is near it or not.
    #expect(
      Set(all.map(\.facility)).isSuperset(
        of: network.facilityIndices.filter { coverage.abilities[$0] == .able }))
    #expect(Set(all.map(\.facility)).count == all.count)
  }

  @Test func `beds count only when all facilities have a figure`() throws {
    let network = try ShippedNetwork.network.get()
    let day = try #require(Instant("2026-11-25T10:00+07:00")).day
    let known = network.facilityIndices.filter {
      network.facility($0).bedCount(on: day) != nil
    }
    #expect(FacilitySupply(of: known, in: network, on: day).unit == .beds)
    let all = FacilitySupply(of: Array(network.facilityIndices), in: network, on: day)
    #expect(all.unit == .facilities && all.amounts.allSatisfy { $0 == 1 })
    #expect(all.withoutBeds == network.facilityCount - known.count)
  }
}
