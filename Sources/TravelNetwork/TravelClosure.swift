public import Facts

/// Something that takes links out of use for a time: a bridge under repair, a flooded district.
///
/// It names its links by what people know of them. Whoever asks for a way within its period does
/// without them; they stay on the map, and points are joined to it as before: water on the road does
/// not move a village.
public struct TravelClosure: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// The event in words.
  public var name = ""
  /// The same in English.
  public var nameEn: String?
  /// The bridge or ferry whose links are closed, by its full name.
  public var crossing: String?
  /// The place, as scheme:code: links with an end in it or in a unit of it are closed.
  public var place: String?
  /// The box: links with an end in it are closed.
  public var box: Box?
  /// Only links of this mode; nil means all.
  public var mode: TravelMode?
  /// When they are closed.
  public var period = Period()
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// Links that are closed for a time.
public struct ClosedLinks: Hashable, Sendable {
  /// The id of the closure.
  public let closure: String
  /// Indices of links, in ascending order.
  public let links: [LinkIndex]
  /// When: the days on which they are closed, be it for an hour.
  public let period: Period
  /// From when until when, where that is told to the minute; nil for whole days.
  public let span: Range<Instant>?

  /// Names links that are closed on days.
  public init(closure: String, links: [LinkIndex], period: Period) {
    self.closure = closure
    self.links = links
    self.period = period
    span = nil
  }

  /// Names links that are closed from one instant until another, in the zone of the network.
  public init(closure: String, links: [LinkIndex], during span: Range<Instant>) {
    self.closure = closure
    self.links = links
    self.span = span
    let last = span.upperBound.advanced(bySeconds: span.isEmpty ? 0 : -1).day
    period = Period(
      from: PartialDate("\(span.lowerBound.day)"),
      to: PartialDate("\(Day(number: last.number + 1))"))
  }

  private init(_ other: ClosedLinks, _ links: [LinkIndex]) {
    closure = other.closure
    self.links = links
    period = other.period
    span = other.span
  }

  /// The same closure of other links, as another map numbers them.
  package func closing(_ links: [LinkIndex]) -> ClosedLinks { ClosedLinks(self, links) }

  /// Whether they are closed all day long.
  func coversAll(of day: Day) -> Bool {
    guard let minutes = minutes(of: day) else { return false }
    return minutes == 0..<1_440
  }

  /// The minutes of a day, from its midnight, in which they are closed; nil for none.
  func minutes(of day: Day) -> Range<Int>? {
    guard period.standing(on: day) == .inForce else { return nil }
    guard let span else { return 0..<1_440 }
    let midnight = day.number * 86_400 - span.lowerBound.zone.minutes * 60
    let start = max(0, span.lowerBound.seconds - midnight) / 60
    let end = min(1_440, (span.upperBound.seconds - midnight + 59) / 60)
    return start < end ? start..<end : nil
  }
}

extension TravelMap {
  /// The map with links closed for a time, in place of those that were.
  public func closing(_ closures: [ClosedLinks]) -> TravelMap {
    var map = self
    map.closures = closures
    return map
  }

  /// The links that a closure takes out of use on a day.
  ///
  /// - Complexity: O(*n*), where *n* is the number of closed links.
  public func closedLinks(on day: Day) -> Set<LinkIndex> {
    var links = Set<LinkIndex>()
    for closure in closures where closure.period.standing(on: day) == .inForce {
      links.formUnion(closure.links)
    }
    return links
  }

  /// Whether a closure is in force on a day.
  public func hasClosures(on day: Day) -> Bool {
    closures.contains { $0.period.standing(on: day) == .inForce && !$0.links.isEmpty }
  }

  /// Whether a closure is in force on a day or one of the two after, within which whoever leaves
  /// arrives.
  public func hasClosures(near day: Day) -> Bool {
    (0...2).contains { hasClosures(on: Day(number: day.number + $0)) }
  }

  /// The links that closures take out of use near a day, told apart by whether that changes on the
  /// way.
  ///
  /// - Complexity: O(*n*), where *n* is the number of closed links.
  func closureDays(near day: Day) -> ClosureDays {
    guard hasClosures(near: day) else { return ClosureDays() }
    var days = ClosureDays()
    days.throughout = linksClosedAllDay(day)
      .intersection(linksClosedAllDay(Day(number: day.number + 1)))
    for number in 0...2 {
      days.changing.formUnion(closedLinks(on: Day(number: day.number + number)))
    }
    days.changing.subtract(days.throughout)
    guard days.changing.count <= ClosureDays.mostChanging else {
      // So many cannot be waited for one by one: none of them is used.
      days.throughout.formUnion(days.changing)
      days.changing = []
      return days
    }
    return days
  }

  private func linksClosedAllDay(_ day: Day) -> Set<LinkIndex> {
    var links = Set<LinkIndex>()
    for closure in closures where closure.coversAll(of: day) { links.formUnion(closure.links) }
    return links
  }

  /// The minutes of some days in which closures take a link out of use: ranges from midnight of the
  /// first day that neither touch nor overlap.
  func closedMinutes(ofLink link: LinkIndex, from first: Day, days: Int) -> [Range<Int>] {
    let own = closures.filter { $0.links.contains(link) }
    var ranges: [Range<Int>] = []
    for number in 0..<days {
      let day = Day(number: first.number + number)
      let closed = own.compactMap { $0.minutes(of: day) }.sorted { $0.lowerBound < $1.lowerBound }
      for minutes in closed {
        let start = minutes.lowerBound + number * 1_440
        let end = minutes.upperBound + number * 1_440
        if let last = ranges.last, last.upperBound >= start {
          ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, end)
        } else {
          ranges.append(start..<end)
        }
      }
    }
    return ranges
  }
}

/// The links that closures take out of use on a day and the two after.
struct ClosureDays {
  /// Closed on the day and the next: not used.
  var throughout: Set<LinkIndex> = []
  /// Closed on some of the days only: whether one gets over depends on when one comes.
  var changing: Set<LinkIndex> = []

  /// More links than this are not waited for one by one.
  static let mostChanging = 500
}
