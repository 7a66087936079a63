import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension SiteCommand {
  /// What could be done: by the rules of each action, by a rule of the user, or as a file lists.
  func sites(
    _ question: SitingQuestion, on ground: PlanningGround, _ demand: Demand
  ) throws(Failure) -> [SiteCandidate] {
    guard let candidates else { return question.candidates(on: ground, demand: demand) }
    if let rule = CandidateRule(candidates) {
      return question.candidates(on: ground, demand: demand, rule: rule)
    }
    // A file may have any name, but no rule holds a dot or a slash.
    guard candidates == "-" || candidates.contains(where: { $0 == "." || $0 == "/" }) else {
      let kinds = Facility.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage(
        "--candidates \"\(candidates)\" is neither a file nor kinds and tiers parted by commas; "
          + "tiers are tier:1 to tier:4, kinds: \(kinds)")
    }
    return try sites(file: candidates, question, on: ground)
  }

  /// The rows of a CSV file, all of them or none.
  private func sites(
    file path: String, _ question: SitingQuestion, on ground: PlanningGround
  ) throws(Failure) -> [SiteCandidate] {
    let network = ground.network
    let finder = LocationFinder(network, on: question.query.at.day)
    var lacking: [Int: LackingFacility] = [:]
    for one in network.facilities(lackingOnly: question.query) { lacking[one.facility] = one }
    var rows = try MatrixRows(path: path, columns: ["place", "id"])
    var sites: [SiteCandidate] = []
    while let row = try rows.next() {
      rows.attempt { () throws(Failure) in
        guard let text = row["place"] ?? row["point"] ?? row["id"] else {
          throw .data("the row names no place")
        }
        let location = try finder.require(text, option: "place", in: network)
        var site = try self.site(
          location, row, question, on: ground,
          facility: location.id.flatMap { network.facilityIndex(of: $0) }, lacking)
        if let cost = row["cost"] {
          guard let units = Int(cost), (1...10_000).contains(units) else {
            throw .data("cost \"\(cost)\" is no whole number from 1 to 10000")
          }
          site.cost = units
        }
        guard !sites.contains(where: { $0.id == site.id && $0.action == site.action }) else {
          throw .data("\"\(site.id)\" stands twice")
        }
        sites.append(site)
      }
    }
    try rows.finish()
    return sites
  }

  private func site(
    _ location: Location, _ row: [String: String], _ question: SitingQuestion,
    on ground: PlanningGround, facility: Int?, _ lacking: [Int: LackingFacility]
  ) throws(Failure) -> SiteCandidate {
    let action: SitingQuestion.Action
    if let text = row["action"] {
      guard let known = SitingQuestion.Action(rawValue: text) else {
        throw .data("action \"\(text)\" is not known; write build, upgrade or rotate")
      }
      action = known
    } else if facility == nil {
      action = .build
    } else {
      action = question.actions == [.rotate] ? .rotate : .upgrade
    }
    guard question.actions.contains(action) else {
      throw .data(
        "\"\(location.name)\" is to \(action.rawValue), which --choose \(choose) leaves out")
    }
    guard (action == .build) == (facility == nil) else {
      throw .data(
        "\"\(location.name)\" cannot be to \(action.rawValue): "
          + (facility == nil ? "it is no facility" : "it is a facility already"))
    }
    guard let facility else {
      guard
        let access = ground.engine.graph.join(
          location.point, block: location.block, streets: ground.hierarchy.streets)
      else { throw .data("\"\(location.name)\" lies too far from any way of the vehicle") }
      let place = location.id.flatMap { ground.network.placeIndex(of: $0) }
      return SiteCandidate(
        buildingAt: location.id ?? row["id"]
          ?? "point-\(decimal(location.point.latitude, 5))_\(decimal(location.point.longitude, 5))",
        name: location.name, place: place, point: location.point, block: location.block,
        cost: question.costs[.build] ?? 1, access: access)
    }
    guard let one = lacking[facility] else {
      throw .data(
        "\"\(location.name)\" is able already, or is kept from it by more than the capability "
          + "(tuyen show \(location.id ?? "") says what)")
    }
    guard let site = question.candidate(action, one, on: ground) else {
      throw .data("\"\(location.name)\" has no point, or lies too far from any way of the vehicle")
    }
    return site
  }
}
