import Facts
import Formats
import HealthNetwork
import Planning

extension SupportReport {
  /// Techniques that were handed over or are being taught, those above the tier marked.
  var transfers: Table {
    var sheet = Table.part(
      "transfers", language("Kỹ thuật được chuyển giao", "Techniques handed over"),
      [
        .hidden("id"), .hidden("facility"),
        .init("facility_name", language("Cơ sở", "Facility"), width: 38),
        .init("name", language("Kỹ thuật", "Technique"), width: 40), .hidden("specialty"),
        .init("above_tier", language("Vượt tuyến", "Above tier")),
        .init("stage", language("Mức", "Stage"), width: 20),
        .init("grade", language("Loại", "Grade")),
        .hidden("by"), .init("by_name", language("Bên chuyển giao", "Handed over by"), width: 34),
        .init("known", language("Biết từ", "Known from"), width: 10), .hidden("agreement"),
        .init("source", language("Nguồn", "Source"), width: 24),
      ])
    let techniques = network.records.techniques.map(\.record)
    for technique in techniques {
      sheet.add([
        .init(technique.id), .init(technique.facility), .init(name(ofMember: technique.facility)),
        .init(language(technique.name, technique.nameEn ?? technique.name)),
        .init(technique.specialty),
        .init(technique.isAboveTier, language("vượt tuyến", "above tier")),
        technique.stage.map { .init(text($0), code: $0.rawValue) } ?? .none,
        technique.grade.map { .init(text($0), code: $0.rawValue) } ?? .none,
        .init(technique.transferredBy), .init(technique.transferredBy.map(name(ofMember:))),
        .init((technique.period.from ?? technique.period.firstEvidence)?.description),
        .init(technique.agreement), freeText(technique.provenance.source),
      ])
    }
    let above = techniques.count { $0.isAboveTier == true }
    sheet.notes = [
      language(
        "\(techniques.count) kỹ thuật, \(above) được nêu là vượt tuyến.",
        "\(language.counted(techniques.count, "", "technique")), \(above) of them stated to lie above the tier."
      )
    ]
    return sheet
  }

  /// Trainings: who taught, who was taught, and the share of stations that were reached.
  var trainings: Table {
    var sheet = Table.part(
      "trainings", language("Đào tạo, tập huấn", "Trainings"),
      [
        .hidden("id"), .init("name", language("Nội dung", "What"), width: 44),
        .init("from", language("Từ", "From"), width: 10), .hidden("to"),
        .init("trainees", language("Học viên", "Trainees"), .right), .hidden("trainers"),
        .init("trainer_names", language("Ai dạy", "Who taught"), width: 30), .hidden("trained"),
        .init("trained_names", language("Ai học", "Who was taught"), width: 36),
        .init("topics", language("Chủ đề", "Topics"), width: 50),
        .hidden("programme"), .init("source", language("Nguồn", "Source"), width: 24),
      ])
    var reached: Set<String> = []
    for training in network.records.trainings.map(\.record) {
      let trainers = training.members.filter { $0.role == .trainer || $0.role == .supporter }
        .map(\.ref)
      let trained = training.members.filter { $0.role == .trainee || $0.role == .recipient }
        .map(\.ref)
      reached.formUnion(trained.filter(isStation))
      sheet.add([
        .init(training.id), .init(language(training.name, training.nameEn ?? training.name)),
        .init(training.period.from?.description), .init(training.period.to?.description),
        .init(training.trainees), .init(list: trainers),
        .init(trainers.map(name(ofMember:)).joined(separator: "; ")), .init(list: trained),
        .init(trained.map(name(ofMember:)).joined(separator: "; ")),
        .init(training.topics.compactMap(text).joined(separator: "; ")),
        .init(training.programme), freeText(training.provenance.source),
      ])
    }
    let stations = network.facilityIndices.count {
      network.facility($0).kind == .communeHealthStation
        && network.facility($0).isInService(on: at.day, isConfirmed: false)
    }
    let stated = network.records.figures.map(\.record).filter {
      $0.indicator == SupportCounter.Indicator.stations.rawValue && $0.isTarget != true
    }.compactMap { figure in
      figure.measure.value.map { "\(language.decimal($0, 0)) (\(name(ofSubject: figure.subject)))" }
    }
    sheet.notes = [
      language(
        "Trạm y tế có người được đào tạo: \(reached.count) trên \(stations) trạm đã nạp",
        "Stations whose staff were trained: \(reached.count) of \(stations) loaded")
        + (stated.isEmpty
          ? "."
          : language(", trên ", ", of ") + stated.joined(separator: ", ")
            + language(" trạm được nêu.", " stated."))
    ]
    return sheet
  }

