import Facts
import HealthNetwork

extension PreviewBuilder {
  /// Looks for what is odd in what would change.
  mutating func examine() {
    examineNames()
    examinePoints()
    examineLevels()
    examineDates()
    examineHours()
    examineAnswers()
    examineIdentifiers()
    examineTwins()
  }

  /// A list may leave out the names of facilities that are known, not those of others.
  private mutating func examineNames() {
    for located in delta.records.facilities where located.record.name.isEmpty {
      add(
        "name_missing", .error, Facility.self, located, vi: "cơ sở mới không có tên",
        en: "a new facility without a name")
    }
  }

  private mutating func examineLevels() {
    let old = Dictionary(
      base.facilities.map { ($0.record.id, $0.record) }, uniquingKeysWith: { first, _ in first })
    for located in delta.records.facilities {
      let new = located.record
      guard let before = old[new.id] else { continue }
      if let from = before.tier, let to = new.tier, abs(from - to) > 1 {
        note("tier_jumped", "tuyến", "tier", "\(from)", "\(to)", located)
      }
      if before.level == .initial && new.level == .specialised
        || before.level == .specialised && new.level == .initial
      {
        note(
          "level_jumped", "cấp chuyên môn", "level", before.level?.rawValue ?? "",
          new.level?.rawValue ?? "", located)
      }
      let ranks = Facility.Rank.allCases
      if let from = before.rank.flatMap(ranks.firstIndex),
        let to = new.rank.flatMap(ranks.firstIndex),
        abs(from - to) > 1
      {
        note("rank_jumped", "hạng", "rank", ranks[from].rawValue, ranks[to].rawValue, located)
      }
    }
  }

  private mutating func note(
    _ code: String, _ vi: String, _ en: String, _ from: String, _ to: String,
    _ located: Located<Facility>
  ) {
    add(
      code, .odd, Facility.self, located, vi: "\(vi) nhảy từ \(from) đến \(to)",
      en: "the \(en) jumps from \(from) to \(to)")
  }

  /// A change that is not dated after what it changes may be an older list.
  private mutating func examineDates() {
    for entry in preview.entries where entry.status == .changed {
      guard let before = entry.oldProvenance?.asserted, let after = entry.newProvenance?.asserted,
        after.start <= before.start
      else { continue }
      preview.findings.append(
        Finding(
          "change_not_newer", .odd, kind: entry.kind, key: entry.key, at: entry.newOrigin,
          vi: "khác đi nhưng ghi ngày \(after), không mới hơn \(before) của mạng lưới",
          en: "differs, but is dated \(after), no later than the \(before) that the network has"))
    }
  }

  /// Hours across midnight are common; a day that is nearly whole because of it is mostly an error.
  private mutating func examineHours() {
    for located in delta.records.capabilities {
      for window in located.record.windows {
        guard let opens = window.opens, let closes = window.closes, closes < opens,
          closes + 1_440 - opens > 960
        else { continue }
        let hours = "\(PreviewBuilder.clock(opens))–\(PreviewBuilder.clock(closes))"
        add(
          "hours_end_before_they_begin", .odd, Capability.self, located,
          vi: "giờ \(hours) đóng trước khi mở; qua đêm hay viết nhầm?",
          en: "the hours \(hours) close before they open; overnight, or an error?")
      }
    }
  }

  private static func clock(_ minute: Int) -> String {
    padded(minute / 60, to: 2) + ":" + padded(minute % 60, to: 2)
  }

  /// A no that becomes a yes, or the other way, decides where patients go.
  private mutating func examineAnswers() {
    guard !delta.records.capabilities.isEmpty else { return }
    let old = Dictionary(
      base.capabilities.map { ($0.record.key, $0.record.value) },
      uniquingKeysWith: { first, _ in first })
    for located in delta.records.capabilities {
      guard let before = old[located.record.key], before != located.record.value else { continue }
      add(
        "answer_reversed", .odd, Capability.self, located,
        vi: "từ \"\(before.rawValue)\" thành \"\(located.record.value.rawValue)\"",
        en: "from \"\(before.rawValue)\" to \"\(located.record.value.rawValue)\"")
    }
  }

  /// An identifier of another system means one facility.
  private mutating func examineIdentifiers() {
    var owners: [OtherIdentifier: String] = [:]
    let changed = Set(delta.records.facilities.map(\.record.id))
    for located in base.facilities where !changed.contains(located.record.id) {
      for identifier in located.record.identifiers { owners[identifier] = located.record.id }
    }
    for located in delta.records.facilities {
      for identifier in located.record.identifiers {
        let owner = owners.updateValue(located.record.id, forKey: identifier)
        guard let owner, owner != located.record.id else { continue }
        add(
          "identifier_shared", .odd, Facility.self, located,
          vi: "mã \(identifier.value) (\(identifier.system)) cũng là của \(owner)",
          en: "the identifier \(identifier.value) (\(identifier.system)) is also that of \(owner)")
      }
    }
  }

  /// Checks the network as it would be.
  mutating func check() {
    checkNumbers()
    guard !preview.hasErrors else { return }
    var records = base
    do throws(NetworkProblems) {
      try records.apply(delta)
      _ = try Network(records)
    } catch {
      for problem in error.problems where problem.severity == .error {
        let vi: String =
          switch problem.code {
          case .duplicateID: "trùng mã"
          case .danglingReference: "nhắc đến bản ghi không có"
          case .unknownCode: "mã không có trong từ vựng"
          case .endsBeforeBegins: "kết thúc trước khi bắt đầu"
          case .outsideNetwork: "điểm nằm ngoài mạng lưới"
          case .invalid: "không hợp lệ"
          }
        preview.findings.append(
          Finding(
            problem.code.rawValue, .error, at: problem.origin,
            vi: ProblemPhrases.vietnamese(of: problem) ?? "\(vi): \(problem.message)",
            en: problem.message))
      }
    }
  }

  /// Numbers that no document of ours can hold; other formats allow more.
  private mutating func checkNumbers() {
    var finder = OutOfBounds(records: delta.records)
    NetworkRecords.visitKinds(&finder)
    preview.findings += finder.findings
  }
}

/// Finds numbers beyond their bounds in records of all kinds.
private struct OutOfBounds: KindVisitor {
  let records: NetworkRecords
  var findings: [Finding] = []

  init(records: NetworkRecords) {
    self.records = records
  }

  @_semantics("optimize.sil.specialize.generic.never")
  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    for located in records[keyPath: kind] {
      for flaw in BoundsCheck.flaws(of: located.record) {
        findings.append(
          Finding(
            "number_out_of_bounds", .error, kind: Record.kindName, key: located.record.key,
            at: located.origin,
            vi: "\(flaw.field) là \(flaw.number); cho phép \(flaw.bounds.wordsVi)",
            en: "\(flaw.field) is \(flaw.number); allowed is \(flaw.bounds.words)"))
      }
    }
  }
}
