import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// How late one can leave, with all that is needed to put it into words.
struct DeparturesReport {
  let session: NetworkSession
  let query: ReferralQuery
  let origin: Location
  let departures: Departures
  let style: AnswerStyle

  var network: Network { session.network }
  var language: Language { style.language }

  /// A moment as a clock, with its day where that is not the first one's.
  func moment(_ instant: Instant) -> String {
    instant.day == departures.first.day ? instant.clock : language.moment(instant)
  }

  /// The facility's name; a dash for none.
  func name(_ facility: FacilityIndex?) -> String {
    facility.map { network.facility($0).name } ?? language("— không còn nơi nào kịp", "— none")
  }

  /// Why one cannot leave later, in words; what is open in the end needs none.
  func text(_ latest: Departures.Latest) -> String {
    if latest.isOpen {
      return language("hết khoảng đã hỏi, vẫn kịp", "the end of what was asked, still in time")
    }
    let reason = latest.reason.map(style.words)
    return reason ?? language("không còn đến được", "cannot be reached any more")
  }

  /// The answer as a coordinator reads it.
  var table: String {
    let need = language(query.need.name, query.need.nameEn)
    let vehicle = language(query.vehicle.name, query.vehicle.nameEn ?? query.vehicle.id)
    let place = origin.name
    let first = language.moment(departures.first)
    let last = moment(departures.last)
    var lines = [
      language("Từ:  \(place)", "From: \(place)"), language("Cần: \(need)", "Need: \(need)"),
      language(
        "Đi:  từ \(first) đến \(last), \(vehicle)", "Leave: \(first) to \(last), by \(vehicle)"),
    ]
    lines += windowLines + [""] + headlines + [""]
    var changes = TextTable([
      (language("Đi lúc", "Leave at"), .left),
      (language("Đến nơi sớm nhất", "First target"), .left),
      (language("Phút", "Minutes"), .right), (language("Giờ đến", "Arrives"), .left),
    ])
    for change in departures.changes {
      changes.add([
        range(moment(change.from), moment(change.to)),
        name(change.facility)
          + (change.isForSelected ? language(" (chọn lọc)", " (selected)") : ""),
        range(minutes(change.minutesFirst), minutes(change.minutesLast)),
        range(change.arrivalFirst.map(moment) ?? "", change.arrivalLast.map(moment) ?? ""),
      ])
    }
    lines += changes.lines(width: style.width)
    let shown = departures.latest.prefix(query.count)
    if !shown.isEmpty {
      lines += ["", language("Muộn nhất cho từng nơi:", "The latest for each:")]
      var table = TextTable([
        (language("Đi muộn nhất", "Latest"), .left), (language("Cơ sở", "Facility"), .left),
        (language("Đường chậm", "If slow"), .left),
        (language("Điện thoại", "Phone"), .left), (language("Giờ đến", "Arrives"), .left),
        (language("Muộn hơn thì sao", "Later"), .left),
      ])
      var phones = PhoneColumn(network, language, specialty: query.need.specialty)
      for latest in shown {
        let facility = network.facility(latest.facility)
        table.add([
          moment(latest.leave), facility.name, latest.leaveIfSlow.map(moment) ?? "—",
          phones.number(of: facility), moment(latest.arrival), text(latest),
        ])
      }
      lines += table.lines(width: style.width) + phones.notes(width: style.width)
      let gaps = shown.filter { $0.missed > 0 }
      for gap in gaps {
        lines.append(
          language(
            "  ! \(name(gap.facility)): trước đó có \(gap.missed) thời điểm khởi hành không kịp",
            "  ! \(name(gap.facility)): not in time before that: "
              + language.counted(gap.missed, "", "departure")))
      }
    }
    lines += [
      "",
      language(
        "Đã hỏi từng phút. Phút là thời gian thường gặp; cột Đường chậm là giờ đi muộn nhất mà đường chậm, chờ lâu vẫn kịp.",
        "Every minute was asked. Minutes are usual ones; If slow is the last departure that slow roads and long waits still keep."
      ),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The clinical window, and what is counted behind the door.
  private var windowLines: [String] {
    guard let onset = query.onset,
      let window = network.treatmentWindow(
        of: query.need, doorToTreatment: query.doorToTreatment)
    else { return [] }
    let name = language(window.clock.name, window.clock.nameEn ?? window.clock.name)
    let limit = language.duration(window.limit ?? window.last)
    let delay = window.delay.map { "; " + language.text($0) } ?? ""
    return style.paragraph(
      language("Kịp: ", "In time: "),
      language(
        "khởi phát \(moment(onset)), \(name) \(limit)\(delay)",
        "onset \(moment(onset)), \(name) \(limit)\(delay)"))
  }

  private var headlines: [String] {
    var lines = [headline]
    if let best = departures.latestForSelected.first {
      let place = name(best.facility)
      let leave = moment(best.leave)
      lines += style.paragraph(
        "",
        language(
          "Chỉ áp dụng cho người bệnh được chọn lọc, bác sĩ quyết: đi đến \(leave), \(place), "
            + "đến \(moment(best.arrival)). Không phải giờ đi muộn nhất.",
          "For selected patients alone, as a physician decides: leaving until \(leave), \(place), "
            + "arriving \(moment(best.arrival)). It is no last departure."))
    }
    return lines
  }

  private var headline: String {
    guard let best = departures.latest.first else {
      return language(
        "Không có giờ đi nào trong khoảng này còn kịp.", "No departure in this time is in time.")
    }
    let slow = best.leaveIfSlow.map { leave in
      language(
        " Đường chậm: muộn nhất \(moment(leave)).", " On slow roads: by \(moment(leave)).")
    }
    return
      (best.isOpen
      ? language(
        "Khởi hành đến \(moment(best.leave)) (hết khoảng đã hỏi) vẫn kịp: \(name(best.facility)), đến \(moment(best.arrival)).",
        "Leaving until \(moment(best.leave)) (the end of what was asked) is in time: \(name(best.facility)), arriving \(moment(best.arrival))."
      )
      : language(
        "Đi muộn nhất lúc \(moment(best.leave)): \(name(best.facility)), đến \(moment(best.arrival)).",
        "Leave at \(moment(best.leave)) at the latest: \(name(best.facility)), arriving \(moment(best.arrival))."
      )) + (slow ?? "")
  }

  private func range(_ first: String, _ last: String) -> String {
    first == last ? first : "\(first)–\(last)"
  }

  private func minutes(_ minutes: Double?) -> String {
    minutes.map { "\(Int(clamping: $0.rounded()))" } ?? ""
  }
}
