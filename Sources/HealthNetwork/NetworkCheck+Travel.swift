import Facts
import TravelNetwork

extension NetworkCheck {
  mutating func checkTravel() {
    each(records.nodes) { node, origin in
      if let point = stray(node.point) { report(stray: point, of: "node", node.id, origin) }
      if let place = node.place { requirePlace(place, origin) }
      if let block = node.block { require(blocks, "block", block, origin) }
    }
    each(records.links) { link, origin in
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
    each(records.weathers) { weather, origin in
      for effect in weather.effects where effect.factor ?? 1 < 1 {
        problems.append(
          Problem(
            at: origin,
            "weather \(weather.id) makes links of mode \(effect.mode.rawValue) faster; a factor is at "
              + "least 1"))
      }
    }
    each(records.blockJoins) { join, origin in
      require(blocks, "block", join.block, origin)
      require(blocks, "block", join.otherBlock, origin)
      requirePlace(join.place, origin)
      requirePlace(join.otherPlace, origin)
    }
  }
}
