import Facts
import Formats
import Logging

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A log of lines of JSON on standard error: whatever a client sends, it cannot forge a line.
struct JSONLog: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var fields: [String: JSONValue?] = [
      "time": .string(Machine.now.description), "level": .string(event.level.rawValue),
      "message": .string("\(event.message)".withoutControls),
    ]
    for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
      fields[key] = .string("\(value)".withoutControls)
    }
    Machine.write(JSONValue.object(fields).text(indent: nil), to: STDERR_FILENO)
  }
}
