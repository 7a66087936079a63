import Facts
import HealthNetwork
import Referral
import Testing
import TestSupport
import TravelNetwork

/// Random hours, rotations, exceptions and periods, against tables of every minute.
@Suite struct ArrivalPresenceTests {
  fileprivate static let monday = Day(year: 2027, month: 2, day: 1) ?? Day(number: 0)
  fileprivate static let days = 14

  /// What is so of one facility, and whether it is able to treat at each minute.
  fileprivate struct Plan {
    var statement = Capability()
    var rotation: Rotation?
    var exceptions: [DatedException] = []
    var able = [Bool](repeating: false, count: ArrivalPresenceTests.days * 1_440)
  }

  private static func date(_ number: Int) -> PartialDate? {
    PartialDate("\(Day(number: monday.number + number))")
  }

  private static func windows(_ random: inout SeededRandom) -> [ServiceWindow] {
    (0..<Int.random(in: 1...2, using: &random)).map { _ in
      with(ServiceWindow()) {
        $0.opens = .random(in: 0...1_439, using: &random)
        $0.closes = .random(in: 1...1_440, using: &random)
        $0.days = [nil, "12345", "246", "7"].randomElement(using: &random) ?? nil
      }
    }
  }

  private static func period(_ random: inout SeededRandom) -> Period {
    let from = Int.random(in: -3..<8, using: &random)
    return Period(
      from: Bool.random(using: &random) ? date(from) : nil,
      to: Bool.random(using: &random) ? date(from + .random(in: 1...8, using: &random)) : nil)
  }

  private static func plan(_ id: String, _ random: inout SeededRandom) -> Plan {
    var plan = Plan()
    plan.statement.period = period(&random)
    if Bool.random(using: &random) { plan.statement.windows = windows(&random) }
    if Bool.random(using: &random) {
      plan.statement.performer = .rotation
      var rotation = Rotation()
      (rotation.id, rotation.supporter, rotation.recipient) = ("r-\(id)", "hub", id)
      rotation.period = period(&random)
      if Bool.random(using: &random) {
        rotation.windows = windows(&random)
      } else {
        rotation.sessionsPerWeek = [2, 9, 10].randomElement(using: &random)
      }
      plan.rotation = rotation
    }
    for number in 0..<Int.random(in: 0...2, using: &random) {
      var exception = DatedException()
      (exception.id, exception.facility) = ("e\(number)-\(id)", id)
      let from = Int.random(in: 0..<10, using: &random)
      exception.period = Period(
        from: date(from), to: date(from + .random(in: 1...3, using: &random)))
      exception.capability = number == 1 ? "stroke.lysis" : nil
      switch Int.random(in: 0..<3, using: &random) {
      case 0: exception.isClosed = true
      case 1: exception.windows = windows(&random)
      default: break
      }
      plan.exceptions.append(exception)
    }
    plan.fill()
    return plan
  }

  @Test(arguments: seeds(18))
  func `who can treat at arrival is who can at that minute of the tables`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var network = LineNetwork(nodes: 8)
    network.facility("hub", at: 7, does: nil)
    var plans: [String: (node: Int, plan: Plan)] = [:]
    for index in 0..<10 {
      let id = "f\(index)"
      let plan = Self.plan(id, &random)
      let node = Int.random(in: 0..<8, using: &random)
      plans[id] = (node, plan)
      network.facility(id, at: node, does: .yes) { _ in
      } statement: {
        $0.period = plan.statement.period
        $0.windows = plan.statement.windows
        $0.performer = plan.statement.performer
      }
      network.records.rotations += plan.rotation.map { located($0) } ?? []
      for exception in plan.exceptions { network.records.exceptions += located(exception) }
    }
    let zone = LineNetwork.zone
    for _ in 0..<12 {
      let minute = Int.random(in: 1_440..<10 * 1_440, using: &random)
      let at = Instant(
        seconds: (Self.monday.number * 1_440 + minute - zone.minutes) * 60, zone: zone)
      let outcome = try network.outcome(k: 30, at: at)
      let able = plans.filter { $0.value.plan.able[minute + 5 * $0.value.node] }.keys.sorted()
      #expect(outcome.targets.sorted() == able, "seed \(seed), at \(at)")
    }
  }
}

extension ArrivalPresenceTests.Plan {
  /// Writes the table, a day and a window after the other.
  fileprivate mutating func fill() {
    for number in -1..<ArrivalPresenceTests.days {
      let day = Day(number: ArrivalPresenceTests.monday.number + number)
      // The exception of the capability, which comes second, is the closer one.
      let exception = exceptions.reversed().first { exception in
        guard let from = exception.period.from, let to = exception.period.to else { return false }
        return from.start <= day && day < to.start
      }
      // Periods are of whole days: this one and the next.
      let holding = [day, Day(number: day.number + 1)].map { arrival in
        holds(statement.period, arrival) && (rotation.map { holds($0.period, arrival) } ?? true)
      }
      let weekday = day.weekday
      for minute in 0..<2_880 where holding[minute / 1_440] {
        // What opens on a day is looked at on it and on the next one.
        let at = number * 1_440 + minute
        guard at >= 0, at < able.count else { continue }
        var hours = statement.windows
        if hours.isEmpty, let rotation {
          hours = rotation.windows
          if hours.isEmpty, let sessions = rotation.sessionsPerWeek {
            hours = [with(ServiceWindow()) { $0.sessionsPerWeek = sessions }]
          }
        }
        if let exception, exception.isClosed == true {
          hours = []
        } else if let exception, !exception.windows.isEmpty {
          hours = exception.windows
        } else if hours.isEmpty {
          // Unknown hours are taken for open, on the day itself.
          if minute < 1_440 { able[at] = true }
          continue
        }
        if hours.contains(where: { isOpen($0, weekday, minute) }) { able[at] = true }
      }
    }
  }

  private func holds(_ period: Period, _ day: Day) -> Bool {
    (period.from.map { $0.start <= day } ?? true) && (period.to.map { day < $0.start } ?? true)
  }

  private func isOpen(_ window: ServiceWindow, _ weekday: Int, _ minute: Int) -> Bool {
    if let sessions = window.sessionsPerWeek {
      let isSession = (450..<690).contains(minute) || (810..<1_020).contains(minute)
      return isSession && weekday <= 5 && Double(sessions) / 10 >= 0.9
    }
    guard let opens = window.opens, let closes = window.closes else { return false }
    guard (opens..<(closes > opens ? closes : closes + 1_440)).contains(minute) else {
      return false
    }
    return window.days.map { $0.contains(String(weekday)) } ?? true
  }
}
