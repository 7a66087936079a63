/// The smallest of many keys, in order, without putting the others in order.
enum Smallest {
  /// Takes the smallest keys.
  ///
  /// C. A. R. Hoare, "Algorithm 65: Find", 1961, doi:10.1145/366622.366647, then a sort of what it
  /// found; where most keys are wanted, a sort alone.
  ///
  /// - Parameters:
  ///   - count: How many are wanted, at most.
  ///   - keys: The keys; their order is lost.
  /// - Returns: The smallest in ascending order.
  /// - Complexity: O(*n* + *k* log *k*) expected, where *n* is the number of keys and *k* of those
  ///   wanted.
  static func sorted(_ count: Int, of keys: inout [UInt64]) -> [UInt64] {
    guard count < keys.count / 2 else {
      keys.sort()
      return Array(keys.prefix(count))
    }
    guard count > 0 else { return [] }
    var (low, high) = (0, keys.count - 1)
    while low < high {
      // The middle of three, so that keys in order are no worst case.
      let ends = (keys[low], keys[(low + high) / 2], keys[high])
      let pivot = max(min(ends.0, ends.1), min(max(ends.0, ends.1), ends.2))
      var (left, right) = (low, high)
      while left <= right {
        while keys[left] < pivot { left += 1 }
        while keys[right] > pivot { right -= 1 }
        if left <= right {
          keys.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if count - 1 <= right {
        high = right
      } else if count - 1 >= left {
        low = left
      } else {
        break
      }
    }
    return keys.prefix(count).sorted()
  }
}
