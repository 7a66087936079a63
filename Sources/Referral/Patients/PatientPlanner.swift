import Facts
public import HealthNetwork
public import TravelNetwork

/// Finds places for several patients at once, so that together they are harmed least.
///
///     var supply = PlaceSupply()
///     supply.assumed = 5
///     var planner = PatientPlanner(network, query, hierarchy, supply: supply)
///     let plan = planner.plan(for: patients)
///     plan.outcomes[0].target?.facility
///
/// A plan is a flow of patients to places: each goes to at most one facility that can treat them on
/// arrival, as `ReferralSearch` judges, and no facility gets more than it has places. Of all such plans the
/// answer is one of the least harm (`docs/patients.md`), exactly: `MinimumCostFlow`.
public struct PatientPlanner: Sendable {
  /// The most patients of one plan; `UnplacedCosts` says why.
  public static let mostPatients = 5_000

  let network: Network
  let table: PlaceTable
  private let template: ReferralQuery
  let explains: Bool
  private let usage: SearchUsage
  let prepared: ReferralSearch
  /// The ages at which anything changes.
  private let ages: [Int]
  var questions: [ReferralSearch] = []
  private var numbers: [Question: Int] = [:]

  /// What decides which facilities can treat a patient, the place aside.
  private struct Question: Hashable {
    var need: Need
    var ageBand: Int?
    var sex: Sex?
    var onset: Instant?
  }

  /// What makes two patients interchangeable.
  private struct ClassKey: Hashable {
    var question: Int
    var point: Coordinate
    var block: String?
    var triage: String
    var bedType: String?
  }

  /// Prepares plans.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - query: What goes for all patients: hour, vehicle, avoided links, limits, confidence. Its need,
  ///     age, sex, onset and type of bed are replaced by those of each patient. When it explains beyond
  ///     the targets, every nearer facility that cannot treat a patient is told of.
  ///   - hierarchy: That of the network's travel map.
  ///   - supply: The places, and who is on the way to them.
  ///   - usage: Whether the patients are at more than a few places.
  public init(
    _ network: Network, _ query: ReferralQuery, _ hierarchy: TravelHierarchy,
    supply: PlaceSupply, usage: SearchUsage = .batch
  ) {
    self.init(PreparedReferrals(network, hierarchy), query, supply: supply, usage: usage)
  }

  /// Prepares plans with what others have prepared.
  ///
  /// - Parameters:
  ///   - referrals: The network, prepared for referrals.
  ///   - query: Common conditions of all patients, as above.
  ///   - supply: The places, and who is on the way to them.
  ///   - usage: Whether the patients are at more than a few places.
  public init(
    _ referrals: PreparedReferrals, _ query: ReferralQuery, supply: PlaceSupply,
    usage: SearchUsage = .batch
  ) {
    network = referrals.network
    explains = query.explainsUnreached
    self.usage = usage
    var template = query
    template.explainsUnreached = false
    template.bedType = nil
    template.count = 1
    self.template = template
    prepared = ReferralSearch(referrals, template, usage: usage)
    table = PlaceTable(
      network, at: query.at, told: supply.told, assumed: supply.assumed, sent: supply.sent)
    var ages = Set<Int>()
    for facility in network.records.facilities {
      for group in facility.record.serves {
        if let from = group.ageFrom { ages.insert(from) }
        if let to = group.ageTo, to < Int.max { ages.insert(to + 1) }
      }
    }
    self.ages = ages.sorted()
  }

  /// Finds the places.
  ///
  /// - Precondition: There are at most `mostPatients` patients.
  /// - Complexity: one search a place and need, then O(*p* · *m* log *m*) at worst, where *p* is the
  ///   number of patients and *m* of pairs of like patients and facilities worth a look.
  public mutating func plan(for patients: [Patient]) -> PatientPlan {
    precondition(patients.count <= PatientPlanner.mostPatients, "too many patients for one plan")
    var classes = classes(of: patients)
    for index in classes.indices { open(&classes[index], patients) }
    var flow = PatientFlow(classes, table, UnplacedCosts(patients), patients)
    flow.solve()
    var plan = PatientPlan(patients: patients, outcomes: [], loads: [])
    var places = Array(repeating: Int?.none, count: patients.count)
    for index in classes.indices {
      var waiting = classes[index].patients[...]
      for (choice, count) in flow.flows(ofClass: index) {
        for patient in waiting.prefix(count) { places[patient] = choice }
        waiting = waiting.dropFirst(count)
      }
    }
    describe(classes, places, flow, &plan)
    return plan
  }

  /// Sorts patients into classes, in the order of the first patient of each.
  private mutating func classes(of patients: [Patient]) -> [PatientClass] {
    var classes: [PatientClass] = []
    var numbers: [ClassKey: Int] = [:]
    for (index, patient) in patients.enumerated() {
      let question = question(of: patient)
      let key = ClassKey(
        question: question, point: patient.origin.point, block: patient.origin.block,
        triage: patient.triage.code, bedType: patient.bedType)
      if let number = numbers[key] {
        classes[number].patients.append(index)
      } else {
        numbers[key] = classes.count
        classes.append(
          PatientClass(patients: [index], question: question, origin: patient.origin))
      }
    }
    return classes
  }

  /// The number of the referral that judges for a patient.
  private mutating func question(of patient: Patient) -> Int {
    let band = patient.age.map { age in ages.count { $0 <= age } }
    let question = Question(
      need: patient.need, ageBand: band, sex: patient.sex, onset: patient.onset)
    if let number = numbers[question] { return number }
    var query = template
    query.need = patient.need
    query.age = patient.age
    query.sex = patient.sex
    query.onset = patient.onset
    numbers[question] = questions.count
    var referral = ReferralSearch(prepared, asking: query)
    referral.lookForAbleOnly(usage: usage)
    questions.append(referral)
    return questions.count - 1
  }

  /// Finds what is open to a class of patients.
  private mutating func open(_ class: inout PatientClass, _ patients: [Patient]) {
    guard let first = `class`.patients.first else { return }
    let patient = patients[first]
    `class`.limit = limit(of: patient, question: `class`.question)
    guard let candidates = questions[`class`.question].candidates(from: `class`.origin) else {
      return
    }
    let limit = `class`.limit
    var choices: [PatientClass.Choice] = []
    var room = 0
    for candidate in candidates {
      let pool = table.pool(
        at: candidate.facility, need: patient.need, bedType: patient.bedType)
      choices.append(
        PatientClass.Choice(
          candidate: candidate, pool: pool,
          cost: Harm(
            delay: PatientClass.delay(
              patient.triage, deciseconds: Int(candidate.deciseconds), limit: limit))))
      guard let pool else { continue }
      let whole = table.pools[pool].whole.map { table.pools[$0].left } ?? .max
      room += min(table.pools[pool].left, whole)
      // All other patients together cannot fill what is nearer, so nobody needs to go further.
      if room >= patients.count { break }
    }
    `class`.choices = choices
  }

  /// When a patient begins to be late: by the class of urgency, or by the need's own clock.
  private func limit(of patient: Patient, question: Int) -> Int? {
    var limits = patient.triage.minutes.map { [$0] } ?? []
    if let onset = patient.onset, let window = questions[question].eligibility.window,
      let limit = window.limit
    {
      // The clock runs on behind the door.
      limits.append(limit - window.minutesAfterDoor - template.at.time(since: onset).minutes)
    }
    // A clock that ran out in another century is a clock that ran out.
    return limits.min().map { Int(clamping: (min(max($0, -1e6), 1e6) * 600).rounded()) }
  }
}
