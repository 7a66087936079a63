import Facts
import Formats
import HealthNetwork
import Planning

extension SupportReport {
  /// Agreements, rotations and networks by how they stand.
  var agreements: Table {
    var sheet = Table.part(
      "agreements",
      language("Thỏa thuận, luân phiên, mạng lưới", "Agreements, rotations, networks"),
      [
        .init("id", language("Mã", "Id"), width: 44), .hidden("kind"),
        .init("state", language("Tình trạng", "State"), width: 20),
        .init("from", language("Từ", "From"), width: 17),
        .init("to", language("Hết", "Ends"), width: 10), .hidden("first_evidence"),
        .init("days_left", language("Còn, ngày", "Days left"), .right),
        .init("supporters", language("Bên hỗ trợ", "Supporters"), width: 28),
        .init("recipients", language("Bên nhận", "Recipients"), width: 28),
        .init("left_alone", language("Không còn ai khác", "Left alone"), width: 28),
        .hidden("confidence"), .init("source", language("Nguồn", "Source"), width: 30),
      ])
    let terms = AgreementTerm.all(
      graph, on: at.day, months: question.months, minimumConfidence: question.minimumConfidence)
    for term in terms {
      let period = term.period
      sheet.add([
        .init(graph.id(of: term.basis)), .init(kind(of: term.basis)),
        .init(text(term.state), code: term.state.rawValue),
        .init(
          period.from.map { language.date($0) }
            ?? period.firstEvidence.map { language("có vào ", "known ") + language.date($0) },
          code: period.from?.description), .init(period.to?.description),
        .init(period.firstEvidence?.description), .init(term.daysLeft), cell(term.supporters),
        cell(term.recipients), cell(term.leftAlone), .init(term.provenance.confidence?.rawValue),
        freeText(term.provenance.source),
      ])
    }
    let open = terms.filter { $0.state == .inForce && $0.end == nil }.count
    sheet.notes = [
      language(
        "\(terms.filter { $0.state == .ended }.count) đã hết, \(terms.filter { $0.state == .ending }.count) hết trong \(question.months) tháng, \(open) còn hiệu lực mà không rõ ngày hết.",
        "\(terms.filter { $0.state == .ended }.count) ended, \(terms.filter { $0.state == .ending }.count) end within \(question.months) months, \(open) in force with no known end."
      )
    ]
    return sheet
  }

  /// What supporters perform and the supported do not, in three lists.
  var techniques: Table {
    var sheet = Table.part(
      "techniques",
      language(
        "Kỹ thuật bên hỗ trợ làm mà bên nhận chưa",
        "Techniques of the supporter, not of the supported"),
      [
        .init("state", language("Tình trạng", "State"), width: 16),
        .init("code", language("Mã", "Code"), width: 26),
        .init("name", language("Kỹ thuật", "Technique"), width: 32), .hidden("supporter"),
        .init("supporter_name", language("Bên hỗ trợ", "Supporter"), width: 28),
        .hidden("recipient"), .init("recipient_name", language("Bên nhận", "Supported"), width: 28),
        .hidden("derived"), .hidden("by"), .init("source", language("Nguồn", "Source"), width: 24),
      ])
    let gaps = TechniqueGaps(graph, register)
    for gap in gaps.gaps {
      let (code, name): (String?, String) =
        switch gap.subject {
        case .capability(let code): (code, self.name(ofCapability: code))
        case .technique(let name, let nameEn): (nil, language(name, nameEn ?? name))
        }
      sheet.add([
        .init(text(gap.state), code: gap.state.rawValue), .init(code), .init(name),
        .init(network.facility(gap.supporter).id), .init(network.facility(gap.supporter).name),
        .init(network.facility(gap.recipient).id), .init(network.facility(gap.recipient).name),
        .init(gap.isDerived, ""), .init(list: unique(gap.links.map { graph.id(of: $0.basis) })),
        freeText(gap.provenance.source),
      ])
    }
    let counts = TechniqueGap.State.allCases.map { state in
      "\(text(state)) \(gaps.gaps.filter { $0.state == state }.count)"
    }
    sheet.notes = [
      counts.joined(separator: "; ") + ".",
      language(
        "Cả hai cùng làm: \(gaps.shared). Cặp không rõ bên hỗ trợ làm gì trong chuyên khoa đó: \(gaps.silent.count).",
        "Both perform: \(gaps.shared). Pairs of which nobody said what the supporter performs in the specialty: \(gaps.silent.count)."
      ),
    ]
    return sheet
  }

  /// Equipment of which nothing says that it is used.
  var equipment: Table {
    var sheet = Table.part(
      "equipment",
      language("Thiết bị có mà chưa rõ dùng", "Equipment held, not known to be used"),
      [
        .hidden("facility"), .init("facility_name", language("Cơ sở", "Facility"), width: 34),
        .init("name", language("Thiết bị", "Equipment"), width: 30),
        .init("state", language("Tình trạng", "State"), width: 36), .hidden("stated_state"),
        .hidden("capability"), .init("count", language("Số", "Count"), .right),
        .init("source", language("Nguồn", "Source"), width: 30),
      ])
    for idle in IdleEquipment.all(register) {
      let facility = network.facility(idle.facility)
      sheet.add([
        .init(facility.id), .init(facility.name), .init(idle.item.name),
        .init(text(idle.state), code: idle.state.rawValue), .init(idle.item.state?.rawValue),
        .init(idle.item.capability), .init(idle.item.count),
        freeText(idle.item.provenance.source ?? facility.provenance.source),
      ])
    }
    return sheet
  }

  private func kind(of basis: SupportLink.Basis) -> String {
    switch basis {
    case .agreement(let index): network.records.agreements[index].record.kind.rawValue
    case .rotation: "rotation"
    case .specialtyNetwork: "specialty-network"
    }
  }

  private func text(_ state: AgreementTerm.State) -> String {
    switch state {
    case .ended: language("đã hết", "ended")
    case .ending: language("sắp hết", "ending")
    case .inForce: language("còn hiệu lực", "in force")
    case .notYet: language("chưa bắt đầu", "not yet")
    case .unknown: language("chưa rõ vào ngày này", "unknown on this day")
    }
  }

  private func text(_ state: TechniqueGap.State) -> String {
    switch state {
    case .no: language("không làm", "does not")
    case .inTransfer: language("đang chuyển giao", "in transfer")
    case .unknown: language("chưa rõ", "unknown")
    }
  }

  private func text(_ state: IdleEquipment.State) -> String {
    switch state {
    case .notPerformed: language("kỹ thuật không làm", "technique not performed")
    case .underUsed: language("khai thác chưa cao", "under-used")
    case .inTransfer: language("đang chuyển giao kỹ thuật", "technique in transfer")
    case .unknown: language("chưa rõ kỹ thuật có làm", "unknown whether it is performed")
    case .purposeUnknown: language("chưa rõ dùng cho kỹ thuật nào", "unknown what it serves")
    }
  }
}

extension Table.Cell {
  /// Words for people where programs get a value or nothing.
  fileprivate init(_ text: String?, code: String?) {
    self.init(code)
    self.text = text ?? ""
  }
}
