import Files
public import XMLStream

/// The formats that a program can read, each recognised by the document itself.
///
///     let formats = DocumentFormats.exchange.adding(.fhir)
///     let documents = try formats.read(["places.xml", "organizations.json"], options: options)
public struct DocumentFormats: Sendable {
  /// The formats, in the order in which they are asked whether a document is theirs.
  public let all: [ReadableFormat]

  /// Gathers formats.
  public init(_ all: [ReadableFormat]) {
    self.all = all
  }

  /// The same formats and one more, which takes the place of one of the same name.
  public func adding(_ format: ReadableFormat) -> DocumentFormats {
    DocumentFormats(all.filter { $0.format != format.format } + [format])
  }

  /// The names of the formats.
  public var names: [String] { all.map(\.format.rawValue) }

  /// Recognises the format of a document by its name, its first bytes and its first start tag.
  ///
  ///     try DocumentFormats.exchange.format(of: "export.xml")   // .csd
  ///
  /// Nothing behind the first start tag is looked at, and nothing is believed: the reader of the
  /// format checks everything again.
  ///
  /// - Parameters:
  ///   - path: A regular file.
  ///   - limits: What its first start tag must stay within.
  /// - Returns: The format.
  /// - Throws: `ExchangeFailure` where the file cannot be read, or is of no known format.
  public func format(
    of path: String, limits: XMLLimits = XMLLimits()
  ) throws(ExchangeFailure) -> DocumentFormat {
    let beginning = try DocumentBeginning(of: path, limits: limits)
    let name = path.lowercased()
    if let named = all.first(where: { $0.endings.contains { name.hasSuffix($0) } }),
      named.format != .csv || !beginning.isSurelyNoTable
    {
      return named.format
    }
    if let found = all.first(where: { $0.recognises(beginning) }) { return found.format }
    if let foreign = ForeignDocument(beginning) {
      throw ExchangeFailure(.invalid, path, line: beginning.line, foreign.en, vi: foreign.vi)
    }
    if let problem = beginning.problem {
      // A file that does not even begin as XML was hardly meant to be it.
      guard beginning.isMarkup else {
        throw ExchangeFailure(
          .invalid, path,
          "its name and its beginning are of no format that is read; a table's name ends in .csv, "
            + ".tsv or .xlsx; formats: " + names.joined(separator: ", "),
          vi: "tên tệp và phần đầu không thuộc dạng nào đọc được; bảng thì đặt đuôi .csv, .tsv "
            + "hoặc .xlsx; các dạng đọc được: " + names.joined(separator: ", "))
      }
      throw ExchangeFailure(errors: [problem])
    }
    guard let root = beginning.root else {
      throw ExchangeFailure(.invalid, path, "the document holds no element")
    }
    let space =
      beginning.namespace.isEmpty ? "" : " of the namespace \"\(beginning.namespace)\""
    throw ExchangeFailure(
      .invalid, path, line: beginning.line,
      "a document that begins with \"\(root)\"\(space) is not known; formats: "
        + names.joined(separator: ", "),
      vi: "không nhận ra tài liệu mở đầu bằng \"\(root)\"; các dạng đọc được: "
        + names.joined(separator: ", "))
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - path: The document.
  ///   - format: Its format; nil to recognise it.
  ///   - options: How to read it.
  /// - Returns: What it says, as records of ours.
  /// - Throws: `ExchangeFailure` with everything that keeps it from being read.
  public func read(
    _ path: String, as format: DocumentFormat? = nil, options: ImportOptions = ImportOptions()
  ) throws(ExchangeFailure) -> ImportedDocument {
    guard let document = try read([path], as: format, options: options).first else {
      throw ExchangeFailure(.invalid, path, "the document says nothing")
    }
    return document
  }

  /// Reads documents that belong together.
  ///
  /// Those of one format are read as one, so that what one of them refers to may stand in another
  /// where the format has references.
  ///
  /// - Parameters:
  ///   - paths: The documents.
  ///   - format: The format of all of them; nil to recognise that of each.
  ///   - options: How to read them.
  /// - Returns: What each says, in the order of the paths.
  /// - Throws: `ExchangeFailure` with everything that keeps any of them from being read.
  public func read(
    _ paths: [String], as format: DocumentFormat? = nil, options: ImportOptions = ImportOptions()
  ) throws(ExchangeFailure) -> [ImportedDocument] {
    var groups: [(format: DocumentFormat, indices: [Int])] = []
    var errors: [DocumentError] = []
    for (index, path) in paths.enumerated() {
      do throws(ExchangeFailure) {
        let known: DocumentFormat
        if let format {
          known = format
        } else {
          known = try self.format(of: path, limits: options.limits)
        }
        if let place = groups.firstIndex(where: { $0.format == known }) {
          groups[place].indices.append(index)
        } else {
          groups.append((known, [index]))
        }
      } catch {
        errors += error.errors
      }
    }
    var documents: [ImportedDocument?] = Array(repeating: nil, count: paths.count)
    for group in groups {
      do throws(ExchangeFailure) {
        let read = try reader(of: group.format, for: paths[group.indices[0]])
          .read(group.indices.map { paths[$0] }, options)
        for (index, document) in zip(group.indices, read) { documents[index] = document }
      } catch {
        errors += error.errors
      }
    }
    guard errors.isEmpty else { throw ExchangeFailure(errors: errors) }
    return documents.compactMap { $0 }
  }

  private func reader(
    of format: DocumentFormat, for path: String
  ) throws(ExchangeFailure) -> ReadableFormat {
    if let reader = all.first(where: { $0.format == format }) { return reader }
    throw ExchangeFailure(
      .invalid, path,
      "documents of the format \(format.rawValue) cannot be read; formats: "
        + names.joined(separator: ", "))
  }
}
