import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension Caution {
  /// Whether the line of the treatment tells it already.
  fileprivate var isOfWindow: Bool {
    switch self {
    case .lateIfSlow, .lateMoreOftenThanNot, .extendedWindow: true
    default: false
    }
  }
}

/// The targets of a route, the first at a glance, the others by what differs.
extension RouteReport {
  /// The targets in columns with the number to call, then how each is reached and what it rests on.
  var targetLines: [String] {
    guard !answer.targets.isEmpty else { return nothingFoundLines }
    var phones = PhoneColumn(network, language, specialty: query.need.specialty)
    var lines = targetTable(&phones)
    lines += phones.notes(width: style.width)
    lines.append("")
    let ways = answer.targets.map { wayParts($0.start, $0.journey.legs, $0.access) }
    for (index, target) in answer.targets.enumerated() {
      let head = "  \(index + 1). "
      let way = index == 0 ? ways[0].joined(separator: " → ") : way(ways[index], besides: ways[0])
      lines += paragraph(
        head + language("Đường: ", "Way: "),
        "\(tenths(target.kilometres))\(Paragraph.joint)km" + (way.isEmpty ? "" : "; " + way))
      lines += details(of: target)
    }
    return lines
  }

  /// A line for each target; columns in which nothing is known are left out.
  private func targetTable(_ phones: inout PhoneColumn) -> [String] {
    let tellsHours = answer.targets.contains { $0.presence != .hoursUnknown }
    var columns: [(String, TextTable.Alignment)] = [
      ("#", .right), (language("Cơ sở", "Facility"), .left),
      (language("Điện thoại", "Phone"), .left),
      (language("Phút (nhanh–chậm)", "Minutes (fast–slow)"), .right),
      (language("Giờ đến", "Arrives"), .left),
    ]
    if tellsHours { columns.append((language("Giờ nhận bệnh", "Open"), .left)) }
    var table = TextTable(columns)
    for (index, target) in answer.targets.enumerated() {
      let facility = network.facility(target.facility)
      let cells = [
        "\(index + 1)", facility.name, phones.number(of: facility),
        "\(whole(target.minutes)) (\(whole(target.minutesLow))–\(whole(target.minutesHigh)))",
        clock(target.minutes),
      ]
      table.add(tellsHours ? cells + [text(target.presence)] : cells)
    }
    return table.lines(width: style.width)
  }

  /// The legs of a way, without those that it shares with the first target's from the start.
  private func way(_ legs: [String], besides first: [String]) -> String {
    let shared = zip(legs, first).prefix { $0 == $1 }.count
    // A leg or two are told sooner than what is shared.
    guard shared > 2 else { return legs.joined(separator: " → ") }
    let last = legs[shared - 1]
    return
      ([language("như 1 đến hết \(last)", "as 1 to the end of \(last)")]
      + legs[shared...]).joined(separator: " → ")
  }

  /// The basis of a target, and its cautions.
  private func details(of target: ReferralTarget) -> [String] {
    let confidence = target.statement.provenance.effectiveConfidence
    let code = target.statement.code
    let said = network.words(target.statement.provenance.source, in: language) ?? "—"
    let source = explains ? said : PageNames.short(said)
    // The name of what was asked for is not said again.
    let isAsked = code == query.need.capability
    let name = isAsked ? "" : network.name(ofCapability: code, in: language) + "; "
    let basis = Paragraph.lines(
      "     " + language("Căn cứ: ", "Rests on: "),
      explains
        ? "\(code) (\(confidence.remark(language))) \(source)"
        : "\(name)\(confidence.remark(language)); \(source)",
      width: style.width)
    var lines = basis
    if let reading = target.window {
      lines += paragraph(
        (reading.standing == .kept ? "     " : "     ! ") + language("Điều trị: ", "Treated: "),
        treatment(of: target, reading))
    }
    if let status = text(target.status) {
      lines += paragraph("     " + language("Tình trạng: ", "Status: "), status)
    }
    for caution in target.cautions where caution != .serviceHoursUnknown {
      if target.window != nil && caution.isOfWindow { continue }
      lines += paragraph("     ! ", text(caution, withSource: explains))
    }
    return lines
  }

  /// The next steps where nothing fits.
  private var nothingFoundLines: [String] {
    var steps: [String] = []
    let place = origin.id.flatMap { network.placeIndex(of: $0) }.map { network.place($0) }
    if let line = network.emergencyLine(near: place) {
      let name = PhoneColumn.owner(line.facility, language)
      steps.append(language("gọi \(line.number) (\(name))", "call \(line.number) (\(name))"))
    }
    let unknown = answer.rejected.first { rejection in
      rejection.reasons.first?.code == .capabilityUnknown && rejection.minutes != nil
        && network.facility(rejection.facility).kind.isHospital
    }
    if let unknown, let minutes = unknown.minutes {
      let facility = network.facility(unknown.facility)
      let number =
        network.phone(of: facility, specialty: query.need.specialty).map { ", " + $0 } ?? ""
      steps.append(
        language(
          "hỏi nơi gần nhất chưa rõ có làm được không: \(facility.name), \(language.duration(minutes))\(number)",
          "ask the nearest of which nobody says whether it can: \(facility.name), \(language.duration(minutes))\(number)"
        ))
    }
    var told: Set<Reason.Code> = []
    for rejection in answer.rejected {
      guard let reason = rejection.reasons.first,
        reason.remedies.contains(where: { $0.field != nil }),
        told.insert(reason.code).inserted, told.count <= 3
      else { continue }
      steps.append(
        language("nếu ", "if ") + reason.code.words(language) + ": "
          + style.text(reason.remedies.filter { $0.field != nil }))
    }
    let title = language("Không tìm thấy nơi nào phù hợp.", "No suitable facility was found.")
    guard !steps.isEmpty else { return [title] }
    return [title, "", language("Làm gì bây giờ:", "What now:")]
      + steps.flatMap { paragraph("  - ", $0) }
  }
}
