import Facts
import Files
import HealthNetwork
import XMLStream

extension Party: ExchangeRecord {
  static var elementTerm: Term { .party }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.choice(.kind, &kind)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.place, &place)
    period.code(with: &coder)
    coder.provenance(&provenance)
    try coder.elements(.name, &names)
    try coder.elements(.member, &members)
    try coder.elements(.extension, &extensions)
  }
}

extension Member: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.ref, &ref)
    coder.choice(.role, &role)
    period.code(with: &coder)
    coder.field(.note, &note)
  }
}

extension Topic: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.specialty, &specialty)
    coder.field(.capability, &capability)
    coder.field(.name, &name)
    coder.field(.ref, &ref)
    coder.field(.note, &note)
  }
}

extension Review: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.date, &date)
    coder.field(.every, &every)
    coder.field(.note, &note)
  }
}

extension Agreement: ExchangeRecord {
  static var elementTerm: Term { .agreement }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.choice(.kind, &kind)
    coder.choice(.level, &level)
    coder.field(.name, &name)
    coder.field(.signed, &signed)
    period.code(with: &coder)
    coder.field(.programme, &programme)
    coder.field(.legalBasis, &legalBasis)
    coder.field(.sessionsPerWeek, &sessionsPerWeek, .sessions)
    coder.provenance(&provenance)
    try coder.elements(.member, &members)
    try coder.elements(.topic, &topics)
    try coder.elements(.person, &people)
    try coder.elements(.review, &reviews)
    try coder.elements(.extension, &extensions)
  }
}

extension Programme: ExchangeRecord {
  static var elementTerm: Term { .programme }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.signed, &signed)
    period.code(with: &coder)
    coder.field(.legalBasis, &legalBasis)
    coder.field(.aim, &aim)
    coder.provenance(&provenance)
    try coder.elements(.member, &members)
    try coder.elements(.topic, &topics)
    try coder.elements(.person, &people)
    try coder.elements(.extension, &extensions)
  }
}

extension SpecialtyNetwork: ExchangeRecord {
  static var elementTerm: Term { .specialtyNetwork }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.specialty, &specialty)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    period.code(with: &coder)
    coder.field(.programme, &programme)
    coder.provenance(&provenance)
    try coder.elements(.member, &members)
    try coder.elements(.extension, &extensions)
  }
}

extension Rotation: ExchangeRecord {
  static var elementTerm: Term { .rotation }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.supporter, &supporter)
    coder.field(.recipient, &recipient)
    coder.field(.agreement, &agreement)
    coder.field(.wave, &wave, .count)
    coder.field(.sessionsPerWeek, &sessionsPerWeek, .sessions)
    coder.field(.doctors, &doctors, .count)
    coder.field(.trips, &trips, .count)
    period.code(with: &coder)
    coder.provenance(&provenance)
    try coder.elements(.window, &windows)
    try coder.elements(.topic, &topics)
    try coder.elements(.extension, &extensions)
  }
}

extension Technique: ExchangeRecord {
  static var elementTerm: Term { .technique }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.facility, &facility)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.specialty, &specialty)
    coder.field(.capability, &capability)
    coder.field(.transferredBy, &transferredBy)
    coder.field(.agreement, &agreement)
    coder.choice(.stage, &stage)
    coder.choice(.grade, &grade)
    coder.field(.aboveTier, &isAboveTier)
    period.code(with: &coder)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension Training: ExchangeRecord {
  static var elementTerm: Term { .training }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.trainees, &trainees, .count)
    coder.field(.programme, &programme)
    period.code(with: &coder)
    coder.provenance(&provenance)
    try coder.elements(.member, &members)
    try coder.elements(.topic, &topics)
    try coder.elements(.person, &people)
    try coder.elements(.extension, &extensions)
  }
}

extension Observation: ExchangeRecord {
  static var elementTerm: Term { .observation }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.topic, &topic)
    coder.field(.about, &about)
    coder.field(.subject, &subject)
    coder.field(.place, &place)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.text, &text)
    measure.code(with: &coder)
    coder.field(.season, &season)
    coder.field(.hours, &hours)
    period.code(with: &coder)
    coder.field(.quote, &quote)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension Person: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.name, &name)
    coder.field(.role, &role)
    coder.field(.ref, &ref)
    coder.field(.note, &note)
  }
}

extension Figure: ExchangeRecord {
  static var elementTerm: Term { .figure }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.subject, &subject)
    coder.field(.indicator, &indicator)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    measure.code(with: &coder)
    coder.field(.target, &isTarget)
    coder.field(.change, &isChange)
    coder.field(.specialty, &specialty)
    period.code(with: &coder)
    coder.field(.quote, &quote)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}
