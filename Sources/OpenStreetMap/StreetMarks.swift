import Exchange
import Facts
package import HealthNetwork
import TravelNetwork

/// The marks that an import of streets leaves in the records of a regional network.
///
/// Streets and joints have ids of their own, and regional links that streets replace are out of use
/// with an extension that says why, so that a later import can begin anew.
package enum StreetMarks {
  /// The extension of regional links that streets replace.
  private static let replacedKey = "tuyen.replaced-by"

  /// The records of a network as they were before streets were joined to it.
  package static func removed(from records: NetworkRecords) -> NetworkRecords {
    var records = records
    records.nodes.removeAll { isImported($0.record.id) }
    records.links.removeAll { isImported($0.record.id) }
    for index in records.links.indices { restore(&records.links[index].record) }
    return records
  }

  /// The records with the links that streets replace out of use.
  ///
  /// - Parameters:
  ///   - records: Records without streets.
  ///   - replaced: The ids of the replaced links.
  /// - Returns: The marked records.
  package static func marked(
    _ records: NetworkRecords, replaced: Set<String>
  ) -> NetworkRecords {
    var records = records
    for index in records.links.indices where replaced.contains(records.links[index].record.id) {
      var mark = Extension()
      mark.key = replacedKey
      mark.text = "OpenStreetMap streets"
      records.links[index].record.use = .no
      records.links[index].record.extensions.append(mark)
    }
    return records
  }

  /// The records of a network with the streets that are joined to it.
  ///
  /// - Parameters:
  ///   - join: The streets and their joints.
  ///   - records: The network without streets.
  /// - Returns: The joined network.
  package static func joined(
    _ join: RegionalJoin, to records: NetworkRecords
  ) -> NetworkRecords {
    var joined = marked(records, replaced: Set(join.replacedLinks))
    joined.nodes += join.streets.nodes.map { Located($0, at: StreetDocuments.nowhere) }
    joined.links += (join.streets.links + join.connectors).map {
      Located($0, at: StreetDocuments.nowhere)
    }
    return joined
  }

  private static func isImported(_ id: String) -> Bool {
    if id.hasPrefix("osm-j-") { return true }
    guard ["osm-n", "osm-w", "osm-b"].contains(where: id.hasPrefix) else { return false }
    // A number follows, which may be below zero in files of an editor.
    let rest = id.dropFirst(5)
    return (rest.first == "-" ? rest.dropFirst() : rest).first?.isNumber == true
  }

  private static func restore(_ link: inout TravelLink) {
    guard link.extensions.contains(where: { $0.key == replacedKey }) else { return }
    link.extensions.removeAll { $0.key == replacedKey }
    link.use = nil
  }
}
