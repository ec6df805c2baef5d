"""Sleep: the published rules."""
from fractions import Fraction

from oracle import COMPLETE, add, elapsed, known, mean, ratio, rule, score, times, total, tweak

AIS = ((0, "none"), (6, "mild"), (10, "moderate"), (16, "severe"))


@rule("ais", "ais-last-night")
def ais(form):
    """Soldatos 2000, J Psychosom Res 48:555: the sum of eight, AIS-5 of the first five; severity by Okajima 2020."""
    return {"total": total(form.range(1, 8), AIS), "ais5": total(form.range(1, 5))}


@rule("nrs-sleep", "nrs-anxiety", "nrs-mood", "vas-anxiety")
def one_number(form):
    return {"value": score(form["q1"])}


@rule("isi")
def isi(form):
    """Bastien 2001, Sleep Med 2:297: seven items 0-4; 0-7 / 8-14 / 15-21 / 22-28."""
    return {"total": total(form.range(1, 7), ((0, "none"), (8, "subthreshold"), (15, "moderate"), (22, "severe")))}


@rule("ess")
def ess(form):
    """Johns 1991, Sleep 14:540: eight items 0-3, 0-24; above 10 is excessive."""
    return {"total": total(form.range(1, 8), ((0, "usual"), (11, "excessive")))}


@rule("rcsq")
def rcsq(form):
    """Richards 2000, J Nurs Meas 8:131: the mean of five lines of 0-100, 100 the best; the noise item stands apart. 50 or
    less is poor (PMC9672415, table)."""
    value = mean(form.range(1, 5))
    if value is None:
        return {"mean": score(None)}
    return {"mean": (value, COMPLETE, "poor" if value <= 50 else "better")}


@tweak("rcsq")
def rcsq_edge(random, answers):
    """Five lines whose mean is 50 or a step beside it."""
    lines = [random.randint(30, 70) for _ in range(4)]
    lines.append(min(max(250 - sum(lines) + random.choice((-1, 0, 1)), 0), 100))
    answers.update({f"q{n + 1}": line for n, line in enumerate(lines)})


# ---- PSQI --------------------------------------------------------------------------------------------------------------

def steps(value, *upper):
    """0 up to the first bound (inclusive), 1 up to the second, … one more past the last."""
    return None if value is None else sum(1 for bound in upper if value > bound)


def doubled(value):
    """0 / 1-2 / 3-4 / 5-6."""
    return steps(value, 0, 2, 4)


PSQI_AT_LEAST = {  # best category first; Pitt: at or above its bound; print: above 7 h and 85 %, then at or above
    "pitt": (lambda h: h >= 7, lambda h: h >= 6, lambda h: h >= 5),
    "print": (lambda h: h > 7, lambda h: h >= 6, lambda h: h >= 5),
}
PSQI_EFFICIENCY = {  # print's 75-84 and 65-74 leave gaps: read as continuous
    "pitt": (lambda e: e >= 85, lambda e: e >= 75, lambda e: e >= 65),
    "print": (lambda e: e > 85, lambda e: e >= 75, lambda e: e >= 65),
}


def grade(value, tests):
    if value is None:
        return None
    for points, passes in enumerate(tests):
        if passes(value):
            return points
    return len(tests)


@rule("psqi")
def psqi(form):
    """Buysse 1989, Psychiatry Res 28:193 (numbering: q6 quality, q7 medication, q8 and q9 daytime; profile print) and the
    University of Pittsburgh's scoring sheet (profile pitt). 5j counts 0 where its value or its comment is missing
    (Pitt, since 20 May 2005). Efficiency over 100 % scores 0 and is flagged; time in bed 0 gives none."""
    bed = elapsed(form["q1"], form["q3"])
    slept = form["q4"]
    efficiency = times(ratio(slept, bed), 100)
    latency = steps(form["q2"], 15, 30, 60)
    other = form["q5j"] if form["q5j"] is not None and form.answered("q5j_text") else 0
    disturbance = add(form.all(*("q5" + letter for letter in "bcdefghi")) + [other])
    components = {
        "c1_quality": form["q6"],
        "c2_latency": doubled(add([latency, form["q5a"]])),
        "c3_duration": grade(None if slept is None else Fraction(slept, 60), PSQI_AT_LEAST[form.profile]),
        "c4_efficiency": grade(efficiency, PSQI_EFFICIENCY[form.profile]),
        "c5_disturbance": steps(disturbance, 0, 9, 18),
        "c6_medication": form["q7"],
        "c7_daytime": doubled(add(form.all("q8", "q9"))),
    }
    return {
        "time_in_bed_h": score(times(bed, Fraction(1, 60))),
        "efficiency_pct": score(efficiency),
        "efficiency_over_100": score(None if efficiency is None else efficiency > 100),
        **{name: score(value) for name, value in components.items()},
        "total": score(add(components.values()), ((0, "good"), (6, "poor"))),
    }


