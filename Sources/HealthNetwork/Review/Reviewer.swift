import Facts
import TravelNetwork

/// Looks at the records of a network, topic by topic.
struct Reviewer {
  let network: Network
  let instant: Instant
  var day: Day { instant.day }

  init(network: Network, at instant: Instant) {
    self.network = network
    self.instant = instant
  }

  func reviewPlaces(_ review: inout NetworkReview) {
    let scheme = network.scheme(on: day)?.id
    let communes = network.records.places.filter {
      $0.record.scheme == scheme && $0.record.level == .commune
    }
    review.grade(.placePosition, communes) { place in
      guard network.point(of: place) == nil else { return nil }
      return (
        "\(place.reference) (\(place.name)) không có tọa độ: không thể xuất phát từ đây",
        "place \(place.reference) (\(place.name)) has no point: nobody can start from it"
      )
    }
    review.grade(.placePopulation, communes) { place in
      guard place.populations.isEmpty else { return nil }
      return (
        "\(place.reference) (\(place.name)) không có số dân",
        "place \(place.reference) (\(place.name)) has no population"
      )
    }
  }

  func reviewFacilities(_ review: inout NetworkReview) {
    let working = network.records.facilities.filter { located in
      located.record.closed.map { day < $0.start } ?? true
    }
    review.grade(.facilityPosition, working) { facility in
      guard facility.position.point == nil else { return nil }
      return (
        "\(named(facility)) không có tọa độ: không bao giờ được chọn làm nơi đến",
        "facility \(named(facility)) has no point: it is never routed to"
      )
    }
    review.grade(.facilityPlacing, working.filter { $0.record.position.point != nil }) { facility in
      guard facility.position.precision == .rule else { return nil }
      return (
        "\(named(facility)) được đặt theo quy tắc, chưa ai ghi nhận vị trí thật",
        "facility \(named(facility)) was placed by a rule; nobody has observed where it is"
      )
    }
    review.grade(.facilityContact, working) { facility in
      guard facility.contacts.isEmpty else { return nil }
      return (
        "\(named(facility)) không có số điện thoại",
        "facility \(named(facility)) has no telephone line"
      )
    }
    let described = Set(network.records.capabilities.map(\.record.facility))
    review.grade(.facilityCapability, working.filter { $0.record.tier != 4 }) { facility in
      guard !described.contains(facility.id) else { return nil }
      return (
        "\(named(facility)): chưa có phát biểu nào về việc làm được hay không",
        "facility \(named(facility)): nothing says what it can or cannot do"
      )
    }
  }

  func reviewStatements(_ review: inout NetworkReview) {
    let statements = network.records.capabilities
    review.grade(.statementSource, statements) { statement in
      let lacks = (
        source: statement.provenance.source == nil,
        confidence: statement.provenance.confidence == nil
      )
      guard lacks.source || lacks.confidence else { return nil }
      let what =
        lacks.source && lacks.confidence
        ? ("nguồn và độ tin cậy", "source and confidence")
        : lacks.source ? ("nguồn", "source") : ("độ tin cậy (tính là thấp)", "confidence: low then")
      return (
        "phát biểu \(statement.key) thiếu \(what.0)", "statement \(statement.key) has no \(what.1)"
      )
    }
    review.grade(.statementConfidence, statements) { statement in
      guard statement.provenance.effectiveConfidence == .low else { return nil }
      return (
        "phát biểu \(statement.key) có độ tin cậy thấp: mặc định không được dùng",
        "statement \(statement.key) is of low confidence: it is not relied on by default"
      )
    }
    let inForce = statements.filter {
      $0.record.value == .yes && $0.record.period.standing(on: day) == .inForce
    }
    review.grade(.statementHours, inForce) { statement in
      guard statement.windows.isEmpty else { return nil }
      return (
        "phát biểu \(statement.key) chưa rõ giờ làm việc",
        "the hours of statement \(statement.key) are not known"
      )
    }
    review.grade(.statementAgreement, statements) { contradiction(of: $0) }
  }

  func reviewAgreements(_ review: inout NetworkReview) {
    review.grade(.agreementPeriod, network.records.agreements) { agreement in
      guard let end = agreement.period.to, agreement.period.standing(on: day) == .ended else {
        return nil
      }
      return (
        "thỏa thuận \(agreement.id) đã hết hạn từ \(end)",
        "agreement \(agreement.id) ended on \(end)"
      )
    }
  }

  func reviewSources(_ review: inout NetworkReview) {
    var visitor = SourceVisitor(records: network.records)
    NetworkRecords.visitKinds(&visitor)
    review.grade(.recordSource, visitor.sources) { record in
      guard !record.hasSource else { return nil }
      return (
        "\(record.kind) \(record.key) không có nguồn, tài liệu cũng không ghi nguồn chung",
        "\(record.kind) \(record.key) has no source, nor has its document"
      )
    }
  }

  /// What contradicts a yes: a no in force of the same thing, or of what it needs.
  private func contradiction(of statement: Capability) -> NetworkReview.Fault? {
    guard statement.value == .yes, statement.period.standing(on: day) == .inForce,
      let index = network.facilityIndex(of: statement.facility),
      let no = network.evidence(of: statement.code, at: index, on: day).no.first
    else { return nil }
    return (
      "phát biểu \(statement.key) nói có, nhưng \(no.key) nói không",
      "statement \(statement.key) says yes, but \(no.key) says no"
    )
  }

  private func named(_ facility: Facility) -> String { "\(facility.id) (\(facility.name))" }
}

/// A record of any kind, and whether it has a source.
private struct SourcedRecord {
  let kind: String
  let key: String
  let hasSource: Bool
}

private struct SourceVisitor: KindVisitor {
  let records: NetworkRecords
  var sources: [Located<SourcedRecord>] = []

  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    for located in records[keyPath: kind] {
      let hasSource = located.record.provenance.source != nil
      let key = hasSource ? "" : located.record.key
      sources.append(
        Located(
          SourcedRecord(kind: Record.kindName, key: key, hasSource: hasSource),
          at: located.origin))
    }
  }
}
