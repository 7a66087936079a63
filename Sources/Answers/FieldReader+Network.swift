import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension FieldReader {
  /// The need that a text names.
  static func need(
    _ text: String, of name: String = "need", in network: Network
  ) throws(QuestionError) -> Need {
    let vocabulary = network.vocabulary
    if let need = Need(text, in: vocabulary) { return need }
    let words = NeedWords(text, in: vocabulary)
    let near = words.near.prefix(mostNear).map {
      QuestionError.Choice($0.code, name: $0.wordVi, nameEn: $0.word)
    }
    let excluded = words.excluded
    guard excluded.isEmpty else {
      throw QuestionError(
        field: name, value: text,
        .notFound(
          Bilingual(
            "\"\(text)\" không phải là \(excluded.map(\.name).joined(separator: ", "))",
            "\"\(text)\" is not \(excluded.map { $0.nameEn ?? $0.name }.joined(separator: ", "))")),
        choices: near)
    }
    let specialties = vocabulary.specialties.values.sorted { $0.code < $1.code }
    guard near.isEmpty else {
      let codes = specialties.map(\.code) + vocabulary.capabilityTypes.keys.sorted()
      throw QuestionError(
        field: name, value: text, .unknown, choices: near,
        nearest: NearestText.of(text, among: codes + near.compactMap(\.name)))
    }
    throw QuestionError(
      field: name, value: text, .unknown,
      choices: specialties.map { .init($0.code, name: $0.name, nameEn: $0.nameEn) })
  }

  /// How many near values are told.
  private static let mostNear = 8

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
    let vehicles = network.travel.vehicles
    if let known = Code.match(text, among: vehicles.map { ($0.id, [$0.name, $0.nameEn]) }),
      let vehicle = network.travel.vehicle(known)
    {
      return vehicle
    }
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
      choices: network.travel.vehicles.map { .init($0.id, name: $0.name, nameEn: $0.nameEn) })
  }

  /// The weather; nil when it is like any other day.
  mutating func weather() throws(QuestionError) -> Weather? {
    guard let text = try text("weather") else { return nil }
    let kinds = network.records.weathers.map(\.record)
    var codes: [(code: String, names: [String?])] = [("normal", ["bình thường"])]
    for kind in kinds { codes.append((kind.id, [kind.name, kind.nameEn])) }
    if let code = Code.match(text, among: codes) { return kinds.first { $0.id == code } }
    throw QuestionError(
      field: "weather", value: text, .unknown,
      choices: [.init("normal")]
        + kinds.map { .init($0.id, name: $0.name, nameEn: $0.nameEn) })
  }

  /// The links that are out of use.
  mutating func avoided() throws(QuestionError) -> Set<LinkIndex> {
    var links = Set<LinkIndex>()
    for text in texts("avoid") {
      switch network.travel.avoided(text) {
      case .links(let found, _): links.formUnion(found)
      case .ambiguous(let names):
        throw QuestionError(
          field: "avoid", value: text, .ambiguous, choices: names.map { .init($0) })
      case .unknown:
        throw QuestionError(
          field: "avoid", value: text,
          .notFound(
            Bilingual(
              "\"\(text)\" không phải cầu, phà hay đường nào của mạng lưới này",
              "\"\(text)\" is no bridge, ferry or link of this network")),
          choices: network.travel.crossings(near: text).map { .init($0) },
          nearest: NearestText.of(text, among: network.travel.crossingNames))
      }
    }
    return links
  }

  /// For which vehicle, in which weather and without which links one travels at an instant.
  mutating func conditions(at instant: Instant) throws(QuestionError) -> TravelConditions {
    TravelConditions(
      vehicle: try vehicle(), at: instant, closed: try avoided(), weather: try weather())
  }

  /// The type of bed that must be free; nil where nothing is said.
  mutating func bedType() throws(QuestionError) -> String? {
    guard let text = try text("bed") else { return nil }
    return try FieldReader.bedType(text, in: network)
  }

  /// The type of bed that a text names: one that the network or a report uses, or a usual one.
  static func bedType(_ text: String, in network: Network) throws(QuestionError) -> String {
    if let type = network.bedType(text) { return type }
    throw QuestionError(
      field: "bed", value: text, .unknown,
      choices: network.bedTypes.map { .init($0.code, name: $0.name, nameEn: $0.nameEn) })
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
      choices: kinds.map { .init($0.code, name: $0.name, nameEn: $0.nameEn) })
  }

  /// The administrative geography: the one named, or the one in force on a day.
  mutating func scheme(on day: Day) throws(QuestionError) -> String {
    let known = network.records.schemes.map(\.record)
    let choices = known.map {
      QuestionError.Choice($0.id, name: $0.name, nameEn: $0.nameEn)
    }
    if let text = try text("scheme") {
      if let id = Code.match(text, among: known.map { ($0.id, [$0.name, $0.nameEn]) }) {
        return id
      }
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
      // A unit that is no more is followed by its successors.
      let successors = place.successors.compactMap { placeIndex(of: $0.place) }
        .map { fullName(of: self.place($0)) }
      return .init(
        place.reference,
        name: fullName(of: place)
          + (successors.isEmpty ? "" : " → " + successors.joined(separator: "; ")))
    case .facility(let index):
      let facility = facility(index)
      let place = facility.placements.compactMap { placeIndex(of: $0.place) }.last
      return .init(
        facility.id,
        name: facility.name + (place.map { " (\(fullName(of: self.place($0))))" } ?? ""))
    }
  }
}
