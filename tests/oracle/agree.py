#!/usr/bin/env python3
"""Compares sereinctl's scores with the oracle's on random answer sets: agree.py SEREINCTL [--sets N] [--seed N] [--only ID]."""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

sys.dont_write_bytecode = True  # leaves nothing in the source tree

import oracle  # noqa: E402
import rules_mood  # noqa: E402, F401  (each registers its rules)
import rules_recovery  # noqa: E402, F401
import rules_sleep  # noqa: E402, F401
import rules_staff  # noqa: E402, F401

SHOWN = 3  # disagreements printed in full, an instrument
STEERED = 0.08  # the share of answer sets that are moved onto a band's edge


def library():
    """The definitions that have scores, without their scoring trees: the oracle must not see those."""
    folder = Path(os.environ.get("SEREIN_INSTRUMENTS", Path(__file__).resolve().parent / "../../instruments"))
    found = []
    for path in sorted(folder.glob("*/instrument.json")):
        definition = json.loads(path.read_text("utf-8"), parse_float=Decimal)
        for entry in definition.get("scores", []):
            entry.pop("expression", None)
        if definition.get("scores"):
            found.append((path.parent, definition))
    return found


# ---- random answers ----------------------------------------------------------------------------------------------------

def number_text(value, decimals):
    """A decimal as JSON text, exactly."""
    value = Decimal(value).scaleb(-decimals)
    return int(value) if value == value.to_integral_value() else value


def number_makers(item):
    """(lowest answer, highest answer, any answer) of an item that is a number."""
    decimals = item.get("decimals", 0)
    low, high = (int(Decimal(item.get(key, fallback)).scaleb(decimals)) for key, fallback in (("min", 0), ("max", 1440)))

    def anything(rng):
        return number_text(rng.randint(low, high), decimals)
    return number_text(low, decimals), number_text(high, decimals), anything


def clock(rng):
    return f"{rng.randrange(24):02}:{rng.choice((0, 0, 15, 30, 45, rng.randrange(60))):02}"


class Maker:
    """Makes one item's answers: at a wanted severity between 0 and 1, at its edges, or anything."""

    def __init__(self, item, choices):
        self.kind, self.optional = item["type"], item.get("optional", False)
        if self.kind in ("choice", "multiChoice"):
            self.values = [choice["value"] for choice in choices[item["choices"]]]
        elif self.kind in ("number", "scale", "duration"):
            self.low, self.high, self.anything = number_makers(item)

    def __call__(self, rng, severity):
        kind = self.kind
        if kind == "choice":
            if rng.random() < 0.3:
                return rng.choice(self.values)
            position = severity * len(self.values) + rng.random() - 0.5
            return self.values[min(max(int(position), 0), len(self.values) - 1)]
        if kind == "multiChoice":
            return rng.sample(self.values, rng.randint(0 if rng.random() < 0.1 else 1, len(self.values)))
        if kind in ("number", "scale", "duration"):
            roll = rng.random()
            value = self.low if roll < 0.1 else self.high if roll < 0.2 else self.anything(rng)
            if kind == "duration" and isinstance(value, int) and rng.random() < 0.2:
                return f"PT{value // 60}H{value % 60}M"
            return value
        if kind == "clock":
            return clock(rng)
        if kind == "date":
            return f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        if kind == "datetime":
            return f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}T{clock(rng)}+08:00"
        return rng.choice(("", "a word", "多个字"))  # text


def band_edges(definition):
    """(score, profile, a band's first value) of every band but the lowest."""
    edges = []
    for entry in definition["scores"]:
        bands = entry.get("bands", [])
        by_profile = bands if isinstance(bands, dict) else {definition.get("defaultProfile"): bands}
        edges += [(entry["id"], profile, band["from"]) for profile, listed in by_profile.items() for band in listed[1:]]
    return edges


