import Files

extension DocumentFormats {
  /// The formats that this target reads: its own documents, CSD, HAVE and tables.
  public static let exchange = DocumentFormats([.native, .csd, .have, .csv])
}

extension ReadableFormat {
  /// Exchange documents of this software.
  public static let native = ReadableFormat(
    .native, recognises: { $0.root != nil && $0.namespace == ExchangeSchema.namespace }
  ) { (path, options) throws(ExchangeFailure) in try NativeReader.read(path: path, options: options)
  }

  /// IHE Care Services Discovery, bare or in the envelope of an answer.
  public static let csd = ReadableFormat(
    .csd,
    recognises: { beginning in
      [
        CSDCodes.namespace, "http://www.w3.org/2003/05/soap-envelope",
        "http://schemas.xmlsoap.org/soap/envelope/",
      ].contains(beginning.namespace)
    }
  ) { (path, options) throws(ExchangeFailure) in try CSDReader.read(path: path, options: options) }

  /// EDXL-HAVE, bare, in EDXL-DE, or in an Atom feed.
  public static let have = ReadableFormat(
    .have,
    recognises: { beginning in
      [HAVECodes.namespace, HAVECodes.envelope].contains(beginning.namespace)
        || (beginning.namespace == "http://www.w3.org/2005/Atom" && beginning.root == "feed")
    }
  ) { (path, options) throws(ExchangeFailure) in try HAVEReader.read(path: path, options: options) }

  /// A table of facilities.
  public static let csv = ReadableFormat(
    .csv, endings: [".csv", ".tsv"],
    recognises: { $0.looksLikeTable }
  ) { (path, options) throws(ExchangeFailure) in try TableReader.read(path: path, options: options)
  }
}

extension DocumentBeginning {
  /// Whether the document is text with what parts the fields of tables in one of its first lines.
  fileprivate var looksLikeTable: Bool {
    guard problem != nil, let mark = firstMark, !"<{[".utf8.contains(mark),
      !bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    else { return false }
    var lines = 0
    var isLine = false
    var controls = 0
    for byte in bytes.prefix(8_192) {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), 0x09:
        return controls == 0 || isUTF16
      case 0x0A, 0x0D:
        if isLine { lines += 1 }
        isLine = false
        if lines > 20 { return false }
      case 0x00..<0x20: controls += 1
      default: isLine = true
      }
    }
    return false
  }

  /// Whether the document is XML, JSON or packed, whatever its name.
  var isSurelyNoTable: Bool {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return true }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return true }
    guard let mark = firstMark else { return false }
    return mark == UInt8(ascii: "{") || (mark == UInt8(ascii: "<") && root != nil)
  }

  /// Whether every second byte may be the half of a letter of UTF-16.
  private var isUTF16: Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let pairs = min(bytes.count / 2, 64)
    let odd = (0..<pairs).count { bytes[$0 * 2 + 1] == 0 }
    let even = (0..<pairs).count { bytes[$0 * 2] == 0 }
    return pairs >= 4 && max(odd, even) * 3 >= pairs * 2
  }
}
