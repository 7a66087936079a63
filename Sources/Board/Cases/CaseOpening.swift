public import Facts
import Formats

/// The subject of a case: a need, an urgency, a place and an onset; never a name or a number.
public struct CaseOpening: Hashable, Sendable {
  /// The capability that the patient needs.
  public var need: String
  /// Where the patient is: the id of a facility, a place as scheme:code, or "lat,lon".
  public var place: String
  /// The class of urgency, by its code.
  public var triage: String?
  /// How badly off the patient is, by the code of a severity.
  public var severity: String?
  /// When the illness began, or the patient was last known well.
  public var onset: Instant?
  /// The type of bed that the patient needs.
  public var bed: String?
  /// The age in full years.
  public var age: Int?
  /// The vehicle, by its id.
  public var vehicle: String?
  /// A remark.
  public var note: String?

  /// Creates a case of which no more is known.
  public init(need: String, place: String) {
    self.need = need
    self.place = place
  }

  func check(received: Instant) throws(BoardError) {
    try FreeText.check(id: need, "need")
    try FreeText.check(id: triage, "triage")
    try FreeText.check(id: severity, "severity")
    try FreeText.check(id: bed, "bed")
    try FreeText.check(id: vehicle, "vehicle")
    try FreeText.check(note, "note")
    guard FreeText.isID(place) || CaseOpening.isPoint(place) else {
      throw .invalid(
        "place", String(place.prefix(40)),
        Bilingual("mã cơ sở, mã đơn vị hoặc \"vĩ độ,kinh độ\"", "an id, a code or \"lat,lon\""))
    }
    if let age, !(0...130).contains(age) {
      throw .invalid("age", "\(age)", Bilingual("0 đến 130", "0 to 130"))
    }
    if let onset, onset.seconds > received.seconds + 300 {
      throw .invalid(
        "onset", onset.description, Bilingual("không ở tương lai", "an instant that has passed"))
    }
  }

  private static func isPoint(_ text: String) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 40, let latitude = Double(parts[0]),
      let longitude = Double(parts[1])
    else { return false }
    return (-90...90).contains(latitude) && (-180...180).contains(longitude)
  }

  var payload: JSONValue {
    .object([
      "need": .string(need), "place": .string(place), "triage": triage.map { .string($0) },
      "severity": severity.map { .string($0) }, "onset": onset?.payload,
      "bed": bed.map { .string($0) }, "age": age.map { .integer($0) },
      "vehicle": vehicle.map { .string($0) }, "note": note.map { .string($0) },
    ])
  }

  init(_ reader: inout PayloadReader) throws(BoardError) {
    self.init(need: try reader.required("need"), place: try reader.required("place"))
    triage = try reader.text("triage")
    severity = try reader.text("severity")
    onset = try reader.instant("onset")
    bed = try reader.text("bed")
    age = try reader.integer("age")
    vehicle = try reader.text("vehicle")
    note = try reader.text("note")
  }
}
