import Columns
import Facts
import HealthNetwork
import Referral
import TravelNetwork

/// Searches from some communes for each of many sets of closed links, on all processors.
struct ClosedSearch {
  /// Links to close, and the communes to search from.
  struct ClosureCase {
    let links: Set<LinkIndex>
    let communes: [Int]
  }

  /// What was found, by task and by place among its communes.
  struct Outcome {
    fileprivate let cells: [Cell]
    fileprivate let words: [UInt64]
    fileprivate let firstCell: [Int]
    fileprivate let wordCount: Int

    /// The nearest facility.
    func found(_ task: Int, _ place: Int) -> CapableFacilitySearch.Found? {
      let cell = cells[firstCell[task] + place]
      return cell.facility < 0
        ? nil
        : CapableFacilitySearch.Found(
          facility: FacilityIndex(Int(cell.facility)), deciseconds: cell.deciseconds)
    }

    /// The numbers of the crossings on which the answer rests, in ascending order.
    func crossings(_ task: Int, _ place: Int) -> [Int] {
      let first = (firstCell[task] + place) * wordCount
      var numbers: [Int] = []
      for word in 0..<wordCount {
        var bits = words[first + word]
        while bits != 0 {
          numbers.append(word * 64 + bits.trailingZeroBitCount)
          bits &= bits - 1
        }
      }
      return numbers
    }
  }

  fileprivate struct Cell: BitwiseCopyable {
    var facility: Int32 = -1
    var deciseconds: UInt32 = 0
  }

  private let prepared: PlanningNetwork
  private let search: CapableFacilitySearch
  private let accesses: [PointAccess?]
  private let crossingOfLink: [Int32]
  private let crossingCount: Int

  /// More communes than this pay for an index of the facilities.
  private static let few = 16

  init(
    _ prepared: PlanningNetwork, _ search: CapableFacilitySearch, _ accesses: [PointAccess?],
    _ crossingOfLink: [Int32], _ crossingCount: Int
  ) {
    self.prepared = prepared
    self.search = search
    self.accesses = accesses
    self.crossingOfLink = crossingOfLink
    self.crossingCount = crossingCount
  }

  /// Runs tasks.
  ///
  /// - Parameters:
  ///   - tasks: What to do.
  ///   - findsWays: Whether the crossings on which each answer rests are wanted.
  /// - Returns: What was found.
  func run(_ tasks: [ClosureCase], findsWays: Bool) -> Outcome {
    let wordCount = findsWays ? (crossingCount + 63) / 64 : 0
    var firstCell = [0]
    for task in tasks { firstCell.append(firstCell[firstCell.count - 1] + task.communes.count) }
    let count = firstCell[tasks.count]
    var foundCells = [Cell](repeating: Cell(), count: count)
    var crossingWords = [UInt64](repeating: 0, count: count * wordCount)
    let ends = Array(firstCell.dropFirst())
    var cells = foundCells.mutableSpan
    var words = crossingWords.mutableSpan
    forEachPart(
      of: &cells, &words, ends: ends, otherEnds: ends.map { $0 * wordCount }
    ) { part, cells, words in
      if Cancellation.isRequested { return }
      let task = tasks[part]
      var search = search
      if !task.links.isEmpty {
        search = search.over(
          prepared.engine.closing(task.links),
          usage: task.communes.count > ClosedSearch.few ? .batch : .single)
      }
      for (place, commune) in task.communes.enumerated() {
        if Cancellation.isRequested { return }
        guard let access = accesses[commune] else { continue }
        let found: CapableFacilitySearch.Found?
        if findsWays {
          let (nearest, links) = search.nearestWithLinks(from: access)
          found = nearest
          for link in links where crossingOfLink[link] >= 0 {
            let crossing = Int(crossingOfLink[link])
            words[place * wordCount + crossing / 64] |= 1 << UInt64(crossing % 64)
          }
        } else {
          found = search.nearest(1, from: access).first
        }
        if let found {
          cells[place] = Cell(
            facility: Int32(found.facility.rawValue), deciseconds: found.deciseconds)
        }
      }
    }
    return Outcome(
      cells: foundCells, words: crossingWords, firstCell: firstCell, wordCount: wordCount)
  }
}
