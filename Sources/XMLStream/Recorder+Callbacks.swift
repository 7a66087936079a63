import CLibXML2
import Files
import Glibc

extension Recorder {
  mutating func start(
    _ name: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?,
    attributes source: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    if hasOpenText { closeText() }
    line = parserLine
    // No `<` may stand inside a tag, so the last one before the cursor begins this tag.
    guard let input = unsafe context.pointee.input, let base = unsafe input.pointee.base,
      let cursor = unsafe input.pointee.cur,
      let tag = unsafe tuyenXMLLastOpen(base, cursor)
    else { return assertionFailure("a tag is reported while the parser stands behind it") }
    line -= unsafe Self.newlines(in: tag, upTo: cursor)
    let code = unsafe table.code(of: name, in: namespace)
    open.append(unsafe OpenElement(name: code, localName: name, namespace: namespace))
    watch.start(code)
    let firstAttribute = attributes.count
    events.append(
      unsafe Event(
        kind: .start, line: UInt32(clamping: line), depth: UInt32(open.count), name: code,
        localName: name, namespace: namespace, first: UInt32(attributes.count),
        count: UInt32(count)))
    defer { unsafe watch.check(attributes, from: firstAttribute, bytes.base) }
    guard var attribute = unsafe source else { return }
    for _ in 0..<count {
      // Five pointers each: local name, prefix, namespace, start and end of the value.
      if let localName = unsafe attribute[0], let value = unsafe attribute[3],
        let end = unsafe attribute[4]
      {
        let namespace = unsafe attribute[2]
        let start = bytes.count
        unsafe bytes.append(value, count: end - value)
        // A value with references in it lies elsewhere than in the tag, as do those beyond ASCII.
        if unsafe (value < tag || value > cursor) && memchr(value, 0x26, end - value) != nil {
          decodeAmpersands(from: start)
        }
        attributes.append(
          unsafe Attribute(
            name: namespace == nil ? table.code(of: localName) : -1,
            valueStart: UInt32(start), valueCount: UInt32(bytes.count - start),
            localName: localName, namespace: namespace))
      }
      unsafe attribute += 5
    }
  }

  mutating func end(_ name: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?) {
    if hasOpenText { closeText() }
    line = parserLine
    guard open.count > 0 else { return }
    watch.end()
    let element = open[open.count - 1]
    events.append(
      unsafe Event(
        kind: .end, line: UInt32(clamping: line), depth: UInt32(open.count), name: element.name,
        localName: name, namespace: namespace, first: 0, count: 0))
    open.truncate(to: open.count - 1)
  }

  mutating func characters(_ text: UnsafePointer<xmlChar>, count: Int) {
    guard open.count > 0, count > 0 else { return }
    let isBlank = unsafe Self.isBlank(text, count: count)
    watch.characters(isBlank: isBlank)
    if hasOpenText {
      let last = events.count - 1
      var event = events[last]
      event.count += UInt32(count)
      events[last] = event
      openTextIsBlank = openTextIsBlank && isBlank
    } else {
      let element = open[open.count - 1]
      let begins = unsafe max(1, parserLine - Self.newlines(in: text, upTo: text + count))
      events.append(
        unsafe Event(
          kind: .text, line: UInt32(clamping: begins), depth: UInt32(open.count),
          name: element.name, localName: element.localName, namespace: element.namespace,
          first: UInt32(bytes.count), count: UInt32(count)))
      hasOpenText = true
      openTextIsBlank = isBlank
    }
    unsafe bytes.append(text, count: count)
  }

  mutating func refuse(_ what: String) {
    fail(
      kind: .forbidden, line: parserLine,
      message: "found \(what), which is never accepted; write the text itself")
    unsafe xmlStopParser(context)
  }

  mutating func parserError(_ error: UnsafePointer<xmlError>) {
    let code = unsafe error.pointee.code
    let message = unsafe LibXML.tidied(error.pointee.message)
    let line = unsafe max(1, Int(error.pointee.line))
    if code == XML_ERR_UNDECLARED_ENTITY.rawValue || code == XML_WAR_UNDECLARED_ENTITY.rawValue {
      refuse("an entity reference")
    } else if unsafe xmlDictGetUsage(context.pointee.dict) > Self.nameBytes {
      fail(kind: .limit, line: line, message: "the document has too many different names")
    } else if code == XML_ERR_NO_MEMORY.rawValue {
      fail(kind: .limit, line: line, message: "out of memory")
    } else if unsafe error.pointee.level.rawValue >= 3 {
      fail(kind: .malformed, line: line, message: message)
    } else {
      report(kind: .malformed, line: line, message: message)
    }
  }

  mutating func schemaError(_ error: UnsafePointer<xmlError>) {
    problemCount += 1
    guard problems.count < errorLimit else { return }
    problemCount -= 1
    let message = unsafe LibXML.tidied(error.pointee.message)
    report(kind: .invalid, line: line, message: message)
  }

  /// Ends the text, and forgets it where it is only the white space between tags.
  private mutating func closeText() {
    hasOpenText = false
    guard openTextIsBlank else { return }
    let last = events.count - 1
    bytes.truncate(to: Int(events[last].first))
    events.truncate(to: last)
  }

  /// Turns `&#38;` into `&` in the last attribute value: libxml2 leaves ampersands, and nothing
  /// else, as references for those who would build a tree.
  private mutating func decodeAmpersands(from start: Int) {
    var kept = start
    var i = start
    while i < bytes.count {
      let byte = bytes[i]
      bytes[kept] = byte
      kept += 1
      i += byte == 0x26 ? 5 : 1
    }
    bytes.truncate(to: kept)
  }

  private static func isBlank(_ text: UnsafePointer<xmlChar>, count: Int) -> Bool {
    for i in 0..<count {
      let byte = unsafe text[i]
      if byte != 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D { return false }
    }
    return true
  }

  private static func newlines(
    in start: UnsafeRawPointer, upTo end: UnsafeRawPointer
  ) -> Int {
    var count = 0
    var place = unsafe start
    while unsafe place < end, let found = unsafe memchr(place, 0x0A, end - place) {
      count += 1
      unsafe place = unsafe UnsafeRawPointer(found) + 1
    }
    return count
  }
}
