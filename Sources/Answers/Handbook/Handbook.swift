import Columns
package import Facts
package import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// A table for the hours without network: every facility with its telephone, and for every commune the
/// nearest facilities able to treat, by need, by day and by night.
///
///     let handbook = Handbook(of: session, from: today)
///     let json = handbook.json()
///
/// It rests on the facts of the network, not on what is reported now: who reads it later has to call first.
/// Its answers are those of the route question with the usual rules, by ambulance.
package struct Handbook: Sendable {
  /// The clocks of its answers: a morning and a night.
  private static let clocks = ["T10:00", "T02:00"]
  /// How many facilities are told for each.
  private static let count = 3

  let session: NetworkSession
  /// The ordinary working day that the answers are of.
  package let day: Day
  private let needs: [Need]
  private let instants: [Instant]
  private let communes: [Place]
  /// The geography of that day.
  let scheme: String?

  private var network: Network { session.network }

  /// Prepares the handbook of a network.
  ///
  /// - Parameters:
  ///   - session: The network.
  ///   - first: The first day that it may be of; it is of the next ordinary working day.
  package init(of session: NetworkSession, from first: Day) {
    let network = session.network
    var day = first
    // A year without a working day is the fault of a calendar, not ours.
    for _ in 0..<366 where day.weekday > 5 || network.holiday(on: day) != nil {
      day = Day(number: day.number + 1)
    }
    self.session = session
    self.day = day
    needs = Handbook.needs(of: network)
    let zone = network.header.zone
    instants = Handbook.clocks.compactMap { Instant("\(day)\($0)", zone: zone) }
    let scheme = network.scheme(on: day)?.id
    self.scheme = scheme
    communes = network.records.places.map(\.record).filter {
      $0.level == .commune && $0.scheme == scheme
    }
  }

  /// The needs that it answers: what a specialty in which minutes matter begins with, and the stops of the
  /// pathways.
  private static func needs(of network: Network) -> [Need] {
    let specialties = network.vocabulary.specialties.values.filter { $0.isTimeCritical == true }
    let pathways = network.records.pathways.map(\.record)
    let codes =
      specialties.compactMap(\.entry) + pathways.map(\.first) + pathways.map(\.definitive)
    return Set(codes).sorted().compactMap { Need($0, in: network.vocabulary) }
  }

  /// Makes the table.
  ///
  /// - Parameter tell: Is told how many parts of how many are done.
  /// - Returns: The table; nil where the work was called off.
  package func json(_ tell: (Int, Int) -> Void = { _, _ in }) -> JSONValue? {
    guard let answers = self.answers(tell) else { return nil }
    return .object([
      "network": .object([
        "id": .string(network.header.id), "digest": .string(session.digest),
        "name": .string(network.header.name), "nameEn": network.header.nameEn.map { .string($0) },
      ]),
      "at": .array(instants.map { .string("\($0)") }),
      "needs": .array(
        needs.map { need in
          .object([
            "code": .string(need.capability), "name": .string(need.name),
            "nameEn": .string(need.nameEn),
          ])
        }),
      "facilities": .array(network.facilityIndices.map { json(of: network.facility($0)) }),
      "communes": .array(
        communes.enumerated().map { index, commune in json(of: commune, answers[index]) }),
    ])
  }

  /// For each commune the answers, need by need, the morning first: three numbers a facility.
  private func answers(_ tell: (Int, Int) -> Void) -> [[JSONValue]]? {
    var answers = [[JSONValue]](repeating: [], count: communes.count)
    guard let vehicle = network.travel.vehicle("ambulance") else { return answers }
    let finder = LocationFinder(network, on: day)
    let origins = communes.map { commune in
      network.placeIndex(of: commune.reference).flatMap { finder.location(of: .place($0)) }
        .map { ReferralOrigin($0) }
    }
    let parts = needs.count * instants.count
    for (number, need) in needs.enumerated() {
      for (half, instant) in instants.enumerated() {
        var query = ReferralQuery(need: need, at: instant, vehicle: vehicle)
        query.count = Handbook.count
        query.explainsUnreached = false
        var search = session.search(query, usage: .batch)
        search.lookForAbleOnly()
        for (index, origin) in origins.enumerated() {
          if Cancellation.isRequested { return nil }
          let targets = origin.map { search.answer(from: $0).targets } ?? []
          answers[index].append(.array(targets.flatMap { numbers(of: $0) }))
        }
        tell(number * instants.count + half + 1, parts)
      }
    }
    return answers
  }

  /// A target as three numbers: the facility by its place in the list, whole minutes, and marks: 1 where its
  /// hours are not known, 2 where the statement is not a sure one, 4 where there is more to ask about.
  private func numbers(of target: ReferralTarget) -> [JSONValue] {
    var marks = target.presence == .hoursUnknown ? 1 : 0
    if target.statement.provenance.effectiveConfidence != .high { marks += 2 }
    if target.cautions.contains(where: { $0 != .serviceHoursUnknown }) { marks += 4 }
    return [
      .integer(target.facility.rawValue), .integer(Int(clamping: target.minutes.rounded())),
      .integer(marks),
    ]
  }
}
