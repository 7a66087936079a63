internal import CLibZip
import Files

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The entries of a zip archive, opened for reading.
///
/// libzip reads the archive; nothing is ever unpacked to the disk, so that a path in it cannot lead
/// anywhere, and a name that would is refused all the same: whoever wrote it meant no workbook.
@safe final class ZipArchive {
  /// A packed file.
  struct Entry: Hashable {
    var index: UInt64
    var name: String
    /// How many bytes it has packed.
    var packedBytes: Int
  }

  let path: String
  let limits: ZipLimits
  /// The entries, by their names in small letters, as Excel tells them apart.
  let entries: [String: Entry]
  private let handle: OpaquePointer

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - source: A regular file, or bytes; not standard input.
  ///   - limits: What it must stay within.
  /// - Throws: `DocumentError` where it cannot be read, is none, or goes beyond a limit.
  init(_ source: DataSource, limits: ZipLimits) throws(DocumentError) {
    path = source.name
    self.limits = limits
    let tail: (count: Int, bytes: [UInt8])
    switch source {
    case .bytes(let bytes, _): tail = (bytes.count, Array(bytes.suffix(ZipArchive.tailBytes)))
    case .file(let path): tail = try ZipArchive.tail(of: path)
    case .standardInput:
      throw ZipArchive.error(.unreadable, source.name, "not from here", "không từ đây")
    }
    try ZipArchive.check(tail, source.name, limits)
    var code: Int32 = 0
    let opened = unsafe ZipArchive.open(source, &code)
    guard let opened = unsafe opened else {
      throw ZipArchive.error(
        code == Int32(ZIP_ER_MEMORY) ? .limit : .malformed, source.name,
        "is a damaged zip archive, or cut off; fetch or save it again",
        "là tệp zip bị hỏng hoặc bị cắt ngang; tải hoặc lưu lại")
    }
    unsafe handle = opened
    entries = try unsafe ZipArchive.list(opened, source.name, limits)
  }

  deinit { unsafe zip_discard(handle) }

  /// Opens an entry for reading.
  func reader(of entry: Entry) throws(DocumentError) -> ZipEntryReader {
    guard let file = unsafe zip_fopen_index(handle, entry.index, 0) else {
      throw ZipArchive.error(
        .malformed, path, "its part \"\(entry.name)\" cannot be unpacked",
        "không giải nén được phần \"\(entry.name)\"")
    }
    return unsafe ZipEntryReader(file, of: entry, in: self)
  }

  static func error(
    _ kind: DocumentError.Kind, _ path: String, _ en: String, _ vi: String
  ) -> DocumentError {
    DocumentError(kind: kind, path: path, line: 0, message: en, vi: vi)
  }

  /// The bytes in which an archive can say how many entries it has: a record and a comment.
  private static let tailBytes = 65_557

