import Facts
import HealthNetwork
import TestSupport

/// A province with two districts, drawn by hand, without travel.
///
///     central ──comprehensive──▶ hospital ──rotation──▶ centre (district north)
///                                                         │ transfer
///                                                         ▼
///        station-a (commune a, north)                  station-b (commune b, north)
///        station-c (commune c, south): nothing is stated
struct SupportNetwork {
  var records = NetworkRecords()
  static let day = Day(year: 2026, month: 11, day: 25) ?? Day(number: 0)

  init() {
    records.networks = located(
      with(NetworkHeader()) {
        $0.id = "drawn"
        $0.name = "Drawn"
        $0.zone = ZoneOffset(minutes: 420)
      })
    records.schemes = located(with(Scheme()) { ($0.id, $0.name) = ("s", "S") })
    place("p", .province, in: nil)
    place("north", .district, in: "p")
    place("south", .district, in: "p")
    place("a", .commune, in: "north")
    place("b", .commune, in: "north")
    place("c", .commune, in: "south")
    records.specialties = located(
      with(Specialty()) { ($0.code, $0.name, $0.entry) = ("stroke", "Đột quỵ", "stroke.lysis") })
    for (code, implies) in [
      ("stroke.ct", nil), ("stroke.lysis", "stroke.ct"), ("stroke.thrombectomy", "stroke.ct"),
    ] {
      records.capabilityTypes += located(
        with(CapabilityType()) {
          ($0.code, $0.specialty, $0.name, $0.implies) = (code, "stroke", code, implies)
        })
    }
    facility("central", .centralHospital, in: [])
    facility("hospital", .provincialGeneral, in: ["p"])
    facility("centre", .districtMedicalCentre, in: ["north"])
    for station in ["a", "b", "c"] {
      facility("station-" + station, .communeHealthStation, in: [station])
    }
    agreement("whole", .comprehensiveSupport, "central", "hospital")
    rotation("turn", "hospital", "centre")
    agreement("transfer", .techniqueTransfer, "centre", "station-b")
  }

  mutating func place(_ code: String, _ level: Place.Level, in parent: String?) {
    records.places += located(
      with(Place()) {
        ($0.scheme, $0.code, $0.level, $0.name, $0.parent) = ("s", code, level, code, parent)
      })
  }

  mutating func facility(
    _ id: String, _ kind: Facility.Kind, in places: [String],
    _ change: (inout Facility) -> Void = { _ in }
  ) {
    records.facilities += located(
      with(Facility()) {
        ($0.id, $0.name, $0.kind) = (id, id, kind)
        $0.placements = places.map { place in with(Placement()) { $0.place = "s:" + place } }
        change(&$0)
      })
  }

  mutating func agreement(
    _ id: String, _ kind: Agreement.Kind, _ supporter: String, _ recipient: String,
    _ change: (inout Agreement) -> Void = { _ in }
  ) {
    records.agreements += located(
      with(Agreement()) {
        ($0.id, $0.kind) = (id, kind)
        $0.members = [
          with(Member()) { ($0.ref, $0.role) = (supporter, .supporter) },
          with(Member()) { ($0.ref, $0.role) = (recipient, .recipient) },
        ]
        $0.provenance.confidence = .high
        change(&$0)
      })
  }

  mutating func rotation(
    _ id: String, _ supporter: String, _ recipient: String,
    _ change: (inout Rotation) -> Void = { _ in }
  ) {
    records.rotations += located(
      with(Rotation()) {
        ($0.id, $0.supporter, $0.recipient) = (id, supporter, recipient)
        $0.provenance.confidence = .high
        change(&$0)
      })
  }

  mutating func statement(
    _ facility: String, _ code: String, _ value: Capability.Answer = .yes,
    _ change: (inout Capability) -> Void = { _ in }
  ) {
    records.capabilities += located(
      with(Capability()) {
        ($0.facility, $0.code, $0.value) = (facility, code, value)
        $0.provenance.confidence = .high
        change(&$0)
      })
  }
}
