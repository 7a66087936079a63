import Facts
import Files
import HealthNetwork
import XMLStream

extension Severity: ExchangeRecord {
  static var elementTerm: Term { .severity }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.code, &code)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    coder.field(.overrides, &overrides)
    coder.provenance(&provenance)
    try coder.elements(.name, &names)
    try coder.elements(.extension, &extensions)
  }
}

extension Freshness: ExchangeRecord {
  static var elementTerm: Term { .freshness }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.choice(.field, &field)
    coder.field(.freshMinutes, &freshMinutes, .wholeMinutes)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension Holiday: ExchangeRecord {
  static var elementTerm: Term { .holiday }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.name, &name)
    coder.field(.nameEn, &nameEn)
    period.code(with: &coder)
    coder.provenance(&provenance)
    try coder.elements(.extension, &extensions)
  }
}

extension DatedException: ExchangeRecord {
  static var elementTerm: Term { .exception }

  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.id, &id)
    coder.field(.facility, &facility)
    coder.field(.capability, &capability)
    coder.field(.link, &link)
    coder.field(.holiday, &holiday)
    coder.field(.closed, &isClosed)
    coder.field(.waitMinutes, &waitMinutes, .minutes)
    coder.field(.waitLowMinutes, &waitLowMinutes, .minutes)
    coder.field(.waitHighMinutes, &waitHighMinutes, .minutes)
    period.code(with: &coder)
    coder.provenance(&provenance)
    try coder.elements(.window, &windows)
    try coder.elements(.extension, &extensions)
  }
}
