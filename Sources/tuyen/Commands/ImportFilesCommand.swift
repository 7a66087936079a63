import Answers
public import ArgumentParser
public import Exchange
import Facts
import Files
import Formats
import HealthNetwork
import XMLStream

/// Documents of other systems and of our own: previewed, then applied.
struct ImportFilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files",
    abstract: "Preview what documents would change in a network; with --apply, change it.",
    discussion: """
      FILE is an exchange document, IHE CSD, FHIR R4 in XML or JSON, EDXL-HAVE, a table
      (CSV or an Excel workbook), points of a map (GeoJSON, KML) or OpenStreetMap; the file tells the format. FHIR documents
      may refer to each other, as the pages of a search do. Without --apply
      nothing changes. With it all files are applied or none, whatever happens, and
      "tuyen undo" restores the same bytes.

      Exit codes: 0 nothing odd, 1 something odd, 65 errors (nothing can be applied),
      66 no such file. The codes of what is odd are in docs/import.md.

      Examples:
        tuyen import hospitals.csv
        tuyen import export.xml --fix --apply
        tuyen import update.xml --network my-network --format json
        tuyen import locations.json organizations.xml
        tuyen import list.csv --link bv-x=bv-cho-ray --apply
        tuyen import october/ november.csv
        curl -s https://example.org/list.csv | tuyen import -
      """)

  @Argument(
    help: ArgumentHelp(
      "The documents, in order: files, folders of them, pipes, or - for standard input.",
      valueName: "file"), completion: .file())
  var files: [String]

  @OptionGroup var networkOptions: NetworkOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "The format: native, csd, fhir, have, csv, xlsx, map or osm. Default: told by the file.",
      valueName: "format"))
  var documentFormat: DocumentFormat?

  @Option(
    help: ArgumentHelp(
      "The document, within the network's folder, for what is new; also: outside it nothing is "
        + "gone. Default: one named after the file.", valueName: "file"))
  var into: String?

  @Flag(help: "Change the network.")
  var apply = false

  @Flag(
    help: ArgumentHelp(
      "Correct what is certainly meant otherwise: coordinates that are swapped or lost a sign, "
        + "telephone numbers that lost their leading zero."))
  var fix = false

  @Flag(help: "Take what breaks the format's schema, or is odd, for an error.")
  var strict = false

  @Flag(help: "The files list everything of their kinds in the network: what they lack is gone.")
  var complete = false

  @Option(
    help: ArgumentHelp(
      "The id of an imported facility, and that of the one that is meant: NEW=OLD; may be repeated.",
      valueName: "ids"))
  var link: [String] = []

  @Option(
    help: ArgumentHelp("How the columns of a CSV table are meant.", valueName: "file"),
    completion: .file())
  var mapping: String?

  @OptionGroup var tables: TableOptions

  @Option(
    help: ArgumentHelp(
      "Write how the columns and words of a table are understood, as a mapping to complete.",
      valueName: "file"), completion: .file())
  var writeMapping: String?

  @Flag(help: "Let more than a tenth of a kind of records go.")
  var allowMassDelete = false

  @Flag(help: "List everything, not only the first of each sort.")
  var all = false

  @Option(help: "How to print: table or json.")
  var format = AnswerFormat.table

  func validate() throws {
    guard !OptionChecks.areLeftOut else { return }
    guard networkOptions.scenarios.isEmpty else {
      throw ValidationError("--scenario is no part of a network's documents; import it as a file")
    }
    guard link.allSatisfy({ $0.split(separator: "=").count == 2 }) else {
      throw ValidationError("--link takes NEW=OLD, two ids")
    }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      try ImportAnswer.refuseUnlessPrinted(as: format, networkOptions.lang)
      let folder = try NetworkOptions.load(networkOptions.path, in: networkOptions.lang)
      let documents = try read(for: folder)
      try UnreadTables.refuse(
        mapping: mapping, encoding: tables.encoding, sheet: tables.sheet, for: documents,
        networkOptions.lang)
      try refuseUnknownLinks(in: documents)
      try writeMapping(of: documents)
      var options = PreviewOptions()
      options.allowsMassDelete = allowMassDelete
      options.correctsPoints = fix
      options.isComplete = complete ? true : nil
      for pair in link {
        let ids = pair.split(separator: "=").map(String.init)
        options.links[ids[0]] = ids[1]
      }
      options.scope = into.flatMap { name in
        // Of a document that is not there yet, nothing can be gone.
        folder.documents.firstIndex { $0.path == name } ?? folder.documents.count
      }
      let preview = ImportPreview(of: documents, into: folder, options: options)
      let refusal = refusal(of: preview)
      var entry: HistoryEntry?
      if apply, refusal == nil, !preview.isEmpty {
        entry = try apply(preview, documents, folder)
      }
      let answer = ImportAnswer(
        preview, of: documents.map(\.path), applied: entry, applies: apply, isWhole: all)
      try answer.print(as: format, AnswerStyle.command(networkOptions.lang, format))
      if apply, let refusal { throw .data(refusal) }
      if preview.hasErrors || (strict && preview.isOdd) { throw .reported(65) }
      leave(found: answer.isFound)
    }
  }

  private func read(for folder: LoadedNetwork) throws(Failure) -> [ImportedDocument] {
    var options = ImportOptions()
    options.network = folder.network
    options.isStrict = strict
    options.mapping = mapping
    options.repairs = fix
    options.encoding = tables.encoding
    let inputs = try InputFiles(files, networkOptions.lang)
    options.sheet = tables.sheet
    options.standards = Machine.environment["TUYEN_STANDARDS_DIR"]
    do throws(ExchangeFailure) {
      var documents = try DocumentFormats.all.read(
        inputs.paths, as: documentFormat, options: options)
      for index in documents.indices {
        documents[index].path = inputs.name(of: documents[index].path)
      }
      return documents
    } catch {
      throw Failure(inputs.named(error), networkOptions.lang)
    }
  }

  /// Writes how tables are understood, for --write-mapping.
  private func writeMapping(of documents: [ImportedDocument]) throws(Failure) {
    guard let writeMapping else { return }
    let proposals = documents.compactMap(\.mappingProposal)
    guard !proposals.isEmpty else {
      throw .usage(
        networkOptions.lang(
          "--write-mapping: không có bảng nào", "--write-mapping: none of the files is a table"))
    }
    guard FileStamp(path: writeMapping) == nil else {
      throw .output(
        networkOptions.lang(
          "\(writeMapping): đã có sẵn; hãy đặt tên khác",
          "\(writeMapping): is there already; give another name"))
    }
    try OutputFiles.write(Array(proposals.joined().utf8), to: writeMapping)
    complain(
      networkOptions.lang(
        "đã ghi \(writeMapping): sửa các dòng #, rồi dùng --mapping \(writeMapping)",
        "wrote \(writeMapping): complete the lines with #, then use --mapping \(writeMapping)"))
  }

  /// Refuses links of facilities that no document has.
  private func refuseUnknownLinks(in documents: [ImportedDocument]) throws(Failure) {
    guard !link.isEmpty else { return }
    let ids = Set(documents.flatMap { $0.records.facilities.map(\.record.id) })
    for pair in link {
      let id = pair.split(separator: "=").first.map(String.init) ?? ""
      guard !ids.contains(id) else { continue }
      throw .usage(
        networkOptions.lang(
          "--link \(pair): không tệp nào có cơ sở mang mã \"\(id)\"",
          "--link \(pair): no file has a facility of the id \"\(id)\""))
    }
  }

  /// Why a preview cannot be applied.
  private func refusal(of preview: ImportPreview) -> String? {
    let language = networkOptions.lang
    if preview.hasErrors {
      return language(
        "chưa áp dụng gì: có lỗi", "nothing was applied: there are errors")
    }
    if preview.fixes > 0, !fix {
      return language(
        "chưa áp dụng gì: \(preview.fixes) tọa độ cần sửa; thêm --fix, hoặc sửa tệp",
        "nothing was applied: \(preview.fixes) points need correcting; add --fix, or correct the file"
      )
    }
    return strict && preview.isOdd
      ? language(
        "chưa áp dụng gì: với --strict thì không được có điều lạ",
        "nothing was applied: with --strict, nothing may be odd") : nil
  }

  private func apply(
    _ preview: ImportPreview, _ documents: [ImportedDocument], _ folder: LoadedNetwork
  ) throws(Failure) -> HistoryEntry {
    if FileStamp(path: networkOptions.path) != nil {
      throw .usage(
        networkOptions.lang(
          "\(networkOptions.path): chỉ là một tệp; --apply cần thư mục của mạng lưới",
          "\(networkOptions.path): one file; --apply needs the folder of a network"))
    }
    let now = Machine.now.shown(in: folder.network.header.zone)
    do throws(ExchangeFailure) {
      return try NetworkImport.apply(
        preview, of: documents, to: folder, at: networkOptions.path, target: into, now: now)
    } catch {
      throw .output(error.text(networkOptions.lang))
    }
  }
}

extension DocumentFormat: ExpressibleByArgument {
  /// Takes the name of a format that this build can read.
  public init?(argument: String) {
    guard DocumentFormat.allValueStrings.contains(argument) else { return nil }
    self.init(rawValue: argument)
  }

  /// The names of the formats that this build can read.
  public static var allValueStrings: [String] { DocumentFormats.all.names }
}
