import Files
import XMLStream

/// The names that the tests ask for by code: 0 is `network`, 1 `facility`, 2 `id` and so on.
let names = XMLNames(["network", "facility", "id", "lat", "beds", "open", "note", "name"])

let schemaText = """
  <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t"
      elementFormDefault="qualified">
    <xs:element name="network">
      <xs:complexType>
        <xs:sequence>
          <xs:element name="facility" type="t:facility" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence>
      </xs:complexType>
      <xs:key name="facilityKey">
        <xs:selector xpath="t:facility"/><xs:field xpath="@id"/>
      </xs:key>
      <xs:keyref name="partOf" refer="t:facilityKey">
        <xs:selector xpath="t:facility"/><xs:field xpath="@partOf"/>
      </xs:keyref>
    </xs:element>
    <xs:complexType name="facility">
      <xs:sequence>
        <xs:element name="note" type="xs:string" minOccurs="0"/>
      </xs:sequence>
      <xs:attribute name="id" type="xs:ID" use="required"/>
      <xs:attribute name="partOf" type="xs:string"/>
      <xs:attribute name="lat" type="xs:double"/>
      <xs:attribute name="beds" type="xs:int"/>
      <xs:attribute name="open" type="xs:boolean"/>
      <xs:attribute name="name" type="xs:string"/>
    </xs:complexType>
  </xs:schema>
  """

func schema() throws -> XMLSchema {
  try XMLSchema(bytes: Array(schemaText.utf8), name: "t.xsd")
}

func reader(
  _ text: String, schema: XMLSchema? = nil, namespace: String? = nil, limits: XMLLimits = .init()
) throws -> XMLReader {
  try XMLReader(
    bytes: Array(text.utf8), path: "t.xml", names: names, namespace: namespace, schema: schema,
    limits: limits)
}

/// Reads to the end and tells every event as a line.
func events(_ text: String, limits: XMLLimits = .init()) throws -> [String] {
  var reader = try reader(text, limits: limits)
  var events: [String] = []
  while true {
    switch try reader.next() {
    case .start:
      let attributes = (0..<reader.attributeCount).map { reader.attribute(at: $0) }
      events.append(
        "<"
          + ([reader.nameString] + attributes.map { "\($0.localName)=\($0.value)" })
          .joined(separator: " ") + "> \(reader.line)")
    case .end: events.append("</\(reader.nameString)> \(reader.line)")
    case .text: events.append("'\(reader.text)' \(reader.line)")
    case .endOfDocument: return events
    }
  }
}

/// Reads to the end and returns what was found wrong, the error thrown included.
func problems(
  of bytes: [UInt8], schema: XMLSchema? = nil, limits: XMLLimits = .init()
) -> [DocumentError] {
  do throws(DocumentError) {
    var reader = try XMLReader(
      bytes: bytes, path: "t.xml", names: names, schema: schema, limits: limits)
    do throws(DocumentError) {
      while try reader.next() != .endOfDocument {}
    } catch {
      return reader.problems + [error]
    }
    return reader.problems
  } catch {
    return [error]
  }
}

func problems(
  of text: String, schema: XMLSchema? = nil, limits: XMLLimits = .init()
) -> [DocumentError] {
  problems(of: Array(text.utf8), schema: schema, limits: limits)
}
