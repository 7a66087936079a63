/// The abilities of a FHIR interface over a directory, as a CapabilityStatement.
///
///     FHIRCapabilities.statement(at: "https://example.org/fhir", version: "1.0", isSigned: true)
public enum FHIRCapabilities {
  /// The day on which what the interface can do changed last.
  private static let changed = "2026-11-30"

  /// The statement of an interface.
  ///
  /// - Parameters:
  ///   - base: The address of the interface, without a slash at its end.
  ///   - version: The version of the software.
  ///   - isSigned: Whether a key or an account is needed.
  /// - Returns: The CapabilityStatement.
  public static func statement(
    at base: String, version: String, isSigned: Bool
  ) -> FHIRElement {
    var statement = FHIRElement("CapabilityStatement")
    statement.append("url", base + "/metadata")
    statement.append("version", version)
    statement.append("name", "Tuyen")
    statement.append("title", "Tuyến: care services directory")
    statement.append("status", "active")
    statement.append("date", changed)
    statement.append("kind", "instance")
    for actor in ["Directory", "UpdateSupplier"] {
      statement.append(
        "instantiates", "https://profiles.ihe.net/ITI/mCSD/CapabilityStatement/IHE.mCSD." + actor)
    }
    statement.append(
      FHIRElement("software", [FHIRElement("name", "Tuyến"), FHIRElement("version", version)]))
    statement.append(
      FHIRElement(
        "implementation",
        [
          FHIRElement("description", "Directory of a regional health network"),
          FHIRElement("url", base),
        ]))
    statement.append("fhirVersion", "4.0.1")
    statement.append("format", FHIREncoding.json.mediaType)
    statement.append("format", FHIREncoding.xml.mediaType)
    statement.append(
      "implementationGuide", "https://profiles.ihe.net/ITI/mCSD/ImplementationGuide/ihe.iti.mcsd")
    var rest = FHIRElement("rest", [FHIRElement("mode", "server")])
    if isSigned {
      var security = FHIRElement("security")
      security.append("description", "Bearer keys; see docs/api.md")
      rest.append(security)
    }
    for type in FHIRSearchParameter.types { rest.append(resource(type)) }
    rest.append(FHIRElement("interaction", [FHIRElement("code", "history-system")]))
    statement.append(rest)
    return statement
  }

  private static let profiles = [
    "HealthcareService": ["IHE.mCSD.HealthcareService"],
    "Location": ["IHE.mCSD.FacilityLocation"],
    "Organization": ["IHE.mCSD.FacilityOrganization"],
  ]

  private static func resource(_ type: String) -> FHIRElement {
    var resource = FHIRElement("resource", [FHIRElement("type", type)])
    for profile in profiles[type] ?? [] {
      resource.append("supportedProfile", FHIRSystem.profiles + profile)
    }
    for code in ["read", "vread", "search-type", "history-instance", "history-type"] {
      resource.append(FHIRElement("interaction", [FHIRElement("code", code)]))
    }
    resource.append("versioning", "versioned")
    resource.append("readHistory", "true")
    for include in FHIRSearchParameter.includes(of: type) {
      resource.append("searchInclude", include)
    }
    for include in FHIRSearchParameter.reverseIncludes(of: type) {
      resource.append("searchRevInclude", include)
    }
    var parameters = FHIRSearchParameter.all(of: type).map { ($0.name, $0.kind.rawValue) }
    parameters += [("_id", "token"), ("_lastUpdated", "date")]
    for (name, kind) in parameters {
      var parameter = FHIRElement("searchParam")
      parameter.append("name", name)
      parameter.append("type", kind)
      resource.append(parameter)
    }
    return resource
  }
}
