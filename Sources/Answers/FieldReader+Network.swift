import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension FieldReader {
  /// An instant as people write it: 2026-11-25T02:00, 2026-11-25, 02:00 for today, "now"; the
  /// present where there is none.
  mutating func instant(_ name: String = "at") throws(QuestionError) -> Instant {
    guard let text = try text(name), text != "now" else { return now }
    return try FieldReader.instant(text, of: name, now: now)
  }

  /// The instant that a text says; a clock alone means the day of another instant.
  static func instant(
    _ text: String, of name: String, now: Instant
  ) throws(QuestionError) -> Instant {
    let full = isClock(text) ? "\(now.day)T\(text)" : text
    guard let instant = Instant(full, zone: now.zone) else {
      throw QuestionError(
        field: name, value: text,
        .malformed(
          expected: Bilingual(
            "hãy ghi 2026-11-25T02:00, 2026-11-25 hoặc 02:00",
            "write 2026-11-25T02:00, 2026-11-25 or 02:00")))
    }
    return instant.shown(in: now.zone)
  }

  /// Whether a text is a clock without a day.
  static func isClock(_ text: String) -> Bool { text.count <= 5 && text.contains(":") }

  /// The need that a text names.
  static func need(
    _ text: String, of name: String = "need", in network: Network
  ) throws(QuestionError) -> Need {
    if let need = Need(text, in: network.vocabulary) { return need }
    let types = network.vocabulary.capabilityTypes.keys.sorted()
    let specialties = network.vocabulary.specialties.keys.sorted()
    throw QuestionError(
      field: name, value: text, .unknown, choices: types.map { .init($0) },
      nearest: NearestText.of(text, among: specialties + types))
  }

  /// The location that a text names.
  static func location(
    _ text: String, of name: String = "from", in session: NetworkSession, on day: Day
  ) throws(QuestionError) -> Location {
    let network = session.network
    switch session.location(text, on: day) {
    case .found(let location): return location
    case .ambiguous(let matches):
      throw QuestionError(
        field: name, value: text, .ambiguous,
        choices: matches.map { network.choice($0.subject) })
    case .notFound(let problem, let near):
      throw QuestionError(
        field: name, value: text, .notFound(problem.text),
        choices: near.prefix(8).map { network.choice($0.subject) })
    }
  }

  /// The vehicle: the one named, else the ambulance.
  mutating func vehicle(default usual: String = "ambulance") throws(QuestionError) -> Vehicle {
    let text = try text("vehicle") ?? usual
    if let vehicle = network.travel.vehicle(text) { return vehicle }
    guard !network.travel.vehicles.isEmpty else {
      let id = network.header.id
      throw QuestionError(
        field: "vehicle", value: text,
        .unsupported(
          Bilingual(
            "mạng lưới \"\(id)\" không có phương tiện nào nên không tính được đường đi",
            "network \"\(id)\" holds no vehicles, so no way can be computed in it")))
    }
    throw QuestionError(
      field: "vehicle", value: text, .unknown,
      choices: network.travel.vehicles.map { .init($0.id, name: $0.name) })
  }

  /// The weather; nil when it is like any other day.
  mutating func weather() throws(QuestionError) -> Weather? {
    guard let text = try text("weather") else { return nil }
    let kinds = network.records.weathers.map(\.record)
    if let known = kinds.first(where: { $0.id == text }) { return known }
    guard text != "normal" else { return nil }
    throw QuestionError(
      field: "weather", value: text, .unknown,
      choices: [.init("normal")] + kinds.map { .init($0.id, name: $0.name) })
  }

  /// The links that are out of use.
  mutating func avoided() throws(QuestionError) -> Set<LinkIndex> {
    var links = Set<LinkIndex>()
    for text in texts("avoid") {
      let found = network.travel.links(avoiding: text)
      guard !found.isEmpty else {
        throw QuestionError(
          field: "avoid", value: text,
          .notFound(
            Bilingual(
              "\"\(text)\" không phải cầu, phà hay đường nào của mạng lưới này",
              "\"\(text)\" is no bridge, ferry or link of this network")),
          nearest: NearestText.of(text, among: network.travel.crossingNames))
      }
      links.formUnion(found)
    }
    return links
  }

  /// For which vehicle, in which weather and without which links one travels at an instant.
  mutating func conditions(at instant: Instant) throws(QuestionError) -> TravelConditions {
    TravelConditions(
      vehicle: try vehicle(), at: instant, closed: try avoided(), weather: try weather())
  }

  /// How badly off the patient is; nil where nothing is said.
  mutating func severity() throws(QuestionError) -> Severity? {
    guard let text = try text("severity") else { return nil }
    if let known = network.severity(text) { return known }
    let kinds = network.records.severities.map(\.record)
    guard !kinds.isEmpty else {
      let id = network.header.id
      throw QuestionError(
        field: "severity", value: text,
        .unsupported(
          Bilingual(
            "mạng lưới \"\(id)\" không có mức nặng nào",
            "network \"\(id)\" holds no severities")))
    }
    throw QuestionError(
      field: "severity", value: text, .unknown,
      choices: kinds.map { .init($0.code, name: $0.name) })
  }

  /// The administrative geography: the one named, or the one in force on a day.
  mutating func scheme(on day: Day) throws(QuestionError) -> String {
    let known = network.records.schemes.map(\.record)
    let choices = known.map { QuestionError.Choice($0.id, name: $0.name) }
    if let text = try text("scheme") {
      if known.contains(where: { $0.id == text }) { return text }
      throw QuestionError(field: "scheme", value: text, .unknown, choices: choices)
    }
    if let scheme = network.scheme(on: day) { return scheme.id }
    throw QuestionError(field: "scheme", .missing, choices: choices)
  }

  /// The place of a geography that a text names; of places of one name the widest.
  static func place(
    _ text: String, of name: String, in network: Network, scheme: String, on day: Day
  ) throws(QuestionError) -> Place {
    let found = network.places(named: text, scheme: scheme, on: day).map(network.place)
    let order = Place.Level.allCases
    let widest = found.map { order.firstIndex(of: $0.level) ?? 0 }.min()
    let choices = found.filter { order.firstIndex(of: $0.level) == widest }
    guard let place = choices.first else {
      throw QuestionError(
        field: name, value: text,
        .notFound(
          Bilingual(
            "\"\(text)\" không phải nơi nào của \(scheme)",
            "\"\(text)\" is no place of \(scheme)")))
    }
    guard choices.count == 1 else {
      throw QuestionError(
        field: name, value: text, .ambiguous,
        choices: choices.map { .init($0.reference, name: network.fullName(of: $0)) })
    }
    return place
  }
}

extension Network {
  /// A place or facility as a choice: its id and its full name.
  func choice(_ subject: Named) -> QuestionError.Choice {
    switch subject {
    case .place(let index):
      let place = place(index)
      return .init(place.reference, name: fullName(of: place))
    case .facility(let index):
      let facility = facility(index)
      let place = facility.placements.compactMap { placeIndex(of: $0.place) }.last
      return .init(
        facility.id,
        name: facility.name + (place.map { " (\(fullName(of: self.place($0))))" } ?? ""))
    }
  }
}
