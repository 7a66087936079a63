import Exchange
import TestSupport
import Testing

@Suite struct DocumentFormatTests {
  @Test func `a format is told by the root, the name or the first bytes`() throws {
    let files: [String: (String, DocumentFormat)] = [
      "a.xml": (document(""), .native),
      "b.xml": ("<CSD xmlns=\"urn:ihe:iti:csd:2013\"/>", .csd),
      "d.xml": ("<HospitalStatus xmlns=\"urn:oasis:names:tc:emergency:EDXL:HAVE:1.0\"/>", .have),
      "e.xml": ("<EDXLDistribution xmlns=\"urn:oasis:names:tc:emergency:EDXL:DE:1.0\"/>", .have),
      "h.csv": ("", .csv),
      "i.txt": ("tên;mã\nA;1\n", .csv),
      "j.xml": (
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"/>", .csd
      ),
    ]
    let folder = try TemporaryFolder(files.mapValues(\.0))
    for (name, file) in files {
      #expect(
        try DocumentFormats.exchange.format(of: folder.path + "/" + name) == file.1, "\(name)")
    }
  }

  @Test func `what is of no known format is refused, the hostile cheaply`() throws {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"
    let folder = try TemporaryFolder([
      "a.xml": "<html/>", "b.xml": bomb, "c.xml": "", "d.xml": "plain text", "e.xml": "<",
      "f.xml": "<a " + String(repeating: "x", count: 1 << 20) + "/>",
    ])
    for name in try folder.names + ["none.xml"] {
      #expect(throws: ExchangeFailure.self, "\(name)") {
        try DocumentFormats.exchange.format(of: folder.path + "/" + name)
      }
    }
    #expect(throws: ExchangeFailure.self) { try DocumentFormats.exchange.format(of: folder.path) }
    #expect(throws: ExchangeFailure.self) { try DocumentFormats.exchange.format(of: "/dev/zero") }
  }
}
