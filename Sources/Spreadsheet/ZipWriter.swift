internal import CLibZip

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Packs files into a zip archive in memory; the same files give the same bytes.
enum ZipWriter {
  /// The bytes of an archive; nil where there is no memory for it.
  static func bytes(of files: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
    guard let store = unsafe zip_source_buffer_create(nil, 0, 0, nil) else { return nil }
    // The archive gives its source up when it is closed; the bytes are read from it after that.
    unsafe zip_source_keep(store)
    defer { unsafe zip_source_free(store) }
    guard
      let archive = unsafe zip_open_from_source(store, Int32(ZIP_CREATE | ZIP_TRUNCATE), nil)
    else {
      unsafe zip_source_free(store)
      return nil
    }
    for file in files {
      guard unsafe add(file.bytes, file.name, to: archive) else {
        unsafe zip_discard(archive)
        return nil
      }
    }
    guard unsafe zip_close(archive) == 0 else {
      unsafe zip_discard(archive)
      return nil
    }
    return unsafe contents(of: store)
  }

  private static func add(_ bytes: [UInt8], _ name: String, to archive: OpaquePointer) -> Bool {
    // The library frees the copy.
    guard let copy = unsafe malloc(max(1, bytes.count)) else { return false }
    unsafe bytes.withUnsafeBytes { source in
      guard let base = source.baseAddress else { return }
      unsafe copy.copyMemory(from: base, byteCount: source.count)
    }
    guard let source = unsafe zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
      unsafe free(copy)
      return false
    }
    if unsafe tuyenZipAdd(archive, name, source) != 0 { return true }
    return false
  }

  private static func contents(of store: OpaquePointer) -> [UInt8]? {
    var status = unsafe zip_stat_t()
    guard unsafe zip_source_stat(store, &status) == 0, unsafe zip_source_open(store) == 0 else {
      return nil
    }
    defer { unsafe zip_source_close(store) }
    let length = unsafe Int(clamping: status.size)
    var isWhole = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      while count < length, let base = buffer.baseAddress {
        let got = unsafe zip_source_read(store, base + count, UInt64(length - count))
        guard got > 0 else { break }
        count += Int(got)
      }
      isWhole = count == length
    }
    return isWhole ? bytes : nil
  }
}
