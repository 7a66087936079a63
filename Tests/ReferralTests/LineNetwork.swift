import Facts
import HealthNetwork
import Referral
import TestSupport
import TravelNetwork

/// A network along one road: nodes n0, n1, … five minutes apart, the patient at n0.
///
///     n0 --5-- n1 --5-- n2 --5-- n3 …
struct LineNetwork {
  var records = NetworkRecords()
  /// Wednesday, ten o'clock.
  static let morning = Instant("2026-11-25T10:00+07:00") ?? Instant(seconds: 0, zone: zone)
  static let zone = ZoneOffset(minutes: 420)

  init(nodes: Int = 6) {
    records.networks = located(
      with(NetworkHeader()) {
        $0.id = "line"
        $0.name = "Line"
        $0.zone = LineNetwork.zone
      })
    records.specialties = located(
      with(Specialty()) {
        $0.code = "stroke"
        $0.name = "Đột quỵ"
        $0.entry = "stroke.lysis"
        $0.names = [with(OtherName()) { $0.value = "tai biến mạch máu não" }]
      })
    records.capabilityTypes = located(
      with(CapabilityType()) {
        $0.code = "stroke.ct24"
        $0.specialty = "stroke"
        $0.name = "CT 24/24"
      },
      with(CapabilityType()) {
        $0.code = "stroke.lysis"
        $0.specialty = "stroke"
        $0.name = "Tiêu sợi huyết"
        $0.implies = "stroke.ct24"
      })
    records.clocks = located(
      with(ClinicalClock()) {
        $0.id = "window"
        $0.specialty = "stroke"
        $0.name = "Cửa sổ"
        $0.minutes = 60
        $0.extendedMinutes = 90
        $0.provenance.confidence = .high
      })
    records.vehicles = located(
      with(Vehicle()) {
        $0.id = "ambulance"
        $0.name = "xe cứu thương"
        $0.modes = "road ferry"
        $0.carriages = "all"
      },
      with(Vehicle()) {
        $0.id = "mixed"
        $0.name = "nhiều phương tiện"
        $0.modes = "road ferry waterway"
        $0.carriages = "all patient"
      })
    records.travelProfiles = located(
      with(TravelProfile()) {
        $0.id = "default"
        $0.slowFactor = 1.5
      })
    for index in 0..<nodes {
      records.nodes += located(
        with(TravelNode()) {
          $0.id = "n\(index)"
          $0.point = LineNetwork.point(index)
        })
      if index > 0 { link("road\(index)", from: index - 1, to: index) { _ in } }
    }
  }

  static func point(_ node: Int) -> Coordinate {
    Coordinate(latitude: 10, longitude: 105 + Double(node) * 0.045)
  }

  mutating func link(
    _ id: String, from start: Int, to end: Int, _ change: (inout TravelLink) -> Void
  ) {
    records.links += located(
      with(TravelLink()) {
        $0.id = id
        $0.start = "n\(start)"
        $0.end = "n\(end)"
        $0.kilometres = 5
        $0.speed = 60
        $0.freeFlowSpeed = 80
        change(&$0)
      })
  }

  /// Adds a facility at a node, with a sure statement that it does lysis unless told otherwise.
  mutating func facility(
    _ id: String, at node: Int, does value: Capability.Answer? = .yes,
    _ change: (inout Facility) -> Void = { _ in },
    statement: (inout Capability) -> Void = { _ in }
  ) {
    records.facilities += located(
      with(Facility()) {
        $0.id = id
        $0.name = "Bệnh viện \(id)"
        $0.position.point = LineNetwork.point(node)
        $0.position.precision = .exact
        change(&$0)
      })
    guard let value else { return }
    records.capabilities += located(
      with(Capability()) {
        $0.facility = id
        $0.code = "stroke.lysis"
        $0.value = value
        $0.provenance.confidence = .high
        statement(&$0)
      })
  }

  /// The answer for a patient at n0.
  func answer(
    k: Int = 1, at: Instant = LineNetwork.morning, vehicle: String = "ambulance",
    _ change: (inout ReferralQuery) -> Void = { _ in }
  ) throws -> (answer: ReferralAnswer, network: Network) {
    let network = try Network(records)
    guard let need = Need("stroke", in: network.vocabulary),
      let vehicle = network.travel.vehicle(vehicle)
    else { throw NetworkProblems([]) }
    var query = ReferralQuery(need: need, at: at, vehicle: vehicle)
    query.count = k
    change(&query)
    var referral = ReferralSearch(network, query, TravelHierarchy(network.travel))
    let origin = ReferralOrigin(
      id: "n0", name: "n0", point: LineNetwork.point(0), block: nil)
    return (referral.answer(from: origin), network)
  }

  /// The ids of the targets, and the codes of the first reasons by facility.
  func outcome(
    k: Int = 1, at: Instant = LineNetwork.morning, vehicle: String = "ambulance",
    _ change: (inout ReferralQuery) -> Void = { _ in }
  ) throws -> (targets: [String], reasons: [String: Reason]) {
    let (answer, network) = try answer(k: k, at: at, vehicle: vehicle, change)
    var reasons: [String: Reason] = [:]
    for rejection in answer.rejected {
      reasons[network.facility(rejection.facility).id] = rejection.reasons[0]
    }
    return (answer.targets.map { network.facility($0.facility).id }, reasons)
  }
}
