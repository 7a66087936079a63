public import Facts
import TravelNetwork

/// How complete and how sure a valid network is: a grade for each topic, and what to look at.
///
///     let review = NetworkReview(of: network, at: instant, vehicle: "ambulance")
///     review.grades.first?.share      // 0.97
///     review.findings.first?.en       // "facility bv-a (Bệnh viện A) has no point: …"
///
/// A network with findings can be used; whoever keeps it should look at them.
public struct NetworkReview: Sendable {
  /// What is graded.
  public enum Topic: String, CaseIterable, Sendable {
    /// Communes in force with a point.
    case placePosition = "place_position"
    /// Communes in force with a number of people.
    case placePopulation = "place_population"
    /// Facilities with a point.
    case facilityPosition = "facility_position"
    /// Facilities whose point was observed, not placed by a rule.
    case facilityPlacing = "facility_placing"
    /// Facilities with a telephone line.
    case facilityContact = "facility_contact"
    /// Facilities above the commune of which some statement says what they can do.
    case facilityCapability = "facility_capability"
    /// Facilities near enough to the travel network.
    case facilityAccess = "facility_access"
    /// Statements with a source and a confidence.
    case statementSource = "statement_source"
    /// Statements of more than low confidence.
    case statementConfidence = "statement_confidence"
    /// Statements whose hours are known.
    case statementHours = "statement_hours"
    /// Statements that no other one contradicts.
    case statementAgreement = "statement_agreement"
    /// Agreements that have not ended.
    case agreementPeriod = "agreement_period"
    /// Links whose times are known.
    case linkTimes = "link_times"
    /// Links that are no shorter than the straight line between their ends.
    case linkLength = "link_length"
    /// Links at speeds that somebody can travel at.
    case linkSpeed = "link_speed"
    /// Links of more than low confidence.
    case linkConfidence = "link_confidence"
    /// Travel nodes that hang together for the vehicle.
    case travelConnection = "travel_connection"
    /// Ferries and boats whose hours are known.
    case ferryHours = "ferry_hours"
    /// Records with a source, their own or that of their document.
    case recordSource = "record_source"
  }

  /// How good a topic is.
  public struct Grade: Hashable, Sendable {
    /// The topic.
    public let topic: Topic
    /// How many records it is about.
    public let total: Int
    /// How many of them are as they should be.
    public let good: Int

    /// The good ones, from 0 to 1; nil when there is nothing to grade.
    public var share: Double? { total == 0 ? nil : Double(good) / Double(total) }

    /// A for 95 % and more, B for 80, C for 60, D for 30, else E; nil when there is nothing.
    public var letter: String? {
      guard let share else { return nil }
      return switch share {
      case 0.95...: "A"
      case 0.8...: "B"
      case 0.6...: "C"
      case 0.3...: "D"
      default: "E"
      }
    }
  }

  /// Something to look at.
  public struct Finding: Hashable, Sendable {
    /// The topic that it counts against.
    public let topic: Topic
    /// Where the record was written.
    public let origin: Origin
    /// What was found and what to do, in Vietnamese.
    public let vi: String
    /// What was found and what to do, in English.
    public let en: String
  }

  /// The grades, in the order of the topics.
  public private(set) var grades: [Grade] = []
  /// What to look at, by topic and then in order of reading.
  public private(set) var findings: [Finding] = []

  /// Reviews a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - instant: When: what has ended by then, which geography is in force.
  ///   - vehicle: The id of the vehicle whose ways are looked at; nil skips the travel topics that
  ///     need one.
  /// - Complexity: O(*n* log *n*), where *n* is the number of records.
  public init(of network: Network, at instant: Instant, vehicle: String?) {
    let reviewer = Reviewer(network: network, at: instant)
    reviewer.reviewPlaces(&self)
    reviewer.reviewFacilities(&self)
    reviewer.reviewStatements(&self)
    reviewer.reviewAgreements(&self)
    reviewer.reviewTravel(&self, vehicle: vehicle.flatMap(network.travel.vehicle))
    reviewer.reviewSources(&self)
    let order = Dictionary(
      uniqueKeysWithValues: Topic.allCases.enumerated().map { ($1, $0) })
    func rank(_ topic: Topic) -> Int { order[topic] ?? 0 }
    grades.sort { rank($0.topic) < rank($1.topic) }
    findings.sort { left, right in
      (rank(left.topic), left.origin.document, left.origin.line, left.en)
        < (rank(right.topic), right.origin.document, right.origin.line, right.en)
    }
  }

  /// What is wrong with a record, in both languages.
  typealias Fault = (vi: String, en: String)

  /// Grades records: those without fault are good.
  mutating func grade<Record>(
    _ topic: Topic, _ records: some Sequence<Located<Record>>, fault: (Record) -> Fault?
  ) {
    var total = 0
    var good = 0
    for located in records {
      total += 1
      guard let fault = fault(located.record) else {
        good += 1
        continue
      }
      findings.append(
        Finding(topic: topic, origin: located.origin, vi: fault.vi, en: fault.en))
    }
    grades.append(Grade(topic: topic, total: total, good: good))
  }
}
