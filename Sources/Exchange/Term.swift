import XMLStream

/// The element and attribute names of the exchange format.
///
/// A name's raw value is its code in `Term.names`; a test holds the two lists together.
enum Term: Int, CaseIterable, Sendable {
  case aboveTier, accessDetour, accessLimitKm, accessSpeed, accessStandard, activated, activity
  case address, ageFrom, ageTo, agreement, aim, allowed, area, areaKm2, asOf, asserted
  case attribution, available, basis, bed, beds, block, blockJoin, bound, built, by, capability
  case capabilityType, carriages, carries, catalogueShare, clock, closed, closes, code, condition
  case confidence, contact, count, crossing, crossingMinutes, crosswalk, cruiseSpeed, date, days
  case `default`, department, display, diversion, doctors, east, effect, emergencyExempt, end
  case entry, equipment, every, exception, exchange, excludes, expires, extendedMinutes
  case `extension`, extent, facility, factor, field, figure, firstEvidence, freeFlowSpeed
  case freshMinutes, freshness, from, fromTier, grade, handOverMinutes, helipad, helipadNote, high
  case holiday, hours, id, identifier, implies, indicator, key, kind, km, kmFrom, kmMethod
  case lastLine, lat, lateWeight, legalBasis, level, licence, link, lon, low, member, method
  case minutes, mode, modes, name, nameEn, network, node, north, note, off, oneway, opened, opens
  case otherBlock, otherPlace, otherPoint, overrides, ownership, parent, party, performer, place
  case placement, pointSource, population, precision, programme, quote, rank, rankBasis, reason
  case recipient, record, ref, relation, reported, restriction, retract, review, roadClass, role
  case rotation, scheme, seat, serves, service, sessionsPerWeek, setUpMinutes, severity, sex
  case shape, share, signed, slowFactor, slowWaitFactor, source, south, specialty
  case specialtyNetwork, speed, speedDefault, stage, standard, start, state, stated, statement
  case status, stops, subject, successor, supportedBy, supporter, system, target, technique, term
  case tier, timeCritical, title, to, topic, toTier, townLevel, traffic, trainees, training
  case transferredBy, transferRule, travelProfile, triage, trips, type, unit, use, value, vehicle
  case version, waitHighMinutes, waitLowMinutes, waitMinutes, wave, weather, weight, west, window
  case zone

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
    "department", "display", "diversion", "doctors", "east", "effect", "emergencyExempt", "end",
    "entry", "equipment", "every", "exception", "exchange", "excludes", "expires",
    "extendedMinutes", "extension", "extent", "facility", "factor", "field", "figure",
    "firstEvidence", "freeFlowSpeed", "freshMinutes", "freshness", "from", "fromTier", "grade",
    "handOverMinutes", "helipad", "helipadNote", "high", "holiday", "hours", "id", "identifier",
    "implies", "indicator", "key", "kind", "km", "kmFrom", "kmMethod", "lastLine", "lat",
    "lateWeight", "legalBasis", "level", "licence", "link", "lon", "low", "member", "method",
    "minutes", "mode", "modes", "name", "nameEn", "network", "node", "north", "note", "off",
    "oneway", "opened", "opens", "otherBlock", "otherPlace", "otherPoint", "overrides",
    "ownership", "parent", "party", "performer", "place", "placement", "pointSource", "population",
    "precision", "programme", "quote", "rank", "rankBasis", "reason", "recipient", "record", "ref",
    "relation", "reported", "restriction", "retract", "review", "roadClass", "role", "rotation",
    "scheme", "seat", "serves", "service", "sessionsPerWeek", "setUpMinutes", "severity", "sex",
    "shape", "share", "signed", "slowFactor", "slowWaitFactor", "source", "south", "specialty",
    "specialtyNetwork", "speed", "speedDefault", "stage", "standard", "start", "state", "stated",
    "statement", "status", "stops", "subject", "successor", "supportedBy", "supporter", "system",
    "target", "technique", "term", "tier", "timeCritical", "title", "to", "topic", "toTier",
    "townLevel", "traffic", "trainees", "training", "transferredBy", "transferRule",
    "travelProfile", "triage", "trips", "type", "unit", "use", "value", "vehicle", "version",
    "waitHighMinutes", "waitLowMinutes", "waitMinutes", "wave", "weather", "weight", "west",
    "window", "zone",
  ]
}
