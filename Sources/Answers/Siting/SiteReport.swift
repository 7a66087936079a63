import Facts
import Formats
import HealthNetwork
import MixedInteger
import Planning
import Referral

/// A choice of sites as it is printed.
struct SiteReport {
  let asked: SiteAnswer
  let style: AnswerStyle

  init(_ asked: SiteAnswer, _ style: AnswerStyle) {
    self.asked = asked
    self.style = style
  }

  var network: Network { asked.session.network }
  var siting: Siting { asked.siting }
  var answer: SitingAnswer { asked.answer }
  var question: SitingQuestion { siting.question }
  var language: Language { style.language }

  /// The standard that gave the threshold; nil when none did.
  var standard: AccessStandard? {
    if case .standard(let standard) = asked.question.threshold.origin { return standard }
    return nil
  }

  /// A candidate by its number.
  func candidate(_ number: Int) -> SiteCandidate { siting.candidates[number] }

  /// What is done, in a word.
  func text(_ action: SitingQuestion.Action) -> String {
    switch action {
    case .build: language("xây mới", "build")
    case .upgrade: language("nâng cấp", "upgrade")
    case .rotate: language("luân phiên", "rotate")
    }
  }

  /// What is known of the capability at a candidate.
  func text(_ standing: LackingFacility.Standing?) -> String {
    switch standing {
    case .no: language("không làm được", "cannot")
    case .unknown: language("chưa rõ: hỏi trước", "unknown: ask first")
    case .unsure: language("chưa chắc: hỏi trước", "unsure: ask first")
    case .planned: language("đã có kế hoạch", "planned already")
    case .ended: language("đã ngừng", "ended")
    case nil: language("chưa có", "none yet")
    }
  }

  /// How the choice was found.
  func text(_ method: SitingSolution.Method) -> String {
    let solver = "CBC \(IntegerProgram.solverVersion ?? "")"
    return switch method {
    case .exact:
      language("tối ưu, đã chứng minh (\(solver))", "proven optimal (\(solver))")
    case .boundMet:
      language(
        "tối ưu, đã chứng minh (cận Lagrange bằng đúng kết quả)",
        "proven optimal (the Lagrangian bound is met)")
    case .stopped:
      language(
        "hết giờ tính, chưa chứng minh xong (\(solver))", "stopped by the time limit (\(solver))")
    case .heuristic:
      language("phương pháp gần đúng, có cận chứng minh", "heuristic, with a proven bound")
    }
  }

  /// A value of the objective with its unit.
  func text(_ value: Double, _ measure: SitingAnswer.Measure) -> String {
    switch measure {
    case .people: language.grouped(value) + language(" người", " people")
    case .peopleOnceAndTwice:
      language.grouped(value)
        + language(" lượt người (nơi thứ hai tính thêm)", " people, once and twice")
    case .farPeople: language.grouped(value) + language(" người × độ xa", " people × distance")
    case .units: language.grouped(value) + language(" đơn vị", " units")
    case .meanMinutes: tenths(value) + language(" phút trung bình", " mean minutes")
    case .worstMinutes:
      tenths(value) + language(" phút của nhóm xa nhất", " minutes of the worst off")
    }
  }

  /// A number with one decimal.
  func tenths(_ number: Double) -> String {
    let scaled = Int(clamping: (abs(number) * 10).rounded())
    return (number < 0 && scaled != 0 ? "-" : "") + "\(scaled / 10)" + language.decimalMark
      + "\(scaled % 10)"
  }

  /// A part in per cent.
  func percent(_ part: Double, of whole: Double) -> String {
    language.percent(whole > 0 ? part / whole : nil)
  }

  /// The name of a commune with where it lies.
  func name(ofCommune number: Int) -> String {
    network.fullName(of: network.place(siting.demand.communes[number].place))
  }
}
