"""Seconds that pandas takes to write a CSV again, the reading apart: python3 write_again.py FILE."""

import sys
import time

import pandas

table = pandas.read_csv(sys.argv[1], encoding="utf-8", low_memory=False)
start = time.monotonic()
table.to_csv(sys.argv[1] + ".again", index=False, encoding="utf-8", lineterminator="\r\n")
print(time.monotonic() - start)
