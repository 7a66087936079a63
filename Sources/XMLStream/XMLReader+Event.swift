import CLibXML2
public import Files

extension XMLReader {
  /// The event that the last ``next()`` returned.
  public var event: XMLEvent { current.kind }

  /// The line where the current tag or text begins, from 1.
  public var line: Int { Int(current.line) }

  /// How many elements are open, the one that starts or ends here included.
  public var depth: Int { Int(current.depth) }

  /// The code of the current element's name, or -1 where it or its namespace is unknown.
  ///
  /// For a text, the element is the one that it is in.
  public var name: Int { Int(current.name) }

  /// The current element's local name.
  public var nameString: String {
    unsafe LibXML.string(current.localName) ?? ""
  }

  /// The current element's namespace.
  public var namespace: String? {
    unsafe LibXML.string(current.namespace)
  }

  /// The current text in normal form C, or an empty string where there is none.
  public var text: String {
    guard event == .text else { return "" }
    return unsafe withBytes(Int(current.first), Int(current.count)) { bytes in
      unsafe NormalForm.string(bytes)
    }
  }

  /// The errors found so far in the blocks parsed, at most ``XMLLimits/errors`` of them.
  ///
  /// Blocks are parsed ahead, so a problem may lie a little after the current event.
  public var problems: [DocumentError] { unsafe recorder.pointee.problems }

  /// How many problems there were so far, those not kept included.
  public var problemCount: Int { unsafe recorder.pointee.problemCount }

  /// Whether the document may break the rules that it is held to in passing; only a reader with the
  /// schema can say.
  ///
  /// Blocks are parsed ahead, so that this may be about what comes a little later.
  package var isDoubtful: Bool { unsafe recorder.pointee.watch.isDoubtful }

  /// How many bytes of the document have been read.
  public var bytesRead: Int { input.bytesRead }

  /// Goes on to the end of the element that starts here.
  ///
  /// Where the current event is not a start, nothing is skipped.
  ///
  /// - Throws: ``DocumentError`` as ``next()`` does.
  public mutating func skipElement() throws(DocumentError) {
    guard event == .start else { return }
    let outer = depth
    while try next() != .endOfDocument {
      if event == .end && depth == outer { return }
    }
  }

  /// Returns the text of the element that starts here and goes on to its end.
  ///
  /// Elements in it are skipped with their text. Where the current event is not a start, the
  /// result is empty.
  ///
  /// - Throws: ``DocumentError`` as ``next()`` does.
  public mutating func readText() throws(DocumentError) -> String {
    guard event == .start else { return "" }
    var result = ""
    while true {
      switch try next() {
      case .text:
        if result.isEmpty { result = text } else { result = NormalForm.composed(result + text) }
      case .start: try skipElement()
      case .end, .endOfDocument: return result
      }
    }
  }

  func withBytes<R: ~Copyable>(
    _ first: Int, _ count: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    unsafe body(UnsafeBufferPointer(start: recorder.pointee.bytes.base + first, count: count))
  }
}

extension LibXML {
  /// Returns a copy of one of libxml2's strings.
  static func string(_ characters: UnsafePointer<xmlChar>?) -> String? {
    guard let characters = unsafe characters else { return nil }
    return unsafe String(cString: characters)
  }
}
