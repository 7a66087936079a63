package import Facts
package import Formats

extension Period {
  /// The period in a few words; nil when nothing is known of it.
  package func text(_ language: Language) -> String? {
    var parts: [String] = []
    if let from { parts.append(language("từ \(from)", "from \(from)")) }
    if let firstEvidence {
      parts.append(language("đã có vào \(firstEvidence)", "known on \(firstEvidence)"))
    }
    if let to { parts.append(language("trước \(to)", "before \(to)")) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// A note on its standing on a day, unless it is in force.
  package func remark(on day: Day, _ language: Language) -> String? {
    switch standing(on: day) {
    case .inForce: nil
    case .notYet: language("chưa bắt đầu", "not yet")
    case .ended: language("đã hết hạn", "ended")
    case .unknown: language("chưa rõ vào ngày này", "unknown on this day")
    }
  }
}

extension Period.Standing {
  /// The name for programs.
  package var code: String {
    switch self {
    case .inForce: "in_force"
    case .notYet: "not_yet"
    case .ended: "ended"
    case .unknown: "unknown"
    }
  }
}
