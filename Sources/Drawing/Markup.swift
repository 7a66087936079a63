import Facts

/// Markup that is well-formed XML and means the same to a reader of HTML.
///
///     var page = Markup()
///     page.element("p", ["class": "note"]) { $0.text("3 < 4") }
///     page.source   // <p class="note">3 &lt; 4</p>
///
/// Elements are closed in the order in which they were opened, because a closure writes what is
/// between. Whatever text is given, what is read back is that text: only characters that no XML
/// document may hold become U+FFFD.
public struct Markup: Sendable {
  /// The markup written so far.
  public private(set) var source = ""

  /// Nothing yet.
  public init() {}

  /// Writes an element with a start and an end tag.
  public mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ content: (inout Markup) -> Void = { _ in }
  ) {
    open(name, attributes)
    source += ">"
    content(&self)
    source += "</\(name)>"
  }

  /// Writes an element that holds a text only.
  public mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element that can hold nothing, such as `meta` and `circle`.
  public mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    open(name, attributes)
    source += "/>"
  }

  /// Writes a text.
  public mutating func text(_ text: String) {
    Markup.append(text, to: &source)
  }

  /// Writes what other markup holds.
  public mutating func add(_ other: Markup) {
    source += other.source
  }

  /// Begins a new line of the source, which readers take for a blank.
  public mutating func line() {
    source += "\n"
  }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    source += "<" + name
    for (key, value) in attributes {
      source += " \(key)=\""
      Markup.append(value, to: &source)
      source += "\""
    }
  }

  private static func append(_ text: String, to source: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": source += "&amp;"
      case "<": source += "&lt;"
      // Also where nobody asks for it, so that ]]> never stands there.
      case ">": source += "&gt;"
      case "\"": source += "&quot;"
      case "\t", "\n": source += " "
      case "\r": source += "&#13;"
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": source += "\u{FFFD}"
      default: source.unicodeScalars.append(scalar)
      }
    }
  }
}

/// A number of a picture: at most two decimals, no trailing zeros, never an exponent.
package func plain(_ number: Double) -> String {
  guard number.isFinite, abs(number) < 1e9 else { return "0" }
  let hundredths = Int(clamping: (abs(number) * 100).rounded())
  var text = String(hundredths / 100)
  let rest = hundredths % 100
  if rest % 10 != 0 {
    text += "." + (rest < 10 ? "0" : "") + String(rest)
  } else if rest != 0 {
    text += "." + String(rest / 10)
  }
  return number < 0 && hundredths != 0 ? "-" + text : text
}
