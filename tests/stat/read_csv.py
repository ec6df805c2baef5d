"""What pandas makes of a CSV, as JSON rows of texts: python3 read_csv.py FILE."""
import json
import sys

import pandas

table = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False, encoding="utf-8")
print(json.dumps(table.to_dict(orient="records"), ensure_ascii=False))
