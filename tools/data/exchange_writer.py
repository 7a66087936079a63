"""Writes exchange documents in canonical form.

The order of records, children and attributes is read from the published schema, so that the
writer can never drift from it: an element or attribute that the schema does not know is an error.
"""

import unicodedata
import xml.etree.ElementTree as ElementTree
from decimal import Decimal, InvalidOperation
from pathlib import Path

NAMESPACE = "urn:tuyen:exchange:1"
XS = "{http://www.w3.org/2001/XMLSchema}"
PLACE_LEVELS = {"province": "0", "district": "1", "commune": "2"}

# The parts of the key of a record, where it is not its id.
KEYS = {
    "place": ("scheme", "level", "code"),
    "specialty": ("code",),
    "capabilityType": ("code",),
    "triage": ("code",),
    "crosswalk": ("term", "system", "value"),
    "capability": ("facility", "code", "statement"),
    "speedDefault": ("area", "roadClass"),
    "blockJoin": ("block", "otherBlock", "place", "otherPlace"),
    "status": ("facility",),
    "outline": ("place",),
    "wording": ("text",),
}


class SchemaError(Exception):
    """A record that the schema has no place for: a bug of the builder, not of a table."""


def text(value):
    """Returns the value as one line in NFC with single spaces, or None when nothing is left."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return unicodedata.normalize("NFC", " ".join(str(value).split())) or None


def number(value):
    """Returns the shortest decimal form of a number: 105.7700 becomes 105.77, 8.0 becomes 8."""
    try:
        decimal = Decimal(str(value).strip())
    except InvalidOperation as error:
        raise ValueError(f"not a number: {value!r}") from error
    short = format(decimal, "f")
    if "." in short:
        short = short.rstrip("0").rstrip(".")
    return "0" if short in ("", "-0") else short


class Element:
    """An element with its attributes and children; attributes of value None are left out."""

    def __init__(self, name, children=(), /, **attributes):
        self.name = name
        self.children = list(children)
        self.attributes = {}
        for key, value in attributes.items():
            value = text(value)
            if value is not None:
                self.attributes[key.rstrip("_")] = value

    def key(self):
        """Returns the parts by which records of this kind are sorted."""
        parts = [self.attributes.get(part, "") for part in KEYS.get(self.name, ("id",))]
        if self.name == "place":
            parts[1] = PLACE_LEVELS[parts[1]]
        return parts


class Schema:
    """The orders that the exchange schema declares."""

    def __init__(self, path):
        root = ElementTree.parse(path).getroot()
        self._groups = {group.get("name"): group for group in root.iter(XS + "attributeGroup") if group.get("name")}
        types = {kind.get("name"): kind for kind in root.findall(XS + "complexType")}
        exchange = root.find(XS + "element").find(XS + "complexType")
        self.types = {name: self._describe(kind) for name, kind in types.items()}
        self.types["exchange"] = self._describe(exchange)
        records = exchange.find(XS + "choice").findall(XS + "element")
        self.record_types = {record.get("name"): record.get("type") for record in records}
        self.record_order = {name: index for index, name in enumerate(self.record_types)}

    def _describe(self, kind):
        children = {}
        for sequence in kind.findall(XS + "sequence"):
            for child in sequence.findall(XS + "element"):
                children[child.get("name")] = child.get("type")
        return self._attributes(kind), children

    def _attributes(self, node):
        names = []
        for child in node:
            if child.tag == XS + "attribute":
                names.append(child.get("name"))
            elif child.tag == XS + "attributeGroup":
                names.extend(self._attributes(self._groups[child.get("ref")]))
        return names


class Document:
    """One exchange file: root attributes and records."""

    def __init__(self, name, title, source, licence, as_of, network, confidence=None):
        self.name = name
        self.records = []
        self.root = Element("exchange", (), version="1.0", kind="snapshot", network=network, asOf=as_of,
                            title=title, licence=licence, source=source, confidence=confidence)

    def add(self, record):
        """Adds a record; a source or confidence equal to that of the document is left out."""
        for shared in ("source", "confidence"):
            if shared in self.root.attributes and record.attributes.get(shared) == self.root.attributes[shared]:
                del record.attributes[shared]
        self.records.append(record)
        return record

    def write(self, folder, schema):
        """Writes the document into the folder, records sorted, attributes in the schema's order."""
        ordered = sorted(self.records, key=lambda record: (schema.record_order[record.name], record.key()))
        for one, next_one in zip(ordered, ordered[1:]):
            if one.name == next_one.name and one.key() == next_one.key():
                raise SchemaError(f"{self.name}: two {one.name} records with the key {'/'.join(one.key())}")
        lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        root = _attributes(self.root, schema.types["exchange"][0], self.name)
        lines.append(f'<exchange xmlns="{NAMESPACE}"{root}>')
        for record in ordered:
            _append(record, schema.record_types[record.name], "  ", lines, schema, self.name)
        lines.append("</exchange>")
        Path(folder, self.name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _append(element, kind, indent, lines, schema, document):
    attribute_order, child_types = schema.types[kind] if kind else ([*element.attributes], {})
    start = f"{indent}<{element.name}{_attributes(element, attribute_order, document)}"
    if not element.children:
        lines.append(start + "/>")
        return
    lines.append(start + ">")
    order = list(child_types)
    for child in element.children:
        if child.name not in child_types:
            raise SchemaError(f"{document}: {element.name} has no child {child.name}")
    for child in sorted(element.children, key=lambda child: order.index(child.name)):
        _append(child, child_types[child.name], indent + "  ", lines, schema, document)
    lines.append(f"{indent}</{element.name}>")


def _attributes(element, order, document):
    unknown = [name for name in element.attributes if name not in order]
    if unknown:
        raise SchemaError(f"{document}: {element.name} has no attribute {unknown[0]}")
    return "".join(f' {name}="{_escape(element.attributes[name])}"' for name in order if name in element.attributes)


def _escape(value):
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
