public import Facts
import Formats
import HealthNetwork
public import Planning
import Referral
public import TravelNetwork

/// Who supports whom, which communes have no supporting hospital, and what ends.
///
///     var question = SupportQuestion(at: instant, scheme: "gso-2025")
///     question.parts = [.communes, .agreements]
///     let answer = try session.answer(question)
public struct SupportQuestion: Question {
  /// A part of the answer.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    /// How each commune is supported, and a proposal where it is not.
    case communes
    /// The proposals by region.
    case plan
    /// Agreements that have ended, those that end soon, and the rest.
    case agreements
    /// Techniques that the supporter performs and the supported facility does not.
    case techniques
    /// Equipment that nothing says is used.
    case equipment
    /// The ultimate supporters of each facility, and by which agreements.
    case backing
    /// Specialty networks from their lowest member to the hub.
    case chains
    /// Published figures beside what the records add up to.
    case figures
    /// Aims, and how far the records have come.
    case targets
    /// Published figures of one indicator that contradict or follow each other.
    case rates
    /// Techniques handed over, those above the tier marked.
    case transfers
    /// Trainings: who taught, who was taught, and the share of stations reached.
    case trainings
    /// Agreements by level, with reviews due and who signed.
    case reviews
    /// Programmes, their basis and their aims.
    case programmes
    /// Who directs which lower line.
    case direction
    /// Staff that several facilities share.
    case pools
    /// Emergency centres and stations by province.
    case prehospital
    /// Work that is done from afar: where, and who reads.
    case remote
    /// Stations that were built, and not or only late put to use.
    case activation
  }

  /// The name of the question.
  public static let name = "support"

  /// The instant asked about.
  public var at: Instant
  /// The geography whose communes are asked about.
  public var scheme: String
  /// An agreement that ends within so many months is ending.
  public var months = 6
  /// Which hospitals are proposed for communes without a supporter.
  public var rules = SupportPlan.Rules()
  /// The parts of the answer, in their order; empty for all.
  public var parts: [Part] = []
  /// Statements less sure than this do not count.
  public var minimumConfidence = Confidence.medium
  /// How staff travel; nil where no ways are to be computed.
  public var vehicle: Vehicle?
  /// Whether tables for people have every row, not only the first of each part.
  public var showsAllRows = false

  /// The vehicle of staff, unless another is named.
  static let usualVehicle = "car"

  /// Creates a question with the default rules.
  ///
  /// - Parameters:
  ///   - at: The instant asked about.
  ///   - scheme: The geography whose communes are asked about.
  ///   - vehicle: How staff travel; nil where no ways are to be computed.
  public init(at: Instant, scheme: String, vehicle: Vehicle? = nil) {
    self.at = at
    self.scheme = scheme
    self.vehicle = vehicle
  }

  /// Understands the fields of a question.
  ///
  /// - Throws: `QuestionError` with the first field that is wrong.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    let at = try reader.instant()
    self.init(at: at, scheme: try reader.scheme(on: at.day))
    months = try reader.integer("months", in: 0...1_200) ?? months
    rules.region = try reader.choice("by") ?? rules.region
    rules.limit = try reader.integer("limit", in: FieldReader.rows)
    rules.usesPrivate = try reader.flag("withPrivate")
    var wanted: Set<Part> = []
    for text in reader.texts("part") { wanted.insert(try FieldReader.choice(text, of: "part")) }
    parts = Part.allCases.filter(wanted.contains)
    minimumConfidence = try reader.choice("minConfidence") ?? minimumConfidence
    showsAllRows = try reader.flag("all")
    try refuseUnread(in: &reader)
    if session.network.hasTravel, plansCommunes {
      vehicle = try reader.vehicle(default: SupportQuestion.usualVehicle)
    }
    try reader.finish()
  }

  /// Whether a part that is asked for holds proposals.
  var plansCommunes: Bool { asks(for: [.communes, .plan]) }

  /// Whether one of some parts is asked for.
  private func asks(for some: Set<Part>) -> Bool {
    parts.isEmpty || parts.contains(where: some.contains)
  }

  /// Refuses what only parts read that are not asked for.
  private func refuseUnread(in reader: inout FieldReader) throws(QuestionError) {
    func refuse(_ names: [String], unless readers: Set<Part>) throws(QuestionError) {
      guard !asks(for: readers) else { return }
      let codes = Part.allCases.filter(readers.contains).map(\.rawValue)
      try reader.refuse(
        names, as: "part",
        Bilingual(
          "chỉ có nghĩa với phần \(codes.joined(separator: ", "))",
          "it goes with the parts \(codes.joined(separator: ", ")) only"))
    }
    try refuse(["vehicle", "by", "limit", "withPrivate"], unless: [.communes, .plan])
    try refuse(["months"], unless: [.agreements])
    if !reader.network.hasTravel { try reader.refuseTravel(["vehicle"]) }
  }

  /// Gathers who supports whom, and proposes hospitals.
  public func answer(in session: NetworkSession) throws(QuestionError) -> SupportAnswer {
    let network = session.network
    let graph = SupportGraph(network)
    let support = CommuneSupport(
      graph, scheme: scheme, on: at.day, minimumConfidence: minimumConfidence)
    var plan: SupportPlan?
    if plansCommunes {
      let prepared = vehicle.map {
        PlanningNetwork(network, session.prepared.networks, TravelConditions(vehicle: $0, at: at))
      }
      plan = SupportPlan(support, graph, rules, on: at.day, prepared: prepared)
    }
    return SupportAnswer(
      question: self, session: session, graph: graph, support: support, plan: plan,
      register: PracticeRegister(network, on: at.day, minimumConfidence: minimumConfidence))
  }
}

extension Network {
  /// Whether ways can be computed in it.
  var hasTravel: Bool { !travel.vehicles.isEmpty && !travel.links.isEmpty }
}
