package import Facts

/// A field of a record as a text, for forms that have no place of its own type for it: extensions of
/// FHIR, cells of a sheet.
///
///     let field = TextField<Party>("place", \.place)
///     field.get(party)               // "gso-2025:96"
///     field.set(&party, "gso-2025:92")
package struct TextField<Record>: Sendable {
  /// The name of the field.
  package let name: String
  /// The text of a record; nil where nothing is known.
  package let get: @Sendable (Record) -> String?
  private let put: @Sendable (inout Record, String) -> Bool

  /// Creates a field of its two directions.
  ///
  /// - Parameters:
  ///   - name: The name of the field.
  ///   - get: The text of a record.
  ///   - put: Takes a text and tells whether it is understood.
  package init(
    _ name: String, get: @escaping @Sendable (Record) -> String?,
    put: @escaping @Sendable (inout Record, String) -> Bool
  ) {
    self.name = name
    self.get = get
    self.put = put
  }

  /// A text that every record has.
  package init(_ name: String, required path: any WritableKeyPath<Record, String> & Sendable) {
    self.init(name) {
      let text = $0[keyPath: path]
      return text.isEmpty ? nil : text
    } put: {
      $0[keyPath: path] = collapsingWhitespace($1)
      return true
    }
  }

  /// A text.
  package init(_ name: String, _ path: any WritableKeyPath<Record, String?> & Sendable) {
    self.init(name) {
      $0[keyPath: path]
    } put: {
      $0[keyPath: path] = collapsingWhitespace($1)
      return true
    }
  }

  /// A choice of words that every record has.
  package init<Choice: RawRepresentable & SendableMetatype>(
    _ name: String, required path: any WritableKeyPath<Record, Choice> & Sendable
  ) where Choice.RawValue == String {
    self.init(name) {
      $0[keyPath: path].rawValue
    } put: {
      guard let choice = Choice(rawValue: $1) else { return false }
      $0[keyPath: path] = choice
      return true
    }
  }

  /// A choice of words.
  package init<Choice: RawRepresentable & SendableMetatype>(
    _ name: String, _ path: any WritableKeyPath<Record, Choice?> & Sendable
  ) where Choice.RawValue == String {
    self.init(name) {
      $0[keyPath: path]?.rawValue
    } put: {
      $0[keyPath: path] = Choice(rawValue: $1)
      return $0[keyPath: path] != nil
    }
  }

  /// A date.
  package init(_ name: String, _ path: any WritableKeyPath<Record, PartialDate?> & Sendable) {
    self.init(name) {
      $0[keyPath: path]?.description
    } put: {
      $0[keyPath: path] = PartialDate($1)
      return $0[keyPath: path] != nil
    }
  }

  /// A number or a truth.
  package init<Value: LosslessStringConvertible & SendableMetatype>(
    _ name: String, _ path: any WritableKeyPath<Record, Value?> & Sendable
  ) {
    self.init(name) {
      $0[keyPath: path].map(String.init)
    } put: {
      $0[keyPath: path] = Value($1)
      return $0[keyPath: path] != nil
    }
  }

  /// Sets the field.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - text: The text.
  /// - Returns: Whether the text is understood.
  @discardableResult
  package func set(_ record: inout Record, _ text: String) -> Bool { put(&record, text) }

  /// The same field of a part of another record.
  fileprivate func within<Whole>(
    _ path: any WritableKeyPath<Whole, Record> & Sendable
  ) -> TextField<Whole> {
    let (get, put) = (get, put)
    return TextField<Whole>(name) {
      get($0[keyPath: path])
    } put: {
      put(&$0[keyPath: path], $1)
    }
  }

  /// The fields of a provenance, of a record that has one.
  package static func provenance(
    _ path: any WritableKeyPath<Record, Provenance> & Sendable
  ) -> [TextField] {
    let fields: [TextField<Provenance>] = [
      TextField<Provenance>("source", \.source), TextField<Provenance>("asserted", \.asserted),
      TextField<Provenance>("confidence", \.confidence),
      TextField<Provenance>("basis", \.basis), TextField<Provenance>("note", \.note),
    ]
    return fields.map { $0.within(path) }
  }

  /// The fields of a period, of a record that has one.
  package static func period(
    _ path: any WritableKeyPath<Record, Period> & Sendable
  ) -> [TextField] {
    let fields: [TextField<Period>] = [
      TextField<Period>("from", \.from), TextField<Period>("to", \.to),
      TextField<Period>("firstEvidence", \.firstEvidence),
    ]
    return fields.map { $0.within(path) }
  }
}
