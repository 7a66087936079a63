import XMLStream

/// The element and attribute names of the exchange format.
///
/// A name's raw value is its code in `Term.names`; a test holds the two lists together.
enum Term: Int, CaseIterable, Sendable {
  case aboveTier, accessDetour, accessLimitKm, accessSpeed, accessStandard, activated, activity
  case address, ageFrom, ageTo, agreement, aim, allowed, area, areaKm2, asOf, asserted, attribution
  case available, basis, bed, beds, block, blockJoin, bound, built, by, capability, capabilityType
  case carriages, carries, catalogueShare, classFactor, clock, closed, closes, closure, code
  case condition, confidence, contact, count, crossing, crossingMinutes, crosswalk, cruiseSpeed
  case date, days, `default`, definitive, demandConfidence, demandFrom, demandSource, demandTo
  case department, display, diversion, doctors, east, effect, emergencyExempt, end, entry, equipment
  case every, exception, exchange, excludes, expires, extendedMinutes, `extension`, extent, facility
  case factor, field, figure, first, firstEvidence, freeFlowSpeed, freshMinutes, freshness, from
  case fromTier, grade, handOverMinutes, helipad, helipadNote, high, holiday, hours, id, identifier
  case implies, indicator, interval, key, kind, km, kmFrom, kmMethod, ladder, lastLine, lat
  case lateWeight, legalBasis, level, licence, limit, link, lon, low, member, method, minutes, mode
  case modes, months, name, nameEn, network, node, north, note, off, oneway, opened, opens
  case otherBlock, otherPlace, otherPoint, overrides, ownership, parent, party, pathway, performer
  case place, placement, pointSource, population, precision, programme, quote, rank, rankBasis
  case reason, recipient, record, ref, relation, reported, requires, restriction, retract, review
  case roadClass, role, rotation, rule, rung, scheme, seat, serves, service, sessionsPerWeek
  case setUpMinutes, severity, sex, shape, share, signed, slowFactor, slowWaitFactor, source, south
  case specialty, specialtyNetwork, speed, speedDefault, stage, standard, start, state, stated
  case statement, status, stop, stops, subject, successor, supportedBy, supporter, system, target
  case technique, term, tier, timeCritical, title, to, topic, toTier, townLevel, traffic, trainees
  case training, transferredBy, transferRule, travelProfile, triage, trips, type, unit, use, value
  case vehicle, verified, version, waitHighMinutes, waitLowMinutes, waitMinutes, wave, weather
  case weight, west, window, zone

  /// The name as documents write it.
  var name: StaticString { Term.spellings[rawValue] }

  /// The names by code, for readers.
  static let names = XMLNames(spellings.map { "\($0)" })

  private static let spellings: [StaticString] = [
    "aboveTier", "accessDetour", "accessLimitKm", "accessSpeed", "accessStandard", "activated",
    "activity", "address", "ageFrom", "ageTo", "agreement", "aim", "allowed", "area", "areaKm2",
    "asOf", "asserted", "attribution", "available", "basis", "bed", "beds", "block", "blockJoin",
    "bound", "built", "by", "capability", "capabilityType", "carriages", "carries",
    "catalogueShare", "classFactor", "clock", "closed", "closes", "closure", "code", "condition",
    "confidence", "contact", "count", "crossing", "crossingMinutes", "crosswalk", "cruiseSpeed",
    "date", "days", "default", "definitive", "demandConfidence", "demandFrom", "demandSource",
    "demandTo", "department", "display", "diversion", "doctors", "east", "effect",
    "emergencyExempt", "end", "entry", "equipment", "every", "exception", "exchange", "excludes",
    "expires", "extendedMinutes", "extension", "extent", "facility", "factor", "field", "figure",
    "first", "firstEvidence", "freeFlowSpeed", "freshMinutes", "freshness", "from", "fromTier",
    "grade", "handOverMinutes", "helipad", "helipadNote", "high", "holiday", "hours", "id",
    "identifier", "implies", "indicator", "interval", "key", "kind", "km", "kmFrom", "kmMethod",
    "ladder", "lastLine", "lat", "lateWeight", "legalBasis", "level", "licence", "limit", "link",
    "lon", "low", "member", "method", "minutes", "mode", "modes", "months", "name", "nameEn",
    "network", "node", "north", "note", "off", "oneway", "opened", "opens", "otherBlock",
    "otherPlace", "otherPoint", "overrides", "ownership", "parent", "party", "pathway", "performer",
    "place", "placement", "pointSource", "population", "precision", "programme", "quote", "rank",
    "rankBasis", "reason", "recipient", "record", "ref", "relation", "reported", "requires",
    "restriction", "retract", "review", "roadClass", "role", "rotation", "rule", "rung", "scheme",
    "seat", "serves", "service", "sessionsPerWeek", "setUpMinutes", "severity", "sex", "shape",
    "share", "signed", "slowFactor", "slowWaitFactor", "source", "south", "specialty",
    "specialtyNetwork", "speed", "speedDefault", "stage", "standard", "start", "state", "stated",
    "statement", "status", "stop", "stops", "subject", "successor", "supportedBy", "supporter",
    "system", "target", "technique", "term", "tier", "timeCritical", "title", "to", "topic",
    "toTier", "townLevel", "traffic", "trainees", "training", "transferredBy", "transferRule",
    "travelProfile", "triage", "trips", "type", "unit", "use", "value", "vehicle", "verified",
    "version", "waitHighMinutes", "waitLowMinutes", "waitMinutes", "wave", "weather", "weight",
    "west", "window", "zone",
  ]
}
