import Facts
import Formats
import HealthNetwork
import Referral

extension PatientTables {
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
