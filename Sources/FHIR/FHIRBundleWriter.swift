/// Writes a Bundle entry by entry, so that one of any size needs little memory.
struct FHIRBundleWriter {
  private let encoding: FHIREncoding
  private var xml = FHIRXMLSerializer()
  private var json = FHIRJSONSerializer()
  private var hasEntries = false

  /// Begins a Bundle.
  init(_ bundle: FHIRBundle, as encoding: FHIREncoding) {
    self.encoding = encoding
    switch encoding {
    case .xml: xml.beginDocument(bundle.head)
    case .json: json.begin(resource: bundle.head)
    }
    for entry in bundle.entries { write(entry) }
  }

  /// Writes an entry; in JSON each on a line of its own.
  mutating func write(_ entry: FHIRBundle.Entry) {
    switch encoding {
    case .xml: xml.write(entry.element)
    case .json:
      if !hasEntries { json.beginEntries() }
      json.write(entry: entry.element)
    }
    hasEntries = true
  }

  /// Ends the Bundle.
  mutating func end() {
    switch encoding {
    case .xml: xml.end()
    case .json: json.end(hasEntries: hasEntries)
    }
  }

  /// Hands over what was written and forgets it.
  mutating func takeBytes() -> [UInt8] {
    encoding == .xml ? xml.takeBytes() : json.takeBytes()
  }
}
