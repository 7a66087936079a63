import Facts
import HealthNetwork
import TravelNetwork

/// The travel network with one obstacle taken away, to tell what that obstacle costs.
struct Counterfactual: Sendable {
  /// What is taken away.
  private enum Obstacle {
    case avoidance, timetables, weather, vehicle
  }

  private let obstacle: Obstacle
  private let networks: PreparedNetworks
  private var stream: ArrivalStream
  private var minutes: [Double?] = []
  /// What each vehicle can use, once it is asked.
  private var others: [(vehicle: Vehicle, graph: TravelGraph)] = []

  /// The obstacles that a query has, in the order in which they are asked about: what the query
  /// itself rules out, ferries that do not run at the hour, what the weather stops.
  static func all(
    _ prepared: PreparedReferrals, _ query: ReferralQuery, joinedAs travel: PreparedNetwork
  ) -> [Counterfactual] {
    let network = prepared.network
    var result: [Counterfactual] = []
    var conditions = query.conditions
    conditions.closed = []
    conditions.honoursClosures = false
    if !query.avoided.isEmpty || network.travel.hasClosures(near: query.at.day) {
      result.append(Counterfactual(.avoidance, prepared, conditions, joinedAs: travel))
    }
    conditions.honoursTimetables = false
    result.append(Counterfactual(.timetables, prepared, conditions, joinedAs: travel))
    if query.weather != nil {
      conditions.honoursTimetables = true
      conditions.weather = nil
      result.append(Counterfactual(.weather, prepared, conditions))
    }
    return result
  }

  /// The network as seen with every vehicle allowed: only facilities that the query's own vehicle
  /// cannot reach are asked about, so it is made when there is one.
  static func anyVehicle(
    _ prepared: PreparedReferrals, _ query: ReferralQuery
  ) -> Counterfactual {
    let network = prepared.network
    var conditions = query.conditions
    conditions.closed = []
    conditions.honoursClosures = false
    conditions.honoursTimetables = false
    var modes = Set<Substring>()
    var carriages = Set<Substring>()
    for vehicle in network.travel.vehicles {
      modes.formUnion(vehicle.modes.split(separator: " "))
      carriages.formUnion(vehicle.carriages.split(separator: " "))
    }
    var anything = Vehicle()
    anything.modes = modes.sorted().joined(separator: " ")
    anything.carriages = carriages.sorted().joined(separator: " ")
    conditions.vehicle = anything
    return Counterfactual(.vehicle, prepared, conditions)
  }

  /// The network as each vehicle finds it, the vehicles of the fewest modes first.
  private static func byModes(
    _ networks: PreparedNetworks, _ query: ReferralQuery
  ) -> [(vehicle: Vehicle, graph: TravelGraph)] {
    let vehicles = networks.map.vehicles.sorted {
      ($0.modes.split(separator: " ").count, $0.carriages.count, $0.id)
        < ($1.modes.split(separator: " ").count, $1.carriages.count, $1.id)
    }
    return vehicles.map { vehicle in
      var conditions = query.conditions
      conditions.vehicle = vehicle
      conditions.closed = []
      conditions.honoursClosures = false
      return (vehicle, networks.graph(conditions))
    }
  }

  private init(
    _ obstacle: Obstacle, _ prepared: PreparedReferrals, _ conditions: TravelConditions,
    joinedAs travel: PreparedNetwork? = nil
  ) {
    self.obstacle = obstacle
    networks = prepared.networks
    stream = prepared.networks.network(conditions, joinedAs: travel).stream()
  }

  /// Whether it is the weather that is taken away.
  var isOfWeather: Bool { obstacle == .weather }

  /// Searches the whole network from an origin.
  mutating func search(from start: PointAccess, departure: Instant) {
    stream.start(from: start, departure: departure)
    minutes = stream.all().map { $0.map { Double($0) / 600 } }
  }

