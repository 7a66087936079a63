import Formats
import Planning

extension QuestionError {
  /// The error of a question of siting whose parts do not go together.
  init(_ error: SitingError) {
    switch error {
    case .thresholdMissing: self.init(field: "threshold", .missing)
    case .budgetMissing: self.init(field: "budget", .missing)
    case .budgetUnused:
      self.init(
        field: "budget",
        .excluded(
          by: ["objective"],
          Bilingual(
            "mục tiêu all phủ mọi người với chi phí ít nhất nên không có ngân sách",
            "the objective all covers everybody for the least cost, so there is no budget")))
    case .rotationsNotCounted(let objective):
      self.init(
        field: "choose", value: SitingQuestion.Action.rotate.rawValue,
        .excluded(
          by: ["objective"],
          Bilingual(
            "luân phiên chỉ có mặt vài buổi nên không tính được cho mục tiêu \(objective.rawValue); "
              + "chọn mục tiêu cover, hoặc upgrade thay cho rotate",
            "a rotation is there on some half days only, so it cannot count for the objective "
              + "\(objective.rawValue); ask for the objective cover, or for upgrade in place of rotate"
          )
        ))
    case .rotationsNoBackup:
      self.init(
        field: "choose", value: SitingQuestion.Action.rotate.rawValue,
        .excluded(
          by: ["backup"],
          Bilingual(
            "luân phiên không rõ ngày không dự phòng được cho nơi nào; bỏ backup, hoặc chọn upgrade",
            "rotations of unknown weekdays back nothing up; ask without backup, or for upgrade")))
    case .backupNotCounted:
      self.init(
        field: "backup",
        .excluded(
          by: ["objective"],
          Bilingual(
            "nơi thứ hai chỉ tính cho mục tiêu cover hoặc all",
            "a second facility counts for the objectives cover and all only")))
    case .farNotCounted:
      self.init(
        field: "equity",
        .excluded(
          by: ["objective"],
          Bilingual(
            "chỉ có nghĩa với mục tiêu cover hoặc travel",
            "it goes with the objectives cover and travel only")))
    case .noCandidates:
      self.init(
        field: "candidates",
        .notFound(
          Bilingual(
            "không có gì để chọn: không cơ sở nào chỉ thiếu kỹ thuật này, hoặc không xã nào, hợp với "
              + "việc được làm và ứng viên",
            "there is nothing to choose from: no facility that lacks the capability alone, or no "
              + "commune, fits the actions and candidates")))
    case .notCandidates(let ids):
      self.init(
        field: "fixed", value: ids.joined(separator: ", "),
        .notFound(
          Bilingual(
            "\(ids.joined(separator: ", ")) không nằm trong các ứng viên (đã làm được, không hoạt "
              + "động, hoặc không thuộc việc được làm)",
            "\(ids.joined(separator: ", ")) is not among the candidates (able already, not working, "
              + "or left out by the actions)")))
    case .fixedBeyondBudget(let cost, let budget):
      self.init(
        field: "fixed",
        .excluded(
          by: ["budget"],
          Bilingual(
            "nơi đã định tốn \(cost) đơn vị, ngân sách chỉ có \(budget)",
            "what is fixed costs \(cost) units, the budget is \(budget)")))
    }
  }
}
