import Facts
import HealthNetwork
import TravelNetwork

extension FullRecords {
  static func addCalendar(to records: inout NetworkRecords) {
    var severity = Severity()
    severity.code = "critical"
    severity.name = "nguy kịch"
    severity.nameEn = "critical"
    severity.overrides = "advisory closed"
    severity.provenance = provenance
    severity.names = [name]
    severity.extensions = [fileNumber]
    records.severities = located(severity)

    var freshness = Freshness()
    freshness.field = .beds
    freshness.freshMinutes = 90
    freshness.provenance = provenance
    freshness.extensions = [fileNumber]
    records.freshness = located(freshness)

    var holiday = Holiday()
    holiday.id = "tet"
    holiday.name = "Tết"
    holiday.nameEn = "Lunar New Year"
    holiday.period = days
    holiday.provenance = provenance
    holiday.extensions = [fileNumber]
    records.holidays = located(holiday)

    var exception = DatedException()
    exception.id = "lysis-tet"
    exception.facility = "hospital"
    exception.capability = "stroke.lysis"
    exception.period = days
    exception.provenance = provenance
    exception.windows = [
      with(ServiceWindow()) { ($0.days, $0.opens, $0.closes) = ("67", 480, 720) }
    ]
    exception.extensions = [fileNumber]
    var wait = DatedException()
    wait.id = "queue-tet"
    wait.link = records.links.first?.record.id
    wait.holiday = "tet"
    wait.provenance = provenance
    wait.isClosed = false
    wait.waitMinutes = 90
    wait.waitLowMinutes = 60.5
    wait.waitHighMinutes = 120
    records.exceptions = located(exception, wait)
  }

  private static let days = with(Period()) {
    $0.from = PartialDate("2027-02-05")
    $0.to = PartialDate("2027-02-10")
    $0.firstEvidence = PartialDate("2027-02-05")
  }
}
