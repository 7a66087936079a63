import Facts
import HealthNetwork
import TravelNetwork

/// A column of a table, or a property of a feature.
struct ExportColumn<Record: Sendable>: Sendable {
  /// The name in the header.
  let name: String
  /// The HXL hashtag (hxlstandard.org, 1.1).
  let tag: String
  /// The value of a record; nil where it is not known.
  let get: @Sendable (Record) -> String?

  init(_ name: String, _ tag: String, _ get: @escaping @Sendable (Record) -> String?) {
    self.name = name
    self.tag = tag
    self.get = get
  }
}

/// The columns of a facility: all that fits a cell.
enum FacilityColumns {
  static let sheetName = (vi: "Cơ sở", en: "Facilities")

  /// Words.
  static let texts: [ExportColumn<Facility>] = [
    ExportColumn("id", "#loc+facility+code") { $0.id },
    ExportColumn("name", "#loc+facility+name+i_vi") { $0.name },
    ExportColumn("nameEn", "#loc+facility+name+i_en") { $0.nameEn },
    ExportColumn("otherNames", "#loc+facility+name+alt+list") { OtherName.cell($0.names) },
    ExportColumn("identifiers", "#loc+facility+code+other+list") {
      OtherIdentifier.cell($0.identifiers)
    },
    ExportColumn("kind", "#loc+facility+type") { $0.kind.rawValue },
    ExportColumn("ownership", "#org+type") { $0.ownership?.rawValue },
    ExportColumn("level", "#loc+facility+level") { $0.level?.rawValue },
    ExportColumn("rank", "#loc+facility+rank") { $0.rank?.rawValue },
    ExportColumn("rankBasis", "#loc+facility+rank+basis") { $0.rankBasis },
    ExportColumn("parent", "#loc+facility+parent+code") { $0.parent },
    ExportColumn("address", "#loc+facility+address") { $0.address },
    ExportColumn("places", "#adm+code+list") { Placement.cell($0.placements) },
    ExportColumn("phones", "#contact+phone+list") { Contact.cell($0.contacts) },
    ExportColumn("activity", "#status+activity") { $0.activity?.rawValue },
    ExportColumn("built", "#date+built") { $0.built?.description },
    ExportColumn("opened", "#date+opened") { $0.opened?.description },
    ExportColumn("activated", "#date+start") { $0.activated?.description },
    ExportColumn("closed", "#date+end") { $0.closed?.description },
    ExportColumn("successor", "#org+successor+code") { $0.successor },
    ExportColumn("helipadNote", "#loc+facility+helipad+note") { $0.helipadNote },
    ExportColumn("precision", "#geo+precision") { $0.position.precision?.rawValue },
    ExportColumn("pointSource", "#geo+source") { $0.position.source },
    ExportColumn("source", "#meta+source") { $0.provenance.source },
    ExportColumn("asserted", "#date+asserted") { $0.provenance.asserted?.description },
    ExportColumn("confidence", "#meta+confidence") { $0.provenance.confidence?.rawValue },
    ExportColumn("basis", "#meta+basis") { $0.provenance.basis },
    ExportColumn("note", "#meta+note") { $0.provenance.note },
    ExportColumn("extensions", "#meta+extension+list") { Extension.cell($0.extensions) },
  ]

  /// Words and numbers.
  static let all: [ExportColumn<Facility>] =
    texts + [
      ExportColumn("tier", "#loc+facility+tier+num") { $0.tier.map(String.init) },
      ExportColumn("lastLine", "#status+lastline") { $0.isLastLine.map { "\($0)" } },
      ExportColumn("catalogueShare", "#indicator+catalogue+num") {
        $0.catalogueShare.map { "\($0)" }
      },
      ExportColumn("helipad", "#indicator+helipad+num") { $0.helipads.map(String.init) },
      ExportColumn("lat", "#geo+lat") { $0.position.point.map { "\($0.latitude)" } },
      ExportColumn("lon", "#geo+lon") { $0.position.point.map { "\($0.longitude)" } },
    ]
}

/// The columns of a statement about what a facility can do.
enum CapabilityColumns {
  static let all: [ExportColumn<Capability>] = RecordSheets.capabilities.fields.map { field in
    ExportColumn(field.name, tags[field.name] ?? "#meta", field.get)
  }

  private static let tags = [
    "facility": "#loc+facility+code", "code": "#service+code",
    "statement": "#service+statement+code", "value": "#status+answer", "from": "#date+start",
    "to": "#date+end", "firstEvidence": "#date+evidence", "performer": "#service+performer",
    "supportedBy": "#org+support+code", "transferredBy": "#org+transfer+code",
    "stage": "#status+transfer", "windows": "#date+hours", "quote": "#description+quote",
    "source": "#meta+source", "asserted": "#date+asserted", "confidence": "#meta+confidence",
    "basis": "#meta+basis", "note": "#meta+note", "extensions": "#meta+extension+list",
  ]
}

/// The columns of a travel link.
enum LinkColumns {
  static let sheetName = (vi: "Đường", en: "Links")

  /// Words.
  static let texts: [ExportColumn<TravelLink>] = [
    ExportColumn("id", "#geo+link+code") { $0.id },
    ExportColumn("start", "#geo+start+code") { $0.start },
    ExportColumn("end", "#geo+end+code") { $0.end },
    ExportColumn("mode", "#geo+link+mode") { $0.mode.rawValue },
    ExportColumn("class", "#geo+link+class") { $0.roadClass?.rawValue },
    ExportColumn("ref", "#geo+link+ref") { $0.ref },
    ExportColumn("name", "#geo+link+name") { $0.name },
    ExportColumn("crossing", "#geo+crossing+name") { $0.crossing },
    ExportColumn("state", "#status+link") { $0.state?.rawValue },
    ExportColumn("carries", "#geo+link+carries") { $0.carries?.rawValue },
    ExportColumn("restriction", "#geo+link+restriction") { $0.restriction },
    ExportColumn("hours", "#date+hours") { $0.hours },
    ExportColumn("source", "#meta+source") { $0.provenance.source },
    ExportColumn("asserted", "#date+asserted") { $0.provenance.asserted?.description },
    ExportColumn("confidence", "#meta+confidence") { $0.provenance.confidence?.rawValue },
  ]

  /// Words and numbers.
  static let all: [ExportColumn<TravelLink>] =
    texts + [
      ExportColumn("km", "#indicator+km+num") { "\($0.kilometres)" },
      ExportColumn("crossingMinutes", "#indicator+crossing+num") {
        $0.crossingMinutes.map { "\($0)" }
      },
      ExportColumn("waitMinutes", "#indicator+wait+num") { $0.waitMinutes.map { "\($0)" } },
      ExportColumn("oneway", "#status+oneway") { $0.isOneway.map { "\($0)" } },
    ]
}

extension ExportLosses {
  /// Counts the parts of a facility that a line of a table, or a point of a map, does not hold.
  mutating func addParts(of facility: Facility) {
    add("facility.beds", facility.beds.count)
    add("facility.serves", facility.serves.count)
    add("facility.department", facility.departments.count)
    add("facility.equipment", facility.equipment.count)
    add("facility.service", facility.services.count)
    add("facility.standard", facility.standards.count)
  }
}
