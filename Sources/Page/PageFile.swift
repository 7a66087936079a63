#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file of the page that browsers are given: HTML, styles, modules, pictures.
///
///     let index = PageFile.all.first { $0.name == "index.html" }
///
/// The files are compiled into the program, so that a single binary serves the page. Two texts in them
/// are put in by the service: `{{version}}`, the digest of all files, which is part of their addresses, and
/// `{{files}}`, the list of their names in quotation marks.
package struct PageFile: Sendable {
  /// The name of the file.
  package let name: String
  /// The bytes of the file.
  package let bytes: [UInt8]

  /// Creates a file.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// All files of the page, by name: those of the folder `Files`, which the build puts into the code.
  package static var all: [PageFile] {
    embedded.map { file in
      let picture = file.isBase64 ? Data(base64Encoded: file.text).map { Array($0) } : nil
      return PageFile(name: file.name, bytes: picture ?? Array(file.text.utf8))
    }
  }

  /// The media type, by the ending of the name; that of unknown bytes where there is none such.
  package var mediaType: String {
    switch name.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "webmanifest": "application/manifest+json"
    default: "application/octet-stream"
    }
  }
}
