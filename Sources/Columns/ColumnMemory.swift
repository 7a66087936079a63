/// A stretch of memory that nobody writes to any more, given back when the last column lets go.
///
/// `@unchecked` since a raw pointer is not `Sendable`; the memory is filled before the first column
/// sees it and never changes afterwards.
@safe
final class ColumnMemory: @unchecked Sendable {
  /// The first byte.
  let base: UnsafeRawPointer
  private let release: @Sendable (UnsafeRawPointer) -> Void

  /// Takes over memory.
  ///
  /// - Parameters:
  ///   - base: The first byte.
  ///   - release: What gives the memory back.
  init(base: UnsafeRawPointer, release: @escaping @Sendable (UnsafeRawPointer) -> Void) {
    unsafe self.base = unsafe base
    unsafe self.release = unsafe release
  }

  deinit { unsafe release(base) }
}
