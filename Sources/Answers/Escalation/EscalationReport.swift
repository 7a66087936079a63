import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// Words an answer: a chain in the style that was asked for.
struct EscalationReport: SessionReport {
  let answer: EscalationAnswer
  let style: AnswerStyle

  var query: EscalationQuery { answer.query }
  var chain: EscalationChain { answer.chain }
  var hasTravel: Bool { answer.hasTravel }
  var from: String { answer.name }
  var fromId: String? { answer.id }

  /// A facility's name.
  func name(_ facility: FacilityIndex) -> String { network.facility(facility).name }

  /// Whether a facility is said to be the last line, of its region or for the specialty.
  func isLastLine(_ facility: FacilityIndex) -> Bool {
    network.isLastLine(facility, for: query.referral.need, on: query.referral.at.day)
  }

  /// A tier in words.
  func text(tier: Int) -> String {
    switch tier {
    case 1: language("1 trung ương, thành phố", "1 central, city")
    case 2: language("2 tỉnh", "2 provincial")
    case 3: language("3 huyện, khu vực", "3 district, regional")
    default: language("4 xã", "4 commune")
    }
  }

  /// Whether a facility can treat the patient, in a word or two.
  func ability(_ reasons: [Reason]) -> String {
    guard let first = reasons.first else { return language("có", "yes") }
    return switch first.code {
    case .capabilityMissing: language("không", "no")
    case .capabilityUnknown: language("chưa rõ", "unknown")
    case .confidenceTooLow: language("chưa chắc", "not sure")
    default: first.code.words(language)
    }
  }

  /// The kind of a backing.
  func kind(_ backing: TransferBasis) -> String {
    switch backing.kind {
    case .agreement(let kind):
      switch kind {
      case .rotation: language("thỏa thuận luân phiên", "rotation agreement")
      case .training: language("thỏa thuận đào tạo", "training agreement")
      case .telehealth: language("khám chữa bệnh từ xa", "telehealth agreement")
      case .surveillance: language("giám sát dịch bệnh", "surveillance agreement")
      case .cooperation: language("thỏa thuận hợp tác", "cooperation agreement")
      case .comprehensiveSupport: language("hỗ trợ toàn diện", "comprehensive support")
      case .techniqueTransfer: language("chuyển giao kỹ thuật", "technique transfer")
      case .satelliteHospital: language("bệnh viện vệ tinh", "satellite hospital")
      case .specialtyNetwork: language("mạng lưới chuyên khoa", "specialty network")
      case .lineDirection: language("chỉ đạo tuyến", "line direction")
      }
    case .specialtyNetwork: language("mạng lưới chuyên khoa", "specialty network")
    case .rotation: language("luân phiên", "rotation")
    }
  }

  /// Whether a backing holds, and since or until when.
  func text(_ standing: Period.Standing, _ period: Period) -> String {
    switch standing {
    case .inForce:
      if let to = period.to {
        language(
          "còn hiệu lực đến trước \(language.date(to))", "in force until \(language.date(to))")
      } else if let from = period.from {
        language("hiệu lực từ \(language.date(from))", "in force since \(language.date(from))")
      } else if let seen = period.firstEvidence {
        language(
          "đã có vào \(language.date(seen)), chưa rõ khi nào hết",
          "known \(language.date(seen)), no end known")
      } else {
        language("chưa rõ thời hạn", "period unknown")
      }
    case .ended:
      language(
        "ĐÃ HẾT HIỆU LỰC" + (period.to.map { " từ \(language.date($0))" } ?? ""),
        "ENDED" + (period.to.map { ", not in force since \(language.date($0))" } ?? ""))
    case .notYet:
      language(
        "chưa bắt đầu" + (period.from.map { " (từ \(language.date($0)))" } ?? ""),
        "not begun" + (period.from.map { " (from \(language.date($0)))" } ?? ""))
    case .unknown:
      language(
        "chưa rõ ngày đó đã có chưa"
          + (period.firstEvidence.map { " (biết từ \(language.date($0)))" } ?? ""),
        "whether it held then is unknown"
          + (period.firstEvidence.map { " (known \(language.date($0)))" } ?? ""))
    }
  }

  /// A backing in a sentence, with its source.
  func text(_ backing: TransferBasis) -> String {
    let between = "\(name(backing.lower)) → \(name(backing.upper))"
    let reach: String =
      switch backing.precision {
      case .facilities: ""
      case .groups: language("; qua nhóm", "; by way of a group")
      case .authorities:
        language(
          "; giữa các cơ quan quản lý, không nêu tên cơ sở",
          "; between authorities, naming no facility")
      }
    let specialty =
      backing.namesSpecialty ? "" : language("; không nêu chuyên khoa", "; names no specialty")
    let confidence = backing.provenance.effectiveConfidence.remark(language)
    let source = words(backing.provenance.source).map(PageNames.short) ?? "—"
    return "\(kind(backing)): \(between); \(text(backing.standing, backing.period))"
      + "\(reach)\(specialty) (\(confidence)) \(source)"
  }

  /// Why nobody of a tier can be relied on.
  func text(_ breakage: EscalationChain.Break) -> String {
    switch breakage {
    case .noFacility:
      language(
        "không có cơ sở nào của tuyến này trong dữ liệu", "no facility of this tier in the data")
    case .noneAble(let no, let unknown, let other):
      language(
        "chưa biết nơi nào ở tuyến này làm được: \(no) không, \(unknown) chưa rõ, \(other) lý do khác",
        "nobody of this tier is known to be able: \(no) no, \(unknown) unknown, \(other) for other reasons"
      )
    case .notReached(let facility, let reasons):
      language(
        "nơi làm được thì không tới được: \(name(facility))",
        "those who are able are not reached: \(name(facility))")
        + reasons.map { "; \(style.words($0))" }.joined()
    case .distancesUnknown(let able):
      language(
        "\(able) nơi làm được, nhưng không có dữ liệu đường đi để biết nơi nào gần",
        "\(able) are able, but without travel data nobody can tell which is nearest")
    case .notAllowed(let verdict):
      language("quy định không cho phép: ", "a rule does not allow it: ") + text(verdict)
    }
  }

  /// What a rule says, with its source.
  func text(_ verdict: TransferVerdict) -> String {
    let rule = verdict.rule
    let answer: String =
      switch verdict.answer {
      case .allowed: language("được", "allowed")
      case .refused: language("không được", "not allowed")
      case .exempt: language("không được, trừ cấp cứu", "not allowed, emergencies excepted")
      case .unknown: language("CHƯA RÕ", "UNKNOWN")
      }
    let texts: [String?] = [rule.condition, rule.legalBasis, rule.provenance.note]
    let said = texts.compactMap { words($0) }.map { "; \($0)" }.joined()
    let confidence = rule.provenance.effectiveConfidence.remark(language)
    let source = words(rule.provenance.source).map(PageNames.short) ?? "—"
    return
      "\(language(rule.name, rule.nameEn ?? rule.name)): \(answer)\(said) (\(confidence)) \(source)"
  }
}
