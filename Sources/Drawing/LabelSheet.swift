/// Where labels stand, so that none covers another.
package struct LabelSheet: Sendable {
  private let width: Double
  private let height: Double
  private var taken: [(left: Double, top: Double, right: Double, bottom: Double)] = []

  /// An empty sheet of paper.
  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// The width of a text, with some to spare: no font is asked.
  package static func width(of text: String, size: Double) -> Double {
    Double(text.count) * size * 0.58
  }

  /// Keeps a box free of labels.
  package mutating func keepFree(left: Double, top: Double, right: Double, bottom: Double) {
    taken.append((left, top, right, bottom))
  }

  /// Finds room for a text near a point.
  ///
  /// - Parameters:
  ///   - x: The point.
  ///   - y: The point.
  ///   - text: The text.
  ///   - size: The height of its letters.
  ///   - gap: How far from the point it stands; 0 to be centred on it, or nearly so.
  ///   - shifts: How far it may be moved up or down, in heights of its letters, first choice first.
  /// - Returns: The middle of its base line; nil when there is no room.
  package mutating func place(
    x: Double, y: Double, text: String, size: Double, gap: Double, shifts: [Double] = [0]
  ) -> (x: Double, y: Double)? {
    let half = LabelSheet.width(of: text, size: size) / 2
    for shift in shifts {
      let base = y + size * (0.36 + shift)
      for middle in gap > 0
        ? [x + gap + half, x - gap - half] : [x, x + half * 0.8, x - half * 0.8]
      {
        // Beside each other two numbers would read as one.
        let apart = gap > 0 ? size * 0.3 : 0
        let box = (
          middle - half - apart, base - size * 0.85, middle + half + apart, base + size * 0.25
        )
        guard box.0 >= 2, box.1 >= 2, box.2 <= width - 2, box.3 <= height - 2,
          !taken.contains(where: {
            $0.left < box.2 && $0.right > box.0 && $0.top < box.3 && $0.bottom > box.1
          })
        else { continue }
        taken.append(box)
        return (middle, base)
      }
    }
    return nil
  }
}
