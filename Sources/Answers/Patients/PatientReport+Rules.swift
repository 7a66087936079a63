import Facts
import Formats
import HealthNetwork
import Referral

extension PatientReport {
  /// The rules and the data behind them.
  var ruleLines: [String] {
    let weights = triageClasses.map { triage in
      let late = triage.lateWeight.map { late in
        triage.minutes.map {
          language(
            " (quá \(language.duration($0)): \(late))",
            " (beyond \(language.duration($0)): \(late))")
        } ?? ""
      }
      return "\(triage.code) \(triage.weight)\(late ?? "")"
    }.joined(separator: ", ")
    var lines = paragraph(
      "  ",
      language(
        "Trước hết ít người không có chỗ nhất, loại khẩn trước; rồi tổng (trọng số × phút đến nơi) nhỏ nhất. "
          + "Trọng số mỗi phút: \(weights). Thứ tự rời đi: loại khẩn trước, trong loại thì ai còn ít thời gian nhất.",
        "First as few as possible without a place, the most urgent class first; then the least sum of "
          + "weight × minutes until arrival. Weights of a minute: \(weights). They leave by class, and within "
          + "one the one with the least time to spare."))
    var said = Set<String>()
    for triage in triageClasses {
      let parts = [triage.provenance.basis, triage.provenance.source].compactMap { $0 }
      let text = parts.map { network.words($0, in: language) }.joined(separator: "; ")
      guard !text.isEmpty, said.insert(text).inserted else { continue }
      lines += paragraph("  " + language("Căn cứ: ", "Rests on: "), text)
    }
    if let assumed = supply.assumed {
      let hint = style.hint("capacity")
      lines += paragraph(
        "  ! ",
        language(
          "Giả định\(hint): nơi chưa báo còn chỗ thì coi như có \(assumed) chỗ. Gọi trước.",
          "Assumption\(hint): a facility that reports no places is taken to have \(assumed). "
            + "Call first."))
    }
    lines += paragraph(
      "  ! ",
      language(
        "Không tính số xe: mọi người được coi như rời đi cùng lúc.",
        "Vehicles are not counted: all are taken to leave at once."))
    return lines
  }
}
