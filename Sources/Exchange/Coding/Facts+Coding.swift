import Facts
import Files
import HealthNetwork
import XMLStream

extension Extension: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.key, &key)
    try coder.content(&text)
  }
}

extension ServiceWindow: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.days, &days)
    coder.clock(.opens, &opens)
    coder.clock(.closes, &closes)
    coder.field(.sessionsPerWeek, &sessionsPerWeek, .sessions)
    coder.field(.note, &note)
  }
}

extension Retraction: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.record, &kind)
    coder.field(.key, &key)
    coder.field(.reason, &reason)
  }
}

extension Period {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) {
    coder.field(.from, &from)
    coder.field(.to, &to)
    coder.field(.firstEvidence, &firstEvidence)
  }
}

extension Measure {
  mutating func code<Coder: FieldCoder & ~Copyable>(
    with coder: inout Coder, within bounds: NumberBounds = .amount
  ) {
    coder.field(.value, &value, bounds)
    coder.field(.low, &low, bounds)
    coder.field(.high, &high, bounds)
    coder.choice(.bound, &bound)
    coder.field(.unit, &unit)
  }
}

extension Position {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) {
    coder.point(&point)
    coder.choice(.precision, &precision)
    coder.shared(.pointSource, &source)
  }
}