def steered(rng, definition, makers, answers, edge):
    """Changes answers one by one until the oracle's score stands on a band's edge or the whole number below it."""
    name, profile, start = edge
    target = start - rng.randint(0, 1)

    def distance(candidate):
        form = oracle.Form(candidate, profile, False, definition.get("conversions"))
        value = oracle.RULES[definition["id"]](form)[name][0]
        return None if value is None else abs(value - oracle.exact(target))
    away = distance(answers)
    for _ in range(60):
        if not away:  # there, or no score
            break
        changed = rng.choice(list(makers))
        candidate = {**answers, changed: makers[changed](rng, rng.random())}
        closer = distance(candidate)
        if closer is not None and closer <= away:
            answers, away = candidate, closer
    return answers


def answer_sets(definition, how_many, rng):
    makers = {item["id"]: Maker(item, definition.get("choices", {}))
              for item in definition["items"] if item["type"] not in ("section", "note")}
    tweak = oracle.TWEAKS.get(definition["id"])
    edges = band_edges(definition)
    for _ in range(how_many):
        style = rng.random()
        severity = rng.random()
        if STEERED <= style < STEERED + 0.04:  # all at one end
            severity = rng.choice((0, 1))
        answers = {name: make(rng, severity) for name, make in makers.items()}
        if tweak and rng.random() < 0.7:
            tweak(rng, answers)
        if edges and style < STEERED:
            yield steered(rng, definition, makers, answers, rng.choice(edges))
            continue
        for name, make in makers.items():
            if make.optional and rng.random() < 0.3:
                answers[name] = None
        # Half are complete; of the rest most lack one to three answers, some many.
        names = list(answers)
        if style < 0.5:
            gone = 0
        elif style < 0.9:
            gone = rng.randint(1, 3)
        else:
            gone = rng.randint(1, len(names))
        for name in rng.sample(names, min(gone, len(names))):
            roll = rng.random()
            if roll < 0.4:
                answers[name] = None
            elif roll < 0.7:
                del answers[name]
            else:
                answers[name] = {"declined": True, "reason": ""}
        yield answers


# ---- both sides --------------------------------------------------------------------------------------------------------

def dumps(value):
    """JSON with decimals digit by digit (the standard encoder knows only binary floating point)."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{dumps(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(dumps, value)) + "]"
    return json.dumps(value)


def sereinctl_scores(program, folder, answers_file, profile, prorate):
    command = [program, "instrument", "score", str(folder), "--answers", answers_file]
    if profile:
        command += ["--profile", profile]
    if prorate:
        command.append("--prorate")
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"exit {done.returncode}: {(done.stderr or done.stdout).strip()[:500]}")
    return json.loads(done.stdout, parse_float=Decimal)


def oracle_scores(scale, answers, profile, prorate, conversions):
    scores = scale(oracle.Form(answers, profile, prorate, conversions))
    return {name: (oracle.as_exported(value), status, band) for name, (value, status, band) in scores.items()}


def same(got, expected):
    return got == expected and (isinstance(got[0], bool) == isinstance(expected[0], bool))


def shown(triple):
    if triple is None:
        return "no such score"
    value, status, band = triple
    value = {True: "true", False: "false"}[value] if isinstance(value, bool) else "null" if value is None else str(value)
    return value + f" ({status}" + (f", {band})" if band else ")")


def worked_cases(folder, definition):
    """The instrument's own cases, worked by hand, against the oracle: (agreed, disagreed, lines)."""
    path, name = folder / "cases.json", definition["id"]
    if not path.exists():
        return 0, 0, []
    agreed, disagreed, lines = 0, 0, []
    for case in json.loads(path.read_text("utf-8"), parse_float=Decimal)["cases"]:
        scores = oracle_scores(oracle.RULES[name], case["answers"], case.get("profile") or definition.get("defaultProfile"),
                               case.get("prorate", False), definition.get("conversions"))
        for key, stated in case.get("scores", {}).items():
            left, right = (stated["value"], stated["status"], stated.get("band")), scores.get(key)
            if right is not None and same(left, right if "band" in stated else (*right[:2], None)):
                agreed += 1
                continue
            disagreed += 1
            if disagreed <= SHOWN:
                lines.append(f"  {name}/{key} case \"{case['name']}\": stated {shown(left)}, oracle {shown(right)}; "
                             f"answers {dumps(case['answers'])}")
    return agreed, disagreed, lines


