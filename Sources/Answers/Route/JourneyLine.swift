import Facts
import Formats
import HealthNetwork
import TravelNetwork

/// A way on the map: along the lines of its links, as far as they are known.
struct JourneyLine {
  /// The points, from the origin to the destination.
  let points: [Coordinate]
  /// Why it is not the course of the roads; nil where it is.
  let note: String?

  /// Draws a way.
  ///
  /// - Parameters:
  ///   - start: Where it begins, beside its first node.
  ///   - journey: The way.
  ///   - end: Where it ends, beside its last node.
  ///   - map: The links.
  init(from start: Coordinate, _ journey: Journey, to end: Coordinate, on map: TravelMap) {
    var points = [start]
    var (known, unknown) = (0, 0)
    let first = journey.legs.first?.nodes.first
    // Between two points of one street no node is passed: the only leg is a part of its link.
    let isPart = first != journey.start
    if let first, !isPart { points.append(map.nodes[first].point) }
    for leg in journey.legs where !isPart {
      for (number, index) in leg.links.enumerated() {
        let link = map.links[index]
        if link.isStreet || link.shape != nil { known += 1 } else { unknown += 1 }
        let line = map.line(ofLink: index)
        let isForward = map.ends(ofLink: index).start == leg.nodes[number]
        points += isForward ? line.dropFirst() : Array(line.reversed()).dropFirst()
      }
    }
    points.append(end)
    self.points = points
    note =
      switch (known, unknown) {
      case (1..., 0): nil
      case (0, _): "straight lines between travel nodes, not the road's own course"
      default: "the road's own course where it is known, else straight lines between nodes"
      }
  }

  /// The line as GeoJSON has it.
  var json: JSONValue { GeoJSON.line(points.map(GeoJSON.Position.init)) }
}
