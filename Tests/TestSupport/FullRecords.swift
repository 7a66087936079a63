public import Facts
public import HealthNetwork
import TravelNetwork

/// A value after a change.
public func with<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
  var copy = value
  change(&copy)
  return copy
}

/// Records as if read from one document.
public func located<Record>(_ records: Record...) -> [Located<Record>] {
  records.enumerated().map { Located($1, at: Origin(document: 0, line: $0 + 2)) }
}

/// A network that agrees, with a record of every kind and a value in every field.
public enum FullRecords {
  /// All of them.
  public static let all: NetworkRecords = {
    var records = NetworkRecords()
    addPlaces(to: &records)
    addVocabulary(to: &records)
    addCare(to: &records)
    addSupport(to: &records)
    addWork(to: &records)
    addTravel(to: &records)
    addCalendar(to: &records)
    return records
  }()

  static let provenance = with(Provenance()) {
    $0.source = "a law; a \"page\""
    $0.asserted = PartialDate("2026-11")
    $0.confidence = .medium
    $0.basis = "counted < measured"
    $0.note = "Đã & sẽ"
  }

  static let period = with(Period()) {
    $0.from = PartialDate("2025-07-01")
    $0.to = PartialDate("2031")
    $0.firstEvidence = PartialDate("2025-08")
  }

  static let measure = with(Measure()) {
    $0.value = 3.5
    $0.low = -0.25
    $0.high = 1_000_000.125
    $0.bound = .atLeast
    $0.unit = "%"
  }

  static let position = with(Position()) {
    $0.point = Coordinate(latitude: 10.762622, longitude: 106.660172)
    $0.precision = .street
    $0.source = "a map"
  }

  static let name = with(OtherName()) {
    $0.kind = .former
    $0.value = "Bệnh viện cũ"
    $0.period = period
    $0.provenance = provenance
  }

  static let window = with(ServiceWindow()) {
    $0.days = "1357"
    $0.opens = 450
    $0.closes = 1_440
    $0.sessionsPerWeek = 2
    $0.note = "weekday not known"
  }

  static let fileNumber = with(Extension()) {
    $0.key = "vn.example.file"
    $0.text = "  No. 12 <draft> & \"signed\"\r\n\tby fax  "
  }

  static let member = with(Member()) {
    $0.ref = "department"
    $0.role = .firstContact
    $0.period = period
    $0.note = "for a while"
  }

  static let topic = with(Topic()) {
    $0.specialty = "stroke"
    $0.capability = "stroke.lysis"
    $0.name = "tiêu sợi huyết"
    $0.ref = "hospital"
    $0.note = "in words"
  }

  private static func addPlaces(to records: inout NetworkRecords) {
    var network = NetworkHeader()
    network.id = "test"
    network.name = "Mạng lưới thử"
    network.nameEn = "Test network"
    network.zone = ZoneOffset(minutes: 420)
    network.box = Box(south: 8, west: 102, north: 24, east: 110)
    network.attribution = "© nobody"
    network.provenance = provenance
    network.extensions = [fileNumber]
    records.networks = located(network)

    var scheme = Scheme()
    scheme.id = "old"
    scheme.name = "Đến 30-6-2025"
    scheme.nameEn = "Until 2025-06-30"
    scheme.period = period
    scheme.provenance = provenance
    scheme.extensions = [fileNumber]
    records.schemes = located(scheme, with(scheme) { $0.id = "new" })

    var province = Place()
    province.scheme = "old"
    province.code = "79"
    province.level = .province
    province.name = "Thành phố"
    var commune = Place()
    commune.scheme = "old"
    commune.code = "26740"
    commune.level = .commune
    commune.name = "Phường Tân Định"
    commune.nameEn = "Tân Định ward"
    commune.parent = "79"
    commune.position = position
    commune.areaKm2 = 0.63
    commune.box = Box(south: 10.1, west: 106.1, north: 10.9, east: 106.9)
    commune.seat = "58B Nguyễn Đình Chiểu"
    commune.block = "north"
    commune.held = .part
    commune.provenance = provenance
    commune.names = [name, name]
    commune.populations = [population]
    commune.successors = [
      with(Successor()) {
        $0.place = "new:26740"
        $0.extent = .part
        $0.note = "một phần"
      }
    ]
    commune.otherPoints = [
      with(OtherPoint()) {
        $0.kind = "centroid"
        $0.point = Coordinate(latitude: 10.5, longitude: 106.5)
        $0.source = "another map"
      }
    ]
    commune.extensions = [fileNumber]
    let newer = with(province) {
      $0.scheme = "new"
      $0.code = "26740"
    }
    var outline = PlaceOutline()
    outline.place = "old:26740"
    outline.rings = ["10.2 106.2 10.8 106.2 10.5 106.8", "10.1 106.1 10.11 106.1 10.1 106.12"].map {
      shape in with(PlaceOutline.Ring()) { $0.shape = shape }
    }
    outline.provenance = provenance
    outline.extensions = [fileNumber]
    records.outlines = located(outline)

    records.places = located(province, commune, newer)
  }

  private static let population = with(Population()) {
    $0.count = 24_268
    $0.basis = .censusRecut
    $0.date = PartialDate("2019-04-01")
    $0.ageFrom = 15
    $0.ageTo = 49
    $0.method = "cut by area"
    $0.stated = 24_000
    $0.source = "census 2019"
    $0.confidence = .low
  }
}
