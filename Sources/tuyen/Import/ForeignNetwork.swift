import Exchange
import Files
import Formats
import XMLStream

/// Says of a file that was given for a network what it is, where it is a document of another format.
enum ForeignNetwork {
  /// The sentence, and what to do; nil for a folder, an exchange document, or no document at all.
  static func failure(_ path: String, _ language: Language) -> Failure? {
    guard FileStamp(path: path) != nil else { return nil }
    do throws(ExchangeFailure) {
      let format = try DocumentFormats.all.format(of: path)
      guard format != .native else { return nil }
      let title = title(of: format, language)
      return .data(
        language(
          "\(path): là \(title), không phải tài liệu của mạng lưới; đọc bằng: tuyen import \(path)",
          "\(path): is \(title), not an exchange document of a network; tuyen import \(path) reads it"
        ))
    } catch {
      // A file that begins as XML and is broken has an error with a line of its own.
      guard error.errors.first?.kind == .invalid else { return nil }
      return Failure(error, language)
    }
  }

  private static func title(of format: DocumentFormat, _ language: Language) -> String {
    switch format.rawValue {
    case "csd": "IHE CSD"
    case "fhir": "HL7 FHIR"
    case "have": "EDXL-HAVE"
    case "osm": language("bản đồ OpenStreetMap", "a map of OpenStreetMap")
    case "csv", "xlsx": language("một bảng", "a table")
    case "geojson": "GeoJSON"
    case "kml": "KML"
    default: format.rawValue
    }
  }
}
