import Exchange
import XMLStream

/// What the published schema declares, read as the plain document that it is.
struct PublishedSchema {
  /// The names of all elements and attributes.
  private(set) var names: Set<String> = []
  /// The elements of the root, in order.
  private(set) var records: [String] = []
  /// The kinds of record that a delta may take away, in order.
  private(set) var retractable: [String] = []

  init() throws {
    let codes = XMLNames(["element", "attribute", "enumeration", "complexType", "name", "value"])
    var reader = try XMLReader(
      bytes: ExchangeSchema.bytes, path: "exchange.xsd", names: codes, schema: nil)
    var isInRoot = false
    var type = ""
    var attribute = ""
    while try reader.next() != .endOfDocument {
      guard reader.event == .start else {
        if reader.event == .end && reader.depth == 2 { isInRoot = false }
        continue
      }
      let name = reader.attribute(4) ?? ""
      switch reader.name {
      case 0:
        names.insert(name)
        if isInRoot { records.append(name) }
        if reader.depth == 2 { isInRoot = true }
      case 1:
        names.insert(name)
        attribute = name
      case 2:
        if type == "retract" && attribute == "record" {
          retractable.append(reader.attribute(5) ?? "")
        }
      case 3: if reader.depth == 2 { type = name }
      default: break
      }
    }
  }
}
