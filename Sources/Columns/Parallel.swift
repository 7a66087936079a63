/// Works on disjoint parts of two columns at once, as many at a time as the pool has workers to spare.
///
///     forEachPart(of: &ups, &downs, ends: [500, 1_000], otherEnds: [500, 1_000]) { part, up, down in
///       for index in up.indices { up[index] &+= down[index] }
///     }
///
/// - Parameters:
///   - elements: The elements of the one.
///   - others: The elements of the other.
///   - ends: Where each part of the one ends; the first begins at 0.
///   - otherEnds: Where each part of the other ends.
///   - work: What to do with a part: its number, and both slices, numbered from 0.
/// - Precondition: The ends ascend and the last are at most the numbers of elements.
public func forEachPart<Element: BitwiseCopyable, Other: BitwiseCopyable>(
  of elements: inout MutableSpan<Element>, _ others: inout MutableSpan<Other>, ends: [Int],
  otherEnds: [Int],
  work:
    @escaping @Sendable (
      _ part: Int, _ slice: inout MutableSpan<Element>, _ other: inout MutableSpan<Other>
    ) -> Void
) {
  check(ends, below: elements.count)
  check(otherEnds, below: others.count)
  precondition(ends.count == otherEnds.count, "parts differ in number")
  unsafe elements.withUnsafeMutableBufferPointer { buffer in
    unsafe others.withUnsafeMutableBufferPointer { otherBuffer in
      // Parts do not overlap, as checked above: no two threads ever see the same element.
      let shared = unsafe Shared(first: buffer, second: otherBuffer)
      PartedWork(count: ends.count) { part in
        let start = part == 0 ? 0 : ends[part - 1]
        let otherStart = part == 0 ? 0 : otherEnds[part - 1]
        var slice = unsafe UnsafeMutableBufferPointer(
          rebasing: shared.first[start..<ends[part]]
        ).mutableSpan
        var other = unsafe UnsafeMutableBufferPointer(
          rebasing: shared.second[otherStart..<otherEnds[part]]
        ).mutableSpan
        work(part, &slice, &other)
      }.run()
    }
  }
}

/// Pointers that threads may hold at once, each using a part of its own.
@unsafe
private struct Shared<Element, Other>: @unchecked Sendable {
  let first: UnsafeMutableBufferPointer<Element>
  let second: UnsafeMutableBufferPointer<Other>
}

private func check(_ ends: [Int], below count: Int) {
  var last = 0
  for end in ends {
    precondition(end >= last && end <= count, "parts overlap, or end after the elements")
    last = end
  }
}
