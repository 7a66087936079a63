internal import Facts
internal import TravelNetwork

/// The facts that the tags of a ferry route state.
///
/// By wiki.openstreetmap.org/wiki/Tag:route=ferry and /wiki/Key:duration. A ferry without access tags
/// is taken to carry motorcycles, unless its name begins with "Phà", the word for ferries that take
/// cars; both are of low confidence. Hours that can be read become windows, all are kept in words.
struct FerryRules: Hashable {
  /// The vehicles that are carried.
  let vehicles: VehicleSet
  /// Minutes from end to end; nil when the tags do not say.
  let minutes: Double?
  /// Minutes between departures; nil when the tags do not say.
  let interval: Double?
  /// The hours in words.
  let hours: String?
  /// The hours that could be read.
  let windows: [ServiceWindow]
  /// Whether tags say who is carried.
  let isAccessKnown: Bool

  init(_ tags: Tags) {
    let keys = ["motorcar", "motorcycle", "motor_vehicle", "vehicle", "access"]
    isAccessKnown = keys.contains { tags.word($0) != nil }
    let first = NameRules.name(tags).map(FoldedName.init)?.words.first
    let usual: VehicleSet =
      if isAccessKnown { [] } else { first == "pha" ? .all : [.motorbike] }
    vehicles = AccessRules.vehicles(tags, usual: usual)
    minutes = tags.word("duration").flatMap(Durations.minutes)
    interval = tags.word("interval").flatMap(Durations.minutes)
    hours = tags.text("opening_hours")
    windows = tags.text("opening_hours").flatMap(OpeningHours.windows) ?? []
  }

  /// Kilometres per hour of a ferry whose minutes nobody says: river ferries of the region.
  static let usualSpeed = 10.0
  /// Minutes for casting off and landing where nobody says the minutes.
  static let usualManoeuvre = 3.0
  /// Minutes of waiting where nobody says how often it leaves.
  static let usualWait = 10.0
}

/// Lengths of time as tags write them.
enum Durations {
  /// Minutes of `1:30`, `01:30:00`, `45`, `45 min`, `1 h` or `PT1H30M`; nil for everything else.
  static func minutes(_ text: String) -> Double? {
    let value = text.lowercased().split(separator: " ").joined()
    let minutes = iso(value) ?? clock(value) ?? plain(value)
    return minutes.flatMap { $0 > 0 && $0 <= 10_080 ? $0 : nil }
  }

  private static func clock(_ value: String) -> Double? {
    let parts = value.split(separator: ":", omittingEmptySubsequences: false).map { whole($0) }
    switch parts.count {
    case 2:
      guard let hours = parts[0], let minutes = parts[1], minutes < 60 else { return nil }
      return hours * 60 + minutes
    case 3:
      guard let hours = parts[0], let minutes = parts[1], let seconds = parts[2], minutes < 60,
        seconds < 60
      else { return nil }
      return hours * 60 + minutes + seconds / 60
    default: return nil
    }
  }

  private static func plain(_ value: String) -> Double? {
    for (unit, factor) in [("minutes", 1.0), ("min", 1), ("m", 1), ("hours", 60), ("h", 60)] {
      if value.hasSuffix(unit) { return whole(value.dropLast(unit.count)).map { $0 * factor } }
    }
    return whole(Substring(value))
  }

  private static func iso(_ value: String) -> Double? {
    guard value.hasPrefix("pt") else { return nil }
    var minutes = 0.0
    var digits: Substring = ""
    for sign in value.dropFirst(2) {
      if sign.isASCII, sign.isNumber {
        digits.append(sign)
        continue
      }
      guard let number = whole(digits) else { return nil }
      switch sign {
      case "h": minutes += number * 60
      case "m": minutes += number
      case "s": minutes += number / 60
      default: return nil
      }
      digits = ""
    }
    return digits.isEmpty ? minutes : nil
  }

  private static func whole(_ text: Substring) -> Double? {
    guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Double(text)
  }
}
