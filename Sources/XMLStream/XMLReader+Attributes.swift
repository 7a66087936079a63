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
    unsafe withRawAttribute(code) { unsafe NormalForm.string($0) }
  }

  /// Whether the current start tag has an attribute.
  public func hasAttribute(_ code: Int) -> Bool {
    unsafe withRawAttribute(code) { _ in true } ?? false
  }

  /// Returns an attribute's value as an integer, or `nil` where it is absent or not one.
  public func intAttribute(_ code: Int) -> Int? {
    unsafe withRawAttribute(code) { unsafe Lexical.int($0) } ?? nil
  }

  /// Returns an attribute's value as a number, or `nil` where it is absent or not a finite one.
  ///
  /// A decimal number becomes what `Double` makes of it.
  public func doubleAttribute(_ code: Int) -> Double? {
    unsafe withRawAttribute(code) { unsafe Lexical.double($0) } ?? nil
  }

  /// Returns an attribute's value as `true`, `false`, `1` or `0`, or `nil` where it is neither.
  public func boolAttribute(_ code: Int) -> Bool? {
    unsafe withRawAttribute(code) { unsafe Lexical.bool($0) } ?? nil
  }

  /// Calls a closure with an attribute's value as UTF-8 in normal form C.
  ///
  /// - Returns: What the closure returns, or `nil` where there is no such attribute.
  public func withAttributeBytes<R>(_ code: Int, _ body: (Span<UInt8>) -> R) -> R? {
    unsafe withRawAttribute(code) { bytes in
      if unsafe NormalForm.isSurelyComposed(bytes) { return unsafe body(bytes.span) }
      let composed = unsafe Array(NormalForm.string(bytes).utf8)
      return body(composed.span)
    }
  }

  /// Calls a closure with an attribute's value, or returns `nil` where there is no such attribute.
  private func withRawAttribute<R>(
    _ code: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R? {
    // -1 is the code of every name that has none.
    guard event == .start, code >= 0 else { return nil }
    let first = Int(current.first)
    for i in first..<first + Int(current.count) {
      let attribute = unsafe recorder.pointee.attributes[i]
      if Int(attribute.name) == code {
        return unsafe withBytes(Int(attribute.valueStart), Int(attribute.valueCount), body)
      }
    }
    return nil
  }
}
