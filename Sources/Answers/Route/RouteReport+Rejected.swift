import Formats
import HealthNetwork
import Referral

extension RouteReport {
  /// The facilities passed over: those of which something is known, and a count of the others.
  var rejectedLines: [String] {
    var rows: [(name: String, minutes: String, reasons: [String])] = []
    // A stopped ferry is told of in full once, with the next departure at its end.
    var toldFerries: Set<String> = []
    var shown = 0
    // What cuts off one cuts off many: a few tell enough.
    var cutOff: [Reason.Code: Int] = [:]
    var hidden: [Reason.Code: Int] = [:]
    var stations = 0
    for rejection in answer.rejected {
      guard let reason = rejection.reasons.first else { continue }
      let isTelling = reason.code != .capabilityUnknown || rejection.minutes == nil
      if rejection.minutes == nil { cutOff[reason.code, default: 0] += 1 }
      guard explains || (isTelling && shown < 12 && cutOff[reason.code, default: 0] <= 3) else {
        if reason.code == .capabilityUnknown,
          network.facility(rejection.facility).kind == .communeHealthStation
        {
          stations += 1
        } else {
          hidden[reason.code, default: 0] += 1
        }
        continue
      }
      shown += 1
      let reasons = explains ? rejection.reasons : [reason]
      rows.append(
        (
          "  " + network.facility(rejection.facility).name,
          rejection.minutes.map { language.duration($0) } ?? "—",
          reasons.map { reason -> String in
            if explains { return "\(reason.code.rawValue): \(text(reason))" }
            let words: String = PageNames.short(style.words(reason))
            guard reason.code == .ferryNotRunning, rejection.minutes == nil else { return words }
            let end: String.Index = words.firstRange(of: ": ")?.lowerBound ?? words.endIndex
            let head = String(words[..<end])
            guard !toldFerries.insert(head).inserted else { return words }
            return head + language(": như trên", ": as above")
          }
        ))
    }
    let minutes = rows.map(\.minutes.count).max() ?? 0
    // Names have two fifths of a narrow screen, reasons the rest; each has room for a few words.
    let longest = rows.map(\.name.count).max() ?? 0
    let nameRoom = min(longest, max(24, style.width * 2 / 5))
    let room = max(30, style.width - nameRoom - minutes - 4)
    // Not as a table: where everything is explained, an address may be wider than the screen.
    var lines: [String] = []
    for row in rows {
      let names = Paragraph.lines(row.name, width: nameRoom - 2).map { "  " + $0 }
      let text = row.reasons.flatMap { Paragraph.lines($0, width: room) }
      for index in 0..<max(names.count, text.count) {
        let name: String = index < names.count ? names[index] : ""
        let time: String = index == 0 ? row.minutes.replacing(Paragraph.joint, with: " ") : ""
        var line = name + String(repeating: " ", count: max(0, nameRoom - name.count)) + "  "
        line += String(repeating: " ", count: max(0, minutes - time.count)) + time + "  "
        line += index < text.count ? text[index] : ""
        while line.hasSuffix(" ") { line.removeLast() }
        lines.append(line)
      }
    }
    if !hidden.isEmpty || stations > 0 {
      var words = hidden.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { code, count in
          code == .capabilityUnknown
            ? language(
              "\(count) nơi khác chưa rõ có làm được không",
              "\(count) \(count == 1 ? "other" : "others") of which nobody says whether they can")
            : "\(count) \(code.words(language))"
        }
      if stations > 0 {
        words.append(
          language.counted(stations, "trạm y tế", "health station")
            + language(" chưa rõ", ", unknown"))
      }
      let counts = words.joined(separator: ", ")
      let more = style.fieldName.map { name in
        " (" + name("explain") + language(" để xem hết", " lists them") + ")"
      }
      lines += paragraph(language("  … và ", "  … and "), counts + (more ?? ""))
    }
    return lines
  }
}
