/// Who ultimately stands behind each of many, and where support goes in circles.
///
///     let closure = SupportAncestry(count: 3, links: [(from: 0, to: 1), (from: 1, to: 2)])
///     closure.backers(of: 0)   // [2], by way of the links 0 and 1
///
/// A link leads from who is supported to who supports. Ultimate backers are those whom nobody
/// supports; where support goes in a circle that nobody outside supports, all of the circle are.
/// Circles are the strongly connected components: R. Tarjan, "Depth-First Search and Linear Graph
/// Algorithms", SIAM Journal on Computing 1(2), 1972, DOI 10.1137/0201010.
public struct SupportAncestry: Sendable {
  /// An ultimate backer and the way to it.
  public struct Backer: Hashable, Sendable {
    /// The backer.
    public let node: Int
    /// The links that lead to it, fewest first counted: one of the shortest ways.
    public let path: [Int]
    /// Whether it is part of a circle that nobody outside supports.
    public let isInCircle: Bool
  }

  private let links: [(from: Int, to: Int)]
  private let leaving: [[Int]]
  /// The component of each node.
  private let component: [Int]
  /// Whether a link leads out of each component.
  private let isSupported: [Bool]
  /// The circles: components of more than one node, or of one that supports itself, each in
  /// ascending order, ordered by their first node.
  public let circles: [[Int]]

  /// Finds the circles.
  ///
  /// - Parameters:
  ///   - count: The number of nodes.
  ///   - links: From who is supported to who supports.
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of links.
  public init(count: Int, links: [(from: Int, to: Int)]) {
    var leaving = [[Int]](repeating: [], count: count)
    for (number, link) in links.enumerated() { leaving[link.from].append(number) }
    let component = SupportAncestry.components(count: count, links: links, leaving: leaving)
    let components = (component.max() ?? -1) + 1
    var isSupported = [Bool](repeating: false, count: components)
    var isCircle = [Bool](repeating: false, count: components)
    for link in links {
      if component[link.from] != component[link.to] {
        isSupported[component[link.from]] = true
      } else {
        isCircle[component[link.from]] = true
      }
    }
    var members = [[Int]](repeating: [], count: components)
    for node in 0..<count { members[component[node]].append(node) }
    self.links = links
    self.leaving = leaving
    self.component = component
    self.isSupported = isSupported
    circles = zip(members, isCircle).filter(\.1).map(\.0)
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The ultimate backers of a node, the nearest first.
  ///
  /// - Returns: None when nobody supports the node, or only itself.
  /// - Complexity: O(*n* + *m*).
  public func backers(of node: Int) -> [Backer] {
    var entering = [Int?](repeating: nil, count: leaving.count)
    var seen: Set<Int> = [node]
    var queue = [node]
    var next = 0
    var result: [Backer] = []
    while next < queue.count {
      let here = queue[next]
      next += 1
      if here != node, !isSupported[component[here]] {
        result.append(
          Backer(
            node: here, path: path(to: here, from: node, entering),
            isInCircle: leaving[here].contains { component[links[$0].to] == component[here] }))
      }
      for link in leaving[here] where seen.insert(links[link].to).inserted {
        entering[links[link].to] = link
        queue.append(links[link].to)
      }
    }
    return result
  }

  private func path(to node: Int, from start: Int, _ entering: [Int?]) -> [Int] {
    var path: [Int] = []
    var here = node
    while here != start, let link = entering[here] {
      path.append(link)
      here = links[link].from
    }
    return path.reversed()
  }

  /// Numbers the strongly connected components, without recursion: chains may be long.
  private static func components(
    count: Int, links: [(from: Int, to: Int)], leaving: [[Int]]
  ) -> [Int] {
    var component = [Int](repeating: -1, count: count)
    var order = [Int](repeating: -1, count: count)
    var lowest = [Int](repeating: 0, count: count)
    var onStack = [Bool](repeating: false, count: count)
    var stack: [Int] = []
    var visited = 0
    var found = 0
    for start in 0..<count where order[start] < 0 {
      var calls: [(node: Int, next: Int)] = [(start, 0)]
      while let (node, next) = calls.last {
        if next == 0 {
          order[node] = visited
          lowest[node] = visited
          visited += 1
          stack.append(node)
          onStack[node] = true
        } else {
          let child = links[leaving[node][next - 1]].to
          if onStack[child] { lowest[node] = min(lowest[node], lowest[child]) }
        }
        if next < leaving[node].count {
          calls[calls.count - 1].next = next + 1
          let child = links[leaving[node][next]].to
          if order[child] < 0 {
            calls.append((child, 0))
          } else if onStack[child] {
            lowest[node] = min(lowest[node], order[child])
          }
          continue
        }
        if lowest[node] == order[node] {
          while let last = stack.popLast() {
            onStack[last] = false
            component[last] = found
            if last == node { break }
          }
          found += 1
        }
        calls.removeLast()
      }
    }
    return component
  }
}
