"""Dataset-JSON by the official schema: python3 read_dataset_json.py SCHEMA FOLDER

Prints {"QS": {"columns": [...], "rows": [[text, ...], ...]}} of every .json file in the folder; numbers as texts, what is missing as "". Fails
with the faults of a file that is not valid, or whose rows are not what its columns say.
"""
import json
import pathlib
import sys
from decimal import Decimal

import jsonschema

TYPES = {"string": str, "integer": int, "float": (int, Decimal)}


def text(value):
    return "" if value is None else value if isinstance(value, str) else format(Decimal(value), "f")


def main(schema_file, folder):
    with open(schema_file, encoding="utf-8") as file:
        validator = jsonschema.Draft201909Validator(json.load(file))
    found = {}
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        plain = json.loads(path.read_text(encoding="utf-8"))
        faults = [error.message for error in validator.iter_errors(plain)]
        exact = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        columns, rows = exact["columns"], exact["rows"]
        if exact["records"] != len(rows):
            faults.append("records is not the number of rows")
        for row in rows:
            if len(row) != len(columns):
                faults.append("a row is not as long as the columns")
            for column, value in zip(columns, row):
                if value is not None and not isinstance(value, TYPES[column["dataType"]]):
                    faults.append(f"{column['name']} is no {column['dataType']}")
                if isinstance(value, str) and len(value.encode()) > column["length"]:
                    faults.append(f"{column['name']} is longer than its length")
        if faults:
            sys.exit(f"{path.name}: {faults[:5]}")
        found[exact["name"]] = {"columns": [column["name"] for column in columns], "rows": [[text(value) for value in row] for row in rows]}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:3])
