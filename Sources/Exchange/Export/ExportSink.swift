/// Bytes on their way out: handed on in blocks, so that a network of any size needs little memory.
package struct ExportSink<Failure: Error> {
  /// Bytes that are gathered before they are handed on.
  static var blockBytes: Int { 1 << 16 }

  private var bytes: [UInt8] = []
  private let receive: ([UInt8]) throws(Failure) -> Void

  /// Begins with nothing.
  package init(_ receive: @escaping ([UInt8]) throws(Failure) -> Void) {
    self.receive = receive
  }

  /// Adds bytes; hands on what there is when a block is full.
  package mutating func write(_ more: [UInt8]) throws(Failure) {
    bytes += more
    if bytes.count >= Self.blockBytes { try finish() }
  }

  /// Adds text.
  package mutating func write(_ text: String) throws(Failure) {
    try write(Array(text.utf8))
  }

  /// Hands on what is left.
  package mutating func finish() throws(Failure) {
    if bytes.isEmpty { return }
    try receive(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
