/// Facts of the machine that a program gives to the library, which never looks by itself.
///
/// Without a cache folder, snapshots lie beside their networks only. Without the present moment, it
/// cannot be told whether files have been left alone since their stamps were taken, and the digest
/// of the documents is computed each time.
public struct Surroundings: Hashable, Sendable {
  /// The folder of the user's caches; nil for none.
  public var cacheFolder: String?
  /// The present moment in nanoseconds since 1970; nil where nobody has looked at a clock.
  public var moment: Int?

  /// Creates surroundings.
  public init(cacheFolder: String? = nil, moment: Int? = nil) {
    self.cacheFolder = cacheFolder
    self.moment = moment
  }

  /// Creates surroundings from environment variables, as the XDG Base Directory Specification has it:
  /// `$XDG_CACHE_HOME`, else `~/.cache`; relative paths are ignored.
  public init(environment: [String: String], moment: Int? = nil) {
    func absolute(_ name: String) -> String? {
      environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    cacheFolder = absolute("XDG_CACHE_HOME") ?? absolute("HOME").map { $0 + "/.cache" }
    self.moment = moment
  }
}
