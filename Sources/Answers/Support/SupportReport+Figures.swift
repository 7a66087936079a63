import Facts
import Formats
import HealthNetwork
import Planning

extension SupportReport {
  /// Published figures beside what the records add up to.
  var figures: Table {
    var sheet = Table.part(
      "figures", language("Số nêu và số đã nạp", "Stated figures and loaded counts"),
      [
        .hidden("id"), .hidden("subject"),
        .init("subject_name", language("Của", "Of"), width: 30), .hidden("indicator"),
        .init("name", language("Chỉ số", "Indicator"), width: 36),
        .init("stated", language("Nêu", "Stated"), width: 22, .right),
        .init("loaded", language("Đã nạp", "Loaded"), .right),
        .init("of", language("trên", "of"), .right),
        .init("unknown", language("chưa rõ", "unknown"), .right),
        .init("state", language("So sánh", "Compared"), width: 24),
        .init("date", language("Ngày", "Date"), width: 12), .hidden("target"), .hidden("change"),
        .hidden("whole"),
        .init("source", language("Nguồn", "Source"), width: 30),
      ])
    let counter = SupportCounter(graph, support, register)
    let all = StatedFigure.all(counter)
    // What can be compared is what a planner looks for.
    let order = StatedFigure.State.allCases.flatMap { state in all.filter { $0.state == state } }
    for stated in order {
      let figure = network.records.figures[stated.figure].record
      sheet.add([
        .init(figure.id), .init(figure.subject), .init(name(ofSubject: figure.subject)),
        .init(figure.indicator),
        .init(language(figure.name ?? figure.indicator, figure.nameEn ?? figure.indicator)),
        cell(figure.measure, isChange: figure.isChange == true),
        .init(stated.count?.value, decimals: 1),
        .init(stated.count?.of), .init(stated.count?.unknown),
        .init(text(stated), code: stated.state.rawValue),
        .init(
          (figure.period.from ?? figure.period.firstEvidence ?? figure.provenance.asserted)?
            .description), .init(figure.isTarget ?? false, ""),
        .init(figure.isChange ?? false, ""), .init(stated.whole),
        freeText(figure.provenance.source),
      ])
    }
    sheet.notes = [
      language(
        "Đã nạp: đếm từ các bản ghi của mạng lưới này, vào ngày hỏi; mạng lưới không chứa mọi cơ sở mà nguồn nói đến.",
        "Loaded: counted from the records of this network on the day asked about; it does not hold every facility that the sources speak of."
      )
    ]
    return sheet
  }

  /// Aims and how far the records have come.
  var targets: Table {
    var sheet = Table.part(
      "targets", language("Mục tiêu và tiến độ", "Aims and progress"),
      [
        .hidden("id"), .init("name", language("Mục tiêu", "Aim"), width: 40),
        .init("stated", language("Nêu", "Stated"), width: 22, .right),
        .init("due", language("Hạn", "Due"), width: 18),
        .init("day", language("Vào ngày", "On"), width: 12),
        .init("reached", language("Đạt", "Reached"), .right),
        .init("of", language("trên", "of"), .right),
        .init("supported", language("Xã có hỗ trợ", "Communes supported"), .right),
        .hidden("unknown"), .init("source", language("Nguồn", "Source"), width: 30),
      ])
    let targets = SupportTarget.all(
      graph, scheme: scheme, until: at.day, minimumConfidence: question.minimumConfidence)
    for target in targets {
      let figure = network.records.figures[target.figure].record
      // Of an aim that records cannot count, only today matters.
      let steps = target.steps.contains { $0.count != nil } ? target.steps : target.steps.suffix(1)
      for step in steps {
        sheet.add([
          .init(figure.id),
          .init(language(figure.name ?? figure.indicator, figure.nameEn ?? figure.indicator)),
          cell(figure.measure), due(figure.period.to),
          .init(step.day.description), .init(step.count?.value, decimals: 1),
          .init(step.count?.of),
          // Communes of the whole network say nothing of an aim that is not about their support.
          .init(aboutSupport(figure) ? step.supported : nil), .init(step.count?.unknown),
          freeText(figure.provenance.source),
        ])
      }
    }
    sheet.shown = Int.max
    return sheet
  }

  private func aboutSupport(_ figure: Figure) -> Bool {
    [SupportCounter.Indicator.supportersPerCommune, .supportedCommunes].map(\.rawValue)
      .contains(figure.indicator)
  }

  /// The first day after an aim's time, called so for people.
  private func due(_ end: PartialDate?) -> Table.Cell {
    var cell = Table.Cell(end?.description)
    if let end { cell.text = language("trước \(end)", "before \(end)") }
    return cell
  }

  /// The name of the subject of a figure.
  func name(ofSubject id: String) -> String {
    if let place = network.placeIndex(of: id) { return network.place(place).name }
    if let agreement = network.records.agreements.first(where: { $0.record.id == id })?.record {
      return agreement.name ?? id
    }
    if let programme = network.records.programmes.first(where: { $0.record.id == id })?.record {
      return programme.name
    }
    return name(ofMember: id)
  }

  /// A value or range as people read it; programs have the unit as it is stated.
  func cell(_ measure: Measure, isChange: Bool = false) -> Table.Cell {
    Table.Cell(
      text: text(measure, isChange: isChange, language) ?? "",
      json: text(measure, isChange: isChange, .en).map { .string($0) })
  }

  /// A value or range in words, "≥" where it is a bound, "+" where it is a rise.
  private func text(_ measure: Measure, isChange: Bool, _ language: Language) -> String? {
    let unit = measure.unitText(language).map { " " + $0 } ?? ""
    if let low = measure.low, let high = measure.high {
      return language.decimal(low, 2) + "–" + language.decimal(high, 2) + unit
    }
    guard let value = measure.value ?? measure.low ?? measure.high else { return nil }
    let sign =
      switch measure.bound {
      case .atLeast: "≥ "
      case .atMost: "≤ "
      case .about: "≈ "
      case .exactly, nil: measure.value == nil ? (measure.low == nil ? "≤ " : "≥ ") : ""
      }
    return sign + (isChange && value >= 0 ? "+" : "") + language.decimal(value, 2) + unit
  }

  private func text(_ stated: StatedFigure) -> String {
    switch stated.state {
    case .partly:
      if let known = stated.count?.of, let whole = stated.whole {
        language("mới biết \(known) trên \(whole)", "\(known) of \(whole) known")
      } else {
        language("mới biết một phần", "known in part")
      }
    case .notLoaded: language("chưa nạp", "not loaded")
    case .agrees: language("khớp", "agrees")
    case .fewer: language("đã nạp ít hơn", "fewer loaded")
    case .more: language("đã nạp nhiều hơn", "more loaded")
    case .notCounted: language("không đếm được", "not countable")
    }
  }
}
