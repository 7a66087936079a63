import Formats

#if OpenStreetMap
  package import Exchange
  import Facts
  package import OpenStreetMap
  import TravelNetwork

  /// What an import read, kept, joined and left out, for people and for programs.
  package struct OSMReport: Answer {
    package static let formats: [AnswerFormat] = [.table, .json]

    let streets: StreetReport
    private(set) var nodes: Int
    private(set) var links: Int
    private(set) var join: RegionalJoin.Report?
    private(set) var snaps: StreetSnaps?
    private(set) var entry: HistoryEntry?

    /// Creates the report of an import of streets.
    package init(streets: Streets) {
      self.streets = streets.report
      nodes = streets.nodes.count
      links = streets.links.count
    }

    /// Adds how the streets were joined to a regional network.
    package mutating func add(_ join: RegionalJoin) {
      self.join = join.report
      nodes = join.streets.nodes.count
      links = join.streets.links.count + join.connectors.count
    }

    /// Adds the import as the network remembers it; nil where it changed nothing.
    package mutating func add(_ entry: HistoryEntry?) {
      self.entry = entry
    }

    /// Adds how far facilities and places lie from the streets.
    package mutating func add(_ snaps: StreetSnaps) {
      self.snaps = snaps
    }

    /// Streets were read: else the import had failed.
    package var isFound: Bool { true }

    /// The report for people.
    package func table(_ style: AnswerStyle) -> String? {
      let language = style.language
      let lines = streetLines(language) + joinLines(language) + snapLines(language)
      return (lines + entryLines(style))
        .map { $0 + "\n" }.joined()
    }

    private func entryLines(_ style: AnswerStyle) -> [String] {
      guard let entry else { return [] }
      let say = style.language
      let undo = style.hintText(.undo, say).map { " " + $0 } ?? ""
      return [say("Lần nhập \(entry.number).\(undo)", "Import \(entry.number).\(undo)")]
    }

    private func streetLines(_ say: Language) -> [String] {
      let report = streets
      let day =
        report.date.map { say.date($0.day) }
        ?? say("không rõ; ghi ngày nhập", "unknown; the day of the import is written")
      let how =
        report.date == nil || report.isDateOfHeader
        ? "" : say(" (lần sửa cuối trong dữ liệu)", " (latest change in the data)")
      var lines = [
        say("Dữ liệu ngày: ", "Data of: ") + day + how,
        say("Đã đọc: ", "Read: ")
          + "\(count(report.fileNodes)) \(say("điểm", "points")), "
          + "\(count(report.fileWays)) \(say("đường", "ways")); "
          + "\(count(report.streetWays)) \(say("đi được", "usable")), "
          + "\(report.ferryWays) \(say("phà", "ferries")), "
          + "\(count(report.unusableWays)) \(say("không xe nào được đi", "for no vehicle"))",
        say("Cắt tại nút giao: ", "Cut at junctions: ")
          + "\(count(report.junctions)) \(say("nút", "nodes")), "
          + "\(count(report.pieces)) \(say("đoạn", "pieces")), "
          + "\(km(report.pieceKilometres, say)) km "
          + say("(chiều dài các đường: ", "(length of the ways: ")
          + "\(km(report.wayKilometres, say)) km)",
      ]
      for part in report.parts {
        lines.append(
          say("Phần liên thông lớn nhất, ", "Largest connected part, ")
            + RecordWords.text(part.vehicle, in: Self.vehicles, say)
            + ": \(count(part.nodes)) \(say("nút", "nodes")), \(km(part.kilometres, say)) km, "
            + "\(say.decimal(part.share * 100, 1)) % " + say("số nút", "of nodes"))
      }
      lines.append(
        say("Đã ghi: ", "Written: ") + "\(count(nodes)) \(say("nút", "nodes")), "
          + "\(count(links)) \(say("đoạn", "links")), \(km(report.keptKilometres, say)) km, "
          + "\(count(report.crossings)) \(say("cầu, hầm, phà có tên", "named bridges, tunnels, ferries"))"
      )
      lines.append(
        say("Bỏ ngoài (đảo không nối): ", "Left out (islands): ")
          + "\(count(report.islandPieces)) \(say("đoạn", "pieces")), "
          + "\(km(report.pieceKilometres - report.keptKilometres, say)) km")
      if report.cutWays > 0 {
        lines.append(
          "\(count(report.cutWays)) "
            + say("đường bị cắt ở rìa dữ liệu", "ways are cut at the edge of the data"))
      }
      return lines
    }

    /// The vehicles that streets are imported for.
    private static let vehicles = RecordWords.table(
      """
      ambulance|xe cứu thương|ambulance
      car|ô tô|car
      motorbike|xe máy|motorbike
      """)

    private func joinLines(_ say: Language) -> [String] {
      guard let join else { return [] }
      var lines = [
        say("Nối với mạng vùng: ", "Joined to the region: ")
          + "\(count(join.joinedNodes)) \(say("nút", "nodes")), "
          + say("xa nhất ", "at most ") + "\(Int(clamping: join.longestJoint.rounded())) m; "
          + "\(count(join.replacedRoads)) "
          + say("đường vùng được thay bằng phố", "regional roads replaced by streets")
      ]
      lines += list(
        say("Cầu, hầm của vùng có trong bản đồ", "Regional crossings found among the streets"),
        join.matchedCrossings, say)
      lines += list(
        say("Cầu, hầm của vùng giữ nguyên", "Regional crossings kept, not among the streets"),
        join.keptCrossings, say)
      lines += list(
        say("Phà trên bản đồ bỏ, dùng phà của vùng", "Street ferries left out for regional ones"),
        join.replacedFerries, say)
      lines += list(
        say("Đường vùng giữ nguyên", "Regional roads kept, streets make too long a way"),
        join.keptRoads, say)
      lines += list(
        say("Nút vùng không nối được", "Regional nodes too far from any street"),
        join.unjoinedNodes, say)
      lines += list(
        say(
          "Nút vùng chỉ gần phố ở bờ bên kia, không nối",
          "Regional nodes not joined, streets only across the water"),
        join.acrossNodes, say)
      return lines
    }

    private func snapLines(_ say: Language) -> [String] {
      guard let snaps else { return [] }
      let median = snaps.median.map {
        "; " + say("trung vị ", "median ") + "\(Int(clamping: $0.rounded())) m"
      }
      return [
        say("Trong vùng phố: ", "Within the streets: ")
          + "\(count(snaps.facilities)) \(say("cơ sở", "facilities"))\(median ?? ""), "
          + "\(count(snaps.places)) \(say("địa danh", "places"))"
      ]
        + list(
          say("Xa đường hơn ", "Farther from a street than ") + "\(Int(snaps.limit)) m",
          snaps.far.map { far in
            "\(far.id) \(far.name)"
              + (far.metres.map { " (\(Int(clamping: $0.rounded())) m)" } ?? "")
          }, say)
    }

    /// A title with the number of items, and the first of them.
    private func list(
      _ title: String, _ items: [String], _ say: Language
    ) -> [String] {
      guard !items.isEmpty else { return [] }
      let shown = items.prefix(8).map { "  " + $0 }
      let more = items.count > 8 ? ["  … \(say("và", "and")) \(items.count - 8)"] : []
      return ["\(title): \(items.count)"] + shown + more
    }

    private func count(_ number: Int) -> String { String(number) }
    private func km(_ kilometres: Double, _ say: Language) -> String { say.decimal(kilometres, 1) }
  }
#endif
