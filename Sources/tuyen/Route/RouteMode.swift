import Answers

/// The questions that the command `route` asks, chosen by its options.
///
/// Every option belongs to the modes that read it. In any other mode it is refused by name: an option
/// that is taken and not looked at misleads.
enum RouteMode: String, CaseIterable {
  /// The nearest able facilities.
  case route
  /// A way by a first stop, or directly.
  case strategy
  /// The last departure.
  case departures
  /// The area reached within minutes.
  case isochrone
  /// Many origins.
  case batch
  /// Several patients.
  case patients

  /// The option that chooses the mode; nil for the plain one.
  var option: String? {
    switch self {
    case .route: nil
    case .strategy: "strategy"
    case .departures: "leave-until"
    case .isochrone: "isochrone"
    case .batch: "batch"
    case .patients: "patients"
    }
  }

  /// How answers of the mode can be printed.
  var formats: [AnswerFormat] {
    switch self {
    case .route: [.table, .json, .geojson, .csv, .xlsx, .xml]
    case .strategy, .isochrone, .patients: [.table, .json, .geojson, .csv, .xlsx]
    case .departures: [.table, .json, .csv, .xlsx]
    // A table of rows is separated values.
    case .batch: [.table, .csv, .xlsx, .json]
    }
  }

  /// Which modes read an option.
  static let readers: [String: Set<RouteMode>] = {
    let all = Set(allCases)
    let needing = all.subtracting([.isochrone])
    let one: Set<RouteMode> = [.route, .strategy, .departures]
    return [
      "network": all, "scenario": all, "no-snapshot": all, "lang": all, "at": all,
      "vehicle": all, "avoid": all, "weather": all, "format": all, "excel": all, "output": all,
      "force": all,
      "from": all.subtracting([.batch]),
      "status": needing, "need": needing, "min-confidence": needing,
      "min-probability": needing, "severity": needing, "within": needing,
      "within-km": needing, "min-level": needing, "highest-tier": needing, "bed": needing,
      "count": one.union([.batch]),
      "age": one.union([.batch]), "sex": one.union([.batch]), "onset": one.union([.batch]),
      "door-to-treatment": one,
      "explain": [.route, .strategy, .patients], "card": [.route],
      "strategy": [.strategy], "rule": [.strategy], "dwell": [.strategy],
      "leave-until": [.departures],
      "isochrone": [.isochrone], "resolution": [.isochrone],
      "batch": [.batch],
      "patients": [.patients], "capacity": [.patients], "capacity-file": [.patients],
      "sent": [.patients],
      "sheet": [.batch, .patients], "encoding": [.batch, .patients],
    ]
  }()

  /// Why an option is not read, where that is more than its mode.
  static func remark(on option: String, in mode: RouteMode) -> (vi: String, en: String)? {
    switch (option, mode) {
    case ("age", .patients), ("sex", .patients), ("onset", .patients):
      ("đó là cột của bảng người bệnh", "it is a column of the table of patients")
    case ("count", .patients):
      ("mỗi người bệnh có một nơi", "each patient has one place")
    case ("door-to-treatment", .batch), ("door-to-treatment", .patients):
      ("đó là số của một nơi, cho một nhu cầu", "it is of one facility and one need")
    case ("from", .batch):
      ("đó là cột của bảng", "it is a column of the table")
    default: nil
    }
  }
}
