import CLibXML2
public import Files

/// Reads an XML document from its start to its end, and validates it on the way.
///
/// ```swift
/// let names = XMLNames(["facility", "id", "lat"])
/// var reader = try XMLReader(path: "network.xml", names: names, schema: schema)
/// while try reader.next() != .endOfDocument {
///   if reader.event == .start, reader.name == 0 { print(reader.attribute(1) ?? "") }
/// }
/// ```
///
/// The document may be of any length: only a block of it is in memory. Documents are hostile until
/// they are read: no DOCTYPE, entity, other encoding or packed file is accepted, nothing is loaded
/// from elsewhere, and ``XMLLimits`` hold. Such errors are thrown; what breaks the schema is
/// collected in ``problems`` while reading goes on, so look there before trusting what was read.
@safe public struct XMLReader: ~Copyable {
  var input: XMLInput
  private var markup: MarkupGuard
  private let context: xmlParserCtxtPtr
  private let validator: xmlSchemaValidCtxtPtr?
  private let plug: xmlSchemaSAXPlugPtr?
  private let schema: XMLSchema?
  let recorder: UnsafeMutablePointer<Recorder>
  private let path: String
  private let limits: XMLLimits

  var current: Event
  /// A bit for each attribute of the current start tag: that of its name's code, by 64.
  package var attributeBits: UInt64 = 0
  /// Where the last attribute of each name was recorded.
  var places: Buffer<UInt32>
  private var cursor = 0
  /// How many events of the recorder may be read.
  private var ready = 0
  private var failure: DocumentError?
  private var isParsed = false
  /// When reading must be over.
  ///
  /// It is the last field because the compiler does not know its size, and so would have to look up
  /// where those after it are.
  private let deadline: ContinuousClock.Instant

