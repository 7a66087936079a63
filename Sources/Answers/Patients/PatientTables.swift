import Facts
import Files
import Formats
import HealthNetwork
import Referral

/// Reads the tables of a plan: patients, free places, and those who left already.
struct PatientTables {
  /// Sentences about columns that are not read.
  private(set) var remarks: [Bilingual] = []
  private let question: PatientsQuestion
  private let session: NetworkSession
  private var locations: [String: Location] = [:]
  private var network: Network { session.network }
  private var at: Instant { question.query.at }

  init(_ question: PatientsQuestion, _ session: NetworkSession) {
    self.question = question
    self.session = session
  }

  /// Opens a table, and remembers which of its columns are not read.
  private mutating func open(
    _ source: TableSource, _ columns: [[String]], needs required: [String] = []
  ) throws(AnswerError) -> HeadedTable {
    let table = try AnswerError.reading { () throws(DocumentError) -> HeadedTable in
      let table = try HeadedTable(source, columns: columns)
      for column in required where !table.has(column) {
        throw table.lackError(Bilingual("cột \"\(column)\"", "a column \"\(column)\""))
      }
      return table
    }
    if !table.unknownTitles.isEmpty {
      let known = columns.compactMap(\.first).joined(separator: ", ")
      let unknown = table.unknownTitles.joined(separator: ", ")
      remarks.append(
        Bilingual(
          "\(table.name):1: không đọc: \(unknown); các cột là \(known)",
          "\(table.name):1: not read: \(unknown); the columns are \(known)"))
    }
    return table
  }

  /// The next row; at the end it is remembered how the text was understood.
  private mutating func next(_ table: inout HeadedTable) throws(AnswerError) -> Bool {
    let found = try AnswerError.reading { () throws(DocumentError) in try table.next() }
    if !found, let text = table.recognised?.text {
      remarks.append(Bilingual("\(table.name): ") + text)
    }
    return found
  }

  /// The patients of the question.
  mutating func patients() throws(AnswerError) -> [Patient] {
    guard !network.records.triageClasses.isEmpty else {
      let id = network.header.id
      throw .document([
        DocumentError(
          kind: .invalid, path: "network \"\(id)\"", line: 0,
          message:
            "has no triage classes, so nobody can say who comes first; add \"triage\" records "
            + "(docs/exchange-format.md)",
          vi: "không có mức phân loại cấp cứu, nên không ai biết ai trước ai sau; thêm bản ghi "
            + "\"triage\" (docs/exchange-format.md)")
      ])
    }
    var file = try open(
      question.tables.patients,
      [
        ["id", "patient"], ["from"], ["lat"], ["lon"], ["need"], ["severity", "triage"], ["age"],
        ["sex"], ["onset"], ["bed"], ["count"],
      ])
    let hasPoint = file.has("lat") && file.has("lon")
    guard file.has("from") || hasPoint || question.origin != nil else {
      throw .document([
        file.lackError(
          Bilingual(
            "cột \"from\", hoặc \"lat\" và \"lon\", hoặc một nơi chung cho mọi người",
            "a column \"from\", or \"lat\" and \"lon\", or one place for all"))
      ])
    }
    guard file.has("need") || question.need != nil else {
      throw .document([
        file.lackError(
          Bilingual(
            "cột \"need\", hoặc một nhu cầu chung cho mọi người",
            "a column \"need\", or one need for all"))
      ])
    }
    guard file.has("severity") else {
      throw .document([
        file.lackError(Bilingual("cột \"severity\"", "a column \"severity\""))
      ])
    }
    var patients: [Patient] = []
    var ids = Set<String>()
    while try next(&file) {
      let before = file.problems.count
      let patient = patient(&file)
      let count = file.number("count", in: 1...PatientPlanner.mostPatients) ?? 1
      guard file.problems.count == before, let patient else { continue }
      guard patients.count + count <= PatientPlanner.mostPatients else {
        throw .document([
          file.error(
            Bilingual(
              "quá \(PatientPlanner.mostPatients) người bệnh; hãy chia thành nhiều đợt",
              "more than \(PatientPlanner.mostPatients) patients; make several plans"))
        ])
      }
      for number in 1...count {
        var one = patient
        if count > 1 { one.id += "-\(number)" }
        guard ids.insert(one.id).inserted else {
          file.report(
            Bilingual("mã \"\(one.id)\" có hai lần", "the id \"\(one.id)\" is there twice"))
          break
        }
        patients.append(one)
      }
    }
    try AnswerError.finish(file)
    return patients
  }

