import Board
import Formats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How the first administrator gets the secret of the first sign-in.
enum FirstSignIn {
  private static let name = "first-sign-in"

  /// Tells the secret: on the terminal, or, where standard error is the log of the system, in a file that
  /// only the user of the service reads.
  static func tell(_ secret: Secret, _ folder: String, _ language: Language) {
    let isLog = !(Machine.environment["JOURNAL_STREAM"] ?? "").isEmpty
    let path = folder + "/" + name
    if isLog, write(secret.text + "\n", to: path) {
      Machine.complain(
        language(
          "đăng nhập lần đầu (một lần, trong 24 giờ): tài khoản admin, mật khẩu trong \(path)",
          "first sign-in (once, within 24 hours): account admin, password in \(path)"))
      return
    }
    Machine.complain(
      language(
        "đăng nhập lần đầu (một lần, trong 24 giờ): tài khoản admin, mật khẩu \(secret.text)",
        "first sign-in (once, within 24 hours): account admin, password \(secret.text)"))
  }

  /// Removes the file, once nobody needs it any more.
  static func forget(in folder: String) {
    try? FileManager.default.removeItem(atPath: folder + "/" + name)
  }

  private static func write(_ text: String, to path: String) -> Bool {
    try? FileManager.default.createDirectory(
      atPath: String(path.dropLast(name.count + 1)), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    // Made with its permissions, so that nobody reads it before it has them.
    try? FileManager.default.removeItem(atPath: path)
    return FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
  }
}
