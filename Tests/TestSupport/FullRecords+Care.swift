import Facts
import HealthNetwork

extension FullRecords {
  static func addVocabulary(to records: inout NetworkRecords) {
    var specialty = Specialty()
    specialty.code = "stroke"
    specialty.name = "Đột quỵ"
    specialty.nameEn = "Stroke"
    specialty.entry = "stroke.lysis"
    specialty.isTimeCritical = true
    specialty.demandFrom = 65
    specialty.demandTo = 99
    specialty.demandSource = "a registry of strokes"
    specialty.demandConfidence = .medium
    specialty.provenance = provenance
    specialty.names = [name]
    specialty.extensions = [fileNumber]
    records.specialties = located(specialty)

    var type = CapabilityType()
    type.code = "stroke.lysis"
    type.specialty = "stroke"
    type.name = "Tiêu sợi huyết"
    type.nameEn = "Thrombolysis"
    type.implies = "stroke.ct stroke.lab"
    type.ageFrom = 18
    type.ageTo = 80
    type.provenance = provenance
    type.names = [name]
    type.extensions = [fileNumber]
    records.capabilityTypes = located(
      type, with(type) { ($0.code, $0.implies) = ("stroke.ct", "stroke.lab") },
      with(type) { ($0.code, $0.implies) = ("stroke.lab", "stroke.lab") })

    var clock = ClinicalClock()
    clock.id = "door-to-needle"
    clock.specialty = "stroke"
    clock.capability = "stroke.lysis"
    clock.name = "Từ cửa đến kim"
    clock.nameEn = "Door to needle"
    clock.start = .firstDoorIn
    clock.end = .treatment
    clock.minutes = 60
    clock.extendedMinutes = 90.5
    clock.provenance = provenance
    clock.extensions = [fileNumber]
    records.clocks = located(clock)

    var standard = AccessStandard()
    standard.id = "lysis-60"
    standard.specialty = "stroke"
    standard.capability = "stroke.lysis"
    standard.name = "Trong 60 phút"
    standard.nameEn = "Within 60 minutes"
    standard.minutes = 60
    standard.share = 0.9
    standard.isDefault = false
    standard.measure = measure
    standard.provenance = provenance
    standard.extensions = [fileNumber]
    records.accessStandards = located(standard)

    addRules(to: &records)
    records.pathways = located(pathway)

    var crosswalk = Crosswalk()
    crosswalk.term = "stroke"
    crosswalk.system = "http://example.org/service-type"
    crosswalk.value = "454"
    crosswalk.display = "Stroke"
    crosswalk.relation = .narrower
    crosswalk.provenance = provenance
    crosswalk.extensions = [fileNumber]
    records.crosswalks = located(crosswalk)

    var wording = Wording()
    wording.text = "press article 3: Lào Cai 2023"
    wording.name = "bài báo 3: Lào Cai 2023"
    wording.nameEn = "article 3: Lào Cai 2023"
    wording.url = "https://example.org/lao-cai"
    wording.provenance = provenance
    wording.extensions = [fileNumber]
    records.wordings = located(wording)
    addLadder(to: &records)
  }

  private static func addLadder(to records: inout NetworkRecords) {
    var rung = Rung()
    rung.level = "lysis"
    rung.name = "Tiêu sợi huyết"
    rung.nameEn = "Thrombolysis"
    rung.capability = "stroke.lysis"
    rung.requires = "stroke.ct|stroke.lab stroke.lysis"
    rung.standard = "lysis-60"
    rung.months = 3
    rung.provenance = provenance
    var ladder = Ladder()
    ladder.id = "stroke-ladder"
    ladder.specialty = "stroke"
    ladder.name = "Bậc đột quỵ"
    ladder.nameEn = "Levels of stroke care"
    ladder.isVerified = false
    ladder.period = period
    ladder.provenance = provenance
    ladder.rungs = [
      with(rung) { ($0.level, $0.requires) = ("ct", "stroke.ct") }, rung,
    ]
    ladder.extensions = [fileNumber]
    records.ladders = located(ladder)
  }

  private static func addRules(to records: inout NetworkRecords) {
    var triage = TriageClass()
    triage.code = "T1"
    triage.name = "Cấp cứu ngay"
    triage.nameEn = "Immediate"
    triage.rank = 1
    triage.weight = 9
    triage.lateWeight = 18
    triage.minutes = 60
    triage.provenance = provenance
    triage.names = [name]
    triage.extensions = [fileNumber]
    records.triageClasses = located(triage)

    var rule = TransferRule()
    rule.id = "rule"
    rule.name = "Chuyển tuyến"
    rule.nameEn = "Transfer"
    rule.fromTier = 4
    rule.toTier = 2
    rule.isAllowed = false
    rule.exemptsEmergencies = true
    rule.topic = "transfer"
    rule.condition = "ví dụ"
    rule.legalBasis = "Thông tư"
    rule.period = period
    rule.provenance = provenance
    rule.extensions = [fileNumber]
    records.transferRules = located(rule)
  }

