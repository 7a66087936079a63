import Facts
import Formats
import HealthNetwork
import Planning
import Referral

extension FieldReader {
  /// The fields of a question of siting, but for its threshold, its people and its candidates.
  mutating func siting(_ query: ReferralQuery) throws(QuestionError) -> SitingQuestion {
    var question = SitingQuestion(query: query)
    question.objective = try choice("objective") ?? question.objective
    question.budget = try integer("budget", in: 1...100_000)
    question.countsBackup = try flag("backup")
    question.actions = try actions(question) ?? question.actions
    for text in texts("cost") {
      for part in text.split(separator: ",") {
        let (action, units) = try FieldReader.cost(part)
        question.costs[action] = units
      }
    }
    question.favoursFar = try flag("equity")
    question.fixed = texts("fixed")
    question.wantsReady = try flag("ready")
    question.sessionsPerWeek = try integer("sessions", in: 1...10) ?? question.sessionsPerWeek
    question.unreachedMinutes =
      try number("unreached", in: 0...100_000, excludesLeast: true) ?? question.unreachedMinutes
    question.seconds = try number("timeLimit", in: 0...86_400) ?? question.seconds
    question.hasCurve = try !flag("noCurve")
    return question
  }

  /// Refuses what says how something is done that is not to be done.
  mutating func refuseUnread(by question: SitingQuestion) throws(QuestionError) {
    let actions = question.actions
    if !actions.contains(.rotate) {
      try refuse(
        ["sessions"], as: "choose",
        Bilingual(
          "chỉ có nghĩa khi chọn rotate (luân phiên)", "it goes with the action rotate only"))
    }
    if actions == [.build] {
      try refuse(
        ["candidates", "ready"], as: "choose",
        Bilingual(
          "chỉ lọc cơ sở đã có; xây mới (build) thì dùng under",
          "it narrows facilities that are there; for the action build name a unit"))
    }
    for text in texts("cost") {
      for part in text.split(separator: ",") {
        let action = try FieldReader.cost(part).action
        guard actions.contains(action) else {
          throw QuestionError(
            field: "cost", value: String(part),
            .excluded(
              by: ["choose"],
              Bilingual(
                "việc \(action.rawValue) không được chọn",
                "the action \(action.rawValue) is not among those chosen")))
        }
      }
    }
    if question.objective == .all {
      try refuse(
        ["noCurve"], as: "objective",
        Bilingual(
          "mục tiêu all không có ngân sách nên không có đường cong",
          "the objective all has no budget, and so no curve"))
    }
  }

  /// What may be done: actions parted by commas, or "any"; nil where nothing is said.
  private mutating func actions(
    _ question: SitingQuestion
  ) throws(QuestionError) -> Set<SitingQuestion.Action>? {
    let texts = texts("choose")
    guard !texts.isEmpty else { return nil }
    // Rotations only where they can count.
    if texts == ["any"] {
      return question.objective == .cover && !question.countsBackup
        ? Set(SitingQuestion.Action.allCases) : [.build, .upgrade]
    }
    var actions: Set<SitingQuestion.Action> = []
    for text in texts {
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard let action = SitingQuestion.Action(rawValue: String(part)) else {
          let known = SitingQuestion.Action.allCases.map(\.rawValue) + ["any"]
          throw QuestionError(
            field: "choose", value: String(part), .unknown, choices: known.map { .init($0) })
        }
        actions.insert(action)
      }
    }
    return actions
  }

  /// What a site of a kind costs, as build=5.
  private static func cost(
    _ text: Substring
  ) throws(QuestionError) -> (action: SitingQuestion.Action, units: Int) {
    let sides = text.split(separator: "=")
    guard sides.count == 2, let action = SitingQuestion.Action(rawValue: String(sides[0])),
      let units = Int(sides[1]), (1...10_000).contains(units)
    else {
      throw QuestionError(
        field: "cost", value: String(text),
        .malformed(
          expected: Bilingual(
            "hãy ghi build=5,upgrade=2,rotate=1 (đơn vị nguyên từ 1 đến 10000)",
            "write build=5,upgrade=2,rotate=1 (whole units from 1 to 10000)")))
    }
    return (action, units)
  }
}