  private static func open(_ source: DataSource, _ code: inout Int32) -> OpaquePointer? {
    switch source {
    case .file(let path): return unsafe zip_open(path, Int32(ZIP_RDONLY), &code)
    case .standardInput: return nil
    case .bytes(let bytes, _):
      // The library frees the copy when the archive is closed.
      guard let copy = unsafe malloc(max(1, bytes.count)) else { return nil }
      unsafe bytes.withUnsafeBytes {
        unsafe copy.copyMemory(
          from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count)
      }
      guard let buffer = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
        unsafe free(copy)
        return nil
      }
      guard let archive = unsafe zip_open_from_source(buffer, Int32(ZIP_RDONLY), nil) else {
        unsafe zip_source_free(buffer)
        return nil
      }
      return unsafe archive
    }
  }

  private static func tail(of path: String) throws(DocumentError) -> (count: Int, bytes: [UInt8]) {
    guard let stamp = FileStamp(path: path) else {
      throw error(
        .unreadable, path, "there is no such file, or it is no regular one",
        "không có tệp này, hoặc không phải tệp thường")
    }
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw error(.unreadable, path, "may not be read", "không được phép đọc")
    }
    defer { close(descriptor) }
    let wanted = min(stamp.length, tailBytes)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      count = max(0, unsafe pread(descriptor, buffer.baseAddress, wanted, stamp.length - wanted))
    }
    return (stamp.length, bytes)
  }

  /// Refuses an archive that is too long, or says that it has too many entries: the library would
  /// make room for all of them first.
  private static func check(
    _ tail: (count: Int, bytes: [UInt8]), _ path: String, _ limits: ZipLimits
  ) throws(DocumentError) {
    guard tail.count <= limits.fileBytes else {
      throw error(
        .limit, path, "is longer than \(limits.fileBytes) bytes",
        "dài hơn \(limits.fileBytes) byte")
    }
    let bytes = tail.bytes
    var place = bytes.count - 22
    while place >= 0 {
      if bytes[place] == 0x50, bytes[place + 1] == 0x4B, bytes[place + 2] == 5,
        bytes[place + 3] == 6,
        Int(bytes[place + 10]) + Int(bytes[place + 11]) << 8 > limits.entries
      {
        throw error(
          .limit, path, "holds more than \(limits.entries) entries",
          "chứa hơn \(limits.entries) phần")
      }
      place -= 1
    }
  }

  private static func list(
    _ handle: OpaquePointer, _ path: String, _ limits: ZipLimits
  ) throws(DocumentError) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    let count = unsafe zip_get_num_entries(handle, 0)
    for index in 0..<UInt64(clamping: min(count, Int64(limits.entries))) {
      var status = unsafe zip_stat_t()
      guard unsafe zip_stat_index(handle, index, 0, &status) == 0,
        let pointer = unsafe status.name
      else { continue }
      let name = unsafe String(cString: pointer)
      guard isHarmless(name) else {
        throw error(
          .forbidden, path, "holds the path \"\(name.prefix(80))\", as no workbook does",
          "chứa đường dẫn \"\(name.prefix(80))\", bảng tính không bao giờ có")
      }
      guard unsafe status.encryption_method == UInt16(ZIP_EM_NONE) else {
        throw error(
          .forbidden, path, "is protected by a password; save it without one",
          "có mật khẩu; lưu lại không đặt mật khẩu")
      }
      let entry = Entry(
        index: index, name: name, packedBytes: Int(clamping: unsafe status.comp_size))
      guard entries.updateValue(entry, forKey: name.lowercased()) == nil else {
        throw error(
          .forbidden, path, "holds its part \"\(name.prefix(80))\" twice",
          "chứa phần \"\(name.prefix(80))\" hai lần")
      }
    }
    return entries
  }

  /// Whether a name stays within the archive.
  private static func isHarmless(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.first != UInt8(ascii: "/"), !name.utf8.contains(0x5C) else {
      return false
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return !parts.contains("..") && !(parts[0].utf8.dropFirst().first == UInt8(ascii: ":"))
  }
}

/// Unpacks an entry of an archive block by block.
@safe final class ZipEntryReader {
  private let file: OpaquePointer
  private let archive: ZipArchive
  private let entry: ZipArchive.Entry
  private var bytesRead = 0

  init(_ file: OpaquePointer, of entry: ZipArchive.Entry, in archive: ZipArchive) {
    unsafe self.file = unsafe file
    self.entry = entry
    self.archive = archive
  }

  deinit { _ = unsafe zip_fclose(file) }

  /// The next bytes, at most so many; none at the end.
  ///
  /// - Throws: `DocumentError` where the entry is damaged, or goes beyond a limit.
  func read(_ wanted: Int) throws(DocumentError) -> [UInt8] {
    var failed = false
    let block = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      let got = unsafe buffer.baseAddress.map { unsafe zip_fread(file, $0, UInt64(wanted)) } ?? 0
      failed = got < 0
      count = max(0, Int(got))
    }
    guard !failed else {
      throw ZipArchive.error(
        .malformed, archive.path, "its part \"\(entry.name)\" is damaged; save it again",
        "phần \"\(entry.name)\" bị hỏng; lưu lại tệp")
    }
    bytesRead += block.count
    let limits = archive.limits
    let isBomb =
      bytesRead > limits.freeBytes && bytesRead / limits.ratio > max(1, entry.packedBytes)
    guard bytesRead <= limits.entryBytes, !isBomb else {
      throw ZipArchive.error(
        .limit, archive.path,
        "its part \"\(entry.name)\" unpacks to far more than a list holds; it may be a zip bomb",
        "phần \"\(entry.name)\" bung ra lớn hơn mọi danh sách; có thể là bom nén")
    }
    return block
  }
}
