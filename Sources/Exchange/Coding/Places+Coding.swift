import Facts
import Files
import HealthNetwork
import XMLStream

extension NetworkHeader: ExchangeRecord {
  static var elementTerm: Term { .network }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.zone, &zone)
    coder.box(&box)
    coder.field(.attribution, &attribution)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension Scheme: ExchangeRecord {
  static var elementTerm: Term { .scheme }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    period.code(with: &coder)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension Place: ExchangeRecord {
  static var elementTerm: Term { .place }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.scheme, &scheme)
    coder.field(.code, &code)
    coder.choice(.level, &level)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.parent, &parent)
    position.code(with: &coder)
    coder.field(.areaKm2, &areaKm2, .squareKilometres)
    coder.box(&box)
    coder.field(.seat, &seat)
    coder.field(.block, &block)
    coder.choice(.held, &held)
    coder.provenance(&provenance)
    try coder.elements(.name, &names)
    try coder.elements(.population, &populations)
    try coder.elements(.successor, &successors)
    try coder.elements(.otherPoint, &otherPoints)
    try coder.elements(.extension, &extensions)
  }
}

extension OtherName: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.choice(.kind, &kind)
    coder.field(.value, &value)
    period.code(with: &coder)
    coder.provenance(&provenance)
  }
}

extension Population: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.count, &count, .count)
    coder.choice(.basis, &basis)
    coder.field(.date, &date)
    coder.field(.ageFrom, &ageFrom, .age)
    coder.field(.ageTo, &ageTo, .age)
    coder.shared(.method, &method)
    coder.field(.stated, &stated, .count)
    coder.shared(.source, &source)
    coder.choice(.confidence, &confidence)
  }
}

extension Successor: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.place, &place)
    coder.choice(.extent, &extent)
    coder.shared(.note, &note)
  }
}

extension OtherPoint: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.kind, &kind)
    coder.point(&point)
    coder.shared(.source, &source)
  }
}

extension PlaceOutline: ExchangeRecord {
  static var elementTerm: Term { .outline }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.place, &place)
    coder.provenance(&provenance)
    try coder.elements(.ring, &rings)
    try coder.elements(.extension, &extensions)
  }
}

extension PlaceOutline.Ring: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.shape, &shape)
  }
}
