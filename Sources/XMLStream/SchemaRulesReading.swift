/// Makes ``SchemaRules`` of a schema, or nothing where it holds anything that they do not know.
struct SchemaRulesReading {
  private(set) var root: (name: Int, kind: Int)?
  private(set) var kinds: [SchemaRules.Kind] = []
  private(set) var values: [ValueRule] = []
  private(set) var machines = PatternMachines()

  private let names: XMLNames
  private let namespace: String
  private var codes: [String: Int] = [:]
  /// The named types and groups of the schema, by the element that declares them and their names.
  private var declarations: [String: SchemaNode] = [:]
  private var kindPlaces: [String: Int] = [:]
  private var valuePlaces: [String: Int] = [:]

  init(names: XMLNames, namespace: String) {
    self.names = names
    self.namespace = namespace
    for (code, name) in names.names.enumerated() { codes[name] = code }
  }

  /// Reads a schema; false where it is not as simple as the rules are.
  mutating func read(_ bytes: [UInt8]) -> Bool {
    guard let schema = SchemaNode.root(of: bytes), schema.name == "schema",
      schema.attributes["targetNamespace"] == namespace,
      schema.attributes["elementFormDefault"] == "qualified",
      schema.attributes["attributeFormDefault"] == "unqualified",
      schema.has(only: [
        "targetNamespace", "elementFormDefault", "attributeFormDefault", "version",
      ])
    else { return false }
    var elements: [SchemaNode] = []
    for node in schema.children {
      switch node.name {
      case "element": elements.append(node)
      case "simpleType", "complexType", "attributeGroup":
        guard let name = node.attributes["name"], node.has(only: ["name"]) else { return false }
        declarations[node.name + " " + name] = node
      default: return false
      }
    }
    guard elements.count == 1, let name = elements[0].attributes["name"], let code = codes[name],
      elements[0].has(only: ["name"]), elements[0].children.count == 1,
      let kind = kind(of: elements[0].children[0])
    else { return false }
    root = (code, kind)
    return true
  }

  /// The kind of a complex type; nil where it is not known.
  private mutating func kind(of node: SchemaNode) -> Int? {
    guard node.name == "complexType" else { return nil }
    let place = kinds.count
    let none = SchemaRules.Kind(
      attributes: Array(repeating: SchemaRules.absent, count: names.names.count),
      isRequired: Array(repeating: false, count: names.names.count))
    // Its place is taken first, for what is in it may refer to it.
    kinds.append(none)
    if let name = node.attributes["name"] { kindPlaces[name] = place }
    var kind = none
    var children = node.children[...]
    if let first = children.first, first.name == "simpleContent" {
      guard children.count == 1, first.has(only: []), first.children.count == 1,
        first.children[0].name == "extension", first.children[0].has(only: ["base"]),
        first.children[0].attributes["base"] == "xs:string"
      else { return nil }
      kind.content = .text
      children = first.children[0].children[...]
    } else if let first = children.first, first.name == "sequence" || first.name == "choice" {
      children.removeFirst()
      guard takeParts(of: first, into: &kind) else { return nil }
    }
    for child in children {
      guard takeAttributes(of: child, into: &kind) else { return nil }
    }
    kind.requiredCount = kind.isRequired.count { $0 }
    kinds[place] = kind
    return place
  }

  private mutating func kind(named name: String) -> Int? {
    if let known = kindPlaces[name] { return known }
    return declarations["complexType " + name].flatMap { kind(of: $0) }
  }

  private mutating func takeParts(of node: SchemaNode, into kind: inout SchemaRules.Kind) -> Bool {
    kind.content = node.name == "choice" ? .choice : .sequence
    if kind.content == .choice {
      // Any of them, in any order, as often as there are.
      guard node.attributes == ["minOccurs": "0", "maxOccurs": "unbounded"] else { return false }
    } else {
      guard node.has(only: []) else { return false }
    }
    for child in node.children {
      guard child.name == "element", child.has(only: ["name", "type", "minOccurs", "maxOccurs"]),
        let name = child.attributes["name"], let code = codes[name],
        !kind.parts.contains(where: { $0.name == Int32(code) }),
        let type = child.attributes["type"] == nil
          ? child.children.first.flatMap({ self.kind(of: $0) })
          : child.attributes["type"].flatMap({ self.kind(named: $0) }),
        child.children.count == (child.attributes["type"] == nil ? 1 : 0)
      else { return false }
      let fewest = child.attributes["minOccurs"] ?? "1"
      let most = child.attributes["maxOccurs"] ?? "1"
      guard ["0", "1"].contains(fewest), ["1", "unbounded"].contains(most) else { return false }
      if kind.content == .choice && (fewest != "1" || most != "1") { return false }
      kind.parts.append(
        SchemaRules.Part(
          name: Int32(code), kind: Int32(type), isRequired: fewest == "1",
          isRepeated: most == "unbounded"))
    }
    return true
  }

