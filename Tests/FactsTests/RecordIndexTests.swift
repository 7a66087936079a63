import Facts
import TestSupport
import Testing

@Suite struct RecordIndexTests {
  @Test func `an index finds the record of its kind`() {
    let records = Records(["a", "b", "c"])
    #expect(records.recordIndices.map { records[$0] } == ["a", "b", "c"])
    #expect(records.recordIndices.map(\.rawValue) == [0, 1, 2])
    #expect(RecordIndex<String>(1) < RecordIndex<String>(2))
  }

  @Test func `an array with one element for each record is read and changed by index`() {
    var marks = [false, false]
    marks[RecordIndex<String>(1)] = true
    #expect(marks == [false, true])
  }
}
