import XMLStream

/// The element and attribute names of the exchange format.
///
/// A name's raw value is its code in `Term.names`; a test holds the two lists together.
enum Term: Int, CaseIterable, Sendable {
  case aboveTier, accessDetour, accessLimitKm, accessSpeed, accessStandard, activated, activity
  case address, ageFrom, ageTo, agreement, aim, area, areaKm2, asOf, asserted, attribution
  case available, basis, bed, beds, block, blockJoin, bound, built, by, capability, capabilityType
  case carriages, carries, catalogueShare, clock, closed, closes, code, confidence, contact, count
  case crossing, crossingMinutes, crosswalk, date, days, `default`, department, display, diversion
  case doctors, east, end, entry, equipment, every, exception, exchange, excludes, expires
  case extendedMinutes, `extension`, extent, facility, field, figure, firstEvidence, freeFlowSpeed
  case freshMinutes, freshness, from, grade, helipad, helipadNote, high, holiday, hours, id
  case identifier, implies, indicator, key, kind, km, kmMethod, lastLine, lat, legalBasis, level
  case licence, link, lon, low, member, method, minutes, mode, modes, name, nameEn, network, node
  case north, note, off, oneway, opened, opens, otherBlock, otherPlace, otherPoint, overrides
  case ownership, parent, party, performer, place, placement, pointSource, population, precision
  case programme, quote, rank, rankBasis, reason, recipient, record, ref, relation, reported
  case restriction, retract, review, roadClass, role, rotation, scheme, seat, serves, service
  case sessionsPerWeek, severity, sex, shape, share, signed, slowFactor, slowWaitFactor, source
  case south, specialty, specialtyNetwork, speed, speedDefault, stage, standard, start, state
  case stated, statement, status, subject, successor, supportedBy, supporter, system, target
  case technique, term, tier, timeCritical, title, to, topic, townLevel, traffic, trainees
  case training, transferredBy, travelProfile, trips, type, unit, use, value, vehicle, version
  case waitHighMinutes, waitLowMinutes, waitMinutes, wave, west, window, zone

  /// The name as documents write it.
  var name: StaticString { Term.spellings[rawValue] }

  /// The names by code, for readers.
  static let names = XMLNames(spellings.map { "\($0)" })

  private static let spellings: [StaticString] = [
    "aboveTier", "accessDetour", "accessLimitKm", "accessSpeed", "accessStandard", "activated",
    "activity", "address", "ageFrom", "ageTo", "agreement", "aim", "area", "areaKm2", "asOf",
    "asserted", "attribution", "available", "basis", "bed", "beds", "block", "blockJoin", "bound",
    "built", "by", "capability", "capabilityType", "carriages", "carries", "catalogueShare",
    "clock", "closed", "closes", "code", "confidence", "contact", "count", "crossing",
    "crossingMinutes", "crosswalk", "date", "days", "default", "department", "display",
    "diversion", "doctors", "east", "end", "entry", "equipment", "every", "exception", "exchange",
    "excludes", "expires", "extendedMinutes", "extension", "extent", "facility", "field", "figure",
    "firstEvidence", "freeFlowSpeed", "freshMinutes", "freshness", "from", "grade", "helipad",
    "helipadNote", "high", "holiday", "hours", "id", "identifier", "implies", "indicator", "key",
    "kind", "km", "kmMethod", "lastLine", "lat", "legalBasis", "level", "licence", "link", "lon",
    "low", "member", "method", "minutes", "mode", "modes", "name", "nameEn", "network", "node",
    "north", "note", "off", "oneway", "opened", "opens", "otherBlock", "otherPlace", "otherPoint",
    "overrides", "ownership", "parent", "party", "performer", "place", "placement", "pointSource",
    "population", "precision", "programme", "quote", "rank", "rankBasis", "reason", "recipient",
    "record", "ref", "relation", "reported", "restriction", "retract", "review", "roadClass",
    "role", "rotation", "scheme", "seat", "serves", "service", "sessionsPerWeek", "severity",
    "sex", "shape", "share", "signed", "slowFactor", "slowWaitFactor", "source", "south",
    "specialty", "specialtyNetwork", "speed", "speedDefault", "stage", "standard", "start",
    "state", "stated", "statement", "status", "subject", "successor", "supportedBy", "supporter",
    "system", "target", "technique", "term", "tier", "timeCritical", "title", "to", "topic",
    "townLevel", "traffic", "trainees", "training", "transferredBy", "travelProfile", "trips",
    "type", "unit", "use", "value", "vehicle", "version", "waitHighMinutes", "waitLowMinutes",
    "waitMinutes", "wave", "west", "window", "zone",
  ]
}
