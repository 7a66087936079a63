public import Facts
import Formats
public import HealthNetwork

/// A statement of a facility about itself, field by field, and until when it may be believed.
///
/// A field that is nil says nothing, and an older statement stands; an empty list of services off
/// says that all of them run.
public struct StatusStatement: Hashable, Sendable {
  /// The purpose of the statement.
  public enum Form: String, CaseIterable, Sendable {
    /// Any of the fields, as a document reports them.
    case report
    /// Whether emergency patients are taken.
    case diversion
    /// Free beds.
    case beds
    /// Services that are out of use.
    case off
  }

  /// The purpose of the statement.
  public var form: Form
  /// The id of the facility.
  public var facility: String
  /// Whether emergency patients are taken.
  public var traffic: LiveStatus.Traffic?
  /// Whether a restriction holds for everybody; nil: closed is hard, advisory soft.
  public var diversion: LiveStatus.Diversion?
  /// Free beds by type.
  public var beds: [String: Int]?
  /// The capabilities out of use, with the reason of each.
  public var off: [String: String?]?
  /// When it was observed; nil: when it was received.
  public var reported: Instant?
  /// From when on it counts as unknown.
  public var expires: Instant
  /// Where it comes from, where that is not its author.
  public var source: String?
  /// A remark.
  public var note: String?

  /// Creates a statement that says nothing yet.
  public init(_ form: Form = .report, facility: String, expires: Instant) {
    self.form = form
    self.facility = facility
    self.expires = expires
  }

  /// Creates the statement of a report, as the readers of documents give it.
  ///
  /// - Throws: `BoardError` where the report has no end or names a type of bed twice.
  public init(_ report: LiveStatus) throws(BoardError) {
    guard let expires = report.expires else {
      throw .invalid("expires", "", Bilingual("một thời điểm", "an instant"))
    }
    self.init(facility: report.facility, expires: expires)
    traffic = report.traffic
    diversion = report.diversion
    reported = report.reported
    source = report.provenance.source
    note = report.provenance.note
    if !report.beds.isEmpty {
      var beds: [String: Int] = [:]
      // Of two numbers of one type the lesser counts, as everywhere.
      for bed in report.beds {
        beds[bed.type] = min(beds[bed.type] ?? bed.available, bed.available)
      }
      self.beds = beds
    }
    if !report.off.isEmpty {
      var off: [String: String?] = [:]
      for item in report.off { off[item.capability] = .some(item.note) }
      self.off = off
    }
  }

  /// The longest time that a statement may hold, in seconds: a wrong year must not close a hospital.
  static let longestSeconds = 31 * 86_400

  /// Checks the statement by itself.
  ///
  /// - Parameter received: When it came; what is observed later cannot have been.
  /// - Throws: `BoardError` with the field that is wrong.
  func check(received: Instant) throws(BoardError) {
    try FreeText.check(id: facility, "facility")
    try FreeText.check(source, "source")
    try FreeText.check(note, "note")
    let says = [traffic != nil, beds != nil, off != nil]
    let wanted: [Bool]? =
      switch form {
      case .report: nil
      case .diversion: [true, false, false]
      case .beds: [false, true, false]
      case .off: [false, false, true]
      }
    guard wanted.map({ $0 == says }) ?? says.contains(true) else {
      throw .invalid(
        form.rawValue, "",
        Bilingual(
          "trạng thái tiếp nhận, giường trống hoặc dịch vụ tạm ngừng",
          "traffic, free beds or services off, as the form says"))
    }
    guard diversion == nil || traffic != nil else {
      throw .invalid("diversion", "", Bilingual("cùng với traffic", "to come with traffic"))
    }
    for (type, count) in beds ?? [:] {
      try FreeText.check(id: type, "beds.type")
      guard (0...100_000).contains(count) else {
        throw .invalid("beds", "\(count)", Bilingual("0 đến 100.000", "0 to 100,000"))
      }
    }
    for (capability, note) in off ?? [:] {
      try FreeText.check(id: capability, "off.capability")
      try FreeText.check(note, "off.note")
    }
    let begins = reported ?? received
    guard begins.seconds <= received.seconds + 300 else {
      throw .invalid(
        "reported", begins.description, Bilingual("không ở tương lai", "an instant that has passed")
      )
    }
    try checkEnd(
      expires, from: max(begins, received), longest: StatusStatement.longestSeconds, "expires")
  }

