import Facts
import Formats
import HealthNetwork
import Referral

extension StrategyReport {
  /// A reading in a line: whether the limit is kept, by how much, and how likely.
  func text(_ reading: ClockReading) -> String {
    var parts: [String] = []
    let extended = reading.extendedMinutes.map { " / \(duration($0))" } ?? ""
    parts.append("\(name(reading.limit)) (\(duration(reading.minutes))\(extended))")
    return "\(mark(reading)) " + parts.joined() + ": " + said(reading).joined(separator: "; ")
  }

  private func mark(_ reading: ClockReading) -> String {
    switch reading.standing {
    case .kept: "✓"
    case .tight: "!"
    case .extended: "~"
    case .missed: "✗"
    case .open, .unknown: "?"
    }
  }

  private func said(_ reading: ClockReading) -> [String] {
    var parts: [String] = []
    let left = reading.margin
    switch reading.standing {
    case .unknown:
      if let latest = reading.latestOnset {
        let what = reading.endsAtDoor ? language(" (đến cửa)", " (to the door)") : ""
        parts.append(
          language(
            "phải khởi phát sau \(clock(latest.usually))\(what)",
            "must have begun after \(clock(latest.usually))\(what)"))
        if !reading.endsAtDoor && !reading.isBestCase {
          parts.append(
            latest.surely <= query.at
              ? language(
                "chắc chắn nếu sau \(clock(latest.surely))",
                "surely kept if after \(clock(latest.surely))")
              : language("đi chậm thì luôn quá", "a slow way always misses it"))
        }
      }
    case .kept:
      parts.append(language("còn \(duration(left))", "\(duration(left)) left"))
    case .tight:
      parts.append(
        language(
          "còn \(duration(left)), dễ trễ hơn là kịp",
          "\(duration(left)) left, missed more often than kept"))
    case .open:
      let reference = left >= 0 ? left : (reading.extendedMinutes ?? 0) - reading.elapsed.usual
      parts.append(
        language("còn \(duration(reference))", "\(duration(reference)) left")
          + (left >= 0 ? "" : language(" đến mốc sau", " to the later limit")))
    case .extended:
      let over = duration(-left)
      parts.append(
        language(
          "quá \(over), chỉ áp dụng cho người bệnh được chọn lọc",
          "over by \(over), selected patients only"))
    case .missed:
      parts.append(language("quá \(duration(-left))", "over by \(duration(-left))"))
    }
    if reading.lacksOnset && reading.standing != .unknown {
      parts.append(language("dù mới khởi phát lúc đi", "even if it began on leaving"))
    }
    if let chance = reading.chance {
      // Beside the chance of the later limit, it must say of which it is.
      let isAlone = reading.chance == .surely || reading.extendedChance == nil
      parts.append(
        isAlone
          ? text(chance) : language.text(chance, within: duration(reading.minutes)))
    }
    if let chance = reading.extendedChance, let limit = reading.extendedMinutes,
      reading.chance != .surely
    {
      parts.append(language.text(chance, within: duration(limit)))
    }
    if reading.standing != .missed {
      if reading.endsAtDoor && reading.standing != .unknown {
        parts.append(
          language(
            "tính đến cửa, chưa rõ từ cửa đến điều trị",
            "at the door; from there to treatment is not known"))
      }
      if reading.isBestCase {
        parts.append(
          language(
            "tính sớm nhất, chưa rõ thời gian ở nơi đầu",
            "at best; the stay in the first hospital is not known"))
      }
    }
    return parts
  }
}
