import Answers
import Facts
import HealthNetwork
import Referral

/// Reads the files of a plan: patients, places, and who left already.
struct PatientFiles {
  private let command: RouteCommand
  private let network: Network
  private let at: Instant
  private let finder: LocationFinder
  private var locations: [String: Location] = [:]

  init(_ command: RouteCommand, _ network: Network, at: Instant) {
    self.command = command
    self.network = network
    self.at = at
    finder = LocationFinder(network, on: at.day)
  }

  /// The patients of a file.
  mutating func patients(_ path: String) throws(Failure) -> [Patient] {
    guard !network.records.triageClasses.isEmpty else {
      throw .data(
        "network \"\(network.header.id)\" has no triage classes, so nobody can say who comes first; "
          + "add \"triage\" records (docs/exchange-format.md)")
    }
    var file = try HeadedCSV(
      path,
      columns: [
        ["id", "patient"], ["from"], ["lat"], ["lon"], ["need"], ["severity", "triage"], ["age"],
        ["sex"], ["onset"], ["bed"], ["count"],
      ])
    let hasPoint = file.has("lat") && file.has("lon")
    guard file.has("from") || hasPoint || command.from != nil else {
      throw .data(
        "\(path):1: needs a column \"from\", or \"lat\" and \"lon\", or give --from PLACE")
    }
    guard file.has("need") || command.need != nil else {
      throw .data("\(path):1: needs a column \"need\", or give --need NEED")
    }
    guard file.has("severity") else { throw .data("\(path):1: needs a column \"severity\"") }
    var patients: [Patient] = []
    var ids = Set<String>()
    while try file.next() {
      let before = file.problems.count
      let patient = patient(&file)
      let count = file.number("count", in: 1...PatientPlanner.mostPatients) ?? 1
      guard file.problems.count == before, let patient else { continue }
      guard patients.count + count <= PatientPlanner.mostPatients else {
        throw .data(
          "\(path):\(file.line): more than \(PatientPlanner.mostPatients) patients; make several plans"
        )
      }
      for number in 1...count {
        var one = patient
        if count > 1 { one.id += "-\(number)" }
        guard ids.insert(one.id).inserted else {
          file.report("the id \"\(one.id)\" is there twice")
          break
        }
        patients.append(one)
      }
    }
    try file.finish()
    return patients
  }

  private mutating func patient(_ file: inout HeadedCSV) -> Patient? {
    let id = file.value("id") ?? "\(file.line)"
    let needText = file.value("need") ?? command.need ?? ""
    let need = Need(needText, in: network.vocabulary)
    if need == nil { file.report("need \"\(needText)\" is not known") }
    var triage: TriageClass?
    if let text = file.value("severity") {
      triage = TriageClass.named(text, in: network)
      if triage == nil {
        let known = network.records.triageClasses.map(\.record.code).joined(separator: ", ")
        file.report("severity \"\(text)\" is not known; there are \(known) and their names")
      }
    } else {
      file.report("the severity is missing; nobody can guess who comes first")
    }
    let origin = origin(&file)
    guard let need, let triage, let origin else { return nil }
    var patient = Patient(id: id, origin: ReferralOrigin(origin), need: need, triage: triage)
    patient.age = file.number("age", in: 0...130)
    if let text = file.value("sex") {
      patient.sex = Sex(rawValue: text) ?? PatientFiles.sexes[FoldedName(text).text]
      if patient.sex == nil { file.report("sex \"\(text)\" is neither female nor male") }
    }
    if let text = file.value("onset") {
      do throws(Failure) {
        patient.onset = try RouteCommand.instant(ofOnset: text, before: at)
      } catch {
        file.report(error.message)
      }
    }
    patient.bedType = file.value("bed") ?? command.bed
    return patient
  }

  private static let sexes: [String: Sex] = [
    "nu": .female, "f": .female, "nam": .male, "m": .male,
  ]

  private mutating func origin(_ file: inout HeadedCSV) -> Location? {
    var text = file.value("from")
    if text == nil, let latitude = file.value("lat"), let longitude = file.value("lon") {
      text = latitude + "," + longitude
    }
    guard let text = text ?? command.from else {
      file.report("the row names no place, and there is no --from")
      return nil
    }
    if let known = locations[text] { return known }
    do throws(Failure) {
      let location = try finder.require(text, option: "from", in: network)
      locations[text] = location
      return location
    } catch {
      file.report(error.message)
      return nil
    }
  }

  /// The places of a file.
  func places(_ path: String) throws(Failure) -> [FreePlaces] {
    var file = try HeadedCSV(
      path, columns: [["facility", "facility_id"], ["need", "for"], ["bed"], ["free"]])
    for column in ["facility", "free"] where !file.has(column) {
      throw .data("\(path):1: needs a column \"\(column)\"")
    }
    var places: [FreePlaces] = []
    while try file.next() {
      let facility = facility(&file)
      let before = file.problems.count
      let free = file.number("free", in: 0...100_000)
      if free == nil, file.problems.count == before { file.report("free is missing") }
      if file.value("need") != nil, file.value("bed") != nil {
        file.report("a number is either for a need or for a type of bed")
      }
      let scope = file.value("bed") ?? file.value("need").map(scope)
      guard let facility, let free else { continue }
      if places.contains(where: { $0.facility == facility && $0.scope == scope }) {
        file.report("these places are there twice")
      }
      places.append(
        FreePlaces(
          facility: facility, scope: scope, count: free, basis: .file(line: file.line)))
    }
    try file.finish()
    return places
  }

  /// What some places are for: a specialty, a capability, or else a type of bed.
  private func scope(_ text: String) -> String {
    if network.vocabulary.specialties[text] != nil { return text }
    return Need(text, in: network.vocabulary)?.capability ?? text
  }

  /// Those who left already.
  func sent(_ path: String) throws(Failure) -> [SentPatient] {
    var file = try HeadedCSV(
      path,
      columns: [
        ["id", "patient"], ["facility", "facility_id"], ["need"], ["bed"], ["arrival", "time"],
        ["severity"], ["facility_name"], ["phone"], ["minutes"], ["minutes_low"], ["minutes_high"],
        ["km"], ["departure"], ["leaves"], ["capability"], ["confidence"], ["reason"], ["text"],
      ])
    guard file.has("facility") else { throw .data("\(path):1: needs a column \"facility\"") }
    var sent: [SentPatient] = []
    var ids = Set<String>()
    while try file.next() {
      // A plan lists those without a place too: they did not leave.
      guard file.value("facility") != nil else { continue }
      let id = file.value("id") ?? "\(file.line)"
      if !ids.insert(id).inserted { file.report("the id \"\(id)\" is there twice") }
      guard let facility = facility(&file) else { continue }
      var patient = SentPatient(id: id, facility: facility)
      if let text = file.value("need") {
        patient.need = Need(text, in: network.vocabulary)
        if patient.need == nil { file.report("need \"\(text)\" is not known") }
      }
      patient.bedType = file.value("bed")
      if let text = file.value("arrival") {
        patient.arrival = Instant(text, zone: network.header.zone)
        if patient.arrival == nil { file.report("arrival \"\(text)\" is no time") }
      }
      sent.append(patient)
    }
    try file.finish()
    return sent
  }

  private func facility(_ file: inout HeadedCSV) -> Int? {
    guard let id = file.value("facility") else {
      file.report("the facility is missing")
      return nil
    }
    if let index = network.facilityIndex(of: id) { return index }
    file.report("there is no facility \"\(id)\"; \"tuyen search\" finds ids")
    return nil
  }
}
