/// A column of numbers, in memory of its own or in a mapped file, seen through a span.
///
///     let weights = Column<UInt32>([3, 1, 4])
///     let span = weights.span
///     var sum: UInt32 = 0
///     for index in span.indices { sum += span[index] }
///
/// Copies share the memory; nothing can write to it. Bind `span` to a local before a loop: it costs
/// nothing then, whichever kind of memory lies behind it. (Seeing an element is inlined into other
/// modules: without that, unpacking a way took half as long again.)
@frozen @safe
public struct Column<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  @usableFromInline var memory: ColumnMemory
  @usableFromInline var base: UnsafePointer<Element>

  /// How many elements there are.
  public let count: Int

  /// Copies elements into memory of its own.
  /// - Complexity: O(*n*), where *n* is the number of elements.
  public init(_ elements: [Element]) {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, elements.count))
    _ = unsafe copy.initialize(fromContentsOf: elements)
    // `max` above: an empty allocation has an address too.
    let start = unsafe UnsafePointer(copy.baseAddress.unsafelyUnwrapped)
    unsafe base = unsafe start
    unsafe memory = ColumnMemory(base: UnsafeRawPointer(start), isWritable: true) {
      unsafe $0.deallocate()
    }
    count = elements.count
  }

  /// Fills memory of its own with one element.
  /// - Complexity: O(*n*), where *n* is the number of elements.
  public init(repeating element: Element, count: Int) {
    let filled = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, count))
    unsafe filled.initialize(repeating: element)
    let start = unsafe UnsafePointer(filled.baseAddress.unsafelyUnwrapped)
    unsafe base = unsafe start
    unsafe memory = ColumnMemory(base: UnsafeRawPointer(start), isWritable: true) {
      unsafe $0.deallocate()
    }
    self.count = count
  }

  /// Sees elements in memory that something else holds.
  ///
  /// - Precondition: The elements lie within the memory, aligned, and are valid for any bytes.
  init(_ memory: ColumnMemory, at base: UnsafePointer<Element>, count: Int) {
    self.memory = memory
    unsafe self.base = unsafe base
    self.count = count
  }

  /// The elements, for as long as the column is held.
  @inlinable public var span: Span<Element> {
    @_lifetime(borrow self)
    get {
      let span = unsafe Span(_unsafeStart: base, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Changes elements, in place when nobody else holds them and in a copy otherwise.
  ///
  /// - Parameter body: What to do with the elements.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws.
  /// - Complexity: O(*n*) when they are copied, where *n* is their number.
  public mutating func update<Result: ~Copyable, Failure: Error>(
    _ body: (inout MutableSpan<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if !isKnownUniquelyReferenced(&memory) || !memory.isWritable { self = Column(array) }
    // The memory was allocated as mutable by `init`, and nobody else sees it now.
    let buffer = unsafe UnsafeMutableBufferPointer(
      start: UnsafeMutablePointer(mutating: base), count: count)
    var span = unsafe buffer.mutableSpan
    return try body(&span)
  }

  /// One element.
  @inlinable public subscript(index: Int) -> Element { span[index] }

  /// The elements, copied.
  /// - Complexity: O(*n*), where *n* is their number.
  public var array: [Element] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }
}

extension Column {
  /// The bytes of the elements, as the machine stores them, in the same memory.
  var bytes: Column<UInt8> {
    let size = count * MemoryLayout<Element>.stride
    return unsafe Column<UInt8>(
      memory, at: UnsafeRawPointer(base).assumingMemoryBound(to: UInt8.self), count: size)
  }

  /// Shows the bytes of the elements to C functions.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // The column, and with it the memory, outlives the call.
    defer { withExtendedLifetime(memory) {} }
    return try unsafe body(
      UnsafeRawBufferPointer(start: base, count: count * MemoryLayout<Element>.stride))
  }
}

extension Column: Equatable where Element: Equatable {
  /// Whether two columns hold the same elements.
  public static func == (left: Column, right: Column) -> Bool {
    guard left.count == right.count else { return false }
    let (ours, theirs) = (left.span, right.span)
    for index in ours.indices where ours[index] != theirs[index] { return false }
    return true
  }
}
