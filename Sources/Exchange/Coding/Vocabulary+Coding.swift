import Facts
import Files
import HealthNetwork
import XMLStream

extension Specialty: ExchangeRecord {
  static var elementTerm: Term { .specialty }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.code, &code)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.entry, &entry)
    coder.field(.timeCritical, &isTimeCritical)
    coder.field(.demandFrom, &demandFrom, .age)
    coder.field(.demandTo, &demandTo, .age)
    coder.field(.demandSource, &demandSource)
    coder.choice(.demandConfidence, &demandConfidence)
    coder.provenance(&provenance)
    try coder.elements(.name, &names)
    try coder.elements(.extension, &extensions)
  }
}

extension CapabilityType: ExchangeRecord {
  static var elementTerm: Term { .capabilityType }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.code, &code)
    coder.field(.specialty, &specialty)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.implies, &implies)
    coder.field(.ageFrom, &ageFrom, .age)
    coder.field(.ageTo, &ageTo, .age)
    coder.provenance(&provenance)
    try coder.elements(.name, &names)
    try coder.elements(.extension, &extensions)
  }
}

extension ClinicalClock: ExchangeRecord {
  static var elementTerm: Term { .clock }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.specialty, &specialty)
    coder.field(.capability, &capability)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.choice(.start, &start)
    coder.choice(.end, &end)
    coder.field(.minutes, &minutes, .minutes)
    coder.field(.extendedMinutes, &extendedMinutes, .minutes)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension AccessStandard: ExchangeRecord {
  static var elementTerm: Term { .accessStandard }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.specialty, &specialty)
    coder.field(.capability, &capability)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.minutes, &minutes, .minutes)
    coder.field(.share, &share, .share)
    coder.field(.default, &isDefault)
    measure.code(with: &coder)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension TriageClass: ExchangeRecord {
  static var elementTerm: Term { .triage }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.code, &code)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.rank, &rank, .weight)
    coder.field(.weight, &weight, .weight)
    coder.field(.lateWeight, &lateWeight, .weight)
    coder.field(.minutes, &minutes, .minutes)
    coder.provenance(&provenance)
    try coder.elements(.name, &names)
    try coder.elements(.extension, &extensions)
  }
}

extension TransferRule: ExchangeRecord {
  static var elementTerm: Term { .transferRule }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.fromTier, &fromTier, .tier)
    coder.field(.toTier, &toTier, .tier)
    coder.field(.allowed, &isAllowed)
    coder.field(.emergencyExempt, &exemptsEmergencies)
    coder.field(.topic, &topic)
    coder.field(.condition, &condition)
    coder.field(.legalBasis, &legalBasis)
    period.code(with: &coder)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension Pathway: ExchangeRecord {
  static var elementTerm: Term { .pathway }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.specialty, &specialty)
    coder.field(.first, &first)
    coder.field(.definitive, &definitive)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.provenance(&provenance)
    try coder.elements(.interval, &intervals)
    try coder.elements(.limit, &limits)
    try coder.elements(.rule, &rules)
    try coder.elements(.extension, &extensions)
  }
}

extension PathwayInterval: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.choice(.kind, &kind)
    coder.field(.minutes, &minutes, .minutes)
    coder.field(.low, &low, .minutes)
    coder.field(.high, &high, .minutes)
    coder.field(.clock, &clock)
    coder.provenance(&provenance)
  }
}

extension PathwayLimit: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.choice(.stop, &stop)
    coder.field(.ref, &ref)
  }
}

extension PathwayRule: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.choice(.kind, &kind)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.minutes, &minutes, .minutes)
    coder.choice(.end, &end)
    coder.field(.clock, &clock)
    coder.field(.default, &isDefault)
    coder.provenance(&provenance)
  }
}

extension Crosswalk: ExchangeRecord {
  static var elementTerm: Term { .crosswalk }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.term, &term)
    coder.field(.system, &system)
    coder.field(.value, &value)
    coder.field(.display, &display)
    coder.choice(.relation, &relation)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension Wording: ExchangeRecord {
  static var elementTerm: Term { .wording }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.text, &text)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.url, &url)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension Ladder: ExchangeRecord {
  static var elementTerm: Term { .ladder }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.specialty, &specialty)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.verified, &isVerified)
    period.code(with: &coder)
    coder.provenance(&provenance)
    try coder.elements(.rung, &rungs)
    try coder.elements(.extension, &extensions)
  }
}

extension Rung: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.level, &level)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.capability, &capability)
    coder.field(.requires, &requires)
    coder.field(.standard, &standard)
    coder.field(.months, &months, .months)
    coder.provenance(&provenance)
  }
}
