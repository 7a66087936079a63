import CLibXML2

/// The callbacks that libxml2 makes; each only finds the recorder and tells it.
enum SAXHandler {
  /// Returns a handler whose user data is a pointer to a ``Recorder``.
  static func make() -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe tuyenXMLMarkSAX2(&handler)
    unsafe handler.startElementNs = { user, name, _, namespace, _, _, count, _, attributes in
      guard let user = unsafe user, let name = unsafe name else { return }
      unsafe user.assumingMemoryBound(to: Recorder.self).pointee.start(
        name, namespace: namespace, attributes: attributes, count: Int(count))
    }
    unsafe handler.endElementNs = { user, name, _, namespace in
      guard let user = unsafe user, let name = unsafe name else { return }
      unsafe user.assumingMemoryBound(to: Recorder.self).pointee.end(name, namespace: namespace)
    }
    let characters: charactersSAXFunc = { user, text, count in
      guard let user = unsafe user, let text = unsafe text else { return }
      unsafe user.assumingMemoryBound(to: Recorder.self).pointee.characters(
        text, count: Int(count))
    }
    unsafe handler.characters = unsafe characters
    // The same function, so that libxml2 does not try to tell the two apart.
    unsafe handler.ignorableWhitespace = unsafe characters
    unsafe handler.cdataBlock = unsafe characters
    unsafe handler.internalSubset = { user, _, _, _ in
      guard let user = unsafe user else { return }
      unsafe user.assumingMemoryBound(to: Recorder.self).pointee.refuse("a DOCTYPE")
    }
    unsafe handler.reference = { user, _ in
      guard let user = unsafe user else { return }
      unsafe user.assumingMemoryBound(to: Recorder.self).pointee.refuse("an entity reference")
    }
    return unsafe handler
  }

  /// Takes the parser's own errors; its context leads to the recorder.
  static let parserError: tuyenXMLErrorHandler = { _, error in
    guard let error = unsafe error, unsafe error.pointee.level.rawValue >= 2,
      let context = unsafe error.pointee.ctxt?.assumingMemoryBound(to: xmlParserCtxt.self),
      let recorder = unsafe context.pointee._private?.assumingMemoryBound(to: Recorder.self)
    else { return }
    unsafe recorder.pointee.parserError(error)
  }

  /// Takes the schema's errors; its user data is the recorder.
  static let schemaError: tuyenXMLErrorHandler = { user, error in
    guard let user = unsafe user, let error = unsafe error, unsafe error.pointee.level.rawValue >= 2
    else { return }
    unsafe user.assumingMemoryBound(to: Recorder.self).pointee.schemaError(error)
  }
}
