/// A number with at most so many decimals and no trailing zeros: 12.5, 3, -0.25.
///
/// - Parameters:
///   - number: The number.
///   - decimals: The most decimals.
///   - keepsZeros: Whether there are always so many: 12.50.
/// - Returns: The text, with a point as decimal mark; empty for what is no finite number.
public func decimal(_ number: Double, _ decimals: Int, keepsZeros: Bool = false) -> String {
  guard number.isFinite else { return "" }
  var scale = 1
  for _ in 0..<decimals { scale *= 10 }
  // Beyond this no decimals are left in a `Double`, and the scaled number would not fit an `Int`.
  guard abs(number) < 1e15, abs(number) * Double(scale) < 9e18 else { return "\(number)" }
  let scaled = Int((abs(number) * Double(scale)).rounded())
  var text = String(scaled / scale)
  var rest = scaled % scale
  if rest != 0 || keepsZeros && decimals > 0 {
    var width = decimals
    while !keepsZeros, rest % 10 == 0 {
      rest /= 10
      width -= 1
    }
    let digits = String(rest)
    text += "." + String(repeating: "0", count: width - digits.count) + digits
  }
  return number < 0 && scaled != 0 ? "-" + text : text
}

extension Language {
  /// A number rounded to a whole one with its thousands apart: 1.234.567 or 1,234,567; -1,234.
  ///
  /// - Returns: The text; a dash for what is no finite number.
  public func grouped(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 9e18 else { return "—" }
    let digits = String(Int(abs(number).rounded()))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += groupMark }
      text.append(digit)
    }
    return number <= -0.5 ? "-" + text : text
  }

  /// A number with at most so many decimals and no trailing zeros: 12,5 or 12.5.
  ///
  /// - Returns: The text, with the language's decimal mark; a dash for what is no finite number. With
  ///   `keepsZeros` there are always so many decimals: 12,50.
  public func decimal(_ number: Double, _ decimals: Int, keepsZeros: Bool = false) -> String {
    guard number.isFinite else { return "—" }
    let text = Formats.decimal(number, decimals, keepsZeros: keepsZeros)
    return decimalMark == "." ? text : text.split(separator: ".").joined(separator: decimalMark)
  }

  /// A whole number with its thousands apart.
  public func grouped(_ number: Int) -> String { grouped(Double(number)) }

  /// A share as a percentage with one decimal: 71.2 %; a dash where there is none.
  ///
  /// More than nothing is not rounded to 0.0 %, nor less than all to 100.0 %.
  ///
  /// - Parameter share: From 0 to 1.
  /// - Returns: The text; a dash for what is no finite number.
  public func percent(_ share: Double?) -> String {
    guard let share, share.isFinite, abs(share) < 1e12 else { return "—" }
    var tenths = Int((share * 1_000).rounded())
    if tenths == 0 && share > 1e-9 { return "< 0\(decimalMark)1 %" }
    if tenths == 1_000 && share < 1 - 1e-9 { tenths = 999 }
    return "\(tenths / 10)\(decimalMark)\(tenths % 10) %"
  }

  /// A range of shares as percentages: 59.9–99.7 %; one where both ends read alike.
  ///
  /// - Parameter shares: From 0 to 1.
  /// - Returns: The text; a dash where there is none.
  public func percents(_ shares: ClosedRange<Double>?) -> String {
    guard let shares else { return "—" }
    let (least, most) = (percent(shares.lowerBound), percent(shares.upperBound))
    guard least != most else { return least }
    return (least.hasSuffix(" %") ? String(least.dropLast(2)) : least) + "–" + most
  }
}
