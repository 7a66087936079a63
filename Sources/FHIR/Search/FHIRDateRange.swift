import Facts

/// The seconds that a date of FHIR covers: a year, a month, a day, a minute or a second.
struct FHIRDateRange: Equatable {
  /// The first second, since 1970-01-01T00:00:00Z.
  let start: Int
  /// The first second after it.
  let end: Int

  init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// Reads a date, a month, a year or a moment.
  ///
  /// - Parameters:
  ///   - text: The date, as FHIR writes it; seconds may lack, and may have a fraction.
  ///   - zone: The zone of a text that names none.
  init?(_ text: String, zone: ZoneOffset) {
    guard let mark = text.firstIndex(of: "T") else {
      guard let first = PartialDate(text), let last = FHIRDateRange.dayAfter(text) else {
        return nil
      }
      start = first.start.number * 86_400 - zone.minutes * 60
      end = last.number * 86_400 - zone.minutes * 60
      return
    }
    var clock = text[text.index(after: mark)...]
    var offset = ""
    if let begin = clock.lastIndex(where: { $0 == "Z" || $0 == "+" || $0 == "-" }) {
      offset = String(clock[begin...])
      clock = clock[..<begin]
    }
    if let point = clock.firstIndex(of: ".") {
      let fraction = clock[clock.index(after: point)...]
      guard !fraction.isEmpty, fraction.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        clock[..<point].utf8.count == 8
      else { return nil }
      clock = clock[..<point]
    }
    guard clock.utf8.count == 5 || clock.utf8.count == 8,
      let instant = Instant(String(text[..<mark]) + "T" + clock + offset, zone: zone)
    else { return nil }
    start = instant.seconds
    end = start + (clock.utf8.count == 5 ? 60 : 1)
  }

  /// The day after the last one of a year, a month or a day.
  private static func dayAfter(_ text: String) -> Day? {
    guard let date = PartialDate(text) else { return nil }
    let (year, month, _) = date.start.parts
    switch text.utf8.count {
    case 4: return Day(year: year + 1, month: 1, day: 1)
    case 7: return Day(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
    case 10: return Day(number: date.start.number + 1)
    default: return nil
    }
  }
}

/// How a date is compared with another one, as FHIR R4 (3.1.1.4.4) has it.
enum FHIRDatePrefix: String, CaseIterable {
  case equal = "eq"
  case unequal = "ne"
  case greater = "gt"
  case less = "lt"
  case greaterOrEqual = "ge"
  case lessOrEqual = "le"
  case startsAfter = "sa"
  case endsBefore = "eb"
  case approximate = "ap"

  /// Whether the value of a resource, which may be open at either end, is as a search wants it.
  func holds(start: Int?, end: Int?, against wanted: FHIRDateRange) -> Bool {
    let start = start ?? Int.min
    let end = end ?? Int.max
    let isWithin = wanted.start <= start && end <= wanted.end
    switch self {
    case .equal: return isWithin
    case .unequal: return !isWithin
    case .greater: return end > wanted.end
    case .less: return start < wanted.start
    case .greaterOrEqual: return isWithin || end > wanted.end
    case .lessOrEqual: return isWithin || start < wanted.start
    case .startsAfter: return start >= wanted.end
    case .endsBefore: return end <= wanted.start
    case .approximate: return start < wanted.end && end > wanted.start
    }
  }
}
