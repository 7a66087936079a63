import Exchange
import Facts
public import Formats
import HealthNetwork
public import TravelNetwork

/// The findings of a calibration: factors of road classes, and how sure they are.
public struct CalibrationAnswer: Answer {
  /// Text for people, and JSON.
  public static let formats: [AnswerFormat] = [.table, .json]

  let network: Network
  /// The name of the table of trips; only the last part of a path is ever written.
  let source: String
  let rows: [TripTable.Row]
  /// The factors.
  public let calibration: SpeedCalibration

  /// Whether the change is worth keeping.
  public var isFound: Bool { calibration.isBetter }

  private var profile: TravelProfile { network.travel.profile }
  private var name: String { source.split(separator: "/").last.map(String.init) ?? source }

  /// The days of the first and the last trip.
  private var days: (first: Day, last: Day)? {
    let days = rows.map(\.departed.day).sorted()
    return days.first.flatMap { first in days.last.map { (first, $0) } }
  }

  /// The change as a delta document: the travel profile, with its evidence.
  public var document: [UInt8] {
    var changed = calibration.applied(to: profile)
    if changed.id.isEmpty { changed.id = "default" }
    let period = days.map { "\($0.first) – \($0.last)" } ?? "—"
    changed.provenance = Provenance(
      source: "\(calibration.tripCount) observed trips, \(period), file \(name)",
      confidence: calibration.tripCount >= 30 ? .medium : .low,
      basis: "tuyen calibrate: ridge towards the former factors, Huber weights, "
        + "\(calibration.outliers.count) trips left out; mean error of trips held out "
        + "\(decimal(calibration.errorBefore, 1)) min before, \(decimal(calibration.errorAfter, 1)) after"
    )
    changed.provenance.asserted = days.flatMap { PartialDate("\($0.last)") }
    var records = NetworkRecords()
    records.travelProfiles = [Located(changed, at: Origin(document: 0, line: 0))]
    var header = ExchangeHeader()
    header.kind = .delta
    header.network = network.header.id
    header.asOf = rows.map(\.departed).max()
    header.title = "Calibration by observed trips"
    return DocumentWriter.bytes(of: records, header: header)
  }

  /// The findings for people.
  public func table(_ style: AnswerStyle) -> String? {
    let language = style.language
    let period =
      days.map { ", \(language.date("\($0.first)")) – \(language.date("\($0.last)"))" } ?? ""
    var lines = [
      language(
        "\(calibration.tripCount) chuyến\(period), \(calibration.outliers.count) chuyến bị loại vì quá lệch",
        language.counted(calibration.tripCount, "", "trip")
          + "\(period), \(calibration.outliers.count) left out as too far off"
      ),
      "",
    ]
    var table = TextTable([
      (language("Loại đường", "Road class"), .left), (language("Chuyến", "Trips"), .right),
      (language("Thời gian ×", "Minutes ×"), .right), ("±", .right), ("", .left),
    ])
    for result in calibration.classes {
      let verdict =
        if result.isTold {
          result.factor > 1
            ? language("chậm hơn dữ liệu", "slower than the data")
            : language("nhanh hơn dữ liệu", "faster than the data")
        } else if result.trips < SpeedCalibration.fewestTrips {
          language("quá ít chuyến, giữ nguyên", "too few trips, left as it is")
        } else {
          language("các chuyến chưa nói rõ, giữ nguyên", "the trips do not tell, left as it is")
        }
      table.add([
        RecordWords.text(result.roadClass.rawValue, in: RecordWords.codes, language),
        "\(result.trips)", language.decimal(result.factor, 3),
        language.decimal(result.deviation, 3), verdict,
      ])
    }
    lines += table.lines(width: style.width)
    lines.append("")
    lines.append(
      language(
        "Hệ số chậm (9 trên 10 chuyến): \(language.decimal(profile.slowFactor, 2)) → \(language.decimal(calibration.slowFactor, 2))",
        "Slow factor (nine of ten trips): \(language.decimal(profile.slowFactor, 2)) → \(language.decimal(calibration.slowFactor, 2))"
      ))
    lines.append(
      language(
        "Sai số trung bình của chuyến để dành: \(language.decimal(calibration.errorBefore, 1)) → \(language.decimal(calibration.errorAfter, 1)) phút",
        "Mean error on trips held out: \(language.decimal(calibration.errorBefore, 1)) → \(language.decimal(calibration.errorAfter, 1)) min"
      ))
    if !calibration.isBetter {
      lines.append(
        language(
          "Không có gì đáng đổi: không ghi tệp.", "Nothing worth changing: no file is written."))
    }
    for index in calibration.outliers {
      let row = rows[index]
      lines.append(
        "\(name):\(row.line): \(row.from) → \(row.to): "
          + language(
            "\(language.decimal(row.trip.minutes, 0)) phút, mạng tính \(language.decimal(expected(row.trip), 0))",
            "\(language.decimal(row.trip.minutes, 0)) min, the network says \(language.decimal(expected(row.trip), 0))"
          ))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func expected(_ trip: ObservedTrip) -> Double {
    trip.fixedMinutes + trip.classMinutes.reduce(0, +)
  }

  /// The findings for programs; see docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue? {
    .object([
      "trips": .integer(calibration.tripCount),
      "from": days.map { .string("\($0.first)") },
      "to": days.map { .string("\($0.last)") },
      "classes": .array(
        calibration.classes.map { result in
          .object([
            "roadClass": .string(result.roadClass.rawValue), "trips": .integer(result.trips),
            "factor": .number(result.factor, decimals: 4),
            "deviation": .number(result.deviation, decimals: 4), "told": .bool(result.isTold),
          ])
        }),
      "slowFactor": .object([
        "before": .number(profile.slowFactor, decimals: 4),
        "after": .number(calibration.slowFactor, decimals: 4),
      ]),
      "heldOutErrorMinutes": .object([
        "before": .number(calibration.errorBefore, decimals: 3),
        "after": .number(calibration.errorAfter, decimals: 3),
      ]),
      "outliers": .array(
        calibration.outliers.map { index in
          .object([
            "line": .integer(rows[index].line),
            "minutes": .number(rows[index].trip.minutes, decimals: 1),
            "expected": .number(expected(rows[index].trip), decimals: 1),
          ])
        }),
      "changes": .bool(calibration.isBetter),
    ])
  }
}
