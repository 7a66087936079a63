import Exchange
import Facts
import Formats
import TestSupport
import Testing

@testable import Answers

/// The preview of an import, held by golden files.
struct ImportGoldenTests {
  private func document(_ records: String, kind: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="\(kind)" network="t" \
    asOf="2026-11-22T00:00:00+07:00">
    \(records)
    </exchange>

    """
  }

  @Test func `A preview of an import is as its golden file has it`() throws {
    let folder = try TemporaryFolder([
      "a.xml": document(
        #"<network id="t" name="T" zone="+07:00" south="8" west="102" north="24" east="110"/>"#,
        kind: "snapshot"),
      "b.xml": document(
        """
        <facility id="b" name="B" kind="other" lat="10.5" lon="106.5" precision="exact"/>
        <facility id="c" name="C" kind="other"/>
        """, kind: "snapshot"),
    ])
    let files = try TemporaryFolder([
      "update.xml": document(
        """
        <facility id="b" name="B2" kind="other" lat="10.6" lon="106.6" precision="exact"/>
        <facility id="d" name="D" kind="other"/>
        <facility id="x" name="C" kind="other"/>
        """, kind: "delta")
    ])
    let network = try LoadedNetwork(path: folder.path)
    var options = ImportOptions()
    options.network = network.network
    let read = try DocumentFormats.exchange.read(files.path + "/update.xml", options: options)
    let answer = ImportAnswer(
      ImportPreview(of: [read], into: network, options: PreviewOptions()), of: ["update.xml"])
    for language in Language.allCases {
      for format in ImportAnswer.formats {
        // Wide, so that the length of the folder's name breaks no line.
        let style = AnswerStyle(language, width: 1_000)
        let text = try #require(answer.text(as: format, style))
        try Goldens.check(
          text.replacing(files.path + "/", with: "").replacing(folder.path + "/", with: ""),
          "import.\(language.rawValue).\(Goldens.ending(format))", isWhole: format == .json)
      }
    }
  }
}
