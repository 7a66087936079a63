import Files
import XMLStream

/// The exchange format's schema, which is part of the program.
public enum ExchangeSchema {
  /// The namespace of every element.
  public static let namespace = "urn:tuyen:exchange:1"

  /// The system of the ids of this software's facilities in documents of other formats.
  static let ownID = namespace + "#id"

  /// The schema as published, in UTF-8.
  public static var bytes: [UInt8] { PackageResources.exchange_xsd }

  /// The schema, compiled once.
  static let compiled: Result<XMLSchema, DocumentError> = {
    do throws(DocumentError) {
      return .success(try XMLSchema(bytes: bytes, name: "exchange.xsd"))
    } catch {
      return .failure(error)
    }
  }()

  /// The rules of the schema by which documents are held to it in passing.
  ///
  /// Nearly all documents are valid. Nil where the schema has grown beyond them, which a test would tell.
  static let rules = SchemaRules(bytes: bytes, names: Term.names, namespace: namespace)
}
