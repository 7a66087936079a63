import Facts
import Files
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Reads what could be done from a table: each row a place, and perhaps an action and its cost.
struct CandidateTable {
  let demand: Demand
  let prepared: PlanningNetwork
  private let question: SitingQuestion
  private let session: NetworkSession
  /// The facilities that the capability alone keeps from being able.
  private let lacking: [FacilityIndex: LackingFacility]

  init(
    _ question: SitingQuestion, _ demand: Demand, on prepared: PlanningNetwork,
    in session: NetworkSession
  ) {
    self.question = question
    self.demand = demand
    self.prepared = prepared
    self.session = session
    lacking = Dictionary(
      session.network.facilities(lackingOnly: question.query).map { ($0.facility, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Why a row is no candidate.
  private struct RowProblem: Error {
    var message: Bilingual
  }

  /// The candidates of all rows.
  ///
  /// - Throws: `AnswerError` with every row that is wrong.
  func sites(of source: TableSource) throws(AnswerError) -> [SiteCandidate] {
    var sites: [SiteCandidate] = []
    let problems: [DocumentError]
    do throws(DocumentError) {
      var table = try HeadedTable(
        source, columns: [["place"], ["id"], ["lat"], ["lon"], ["action"], ["cost"]])
      guard table.has("place") || table.has("id") || table.has("lat") && table.has("lon") else {
        throw table.lackError(
          Bilingual(
            "cột \"place\" hoặc \"id\", hoặc \"lat\" và \"lon\"",
            "a column \"place\" or \"id\", or \"lat\" and \"lon\""))
      }
      while try table.next() {
        do throws(RowProblem) {
          let site = try site(of: table)
          guard !sites.contains(where: { $0.id == site.id && $0.action == site.action }) else {
            throw RowProblem(
              message: Bilingual("\"\(site.id)\" có hai lần", "\"\(site.id)\" stands twice"))
          }
          sites.append(site)
        } catch {
          table.report(error.message)
        }
      }
      problems = table.problems
    } catch {
      throw .document([error])
    }
    guard problems.isEmpty else { throw .document(problems) }
    return sites
  }

  private func site(of row: HeadedTable) throws(RowProblem) -> SiteCandidate {
    let location: Location
    do throws(QuestionError) {
      let place = try row.place("place")
      guard let text = place ?? row.value("id") else {
        throw QuestionError(
          field: "place",
          .notFound(Bilingual("dòng này không nêu nơi nào", "the row names no place")))
      }
      location = try FieldReader.location(
        text, of: "place", in: session, on: question.query.at.day)
    } catch {
      throw RowProblem(message: error.text)
    }
    let facility = location.id.flatMap { session.network.facilityIndex(of: $0) }
    let action = try action(row.value("action"), at: location, isFacility: facility != nil)
    var site: SiteCandidate
    if let facility {
      site = try self.site(action, at: facility, location)
    } else {
      site = try self.site(buildingAt: location, label: row.value("id"))
    }
    if let cost = row.value("cost") {
      guard let units = Int(cost), (1...10_000).contains(units) else {
        throw RowProblem(
          message: Bilingual(
            "cost \"\(cost)\" không phải số nguyên từ 1 đến 10000",
            "cost \"\(cost)\" is no whole number from 1 to 10000"))
      }
      site.cost = units
    }
    return site
  }

  /// What is to be done at a place: what the row says, else what fits the place.
  private func action(
    _ text: String?, at location: Location, isFacility: Bool
  ) throws(RowProblem) -> SitingQuestion.Action {
    let action: SitingQuestion.Action
    if let text {
      guard let known = SitingQuestion.Action(rawValue: text.lowercased()) else {
        throw RowProblem(
          message: Bilingual(
            "không có action \"\(text)\"; ghi build, upgrade hoặc rotate",
            "action \"\(text)\" is not known; write build, upgrade or rotate"))
      }
      action = known
    } else if !isFacility {
      action = .build
    } else {
      action = question.actions == [.rotate] ? .rotate : .upgrade
    }
    guard question.actions.contains(action) else {
      let asked = question.actions.map(\.rawValue).sorted().joined(separator: ", ")
      throw RowProblem(
        message: Bilingual(
          "\"\(location.name)\" ghi \(action.rawValue), nhưng câu hỏi là \(asked)",
          "\"\(location.name)\" is to \(action.rawValue), but the question is where to \(asked)"))
    }
    guard (action == .build) != isFacility else {
      throw RowProblem(
        message: Bilingual(
          "\"\(location.name)\" không thể \(action.rawValue): "
            + (isFacility ? "đã là cơ sở y tế" : "không phải cơ sở y tế"),
          "\"\(location.name)\" cannot be to \(action.rawValue): "
            + (isFacility ? "it is a facility already" : "it is no facility")))
    }
    return action
  }

  private func site(
    buildingAt location: Location, label: String?
  ) throws(RowProblem) -> SiteCandidate {
    guard
      let access = prepared.engine.graph.join(
        location.point, block: location.block, streets: prepared.hierarchy.streets)
    else {
      throw RowProblem(
        message: Bilingual(
          "\"\(location.name)\" quá xa mọi đường mà xe đi được",
          "\"\(location.name)\" lies too far from any way of the vehicle"))
    }
    return SiteCandidate(
      buildingAt: location.id ?? label
        ?? "point-\(decimal(location.point.latitude, 5))_\(decimal(location.point.longitude, 5))",
      name: location.name, place: location.id.flatMap { prepared.network.placeIndex(of: $0) },
      point: location.point, block: location.block, cost: question.costs[.build] ?? 1,
      access: access)
  }

  private func site(
    _ action: SitingQuestion.Action, at facility: FacilityIndex, _ location: Location
  ) throws(RowProblem) -> SiteCandidate {
    guard let one = lacking[facility] else {
      throw RowProblem(
        message: Bilingual(
          "\"\(location.name)\" đã làm được, hoặc còn vướng thứ khác ngoài năng lực này",
          "\"\(location.name)\" is able already, or is kept from it by more than the capability"))
    }
    guard let site = question.candidate(action, one, on: prepared) else {
      throw RowProblem(
        message: Bilingual(
          "\"\(location.name)\" không có tọa độ, hoặc quá xa mọi đường mà xe đi được",
          "\"\(location.name)\" has no point, or lies too far from any way of the vehicle"))
    }
    return site
  }
}
