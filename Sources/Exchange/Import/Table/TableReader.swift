import XMLStream

/// Reads tables of facilities.
public enum TableReader {
  /// Reads a table.
  public static func read(
    path: String, options: ImportOptions = ImportOptions()
  ) throws(ExchangeFailure) -> ImportedDocument {
    ImportedDocument(.csv, path: path)
  }
}