def clock(minute):
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


@tweak("psqi")
def psqi_edges(random, answers):
    """Latency, hours and efficiency on and beside their cuts; nights across midnight both ways; no time in bed."""
    if random.random() < 0.5:
        answers["q2"] = random.choice((0, 14, 15, 16, 29, 30, 31, 59, 60, 61))
    start = random.choice((1320, 1380, 0, 30, 720, 780, random.randrange(1440)))
    bed = random.choice((400, 480, 500, 600, 1000, random.randrange(1440), random.randrange(300, 720), 0))
    slept = random.choice((299, 300, 301, 359, 360, 361, 419, 420, 421, random.randrange(1441)))
    share = random.choice((845, 850, 851, 745, 750, 650, 645, 649, 1000, 1002, 1100))
    if random.random() < 0.5 and bed * share % 1000 == 0 and bed * share // 1000 <= 1440:
        slept = bed * share // 1000
    answers["q1"], answers["q3"], answers["q4"] = clock(start), clock(start + bed), slept


# ---- sleep log ---------------------------------------------------------------------------------------------------------

@rule("sleep-log")
def sleep_log(form):
    """Our own form. In bed from settling down to getting up; sleep from trying to sleep to the last waking, less the
    minutes to fall asleep and awake in the night (none where there was no waking); no sleep at all is 0 minutes. Awake
    for longer than the night: no sleep time. Efficiency is sleep over time in bed, none where that is 0."""
    settled, tried, slept, rose = form.all("q1", "q2", "q3", "q8")
    if slept != 1:
        form.hide("q4", "q5", "q6", "q7")
    if form["q5"] is None or form["q5"] < 1:
        form.hide("q6")
    latency, wakes, woke = form.all("q4", "q5", "q7")
    awake = 0 if wakes == 0 else form["q6"]
    in_bed = elapsed(settled, rose)
    asleep = too_long = None
    if slept == 0:
        asleep = 0
    elif known(tried, woke, latency, awake):
        asleep = elapsed(tried, woke) - latency - awake
        too_long = asleep < 0
        asleep = None if too_long else asleep
    efficiency = times(ratio(asleep, in_bed), 100)
    stops = [settled, tried, rose] if slept == 0 else [settled, tried, woke, rose]
    disorder = None
    if slept is not None and known(*stops):
        disorder = sum(elapsed(start, end) for start, end in zip(stops, stops[1:])) != in_bed
    return {
        "time_in_bed_min": score(in_bed),
        "sol_min": score(latency),
        "waso_min": score(awake),
        "awake_over_night": score(too_long),
        "tst_min": score(asleep),
        "efficiency_pct": score(efficiency),
        "wakes": score(wakes),
        "nap_min": score(form["q9"]),
        "quality": score(form["q10"]),
        "efficiency_over_100": score(None if efficiency is None else efficiency > 100),
        "times_out_of_order": score(disorder),
        "time_in_bed_unusual": score(None if in_bed is None else not 3 * 60 <= in_bed <= 14 * 60),
    }


@tweak("sleep-log")
def a_likely_night(random, answers):
    """Times mostly in order, the lengths of the night on and beside their limits."""
    settled = random.choice((1290, 1380, 1439, 0, 45, 700, random.randrange(1440)))
    tried = settled + random.choice((0, 0, 20, 45, -10))
    in_bed = random.choice((0, 1, 179, 180, 181, 839, 840, 841, 480, random.randrange(1440)))
    woke = settled + in_bed - random.choice((0, 0, 1, 15, -1, -30))
    answers.update(q1=clock(settled), q2=clock(tried), q7=clock(woke), q8=clock(settled + in_bed))
    if random.random() < 0.8:
        answers["q3"], answers["q4"] = 1, random.choice((0, 10, 30, 90))
        answers["q5"] = random.choice((0, 1, 2, 3))
        answers["q6"] = random.choice((0, 15, 60, max((woke - tried) % 1440 - answers["q4"], 0) % 721))
