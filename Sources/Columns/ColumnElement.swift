/// A number of fixed width that a column of a snapshot may hold: valid whatever its bytes are.
public protocol ColumnElement: BitwiseCopyable, Sendable {
  /// The kind of number.
  static var kind: ElementKind { get }
}

/// The kinds of numbers in a snapshot; the raw value is the code in the file.
public enum ElementKind: UInt32, CaseIterable, Sendable {
  /// An unsigned number of one byte.
  case uint8 = 1
  /// A signed number of one byte.
  case int8 = 2
  /// An unsigned number of two bytes.
  case uint16 = 3
  /// A signed number of two bytes.
  case int16 = 4
  /// An unsigned number of four bytes.
  case uint32 = 5
  /// A signed number of four bytes.
  case int32 = 6
  /// An unsigned number of eight bytes.
  case uint64 = 7
  /// A signed number of eight bytes.
  case int64 = 8
  /// A floating-point number of four bytes.
  case float32 = 9
  /// A floating-point number of eight bytes.
  case float64 = 10

  /// How many bytes a number takes.
  public var size: Int {
    switch self {
    case .uint8, .int8: 1
    case .uint16, .int16: 2
    case .uint32, .int32, .float32: 4
    case .uint64, .int64, .float64: 8
    }
  }
}

extension UInt8: ColumnElement {
  /// A byte.
  public static var kind: ElementKind { .uint8 }
}

extension Int8: ColumnElement {
  /// A signed byte.
  public static var kind: ElementKind { .int8 }
}

extension UInt16: ColumnElement {
  /// Two bytes.
  public static var kind: ElementKind { .uint16 }
}

extension Int16: ColumnElement {
  /// Two bytes, signed.
  public static var kind: ElementKind { .int16 }
}

extension UInt32: ColumnElement {
  /// Four bytes.
  public static var kind: ElementKind { .uint32 }
}

extension Int32: ColumnElement {
  /// Four bytes, signed.
  public static var kind: ElementKind { .int32 }
}

extension UInt64: ColumnElement {
  /// Eight bytes.
  public static var kind: ElementKind { .uint64 }
}

extension Int64: ColumnElement {
  /// Eight bytes, signed.
  public static var kind: ElementKind { .int64 }
}

extension Float: ColumnElement {
  /// IEEE 754 binary32.
  public static var kind: ElementKind { .float32 }
}

extension Double: ColumnElement {
  /// IEEE 754 binary64.
  public static var kind: ElementKind { .float64 }
}
