import Columns

/// Reads numbers from bytes that may be anything.
///
/// Whatever does not fit marks the bytes as damaged; from then on everything read is 0, and nothing
/// is left to read. So a caller looks once, at the end.
struct ByteReader {
  private let bytes: Column<UInt8>
  private var position = 0
  /// Whether something did not fit.
  private(set) var isDamaged = false

  init(_ bytes: Column<UInt8>) {
    self.bytes = bytes
  }

  /// How many bytes are left.
  var remaining: Int { bytes.count - position }

  /// Notes that what was read cannot be.
  mutating func fail() {
    isDamaged = true
    position = bytes.count
  }

  mutating func byte() -> UInt8 {
    guard position < bytes.count else {
      fail()
      return 0
    }
    let byte = bytes[position]
    position += 1
    return byte
  }

  /// A number in groups of seven bits, the lowest first, with the eighth bit where more follow.
  mutating func number() -> UInt64 {
    var byte = byte()
    guard byte >= 0x80 else { return UInt64(byte) }
    var value = UInt64(byte & 0x7F)
    var shift: UInt64 = 7
    repeat {
      byte = self.byte()
      guard shift < 63 || byte <= 1 && shift == 63 else {
        fail()
        return 0
      }
      value |= UInt64(byte & 0x7F) << shift
      shift += 7
    } while byte >= 0x80
    return isDamaged ? 0 : value
  }

  /// A number with a sign: 0, -1, 1, -2 are stored as 0, 1, 2, 3.
  mutating func signedNumber() -> Int {
    let number = number()
    return Int(bitPattern: UInt(number >> 1)) ^ -Int(number & 1)
  }

  /// How many things follow, each of at least one byte.
  mutating func count() -> Int {
    let number = number()
    guard number <= UInt64(remaining) else {
      fail()
      return 0
    }
    return Int(number)
  }

  /// A finite number of eight bytes, the lowest first.
  mutating func double() -> Double {
    guard remaining >= 8 else {
      fail()
      return 0
    }
    var bits: UInt64 = 0
    for index in 0..<8 { bits |= UInt64(bytes[position + index]) << UInt64(index * 8) }
    position += 8
    let value = Double(bitPattern: bits)
    guard value.isFinite else {
      fail()
      return 0
    }
    return value
  }
}

extension [UInt8] {
  /// Appends a number as `ByteReader.number()` reads it.
  mutating func append(number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// Appends a number as `ByteReader.signedNumber()` reads it.
  mutating func append(signed number: Int) {
    append(number: UInt64(UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))))
  }

  /// Appends a number as `ByteReader.double()` reads it.
  mutating func append(double: Double) {
    let bits = double.bitPattern
    for index in 0..<8 { append(UInt8(truncatingIfNeeded: bits >> UInt64(index * 8))) }
  }
}
