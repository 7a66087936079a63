public import Exchange

extension DocumentFormat {
  /// HL7 FHIR R4 in XML or JSON, in the shape of IHE mCSD.
  public static let fhir = DocumentFormat(rawValue: "fhir")
}

extension ReadableFormat {
  /// HL7 FHIR R4 in XML or JSON, in the shape of IHE mCSD; documents may refer to each other.
  public static let fhir = ReadableFormat(
    .fhir,
    recognises: { beginning in
      beginning.namespace == FHIRSystem.namespace
        || (beginning.firstMark == UInt8(ascii: "{")
          && beginning.bytes.contains(text: "\"resourceType\""))
    },
    read: { (paths, options) throws(ExchangeFailure) in
      try FHIRReader.read(paths: paths, options: options)
    })
}

extension [UInt8] {
  fileprivate func contains(text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }
}
