internal import Exchange
internal import Facts
internal import HealthNetwork

/// Makes records of health points, and says what they are not.
struct HealthCandidates {
  private(set) var document: ImportedDocument
  private var unnamed = 0
  /// How many candidates there are of each shape.
  private var shapes: [HealthPoint.Shape: Int] = [:]
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
    shapes[found.shape, default: 0] += 1
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

  /// Says how many candidates there are, and what was found besides them.
  mutating func reportOthers(of found: HealthPoints) {
    let count = document.records.facilities.count
    if count == 0 {
      document.findings.append(
        Finding(
          "no_candidates", .note,
          vi: "không có điểm OpenStreetMap nào là cơ sở y tế",
          en: "no object of OpenStreetMap here is a health facility"))
    } else {
      let vi = shapeWords(["điểm", "tòa nhà", "vùng"])
      let en = shapeWords(["points", "buildings", "areas"])
      document.findings.append(
        Finding(
          "candidates_only", .odd,
          vi: "\(count) đối tượng OpenStreetMap (\(vi)) chỉ là ứng viên, độ tin cậy thấp: "
            + "cần xác nhận từng cơ sở",
          en: "\(count) objects of OpenStreetMap (\(en)) are candidates of low confidence: "
            + "confirm each of them"))
    }
    if unnamed > 0 { note("name_missing", unnamed, "điểm không có tên", "points without a name") }
    if found.withoutCorners > 0 {
      note(
        "position_missing", found.withoutCorners, "tòa nhà, vùng không có tọa độ",
        "buildings and areas without corners")
    }
    if found.outlines > 0 {
      note(
        "repeated_record", found.outlines, "đường viền của một vùng đã đọc",
        "outlines of areas that are candidates themselves")
    }
    let others = found.others
    for (what, count) in others.sorted(by: { $0.key < $1.key }) {
      note("left_out", count, what, what)
    }
    for (key, count) in leftOut.sorted(by: { $0.key < $1.key }) {
      note("left_out", count, "thẻ " + key, "tags " + key)
    }
  }

  /// How many candidates are points, buildings and areas: 2 points, 1 areas.
  private func shapeWords(_ words: [String]) -> String {
    zip(HealthPoint.Shape.allCases, words)
      .compactMap { shape, word in shapes[shape].map { "\($0) \(word)" } }
      .joined(separator: ", ")
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
