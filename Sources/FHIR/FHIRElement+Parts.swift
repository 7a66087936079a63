import Exchange
import Facts
import HealthNetwork

extension FHIRElement {
  /// Adds an extension of ours; nothing where there is no value.
  mutating func own(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    var child = FHIRElement("extension", [FHIRElement("valueString", value)])
    child.url = FHIRSystem.own + name
    children.append(child)
  }

  /// Adds the fields of a record that FHIR has no element for.
  mutating func own<Record>(_ fields: [TextField<Record>], of record: Record) {
    for field in fields { own(field.name, field.get(record)) }
  }

  /// Adds the extensions of a record.
  mutating func own(_ extensions: [Extension]) {
    for kept in extensions { own("extension:" + FHIRNames.escaped(kept.key), kept.text) }
  }

  /// Adds an identifier.
  mutating func identifier(_ system: String, _ value: String) {
    var identifier = FHIRElement("identifier")
    if FHIRSystem.isURI(system) {
      identifier.append("system", system)
    } else {
      identifier.own("system", system)
      identifier.append("system", FHIRSystem.own + "system:" + FHIRNames.escaped(system))
    }
    identifier.append("value", value)
    children.append(identifier)
  }

  /// Adds a concept of some codings.
  mutating func concept(
    _ name: String, _ codings: [(system: String, code: String, display: String?)]
  ) {
    children.append(
      FHIRElement(
        name,
        codings.map { coding in
          var element = FHIRElement("coding")
          element.append("system", coding.system)
          element.append("code", coding.code)
          element.append("display", coding.display)
          return element
        }))
  }

  /// Adds a further name.
  mutating func alias(_ name: OtherName) {
    var alias = FHIRElement("alias", name.value)
    alias.own("kind", name.kind.rawValue)
    alias.own(OwnFields.shared.name, of: name)
    children.append(alias)
  }

  /// Adds a type of mCSD: a facility, a jurisdiction.
  mutating func mcsdType(_ code: String, _ display: String) {
    concept("type", [(FHIRSystem.mcsdType, code, display)])
  }
}
