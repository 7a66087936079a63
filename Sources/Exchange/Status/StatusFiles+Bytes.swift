import Files
public import HealthNetwork

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension StatusFiles {
  /// Reads a document that is there as bytes, as the body of a request is.
  ///
  /// Readers look at a document more than once; so it lies in a file of its own, readable by nobody
  /// else, as long as it is read.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - name: The name that messages use for it.
  ///   - network: The network whose facilities are meant.
  /// - Throws: `ExchangeFailure` with every error of the document.
  public init(
    reading bytes: [UInt8], named name: String, for network: Network
  ) throws(ExchangeFailure) {
    let folder = FileManager.default.temporaryDirectory.path
    let path = "\(folder)/tuyen-\(UUID().uuidString).xml"
    let isThere = FileManager.default.createFile(
      atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    guard isThere else { throw ExchangeFailure(.unreadable, name, "there is no room for it") }
    defer { try? FileManager.default.removeItem(atPath: path) }
    do throws(ExchangeFailure) {
      try self.init([path], for: network, names: [name])
    } catch {
      let errors = error.errors.map { error in
        var named = error
        if named.path == path { named.path = name }
        return named
      }
      throw ExchangeFailure(errors: errors, omitted: error.omitted)
    }
  }
}
