import XMLStream

/// The element and attribute names of the exchange format.
///
/// A name's raw value is its code in `Term.names`; a test holds the two lists together.
enum Term: Int, CaseIterable, Sendable {
  case aboveTier, accessDetour, accessLimitKm, accessSpeed, accessStandard, activated, activity
  case address, ageFrom, ageTo, agreement, aim, allowed, area, areaKm2, asOf, asserted, attribution
  case available, basis, bed, beds, block, blockJoin, bound, built, by, capability, capabilityType
  case carriages, carries, catalogueShare, clock, closed, closes, code, condition, confidence
  case contact, count, crossing, crossingMinutes, crosswalk, cruiseSpeed, date, days, `default`
  case department, display, doctors, east, effect, emergencyExempt, end, entry, equipment, every
  case exchange, excludes, expires, extendedMinutes, `extension`, extent, facility, factor, figure
  case firstEvidence, freeFlowSpeed, from, fromTier, grade, handOverMinutes, helipad, helipadNote
  case high, hours, id, identifier, implies, indicator, key, kind, km, kmFrom, kmMethod, ladder
  case lastLine, lat, lateWeight, legalBasis, level, licence, link, lon, low, member, method
  case minutes, mode, modes, months, name, nameEn, network, node, north, note, off, oneway, opened
  case opens, otherBlock, otherPlace, otherPoint, ownership, parent, party, performer, place
  case placement, pointSource, population, precision, programme, quote, rank, rankBasis, reason
  case recipient, record, ref, relation, reported, requires, restriction, retract, review, roadClass
  case role, rotation, rung, scheme, seat, serves, service, sessionsPerWeek, setUpMinutes, sex
  case shape, share, signed, slowFactor, slowWaitFactor, source, south, specialty, specialtyNetwork
  case speed, speedDefault, stage, standard, start, state, stated, statement, status, stops, subject
  case successor, supportedBy, supporter, system, target, technique, term, tier, timeCritical, title
  case to, topic, toTier, townLevel, traffic, trainees, training, transferredBy, transferRule
  case travelProfile, triage, trips, type, unit, use, value, vehicle, verified, version, waitMinutes
  case wave, weather, weight, west, window, zone

  /// The name as documents write it.
  var name: StaticString { Term.spellings[rawValue] }

  /// The names by code, for readers.
  static let names = XMLNames(spellings.map { "\($0)" })

  private static let spellings: [StaticString] = [
    "aboveTier", "accessDetour", "accessLimitKm", "accessSpeed", "accessStandard", "activated",
    "activity", "address", "ageFrom", "ageTo", "agreement", "aim", "allowed", "area", "areaKm2",
    "asOf", "asserted", "attribution", "available", "basis", "bed", "beds", "block", "blockJoin",
    "bound", "built", "by", "capability", "capabilityType", "carriages", "carries",
    "catalogueShare", "clock", "closed", "closes", "code", "condition", "confidence", "contact",
    "count", "crossing", "crossingMinutes", "crosswalk", "cruiseSpeed", "date", "days", "default",
    "department", "display", "doctors", "east", "effect", "emergencyExempt", "end", "entry",
    "equipment", "every", "exchange", "excludes", "expires", "extendedMinutes", "extension",
    "extent", "facility", "factor", "figure", "firstEvidence", "freeFlowSpeed", "from", "fromTier",
    "grade", "handOverMinutes", "helipad", "helipadNote", "high", "hours", "id", "identifier",
    "implies", "indicator", "key", "kind", "km", "kmFrom", "kmMethod", "ladder", "lastLine", "lat",
    "lateWeight", "legalBasis", "level", "licence", "link", "lon", "low", "member", "method",
    "minutes", "mode", "modes", "months", "name", "nameEn", "network", "node", "north", "note",
    "off", "oneway", "opened", "opens", "otherBlock", "otherPlace", "otherPoint", "ownership",
    "parent", "party", "performer", "place", "placement", "pointSource", "population", "precision",
    "programme", "quote", "rank", "rankBasis", "reason", "recipient", "record", "ref", "relation",
    "reported", "requires", "restriction", "retract", "review", "roadClass", "role", "rotation",
    "rung", "scheme", "seat", "serves", "service", "sessionsPerWeek", "setUpMinutes", "sex",
    "shape", "share", "signed", "slowFactor", "slowWaitFactor", "source", "south", "specialty",
    "specialtyNetwork", "speed", "speedDefault", "stage", "standard", "start", "state", "stated",
    "statement", "status", "stops", "subject", "successor", "supportedBy", "supporter", "system",
    "target", "technique", "term", "tier", "timeCritical", "title", "to", "topic", "toTier",
    "townLevel", "traffic", "trainees", "training", "transferredBy", "transferRule",
    "travelProfile", "triage", "trips", "type", "unit", "use", "value", "vehicle", "verified",
    "version", "waitMinutes", "wave", "weather", "weight", "west", "window", "zone",
  ]
}
