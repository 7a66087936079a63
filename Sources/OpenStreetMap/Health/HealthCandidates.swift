internal import Exchange
internal import Facts
internal import HealthNetwork

/// Makes records of health points, and says what they are not.
struct HealthCandidates {
  private(set) var document: ImportedDocument
  private var unnamed = 0
  /// How often a tag was left out, by its key.
  private var leftOut: [String: Int] = [:]
  private let crosswalks: [String: [Crosswalk]]

  /// The system of our crosswalks for specialities.
  static let system = "urn:osm:healthcare:speciality"

  init(path: String, options: ImportOptions) {
    document = ImportedDocument(.osm, path: path)
    document.isCandidate = true
    crosswalks = Dictionary(
      grouping: options.network?.records.crosswalks.map(\.record)
        .filter { $0.system == HealthCandidates.system } ?? [],
      by: \.value)
  }

  /// Adds a candidate, if it has a name.
  mutating func add(_ found: HealthPoint) {
    let tags = found.tags
    guard let name = tags.text("name:vi") ?? tags.text("name") ?? tags.text("official_name") else {
      unnamed += 1
      return
    }
    let reference = found.shape.rawValue + "/\(found.id)"
    var facility = Facility()
    facility.id = "osm-\(found.shape.rawValue)-\(found.id)"
    facility.name = name
    facility.nameEn = tags.text("name:en")
    facility.kind = HealthCandidates.kind(of: tags, name: name)
    facility.ownership = HealthCandidates.ownership(of: tags)
    facility.activity = .unconfirmed
    facility.address = HealthCandidates.address(of: tags)
    facility.position.point = found.point
    facility.position.precision = .exact
    facility.position.source = HealthCandidates.source
    facility.provenance = provenance(of: found)
    facility.identifiers = [identifier("https://www.openstreetmap.org", reference)]
    if let item = tags.text("wikidata") {
      facility.identifiers.append(identifier("https://www.wikidata.org", item))
    }
    facility.names = HealthCandidates.names(of: tags, besides: name)
    facility.contacts = HealthCandidates.contacts(of: tags)
    if let beds = tags.text("beds").flatMap({ Int($0) }), beds > 0 {
      var count = Beds()
      count.measure.value = Double(beds)
      count.provenance = facility.provenance
      facility.beds = [count]
    }
    addServices(of: found, to: &facility)
    facility.extensions = [kept("osm.candidate", reference)]
    for key in ["opening_hours", "operator", "website"] {
      if let text = tags.text(key) { facility.extensions.append(kept("osm." + key, text)) }
    }
    for key in tags.keys(where: { !HealthCandidates.used.contains($0) }) {
      leftOut[key, default: 0] += 1
    }
    document.records.facilities.append(
      Located(facility, at: Origin(document: 0, line: 0)))
  }

  /// Says what was found besides candidates.
  mutating func reportOthers(_ others: [String: Int], withoutCorners: Int) {
    let count = document.records.facilities.count
    document.findings.append(
      Finding(
        "candidates_only", .odd,
        vi: "\(count) điểm OpenStreetMap chỉ là ứng viên, độ tin cậy thấp: cần xác nhận từng cơ sở",
        en: "\(count) OpenStreetMap points are candidates of low confidence: confirm each of them"))
    if unnamed > 0 { note("name_missing", unnamed, "điểm không có tên", "points without a name") }
    if withoutCorners > 0 {
      note(
        "position_missing", withoutCorners, "tòa nhà không có tọa độ", "buildings without corners")
    }
    for (what, count) in others.sorted(by: { $0.key < $1.key }) {
      note("left_out", count, what, what)
    }
    for (key, count) in leftOut.sorted(by: { $0.key < $1.key }) {
      note("left_out", count, "thẻ " + key, "tags " + key)
    }
  }

  private mutating func note(_ code: String, _ count: Int, _ vi: String, _ en: String) {
    document.findings.append(
      Finding(code, .note, vi: "\(count) \(vi): bỏ qua", en: "\(count) \(en): left out"))
  }

  private mutating func addServices(of found: HealthPoint, to facility: inout Facility) {
    let words = (found.tags.text("healthcare:speciality") ?? "").split(separator: ";")
      .map { collapsingWhitespace(String($0)) }.filter { !$0.isEmpty }
    for word in Set(words).sorted() {
      let terms = (crosswalks[word] ?? []).filter { $0.relation == .equivalent }.map(\.term)
      if let code = terms.first(where: { $0.contains(".") }) {
        var capability = Capability()
        capability.facility = facility.id
        capability.code = code
        capability.statement = "osm"
        capability.quote = "healthcare:speciality=" + word
        capability.provenance = facility.provenance
        document.records.capabilities.append(
          Located(capability, at: Origin(document: 0, line: 0)))
      } else {
        facility.services.append(item(word, facility.provenance))
      }
    }
    if found.tags.word("emergency") == "yes" {
      facility.services.append(item("emergency", facility.provenance))
    }
  }

  private func item(_ name: String, _ provenance: Provenance) -> CatalogueEntry {
    var item = CatalogueEntry()
    item.name = name
    item.provenance = provenance
    return item
  }

  private func provenance(of found: HealthPoint) -> Provenance {
    var provenance = Provenance(
      source: HealthCandidates.source, confidence: .low,
      basis: "tags of OpenStreetMap; nobody has confirmed them")
    if found.timestamp > 0 {
      let day = Day(number: found.timestamp / 86_400)
      provenance.asserted = PartialDate(day.description)
    }
    return provenance
  }

  private func identifier(_ system: String, _ value: String) -> OtherIdentifier {
    var identifier = OtherIdentifier()
    identifier.system = system
    identifier.value = value
    return identifier
  }

  private func kept(_ key: String, _ text: String) -> Extension {
    var kept = Extension()
    kept.key = key
    kept.text = text
    return kept
  }

  static let source = "OpenStreetMap contributors (ODbL)"
}
