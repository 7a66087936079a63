import Facts
import Files
import HealthNetwork
import TravelNetwork
import XMLStream

extension Vehicle: ExchangeRecord {
  static var elementTerm: Term { .vehicle }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.modes, &modes)
    coder.field(.carriages, &carriages)
    coder.field(.handOverMinutes, &handOverMinutes, .minutes)
    coder.field(.cruiseSpeed, &cruiseSpeed, .speed)
    coder.field(.setUpMinutes, &setUpMinutes, .minutes)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension TravelProfile: ExchangeRecord {
  static var elementTerm: Term { .travelProfile }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.slowFactor, &slowFactor, .factor)
    coder.field(.slowWaitFactor, &slowWaitFactor, .factor)
    coder.field(.accessSpeed, &accessSpeed, .speed)
    coder.field(.accessDetour, &accessDetour, .factor)
    coder.field(.accessLimitKm, &accessLimitKm, .kilometres)
    coder.provenance(&provenance)
    try coder.elements(.classFactor, &classFactors)
    try coder.elements(.extension, &extensions)
  }
}

extension ClassFactor: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.choice(.roadClass, &roadClass)
    coder.field(.factor, &factor, .classFactor)
    coder.field(.trips, &trips, .count)
  }
}

extension Weather: ExchangeRecord {
  static var elementTerm: Term { .weather }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.provenance(&provenance)
    try coder.elements(.effect, &effects)
    try coder.elements(.extension, &extensions)
  }
}

extension Weather.Effect: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.choice(.mode, &mode)
    coder.choice(.roadClass, &roadClass)
    coder.field(.kmFrom, &kilometresFrom, .kilometres)
    coder.field(.stops, &stops)
    coder.field(.factor, &factor, .factor)
  }
}

extension TravelClosure: ExchangeRecord {
  static var elementTerm: Term { .closure }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.crossing, &crossing)
    coder.field(.place, &place)
    coder.box(&box)
    coder.choice(.mode, &mode)
    period.code(with: &coder)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension SpeedDefault: ExchangeRecord {
  static var elementTerm: Term { .speedDefault }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.area, &area)
    coder.choice(.roadClass, &roadClass)
    coder.field(.speed, &speed, .speed)
    coder.field(.freeFlowSpeed, &freeFlowSpeed, .speed)
    coder.provenance(&provenance)
  }
}

extension LandBlock: ExchangeRecord {
  static var elementTerm: Term { .block }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.name, &name)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension BlockJoin: ExchangeRecord {
  static var elementTerm: Term { .blockJoin }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.block, &block)
    coder.field(.otherBlock, &otherBlock)
    coder.field(.place, &place)
    coder.field(.otherPlace, &otherPlace)
    coder.field(.km, &kilometres, .kilometres)
    coder.provenance(&provenance)
  }
}

extension TravelNode: ExchangeRecord {
  static var elementTerm: Term { .node }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.choice(.kind, &kind)
    coder.field(.name, &name)
    coder.point(&point)
    coder.choice(.precision, &precision)
    coder.field(.place, &place)
    coder.shared(.block, &block)
    coder.shared(.townLevel, &townLevel)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension TravelLink: ExchangeRecord {
  static var elementTerm: Term { .link }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.start, &start)
    coder.field(.end, &end)
    coder.choice(.mode, &mode)
    coder.choice(.roadClass, &roadClass)
    coder.shared(.ref, &ref)
    coder.shared(.name, &name)
    coder.field(.km, &kilometres, .kilometres)
    coder.shared(.kmMethod, &lengthMethod)
    coder.field(.speed, &speed, .speed)
    coder.field(.freeFlowSpeed, &freeFlowSpeed, .speed)
    coder.field(.oneway, &isOneway)
    coder.field(.crossing, &crossing)
    coder.field(.crossingMinutes, &crossingMinutes, .minutes)
    coder.field(.waitMinutes, &waitMinutes, .minutes)
    coder.shared(.hours, &hours)
    coder.choice(.carries, &carries)
    coder.shared(.excludes, &excludes)
    coder.shared(.restriction, &restriction)
    coder.choice(.state, &state)
    coder.choice(.use, &use)
    coder.field(.shape, &shape)
    period.code(with: &coder)
    coder.provenance(&provenance)
    try coder.elements(.window, &windows)
    try coder.elements(.extension, &extensions)
  }
}
