/// How FHIR writes its elements.
public enum FHIREncoding: String, CaseIterable, Sendable {
  /// XML in the namespace `http://hl7.org/fhir`.
  case xml
  /// JSON with `resourceType`.
  case json

  /// The media type, as HTTP names it.
  public var mediaType: String { "application/fhir+" + rawValue }
}

extension FHIRElement {
  /// A resource as a document in UTF-8.
  ///
  /// - Parameter encoding: How it is written.
  /// - Returns: The document, ending with a line feed.
  public func bytes(as encoding: FHIREncoding) -> [UInt8] {
    switch encoding {
    case .xml:
      var serializer = FHIRXMLSerializer()
      serializer.writeDocument(self)
      return serializer.takeBytes()
    case .json:
      var serializer = FHIRJSONSerializer()
      serializer.writeDocument(self)
      return serializer.takeBytes()
    }
  }
}
