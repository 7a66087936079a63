import Facts

extension PatientPlanner {
  /// Tells what becomes of each patient, and of each place.
  mutating func describe(
    _ classes: [PatientClass], _ places: [Int?], _ flow: PatientFlow, _ plan: inout PatientPlan
  ) {
    let (loads, loadOfPool) = loads(classes, places, flow)
    plan.loads = loads
    var outcomes = Array(repeating: PatientPlan.Outcome?.none, count: places.count)
    for group in classes {
      let choices = group.choices ?? []
      let used = Set(group.patients.compactMap { places[$0] }).sorted()
      let targets = questions[group.question].targets(
        used.map { choices[$0].candidate }, from: group.origin)
      let furthest = group.patients.map { places[$0] ?? choices.count }.max() ?? 0
      let within = furthest < choices.count ? choices[furthest].candidate.deciseconds : nil
      let rejected =
        explains || choices.isEmpty ? rejections(group, within: within) : []
      let nearer = group.choices == nil ? [] : unknownNearer(group, within: within)
      for patient in group.patients {
        let place = places[patient]
        let full = choices.prefix(place ?? choices.count).map { choice in
          PatientPlan.Full(
            facility: choice.candidate.facility,
            minutes: TravelTime(deciseconds: choice.candidate.deciseconds).minutes,
            load: choice.pool.flatMap { loadOfPool[$0] })
        }
        let minutes =
          place.map { TravelTime(deciseconds: choices[$0].candidate.deciseconds).minutes }
          ?? .infinity
        outcomes[patient] = PatientPlan.Outcome(
          target: place.flatMap { place in
            targets.first { $0.facility == choices[place].candidate.facility }
          },
          load: place.flatMap { choices[$0].pool }.flatMap { loadOfPool[$0] }, full: full,
          rejected: rejected.filter { $0.minutes.map { $0 < minutes } ?? false },
          ask: Array(
            network.worthAsking(
              nearer, questions[group.question].query,
              nearerThan: place == nil ? nil : minutes
            ).prefix(PatientPlanner.mostAsked)),
          isOffNetwork: group.choices == nil,
          weightedMinutes: place.map { TravelTime(deciseconds: choices[$0].cost.delay).minutes }
            ?? 0,
          limitMinutes: group.limit.map { TravelTime(deciseconds: $0).minutes })
      }
    }
    plan.outcomes = outcomes.compactMap(\.self)
    let order = Dictionary(
      uniqueKeysWithValues: plan.departureOrder.enumerated().map { ($1, $0) })
    for load in plan.loads.indices {
      plan.loads[load].patients.sort { (order[$0] ?? 0) < (order[$1] ?? 0) }
    }
  }

  /// The nearer facilities that cannot treat a class of patients.
  private func rejections(_ group: PatientClass, within: UInt32?) -> [Rejection] {
    var everybody = ReferralSearch(prepared, asking: questions[group.question].query)
    return everybody.rejections(
      from: group.origin, within: within, count: explains ? .max : 3)
  }

  /// How many hospitals of unknown capability are named for a patient.
  private static let mostAsked = 3

  /// The nearer hospitals that nobody knows to be able or not.
  private func unknownNearer(_ group: PatientClass, within: UInt32?) -> [Rejection] {
    var everybody = ReferralSearch(prepared, asking: questions[group.question].query)
    return everybody.rejections(from: group.origin, within: within, count: .max)
  }

  /// The places that anybody could have taken, and those on which patients count already.
  private func loads(
    _ classes: [PatientClass], _ places: [Int?], _ flow: PatientFlow
  ) -> (loads: [PatientPlan.Load], loadOfPool: [Int: Int]) {
    var takers: [Int: [Int]] = [:]
    var shown = Set<Int>()
    for group in classes {
      for pool in (group.choices ?? []).compactMap(\.pool) { shown.insert(pool) }
      for patient in group.patients {
        guard let place = places[patient], let pool = group.choices?[place].pool else { continue }
        takers[pool, default: []].append(patient)
        if let whole = table.pools[pool].whole { takers[whole, default: []].append(patient) }
      }
    }
    shown.formUnion(table.pools.indices.filter { table.pools[$0].inbound > 0 })
    shown.formUnion(shown.compactMap { table.pools[$0].whole })
    let pools = shown.sorted()
    let loadOfPool = Dictionary(uniqueKeysWithValues: pools.enumerated().map { ($1, $0) })
    let moves = flow.moves(classes, places, table)
    let loads = pools.map { pool in
      PatientPlan.Load(
        places: table.pools[pool].places,
        whole: table.pools[pool].whole.flatMap { loadOfPool[$0] },
        inbound: table.pools[pool].inbound, patients: takers[pool] ?? [],
        oneMore: moves[pool])
    }
    return (loads, loadOfPool)
  }
}