  private mutating func patient(_ file: inout HeadedTable) -> Patient? {
    let id = file.value("id") ?? "\(file.line)"
    var need = question.need
    if let text = file.value("need") {
      need = self.need(text, &file)
    } else if need == nil {
      file.report(
        Bilingual(
          "dòng này không nêu nhu cầu, và không có nhu cầu chung",
          "the row names no need, and there is none for all"))
    }
    var triage: TriageClass?
    if let text = file.value("severity") {
      triage = TriageClass.named(text, in: network)
      if triage == nil {
        let known = network.records.triageClasses.map(\.record.code).joined(separator: ", ")
        file.report(
          Bilingual(
            "không có mức \"\(text)\"; có \(known) và tên của chúng",
            "severity \"\(text)\" is not known; there are \(known) and their names"))
      }
    } else {
      file.report(
        Bilingual(
          "thiếu mức độ nặng; không thể đoán ai trước ai sau",
          "the severity is missing; nobody can guess who comes first"))
    }
    let origin = origin(&file)
    guard let need, let triage, let origin else { return nil }
    var patient = Patient(id: id, origin: ReferralOrigin(origin), need: need, triage: triage)
    patient.age = file.number("age", in: 0...130)
    if let text = file.value("sex") {
      patient.sex = Sex(rawValue: text) ?? PatientTables.sexes[FoldedName(text).text]
      if patient.sex == nil {
        file.report(
          Bilingual(
            "giới tính \"\(text)\" không phải nữ hay nam",
            "sex \"\(text)\" is neither female nor male"))
      }
    }
    if let text = file.value("onset") {
      do throws(QuestionError) {
        patient.onset = try FieldReader.onset(text, before: at)
      } catch {
        file.report(error.text)
      }
    }
    patient.bedType = bed(&file) ?? question.query.bedType
    return patient
  }

  /// The need that a row names; nil for a problem.
  private func need(_ text: String, _ file: inout HeadedTable) -> Need? {
    do throws(QuestionError) {
      return try FieldReader.need(text, in: network)
    } catch {
      file.report(error.text)
      return nil
    }
  }

  /// The type of bed that a row names; nil for none, or for a problem.
  private func bed(_ file: inout HeadedTable) -> String? {
    guard let text = file.value("bed") else { return nil }
    do throws(QuestionError) {
      return try FieldReader.bedType(text, in: network)
    } catch {
      file.report(error.text)
      return nil
    }
  }

  private static let sexes: [String: Sex] = [
    "nu": .female, "f": .female, "nam": .male, "m": .male,
  ]

  private mutating func origin(_ file: inout HeadedTable) -> Location? {
    do throws(QuestionError) {
      guard let text = try file.place("from") else {
        if question.origin == nil {
          file.report(
            Bilingual(
              "dòng này không nêu nơi nào, và không có nơi chung",
              "the row names no place, and there is none for all"))
        }
        return question.origin
      }
      if let known = locations[text] { return known }
      let location = try FieldReader.location(text, in: session, on: at.day)
      locations[text] = location
      return location
    } catch {
      file.report(error.text)
      return nil
    }
  }

