import CLibXML2
import Synchronization

/// The further parts of the schema that is being compiled, which it names by `schemaLocation`.
///
/// libxml2 asks one loader of the whole process for them. Documents cannot reach it: nothing that
/// they hold makes libxml2 ask, for a DOCTYPE is refused before.
enum SchemaParts {
  /// The parts by the last words of their paths; empty while no schema is compiled.
  private static let parts = Mutex<[String: [UInt8]]>([:])
  /// One schema is compiled at a time.
  private static let turn = Mutex<Void>(())

  /// Compiles a schema while libxml2 may have its other parts.
  static func with<Result>(
    _ others: [String: [UInt8]], _ work: () -> Result
  ) -> Result {
    guard !others.isEmpty else { return work() }
    return turn.withLock { _ in
      parts.withLock { $0 = others }
      defer { parts.withLock { $0 = [:] } }
      return work()
    }
  }

  /// The part that libxml2 asks for; nil for all else.
  static func input(
    _ url: UnsafePointer<CChar>?, _ context: xmlParserCtxtPtr?
  ) -> xmlParserInputPtr? {
    guard let url = unsafe url else { return nil }
    let name = unsafe String(cString: url).split(separator: "/").last.map { String($0) } ?? ""
    guard let bytes = parts.withLock({ $0[name] }) else { return nil }
    // The buffer is a copy of the bytes, which the input frees.
    let buffer = unsafe bytes.withUnsafeBytes { bytes in
      unsafe xmlParserInputBufferCreateMem(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count),
        XML_CHAR_ENCODING_UTF8)
    }
    guard let buffer = unsafe buffer else { return nil }
    return unsafe xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_UTF8)
  }
}
