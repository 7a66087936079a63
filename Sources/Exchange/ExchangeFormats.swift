import Files
import Formats
import Spreadsheet

extension DocumentFormats {
  /// The formats that this target reads: its own documents, CSD, HAVE and tables.
  public static let exchange = DocumentFormats([.native, .csd, .have, .xlsx, .map, .csv])
}

extension ReadableFormat {
  /// Exchange documents of this software.
  public static let native = ReadableFormat(
    .native, recognises: { $0.root != nil && $0.namespace == ExchangeSchema.namespace }
  ) { (path, options) throws(ExchangeFailure) in try NativeReader.read(path: path, options: options)
  }

  /// IHE Care Services Discovery, bare or in the envelope of an answer.
  public static let csd = ReadableFormat(
    .csd,
    recognises: { beginning in
      [
        CSDCodes.namespace, "http://www.w3.org/2003/05/soap-envelope",
        "http://schemas.xmlsoap.org/soap/envelope/",
      ].contains(beginning.namespace)
    }
  ) { (path, options) throws(ExchangeFailure) in try CSDReader.read(path: path, options: options) }

  /// EDXL-HAVE, bare, in EDXL-DE, or in an Atom feed.
  public static let have = ReadableFormat(
    .have,
    recognises: { beginning in
      // HAVE 2.0, too, to be refused by its name; other messages of the family are not status.
      ["have", "de"].contains { part in
        beginning.namespace.lowercased().hasPrefix(
          "urn:oasis:names:tc:emergency:edxl:" + part + ":")
      }
        || (beginning.namespace == "http://www.w3.org/2005/Atom" && beginning.root == "feed")
    }
  ) { (path, options) throws(ExchangeFailure) in try HAVEReader.read(path: path, options: options) }

  /// A workbook of Excel, with a table of facilities in a sheet.
  public static let xlsx = ReadableFormat(
    .xlsx, endings: [".xlsx", ".xlsm"],
    recognises: { Workbook.recognises($0.bytes) || Workbook.recognisesOld($0.bytes) }
  ) { (path, options) throws(ExchangeFailure) in try TableReader.read(path: path, options: options)
  }

  /// Points of a map as candidates.
  public static let map = ReadableFormat(
    .map, endings: [".geojson", ".kml"],
    recognises: { FeatureRows.recognises($0.bytes) }
  ) { (path, options) throws(ExchangeFailure) in try TableReader.read(path: path, options: options)
  }

  /// A table of facilities.
  public static let csv = ReadableFormat(
    .csv, endings: [".csv", ".tsv"],
    recognises: { beginning in
      guard let problem = beginning.problem, problem.kind == .malformed, problem.line <= 1,
        beginning.firstMark != UInt8(ascii: "{"), beginning.firstMark != UInt8(ascii: "[")
      else { return false }
      // A first line with separators, in UTF-8 or UTF-16.
      for byte in beginning.bytes.prefix(4_096) {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), 0x09: return true
        case 0x0A: return false
        default: continue
        }
      }
      return false
    }
  ) { (path, options) throws(ExchangeFailure) in try TableReader.read(path: path, options: options)
  }
}
