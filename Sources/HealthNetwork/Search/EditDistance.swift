/// The fewest insertions, deletions and replacements that turn one sequence into another.
///
/// R. A. Wagner, M. J. Fischer, "The String-to-String Correction Problem", 1974,
/// DOI 10.1145/321796.321811.
///
/// - Complexity: O(*n* *m*), where *n* and *m* are the lengths.
package func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var row = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[right.count]
}
