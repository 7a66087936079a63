/// A text as the schema means it: runs of white space count as one space, and none at the ends.
package func collapsingWhitespace(_ text: String) -> String {
  let bytes = text.utf8Span.span
  var isBlank = true
  var needsWork = false
  for index in bytes.indices {
    let byte = bytes[index]
    guard byte <= 0x20 else {
      isBlank = false
      continue
    }
    if isBlank || byte != 0x20 {
      needsWork = true
      break
    }
    isBlank = true
  }
  guard needsWork || isBlank else { return text }
  let words = text.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
}
