#!/usr/bin/env python3
"""Makes docs/schema/delta.schema.json, the JSON Schema of delta documents in JSON, from exchange.xsd.

    tools/schema/delta.py            writes it
    tools/schema/delta.py --check    fails where it is not as it would be written, and holds the shipped
                                     scenarios, turned into JSON, against it

The attributes of an element are members; elements in it are lists of objects under their name (under the
plural where an attribute has the same name). Needs python3-jsonschema.
"""
import json
import os
import sys
import xml.etree.ElementTree as ET

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
XSD = os.path.join(ROOT, "Sources", "Exchange", "Schema", "exchange.xsd")
OUT = os.path.join(ROOT, "docs", "schema", "delta.schema.json")
SCENARIOS = os.path.join(ROOT, "network-data", "scenarios")
XS = "{http://www.w3.org/2001/XMLSchema}"
NS = "{urn:tuyen:exchange:1}"
NUMBERS = {"xs:decimal": "number", "xs:int": "integer", "xs:integer": "integer",
           "xs:nonNegativeInteger": "integer", "xs:positiveInteger": "integer"}
FACETS = {"minInclusive": "minimum", "maxInclusive": "maximum", "minExclusive": "exclusiveMinimum",
          "minLength": "minLength", "maxLength": "maxLength"}


def number(text):
    return int(text) if text.lstrip("-").isdigit() else float(text)


class Schema:
    def __init__(self, root):
        self.types = {t.get("name"): t for t in root if t.tag in (XS + "simpleType", XS + "complexType")}
        self.groups = {g.get("name"): g for g in root if g.tag == XS + "attributeGroup"}
        # Types that have no name get that of their element.
        for element in root.iter(XS + "element"):
            inner = element.find(XS + "complexType")
            if inner is not None and element.get("name") != "exchange":
                element.set("type", element.get("name"))
                self.types.setdefault(element.get("name"), inner)
        self.exchange = root.find(f"{XS}element[@name='exchange']")

    def note(self, element):
        found = element.find(f"{XS}annotation/{XS}documentation")
        return {} if found is None else {"description": " ".join(found.text.split())}

    def value(self, name):
        """The schema of a simple type by name."""
        if name in NUMBERS:
            return {"type": NUMBERS[name]}
        if name == "xs:boolean":
            return {"type": "boolean"}
        return {"type": "string"} if name.startswith("xs:") else {"$ref": "#/$defs/" + name}

    def simple(self, element):
        if element.find(XS + "list") is not None:
            return {"type": "string", **self.note(element)}
        restriction = element.find(XS + "restriction")
        inner = restriction.find(XS + "simpleType")
        # Facets of a list count its words, which a text of JSON does not show.
        if inner is not None:
            return {**self.simple(inner), **self.note(element)}
        base = restriction.get("base")
        schema = dict(self.value(base) if base.startswith("xs:") else self.simple(self.types[base]))
        words = [e.get("value") for e in restriction.findall(XS + "enumeration")]
        if words:
            schema["enum"] = words
        for facet, key in FACETS.items():
            found = restriction.find(XS + facet)
            if found is not None:
                schema[key] = number(found.get("value"))
        patterns = [p.get("value") for p in restriction.findall(XS + "pattern")]
        if patterns:
            schema["pattern"] = "^(?:" + "|".join(patterns) + ")$"
        return {**schema, **self.note(element)}

    def attributes(self, element):
        """Names, schemas and whether each must be there."""
        for child in element:
            if child.tag == XS + "attribute":
                inner = child.find(XS + "simpleType")
                schema = self.simple(inner) if inner is not None else self.value(child.get("type"))
                yield child.get("name"), schema, child.get("use") == "required"
            elif child.tag == XS + "attributeGroup":
                yield from self.attributes(self.groups[child.get("ref")])
            elif child.tag == XS + "simpleContent":
                yield from self.attributes(child.find(XS + "extension"))
                yield "text", {"type": "string"}, False

    def members(self, element):
        properties, required = {}, []
        for name, schema, needed in self.attributes(element):
            properties[name] = schema
            required += [name] if needed else []
        return properties, required

    def record(self, element):
        properties, required = self.members(element)
        for child in element.iterfind(f"{XS}sequence/{XS}element"):
            name = child.get("name")
            key = name + "s" if name in properties else name
            properties[key] = {"type": "array", "items": {"$ref": "#/$defs/" + child.get("type")}}
            if child.get("minOccurs") != "0":
                properties[key]["minItems"] = 1
                required.append(key)
        return {"type": "object", **self.note(element), "additionalProperties": False,
                "properties": properties, **({"required": required} if required else {})}

    def document(self):
        kind = self.exchange.find(XS + "complexType")
        properties, required = self.members(kind)
        properties["kind"] = {"const": "delta"}
        kinds = {e.get("name"): {"type": "array", "items": {"$ref": "#/$defs/" + e.get("type")}}
                 for e in kind.iterfind(f"{XS}choice/{XS}element")}
        properties["records"] = {"type": "object", "additionalProperties": False, "properties": kinds}
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "A delta document in JSON",
            "description": "What a delta document of the exchange format says. Numbers and truth values may "
            "be written as texts too. version and kind may be left out.",
            "type": "object", "additionalProperties": False, "properties": properties,
            "required": [n for n in required if n not in ("version", "kind")],
            "$defs": {n: self.record(t) if t.tag == XS + "complexType" else self.simple(t)
                      for n, t in sorted(self.types.items())},
        }

    def json(self, element, definition, document):
        """The attributes of an element as members, numbers and truth values by the schema."""
        value = {}
        for name, text in element.attrib.items():
            member = definition["properties"].get(name, {})
            if "$ref" in member:
                member = document["$defs"][member["$ref"].rsplit("/", 1)[1]]
            kind = member.get("type")
            value[name] = (number(text) if kind in ("number", "integer")
                           else text == "true" if kind == "boolean" else text)
        if element.tag == NS + "extension":
            value["text"] = element.text or ""
        return value


