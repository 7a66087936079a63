import Facts
import Files
import HealthNetwork
import XMLStream

extension Facility: ExchangeRecord {
  static var elementTerm: Term { .facility }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.choice(.kind, &kind)
    coder.choice(.ownership, &ownership)
    coder.field(.tier, &tier, .tier)
    coder.choice(.level, &level)
    coder.choice(.rank, &rank)
    coder.shared(.rankBasis, &rankBasis)
    coder.field(.lastLine, &isLastLine)
    coder.field(.parent, &parent)
    coder.field(.address, &address)
    position.code(with: &coder)
    coder.field(.built, &built)
    coder.field(.opened, &opened)
    coder.field(.activated, &activated)
    coder.choice(.activity, &activity)
    coder.field(.closed, &closed)
    coder.field(.successor, &successor)
    coder.field(.catalogueShare, &catalogueShare, .share)
    coder.field(.helipad, &helipads, .count)
    coder.field(.helipadNote, &helipadNote)
    coder.provenance(&provenance)
    try coder.elements(.identifier, &identifiers)
    try coder.elements(.name, &names)
    try coder.elements(.placement, &placements)
    try coder.elements(.contact, &contacts)
    try coder.elements(.beds, &beds)
    try coder.elements(.serves, &serves)
    try coder.elements(.department, &departments)
    try coder.elements(.equipment, &equipment)
    try coder.elements(.service, &services)
    try coder.elements(.standard, &standards)
    try coder.elements(.extension, &extensions)
  }
}

extension OtherIdentifier: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.system, &system)
    coder.field(.value, &value)
  }
}

extension Placement: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.place, &place)
    coder.shared(.basis, &basis)
  }
}

extension Contact: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.choice(.kind, &kind)
    coder.field(.value, &value)
    period.code(with: &coder)
    coder.shared(.source, &source)
    coder.choice(.confidence, &confidence)
  }
}

extension Beds: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.choice(.kind, &kind)
    coder.field(.type, &type)
    measure.code(with: &coder, within: .beds)
    period.code(with: &coder)
    coder.provenance(&provenance)
  }
}

extension PatientGroup: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.ageFrom, &ageFrom, .age)
    coder.field(.ageTo, &ageTo, .age)
    coder.choice(.sex, &sex)
    coder.provenance(&provenance)
  }
}

extension CatalogueEntry: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.code, &code)
    coder.field(.name, &name)
    coder.field(.capability, &capability)
    coder.field(.count, &count, .count)
    coder.choice(.mode, &mode)
    coder.choice(.state, &state)
    coder.field(.by, &by)
    period.code(with: &coder)
    coder.provenance(&provenance)
  }
}

extension Capability: ExchangeRecord {
  static var elementTerm: Term { .capability }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.facility, &facility)
    coder.field(.code, &code)
    coder.field(.statement, &statement)
    coder.choice(.value, &value)
    period.code(with: &coder)
    coder.choice(.performer, &performer)
    coder.field(.supportedBy, &supportedBy)
    coder.field(.transferredBy, &transferredBy)
    coder.choice(.stage, &stage)
    coder.field(.quote, &quote)
    coder.provenance(&provenance)
    try coder.elements(.window, &windows)
    try coder.elements(.extension, &extensions)
  }
}

extension LiveStatus: ExchangeRecord {
  static var elementTerm: Term { .status }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.facility, &facility)
    coder.choice(.traffic, &traffic)
    coder.choice(.diversion, &diversion)
    coder.field(.reported, &reported)
    coder.field(.expires, &expires)
    coder.provenance(&provenance)
    try coder.elements(.bed, &beds)
    try coder.elements(.off, &off)
    try coder.elements(.extension, &extensions)
  }
}

extension LiveStatus.FreeBeds: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.type, &type)
    coder.field(.available, &available, .count)
  }
}

extension LiveStatus.Off: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.capability, &capability)
    coder.field(.note, &note)
  }
}