def compare(program, folder, definition, how_many, seed):
    """(comparisons agreed, disagreed, lines to print)."""
    name = definition["id"]
    if name in oracle.WITHOUT:
        return 0, 0, [f"{name}: no oracle: {oracle.WITHOUT[name]}"]
    if name not in oracle.RULES:
        return 0, 1, [f"{name}: FAIL: no oracle rule; write one, or list it in WITHOUT with a reason"]
    sets = list(answer_sets(definition, how_many, random.Random(f"{seed}/{name}")))
    profiles = definition.get("profiles") or [None]
    agreed, disagreed, lines = worked_cases(folder, definition)
    with tempfile.TemporaryDirectory() as temporary:
        answers_file = os.path.join(temporary, "answers.json")
        with open(answers_file, "w", encoding="utf-8") as out:
            out.write(dumps(sets))
        for profile in profiles:
            for prorate in (False, True):
                answered = sereinctl_scores(program, folder, answers_file, profile, prorate)
                if len(answered) != len(sets):
                    raise RuntimeError(f"{len(sets)} answer sets, {len(answered)} results")
                for answers, result in zip(sets, answered):
                    got = {key: (entry["value"], entry["status"], entry.get("band")) for key, entry in result["scores"].items()}
                    expected = oracle_scores(oracle.RULES[name], answers, profile, prorate, definition.get("conversions"))
                    for key in got.keys() | expected.keys():
                        left, right = got.get(key), expected.get(key)
                        if left is not None and right is not None and same(left, right):
                            agreed += 1
                            continue
                        disagreed += 1
                        if len(lines) < SHOWN:
                            lines.append(f"  {name}/{key} profile {profile or '-'} prorate {'on' if prorate else 'off'}: "
                                         f"sereinctl {shown(left)}, oracle {shown(right)}; answers {dumps(answers)}")
    verdict = "ok" if disagreed == 0 else "FAIL"
    return agreed, disagreed, [f"{name}: {verdict}: {len(sets)} answer sets x {len(profiles)} profiles x proration off and on, "
                               f"{agreed} scores agreed, {disagreed} disagreed"] + lines


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sereinctl", help="the built program")
    options.add_argument("--sets", type=int, default=120000, help="answer sets over all instruments (default 120000)")
    options.add_argument("--seed", default="1", help="the same seed gives the same answers")
    options.add_argument("--only", action="append", help="these instruments alone")
    chosen = options.parse_args()
    instruments = [entry for entry in library() if not chosen.only or entry[1]["id"] in chosen.only]
    with_rules = sum(1 for _, definition in instruments if definition["id"] in oracle.RULES) or 1
    each = -(-chosen.sets // with_rules)
    agreed = disagreed = 0
    for folder, definition in instruments:
        try:
            right, wrong, lines = compare(chosen.sereinctl, folder, definition, each, chosen.seed)
        except (RuntimeError, KeyError, TypeError, AttributeError, ValueError) as problem:
            right, wrong, lines = 0, 1, [f"{definition['id']}: FAIL: {type(problem).__name__}: {problem}"]
        agreed, disagreed = agreed + right, disagreed + wrong
        print("\n".join(lines), flush=True)
    if not instruments:
        print("no instrument with scores found: see SEREIN_INSTRUMENTS")
    print(f"{agreed} passed, {disagreed} failed")
    return 1 if disagreed or not instruments else 0


if __name__ == "__main__":
    sys.exit(main())
