import Exchange
import Facts
import Files
import Formats
import HealthNetwork
import TestSupport
import XMLStream

/// A table that was read in a test.
struct ReadTable {
  let document: ImportedDocument

  /// Reads a table of bytes.
  init(
    bytes: [UInt8], mapping: String? = nil, network: String? = nil, repairs: Bool = false,
    encoding: TextEncoding? = nil, name: String = "list.csv"
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: name)
    var options = ImportOptions()
    if let mapping {
      try folder.write(Array(mapping.utf8), to: "map.csv")
      options.mapping = folder.path + "/map.csv"
    }
    options.repairs = repairs
    options.encoding = encoding
    if let network { options.network = try load(["n.xml": network]).network }
    document = try DocumentFormats.exchange.read(folder.path + "/" + name, options: options)
  }

  /// Reads a table of text.
  init(
    _ text: String, mapping: String? = nil, network: String? = nil, repairs: Bool = false
  ) throws {
    try self.init(bytes: Array(text.utf8), mapping: mapping, network: network, repairs: repairs)
  }

  var facilities: [Facility] { document.records.facilities.map(\.record) }
  var names: [String] { facilities.map(\.name) }
  var ids: [String] { facilities.map(\.id) }
  var codes: [String] { document.findings.map(\.code) }

  /// The codes that are more than notes.
  var flaws: [String] {
    document.findings.filter { $0.importance != .note }.map(\.code)
  }
}
