import Answers
import Formats
import HTTPTypes

/// The preferences of a client, by the headers of its request.
struct Negotiation {
  private let headers: HTTPFields

  init(_ headers: HTTPFields) {
    self.headers = headers
  }

  /// The language that is preferred; nil where neither is named.
  var language: Language? {
    for (name, _) in weighed(.acceptLanguage) {
      let code = name.split(separator: "-").first.map(String.init) ?? name
      if let language = Language(rawValue: code) { return language }
    }
    return nil
  }

  /// The form that is preferred among some; nil where none is named.
  func format(among formats: [AnswerFormat]) -> AnswerFormat? {
    for (name, _) in weighed(.accept) {
      if let format = formats.first(where: { MediaType.essence($0.mediaType) == name }) {
        return format
      }
    }
    return nil
  }

  /// The media types that are accepted, the best first.
  var mediaTypes: [String] { weighed(.accept).map(\.name) }

  /// Whether bytes may be compressed by gzip.
  var acceptsGzip: Bool {
    let all = weighed(.acceptEncoding, includingZero: true)
    if let named = all.first(where: { $0.name == "gzip" || $0.name == "x-gzip" }) {
      return named.weight > 0
    }
    return (all.first { $0.name == "*" }?.weight ?? 0) > 0
  }

  /// The values of a header, those of greatest weight first.
  private func weighed(
    _ field: HTTPField.Name, includingZero: Bool = false
  ) -> [(name: String, weight: Double)] {
    let text = headers[field] ?? ""
    var values: [(name: String, weight: Double)] = []
    for item in text.split(separator: ",").prefix(64) {
      var weight = 1.0
      let parts = item.split(separator: ";")
      for parameter in parts.dropFirst() {
        let pair = parameter.filter { !$0.isWhitespace }.lowercased()
        if pair.hasPrefix("q=") { weight = Double(pair.dropFirst(2)) ?? 0 }
      }
      let name = (parts.first ?? "").filter { !$0.isWhitespace }.lowercased()
      if weight > 0 || includingZero, !name.isEmpty { values.append((name, weight)) }
    }
    // The sort is stable: of equal weights the first named comes first.
    return values.sorted { $0.weight > $1.weight }
  }
}