  /// What the obstacle does to a facility, when without it the facility would be nearer than the
  /// last target, and nearer than it is; and how many minutes away it would be.
  mutating func reason(
    for facility: FacilityIndex, now: Double?, within last: Double, query: ReferralQuery,
    network: Network
  ) -> (reason: Reason, minutes: Double)? {
    guard let otherwise = minutes[facility], otherwise < last,
      now.map({ otherwise < $0 - 0.05 }) ?? true, let trip = stream.trip(to: facility.rawValue)
    else { return nil }
    let legs = trip.journey.legs
    let links = legs.flatMap(\.links)
    switch obstacle {
    case .avoidance:
      let closed = closuresMet(on: trip, at: query.at)
      let avoided = names(of: links.filter { query.avoided.contains($0) || closed.contains($0) })
      guard !avoided.isEmpty else { return nil }
      return (.pathCut(avoided: avoided, otherwise: otherwise, now: now), otherwise)
    case .timetables:
      let ferries = closedLinks(of: trip, at: query.at)
      if ferries.isEmpty, let queue = longestQueue(on: trip, at: query.at) {
        let name = names(of: [queue.link]).joined()
        return (.ferryQueue(name, queue.exception, otherwise: otherwise, now: now), otherwise)
      }
      guard !ferries.isEmpty else { return nil }
      return (.ferryNotRunning(names(of: ferries), otherwise: otherwise, now: now), otherwise)
    case .weather:
      guard let weather = query.weather else { return nil }
      let stopped = links.filter { weather.stops(stream.engine.graph.map.links[$0]) }
      // Slow roads alone put nothing out of reach: all facilities move away together.
      guard !stopped.isEmpty else { return nil }
      return (
        .stoppedByWeather(
          names(of: stopped), weather: weather, otherwise: otherwise, now: now,
          next: departure(of: trip, over: Set(stopped), at: query.at)), otherwise
      )
    case .vehicle:
      // Another vehicle that only comes sooner does not show that this one cannot get there.
      guard now == nil else { return nil }
      if others.isEmpty { others = Counterfactual.byModes(networks, query) }
      let own = others.first { $0.vehicle.id == query.vehicle.id }?.graph
      let barred = links.filter { own?.refusal(ofLink: $0) != nil }
      // Links open to its own vehicle are barred by something else.
      guard !barred.isEmpty else { return nil }
      let able = others.first { other in
        links.allSatisfy { other.graph.refusal(ofLink: $0) == nil }
      }
      return (
        .vehicleCannotUse(
          names(of: barred), vehicle: query.vehicle, able: able?.vehicle, otherwise: otherwise),
        otherwise
      )
    }
  }

  /// The links of a way that a closure takes out of use when the patient comes to them.
  private func closuresMet(on trip: Trip, at departure: Instant) -> Set<LinkIndex> {
    let map = stream.engine.graph.map
    var passed = trip.start.minutes
    var met = Set<LinkIndex>()
    for leg in trip.journey.legs {
      let day = departure.advanced(by: TravelTime(minutes: passed)).day
      // A leg of many links may last into the next day.
      let last = departure.advanced(by: TravelTime(minutes: passed + leg.minutes)).day
      for day in Set([day, last]) { met.formUnion(map.closedLinks(on: day)) }
      passed += leg.minutes + leg.waitedMinutes
    }
    return met
  }

  /// The ferries, boats and flights of a way that are closed when the patient comes to them.
  ///
  /// Others on the way may have hours too, and keep them.
  private func closedLinks(of trip: Trip, at departure: Instant) -> [LinkIndex] {
    let legs = trip.journey.legs
    var passed = trip.start.minutes
    var closed: [LinkIndex] = []
    for leg in legs {
      let arrival = departure.advanced(by: TravelTime(minutes: passed))
      closed += leg.links.filter { stream.engine.graph.map.isClosed($0, at: arrival) }
      passed += leg.minutes
    }
    return closed
  }

  /// The link of a way at which one queues longest on the day, where it is longer than usual.
  private func longestQueue(
    on trip: Trip, at departure: Instant
  ) -> (link: LinkIndex, exception: LinkException)? {
    var passed = trip.start.minutes
    var longest: (link: LinkIndex, exception: LinkException)?
    for leg in trip.journey.legs {
      let day = departure.advanced(by: TravelTime(minutes: passed)).day
      for link in leg.links {
        guard let exception = stream.engine.graph.map.exception(ofLink: link, on: day),
          let wait = exception.waitMinutes, wait > longest?.exception.waitMinutes ?? 0
        else { continue }
        longest = (link, exception)
      }
      passed += leg.minutes
    }
    return longest
  }

  /// When the first of some ferries, boats and flights of a way would be boarded, had the query
  /// been asked in normal weather: its hours and the wait for them included.
  private func departure(of trip: Trip, over stopped: Set<LinkIndex>, at departure: Instant)
    -> NextDeparture
  {
    var passed = trip.start.minutes
    for leg in trip.journey.legs {
      if let link = leg.links.first(where: stopped.contains) {
        guard !leg.hoursUnknown else {
          return .unknown(hours: stream.engine.graph.map.links[link].hours)
        }
        return .at(
          departure.advanced(by: TravelTime(minutes: passed + leg.waitedMinutes)))
      }
      passed += leg.minutes + leg.waitedMinutes
    }
    return .unknown(hours: nil)
  }

  /// The most names in one reason.
  private static let mostNames = 3

  /// What people call the links, each once, in the order of the way; of many the first few.
  ///
  /// A road without a name is only named, by its id, when no other is.
  private func names(of links: [LinkIndex]) -> [String] {
    var names: [String] = []
    for link in links {
      let link = stream.engine.graph.map.links[link]
      guard let name = link.crossing ?? link.name, !names.contains(name) else { continue }
      names.append(name)
    }
    if names.isEmpty { names = links.prefix(1).map { stream.engine.graph.map.links[$0].id } }
    guard names.count > Counterfactual.mostNames else { return names }
    return names.prefix(Counterfactual.mostNames) + ["…"]
  }
}
