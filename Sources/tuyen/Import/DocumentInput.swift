import Exchange
import FHIR
import Files

#if OpenStreetMap
  import OpenStreetMap
#endif

extension DocumentFormats {
  /// Every format that this build can read.
  static let all = exchange.adding(.fhir).adding(.osm)
}

#if !OpenStreetMap
  extension ReadableFormat {
    /// OpenStreetMap files, of which this build can only say why it cannot read them.
    static let osm = ReadableFormat(
      DocumentFormat(rawValue: "osm"), endings: [".pbf", ".osm", ".osm.gz", ".osm.bz2"],
      recognises: { $0.root == "osm" && $0.namespace.isEmpty }
    ) { (path, _) throws(ExchangeFailure) in
      throw ExchangeFailure(
        .invalid, path,
        "built without OpenStreetMap; install libosmium2-dev, remove .build/tuyen-built, and run "
          + "tools/tuyen again")
    }
  }
#endif
