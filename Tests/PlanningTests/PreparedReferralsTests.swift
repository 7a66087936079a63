import Exchange
import Facts
import HealthNetwork
import Referral
import TestSupport
import Testing
import TravelNetwork

/// Answers from networks that are kept against answers from networks made for each question.
@Suite struct PreparedReferralsTests {
  private static let hierarchy = ShippedNetwork.loaded.map(\.hierarchy)
  private static let needs = ["stroke.thrombectomy", "obstetrics", "trauma", "cardiology"]

  /// A random question: hour, day, vehicle, weather, avoided crossing, rules.
  private func question(_ network: Network, _ random: inout SeededRandom) throws -> ReferralQuery {
    let need = try #require(
      Self.needs.randomElement(using: &random).flatMap { Need($0, in: network.vocabulary) })
    let start = try #require(Instant("2026-11-25T00:00+07:00"))
    // Few days and many hours, so that networks are found again.
    let day = Int.random(in: 0..<3, using: &random)
    let at = start.advanced(
      bySeconds: day * 86_400 + Int.random(in: 0..<86_400, using: &random))
    let vehicles = network.travel.vehicles
    let isAmbulance = Int.random(in: 0..<3, using: &random) > 0
    let vehicle = try #require(
      isAmbulance
        ? network.travel.vehicle("ambulance") : vehicles.randomElement(using: &random))
    var query = ReferralQuery(need: need, at: at, vehicle: vehicle)
    query.count = Int.random(in: 1...4, using: &random)
    query.explainsUnreached = Bool.random(using: &random)
    if Int.random(in: 0..<3, using: &random) == 0 {
      query.weather = network.records.weathers.map(\.record).randomElement(using: &random)
    }
    if Bool.random(using: &random) {
      let crossings = network.travel.links.indices.filter {
        network.travel.links[$0].crossing != nil
      }.map { LinkIndex($0) }
      let link = try #require(crossings.randomElement(using: &random))
      query.avoided = Set(
        crossings.filter {
          network.travel.links[$0].crossing == network.travel.links[link].crossing
        })
    }
    if Int.random(in: 0..<4, using: &random) == 0 { query.minimumConfidence = .low }
    return query
  }

  @Test(arguments: seeds(3))
  func `a kept network answers as one made for the question`(seed: Int) throws {
    let network = try ShippedNetwork.network.get()
    let hierarchy = try Self.hierarchy.get()
    let prepared = PreparedReferrals(network, hierarchy)
    var random = SeededRandom(seed: seed)
    for _ in 0..<8 {
      let query = try question(network, &random)
      let places = network.records.places
      let place = places[Int.random(in: places.indices, using: &random)].record
      guard let point = network.point(of: place)?.point else { continue }
      let origin = ReferralOrigin(
        id: place.reference, name: place.name, point: point, block: network.block(of: place))
      var kept = prepared.search(query)
      var fresh = ReferralSearch(network, query, hierarchy)
      #expect(
        "\(kept.answer(from: origin))" == "\(fresh.answer(from: origin))",
        "seed \(seed), \(place.name), \(query.at), \(query.vehicle.id), \(query.need.capability)")
    }
    #expect(prepared.networks.madeCount < 24)
  }

  @Test func `networks make room for others, and the bound holds`() throws {
    let network = try ShippedNetwork.network.get()
    let networks = PreparedNetworks(
      network.travel, try Self.hierarchy.get(), points: network.facilityPoints,
      mostBytes: 1)
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    let at = try #require(Instant("2026-11-25T10:00+07:00"))
    let one = networks.network(TravelConditions(vehicle: vehicle, at: at))
    let later = networks.network(
      TravelConditions(vehicle: vehicle, at: at.advanced(bySeconds: 3_600)))
    #expect(one === later)
    for day in 1...3 {
      _ = networks.network(
        TravelConditions(vehicle: vehicle, at: at.advanced(bySeconds: day * 86_400)))
    }
    #expect(networks.count == 1)
    #expect(networks.madeCount == 4)
  }
}
