import Exchange
import Facts
import Formats
import TestSupport
import Testing

@testable import Answers

struct ImportAnswerTests {
  /// A document of our own in the network "t".
  private func document(_ records: String, kind: String = "snapshot") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="\(kind)" network="t" \
    asOf="2026-11-22T00:00:00+07:00">
    \(records)
    </exchange>

    """
  }

  private func network() throws -> TemporaryFolder {
    try TemporaryFolder([
      "a.xml": document(
        #"<network id="t" name="T" zone="+07:00" south="8" west="102" north="24" east="110"/>"#),
      "b.xml": document(#"<facility id="b" name="B" kind="other"/>"#),
    ])
  }

  private func preview(
    _ records: String, into folder: TemporaryFolder
  ) throws -> (preview: ImportPreview, documents: [ImportedDocument], network: LoadedNetwork) {
    let files = try TemporaryFolder(["update.xml": document(records, kind: "delta")])
    let network = try LoadedNetwork(path: folder.path)
    var options = ImportOptions()
    options.network = network.network
    let read = try DocumentFormats.exchange.read(
      files.path + "/update.xml", options: options)
    return (
      ImportPreview(of: [read], into: network, options: PreviewOptions()), [read], network
    )
  }

  @Test func `A preview lists what would change, and how a face applies it`() throws {
    let found = try preview(
      #"<facility id="b" name="B2" kind="other"/><facility id="d" name="D" kind="other"/>"#,
      into: network())
    let answer = ImportAnswer(found.preview, of: ["update.xml"])
    var style = AnswerStyle(.en)
    #expect(answer.table(style)?.hasSuffix("\nNothing was changed.\n") == true)
    style.hintText = { hint, _ in hint == .apply ? "press Apply" : nil }
    let table = try #require(answer.table(style))
    #expect(table.contains("name: B → B2") && table.contains("+ facility d (D)"))
    #expect(table.hasSuffix("\nNothing was changed (press Apply).\n"))
    #expect(answer.isFound)
    let json = try #require(answer.text(as: .json, AnswerStyle(isCompact: true)))
    #expect(json.contains(#""applied":false"#) && json.contains(#""files":["update.xml"]"#))
  }

  @Test func `What settles a finding is a value that each face words`() throws {
    let found = try preview(#"<facility id="x" name="B" kind="other"/>"#, into: network())
    #expect(found.preview.findings.map(\.remedy) == [.link("x", to: "b")])
    let answer = ImportAnswer(found.preview, of: ["odd.xml"])
    #expect(!answer.isFound)
    var style = AnswerStyle(.en)
    let plain = try #require(answer.table(style))
    #expect(plain.contains("B is probably b (B) [probable_duplicate]"))
    style.hintText = { hint, _ in
      if case .settle(.link(let id, let known)) = hint { "same as \(known): \(id)" } else { nil }
    }
    #expect(answer.table(style)?.contains("b (B); same as b: x [probable_duplicate]") == true)
  }

  @Test func `History tells the import of a value, a difference what it changed`() throws {
    let folder = try network()
    let before = try NativeReader.readFolder(folder.path, options: ImportOptions())
    #expect(!ImportHistoryAnswer(ImportHistory(of: folder.path).entries).isFound)
    let found = try preview(#"<facility id="b" name="B2" kind="other"/>"#, into: folder)
    let entry = try NetworkImport.apply(
      found.preview, of: found.documents, to: found.network, at: folder.path,
      now: SharedSession.now)
    let applied = ImportAnswer(found.preview, of: ["update.xml"], applied: entry, applies: true)
    #expect(applied.table(AnswerStyle(.en))?.contains("Applied: import 1, b.xml.") == true)
    let imports = ImportHistoryAnswer(ImportHistory(of: folder.path).entries)
    #expect(imports.csv(AnswerStyle())?.contains("/update.xml,b.xml\n") == true)
    let history = try FactHistory(
      of: "b", in: LoadedNetwork(path: folder.path), at: folder.path)
    let answer = FactHistoryAnswer(history, field: "name")
    #expect(answer.csv(AnswerStyle())?.contains("\nfacility,name,B2,B,1,") == true)
    #expect(!FactHistoryAnswer(history, field: "tier").isFound)
    let after = try NativeReader.readFolder(folder.path, options: ImportOptions())
    let difference = DiffAnswer(ImportPreview(from: before, to: after))
    #expect(!difference.isFound)
    #expect(difference.table(AnswerStyle(.en))?.contains("name: B → B2") == true)
    #expect(DiffAnswer(ImportPreview(from: after, to: after)).isFound)
    let undone = UndoAnswer(try NetworkImport.undo(at: folder.path))
    #expect(undone.table(AnswerStyle(.en)) == "Took import 1 back: b.xml\n")
    #expect(!UndoAnswer(try NetworkImport.undo(at: folder.path)).isFound)
  }
}