  private mutating func takeAttributes(
    of node: SchemaNode, into kind: inout SchemaRules.Kind
  ) -> Bool {
    if node.name == "attributeGroup" {
      guard node.has(only: ["ref"]), node.children.isEmpty, let name = node.attributes["ref"],
        let group = declarations["attributeGroup " + name]
      else { return false }
      for child in group.children {
        guard takeAttributes(of: child, into: &kind) else { return false }
      }
      return true
    }
    guard node.name == "attribute", node.has(only: ["name", "type", "use"]),
      let name = node.attributes["name"], let code = codes[name],
      kind.attributes[code] == SchemaRules.absent,
      ["optional", "required", nil].contains(node.attributes["use"])
    else { return false }
    let value: Int?
    if let type = node.attributes["type"] {
      value = node.children.isEmpty ? self.value(named: type) : nil
    } else {
      value = node.children.count == 1 ? self.value(of: node.children[0]) : nil
    }
    guard let value, let rule = Int16(exactly: value) else { return false }
    kind.attributes[code] = rule
    kind.isRequired[code] = node.attributes["use"] == "required"
    return true
  }

  private mutating func value(named name: String) -> Int? {
    if let known = valuePlaces[name] { return known }
    let place: Int?
    if let base = SchemaRulesReading.base(name) {
      place = add(ValueRule(base))
    } else {
      place = declarations["simpleType " + name].flatMap { value(of: $0) }
    }
    valuePlaces[name] = place
    return place
  }

  private mutating func add(_ rule: ValueRule) -> Int {
    values.append(rule)
    return values.count - 1
  }

  private static func base(_ name: String?) -> ValueRule.Base? {
    switch name {
    case "xs:string": .text
    case "xs:token": .token
    case "xs:decimal": .decimal
    case "xs:int": .whole
    case "xs:boolean": .truth
    default: nil
    }
  }

  /// The rule of a simple type; nil where it is not known.
  private mutating func value(of node: SchemaNode) -> Int? {
    guard node.name == "simpleType", node.children.count == 1 else { return nil }
    let inner = node.children[0]
    if inner.name == "list" {
      guard inner.has(only: ["itemType"]), inner.children.isEmpty,
        let word = inner.attributes["itemType"].flatMap({ value(named: $0) }),
        case .token = values[word].base
      else { return nil }
      return add(ValueRule(.list(of: word)))
    }
    guard inner.name == "restriction", inner.has(only: ["base"]) else { return nil }
    var facets = inner.children[...]
    var rule: ValueRule
    if let base = SchemaRulesReading.base(inner.attributes["base"]) {
      rule = ValueRule(base)
    } else if inner.attributes["base"] == nil, let first = facets.popFirst(),
      let restricted = value(of: first), case .list = values[restricted].base
    {
      rule = values[restricted]
    } else {
      return nil
    }
    return restrict(&rule, by: facets) ? add(rule) : nil
  }

  private mutating func restrict(_ rule: inout ValueRule, by facets: ArraySlice<SchemaNode>) -> Bool
  {
    var choices: [String] = []
    for facet in facets {
      guard facet.has(only: ["value"]), facet.children.isEmpty,
        let value = facet.attributes["value"]
      else { return false }
      switch (rule.base, facet.name) {
      case (.token, "enumeration"): choices.append(value)
      case (.token, "pattern"):
        guard rule.machine == nil, let rows = PatternParser.rows(of: value),
          let machine = machines.add(rows)
        else { return false }
        rule.machine = machine
      case (.token, "minLength"), (.list, "minLength"):
        guard let number = Int(value) else { return false }
        rule.fewest = number
      case (.token, "maxLength"), (.list, "maxLength"):
        guard let number = Int(value) else { return false }
        rule.longest = number
      case (.decimal, _), (.whole, _):
        guard let number = Double(value), value.utf8.count <= 17 else { return false }
        switch facet.name {
        case "minInclusive": rule.least = number
        case "minExclusive":
          rule.least = number
          rule.excludesLeast = true
        case "maxInclusive": rule.most = number
        default: return false
        }
      default: return false
      }
    }
    guard !choices.isEmpty else { return true }
    // Choices that are no tokens, or a pattern besides, would need both to be looked at.
    guard rule.machine == nil, let machine = machines.add(words: choices) else { return false }
    rule.machine = machine
    return true
  }
}
