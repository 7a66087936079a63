import Facts
import HealthNetwork
import XMLStream

/// Names and codes of OASIS EDXL-HAVE 1.0 and of what surrounds it.
enum HAVECodes {
  /// The namespace of HAVE, and the system of its codes in crosswalks.
  static let namespace = "urn:oasis:names:tc:emergency:EDXL:HAVE:1.0"
  /// The namespace of the envelope EDXL-DE.
  static let envelope = "urn:oasis:names:tc:emergency:EDXL:DE:1.0"
  /// The namespace of names of organizations.
  static let names = "urn:oasis:names:tc:ciq:xnl:3"
  /// The namespace of points.
  static let points = "http://www.opengis.net/gml"
  /// The system of identifiers of facilities that are the name by which reports call them.
  static let hospitalName = namespace + "#OrganisationName"
  /// What an extension of a status is called that keeps an element of HAVE: this and its name.
  static let kept = namespace + "#"

  /// The words of HAVE for types of beds, and ours.
  static let beds: [(have: String, ours: String)] = [
    ("AdultICU", "icu"), ("PediatricICU", "picu"), ("NeonatalICU", "nicu"),
    ("EmergencyDepartment", "emergency"), ("NurseryBeds", "nursery"),
    ("MedicalSurgical", "medical-surgical"), ("RehabLongTermCare", "rehabilitation"),
    ("Burn", "burn"), ("Pediatrics", "paediatric"), ("AdultPsychiatric", "psychiatric"),
    ("PediatricPsychiatric", "paediatric-psychiatric"),
    ("NegativeFlowIsolation", "negative-pressure"), ("OtherIsolation", "isolation"),
    ("OperatingRooms", "operating-room"),
  ]

  /// A service whose availability HAVE can tell, and the elements that it stands in.
  struct Service: Sendable {
    var name: String
    var path: [String]

    /// What crosswalks call it; two services have the same name.
    var code: String { name == "Pediatrics" && !path.isEmpty ? "SurgerySubType/" + name : name }
  }

  /// The services, in the order of the schema; those of one group exclude each other's level.
  static let services: [Service] = {
    var services: [Service] = []
    func add(_ names: String..., in path: String...) {
      services += names.map { Service(name: $0, path: path) }
    }
    func group(_ name: String, _ parts: [String]) {
      services.append(Service(name: name, path: [name + "Indicator"]))
      services += parts.map { Service(name: $0, path: [name + "Indicator", name + "SubType"]) }
    }
    add("Burn")
    group("Cardiology", ["CardiologyInvasive", "CardiologyNonInvasive"])
    add("Dialysis", "EmergencyDepartment", "HyperbaricChamber", "InfectiousDisease", "Neonatology")
    group("Neurology", ["NeurologyInvasive", "NeurologyNonInvasive"])
    group("OBGYN", ["OBGYNWithLaborDelivery", "OBGYNWithoutLaborDelivery"])
    add("Ophthalmology", "Orthopedic", "Pediatrics")
    group("Psychiatric", ["PsychiatricAdultGeneral", "PsychiatricPediatric"])
    group(
      "Surgery",
      [
        "General", "AdultGeneralSurgery", "Pediatrics", "Orthopedics", "Neurosurgery", "Facial",
        "CardioThoracic", "Hand", "Reimplantation", "Spinal", "Vascular", "Anesthesia",
      ])
    group("TransportServices", ["AmbulanceServices", "AirTransportServices"])
    add("TraumaCenterServices", in: "TraumaCenterServicesIndicator")
    return services
  }()

  /// Our word for a type of bed; an unknown one as it is.
  static func bed(_ have: String) -> String {
    beds.first { $0.have == have }?.ours ?? have
  }

  /// The moment of a text, parts of seconds left out; nil where it is none.
  static func instant(_ text: String?, zone: ZoneOffset?) -> Instant? {
    guard let text = text.map(collapsingWhitespace) else { return nil }
    let whole = SchemaTime.withColon(text) ?? text
    guard let point = whole.firstIndex(of: ".") else { return Instant(whole, zone: zone) }
    let zoneText = whole[point...].dropFirst().drop { $0.isASCII && $0.isNumber }
    return Instant(String(whole[..<point]) + String(zoneText), zone: zone)
  }
}

extension DocumentElement {
  /// The first element in it of a local name, whatever its namespace.
  func local(_ name: String) -> DocumentElement? { children.first { $0.name == name } }

  /// The first element of a local name at any depth, whatever its namespace.
  func anywhere(_ name: String) -> DocumentElement? {
    for child in children {
      if child.name == name { return child }
      if let found = child.anywhere(name) { return found }
    }
    return nil
  }

  /// An attribute of a local name, whatever its namespace.
  func local(attribute: String) -> String? {
    attributes.first { $0.name == attribute || $0.name.hasSuffix("}" + attribute) }?.value
  }
}