def scenario(path, schema, document):
    root = ET.parse(path).getroot()

    def read(element, definition):
        value = schema.json(element, definition, document)
        for child in element:
            name = child.tag.removeprefix(NS)
            key = name + "s" if name in element.attrib else name
            inner = definition["properties"][key]["items"]["$ref"].rsplit("/", 1)[1]
            value.setdefault(key, []).append(read(child, document["$defs"][inner]))
        return value

    value = schema.json(root, document, document)
    value["records"] = {}
    kinds = document["properties"]["records"]["properties"]
    for child in root:
        name = child.tag.removeprefix(NS)
        inner = kinds[name]["items"]["$ref"].rsplit("/", 1)[1]
        value["records"].setdefault(name, []).append(read(child, document["$defs"][inner]))
    return value


def main():
    schema = Schema(ET.parse(XSD).getroot())
    document = schema.document()
    text = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=False) + "\n"
    if sys.argv[1:] != ["--check"]:
        open(OUT, "w", encoding="utf-8").write(text)
        return
    if open(OUT, encoding="utf-8").read() != text:
        sys.exit("docs/schema/delta.schema.json is not that of exchange.xsd: run tools/schema/delta.py")
    import jsonschema
    jsonschema.Draft202012Validator.check_schema(document)
    validator = jsonschema.Draft202012Validator(document)
    names = [n for n in sorted(os.listdir(SCENARIOS)) if n.endswith(".xml")]
    for name in names:
        for error in validator.iter_errors(scenario(os.path.join(SCENARIOS, name), schema, document)):
            sys.exit(f"{name}: {error.json_path}: {error.message[:300]}")
    print(f"{len(names)} scenarios valid against delta.schema.json")


main()
