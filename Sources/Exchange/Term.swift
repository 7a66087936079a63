import XMLStream

/// The element and attribute names of the exchange format.
///
/// A name's raw value is its code in `Term.names`; a test holds the two lists together.
enum Term: Int, CaseIterable, Sendable {
  case aboveTier, accessDetour, accessLimitKm, accessSpeed, accessStandard, activated, activity
  case address, ageFrom, ageTo, agreement, aim, allowed, area, areaKm2, asOf, asserted, attribution
  case available, basis, bed, beds, block, blockJoin, bound, built, by, capability, capabilityType
  case carriages, carries, catalogueShare, classFactor, clock, closed, closes, code, condition
  case confidence, contact, count, crossing, crossingMinutes, crosswalk, cruiseSpeed, date, days
  case `default`, definitive, demandConfidence, demandFrom, demandSource, demandTo, department
  case display, doctors, east, effect, emergencyExempt, end, entry, equipment, every, exchange
  case excludes, expires, extendedMinutes, `extension`, extent, facility, factor, figure, first
  case firstEvidence, freeFlowSpeed, from, fromTier, grade, handOverMinutes, helipad, helipadNote
  case high, hours, id, identifier, implies, indicator, interval, key, kind, km, kmFrom, kmMethod
  case lastLine, lat, lateWeight, legalBasis, level, licence, limit, link, lon, low, member, method
  case minutes, mode, modes, name, nameEn, network, node, north, note, off, oneway, opened, opens
  case otherBlock, otherPlace, otherPoint, ownership, parent, party, pathway, performer, place
  case placement, pointSource, population, precision, programme, quote, rank, rankBasis, reason
  case recipient, record, ref, relation, reported, restriction, retract, review, roadClass, role
  case rotation, rule, scheme, seat, serves, service, sessionsPerWeek, setUpMinutes, sex, shape
  case share, signed, slowFactor, slowWaitFactor, source, south, specialty, specialtyNetwork, speed
  case speedDefault, stage, standard, start, state, stated, statement, status, stop, stops, subject
  case successor, supportedBy, supporter, system, target, technique, term, tier, timeCritical
  case title, to, topic, toTier, townLevel, traffic, trainees, training, transferredBy
  case transferRule, travelProfile, triage, trips, type, unit, use, value, vehicle, version
  case waitMinutes, wave, weather, weight, west, window, zone

  /// The name as documents write it.
  var name: StaticString { Term.spellings[rawValue] }

  /// The names by code, for readers.
  static let names = XMLNames(spellings.map { "\($0)" })

  private static let spellings: [StaticString] = [
    "aboveTier", "accessDetour", "accessLimitKm", "accessSpeed", "accessStandard", "activated",
    "activity", "address", "ageFrom", "ageTo", "agreement", "aim", "allowed", "area", "areaKm2",
    "asOf", "asserted", "attribution", "available", "basis", "bed", "beds", "block", "blockJoin",
    "bound", "built", "by", "capability", "capabilityType", "carriages", "carries",
    "catalogueShare", "classFactor", "clock", "closed", "closes", "code", "condition", "confidence",
    "contact", "count", "crossing", "crossingMinutes", "crosswalk", "cruiseSpeed", "date", "days",
    "default", "definitive", "demandConfidence", "demandFrom", "demandSource", "demandTo",
    "department", "display", "doctors", "east", "effect", "emergencyExempt", "end", "entry",
    "equipment", "every", "exchange", "excludes", "expires", "extendedMinutes", "extension",
    "extent", "facility", "factor", "figure", "first", "firstEvidence", "freeFlowSpeed", "from",
    "fromTier", "grade", "handOverMinutes", "helipad", "helipadNote", "high", "hours", "id",
    "identifier", "implies", "indicator", "interval", "key", "kind", "km", "kmFrom", "kmMethod",
    "lastLine", "lat", "lateWeight", "legalBasis", "level", "licence", "limit", "link", "lon",
    "low", "member", "method", "minutes", "mode", "modes", "name", "nameEn", "network", "node",
    "north", "note", "off", "oneway", "opened", "opens", "otherBlock", "otherPlace", "otherPoint",
    "ownership", "parent", "party", "pathway", "performer", "place", "placement", "pointSource",
    "population", "precision", "programme", "quote", "rank", "rankBasis", "reason", "recipient",
    "record", "ref", "relation", "reported", "restriction", "retract", "review", "roadClass",
    "role", "rotation", "rule", "scheme", "seat", "serves", "service", "sessionsPerWeek",
    "setUpMinutes", "sex", "shape", "share", "signed", "slowFactor", "slowWaitFactor", "source",
    "south", "specialty", "specialtyNetwork", "speed", "speedDefault", "stage", "standard", "start",
    "state", "stated", "statement", "status", "stop", "stops", "subject", "successor",
    "supportedBy", "supporter", "system", "target", "technique", "term", "tier", "timeCritical",
    "title", "to", "topic", "toTier", "townLevel", "traffic", "trainees", "training",
    "transferredBy", "transferRule", "travelProfile", "triage", "trips", "type", "unit", "use",
    "value", "vehicle", "version", "waitMinutes", "wave", "weather", "weight", "west", "window",
    "zone",
  ]
}
