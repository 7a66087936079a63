import Facts
import Formats
import HealthNetwork
import TravelNetwork

/// Bridges, ferries, boat lines and flights as rows.
struct CrossingList {
  let report: Table

  init(
    _ network: Network, matching text: String?, limit: Int?, on day: Day, language: Language
  ) {
    var report = Table(
      "rows",
      [
        Table.Column("name", language("Tên", "Name")),
        Table.Column("mode", language("Kiểu", "Mode")),
        Table.Column("link", language("Mã đoạn", "Link")),
        Table.Column("km", "Km", .right),
        Table.Column("crossing_minutes", language("Phút qua", "Minutes"), .right),
        Table.Column("wait_minutes", language("Phút chờ", "Wait"), .right),
        Table.Column("hours", language("Giờ chạy", "Hours")),
        Table.Column("carries", language("Chở", "Carries")),
        Table.Column("state", language("Tình trạng", "State")),
        Table.Column("use", language("Dùng", "Use")),
        Table.Column("from", language("Từ ngày", "From")),
        Table.Column("to", language("Đến trước", "To")),
        Table.Column("standing", language("Hôm đó", "On the day")),
      ])
    let found = network.travel.crossings(matching: text)
    for index in found.prefix(limit ?? found.count) {
      let link = network.travel.links[index]
      let minutes =
        link.mode == .road
        ? link.speed.map { link.kilometres / $0 * 60 } : link.crossingMinutes
      let hours =
        Hours.text(link.windows, language) ?? link.hours
        ?? (link.mode == .road ? nil : language("chưa rõ", "unknown"))
      report.add([
        Table.Cell(link.crossing ?? link.name), .init(link.mode.rawValue), .init(link.id),
        .init(link.kilometres, decimals: 2), Table.Cell(minutes, decimals: 1),
        Table.Cell(link.waitMinutes, decimals: 1), Table.Cell(hours),
        .init((link.carries ?? .all).rawValue), .init((link.state ?? .open).rawValue),
        link.use == .no ? .init("no") : .none,
        Table.Cell(link.period.from?.description ?? link.period.firstEvidence?.description),
        Table.Cell(link.period.to?.description),
        link.period.standing(on: day) == .inForce
          ? .none : .init(link.period.standing(on: day).code),
      ])
    }
    self.report = report
  }
}
