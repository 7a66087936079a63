package import Formats
package import Referral
import Facts
import HealthNetwork

/// The words that answers have in common.
extension Language {
  private var language: Language { self }

  /// A caution in words, without what says so.
  ///
  /// - Parameters:
  ///   - caution: The caution.
  ///   - names: What the face calls a field.
  /// - Returns: The words.
  package func text(
    _ caution: Caution, naming names: ((String) -> String)? = nil
  ) -> String {
    switch caution {
    case .serviceHoursUnknown:
      language("chưa rõ giờ làm việc, gọi trước", "hours of service unknown, call first")
    case .ferryHoursUnknown(let name, let words):
      language("chưa rõ giờ chạy: \(name)", "hours of operation unknown: \(name)")
        + (words.map { language(" (nguồn ghi “\($0)”)", " (the source says “\($0)”)") } ?? "")
    case .ferryHoursInWords(let name, let words):
      language(
        "giờ chạy suy từ lời nguồn “\(words)”, hỏi trước: \(name)",
        "hours read from the words “\(words)” of the source, ask first: \(name)")
    case .closedIfSlow:
      language("nếu đi chậm thì đến sau giờ đóng", "a slow journey arrives after closing")
    case .lateIfSlow:
      language(
        "nếu đi chậm thì quá cửa sổ điều trị", "a slow journey misses the clinical window")
    case .lateMoreOftenThanNot:
      language(
        "cửa sổ điều trị dễ trễ hơn là kịp", "the clinical window is missed more often than kept")
    case .patientsServed(let groups):
      language(
        "chỉ nhận \(PatientGroup.vi(groups)); hỏi trước",
        "takes only \(PatientGroup.en(groups)); ask first")
        + (names.map { " (\($0("age")), \($0("sex")))" } ?? "")
    case .extendedWindow(let minutes):
      language(
        "điều trị quá \(spoken(Double(minutes))) từ khởi phát: chỉ áp dụng cho người bệnh được "
          + "chọn lọc, hỏi bác sĩ",
        "treatment more than \(spoken(Double(minutes))) after onset: selected patients only, ask the "
          + "physician")
    case .statusTooOld:
      language("báo cáo tình trạng đã hết hiệu lực", "its status report has expired")
    case .advisory:
      language("báo hạn chế nhận cấp cứu", "reports restricted emergency traffic")
    case .pointNotExact(let precision):
      language(
        "vị trí chỉ gần đúng (\(precision.vi))",
        "position approximate (\(precision.rawValue))")
    case .remark(let remark):
      language(remark.vi, remark.en)
    }
  }

  /// When a service is there, in a few words.
  package func text(_ presence: Presence) -> String {
    switch presence {
    case .always: "24/7"
    case .open(let closes):
      language("mở đến \(clock(closes))", "open until \(clock(closes))")
    case .hoursUnknown: language("chưa rõ giờ", "hours unknown")
    case .chance(let chance, let sessions):
      language(
        "\(sessions) buổi/tuần (\(Int(clamping: (chance * 100).rounded())) %)",
        "\(sessions) \(sessions == 1 ? "session" : "sessions")/week (\(Int(clamping: (chance * 100).rounded())) %)"
      )
    case .closed: language("đóng", "closed")
    }
  }

  private func clock(_ minute: Int) -> String {
    let minute = minute == 0 ? 1_440 : minute
    return "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))"
  }
}

extension Precision {
  fileprivate var vi: String {
    switch self {
    case .exact: "chính xác"
    case .street: "theo đường phố"
    case .town: "theo thị trấn"
    case .centre: "điểm trung tâm"
    case .interior: "điểm bên trong địa bàn"
    case .junction: "theo nút giao"
    case .rule: "đặt theo quy tắc"
    case .approximate: "xấp xỉ"
    }
  }
}
