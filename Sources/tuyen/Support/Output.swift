import Answers
import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Text on its way to standard output, written in blocks.
struct Output {
  private var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(1 << 16)
  }

  /// Adds text; writes when a block is full.
  mutating func write(_ text: String) throws(Failure) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= 1 << 16 { try flush() }
  }

  /// Writes an answer as a whole.
  ///
  /// - Parameters:
  ///   - bytes: The answer.
  ///   - format: The form that it has.
  ///   - file: The file to write; nil for standard output.
  ///   - language: The language of the refusal.
  /// - Throws: `Failure` where it cannot be written, or a workbook would go to a terminal.
  static func write(
    _ bytes: [UInt8], as format: AnswerFormat, to file: OutputFile?, _ language: Language
  ) throws(Failure) {
    if let file {
      try OutputFiles.refuseOverwriting(file.path, unless: file.replaces)
      try OutputFiles.write(bytes, to: file.path)
      return
    }
    try refuseTerminal(for: format == .xlsx, language)
    try StandardStream.write(bytes, to: StandardStream.output)
  }

  /// Refuses to write a workbook to a terminal, which would show what is no text.
  static func refuseTerminal(for isWorkbook: Bool, _ language: Language) throws(Failure) {
    guard isWorkbook, isatty(StandardStream.output) == 1 else { return }
    throw .usage(
      language(
        "bảng tính Excel không in ra màn hình được; ghi vào tệp bằng --output TỆP.xlsx",
        "a workbook of Excel is not for a terminal; write it with --output FILE.xlsx"))
  }

  /// Writes what is left.
  mutating func flush() throws(Failure) {
    try StandardStream.write(bytes, to: STDOUT_FILENO)
    bytes.removeAll(keepingCapacity: true)
  }
}

private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  unsafe write(descriptor, bytes, count)
}

/// The standard streams, without buffers of the C library.
enum StandardStream {
  /// The descriptor of standard output.
  static let output = STDOUT_FILENO

  /// Writes all bytes.
  ///
  /// A reader that has gone away ends the program quietly, mostly by SIGPIPE.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe systemWrite(descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count < 0 {
        if errno == EINTR { continue }
        // Where SIGPIPE is ignored: the reader has read enough.
        if errno == EPIPE { throw .reported(0) }
        let number = errno
        throw .output(
          Language.ofCommand(
            "không ghi được kết quả (lỗi \(number)); đĩa có đầy không?",
            "cannot write the result (error \(number)); is the disk full?"))
      }
      offset += count
    }
  }
}
