import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral

extension SiteReport {
  /// The chosen sites, one a row.
  var csv: String {
    var text = CSVWriter().line([
      "rank", "action", "id", "name", "lat", "lon", "cost", "standing", "people_added",
      "people_lost_without", "mean_minutes_saved", "worst_minutes_saved", "people_after",
      "mean_minutes_after", "source",
    ])
    for (index, site) in answer.sites.enumerated() {
      let candidate = candidate(site.candidate)
      text += CSVWriter().line([
        "\(index + 1)", candidate.action.rawValue, candidate.id, candidate.name,
        decimal(candidate.point.latitude, 7), decimal(candidate.point.longitude, 7),
        "\(candidate.cost)", candidate.standing?.rawValue ?? "",
        site.peopleAdded.map { decimal($0, 1) } ?? "",
        site.peopleAlone.map { decimal($0, 1) } ?? "", decimal(site.meanMinutesSaved, 4),
        decimal(site.worstMinutesSaved, 4), site.outcome.covered.map { decimal($0, 1) } ?? "",
        decimal(site.outcome.meanMinutes, 4), candidate.statement?.provenance.source ?? "",
      ])
    }
    return text
  }

  /// The choice as a delta of the network: what --scenario takes.
  var xml: [UInt8] {
    var header = ExchangeHeader()
    header.kind = .delta
    header.network = network.header.id
    header.asOf = question.query.at
    header.title = language(
      "Giả định: lựa chọn của tuyen site cho \(question.query.need.name)",
      "Hypothetical: the choice of tuyen site for \(question.query.need.nameEn)")
    header.source = Siting.source
    header.confidence = .high
    let delta = siting.delta(of: answer.sites.map(\.candidate), in: network)
    return DocumentWriter.bytes(
      of: delta.records, retractions: delta.retractions, header: header)
  }
}
