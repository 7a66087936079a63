import CZLib

/// Compression of answers.
enum Gzip {
  /// The bytes in the form of gzip; nil where they would not get shorter.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - level: From 1 (fast) to 9 (short).
  /// - Returns: The compressed bytes.
  static func compressed(_ bytes: [UInt8], level: Int32 = 5) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard unsafe tuyenGzipInit(&stream, level) == Z_OK else { return nil }
    defer { unsafe deflateEnd(&stream) }
    var input = bytes
    let bound = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
    guard let size = UInt32(exactly: bytes.count), let room = UInt32(exactly: bound) else {
      return nil
    }
    var output = [UInt8](repeating: 0, count: bound)
    let written: Int? = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = size
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = room
        guard unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END else { return nil }
        return unsafe Int(stream.total_out)
      }
    }
    guard let written, written < bytes.count else { return nil }
    output.removeLast(output.count - written)
    return output
  }
}
