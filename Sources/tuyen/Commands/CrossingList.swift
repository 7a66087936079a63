import Facts
import HealthNetwork
import TravelNetwork

/// Bridges, ferries, boat lines and flights as rows.
struct CrossingList {
  let report: Tabular

  init(
    _ network: Network, matching text: String?, limit: Int?, on day: Day, language: Language
  ) {
    var report = Tabular([
      Tabular.Column("name", language("Tên", "Name")),
      Tabular.Column("mode", language("Kiểu", "Mode")),
      Tabular.Column("link", language("Mã đoạn", "Link")),
      Tabular.Column("km", "Km", .right),
      Tabular.Column("crossing_minutes", language("Phút qua", "Minutes"), .right),
      Tabular.Column("wait_minutes", language("Phút chờ", "Wait"), .right),
      Tabular.Column("hours", language("Giờ chạy", "Hours")),
      Tabular.Column("carries", language("Chở", "Carries")),
      Tabular.Column("state", language("Tình trạng", "State")),
      Tabular.Column("use", language("Dùng", "Use")),
      Tabular.Column("from", language("Từ ngày", "From")),
      Tabular.Column("to", language("Đến trước", "To")),
      Tabular.Column("standing", language("Hôm đó", "On the day")),
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
        Tabular.Cell(link.crossing ?? link.name), .text(link.mode.rawValue), .text(link.id),
        .number(link.kilometres, decimals: 2), Tabular.Cell(minutes, decimals: 1),
        Tabular.Cell(link.waitMinutes, decimals: 1), Tabular.Cell(hours),
        .text((link.carries ?? .all).rawValue), .text((link.state ?? .open).rawValue),
        link.use == .no ? .text("no") : .none,
        Tabular.Cell(link.period.from?.description ?? link.period.firstEvidence?.description),
        Tabular.Cell(link.period.to?.description),
        link.period.standing(on: day) == .inForce
          ? .none : .text(link.period.standing(on: day).code),
      ])
    }
    self.report = report
  }
}
