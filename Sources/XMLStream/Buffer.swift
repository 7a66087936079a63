/// A growable row of plain values that keeps its memory when it is emptied.
///
/// An array would do the same, but pay for its uniqueness check at each of the ten or so appends
/// that a start tag makes.
@safe struct Buffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    unsafe base = UnsafeMutablePointer.allocate(capacity: capacity)
    self.capacity = capacity
  }

  init(repeating element: Element, count: Int) {
    self.init(capacity: max(1, count))
    unsafe base.initialize(repeating: element, count: count)
    self.count = count
  }

  deinit {
    unsafe base.deallocate()
  }

  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count, "index out of range")
      return unsafe base[index]
    }
    set {
      precondition(index >= 0 && index < count, "index out of range")
      unsafe base[index] = newValue
    }
  }

  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    unsafe (base + count).initialize(to: element)
    count += 1
  }

  mutating func append(_ source: UnsafePointer<Element>, count added: Int) {
    reserve(added)
    unsafe (base + count).initialize(from: source, count: added)
    count += added
  }

  /// Makes room for so many more elements, to be written at `base + count` and then `commit`ted.
  mutating func reserve(_ added: Int) {
    if capacity - count < added { grow(to: count + added) }
  }

  /// Counts elements in that were written behind the last one.
  mutating func commit(_ added: Int) {
    precondition(added >= 0 && added <= capacity - count, "committed more than reserved")
    count += added
  }

  mutating func truncate(to newCount: Int) {
    precondition(newCount >= 0 && newCount <= count, "truncated to more than there is")
    count = newCount
  }

  /// Drops the first elements and moves the rest to the front.
  mutating func removeFirst(_ dropped: Int) {
    precondition(dropped >= 0 && dropped <= count, "dropped more than there is")
    guard dropped > 0 else { return }
    unsafe base.update(from: base + dropped, count: count - dropped)
    count -= dropped
  }

  private mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    unsafe moved.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = larger
  }
}
