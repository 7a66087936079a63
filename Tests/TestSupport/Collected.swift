/// Bytes that a writer handed over.
public final class Collected {
  /// The values that were handed over so far.
  public var bytes: [UInt8] = []
  /// The bytes as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Begins with nothing.
  public init() {}
}
