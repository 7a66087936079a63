import XMLStream

/// The element and attribute names of the exchange format.
///
/// A name's raw value is its code in `Term.names`; a test holds the two lists together.
enum Term: Int, CaseIterable, Sendable {
  case about, aboveTier, accessDetour, accessLimitKm, accessSpeed, accessStandard, activated
  case activity, address, ageFrom, ageTo, agreement, aim, allowed, area, areaKm2, asOf, asserted
  case attribution, available, basis, bed, beds, block, blockJoin, bound, built, by, capability
  case capabilityType, carriages, carries, catalogueShare, change, classFactor, clock, closed
  case closes, closure, code, condition, confidence, contact, count, crossing, crossingMinutes
  case crosswalk, cruiseSpeed, date, days, `default`, definitive, demandConfidence, demandFrom
  case demandSource, demandTo, department, display, diversion, doctors, east, effect
  case emergencyExempt, end, entry, equipment, every, exception, exchange, excludes, expires
  case extendedMinutes, `extension`, extent, facility, factor, field, figure, first, firstEvidence
  case freeFlowSpeed, freshMinutes, freshness, from, fromTier, grade, handOverMinutes, held
  case helipad, helipadNote, high, holiday, hours, id, identifier, implies, indicator, interval,
    key, kind
  case km, kmFrom, kmMethod, ladder, lastLine, lat, lateWeight, legalBasis, level, licence, limit
  case link, lon, low, member, method, minutes, mode, modes, months, name, nameEn, network, node
  case north, note, observation, off, oneway, opened, opens, otherBlock, otherPlace, otherPoint
  case outline, overrides, ownership, parent, party, pathway, performer, person, place, placement
  case pointSource, population, precision, programme, quote, rank, rankBasis, reason, recipient
  case record, ref, relation, reported, requires, restriction, retract, review, ring, roadClass
  case role, rotation, rule, rung, scheme, season, seat, serves, service, sessionsPerWeek
  case setUpMinutes, severity, sex, shape, share, signed, slowFactor, slowWaitFactor, source, south
  case specialty, specialtyNetwork, speed, speedDefault, stage, standard, start, state, stated
  case statement, status, stop, stops, subject, successor, supportedBy, supporter, system, target
  case technique, term, text, tier, timeCritical, title, to, topic, toTier, townLevel, traffic
  case trainees, training, transferredBy, transferRule, travelProfile, triage, trips, type, unit
  case url, use, value, vehicle, verified, version, waitHighMinutes, waitLowMinutes, waitMinutes,
    wave
  case weather, weight, west, window, wording, zone

  /// The name as documents write it.
  var name: StaticString { Term.spellings[rawValue] }

  /// The names by code, for readers.
  static let names = XMLNames(spellings.map { "\($0)" })

  private static let spellings: [StaticString] = [
    "about", "aboveTier", "accessDetour", "accessLimitKm", "accessSpeed", "accessStandard",
    "activated", "activity", "address", "ageFrom", "ageTo", "agreement", "aim", "allowed", "area",
    "areaKm2", "asOf", "asserted", "attribution", "available", "basis", "bed", "beds", "block",
    "blockJoin", "bound", "built", "by", "capability", "capabilityType", "carriages", "carries",
    "catalogueShare", "change", "classFactor", "clock", "closed", "closes", "closure", "code",
    "condition", "confidence", "contact", "count", "crossing", "crossingMinutes", "crosswalk",
    "cruiseSpeed", "date", "days", "default", "definitive", "demandConfidence", "demandFrom",
    "demandSource", "demandTo", "department", "display", "diversion", "doctors", "east", "effect",
    "emergencyExempt", "end", "entry", "equipment", "every", "exception", "exchange", "excludes",
    "expires", "extendedMinutes", "extension", "extent", "facility", "factor", "field", "figure",
    "first", "firstEvidence", "freeFlowSpeed", "freshMinutes", "freshness", "from", "fromTier",
    "grade", "handOverMinutes", "held", "helipad", "helipadNote", "high", "holiday", "hours", "id",
    "identifier", "implies", "indicator", "interval", "key", "kind", "km", "kmFrom", "kmMethod",
    "ladder", "lastLine", "lat", "lateWeight", "legalBasis", "level", "licence", "limit", "link",
    "lon", "low", "member", "method", "minutes", "mode", "modes", "months", "name", "nameEn",
    "network", "node", "north", "note", "observation", "off", "oneway", "opened", "opens",
    "otherBlock", "otherPlace", "otherPoint", "outline", "overrides", "ownership", "parent",
    "party", "pathway", "performer", "person", "place", "placement", "pointSource", "population",
    "precision", "programme", "quote", "rank", "rankBasis", "reason", "recipient", "record", "ref",
    "relation", "reported", "requires", "restriction", "retract", "review", "ring", "roadClass",
    "role", "rotation", "rule", "rung", "scheme", "season", "seat", "serves", "service",
    "sessionsPerWeek", "setUpMinutes", "severity", "sex", "shape", "share", "signed", "slowFactor",
    "slowWaitFactor", "source", "south", "specialty", "specialtyNetwork", "speed", "speedDefault",
    "stage", "standard", "start", "state", "stated", "statement", "status", "stop", "stops",
    "subject", "successor", "supportedBy", "supporter", "system", "target", "technique", "term",
    "text", "tier", "timeCritical", "title", "to", "topic", "toTier", "townLevel", "traffic",
    "trainees", "training", "transferredBy", "transferRule", "travelProfile", "triage", "trips",
    "type", "unit", "url", "use", "value", "vehicle", "verified", "version", "waitHighMinutes",
    "waitLowMinutes", "waitMinutes", "wave", "weather", "weight", "west", "window", "wording",
    "zone",
  ]
}
