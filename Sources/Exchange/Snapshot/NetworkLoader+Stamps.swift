package import Files

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension NetworkLoader {
  /// The stamps of the documents of a network in the file system, by path; to know whether they have
  /// changed while they are served.
  ///
  /// Nothing is read and nothing is recovered: an import may be under way.
  ///
  /// - Parameter path: A folder of documents, one document, or one snapshot.
  /// - Returns: The stamps.
  /// - Throws: What the file system throws where the folder cannot be read.
  package static func stamps(of path: String) throws -> [String: FileStamp] {
    if let stamp = FileStamp(path: path) { return [path: stamp] }
    var stamps: [String: FileStamp] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path + "/.") {
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      guard name.hasSuffix(".xml"), !isHidden else { continue }
      stamps[name] = FileStamp(path: path + "/" + name)
    }
    return stamps
  }
}
