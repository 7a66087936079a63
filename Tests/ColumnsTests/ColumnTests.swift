import Columns
import Testing

@Suite struct ColumnTests {
  @Test func `a column has the elements it was made of`() {
    let column = Column<UInt32>([3, 1, 4])
    #expect(column.count == 3)
    #expect(column.array == [3, 1, 4])
    #expect(column[2] == 4)
    #expect(column == Column([3, 1, 4]))
    #expect(column != Column([3, 1]))
  }

  @Test func `a change does not show in copies`() {
    var column = Column<UInt32>([3, 1, 4])
    let copy = column
    column.update { $0[1] = 7 }
    #expect(column.array == [3, 7, 4])
    #expect(copy.array == [3, 1, 4])
    column.update { $0[0] = 8 }
    #expect(column.array == [8, 7, 4])
  }

  @Test func `an empty column is one`() {
    #expect(Column<UInt8>([]).array.isEmpty)
    let span = Column<UInt8>([]).span
    let count = span.count
    #expect(count == 0)
  }

  @Test func `parts are worked on each by itself`() {
    var numbers = Column<Int>(repeating: 0, count: 1_000)
    var others = Column<UInt8>(repeating: 7, count: 4)
    numbers.update { numbers in
      others.update { others in
        forEachPart(of: &numbers, &others, ends: [10, 10, 700, 999], otherEnds: [1, 2, 3, 4]) {
          part, slice, other in
          for index in slice.indices { slice[index] += part + 1 }
          for index in other.indices { other[index] += UInt8(part) }
        }
      }
    }
    #expect(numbers.array[..<10].allSatisfy { $0 == 1 })
    #expect(numbers.array[10..<700].allSatisfy { $0 == 3 })
    #expect(numbers.array[700..<999].allSatisfy { $0 == 4 })
    #expect(numbers[999] == 0)
    #expect(others.array == [7, 8, 9, 10])
  }

  @Test func `overlapping parts are a bug of the caller`() async {
    await #expect(processExitsWith: .failure) {
      var numbers = Column<Int>([1, 2, 3])
      var others = numbers
      numbers.update { numbers in
        others.update { others in
          forEachPart(of: &numbers, &others, ends: [2, 1], otherEnds: [2, 1]) { _, _, _ in }
        }
      }
    }
  }
}
