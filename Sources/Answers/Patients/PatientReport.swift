import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// Words an answer: a plan for several patients in the style that was asked for.
struct PatientReport: SessionReport {
  let answer: PatientsAnswer
  let style: AnswerStyle

  var query: ReferralQuery { answer.query }
  var plan: PatientPlan { answer.plan }
  var supply: PlaceSupply { answer.supply }
  /// Whether every nearer facility that cannot treat a patient is listed.
  var explains: Bool { answer.explains }

  /// The classes of urgency that the patients have, the most urgent first.
  var triageClasses: [TriageClass] {
    network.records.triageClasses.map(\.record).sorted { ($0.rank, $0.code) < ($1.rank, $1.code) }
  }

  /// A facility's name.
  func name(_ facility: FacilityIndex) -> String { network.facility(facility).name }

  /// A patient's id and class.
  func label(_ patient: Int) -> String {
    plan.patients[patient].id + Paragraph.joint + "(\(plan.patients[patient].triage.code))"
  }

  /// What a number of places rests on.
  func text(_ basis: FreePlaces.Basis) -> String {
    switch basis {
    case .file(let line):
      language(
        "theo \(placesTable) dòng \(line)", "\(placesTable) line \(line)")
    case .reported(let reported, let expires):
      language(
        "nơi này báo" + (reported.map { " lúc \(language.moment($0))" } ?? "")
          + ", có hiệu lực đến \(language.clock(expires, from: query.at))",
        "reported" + (reported.map { " at \(language.moment($0))" } ?? "")
          + ", until \(language.clock(expires, from: query.at))")
    case .assumed: language("giả định", "assumed")
    }
  }

  /// The table of free places, as the face names it.
  private var placesTable: String {
    style.fieldName?("capacityFile") ?? language("bảng chỗ trống", "table of places,")
  }

  /// What one more place would change, in a sentence.
  func text(_ oneMore: PatientPlan.OneMore) -> String {
    var moves: [String] = []
    for move in oneMore.moves {
      let patient = label(move.patient)
      switch (move.from, move.to) {
      case (let from?, let to?):
        moves.append(
          language(
            "\(patient) đến \(name(to)) thay vì \(name(from))",
            "\(patient) goes to \(name(to)) instead of \(name(from))"))
      case (nil, let to?):
        moves.append(
          language(
            "\(patient), đang không có chỗ, đến \(name(to))",
            "\(patient), now without a place, goes to \(name(to))"))
      case (_, nil):
        moves.append(
          language(
            "\(patient) mất chỗ cho người khẩn hơn", "\(patient) yields to a more urgent one"))
      }
    }
    let change = language.spoken(abs(oneMore.minutes))
    if oneMore.minutes >= 0.5 {
      moves.append(language("bớt tổng cộng \(change)", "\(change) saved in all"))
    } else if oneMore.minutes <= -0.5 {
      moves.append(language("thêm tổng cộng \(change)", "\(change) more in all"))
    }
    return moves.joined(separator: "; ")
  }

  /// The reasons why a patient does not go to nearer facilities, or nowhere: each with its facility.
  func reasons(_ patient: Int) -> [(facility: FacilityIndex?, minutes: Double?, reason: Reason)] {
    let outcome = plan.outcomes[patient]
    var reasons: [(facility: FacilityIndex?, minutes: Double?, reason: Reason)] = []
    let limit = network.travel.profile.accessLimitKm
    if let reason = plan.reasonWithoutPlace(patient, accessLimitKm: limit) {
      reasons.append((nil, nil, reason))
    }
    reasons += outcome.full.map { ($0.facility, $0.minutes, plan.reason($0, in: network)) }
    for rejection in outcome.rejected {
      reasons += rejection.reasons.map { (rejection.facility, rejection.minutes, $0) }
    }
    return reasons
  }
}
