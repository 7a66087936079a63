import Exchange
import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// An answer with all that is needed to print it.
struct RouteReport {
  let folder: LoadedNetwork
  let query: ReferralQuery
  let origin: Location
  let answer: ReferralAnswer
  let graph: TravelGraph
  let language: Language
  /// Whether every facility passed over is listed.
  let explains: Bool
  /// What remains without each crossing on the way to the first target; nil when nobody asked.
  var fallbacks: [Fallback]?

  var network: Network { folder.network }

  /// The id of a travel node.
  func nodeId(_ access: Access?) -> String? { access.map { network.travel.nodes[$0.node].id } }

  /// A sentence for a reason, with what says so.
  func sentence(_ reason: Reason) -> String { language.sentence(reason) }
  /// A sentence for a reason and what would change it.
  func text(_ reason: Reason) -> String { language.text(reason) }
  /// A caution in words.
  func text(_ caution: Caution, withSource: Bool = true) -> String {
    language.text(caution, withSource: withSource)
  }
  /// When a service is there, in a few words.
  func text(_ presence: Presence) -> String { language.text(presence) }

  /// The report that was looked at, with its age; nil when nothing was reported.
  func text(_ status: StatusUse?) -> String? {
    guard let status else { return nil }
    let clock = { (instant: Instant) -> String in
      instant.day == query.at.day ? instant.clock : "\(instant.clock) \(instant.day)"
    }
    let age = status.ageMinutes.map { language("cách đây \($0) phút", "\($0) min ago") } ?? "?"
    let weight =
      switch status.weight {
      case .fresh: language("còn mới", "fresh")
      case .ageing: language("đã cũ", "ageing")
      case .expired: language("hết hiệu lực khi đến", "expired on arrival")
      }
    let reported = status.reported.map(clock) ?? "?"
    return language(
      "báo lúc \(reported) (\(age)), hiệu lực đến \(clock(status.expires)), \(weight)",
      "reported at \(reported) (\(age)), valid until \(clock(status.expires)), \(weight)")
      + (status.source.map { "; \($0)" } ?? "")
  }
}

/// The words that answers have in common.
extension Language {
  private var language: Language { self }

  /// A sentence for a reason, with what says so.
  func sentence(_ reason: Reason) -> String {
    language(reason.vi, reason.en)
      + (reason.source.map { language(" (nguồn: \($0))", " (source: \($0))") } ?? "")
  }

  /// A sentence for a reason and what would change it.
  func text(_ reason: Reason) -> String {
    sentence(reason)
      + language(
        "; đổi nếu: \(reason.flipVi.withoutIf)", "; changed by: \(reason.flipEn)")
  }

  /// A caution in words.
  ///
  /// With its source, unless the table has no room for it.
  func text(_ caution: Caution, withSource: Bool = true) -> String {
    switch caution {
    case .serviceHoursUnknown:
      language("chưa rõ giờ làm việc, gọi trước", "hours of service unknown, call first")
    case .ferryHoursUnknown(let name):
      language("chưa rõ giờ chạy: \(name)", "hours of operation unknown: \(name)")
    case .closedIfSlow:
      language("nếu đi chậm thì đến sau giờ đóng", "a slow journey arrives after closing")
    case .lateIfSlow:
      language(
        "nếu đi chậm thì quá cửa sổ điều trị", "a slow journey misses the clinical window")
    case .patientsServed(let groups):
      language(
        "chỉ nhận \(PatientGroup.vi(groups)); hỏi trước (--age, --sex)",
        "takes only \(PatientGroup.en(groups)); ask first (--age, --sex)")
    case .extendedWindow(let minutes):
      language(
        "quá \(minutes) phút từ khởi phát: chỉ cho người bệnh chọn lọc",
        "more than \(minutes) min after onset: selected patients only")
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
        + ((withSource ? remark.source : nil).map {
          language(" (nguồn: \($0))", " (source: \($0))")
        } ?? "")
    }
  }

  /// When a service is there, in a few words.
  func text(_ presence: Presence) -> String {
    switch presence {
    case .always: "24/7"
    case .open(let closes):
      language("mở đến \(clock(closes))", "open until \(clock(closes))")
    case .hoursUnknown: language("chưa rõ giờ", "hours unknown")
    case .chance(let chance, let sessions):
      language(
        "\(sessions) buổi/tuần (\(Int((chance * 100).rounded())) %)",
        "\(sessions) sessions/week (\(Int((chance * 100).rounded())) %)")
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

extension String {
  /// The text without the "nếu" that it begins with.
  fileprivate var withoutIf: String { hasPrefix("nếu ") ? String(dropFirst(4)) : self }
}
