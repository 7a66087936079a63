import Formats
import NIOCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why nobody can be answered at an address.
struct ListenError: Error {
  /// The host and port, or the socket.
  var place: String
  /// The error of whoever tried.
  var reason: any Error

  /// The error in both languages.
  var text: Bilingual {
    let words = words
    return Bilingual(
      "không nghe được tại \(place): \(words.vi)", "cannot listen at \(place): \(words.en)")
  }

  private var words: Bilingual {
    guard let code = (reason as? IOError)?.errnoCode else {
      return "\(reason)".contains("UnknownHost")
        ? Bilingual("không có máy tên này", "there is no host of this name")
        : Bilingual("\(reason)", "\(reason)")
    }
    switch code {
    case EADDRINUSE:
      return Bilingual("chương trình khác đang dùng", "another program uses it")
    case EADDRNOTAVAIL:
      return Bilingual("máy này không có địa chỉ đó", "this machine has no such address")
    case EACCES, EPERM: return Bilingual("không có quyền", "it is not permitted")
    case ENOENT, ENOTDIR: return Bilingual("không có thư mục này", "there is no such folder")
    case EROFS: return Bilingual("ổ đĩa chỉ cho đọc", "the file system can only be read")
    default: return Bilingual("\(reason)", "\(reason)")
    }
  }
}
