/// The terms of a network: specialties, capabilities, and what implies what.
public struct Vocabulary: Sendable {
  /// Specialties by code.
  public let specialties: [String: Specialty]
  /// Capabilities by code.
  public let capabilityTypes: [String: CapabilityType]
  /// For each capability, the codes that have it: itself, and whatever implies it.
  private let grantedBy: [String: Set<String>]
  /// For each capability, the codes that it needs: itself, and whatever it implies.
  private let requires: [String: Set<String>]

  /// Indexes the terms.
  ///
  /// - Complexity: O(*n* + *m*), where *n* is the number of capabilities and *m* the number of
  ///   implications in their closure.
  init(specialties: [Specialty], capabilityTypes: [CapabilityType]) {
    self.specialties = Dictionary(
      specialties.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let types = Dictionary(
      capabilityTypes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    self.capabilityTypes = types
    var requires: [String: Set<String>] = [:]
    var grantedBy: [String: Set<String>] = [:]
    for type in capabilityTypes {
      var seen: Set<String> = [type.code]
      var pending = [type.code]
      while let code = pending.popLast() {
        for implied in types[code]?.impliedCodes ?? [] where seen.insert(implied).inserted {
          pending.append(implied)
        }
      }
      requires[type.code] = seen
      for code in seen { grantedBy[code, default: []].insert(type.code) }
    }
    self.requires = requires
    self.grantedBy = grantedBy
  }

  /// The codes of which each grants a capability: itself and whatever implies it.
  public func codes(granting code: String) -> Set<String> { grantedBy[code] ?? [code] }

  /// The codes that a capability needs: itself and whatever it implies.
  public func codes(requiredBy code: String) -> Set<String> { requires[code] ?? [code] }
}

extension CapabilityType {
  /// The codes that it implies directly.
  public var impliedCodes: [String] {
    implies?.split(separator: " ").map(String.init) ?? []
  }
}

extension Crosswalk {
  /// Whether whoever has the other code surely has our term: the same thing, or a narrower one.
  ///
  /// Unsaid counts as the same. A code that is wider than the term, or only related, does not tell.
  public var grantsTerm: Bool {
    relation == nil || relation == .equivalent || relation == .narrower
  }

  /// Whether whoever has our term surely has the other code: the same thing, or a wider one.
  ///
  /// So whoever lacks the other code lacks the term.
  public var isGrantedByTerm: Bool {
    relation == nil || relation == .equivalent || relation == .wider
  }
}
