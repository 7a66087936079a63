import Facts
import Formats
import HealthNetwork
import Planning

/// Who supports whom, as a planner reads it: one sheet for each part.
struct SupportReport {
  let network: Network
  let digest: String
  let at: Instant
  let scheme: String
  let command: SupportCommand
  let graph: SupportGraph
  let support: CommuneSupport
  let plan: SupportPlan?
  let register: PracticeRegister

  /// The language of what is printed for people.
  var language: Language { command.networkOptions.lang }

  /// Whether anything is known of support.
  var hasFound: Bool { !graph.links.isEmpty || !support.communes.isEmpty }

  /// A sheet for each part that is asked for.
  var sheets: [Table] {
    command.parts.map { part -> Table in
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
      }
    }
  }

  func write() throws(Failure) {
    try Table.write(
      sheets, as: command.format, head: head, query: query, isWhole: command.all, language)
  }

  /// What is said before all parts.
  var head: [String] {
    let supported = support.communes.filter(\.isSupported).count
    let area = support.communes.filter { $0.way == .area }.count
    let none = support.communes.count - supported - area
    let all = support.communes.count
    var lines = [
      language("Hỗ trợ chuyên môn", "Professional support") + " — \(network.header.id), \(at.day)",
      language(
        "\(all) xã, phường (\(scheme)): \(supported) được nêu có bệnh viện hỗ trợ, \(area) chỉ nêu chung cho cả vùng, \(none) chưa thấy nêu",
        "\(all) communes (\(scheme)): \(supported) are stated to have a supporting hospital, of \(area) only a wider area is, of \(none) nothing is stated"
      ),
      language(
        "Chỉ tính thỏa thuận còn hiệu lực, độ tin cậy từ \(command.minConfidence.rawValue); chưa thấy nêu không phải là không có.",
        "Counts what is in force, of confidence \(command.minConfidence.rawValue) or more; stated nowhere is not the same as none."
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

  private var query: JSONValue {
    .object([
      "at": .string(at.description), "scheme": .string(scheme),
      "months": .integer(command.months), "by": .string(command.by.rawValue),
      "limit": command.limit.map { .integer($0) }, "withPrivate": .bool(command.withPrivate),
      "minConfidence": .string(command.minConfidence.rawValue),
      "vehicle": plan?.hasTravel == true ? .string(command.vehicle) : nil,
      "communes": .integer(support.communes.count),
      "supported": .integer(support.communes.filter(\.isSupported).count),
      "network": .object(["id": .string(network.header.id), "digest": .string(digest)]),
    ])
  }

  /// The name of an actor.
  func name(_ actor: Int) -> String { graph.name(of: actor) }

  /// A facility or party by id.
  func name(ofMember id: String) -> String {
    network.facilityIndex(of: id).map { network.facility($0).name }
      ?? network.records.parties.first { $0.record.id == id }?.record.name ?? id
  }

  /// A capability in words.
  func name(ofCapability code: String) -> String {
    let type = network.vocabulary.capabilityTypes[code]
    return language(type?.name ?? code, type?.nameEn ?? type?.name ?? code)
  }

  /// Actors as a cell: ids for programs, names for people.
  func cell(_ actors: [Int]) -> Table.Cell {
    .init(list: actors.map(graph.id), "; ", texts: actors.map(name))
  }
}
