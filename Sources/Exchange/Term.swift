import XMLStream

/// The element and attribute names of the exchange format.
///
/// A name's raw value is its code in `Term.names`; a test holds the two lists together.
enum Term: Int, CaseIterable, Sendable {
  case aboveTier, accessDetour, accessLimitKm, accessSpeed, accessStandard, activated, activity
  case address, ageFrom, ageTo, agreement, aim, area, areaKm2, asOf, asserted, attribution
  case available, basis, bed, beds, block, blockJoin, bound, built, by, capability, capabilityType
  case carriages, carries, catalogueShare, clock, closed, closes, closure, code, confidence
  case contact, count, crossing, crossingMinutes, crosswalk, cruiseSpeed, date, days, `default`
  case department, display, doctors, east, effect, end, entry, equipment, every, exchange, excludes,
    expires
  case extendedMinutes, `extension`, extent, facility, factor, figure, firstEvidence, freeFlowSpeed
  case from, grade, handOverMinutes, helipad, helipadNote, high, hours, id, identifier, implies
  case indicator, key, kind, km, kmFrom, kmMethod, lastLine, lat, legalBasis, level, licence, link
  case lon, low, member, method, minutes, mode, modes, name, nameEn, network, node, north, note
  case off, oneway, opened, opens, otherBlock, otherPlace, otherPoint, ownership, parent, party
  case performer, place, placement, pointSource, population, precision, programme, quote, rank
  case rankBasis, reason, recipient, record, ref, relation, reported, restriction, retract, review
  case roadClass, role, rotation, scheme, seat, serves, service, sessionsPerWeek, setUpMinutes, sex
  case shape, share, signed, slowFactor, slowWaitFactor, source, south, specialty, specialtyNetwork
  case speed, speedDefault, stage, standard, start, state, stated, statement, status, stops
  case subject, successor, supportedBy, supporter, system, target, technique, term, tier
  case timeCritical, title, to, topic, townLevel, traffic, trainees, training, transferredBy
  case travelProfile, trips, type, unit, use, value, vehicle, version, waitMinutes, wave, weather
  case west, window, zone

  /// The name as documents write it.
  var name: StaticString { Term.spellings[rawValue] }

  /// The names by code, for readers.
  static let names = XMLNames(spellings.map { "\($0)" })

  private static let spellings: [StaticString] = [
    "aboveTier", "accessDetour", "accessLimitKm", "accessSpeed", "accessStandard", "activated",
    "activity", "address", "ageFrom", "ageTo", "agreement", "aim", "area", "areaKm2", "asOf",
    "asserted", "attribution", "available", "basis", "bed", "beds", "block", "blockJoin", "bound",
    "built", "by", "capability", "capabilityType", "carriages", "carries", "catalogueShare",
    "clock", "closed", "closes", "closure", "code", "confidence", "contact", "count", "crossing",
    "crossingMinutes", "crosswalk", "cruiseSpeed", "date", "days", "default", "department",
    "display", "doctors", "east", "effect", "end", "entry", "equipment", "every", "exchange",
    "excludes", "expires", "extendedMinutes", "extension", "extent", "facility", "factor", "figure",
    "firstEvidence", "freeFlowSpeed", "from", "grade", "handOverMinutes", "helipad", "helipadNote",
    "high", "hours", "id", "identifier", "implies", "indicator", "key", "kind", "km", "kmFrom",
    "kmMethod", "lastLine", "lat", "legalBasis", "level", "licence", "link", "lon", "low", "member",
    "method", "minutes", "mode", "modes", "name", "nameEn", "network", "node", "north", "note",
    "off", "oneway", "opened", "opens", "otherBlock", "otherPlace", "otherPoint", "ownership",
    "parent", "party", "performer", "place", "placement", "pointSource", "population", "precision",
    "programme", "quote", "rank", "rankBasis", "reason", "recipient", "record", "ref", "relation",
    "reported", "restriction", "retract", "review", "roadClass", "role", "rotation", "scheme",
    "seat", "serves", "service", "sessionsPerWeek", "setUpMinutes", "sex", "shape", "share",
    "signed", "slowFactor", "slowWaitFactor", "source", "south", "specialty", "specialtyNetwork",
    "speed", "speedDefault", "stage", "standard", "start", "state", "stated", "statement", "status",
    "stops", "subject", "successor", "supportedBy", "supporter", "system", "target", "technique",
    "term", "tier", "timeCritical", "title", "to", "topic", "townLevel", "traffic", "trainees",
    "training", "transferredBy", "travelProfile", "trips", "type", "unit", "use", "value",
    "vehicle", "version", "waitMinutes", "wave", "weather", "west", "window", "zone",
  ]
}
