import Formats
package import Referral
import Facts
import HealthNetwork

/// The words for clinical windows.
extension Language {
  private var language: Language { self }

  /// How likely a limit is kept, in words.
  package func text(_ chance: Chance) -> String {
    let joint = Paragraph.joint
    return switch chance {
    case .surely: language("chắc chắn", "surely")
    case .almostSurely: language("trên 95\(joint)%", "over 95\(joint)%")
    case .about(let share):
      language("khoảng ", "about ") + "\(Int(clamping: (share * 100).rounded()))\(joint)%"
    case .hardly: language("dưới 5\(joint)%", "under 5\(joint)%")
    case .never: language("không kịp", "impossible")
    }
  }

  /// How likely a limit is kept, with the limit.
  package func text(_ chance: Chance, within limit: String) -> String {
    // Vietnamese has one word for an hour and for the hour of a clock: a limit is said to be one.
    let head = language(chance == .never ? "mốc" : "kịp mốc", "within")
    return "\(head) \(limit): \(text(chance))"
  }

  /// Minutes as people say them: 45 min, 1 h 05 min.
  package func spoken(_ minutes: Double) -> String {
    let spoken = SpokenDuration(minutes: minutes)
    return language(spoken.vi, spoken.en)
  }

  /// The same in one piece, which no line of a table breaks.
  package func duration(_ minutes: Double) -> String {
    spoken(minutes).replacing(" ", with: Paragraph.joint)
  }

  /// From the door to treatment, and what says so.
  package func text(_ delay: TreatmentDelay) -> String {
    let minutes = duration(delay.time.usual)
    return switch delay.basis {
    case .stated:
      language("\(minutes) từ khi vào viện, như đã hỏi", "\(minutes) from the door, as asked for")
    case .clock(let clock):
      language(
        "\(clock.name) \(minutes)", "\(clock.nameEn ?? clock.name) \(minutes)")
    case .pathway:
      language("\(minutes) từ khi vào viện", "\(minutes) from the door")
    case .assumed:
      language(
        "\(minutes) từ khi vào viện: giả định, độ tin cậy thấp, hãy hỏi",
        "\(minutes) from the door: an assumption of low confidence, ask")
    }
  }

  /// How a window is kept, behind the time of treatment.
  package func text(_ reading: TreatmentWindow.Reading) -> String {
    let window = reading.window
    var parts: [String] = []
    let left = duration(reading.margin)
    switch reading.standing {
    case .kept:
      parts.append(
        language(
          "còn \(left) đến mốc \(duration(window.limit ?? window.last)) từ khởi phát",
          "\(left) left to \(duration(window.limit ?? window.last)) after onset"))
    case .tight:
      let limit = duration(window.limit ?? window.last)
      parts.append(
        language(
          "còn \(left) đến mốc \(limit) từ khởi phát, dễ trễ hơn là kịp",
          "\(left) left to \(limit) after onset, missed more often than kept"))
    case .extended:
      let limit = window.limit.map { duration($0) }
      parts.append(
        language(
          (limit.map { "quá mốc \($0) từ khởi phát; " } ?? "")
            + "chỉ áp dụng cho người bệnh được chọn lọc, đến mốc " + duration(window.last),
          (limit.map { "beyond \($0) after onset; " } ?? "") + "selected patients only, to "
            + duration(window.last)))
    case .missed:
      parts.append(
        language(
          "quá mốc \(duration(window.last)) từ khởi phát",
          "beyond \(duration(window.last)) after onset"))
    }
    let isExtended = reading.standing == .extended
    if let chance = isExtended ? reading.extendedChance : reading.chance {
      let limit = duration(isExtended ? window.last : window.limit ?? window.last)
      parts.append(
        text(chance, within: limit))
    }
    return parts.joined(separator: "; ")
  }
}