  /// Images and patients that are read or advised on from afar: where, and by whom.
  var remote: Table {
    var sheet = Table.part(
      "remote", language("Làm từ xa: ở đâu, ai đọc", "Done from afar: where, and who reads"),
      [
        .hidden("facility"), .init("facility_name", language("Cơ sở", "Facility"), width: 34),
        .init("name", language("Dịch vụ", "Service"), width: 40), .hidden("capability"),
        .hidden("by"), .init("by_name", language("Ai đọc", "Read by"), width: 34),
        .init("known", language("Biết từ", "Known from"), width: 10),
        .init("basis", language("Căn cứ", "Basis"), width: 60),
        .init("source", language("Nguồn", "Source"), width: 24),
      ])
    var seen: Set<[String?]> = []
    for index in network.facilityIndices {
      let facility = network.facility(index)
      for service in facility.services where service.mode == .remoteSupported {
        seen.insert([facility.id, service.capability])
        sheet.add([
          .init(facility.id), .init(facility.name), .init(service.name), .init(service.capability),
          .init(service.by), .init(service.by.map(name(ofMember:))),
          .init((service.period.from ?? service.period.firstEvidence)?.description),
          freeText(service.provenance.basis),
          freeText(service.provenance.source ?? facility.provenance.source),
        ])
      }
    }
    for statement in network.records.capabilities.map(\.record)
    where statement.performer == .remoteSupported && statement.value == .yes
      && !seen.contains([statement.facility, statement.code])
    {
      sheet.add([
        .init(statement.facility), .init(name(ofMember: statement.facility)),
        .init(name(ofCapability: statement.code)), .init(statement.code),
        .init(statement.supportedBy), .init(statement.supportedBy.map(name(ofMember:))),
        .init((statement.period.from ?? statement.period.firstEvidence)?.description),
        freeText(statement.provenance.basis), freeText(statement.provenance.source),
      ])
    }
    return sheet
  }

  /// Facilities that were built and received nobody, or did so only after years.
  var activation: Table {
    var sheet = Table.part(
      "activation",
      language("Xây xong mà chưa, hoặc mãi mới hoạt động", "Built, and not or only late in use"),
      [
        .hidden("facility"), .init("facility_name", language("Cơ sở", "Facility"), width: 34),
        .init("state", language("Tình trạng", "State"), width: 40),
        .init("built", language("Xây", "Built"), width: 10),
        .init("opened", language("Đưa vào sử dụng", "Opened"), width: 10),
        .init("activated", language("Đón bệnh nhân", "Activated"), width: 10),
        .init("years", language("Số năm chờ", "Years idle"), .right),
        .init("patients", language("Người bệnh trước đó", "Patients before"), .right),
        .init("note", language("Ghi chú", "Note"), width: 60),
      ])
    let figures = network.records.figures.map(\.record)
    for index in network.facilityIndices {
      let facility = network.facility(index)
      func value(_ indicator: String) -> Double? {
        figures.first { $0.subject == facility.id && $0.indicator == indicator }?.measure.value
      }
      let years = value("years-in-service-before-first-patient")
      let patients = value("patients-before-activation")
      let isIdle = facility.activated == nil && facility.activity != .active
      guard
        years != nil || patients != nil || facility.activity == .inactive
          || (facility.built != nil && isIdle)
      else { continue }
      sheet.add([
        .init(facility.id), .init(facility.name),
        isIdle
          ? .init(
            language("chưa từng đón bệnh nhân", "never received a patient"), code: "never")
          : .init(language("nay đã hoạt động", "in use by now"), code: "late"),
        .init(facility.built?.description), .init(facility.opened?.description),
        .init(facility.activated?.description), .init(years, decimals: 1),
        .init(patients, decimals: 0), freeText(facility.provenance.note),
      ])
    }
    return sheet
  }

  private func isStation(_ id: String) -> Bool {
    network.facilityIndex(of: id).map { network.facility($0).kind == .communeHealthStation }
      ?? false
  }

  /// A topic in words: those of the source, else those of the vocabulary.
  func text(_ topic: Topic) -> String? {
    topic.name ?? topic.capability.map(name(ofCapability:))
      ?? topic.specialty.map { network.vocabulary.specialties[$0]?.name(in: language) ?? $0 }
  }

  private func text(_ stage: TransferStage) -> String {
    switch stage {
    case .surveyed: language("đã khảo sát", "surveyed")
    case .planned: language("dự kiến", "planned")
    case .observing: language("đang quan sát", "observing")
    case .supervised: language("làm có hỗ trợ", "with support")
    case .independent: language("tự làm", "on its own")
    }
  }

  private func text(_ grade: Technique.Grade) -> String {
    grade == .special ? language("đặc biệt", "special") : grade.rawValue
  }
}
