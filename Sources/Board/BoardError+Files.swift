import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension BoardError {
  /// Why the system does not let a file be used.
  ///
  /// - Parameters:
  ///   - path: The file or folder.
  ///   - code: The number of the system's error.
  /// - Returns: The error, in words that say what to do.
  public static func unusable(_ path: String, code: Int32) -> BoardError {
    let reason: Bilingual =
      switch code {
      case EACCES, EPERM: Bilingual("không có quyền đọc và ghi", "no right to read and write it")
      case EROFS: Bilingual("ổ đĩa chỉ cho đọc", "the file system can only be read")
      case ENOENT: Bilingual("không có thư mục hoặc tệp này", "there is no such folder or file")
      case ENOTDIR:
        Bilingual(
          "một phần của đường dẫn không phải thư mục", "a part of the path is no folder")
      case EISDIR: Bilingual("là thư mục, không phải tệp", "it is a folder, no file")
      case ENOSPC, EDQUOT: noRoom
      case EMFILE, ENFILE: Bilingual("quá nhiều tệp đang mở", "too many files are open")
      default:
        Bilingual("không dùng được (lỗi \(code))", "it cannot be used (error \(code))")
      }
    return .file(path, reason)
  }

  /// A disk without room.
  static let noRoom = Bilingual("đĩa hết chỗ", "no room is left on the disk")
}
