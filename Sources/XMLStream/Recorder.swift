import CLibXML2
import Files

/// One start tag, end tag or text, as the parser reported it.
///
/// The names are libxml2's own interned strings, which live as long as the parser.
@safe struct Event: BitwiseCopyable {
  var kind: XMLEvent
  var line: UInt32
  var depth: UInt32
  /// The code of the element's name, or -1.
  var name: Int32
  /// The element's local name and namespace; for text, those of the element it is in.
  var localName: UnsafePointer<xmlChar>?
  var namespace: UnsafePointer<xmlChar>?
  /// For a start tag its attributes; for text its bytes.
  var first: UInt32
  var count: UInt32
}

/// One attribute of a recorded start tag.
@safe struct Attribute: BitwiseCopyable {
  /// The code of the name, or -1, as it is for every attribute in a namespace.
  var name: Int32
  var valueStart: UInt32
  var valueCount: UInt32
  var localName: UnsafePointer<xmlChar>?
  var namespace: UnsafePointer<xmlChar>?
}

/// The buffer between the parser's callbacks and the reader: the events of one block of the document,
/// in rows that are used again for the next block.
@safe struct Recorder: ~Copyable {
  var events = Buffer<Event>(capacity: 1024)
  var attributes = Buffer<Attribute>(capacity: 4096)
  var bytes = Buffer<UInt8>(capacity: 1 << 16)
  /// The errors found, in the order of the document, at most ``XMLLimits/errors`` of them.
  var problems: [DocumentError] = []
  var problemCount = 0
  /// The error that ended the parse.
  var fatal: DocumentError?
  /// The line where the construct being reported began.
  var line = 1

  /// The open elements.
  var open = Buffer<OpenElement>(capacity: 64)
  /// Whether the last event is a text that may go on, and whether it is blank so far.
  var hasOpenText = false
  var openTextIsBlank = false

  /// Holds the document to rules in passing.
  var watch: SchemaWatch

  let table: NameTable
  let context: xmlParserCtxtPtr
  let path: String
  let errorLimit: Int

  init(
    table: consuming NameTable, rules: SchemaRules?, context: xmlParserCtxtPtr, path: String,
    errorLimit: Int
  ) {
    self.table = table
    watch = SchemaWatch(rules)
    unsafe self.context = unsafe context
    self.path = path
    self.errorLimit = errorLimit
  }

  /// Most bytes of different names in a document: libxml2's own limit of ten million lets its hash
  /// table grow slow, and honest documents have some hundred names.
  static let nameBytes = 1 << 18

  /// How many events are complete.
  var ready: Int { hasOpenText ? events.count - 1 : events.count }

  /// The line where libxml2 stands.
  var parserLine: Int {
    guard let input = unsafe context.pointee.input else { return line }
    return unsafe Int(input.pointee.line)
  }

  /// Drops what was read and keeps a text that may go on.
  mutating func recycle() {
    guard hasOpenText else {
      events.truncate(to: 0)
      attributes.truncate(to: 0)
      bytes.truncate(to: 0)
      return
    }
    var text = events[events.count - 1]
    bytes.removeFirst(Int(text.first))
    text.first = 0
    events.truncate(to: 0)
    attributes.truncate(to: 0)
    events.append(text)
  }

  mutating func report(kind: DocumentError.Kind, line: Int, message: String) {
    problemCount += 1
    guard problems.count < errorLimit else { return }
    problems.append(DocumentError(kind: kind, path: path, line: line, message: message))
  }

  mutating func fail(kind: DocumentError.Kind, line: Int, message: String) {
    guard fatal == nil else { return }
    fatal = DocumentError(kind: kind, path: path, line: line, message: message)
  }
}

/// An element whose end tag has not come yet.
@safe struct OpenElement: BitwiseCopyable {
  var name: Int32
  var localName: UnsafePointer<xmlChar>?
  var namespace: UnsafePointer<xmlChar>?
}
