import Facts
import HealthNetwork
import Planning
import Referral
import TestSupport
import TravelNetwork

/// Random land in strips between rivers, with bridges and ferries of every kind, a commune at every
/// node and facilities of every sort of hours.
///
///     o--o ~~ o--o ~~ o--o
///     |  | == |  |    |  |      == a bridge, ~~ a ferry, some of them with hours
///     o--o    o--o == o--o
///
/// Every node has a road on its own bank, so that points are joined to the same nodes whatever crossing
/// is missing.
struct RiverNetwork {
  static let zone = ZoneOffset(minutes: 420)
  let rows = 6
  let columns = 8
  var records = NetworkRecords()
  let at: Instant

  init(seed: Int) {
    var random = SeededRandom(seed: seed)
    // Some hour of a week that begins on Monday 2026-11-23.
    let monday = Instant("2026-11-23T00:00+07:00") ?? Instant(seconds: 0, zone: RiverNetwork.zone)
    at = monday.advanced(bySeconds: Int.random(in: 0..<604_800, using: &random))
    addTerms()
    for row in 0..<rows {
      for column in 0..<columns { addCommune(row, column, &random) }
    }
    addRoads(&random)
    addCrossings(&random)
    for number in 0..<24 { addFacility(number, &random) }
  }

  private mutating func addTerms() {
    records.networks = located(
      with(NetworkHeader()) {
        $0.id = "rivers"
        $0.name = "Rivers"
        $0.zone = RiverNetwork.zone
      })
    records.schemes = located(
      with(Scheme()) {
        $0.id = "land"
        $0.name = "Land"
      })
    records.specialties = located(
      with(Specialty()) {
        $0.code = "stroke"
        $0.name = "Đột quỵ"
        $0.entry = "stroke.lysis"
      })
    records.capabilityTypes = located(
      with(CapabilityType()) {
        $0.code = "stroke.lysis"
        $0.specialty = "stroke"
        $0.name = "Tiêu sợi huyết"
      },
      with(CapabilityType()) {
        $0.code = "stroke.thrombectomy"
        $0.specialty = "stroke"
        $0.name = "Lấy huyết khối"
        $0.implies = "stroke.lysis"
      })
    records.vehicles = located(
      with(Vehicle()) {
        $0.id = "ambulance"
        $0.name = "xe cứu thương"
        $0.modes = "road ferry"
        $0.carriages = "all"
      })
    records.travelProfiles = located(with(TravelProfile()) { $0.id = "default" })
  }

  private func point(_ row: Int, _ column: Int) -> Coordinate {
    Coordinate(latitude: 10 + Double(row) * 0.045, longitude: 105 + Double(column) * 0.045)
  }

  private func id(_ row: Int, _ column: Int) -> String { "n\(row)\(column)" }

  private mutating func addCommune(_ row: Int, _ column: Int, _ random: inout SeededRandom) {
    let place = with(Place()) {
      $0.scheme = "land"
      $0.code = "\(row)\(column)"
      $0.name = "Xã \(row)\(column)"
      $0.position.point = point(row, column)
      $0.populations = [
        with(Population()) { $0.count = Int.random(in: 100...20_000, using: &random) }
      ]
    }
    records.places += located(place)
    records.nodes += located(
      with(TravelNode()) {
        $0.id = id(row, column)
        $0.kind = .settlement
        $0.place = "land:\(row)\(column)"
        $0.point = point(row, column)
      })
  }

  private mutating func addRoads(_ random: inout SeededRandom) {
    for row in 0..<rows {
      for column in 0..<columns {
        if row + 1 < rows {
          addLink("v\(row)\(column)", id(row, column), id(row + 1, column), &random)
        }
        if column % 2 == 0 {
          addLink("h\(row)\(column)", id(row, column), id(row, column + 1), &random)
        }
      }
    }
  }

  /// Few speeds, so that ways of equal length are not rare.
  private mutating func addLink(
    _ id: String, _ start: String, _ end: String, _ random: inout SeededRandom,
    _ change: (inout TravelLink) -> Void = { _ in }
  ) {
    let speeds: [Double] = [20, 30, 60]
    let speed = speeds[Int.random(in: 0..<3, using: &random)]
    records.links += located(
      with(TravelLink()) {
        $0.id = id
        $0.start = start
        $0.end = end
        $0.kilometres = 5
        $0.speed = speed
        $0.freeFlowSpeed = 80
        change(&$0)
      })
  }

  private mutating func addCrossings(_ random: inout SeededRandom) {
    for column in stride(from: 1, to: columns - 1, by: 2) {
      for row in 0..<rows where Int.random(in: 0..<10, using: &random) < 6 {
        let isFerry = Bool.random(using: &random)
        let isOneway = Int.random(in: 0..<8, using: &random) == 0
        var windows: [ServiceWindow] = []
        if isFerry, Int.random(in: 0..<3, using: &random) > 0 {
          let opens = Int.random(in: 240..<600, using: &random)
          windows = [
            with(ServiceWindow()) {
              $0.opens = opens
              $0.closes = opens + Int.random(in: 60..<700, using: &random)
            }
          ]
        }
        // One in four bears the name of the crossing above it: two ways, one thing to lose.
        let name =
          (isFerry ? "Phà " : "Cầu ")
          + "\(row > 0 && Int.random(in: 0..<4, using: &random) == 0 ? row - 1 : row)\(column)"
        addLink("x\(row)\(column)", id(row, column), id(row, column + 1), &random) {
          $0.crossing = name
          $0.isOneway = isOneway
          guard isFerry else { return }
          $0.mode = .ferry
          $0.speed = nil
          $0.freeFlowSpeed = nil
          $0.crossingMinutes = 8
          $0.waitMinutes = 7
          $0.windows = windows
        }
      }
    }
  }

  private mutating func addFacility(_ number: Int, _ random: inout SeededRandom) {
    let node = point(
      Int.random(in: 0..<rows, using: &random), Int.random(in: 0..<columns, using: &random))
    let facility = with(Facility()) {
      $0.id = "f\(number < 10 ? "0" : "")\(number)"
      $0.name = "Bệnh viện \(number)"
      $0.position.point = Coordinate(
        latitude: node.latitude + Double.random(in: -0.01...0.01, using: &random),
        longitude: node.longitude + Double.random(in: -0.01...0.01, using: &random))
      $0.position.precision = .exact
    }
    records.facilities += located(facility)
    guard number % 6 != 5 else { return }
    let codes = ["stroke.lysis", "stroke.thrombectomy"].prefix(
      Int.random(in: 1...2, using: &random))
    for code in codes {
      let hours = Int.random(in: 0..<4, using: &random)
      let opens = Int.random(in: 0..<1_400, using: &random)
      records.capabilities += located(
        with(Capability()) {
          $0.facility = facility.id
          $0.code = code
          $0.provenance.confidence = .high
          if number % 4 == 0 {
            $0.performer = .rotation
            $0.supportedBy = "f01"
          }
          guard hours > 0 else { return }
          $0.windows = [
            with(ServiceWindow()) {
              switch hours {
              case 1:
                $0.opens = 0
                $0.closes = 1_440
              case 2:
                $0.opens = opens
                $0.closes = (opens + 500) % 1_440
              default: $0.sessionsPerWeek = 10
              }
            }
          ]
        })
    }
  }
}
