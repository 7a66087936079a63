import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Who supports whom, as a planner reads it: one table for each part.
struct SupportReport: SessionReport {
  let answer: SupportAnswer
  let style: AnswerStyle

  var question: SupportQuestion { answer.question }
  var graph: SupportGraph { answer.graph }
  var support: CommuneSupport { answer.support }
  var plan: SupportPlan? { answer.plan }
  var register: PracticeRegister { answer.register }
  var at: Instant { question.at }
  var scheme: String { question.scheme }

  /// The table of a part.
  func table(of part: SupportQuestion.Part) -> Table {
    switch part {
    case .communes: communes
    case .plan: regions
    case .agreements: agreements
    case .techniques: techniques
    case .equipment: equipment
    case .backing: backing
    case .chains: chains
    case .figures: figures
    case .targets: targets
    case .rates: rates
    case .transfers: transfers
    case .trainings: trainings
    case .reviews: reviews
    case .programmes: programmes
    case .direction: direction
    case .pools: pools
    case .prehospital: prehospital
    case .remote: remote
    case .activation: activation
    }
  }

  /// What is said before all parts.
  var head: [String] {
    let supported = support.communes.filter(\.isSupported).count
    let area = support.communes.filter { $0.way == .area }.count
    let none = support.communes.count - supported - area
    let all = support.communes.count
    let geography = PlanningText.scheme(scheme, in: network, language)
    var lines = [
      language("Hỗ trợ chuyên môn", "Professional support")
        + " — \(network.header.name(in: language)), \(language.date("\(at.day)"))",
      language(
        "\(all) xã, phường (\(geography)): \(supported) được nêu có bệnh viện hỗ trợ, \(area) chỉ nêu chung cho cả vùng, \(none) chưa thấy nêu",
        "\(language.counted(all, "", "commune")) (\(geography)): \(supported) with a supporting hospital named, \(area) only as part of a wider area, \(none) without any mention"
      ),
      language(
        "Chỉ tính thỏa thuận còn hiệu lực, độ tin cậy từ \(question.minimumConfidence.vi); chưa thấy nêu không phải là không có.",
        "Counts what is in force, of \(question.minimumConfidence.rawValue) confidence or more; no mention does not mean none."
      ),
    ]
    if let plan, !plan.hasTravel {
      lines.append(
        language(
          "Mạng lưới này không có đường đi: không có phút, chỉ xét cùng xã, huyện, tỉnh.",
          "This network has no travel: no minutes, only whether the commune, district or province is the same."
        ))
    }
    return lines
  }

  /// What was asked, for programs.
  var query: JSONValue {
    .object([
      "at": .string(at.description), "scheme": .string(scheme),
      "months": .integer(question.months), "by": .string(question.rules.region.rawValue),
      "limit": question.rules.limit.map { .integer($0) },
      "withPrivate": .bool(question.rules.usesPrivate),
      "minConfidence": .string(question.minimumConfidence.rawValue),
      "vehicle": plan?.hasTravel == true ? question.vehicle.map { .string($0.id) } : nil,
      "communes": .integer(support.communes.count),
      "supported": .integer(support.communes.filter(\.isSupported).count),
      "network": answer.session.json,
    ])
  }

  /// The name of an actor.
  func name(_ actor: Int) -> String { graph.name(of: actor) }

  /// A facility or party by id.
  func name(ofMember id: String) -> String {
    network.facilityIndex(of: id).map { network.facility($0).name }
      ?? network.records.parties.first { $0.record.id == id }?.record.name ?? id
  }

  /// Actors as a cell: ids for programs, names for people.
  func cell(_ actors: [Int]) -> Table.Cell {
    .init(list: actors.map(graph.id), "; ", texts: actors.map(name))
  }
}
