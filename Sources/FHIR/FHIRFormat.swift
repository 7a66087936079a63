public import Exchange

extension DocumentFormat {
  /// HL7 FHIR R4 in XML, in the shape of IHE mCSD.
  public static let fhir = DocumentFormat(rawValue: "fhir")
}

extension ReadableFormat {
  /// HL7 FHIR R4 in XML, in the shape of IHE mCSD.
  public static let fhir = ReadableFormat(
    .fhir, recognises: { $0.namespace == FHIRSystem.namespace }
  ) { (path, options) throws(ExchangeFailure) in try FHIRReader.read(path: path, options: options) }
}