  private static var pathway: Pathway {
    var pathway = Pathway()
    pathway.id = "stroke"
    pathway.specialty = "stroke"
    pathway.first = "stroke.lysis"
    pathway.definitive = "stroke.ct"
    pathway.name = "Đột quỵ"
    pathway.nameEn = "Stroke"
    pathway.provenance = provenance
    pathway.intervals = [
      with(PathwayInterval()) {
        $0.kind = .realDwell
        ($0.minutes, $0.low, $0.high) = (174, 116.5, 276)
        $0.clock = "door-to-needle"
        $0.provenance = provenance
      }
    ]
    pathway.limits = [
      with(PathwayLimit()) { ($0.stop, $0.ref) = (.first, "door-to-needle") },
      with(PathwayLimit()) { ($0.stop, $0.ref) = (.definitive, "lysis-60") },
    ]
    pathway.rules = [
      with(PathwayRule()) {
        ($0.id, $0.kind, $0.name, $0.nameEn) = ("near", .cascade, "Gần", "Near")
        ($0.minutes, $0.end, $0.clock, $0.isDefault) = (45, .door, "door-to-needle", true)
        $0.provenance = provenance
      }
    ]
    pathway.extensions = [fileNumber]
    return pathway
  }

  static func addCare(to records: inout NetworkRecords) {
    records.facilities = located(
      facility,
      with(facility) {
        ($0.id, $0.parent, $0.successor) = ("station", nil, nil)
      })

    var capability = Capability()
    capability.facility = "hospital"
    capability.code = "stroke.lysis"
    capability.statement = "night"
    capability.value = .yes
    capability.period = period
    capability.performer = .remoteSupported
    capability.supportedBy = "department"
    capability.transferredBy = "station"
    capability.stage = .supervised
    capability.quote = "24/24"
    capability.provenance = provenance
    capability.windows = [window, window]
    capability.extensions = [fileNumber]
    records.capabilities = located(
      capability, with(capability) { ($0.code, $0.value) = ("stroke.ct", .no) })

    var status = LiveStatus()
    status.facility = "hospital"
    status.traffic = .advisory
    status.diversion = .soft
    status.reported = Instant("2026-11-22T07:30:00+07:00")
    status.expires = Instant("2026-11-22T05:30:05Z")
    status.provenance = provenance
    status.beds = [with(LiveStatus.FreeBeds()) { ($0.type, $0.available) = ("icu", 2) }]
    status.off = [
      with(LiveStatus.Off()) { ($0.capability, $0.note) = ("stroke.ct", "in repair") }
    ]
    status.extensions = [fileNumber]
    records.statuses = located(status)
  }

  private static var facility: Facility {
    var facility = Facility()
    facility.id = "hospital"
    facility.name = "Bệnh viện Đa khoa Cái Nước"
    facility.nameEn = "Cái Nước General Hospital"
    facility.kind = .regionalGeneral
    facility.ownership = .public
    facility.tier = 2
    facility.level = .specialised
    facility.rank = .second
    facility.rankBasis = "a decision"
    facility.isLastLine = true
    facility.parent = "station"
    facility.address = "1 Đường A, Phường B"
    facility.position = position
    facility.built = PartialDate("2019")
    facility.opened = PartialDate("2020-05")
    facility.activated = PartialDate("2024-02-29")
    facility.activity = .unconfirmed
    facility.closed = PartialDate("2030-01-01")
    facility.successor = "station"
    facility.catalogueShare = 0.27
    facility.helipads = 0
    facility.helipadNote = "on the roof"
    facility.provenance = provenance
    facility.identifiers = [
      with(OtherIdentifier()) { ($0.system, $0.value) = ("MA_CSKCB", "00123") }
    ]
    facility.names = [name]
    facility.placements = [
      with(Placement()) { ($0.place, $0.basis) = ("old:26740", "by rule") },
      with(Placement()) { ($0.place, $0.basis) = ("new:26740", "by rule") },
    ]
    facility.contacts = [
      with(Contact()) {
        $0.kind = .stroke
        $0.value = "0200 000 000"
        $0.period = period
        $0.source = "its page"
        $0.confidence = .high
      }
    ]
    facility.beds = [
      with(Beds()) {
        $0.kind = .type
        $0.type = "icu"
        $0.measure = with(measure) { ($0.low, $0.high) = (2.25, 12_000.5) }
        $0.period = period
        $0.provenance = provenance
      }
    ]
    facility.serves = [
      with(PatientGroup()) {
        $0.ageFrom = 0
        $0.ageTo = 15
        $0.sex = .female
        $0.provenance = provenance
      }
    ]
    facility.departments = [item("department")]
    facility.equipment = [item("equipment")]
    facility.services = [item("service"), item("service-2")]
    facility.standards = [item("standard")]
    facility.extensions = [fileNumber]
    return facility
  }

  private static func item(_ code: String) -> CatalogueEntry {
    with(CatalogueEntry()) {
      $0.code = code
      $0.name = "Khoa Nội"
      $0.capability = "stroke.lysis"
      $0.count = 1
      $0.mode = .remoteSupported
      $0.state = .underUsed
      $0.by = "department"
      $0.period = period
      $0.provenance = provenance
    }
  }
}
