import Facts
import HealthNetwork
import Referral
import TestSupport
import TravelNetwork

/// A network made at random: roads, ferries with hours, hospitals of which some do lysis, some
/// thrombectomy, some both, with hours of their own.
struct StrategyNetwork {
  var records: NetworkRecords

  static let pathway = with(Pathway()) {
    $0.id = "stroke"
    $0.specialty = "stroke"
    $0.first = "stroke.lysis"
    $0.definitive = "stroke.thrombectomy"
    $0.name = "Đột quỵ"
    $0.intervals = [
      with(PathwayInterval()) {
        ($0.kind, $0.minutes, $0.low, $0.high) = (.realDwell, 40, 25, 70)
      },
      with(PathwayInterval()) { ($0.kind, $0.minutes) = (.targetDwell, 20) },
      with(PathwayInterval()) { ($0.kind, $0.minutes) = (.firstTreatment, 15) },
      with(PathwayInterval()) { ($0.kind, $0.minutes) = (.definitiveTreatment, 30) },
    ]
    $0.limits = [
      with(PathwayLimit()) { ($0.stop, $0.ref) = (.first, "window") },
      with(PathwayLimit()) { ($0.stop, $0.ref) = (.definitive, "device") },
    ]
    $0.rules = [
      with(PathwayRule()) {
        ($0.id, $0.kind, $0.name) = ("near", .directWithin, "Gần")
        ($0.minutes, $0.end, $0.isDefault) = (30, .door, true)
      },
      with(PathwayRule()) {
        ($0.id, $0.kind, $0.name, $0.minutes) = ("detour", .detourWithin, "Vòng", 20)
      },
      with(PathwayRule()) {
        ($0.id, $0.kind, $0.name, $0.clock) = ("keeps", .directKeepsClock, "Giữ", "window")
      },
      with(PathwayRule()) {
        ($0.id, $0.kind, $0.name, $0.minutes) = ("cascade", .cascade, "Bậc", 30)
      },
    ]
  }

  /// Vocabulary, vehicle and pathway on a line of nodes, five minutes apart, without hospitals.
  static func line(nodes: Int) -> LineNetwork {
    var line = LineNetwork(nodes: nodes)
    line.records.capabilityTypes += located(
      with(CapabilityType()) {
        $0.code = "stroke.thrombectomy"
        $0.specialty = "stroke"
        $0.name = "Lấy huyết khối"
      })
    line.records.clocks += located(
      with(ClinicalClock()) {
        $0.id = "device"
        $0.specialty = "stroke"
        $0.capability = "stroke.thrombectomy"
        $0.name = "Can thiệp"
        $0.start = .firstMedicalContact
        $0.minutes = 90
        $0.extendedMinutes = 120
        $0.provenance.confidence = .high
      })
    // The window is that of the first stop: definitive care has a clock of its own.
    line.records.clocks[0].record.capability = "stroke.lysis"
    line.records.pathways = located(pathway)
    return line
  }

  init(seed: Int) {
    var random = SeededRandom(seed: seed)
    let count = 26
    var line = StrategyNetwork.line(nodes: count)
    line.records.links = []
    for index in 1..<count {
      line.link(
        "tree\(index)", from: .random(in: max(0, index - 4)..<index, using: &random), to: index
      ) {
        $0.kilometres = Double(Int.random(in: 2...18, using: &random))
      }
    }
    for index in 0..<14 {
      let ends = [Int](0..<count).shuffled(using: &random).prefix(2)
      line.link("extra\(index)", from: ends[0], to: ends[1]) {
        $0.kilometres = Double(Int.random(in: 3...30, using: &random))
        guard index % 2 == 0 else { return }
        $0.mode = .ferry
        $0.crossingMinutes = Double(Int.random(in: 3...15, using: &random))
        $0.waitMinutes = Double(Int.random(in: 0...10, using: &random))
        $0.windows = StrategyNetwork.windows(&random)
      }
    }
    // Ferries on the tree itself, so that some hospitals are reached by them only.
    for index in line.records.links.indices where Int.random(in: 0..<5, using: &random) == 0 {
      line.records.links[index].record.mode = .ferry
      line.records.links[index].record.crossingMinutes = 8
      line.records.links[index].record.waitMinutes = 4
      line.records.links[index].record.windows = StrategyNetwork.windows(&random)
    }
    for index in 0..<12 {
      let node = Int.random(in: 0..<count, using: &random)
      let does = Int.random(in: 0..<4, using: &random)
      line.facility("h\(index)", at: node, does: does == 1 ? nil : .yes) {
        $0.opened = nil
      } statement: {
        if does == 3 { $0.windows = StrategyNetwork.windows(&random) }
      }
      guard does != 0 && does != 3 else { continue }
      line.records.capabilities += located(
        with(Capability()) {
          $0.facility = "h\(index)"
          $0.code = "stroke.thrombectomy"
          $0.value = .yes
          $0.provenance.confidence = .high
          if Bool.random(using: &random) { $0.windows = StrategyNetwork.windows(&random) }
        })
    }
    records = line.records
  }

  /// Hours around the morning, so that many arrivals come before or after them.
  private static func windows(_ random: inout SeededRandom) -> [ServiceWindow] {
    let opens = Int.random(in: 9 * 60 + 30...13 * 60, using: &random)
    return [
      with(ServiceWindow()) {
        $0.days = "1234567"
        $0.opens = opens
        $0.closes = min(1_440, opens + Int.random(in: 15...240, using: &random))
      }
    ]
  }
}
