import Facts
import Formats
import HealthNetwork
import Planning

extension SupportReport {
  /// Agreements by level, with their reviews and who signed or spoke for them.
  var reviews: Table {
    var sheet = Table.part(
      "reviews", language("Cấp độ thỏa thuận, kỳ sơ kết", "Levels of agreements, reviews due"),
      [
        .init("level", language("Cấp độ", "Level"), width: 12), .hidden("id"),
        .init("name", language("Thỏa thuận", "Agreement"), width: 60), .hidden("kind"),
        .init("signed", language("Ký", "Signed"), width: 10),
        .init("from", language("Từ", "From"), width: 10),
        .init("to", language("Hết", "Ends"), width: 10),
        .init("every", language("Sơ kết", "Review"), width: 16),
        .init("due", language("Kỳ tới", "Due"), width: 14),
        .init("topics", language("Nội dung", "About"), width: 60),
        .init("people", language("Ai ký, ai nói", "Who signed or spoke"), width: 60),
        .hidden("programme"), .init("source", language("Nguồn", "Source"), width: 24),
      ])
    let agreements = network.records.agreements.map(\.record)
    let levels = Agreement.Level.allCases.map(Optional.some) + [nil]
    for level in levels {
      for agreement in agreements where agreement.level == level {
        let review = agreement.reviews.first
        sheet.add([
          .init(text(level), code: level?.rawValue ?? "unknown"), .init(agreement.id),
          .init(agreement.name ?? graphName(agreement)), .init(agreement.kind.rawValue),
          .init(agreement.signed?.description), .init(agreement.period.from?.description),
          .init(agreement.period.to?.description),
          review?.every.map { freeText($0) } ?? .init(review?.date?.description), due(agreement),
          .init(agreement.topics.compactMap(text).joined(separator: "; ")),
          people(agreement.people), .init(agreement.programme),
          freeText(agreement.provenance.source),
        ])
      }
    }
    let reviewed = agreements.count { !$0.reviews.isEmpty }
    sheet.notes = [
      Agreement.Level.allCases.map { level in
        "\(text(level)) \(agreements.count { $0.level == level })"
      }.joined(separator: ", ")
        + language("; có kỳ sơ kết: \(reviewed).", "; with a review: \(reviewed).")
    ]
    return sheet
  }

  /// Programmes and policies: basis, aim, who takes part.
  var programmes: Table {
    var sheet = Table.part(
      "programmes", language("Chương trình và mục tiêu", "Programmes and their aims"),
      [
        .hidden("id"), .init("name", language("Chương trình", "Programme"), width: 70),
        .init("signed", language("Ký", "Signed"), width: 10),
        .init("from", language("Từ", "From"), width: 10),
        .init("to", language("Hết", "Ends"), width: 10),
        .init("legal_basis", language("Căn cứ", "Legal basis"), width: 44),
        .init("aim", language("Mục tiêu", "Aim"), width: 90), .hidden("members"),
        .init("member_names", language("Các bên", "Parties"), width: 70),
        .init("people", language("Ai ký, ai nói", "Who signed or spoke"), width: 60),
        .init("source", language("Nguồn", "Source"), width: 24),
      ])
    for programme in network.records.programmes.map(\.record) {
      sheet.add([
        .init(programme.id), .init(language(programme.name, programme.nameEn ?? programme.name)),
        .init(programme.signed?.description), .init(programme.period.from?.description),
        .init(programme.period.to?.description), .init(programme.legalBasis),
        .init(programme.aim), .init(list: programme.members.map(\.ref)),
        .init(programme.members.map { name(ofMember: $0.ref) }.joined(separator: "; ")),
        people(programme.people), freeText(programme.provenance.source),
      ])
    }
    return sheet
  }

  /// Who directs which lower line.
  var direction: Table {
    var sheet = Table.part(
      "direction", language("Chỉ đạo tuyến", "Direction of lower lines"),
      [
        .hidden("agreement"), .hidden("directs"),
        .init("directs_name", language("Chỉ đạo", "Directs"), width: 60), .hidden("directed"),
        .init("directed_name", language("Được chỉ đạo", "Is directed"), width: 60),
        .init("assigned_by", language("Phân công", "Assigned by"), width: 24),
        .init("note", language("Ghi chú", "Note"), width: 60),
        .init("source", language("Nguồn", "Source"), width: 24),
      ])
    for agreement in network.records.agreements.map(\.record) {
      let upper = agreement.members.filter { $0.role == .directs }
      let lower = agreement.members.filter { $0.role == .directed }
      let by = agreement.members.filter { $0.role == .coordinator }.map { name(ofMember: $0.ref) }
      for directs in upper {
        for directed in lower {
          sheet.add([
            .init(agreement.id), .init(directs.ref), .init(name(ofMember: directs.ref)),
            .init(directed.ref), .init(name(ofMember: directed.ref)),
            .init(by.joined(separator: "; ")), freeText(agreement.provenance.note),
            freeText(agreement.provenance.source),
          ])
        }
      }
    }
    return sheet
  }

  /// Staff that several facilities share.
  var pools: Table {
    var sheet = Table.part(
      "pools", language("Nhân lực dùng chung", "Shared staff"),
      [
        .hidden("id"), .init("name", language("Nguồn nhân lực", "Pool"), width: 80),
        .hidden("members"), .init("member_names", language("Các bên", "Parties"), width: 60),
        .init("note", language("Ghi chú", "Note"), width: 90),
        .init("source", language("Nguồn", "Source"), width: 24),
      ])
    for party in network.records.parties.map(\.record) where party.kind == .staffPool {
      sheet.add([
        .init(party.id), .init(language(party.name, party.nameEn ?? party.name)),
        .init(list: party.members.map(\.ref)),
        .init(party.members.map { name(ofMember: $0.ref) }.joined(separator: "; ")),
        freeText(party.provenance.note), freeText(party.provenance.source),
      ])
    }
    return sheet
  }

  private func people(_ people: [Person]) -> Table.Cell {
    .init(list: people.map { "\($0.name): \($0.role)" }, "; ")
  }

  private func graphName(_ agreement: Agreement) -> String {
    agreement.members.map { name(ofMember: $0.ref) }.joined(separator: " – ")
  }

  private func text(_ level: Agreement.Level?) -> String {
    switch level {
    case .bilateral: language("song phương", "bilateral")
    case .network: language("mạng lưới", "network")
    case nil: language("chưa rõ", "unknown")
    }
  }

  /// The next review: the date stated, or the next anniversary of a yearly one while it is in force.
  private func due(_ agreement: Agreement) -> Table.Cell {
    let stated = agreement.reviews.compactMap(\.date).first { $0.start >= at.day }
    if let stated { return .init(stated.description) }
    guard agreement.reviews.contains(where: { isYearly($0) }) else { return .none }
    guard agreement.period.standing(on: at.day) == .inForce else {
      return .init(language("đã hết hiệu lực", "has ended"), code: "ended")
    }
    guard let start = (agreement.signed ?? agreement.period.from)?.start else { return .none }
    let (first, last) = (start.parts, at.day.parts.year)
    let due = (last...(last + 2)).lazy.compactMap { year in
      Day(year: year, month: first.month, day: first.day)
    }.first { $0 >= at.day && $0 > start }
    return .init(due?.description)
  }

  /// Whether a review is due every year, by the words of either language.
  private func isYearly(_ review: Review) -> Bool {
    let every = review.every?.lowercased() ?? ""
    return ["hằng năm", "hàng năm", "mỗi năm", "yearly", "every year", "annual"].contains {
      every.contains($0)
    }
  }
}
