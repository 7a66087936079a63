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

/// What of a facility fits one value.
enum FacilityColumns {
  /// Words.
  static let texts: [ExportColumn<Facility>] = [
    ExportColumn("id", "#loc+facility+code") { $0.id },
    ExportColumn("name", "#loc+facility+name+i_vi") { $0.name },
    ExportColumn("nameEn", "#loc+facility+name+i_en") { $0.nameEn },
    ExportColumn("otherNames", "#loc+facility+name+alt+list") { facility in
      list(facility.names.map(\.value))
    },
    ExportColumn("identifiers", "#loc+facility+code+other+list") { facility in
      list(facility.identifiers.map { $0.system + "=" + $0.value })
    },
    ExportColumn("kind", "#loc+facility+type") { $0.kind.rawValue },
    ExportColumn("ownership", "#org+type") { $0.ownership?.rawValue },
    ExportColumn("level", "#loc+facility+level") { $0.level?.rawValue },
    ExportColumn("rank", "#loc+facility+rank") { $0.rank?.rawValue },
    ExportColumn("parent", "#loc+facility+parent+code") { $0.parent },
    ExportColumn("address", "#loc+facility+address") { $0.address },
    ExportColumn("places", "#adm+code+list") { list($0.placements.map(\.place)) },
    ExportColumn("phones", "#contact+phone+list") { facility in
      list(facility.contacts.map { $0.kind.rawValue + ": " + $0.value })
    },
    ExportColumn("activity", "#status+activity") { $0.activity?.rawValue },
    ExportColumn("activated", "#date+start") { $0.activated?.description },
    ExportColumn("closed", "#date+end") { $0.closed?.description },
    ExportColumn("precision", "#geo+precision") { $0.position.precision?.rawValue },
    ExportColumn("pointSource", "#geo+source") { $0.position.source },
    ExportColumn("source", "#meta+source") { $0.provenance.source },
    ExportColumn("asserted", "#date+asserted") { $0.provenance.asserted?.description },
    ExportColumn("confidence", "#meta+confidence") { $0.provenance.confidence?.rawValue },
    ExportColumn("basis", "#meta+basis") { $0.provenance.basis },
    ExportColumn("note", "#meta+note") { $0.provenance.note },
  ]

  /// Words and numbers.
  static let all: [ExportColumn<Facility>] =
    texts + [
      ExportColumn("tier", "#loc+facility+tier+num") { $0.tier.map(String.init) },
      ExportColumn("lat", "#geo+lat") { $0.position.point.map { "\($0.latitude)" } },
      ExportColumn("lon", "#geo+lon") { $0.position.point.map { "\($0.longitude)" } },
    ]

  private static func list(_ values: [String]) -> String? {
    values.isEmpty ? nil : values.joined(separator: "; ")
  }
}

/// What of a statement of what a facility can do fits one value.
enum CapabilityColumns {
  static let all: [ExportColumn<Capability>] = [
    ExportColumn("facility", "#loc+facility+code") { $0.facility },
    ExportColumn("code", "#service+code") { $0.code },
    ExportColumn("statement", "#service+statement+code") { $0.statement },
    ExportColumn("value", "#status+answer") { $0.value.rawValue },
    ExportColumn("from", "#date+start") { $0.period.from?.description },
    ExportColumn("to", "#date+end") { $0.period.to?.description },
    ExportColumn("firstEvidence", "#date+evidence") { $0.period.firstEvidence?.description },
    ExportColumn("performer", "#service+performer") { $0.performer?.rawValue },
    ExportColumn("supportedBy", "#org+support+code") { $0.supportedBy },
    ExportColumn("transferredBy", "#org+transfer+code") { $0.transferredBy },
    ExportColumn("stage", "#status+transfer") { $0.stage?.rawValue },
    ExportColumn("windows", "#date+hours") { capability in
      let words = capability.windows.map(words)
      return words.isEmpty ? nil : words.joined(separator: "; ")
    },
    ExportColumn("quote", "#description+quote") { $0.quote },
    ExportColumn("source", "#meta+source") { $0.provenance.source },
    ExportColumn("asserted", "#date+asserted") { $0.provenance.asserted?.description },
    ExportColumn("confidence", "#meta+confidence") { $0.provenance.confidence?.rawValue },
    ExportColumn("basis", "#meta+basis") { $0.provenance.basis },
    ExportColumn("note", "#meta+note") { $0.provenance.note },
  ]

  /// A window as `12345 07:30-16:30`, or `3 sessions a week`.
  static func words(of window: ServiceWindow) -> String {
    var words = [window.days ?? "1234567"]
    if let sessions = window.sessionsPerWeek { words = ["\(sessions) sessions a week"] }
    if let opens = window.opens, let closes = window.closes {
      words.append(time(opens) + "-" + time(closes))
    }
    if let note = window.note { words.append("(" + note + ")") }
    return words.joined(separator: " ")
  }

  private static func time(_ minute: Int) -> String {
    padded(minute / 60, to: 2) + ":" + padded(minute % 60, to: 2)
  }
}

/// What of a travel link fits one value.
enum LinkColumns {
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
    add("facility.extension", facility.extensions.count)
  }
}
