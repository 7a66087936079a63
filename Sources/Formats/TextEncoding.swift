/// An encoding of text, of today or of the years when each Vietnamese program had its own.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8.
  case utf8 = "utf-8"
  /// UTF-16, the low byte first.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, the high byte first.
  case utf16BigEndian = "utf-16be"
  /// Windows-1252, of Western Europe.
  case windows1252 = "windows-1252"
  /// Windows-1258, of Vietnamese Windows: tones stand behind their letters.
  case windows1258 = "windows-1258"
  /// TCVN3, of the ABC fonts (.VnTime).
  case tcvn3
  /// VNI for Windows, of the VNI fonts: two bytes a letter with marks.
  case vni

  /// The name that people know it by.
  public var title: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .windows1252: "Windows-1252"
    case .windows1258: "Windows-1258"
    case .tcvn3: "TCVN3 (ABC)"
    case .vni: "VNI"
    }
  }

  /// The encodings of one byte a letter or mark, which only what is written in them tells apart.
  static let legacy: [TextEncoding] = [.windows1258, .tcvn3, .vni, .windows1252]
}

/// How a text was understood that does not say its encoding.
public struct TextRecognition: Hashable, Sendable {
  /// The encoding.
  public var encoding: TextEncoding
  /// Some words of the text with letters beyond ASCII, as they were read.
  public var sample: String
  /// Whether a question mark stands before letters, as where a letter was lost before.
  public var hasLostLetters: Bool

  /// The encoding, and the sample by which a reader sees whether it is the right one.
  public var text: Bilingual {
    Bilingual(
      "chữ theo bảng mã \(encoding.title), đọc ra: \"\(sample)\"",
      "the text is \(encoding.title) and reads: \"\(sample)\"")
  }
}