  init(
    _ input: consuming XMLInput, _ path: String, _ names: XMLNames, _ namespace: String?,
    _ schema: XMLSchema?, _ rules: SchemaRules?, _ limits: XMLLimits
  ) throws(DocumentError) {
    LibXML.prepare
    let recorder = UnsafeMutablePointer<Recorder>.allocate(capacity: 1)
    var handler = unsafe SAXHandler.make()
    let context = unsafe xmlCreatePushParserCtxt(&handler, recorder, nil, 0, nil)
    let validator = unsafe schema.flatMap { unsafe xmlSchemaNewValidCtxt($0.compiled) }
    guard let context = unsafe context, let dictionary = unsafe context.pointee.dict,
      unsafe schema == nil || validator != nil
    else {
      unsafe xmlFreeParserCtxt(context)
      unsafe recorder.deallocate()
      throw DocumentError(kind: .limit, path: path, line: 0, message: "out of memory")
    }
    // No network, and no reaction to the encoding declared: the input is UTF-8 by now. All else
    // that libxml2 could do (entities, DTDs, XInclude, huge texts) stays off.
    unsafe xmlCtxtUseOptions(
      context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
    unsafe xmlDictSetLimit(dictionary, Recorder.nameBytes)
    unsafe recorder.initialize(
      to: Recorder(
        table: NameTable(names, namespace: namespace, dictionary: dictionary), rules: rules,
        context: context, path: path, errorLimit: limits.errors))
    unsafe context.pointee._private = UnsafeMutableRawPointer(recorder)
    if let validator = unsafe validator {
      unsafe tuyenXMLSchemaSetErrorHandler(validator, SAXHandler.schemaError, recorder)
      unsafe plug = unsafe tuyenXMLPlug(validator, context)
    } else {
      unsafe plug = nil
    }
    unsafe tuyenXMLSetErrorHandler(context, SAXHandler.parserError)
    self.input = input
    places = Buffer(repeating: 0, count: names.names.count)
    markup = MarkupGuard(limits: limits)
    unsafe self.context = unsafe context
    unsafe self.validator = unsafe validator
    self.schema = schema
    unsafe self.recorder = unsafe recorder
    self.path = path
    self.limits = limits
    deadline = .now + .seconds(limits.seconds)
    current = unsafe Event(
      kind: .endOfDocument, line: 0, depth: 0, name: -1, localName: nil, namespace: nil, first: 0,
      count: 0)
  }

  deinit {
    if let plug = unsafe plug {
      unsafe xmlSchemaSAXUnplug(plug)
      // Pulling the plug empties the validator's cache of matchers and then puts there those of the
      // elements still open, where a document broke off; only another pull frees these.
      if let validator = unsafe validator, let again = unsafe tuyenXMLPlug(validator, context) {
        unsafe xmlSchemaSAXUnplug(again)
      }
    }
    unsafe xmlSchemaFreeValidCtxt(validator)
    unsafe xmlFreeParserCtxt(context)
    unsafe recorder.deinitialize(count: 1)
    unsafe recorder.deallocate()
  }

  /// Goes on to the next start, end or text.
  ///
  /// Text is joined over comments and CDATA sections; where it is only white space it is skipped.
  ///
  /// - Returns: What was come to; after the end of the document, that end again and again.
  /// - Throws: ``DocumentError`` where the document cannot be read on; the same one each time.
  @discardableResult
  public mutating func next() throws(DocumentError) -> XMLEvent {
    while cursor == ready {
      if try !parseBlock() {
        current.kind = .endOfDocument
        current.name = -1
        unsafe current.localName = nil
        unsafe current.namespace = nil
        current.depth = 0
        current.count = 0
        return .endOfDocument
      }
    }
    current = unsafe recorder.pointee.events[cursor]
    cursor += 1
    if current.kind == .start { placeAttributes() }
    return current.kind
  }

  /// Parses another block into the recorder; returns whether there was one.
  private mutating func parseBlock() throws(DocumentError) -> Bool {
    if let failure { throw failure }
    if isParsed { return false }
    // What the current event was made of is about to go.
    current.count = 0
    unsafe recorder.pointee.recycle()
    do throws(DocumentError) {
      try readAndParse()
    } catch {
      // What came before the error in this block is delivered first.
      failure = error
    }
    if failure == nil { failure = unsafe recorder.pointee.fatal }
    cursor = 0
    ready = unsafe recorder.pointee.ready
    if ready == 0, let failure { throw failure }
    return true
  }

  private mutating func readAndParse() throws(DocumentError) {
    if deadline < .now {
      throw DocumentError(
        kind: .limit, path: path, line: unsafe recorder.pointee.parserLine,
        message: "reading took longer than \(limits.seconds) seconds")
    }
    var broken: DocumentError?
    do throws(DocumentError) { try input.readBlock() } catch { broken = error }
    let outcome = unsafe markup.scan(
      UnsafeBufferPointer(start: input.pending.base, count: input.pending.count))
    if outcome.passed > 0 { try feed(outcome.passed) }
    if let broken { throw broken }
    if let refusal = outcome.refusal {
      throw DocumentError(
        kind: refusal.kind, path: path, line: line(of: refusal.offset - outcome.passed),
        message: refusal.message)
    }
    guard input.isAtEnd else { return }
    if let rest = outcome.rest, rest.piece != .text {
      throw DocumentError(
        kind: .malformed, path: path, line: line(of: rest.offset - outcome.passed),
        message: "the document ends amid \(rest.piece.rawValue) that begins here; it may be cut off"
      )
    }
    try feed(input.pending.count)
    isParsed = true
    unsafe xmlParseChunk(context, nil, 0, 1)
    try check()
  }

  /// Gives the first pending bytes to libxml2.
  private mutating func feed(_ count: Int) throws(DocumentError) {
    guard count > 0 else { return }
    unsafe input.pending.base.withMemoryRebound(to: CChar.self, capacity: count) {
      _ = unsafe xmlParseChunk(context, $0, Int32(count), 0)
    }
    input.pending.removeFirst(count)
    try check()
  }

  private func check() throws(DocumentError) {
    if let fatal = unsafe recorder.pointee.fatal { throw fatal }
    if unsafe context.pointee.wellFormed == 0 || context.pointee.disableSAX != 0 {
      throw DocumentError(
        kind: .malformed, path: path, line: unsafe recorder.pointee.parserLine,
        message: "not well-formed (libxml2 error \(unsafe context.pointee.errNo))")
    }
  }

  /// The line of a pending byte; all bytes before the pending ones have been parsed.
  private func line(of offset: Int) -> Int {
    var line = unsafe recorder.pointee.parserLine
    for i in 0..<max(0, min(offset, input.pending.count)) where input.pending[i] == 0x0A {
      line += 1
    }
    return line
  }
}
