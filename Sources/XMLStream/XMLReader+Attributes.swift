extension XMLReader {
  /// How many attributes the current start tag has, namespace declarations not counted.
  public var attributeCount: Int { event == .start ? Int(current.count) : 0 }

  /// An attribute of the current start tag by its place.
  ///
  /// - Parameter index: From 0 to ``attributeCount`` - 1.
  /// - Returns: The name without its prefix, its namespace, and the value in normal form C.
  public func attribute(
    at index: Int
  ) -> (localName: String, namespace: String?, value: String) {
    precondition(index >= 0 && index < attributeCount, "attribute index out of range")
    let attribute = unsafe recorder.pointee.attributes[Int(current.first) + index]
    let value = unsafe withBytes(Int(attribute.valueStart), Int(attribute.valueCount)) {
      unsafe NormalForm.string($0)
    }
    return unsafe (
      LibXML.string(attribute.localName) ?? "", LibXML.string(attribute.namespace), value
    )
  }

  /// The code and the value of an attribute of the current start tag by its place, for readers that
  /// have no use for names without a code.
  ///
  /// - Parameter index: From 0 to ``attributeCount`` - 1.
  /// - Returns: The code, or -1 where the name has none, and the value in normal form C.
  public func codedAttribute(at index: Int) -> (code: Int, value: String) {
    precondition(index >= 0 && index < attributeCount, "attribute index out of range")
    let attribute = unsafe recorder.pointee.attributes[Int(current.first) + index]
    let value = unsafe withBytes(Int(attribute.valueStart), Int(attribute.valueCount)) {
      unsafe NormalForm.string($0)
    }
    return (Int(attribute.name), value)
  }

  /// Returns an attribute's value in normal form C, or `nil` where there is none.
  public func attribute(_ code: Int) -> String? {
    guard let bytes = unsafe value(of: code) else { return nil }
    return unsafe NormalForm.string(bytes)
  }

  /// Returns an attribute's value as an XSD token, or `nil` where there is none.
  ///
  /// It is in normal form C, each run of white space is one space, and none is at the ends.
  public func token(_ code: Int) -> String? {
    guard let bytes = unsafe value(of: code) else { return nil }
    return unsafe Lexical.token(bytes)
  }

  /// Returns an attribute's value as an XSD token that is stored once, however often it is met.
  public func token(_ code: Int, sharedIn pool: inout TextPool) -> String? {
    guard let bytes = unsafe value(of: code) else { return nil }
    return unsafe pool.token(bytes)
  }

  /// Whether the current start tag may have an attribute; where not, nothing more need be asked.
  ///
  /// A record has many fields and a tag few attributes, so that this is what is mostly asked.
  package func mayHaveAttribute(_ code: Int) -> Bool {
    attributeBits >> UInt64(code & 63) & 1 == 1
  }

  /// Whether the current start tag has an attribute.
  public func hasAttribute(_ code: Int) -> Bool {
    place(of: code) != nil
  }

  /// Returns an attribute's value as an integer, or `nil` where it is absent or not one.
  public func intAttribute(_ code: Int) -> Int? {
    guard let bytes = unsafe value(of: code) else { return nil }
    return unsafe Lexical.int(bytes)
  }

  /// Returns an attribute's value as a number, or `nil` where it is absent or not a finite one.
  ///
  /// A decimal number becomes what `Double` makes of it.
  public func doubleAttribute(_ code: Int) -> Double? {
    guard let bytes = unsafe value(of: code) else { return nil }
    return unsafe Lexical.double(bytes)
  }

  /// Returns an attribute's value as `true`, `false`, `1` or `0`, or `nil` where it is neither.
  public func boolAttribute(_ code: Int) -> Bool? {
    guard let bytes = unsafe value(of: code) else { return nil }
    return unsafe Lexical.bool(bytes)
  }

  /// Calls a closure with an attribute's value as UTF-8 in normal form C.
  ///
  /// - Returns: What the closure returns, or `nil` where there is no such attribute.
  public func withAttributeBytes<R>(_ code: Int, _ body: (Span<UInt8>) -> R) -> R? {
    guard let bytes = unsafe value(of: code) else { return nil }
    if unsafe NormalForm.isSurelyComposed(bytes) { return unsafe body(bytes.span) }
    let composed = unsafe Array(NormalForm.string(bytes).utf8)
    return body(composed.span)
  }

  /// Notes where each attribute of the current start tag is, so that those that are asked for and
  /// absent, most of them, cost no search.
  mutating func placeAttributes() {
    let first = Int(current.first)
    attributeBits = 0
    for i in first..<first + Int(current.count) {
      let name = unsafe recorder.pointee.attributes[i].name
      guard name >= 0 else { continue }
      places[Int(name)] = UInt32(i)
      attributeBits |= 1 << UInt64(name & 63)
    }
  }

  /// The place of an attribute of the current start tag among those recorded.
  private func place(of code: Int) -> Int? {
    // -1 is the code of every name that has none.
    guard event == .start, code >= 0, code < places.count else { return nil }
    // Places of earlier tags are never erased: what is there must be one of this tag's, and of the
    // name itself.
    let place = Int(places[code])
    let offset = place - Int(current.first)
    guard offset >= 0, offset < Int(current.count),
      unsafe Int(recorder.pointee.attributes[place].name) == code
    else { return nil }
    return place
  }

  /// The bytes of an attribute of the current start tag, until the next event.
  private func value(of code: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let place = place(of: code) else { return nil }
    let attribute = unsafe recorder.pointee.attributes[place]
    return unsafe UnsafeBufferPointer(
      start: recorder.pointee.bytes.base + Int(attribute.valueStart),
      count: Int(attribute.valueCount))
  }
}
