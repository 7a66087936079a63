/// The rules of a schema that is so simple that a document can be held to them in passing.
///
/// They say *surely valid*, or nothing: where a document may break the schema, or only is unusual,
/// somebody who knows all of XML Schema must look, and word what is wrong. That is what ``XMLSchema``
/// does, at more than the price of parsing; most documents are valid, and need it never.
///
///     let rules = SchemaRules(bytes: schema, names: names, namespace: "urn:tuyen:exchange:1")
///     var reader = try XMLReader(path: path, names: names, namespace: namespace, rules: rules)
///     while try reader.next() != .endOfDocument {}
///     if reader.isDoubtful { … read it again, with the schema … }
///
/// Of XML Schema it knows sequences of named elements, one root that is a choice of them, attributes,
/// and simple types of tokens, numbers, truth values and lists.
package final class SchemaRules: Sendable {
  /// The rules of the elements of one type.
  struct Kind: Sendable {
    /// The rule of each attribute's value by the code of its name, or `absent`.
    var attributes: [Int16]
    /// Whether an attribute must be there, by the code of its name.
    var isRequired: [Bool]
    var requiredCount = 0
    var content = Content.nothing
    /// The elements in it, in order.
    var parts: [Part] = []
  }

  /// The kinds of content between the tags of an element.
  enum Content: Sendable {
    case nothing, sequence, choice, text
  }

  /// Elements of one name, in their place.
  struct Part: Sendable, BitwiseCopyable {
    var name: Int32
    var kind: Int32
    var isRequired: Bool
    var isRepeated: Bool
  }

  static let absent: Int16 = -1

  /// The code of the root's name, and its kind.
  let root: (name: Int, kind: Int)
  let kinds: [Kind]
  let values: [ValueRule]
  let machines: PatternMachines

  /// The rules of the root's content.
  package var rootKind: Int { root.kind }

  /// The place of an element among those that its parent may hold, and the rules of its own content.
  ///
  /// - Parameters:
  ///   - name: The code of its name.
  ///   - parent: The rules of the parent's content.
  /// - Returns: The place, counted from 0; nil where the parent holds no such element.
  package func child(_ name: Int, of parent: Int) -> (place: Int, kind: Int)? {
    let parts = kinds[parent].parts
    guard let place = parts.firstIndex(where: { Int($0.name) == name }) else { return nil }
    return (place, Int(parts[place].kind))
  }

  /// Reads the rules of a schema; nil where it is not as simple as that.
  ///
  /// - Parameters:
  ///   - bytes: The schema, in UTF-8.
  ///   - names: The names of its elements and attributes, as readers number them.
  ///   - namespace: The namespace of its elements.
  package convenience init?(bytes: [UInt8], names: XMLNames, namespace: String) {
    var reading = SchemaRulesReading(names: names, namespace: namespace)
    guard reading.read(bytes) else { return nil }
    self.init(reading)
  }

  private init?(_ reading: SchemaRulesReading) {
    guard let root = reading.root else { return nil }
    self.root = root
    kinds = reading.kinds
    values = reading.values
    machines = reading.machines
  }
}
