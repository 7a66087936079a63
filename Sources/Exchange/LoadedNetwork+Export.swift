import Facts
public import HealthNetwork

extension LoadedNetwork {
  /// The header of one document that holds what all documents of the folder hold.
  ///
  /// It is as of the latest of them, has the licences of all of them, and no source or confidence of
  /// its own: each record carries its own.
  public var header: ExchangeHeader {
    var header = ExchangeHeader()
    header.network = network.header.id
    header.title = network.header.name
    header.asOf = documents.compactMap(\.header.asOf).max()
    let licences = Set(documents.compactMap(\.header.licence)).sorted()
    header.licence = licences.isEmpty ? nil : licences.joined(separator: "; ")
    return header
  }

  /// The whole network as one canonical document in UTF-8.
  ///
  /// Reading it and writing it again gives the same bytes.
  public var wholeDocument: [UInt8] {
    DocumentWriter.bytes(of: network.records, header: header)
  }

  /// Some records of the network as one canonical document in UTF-8.
  public func document(of records: NetworkRecords) -> [UInt8] {
    DocumentWriter.bytes(of: records, header: header)
  }

  /// Each document in canonical form, as the folder was divided.
  ///
  /// Records that a delta added belong to none of them: there must be no deltas.
  public var canonicalDocuments: [(path: String, bytes: [UInt8])] {
    zip(documents, recordsByDocument()).map { document, records in
      (document.path, DocumentWriter.bytes(of: records, header: document.header))
    }
  }
}
