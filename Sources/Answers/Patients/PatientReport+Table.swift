import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension PatientReport {
  /// The plan as a coordinator reads it.
  var table: String {
    var lines = heading + [""]
    lines += facilityLines + [""] + patientLines
    for (title, section) in [
      (language("Chưa có chỗ:", "Without a place:"), unplacedLines),
      (language("Vì sao không đến nơi gần hơn:", "Why not a nearer one:"), passedLines),
      (
        language(
          "Gần hơn nhưng chưa rõ có làm được không, hãy hỏi:",
          "Nearer, but nobody says whether they can; ask:"), askLines
      ),
      (language("Nếu có thêm một chỗ:", "One more place would change:"), oneMoreLines),
      (language("Cách tính:", "How this was decided:"), ruleLines),
    ] where !section.isEmpty {
      lines += ["", title] + section
    }
    lines += [
      "",
      language(
        "Dữ liệu khởi đầu cho danh bạ, không phải tài liệu lâm sàng: gọi xác nhận trước khi chuyển.",
        "A seed for a directory, not a clinical reference: call before you transfer."),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func counts(_ patients: [Int]) -> String {
    triageClasses.compactMap { triage in
      let count = patients.count { plan.patients[$0].triage.code == triage.code }
      return count > 0 ? "\(count) \(triage.code)" : nil
    }.joined(separator: ", ")
  }

  private var heading: [String] {
    let vehicle = language(query.vehicle.name, query.vehicle.nameEn ?? query.vehicle.id)
    let all = Array(plan.patients.indices)
    let unplaced = plan.unplaced
    let count = all.isEmpty ? "0" : "\(all.count) (\(counts(all)))"
    let sent = supply.sent.count
    var lines = [
      language("Người bệnh: \(count)", "Patients: \(count)")
        + (sent > 0 ? language("; đã đi: \(sent)", "; left already: \(sent)") : ""),
      language(
        "Rời đi lúc: \(language.moment(withWeekdayOf: query.at)), \(vehicle)",
        "Leaving:  \(language.moment(withWeekdayOf: query.at)), by \(vehicle)"),
    ]
    if !unplaced.isEmpty {
      lines.append(
        language(
          "CHƯA CÓ CHỖ: \(unplaced.count) (\(counts(unplaced)))",
          "WITHOUT A PLACE: \(unplaced.count) (\(counts(unplaced)))"))
    }
    return lines
  }

  private var facilityLines: [String] {
    var table = TextTable([
      (language("Cơ sở", "Facility"), .left), (language("Điện thoại", "Phone"), .left),
      (language("Nhận", "Takes"), .right), (language("Chỗ", "Places"), .right),
      (language("Căn cứ", "Resting on"), .left),
    ])
    let loads = plan.loads.filter { $0.inbound + $0.patients.count > 0 }
      .map { (load: $0, minutes: nearest($0)) }
      .sorted { ($0.minutes, $0.load.places.facility) < ($1.minutes, $1.load.places.facility) }
      .map(\.load)
    var phones = PhoneColumn(network, language, specialty: query.need.specialty)
    for load in loads {
      let facility = network.facility(load.places.facility)
      let scope = use(of: load.places)
      table.add([
        (load.whole == nil ? "" : "  ") + facility.name + scope,
        load.whole == nil ? phones.number(of: facility) : "",
        "\(load.patients.count)" + (load.inbound > 0 ? "+\(load.inbound)" : ""),
        "\(load.places.count)",
        text(load.places.basis)
          + (load.excess > 0
            ? language("; QUÁ \(load.excess) CHỖ", "; \(load.excess) TOO MANY") : ""),
      ])
    }
    let (titles, rows) = table.parts(width: style.width)
    return titles + zip(loads, rows).flatMap { load, row in row + takers(of: load) }
      + phones.notes(width: style.width)
  }

  /// The use of places in words, in the language of the answer, in brackets; empty without a use.
  private func use(of places: FreePlaces) -> String {
    guard let scope = places.scope else { return "" }
    let words = network.use(ofPlaces: scope)
    return " (\(language(words.vi, words.en)))"
  }

  /// The least minutes of a patient to a load.
  private func nearest(_ load: PatientPlan.Load) -> Double {
    load.patients.compactMap { plan.outcomes[$0].target?.minutes }.min() ?? .infinity
  }

  /// Who takes the places of a load, by class; the whole of a facility names those of its parts.
  private func takers(of load: PatientPlan.Load) -> [String] {
    guard load.whole == nil, !load.patients.isEmpty else { return [] }
    let classes = triageClasses.compactMap { triage -> String? in
      let ids = load.patients.filter { plan.patients[$0].triage.code == triage.code }
      guard !ids.isEmpty else { return nil }
      return "\(triage.code): " + ids.map { plan.patients[$0].id }.joined(separator: ", ")
    }
    return paragraph("    ", classes.joined(separator: "; "))
  }

  private var patientLines: [String] {
    var table = TextTable([
      ("#", .right), (language("Người bệnh", "Patient"), .left), ("", .left),
      (language("Đến", "Goes to"), .left), (language("Phút (nhanh–chậm)", "Minutes"), .right),
      ("Km", .right), (language("Giờ đến", "Arrives"), .left), ("", .left),
    ])
    for (rank, patient) in plan.departureOrder.enumerated() {
      let outcome = plan.outcomes[patient]
      guard let target = outcome.target else { continue }
      let isLate = outcome.limitMinutes.map { target.minutes > $0 } ?? false
      let minutes = [target.minutes, target.minutesLow, target.minutesHigh].map(whole)
      table.add([
        "\(rank + 1)", plan.patients[patient].id, plan.patients[patient].triage.code,
        name(target.facility), "\(minutes[0]) (\(minutes[1])–\(minutes[2]))",
        language.decimal(target.kilometres, 1), language.clock(target.arrival, from: query.at),
        isLate ? language("trễ", "late") : "",
      ])
    }
    return table.lines(width: style.width)
  }

  private var unplacedLines: [String] {
    grouped(plan.departureOrder.filter { plan.outcomes[$0].target == nil }, limit: 4)
  }

  private var passedLines: [String] {
    grouped(
      plan.departureOrder.filter {
        plan.outcomes[$0].target != nil && !reasons($0).isEmpty
      }, limit: explains ? .max : 3)
  }

  /// The hospitals of unknown capability to call, with the patients for whom that may save a way.
  private var askLines: [String] {
    var order: [FacilityIndex] = []
    var patients: [FacilityIndex: [(patient: Int, unknown: UnknownNearer)]] = [:]
    for patient in plan.departureOrder {
      for unknown in plan.outcomes[patient].ask {
        if patients[unknown.facility] == nil { order.append(unknown.facility) }
        patients[unknown.facility, default: []].append((patient, unknown))
      }
    }
    return order.flatMap { facility -> [String] in
      let all = patients[facility] ?? []
      let phone =
        network.phone(of: network.facility(facility), specialty: query.need.specialty)
        ?? language("chưa có số điện thoại", "no telephone")
      let words = all.prefix(6).map { item in
        label(item.patient)
          + (item.unknown.nearerBy.map {
            let nearer = language.duration($0)
            return language(" gần hơn \(nearer)", " \(nearer) nearer")
          } ?? " \(language.duration(item.unknown.minutes))")
      }.joined(separator: ", ")
      let more =
        all.count > 6
        ? language(" và \(all.count - 6) người nữa", " and \(all.count - 6) more") : ""
      return paragraph("  ", "\(name(facility)), \(phone): \(words)\(more)")
    }
  }

  /// Patients of whom the same is to be said, in one paragraph.
  private func grouped(_ patients: [Int], limit: Int) -> [String] {
    var order: [[String]] = []
    var members: [[String]: [Int]] = [:]
    for patient in patients {
      let short = explains ? nil : nearerLine(patient)
      if let short {
        if members[[short]] == nil { order.append([short]) }
        members[[short], default: []].append(patient)
        continue
      }
      let all = reasons(patient)
      var lines = all.prefix(limit).map { item in
        let head = item.facility.map { facility in
          "\(name(facility))" + (item.minutes.map { " \(language.duration($0))" } ?? "") + ": "
        }
        return (head ?? "") + (explains ? "\(item.reason.code.rawValue): " : "")
          + style.words(item.reason)
      }
      if all.count > limit {
        lines.append(
          language("… và \(all.count - limit) nơi nữa", "… and \(all.count - limit) more"))
      }
      if members[lines] == nil { order.append(lines) }
      members[lines, default: []].append(patient)
    }
    return order.flatMap { lines -> [String] in
      let names = (members[lines] ?? []).map(label).joined(separator: ", ")
      return paragraph("  ", names) + lines.flatMap { paragraph("    ", $0) }
    }
  }

  /// The nearer facilities that have no place, in one line; nil where there is more to say.
  private func nearerLine(_ patient: Int) -> String? {
    let outcome = plan.outcomes[patient]
    guard outcome.rejected.isEmpty, !outcome.full.isEmpty else { return nil }
    func list(_ fulls: [PatientPlan.Full]) -> String {
      let names = fulls.prefix(4).map {
        "\(name($0.facility)) \(language.duration($0.minutes))"
      }
      return names.joined(separator: ", ")
        + (fulls.count > 4
          ? language(" và \(fulls.count - 4) nơi nữa", " and \(fulls.count - 4) more") : "")
    }
    let full = outcome.full.filter { $0.load != nil }
    let unknown = outcome.full.filter { $0.load == nil }
    return [
      full.isEmpty ? nil : language("hết chỗ: ", "full: ") + list(full),
      unknown.isEmpty ? nil : language("chưa rõ còn chỗ: ", "places unknown: ") + list(unknown),
    ].compactMap { $0 }.joined(separator: "; ")
  }

  private var oneMoreLines: [String] {
    plan.loads.flatMap { load -> [String] in
      guard let oneMore = load.oneMore else { return [] }
      let scope = use(of: load.places)
      return paragraph("  \(name(load.places.facility))\(scope): ", text(oneMore))
    }
  }

  private func whole(_ number: Double) -> Int { Int(clamping: number.rounded()) }
}
