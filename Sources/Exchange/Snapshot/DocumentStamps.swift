import Columns
import Files
import XMLStream

/// What the file system tells of the documents of a network at one moment.
///
/// Kept beside a snapshot, together with the digest of the documents: when everything is still the
/// same, the digest is too, and the documents need not be read to know that. The snapshot itself
/// does not hold it, so that the same documents give the same bytes anywhere.
struct DocumentStamps {
  private let folder: String
  private let names: [String]
  private let stamps: [FileStamp?]
  private let moment: Int?

  /// Asks for the stamps of documents.
  ///
  /// - Parameters:
  ///   - names: The paths of the documents within the folder.
  ///   - folder: The folder, with a slash at its end.
  ///   - moment: The present, in nanoseconds since 1970; without it stamps prove nothing later.
  init(of names: [String], in folder: String, at moment: Int?) {
    self.folder = folder
    self.names = names
    self.moment = moment
    stamps = names.map { FileStamp(path: folder + $0) }
  }

  /// The digest of the documents' paths and bytes, as `LoadedNetwork` has it.
  var digest: String {
    var digest = ContentDigest()
    for (name, stamp) in zip(names, stamps) {
      // What is no file must not be opened: it may be a pipe, or have no end.
      if stamp == nil { digest.add(name) } else { digest.add(name, file: folder + name) }
    }
    return digest.text
  }

  /// Whether stamps that were kept say that the documents still have a digest.
  func prove(_ digest: String, by path: String) -> Bool {
    Column(file: path) == Column(text(digest))
  }

  /// Keeps the stamps, if they can prove anything; where they cannot be kept, it is done without.
  ///
  /// - Precondition: The documents had this digest after the stamps were asked for.
  func keep(_ digest: String, at path: String) {
    guard let moment, stamps.allSatisfy({ $0?.isSettled(at: moment) == true }) else { return }
    try? ReplacedFile.write(text(digest), to: path)
  }

  private func text(_ digest: String) -> [UInt8] {
    var text = "tuyen stamp 1\n\(digest)\n"
    for (name, stamp) in zip(names, stamps) {
      if let stamp {
        text += "\(stamp.length) \(stamp.modified) \(stamp.changed) \(stamp.inode) \(name)\n"
      } else {
        text += "- \(name)\n"
      }
    }
    return Array(text.utf8)
  }
}
