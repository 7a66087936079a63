extension String {
  /// The text with its control characters, and signs that turn the direction of writing, shown as
  /// `\u{1B}`: a name that somebody typed moves no cursor of who reads it.
  ///
  /// Line feeds and tabs stay.
  public var withoutControls: String {
    guard unicodeScalars.contains(where: String.isControl) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if String.isControl(scalar) {
        text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
