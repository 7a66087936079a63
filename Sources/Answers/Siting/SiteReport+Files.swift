import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral

extension SiteReport {
  /// The chosen sites, one a row.
  var csv: String {
    let writer = style.csv
    let titles = [
      "rank", "action", "id", "name", "lat", "lon", "cost", "standing", "people_added",
      "people_lost_without", "mean_minutes_saved", "worst_minutes_saved", "people_after",
      "mean_minutes_after", "source",
    ]
    let rows = answer.sites.enumerated().map { index, site in
      let candidate = candidate(site.candidate)
      return [
        "\(index + 1)", candidate.action.rawValue, candidate.id, candidate.name,
        writer.number(candidate.point.latitude, 7), writer.number(candidate.point.longitude, 7),
        "\(candidate.cost)", candidate.standing?.rawValue ?? "",
        site.peopleAdded.map { writer.number($0, 1) } ?? "",
        site.peopleAlone.map { writer.number($0, 1) } ?? "",
        writer.number(site.meanMinutesSaved, 4), writer.number(site.worstMinutesSaved, 4),
        site.outcome.covered.map { writer.number($0, 1) } ?? "",
        writer.number(site.outcome.meanMinutes, 4),
        candidate.statement?.provenance.source ?? "",
      ]
    }
    return writer.document([titles] + rows)
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
