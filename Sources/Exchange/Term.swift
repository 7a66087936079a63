import XMLStream

/// The element and attribute names of the exchange format.
///
/// A name's raw value is its code in `Term.names`; a test holds the two lists together.
enum Term: Int, CaseIterable, Sendable {
  case aboveTier, accessDetour, accessLimitKm, accessSpeed, accessStandard, activated, activity
  case address, ageFrom, ageTo, agreement, aim, area, areaKm2, asOf, asserted, attribution
  case available, basis, bed, beds, block, blockJoin, bound, built, by, capability, capabilityType
  case carriages, carries, catalogueShare, clock, closed, closes, code, confidence, contact, count
  case crossing, crossingMinutes, crosswalk, cruiseSpeed, date, days, `default`, definitive
  case department, display, doctors, east, effect, end, entry, equipment, every, exchange, excludes
  case expires, extendedMinutes, `extension`, extent, facility, factor, figure, first
  case firstEvidence, freeFlowSpeed, from, grade, handOverMinutes, helipad, helipadNote, high
  case hours, id, identifier, implies, indicator, interval, key, kind, km, kmFrom, kmMethod
  case lastLine, lat, legalBasis, level, licence, limit, link, lon, low, member, method, minutes
  case mode, modes, name, nameEn, network, node, north, note, off, oneway, opened, opens
  case otherBlock, otherPlace, otherPoint, ownership, parent, party, pathway, performer, place
  case placement, pointSource, population, precision, programme, quote, rank, rankBasis, reason
  case recipient, record, ref, relation, reported, restriction, retract, review, roadClass, role
  case rotation, rule, scheme, seat, serves, service, sessionsPerWeek, setUpMinutes, sex, shape
  case share, signed, slowFactor, slowWaitFactor, source, south, specialty, specialtyNetwork, speed
  case speedDefault, stage, standard, start, state, stated, statement, status, stop, stops, subject
  case successor, supportedBy, supporter, system, target, technique, term, tier, timeCritical
  case title, to, topic, townLevel, traffic, trainees, training, transferredBy, travelProfile
  case trips, type, unit, use, value, vehicle, version, waitMinutes, wave, weather, west, window
  case zone

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
    "crossingMinutes", "crosswalk", "cruiseSpeed", "date", "days", "default", "definitive",
    "department", "display", "doctors", "east", "effect", "end", "entry", "equipment", "every",
    "exchange", "excludes", "expires", "extendedMinutes", "extension", "extent", "facility",
    "factor", "figure", "first", "firstEvidence", "freeFlowSpeed", "from", "grade",
    "handOverMinutes", "helipad", "helipadNote", "high", "hours", "id", "identifier", "implies",
    "indicator", "interval", "key", "kind", "km", "kmFrom", "kmMethod", "lastLine", "lat",
    "legalBasis", "level", "licence", "limit", "link", "lon", "low", "member", "method", "minutes",
    "mode", "modes", "name", "nameEn", "network", "node", "north", "note", "off", "oneway",
    "opened", "opens", "otherBlock", "otherPlace", "otherPoint", "ownership", "parent", "party",
    "pathway", "performer", "place", "placement", "pointSource", "population", "precision",
    "programme", "quote", "rank", "rankBasis", "reason", "recipient", "record", "ref", "relation",
    "reported", "restriction", "retract", "review", "roadClass", "role", "rotation", "rule",
    "scheme", "seat", "serves", "service", "sessionsPerWeek", "setUpMinutes", "sex", "shape",
    "share", "signed", "slowFactor", "slowWaitFactor", "source", "south", "specialty",
    "specialtyNetwork", "speed", "speedDefault", "stage", "standard", "start", "state", "stated",
    "statement", "status", "stop", "stops", "subject", "successor", "supportedBy", "supporter",
    "system", "target", "technique", "term", "tier", "timeCritical", "title", "to", "topic",
    "townLevel", "traffic", "trainees", "training", "transferredBy", "travelProfile", "trips",
    "type", "unit", "use", "value", "vehicle", "version", "waitMinutes", "wave", "weather", "west",
    "window", "zone",
  ]
}
