import Files
import Formats
import XMLStream

/// Makes elements of FHIR's JSON.
///
/// Nothing is looked up by its text more than once: keys have numbers, and what they mean is kept by
/// these.
struct FHIRJSONParser: ~Copyable {
  var json: JSONReader
  var fields = FHIRFieldTable()
  /// The entries of the root so far; whether it is a Bundle may come behind them.
  var entries = FHIRDocument(path: "", index: 0)

  /// The slots of the elements of all open objects, those of the outer ones first.
  var slots: [Slot] = []
  /// The fields of all open objects.
  var runs: [Run] = []

  /// Where an element belongs: to which field of its object, and where in the array of the field.
  struct Slot: Comparable {
    var field: Int32
    var index: Int32

    static func < (left: Slot, right: Slot) -> Bool {
      (left.field, left.index) < (right.field, right.index)
    }
  }

  /// A field of an object, and the places of the elements that the first half of it was read as: what
  /// `name` is and what `_name` says of it are one field.
  struct Run {
    var name: FHIRFieldTable.Name
    var first = 0
    var end = 0
  }

  /// An object that is being read.
  struct Object {
    var line: Int
    /// The type of the element or resource that it is; nil where it is not known.
    var type: FHIRFieldTable.TypeNumber?
    var resourceType: String?
    /// Where its slots and fields begin on the stacks.
    let firstSlot: Int
    let firstRun: Int
    /// The elements in it, in the order in which they were read.
    var elements: [FHIRElement] = []
    /// Whether a field so far begins with `_`.
    var hasRest = false
    /// Whether elements stand where their fields do.
    var isInOrder = true
    /// Whether elements stand in the order of the schema.
    var isSorted = true
    var lastPlace = -1
    /// Whether its type came behind elements of it, which therefore are in no order.
    var isTypeLate = false
    var hasText = false
    var hasID = false
    /// The places of the fields by their names, where they are too many to be looked through.
    var many: [FHIRFieldTable.Name: Int] = [:]
  }

  init(_ source: DataSource, limits: XMLLimits) throws(DocumentError) {
    var own = JSONLimits()
    own.documentBytes = limits.documentBytes
    own.textBytes = limits.textBytes
    own.seconds = limits.seconds
    // An element that repeats is an object in an array.
    own.depth = min(2 * limits.depth, 512)
    json = try JSONReader(source, limits: own)
  }

  /// Reads every resource of the document, each beginning on a line of its own.
  ///
  /// - Parameter document: Takes them: of a Bundle each child, else the resource.
  /// - Throws: `DocumentError` where the document cannot be read on.
  mutating func read(into document: inout FHIRDocument) throws(DocumentError) {
    var count = 0
    while true {
      let event = try json.next()
      if event == .endOfDocument { break }
      count += 1
      guard event == .beginObject else {
        throw json.error(.invalid, "a FHIR document is an object with a resourceType")
      }
      try readRoot(into: &document)
    }
    guard count > 0 else { throw json.error(.malformed, "the document is empty") }
  }

  /// Reads one resource as it stands, Bundles included.
  mutating func readResource() throws(DocumentError) -> FHIRElement {
    guard try json.next() == .beginObject else {
      throw json.error(.invalid, "a FHIR document is an object with a resourceType")
    }
    let line = json.line
    let object = try readObject(nil)
    guard let type = object.resourceType else { throw missingType(line) }
    guard try json.next() == .endOfDocument else {
      throw json.error(.invalid, "there is more than one resource")
    }
    return resource(object, type)
  }

  /// Reads the object of a root; of a Bundle only one entry is in memory.
  private mutating func readRoot(into document: inout FHIRDocument) throws(DocumentError) {
    let line = json.line
    entries = FHIRDocument(path: document.path, index: document.index)
    let object = try readObject(nil, isRoot: true)
    guard let type = object.resourceType else { throw missingType(line) }
    guard type == "Bundle" else {
      // Entries of anything else, such as a List, are no resources of the document.
      document.take(resource: resource(object, type))
      return
    }
    entries.bundleType = ""
    for child in resource(object, type).children { entries.take(bundleChild: child) }
    document.append(entries)
  }

  private func missingType(_ line: Int) -> DocumentError {
    var error = json.error(
      .invalid, "the object has no \"resourceType\"; expected a resource of FHIR R4, such as Bundle"
    )
    error.line = line
    return error
  }
}
