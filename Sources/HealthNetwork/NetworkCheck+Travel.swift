import Facts
import TravelNetwork

extension NetworkCheck {
  mutating func checkTravel() {
    for located in records.nodes {
      checkPoint(located.record.point, of: "node", located.record.id, located.origin)
      if let place = located.record.place { require(places, "place", place, located.origin) }
      if let block = located.record.block { require(blocks, "block", block, located.origin) }
    }
    for located in records.links {
      let (link, origin) = (located.record, located.origin)
      require(nodes, "node", link.start, origin)
      require(nodes, "node", link.end, origin)
      for id in link.excludes?.split(separator: " ") ?? [] {
        require(vehicles, "vehicle", String(id), origin)
      }
      if let shape = link.shape, LinkShape(shape) == nil {
        problems.append(
          Problem(
            at: origin,
            "link \(link.id) has a shape that is no list of points; write the latitude and longitude "
              + "in degrees of one bend after the other, parted by blanks"))
      }
      check(link.period, origin)
      check(link.windows, origin)
    }
    for located in records.blockJoins {
      require(blocks, "block", located.record.block, located.origin)
      require(blocks, "block", located.record.otherBlock, located.origin)
      require(places, "place", located.record.place, located.origin)
      require(places, "place", located.record.otherPlace, located.origin)
    }
  }
}
