import Facts
import HealthNetwork

extension FullRecords {
  static func addSupport(to records: inout NetworkRecords) {
    var party = Party()
    party.id = "department"
    party.kind = .departmentOfHealth
    party.name = "Sở Y tế"
    party.nameEn = "Department of Health"
    party.place = "old:79"
    party.period = period
    party.provenance = provenance
    party.names = [name]
    party.members = [member]
    party.extensions = [fileNumber]
    records.parties = located(party)

    var agreement = Agreement()
    agreement.id = "agreement"
    agreement.kind = .comprehensiveSupport
    agreement.level = .bilateral
    agreement.name = "Hợp tác toàn diện"
    agreement.signed = PartialDate("2025-09-09")
    agreement.period = period
    agreement.programme = "programme"
    agreement.legalBasis = "Nghị quyết 72"
    agreement.sessionsPerWeek = 2
    agreement.provenance = provenance
    agreement.members = [member, with(member) { $0.ref = "hospital" }]
    agreement.topics = [topic]
    agreement.people = [person]
    agreement.reviews = [
      with(Review()) {
        $0.date = PartialDate("2027")
        $0.every = "year"
        $0.note = "in January"
      }
    ]
    agreement.extensions = [fileNumber]
    records.agreements = located(agreement)

    var programme = Programme()
    programme.id = "programme"
    programme.name = "Đề án 1816"
    programme.nameEn = "Project 1816"
    programme.signed = PartialDate("2008-05-26")
    programme.period = period
    programme.legalBasis = "1816/QĐ-BYT"
    programme.aim = "fewer transfers"
    programme.provenance = provenance
    programme.members = [member]
    programme.topics = [topic]
    programme.people = [person]
    programme.extensions = [fileNumber]
    records.programmes = located(programme)

    var network = SpecialtyNetwork()
    network.id = "stroke-network"
    network.specialty = "stroke"
    network.name = "Mạng lưới đột quỵ"
    network.nameEn = "Stroke network"
    network.period = period
    network.programme = "programme"
    network.provenance = provenance
    network.members = [member]
    network.extensions = [fileNumber]
    records.specialtyNetworks = located(network)
  }

  private static let person = with(Person()) {
    ($0.name, $0.role, $0.ref, $0.note) = ("Nguyễn Văn Ví Dụ", "director", "hospital", "signed")
  }

  static func addWork(to records: inout NetworkRecords) {
    var rotation = Rotation()
    rotation.id = "rotation"
    rotation.supporter = "hospital"
    rotation.recipient = "station"
    rotation.agreement = "agreement"
    rotation.wave = 1
    rotation.sessionsPerWeek = 2
    rotation.doctors = 3
    rotation.trips = 12
    rotation.period = period
    rotation.provenance = provenance
    rotation.windows = [window]
    rotation.topics = [topic]
    rotation.extensions = [fileNumber]
    records.rotations = located(rotation)

    var technique = Technique()
    technique.id = "technique"
    technique.facility = "station"
    technique.name = "Đo điện tim"
    technique.nameEn = "ECG"
    technique.specialty = "stroke"
    technique.capability = "stroke.lab"
    technique.transferredBy = "hospital"
    technique.agreement = "agreement"
    technique.stage = .observing
    technique.grade = .first
    technique.isAboveTier = true
    technique.period = period
    technique.provenance = provenance
    technique.extensions = [fileNumber]
    records.techniques = located(technique)

    var training = Training()
    training.id = "training"
    training.name = "Cấp cứu"
    training.nameEn = "Emergency"
    training.trainees = 106
    training.programme = "programme"
    training.period = period
    training.provenance = provenance
    training.members = [member]
    training.topics = [topic]
    training.people = [person]
    training.extensions = [fileNumber]
    records.trainings = located(training)

    var figure = Figure()
    figure.id = "figure"
    figure.subject = "old:79"
    figure.indicator = "referral-rate"
    figure.name = "Tỷ lệ chuyển tuyến"
    figure.nameEn = "Referral rate"
    figure.measure = measure
    figure.isTarget = true
    figure.isChange = true
    figure.specialty = "stroke"
    figure.period = period
    figure.quote = "hơn 3,5%"
    figure.provenance = provenance
    figure.extensions = [fileNumber]
    records.figures = located(figure)

    var observation = Observation()
    observation.id = "flood"
    observation.topic = "flood"
    observation.about = "Đường Ví Dụ"
    observation.subject = "hospital"
    observation.place = "old:79"
    observation.name = "Ngập"
    observation.nameEn = "Flood"
    observation.text = "ankle deep"
    observation.measure = measure
    observation.season = "Sep–Nov"
    observation.hours = "06-08"
    observation.period = period
    observation.quote = "ngập hơn 3,5 tấc"
    observation.provenance = provenance
    observation.extensions = [fileNumber]
    records.observations = located(observation)
  }
}
