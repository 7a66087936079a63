import Exchange
import Files
import XMLStream

/// The published schema of FHIR R4, which is a megabyte and not part of the program.
enum FHIRSchema {
  private static let name = "fhir-single.xsd"
  /// The schemas that it imports.
  private static let parts = ["xml.xsd", "fhir-xhtml.xsd"]

  /// The schema in a folder of published schemas; nil where there is none.
  ///
  /// - Parameter standards: The folder; the schema lies in `fhir/xsd` in it.
  /// - Returns: The schema, compiled.
  /// - Throws: `ExchangeFailure` where it is there and cannot be read.
  static func published(in standards: String?) throws(ExchangeFailure) -> XMLSchema? {
    guard let folder = standards.map({ $0 + "/fhir/xsd/" }),
      FileStamp(path: folder + name) != nil
    else { return nil }
    do throws(DocumentError) {
      var others: [String: [UInt8]] = [:]
      for part in parts { others[part] = try bytes(of: folder + part) }
      return try XMLSchema(
        bytes: try bytes(of: folder + name), name: folder + name, parts: others)
    } catch {
      throw ExchangeFailure(errors: [error])
    }
  }

  private static func bytes(of path: String) throws(DocumentError) -> [UInt8] {
    do throws(FileError) {
      let reader = try BlockReader(.file(path))
      var bytes: [UInt8] = []
      while let block = try reader.next() { bytes += block }
      return bytes
    } catch {
      throw DocumentError(kind: .unreadable, path: path, line: 0, message: error.message)
    }
  }
}
