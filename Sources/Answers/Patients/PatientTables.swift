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
  let session: NetworkSession
  private var locations: [String: Location] = [:]
  var network: Network { session.network }
  var at: Instant { question.query.at }

  init(_ question: PatientsQuestion, _ session: NetworkSession) {
    self.question = question
    self.session = session
  }

  /// Opens a table, and remembers which of its columns are not read.
  mutating func open(
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
  mutating func next(_ table: inout HeadedTable) throws(AnswerError) -> Bool {
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
  func need(_ text: String, _ file: inout HeadedTable) -> Need? {
    do throws(QuestionError) {
      return try FieldReader.need(text, in: network)
    } catch {
      file.report(error.text)
      return nil
    }
  }

  /// The type of bed that a row names; nil for none, or for a problem.
  func bed(_ file: inout HeadedTable) -> String? {
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
}