  /// The statement as the rules read reports.
  ///
  /// - Parameters:
  ///   - entry: The number of its entry, which its source names.
  ///   - received: When it came.
  /// - Returns: The report.
  func report(entry: Int, received: Instant) -> LiveStatus {
    var report = LiveStatus()
    report.facility = facility
    report.traffic = traffic
    report.diversion = diversion
    report.reported = min(reported ?? received, received)
    report.expires = expires
    report.provenance.source = source.map { "\($0) (#\(entry))" } ?? "#\(entry)"
    report.provenance.note = note
    report.beds = (beds ?? [:]).sorted { $0.key < $1.key }.map { type, count in
      var bed = LiveStatus.FreeBeds()
      bed.type = type
      bed.available = count
      return bed
    }
    report.off = (off ?? [:]).sorted { $0.key < $1.key }.map { capability, note in
      var item = LiveStatus.Off()
      item.capability = capability
      item.note = note
      return item
    }
    return report
  }
}

/// Checks that something ends, later than it begins and not absurdly late.
func checkEnd(
  _ end: Instant, from start: Instant, longest seconds: Int, _ field: String
) throws(BoardError) {
  guard end > start, end.seconds - start.seconds <= seconds else {
    let days = seconds / 86_400
    throw .invalid(
      field, end.description,
      Bilingual(
        "một thời điểm sau \(start), không quá \(days) ngày",
        "an instant after \(start), at most \(days) days later"))
  }
}

extension StatusStatement {
  /// The fields of the payload.
  var payload: JSONValue {
    .object([
      "facility": .string(facility),
      "traffic": traffic.map { .string($0.rawValue) },
      "diversion": diversion.map { .string($0.rawValue) },
      "beds": beds.map { .object($0.mapValues { .integer($0) }) },
      "off": off.map { off in
        .array(
          off.sorted { $0.key < $1.key }.map { capability, note in
            .object(["capability": .string(capability), "note": note.map { .string($0) }])
          })
      },
      "reported": reported.map(\.payload),
      "expires": expires.payload,
      "source": source.map { .string($0) },
      "note": note.map { .string($0) },
    ])
  }

  /// Reads the fields of a payload.
  init(_ form: Form, _ reader: inout PayloadReader) throws(BoardError) {
    self.init(
      form, facility: try reader.required("facility"),
      expires: try reader.requiredInstant("expires"))
    traffic = try reader.word("traffic")
    diversion = try reader.word("diversion")
    beds = try reader.counts("beds")
    let items = try reader.list("off") {
      (value, path) throws(BoardError) -> (capability: String, note: String?) in
      var item = try PayloadReader(value, path: path)
      let read = (try item.required("capability"), try item.text("note"))
      try item.finish()
      return read
    }
    if let items {
      var off: [String: String?] = [:]
      for item in items { off[item.capability] = .some(item.note) }
      self.off = off
    }
    reported = try reader.instant("reported")
    source = try reader.text("source")
    note = try reader.text("note")
  }
}

extension PayloadReader {
  /// Numbers by name that need not be there.
  fileprivate mutating func counts(_ name: String) throws(BoardError) -> [String: Int]? {
    guard var object = try object(name) else { return nil }
    return try object.allIntegers()
  }

  /// Every field as a whole number.
  private mutating func allIntegers() throws(BoardError) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for name in names { numbers[name] = try requiredInteger(name) }
    return numbers
  }
}
