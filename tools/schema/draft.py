#!/usr/bin/env python3
"""Drafts a JSON Schema (2020-12) from answers, keeping the descriptions of a schema that is there.

    tools/schema/draft.py docs/schema/route.schema.json answer.json [answer.json ...]

The draft allows exactly the fields that the answers have: a new field must be declared. Objects whose keys are
data (types of beds, classes by minutes) are named with --map PATH, as --map live.beds. A person reads the
draft, words the descriptions, and commits it; validate.py then holds every golden answer against it.
"""
import argparse
import json
import os


def merge(values, path, maps):
    """The schema of all values that stand at one place."""
    schema = {}
    kinds = set()
    for value in values:
        if value is None:
            kinds.add("null")
        elif isinstance(value, bool):
            kinds.add("boolean")
        elif isinstance(value, (int, float)):
            kinds.add("number" if isinstance(value, float) else "integer")
        elif isinstance(value, str):
            kinds.add("string")
        elif isinstance(value, list):
            kinds.add("array")
        else:
            kinds.add("object")
    if "number" in kinds:
        kinds.discard("integer")
    schema["type"] = sorted(kinds)[0] if len(kinds) == 1 else sorted(kinds)
    objects = [value for value in values if isinstance(value, dict)]
    if objects:
        if path in maps:
            inner = [item for value in objects for item in value.values()]
            schema["additionalProperties"] = merge(inner, path + ".*", maps) if inner else True
        else:
            names = sorted({name for value in objects for name in value})
            schema["properties"] = {
                name: merge([value[name] for value in objects if name in value], f"{path}.{name}".strip("."), maps)
                for name in names
            }
            required = [name for name in names if all(name in value for value in objects)]
            if required:
                schema["required"] = required
            schema["additionalProperties"] = False
    items = [item for value in values if isinstance(value, list) for item in value]
    if items:
        schema["items"] = merge(items, path + "[]", maps)
    return schema


def keep_descriptions(new, old):
    """Copies what a person wrote from an older schema."""
    if not isinstance(old, dict):
        return
    for key in ("title", "description", "$id", "enum", "pattern", "minimum", "maximum"):
        if key in old:
            new[key] = old[key]
    for name, schema in new.get("properties", {}).items():
        keep_descriptions(schema, old.get("properties", {}).get(name, {}))
    if "items" in new:
        keep_descriptions(new["items"], old.get("items", {}))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("schema")
    parser.add_argument("answers", nargs="+")
    parser.add_argument("--map", action="append", default=[], help="an object whose keys are data")
    options = parser.parse_args()
    values = [json.load(open(path, encoding="utf-8")) for path in options.answers]
    schema = merge(values, "", set(options.map))
    if os.path.exists(options.schema):
        keep_descriptions(schema, json.load(open(options.schema, encoding="utf-8")))
    name = os.path.basename(options.schema).removesuffix(".schema.json")
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:tuyen:schema:{name}:1",
        "title": schema.pop("title", name),
    }
    schema.pop("$id", None)
    head.update(schema)
    with open(options.schema, "w", encoding="utf-8") as file:
        json.dump(head, file, ensure_ascii=False, indent=2, sort_keys=False)
        file.write("\n")


main()