  /// The free places of a table.
  mutating func places(_ source: TableSource) throws(AnswerError) -> [FreePlaces] {
    var file = try open(
      source, [["facility", "facility_id"], ["need", "for"], ["bed"], ["free"]],
      needs: ["facility", "free"])
    var places: [FreePlaces] = []
    while try next(&file) {
      let facility = facility(&file)
      let before = file.problems.count
      let free = file.number("free", in: 0...100_000)
      if free == nil, file.problems.count == before {
        file.report(Bilingual("thiếu số chỗ (free)", "free is missing"))
      }
      if file.value("need") != nil, file.value("bed") != nil {
        file.report(
          Bilingual(
            "một số chỗ hoặc cho nhu cầu, hoặc cho loại giường",
            "a number is either for a need or for a type of bed"))
      }
      let scope = bed(&file) ?? file.value("need").map(scope)
      guard let facility, let free else { continue }
      if places.contains(where: { $0.facility == facility && $0.scope == scope }) {
        file.report(Bilingual("số chỗ này có hai lần", "these places are there twice"))
      }
      places.append(
        FreePlaces(
          facility: facility, scope: scope, count: free, basis: .file(line: file.line)))
    }
    try AnswerError.finish(file)
    return places
  }

  /// The scope of some places: a specialty, a capability, or else a type of bed.
  private func scope(_ text: String) -> String {
    let specialties = network.vocabulary.specialties.values
    if let code = Code.match(text, among: specialties.map { ($0.code, [$0.name, $0.nameEn]) }) {
      return code
    }
    return Need(text, in: network.vocabulary)?.capability ?? text
  }

  /// Those who left already.
  mutating func sent(_ source: TableSource) throws(AnswerError) -> [SentPatient] {
    var file = try open(
      source,
      [
        ["id", "patient"], ["facility", "facility_id"], ["need"], ["bed"], ["arrival", "time"],
        ["severity"], ["facility_name"], ["phone"], ["minutes"], ["minutes_low"], ["minutes_high"],
        ["km"], ["departure"], ["leaves"], ["capability"], ["confidence"], ["reason"], ["text"],
      ], needs: ["facility"])
    var sent: [SentPatient] = []
    var ids = Set<String>()
    while try next(&file) {
      // A plan lists those without a place too: they did not leave.
      guard file.value("facility") != nil else { continue }
      let id = file.value("id") ?? "\(file.line)"
      if !ids.insert(id).inserted {
        file.report(Bilingual("mã \"\(id)\" có hai lần", "the id \"\(id)\" is there twice"))
      }
      guard let facility = facility(&file) else { continue }
      var patient = SentPatient(id: id, facility: facility)
      if let text = file.value("need") {
        patient.need = need(text, &file)
      }
      patient.bedType = bed(&file)
      if let text = file.value("arrival") {
        patient.arrival = FieldReader.instant(text, now: at)
        if patient.arrival == nil {
          file.report(
            Bilingual(
              "arrival \"\(text)\" không phải thời điểm", "arrival \"\(text)\" is no time"))
        }
      }
      sent.append(patient)
    }
    try AnswerError.finish(file)
    return sent
  }

  private func facility(_ file: inout HeadedTable) -> FacilityIndex? {
    guard let id = file.value("facility") else {
      file.report(Bilingual("thiếu cơ sở", "the facility is missing"))
      return nil
    }
    if let index = network.facilityIndex(of: id) { return index }
    if let index = facility(named: id) { return index }
    let near = NearestText.of(id, among: network.records.facilities.map(\.record.id))
    file.report(
      Bilingual(
        "không có cơ sở \"\(id)\", hoặc có nhiều cơ sở cùng tên",
        "there is no facility \"\(id)\", or several of that name")
        + (near.map {
          Bilingual("; có phải \"\($0)\"?", "; did you mean \"\($0)\"?")
        } ?? Bilingual("")))
    return nil
  }

  /// The one facility of a name.
  private func facility(named text: String) -> FacilityIndex? {
    switch session.location(text, on: at.day) {
    case .found(let location): location.id.flatMap { network.facilityIndex(of: $0) }
    default: nil
    }
  }
}
