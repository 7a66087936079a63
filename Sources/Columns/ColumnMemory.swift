/// A stretch of memory, given back when the last column lets go.
///
/// `@unchecked` since a raw pointer is not `Sendable`; the memory is filled before the first column
/// sees it, and only changes while a single column holds it.
@safe @usableFromInline
final class ColumnMemory: @unchecked Sendable {
  /// The first byte.
  let base: UnsafeRawPointer
  /// Whether a column that alone holds it may change it.
  let isWritable: Bool
  private let release: @Sendable (UnsafeRawPointer) -> Void

  /// Takes over memory.
  ///
  /// - Parameters:
  ///   - base: The first byte.
  ///   - isWritable: Whether a column that alone holds it may change it.
  ///   - release: What gives the memory back.
  init(
    base: UnsafeRawPointer, isWritable: Bool,
    release: @escaping @Sendable (UnsafeRawPointer) -> Void
  ) {
    unsafe self.base = unsafe base
    self.isWritable = isWritable
    unsafe self.release = unsafe release
  }

  deinit { unsafe release(base) }
}
