#!/usr/bin/env python3
"""Holds every golden JSON answer against its schema in docs/schema.

    tools/schema/validate.py

An answer NAME.*.json in Tests/AnswersTests/Golden belongs to the schema of the longest name that it begins
with: route-card.vi.json to route-card.schema.json, else to route.schema.json. Answers without a schema,
schemas without an answer, and schemas that are wrong themselves are errors. Needs python3-jsonschema.
"""
import json
import os
import sys

import jsonschema

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCHEMAS = os.path.join(ROOT, "docs", "schema")
ANSWERS = os.path.join(ROOT, "Tests", "AnswersTests", "Golden")


def main():
    validators = {}
    for name in sorted(os.listdir(SCHEMAS)):
        # Documents that come in have no answers: delta.py looks after theirs.
        if not name.endswith(".schema.json") or name == "delta.schema.json":
            continue
        schema = json.load(open(os.path.join(SCHEMAS, name), encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validators[name.removesuffix(".schema.json")] = jsonschema.Draft202012Validator(schema)
    errors, used, count = [], set(), 0
    for name in sorted(os.listdir(ANSWERS)):
        if not name.endswith(".json"):
            continue
        stem = name.split(".")[0]
        fitting = [known for known in validators if stem == known or stem.startswith(known + "-")]
        if not fitting:
            errors.append(f"{name}: no schema in docs/schema")
            continue
        known = max(fitting, key=len)
        used.add(known)
        count += 1
        answer = json.load(open(os.path.join(ANSWERS, name), encoding="utf-8"))
        for error in sorted(validators[known].iter_errors(answer), key=str)[:5]:
            errors.append(f"{name}: {error.json_path}: {error.message[:300]}")
    errors += [f"{name}.schema.json: no golden answer" for name in validators if name not in used]
    for error in errors:
        print(error, file=sys.stderr)
    print(f"{count} answers valid against {len(used)} schemas" if not errors else f"{len(errors)} errors")
    sys.exit(1 if errors else 0)


main()
