import Files
import XMLStream

/// The elements of a record in the order of the document, each before those in it.
struct ElementTree: Sendable {
  /// An element.
  struct Node: Sendable {
    /// The code of its name, or the complement of its place among the foreign names.
    var code: Int
    var line: Int32
    /// The place of the first element that is not in it.
    var end: Int32
    var firstAttribute: Int32
    var attributeCount: Int32
    var text = ""
  }

  /// The names that the format knows.
  let names: XMLNames
  var nodes: [Node] = []
  var attributes: [DocumentElement.Attribute] = []
  /// The names that the format does not know.
  var foreign: [(name: String, namespace: String)] = []

  func name(_ index: Int) -> String {
    let code = nodes[index].code
    return code >= 0 ? names.names[code] : foreign[~code].name
  }

  func attributeRange(_ index: Int) -> Range<Int> {
    let first = Int(nodes[index].firstAttribute)
    return first..<first + Int(nodes[index].attributeCount)
  }
}

extension XMLReader {
  /// Reads the element that starts here, with all that is in it, to its end.
  ///
  /// - Parameters:
  ///   - names: The names that the reader was made with.
  ///   - room: What the record may still hold.
  /// - Returns: The element, before all that are in it.
  /// - Throws: ``DocumentError`` as ``next()`` does, and where there is no more room.
  mutating func readTree(
    _ names: XMLNames, _ room: inout ElementBudget
  ) throws(DocumentError) -> ElementTree {
    var tree = ElementTree(names: names)
    tree.nodes.reserveCapacity(room.expectedElements)
    tree.attributes.reserveCapacity(room.expectedElements)
    var open: [Int] = []
    open.reserveCapacity(16)
    repeat {
      switch event {
      case .start:
        open.append(tree.nodes.count)
        try readStart(into: &tree, &room)
      case .text:
        guard let last = open.last else { break }
        let text = text
        try room.take(text, line: line)
        room.watch(name)
        if tree.nodes[last].text.isEmpty {
          tree.nodes[last].text = text
        } else {
          tree.nodes[last].text += " " + text
        }
      case .end, .endOfDocument:
        guard let last = open.popLast() else { break }
        tree.nodes[last].end = Int32(tree.nodes.count)
        if open.isEmpty {
          room.expectedElements = max(8, min(tree.nodes.count, 4_096))
          return tree
        }
      }
      try next()
    } while true
  }

  private func readStart(
    into tree: inout ElementTree, _ room: inout ElementBudget
  ) throws(DocumentError) {
    let count = attributeCount
    var node = ElementTree.Node(
      code: name, line: Int32(clamping: line), end: 0,
      firstAttribute: Int32(tree.attributes.count), attributeCount: Int32(count))
    try room.take("", line: line)
    if name < 0 {
      node.code = ~tree.foreign.count
      tree.foreign.append((nameString, namespace ?? ""))
    }
    tree.nodes.append(node)
    for index in 0..<count {
      let (code, value) = codedAttribute(at: index)
      try room.take(value, line: line)
      let name: String
      if code >= 0 {
        name = tree.names.names[code]
        room.watch(code)
      } else {
        let (localName, space, _) = attribute(at: index)
        switch space {
        case nil: name = localName
        case "http://www.w3.org/XML/1998/namespace": name = "xml:" + localName
        case .some(let space): name = "{" + space + "}" + localName
        }
      }
      tree.attributes.append(DocumentElement.Attribute(name: name, value: value))
    }
  }
}
