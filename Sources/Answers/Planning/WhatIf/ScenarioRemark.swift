import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import TravelNetwork

/// Why a scenario does less than it says at the instant asked about: something in it is not in force
/// then, or runs for a part of the week only.
struct ScenarioRemark: Hashable {
  /// The kinds of remarks on a scenario.
  enum Kind: String {
    /// Its period has not begun.
    case notYet = "not_yet"
    /// Its period is over.
    case ended
    /// It runs for some hours of the week.
    case partOfWeek = "part_of_week"
  }

  let kind: Kind
  /// The kind of the record, as exchange documents name it.
  let record: String
  /// The key of the record.
  let key: String
  /// The name of its subject, for people.
  let name: Bilingual
  /// The period, in the words of the document.
  let period: Period
  /// The hours of a week in which it runs; nil unless it runs for a part of it.
  let hours: Double?

  /// The remark in words.
  func text(_ language: Language, at instant: Instant) -> String {
    let from = period.from ?? period.firstEvidence
    switch kind {
    case .notYet:
      return language(name)
        + language(
          ": chưa có hiệu lực ngày \(instant.day)", ": not in force yet on \(instant.day)")
        + (from.map { language(", từ \($0)", ", from \($0)") } ?? "")
        + language("; kết quả trên chưa tính đến", "; the figures above are without it")
    case .ended:
      return language(name)
        + language(
          ": đã hết hiệu lực ngày \(instant.day)", ": no longer in force on \(instant.day)")
        + (period.to.map { language(", đến \($0)", ", until \($0)") } ?? "")
        + language("; kết quả trên không tính đến", "; the figures above are without it")
    case .partOfWeek:
      let share = language.decimal(hours ?? 0, 1)
      return language(name)
        + language(
          ": chỉ làm \(share) trên 168 giờ mỗi tuần; kết quả trên là lúc \(instant.clock) "
            + "\(instant.day), giờ khác thì khác",
          ": runs for \(share) of the 168 hours of a week; the figures above are for "
            + "\(instant.clock) on \(instant.day), other hours differ")
    }
  }

  /// The remark for programs.
  func json(_ language: Language, at instant: Instant) -> JSONValue {
    .object([
      "kind": .string(kind.rawValue), "text": .string(text(language, at: instant)),
      "record": .string(record), "key": .string(key),
      "from": (period.from ?? period.firstEvidence).map { .string("\($0)") },
      "to": period.to.map { .string("\($0)") },
      "hoursPerWeek": hours.map { .number($0, decimals: 1) },
    ])
  }
}

extension WhatIfAnswer.Scenario {
  /// The parts of the scenario not in force at the instant asked about, or not at all hours.
  var remarks: [ScenarioRemark] {
    let network = side.network
    let day = side.conditions.at.day
    let first = side.session.loaded.documents.count
    var remarks: [ScenarioRemark] = []
    func look(
      _ record: String, _ key: String, _ name: Bilingual, _ period: Period,
      _ windows: [ServiceWindow] = []
    ) {
      func add(_ kind: ScenarioRemark.Kind, _ hours: Double? = nil) {
        remarks.append(
          ScenarioRemark(
            kind: kind, record: record, key: key, name: name, period: period, hours: hours))
      }
      switch period.standing(on: day) {
      case .notYet: add(.notYet)
      case .ended: add(.ended)
      case .inForce, .unknown:
        if let hours = windows.weeklyHours, hours < 168 { add(.partOfWeek, hours) }
      }
    }
    for located in network.records.capabilities where located.origin.document >= first {
      let statement = located.record
      let type = network.vocabulary.capabilityTypes[statement.code]
      let facility = network.facilityIndex(of: statement.facility).map {
        network.facility($0).name
      }
      look(
        "capability", statement.key,
        Bilingual(
          "\(type?.name ?? statement.code) – \(facility ?? statement.facility)",
          "\(type?.nameEn ?? type?.name ?? statement.code) – \(facility ?? statement.facility)"),
        statement.period, statement.windows)
    }
    for located in network.records.closures where located.origin.document >= first {
      let closure = located.record
      look(
        "closure", closure.key, Bilingual(closure.name, closure.nameEn ?? closure.name),
        closure.period)
    }
    for located in network.records.links where located.origin.document >= first {
      let link = located.record
      look("link", link.id, Bilingual(link.crossing ?? link.name ?? link.id), link.period)
    }
    for located in network.records.agreements where located.origin.document >= first {
      let agreement = located.record
      look(
        "agreement", agreement.id, Bilingual(agreement.name ?? agreement.id), agreement.period)
    }
    for located in network.records.rotations where located.origin.document >= first {
      let rotation = located.record
      let names = [rotation.supporter, rotation.recipient].map { id in
        network.facilityIndex(of: id).map { network.facility($0).name } ?? id
      }
      look(
        "rotation", rotation.id, Bilingual(names.joined(separator: " → ")), rotation.period)
    }
    return remarks
  }
}

extension [ServiceWindow] {
  /// The hours of a week in which a service runs; nil where nothing is said of hours.
  ///
  /// Sessions of unknown weekdays count with the mean length of a working session.
  var weeklyHours: Double? {
    guard !isEmpty else { return nil }
    let known = WeeklyHours(self).open.reduce(0) { $0 + $1.count }
    let sessions = ServiceWindow.sessions
    let length = Double(sessions.reduce(0) { $0 + $1.closes - $1.opens }) / Double(sessions.count)
    let unknown = reduce(0.0) { sum, window in
      guard let count = window.sessionsPerWeek else { return sum }
      if let opens = window.opens, let closes = window.closes, closes > opens {
        return sum + Double(count) * Double(closes - opens)
      }
      return sum + Double(count) * length
    }
    return (Double(known) + unknown) / 60
  }
}
