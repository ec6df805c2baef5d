"""Forms for staff, in our own wording: what each form says it computes."""
from fractions import Fraction

from oracle import add, at_least, both, either, equal, holds, no, ratio, rule, score, times, tweak


SEVERE = 3


def events(form, names):
    """Any event, how many kinds, and the worst severity (0 where there was none). The severity, onset and duration of an
    event are asked only where it is present."""
    present = []
    severities = []
    for name in names:
        here = equal(form[name], 1)
        if here is not True:
            form.hide(f"{name}_severity", f"{name}_onset", f"{name}_duration")
        present.append(here)
        severities.append(0 if here is False else form[f"{name}_severity"])
    rated = [severity for severity in severities if severity is not None]
    worst = max(rated, default=None)
    if len(rated) < len(severities) and worst != SEVERE:  # what isn't known may have been worse, unless one was severe
        worst = None
    return {
        "any": score(either(*present)),
        "count": score(None if None in present else present.count(True)),
        "worst": score(worst),
    }


@rule("psychotomimetic")
def psychotomimetic(form):
    scores = events(form, ("hallucination", "dissociation", "nightmare", "dizziness", "diplopia", "agitation"))
    del scores["worst"]
    return scores


@rule("adverse-events")
def adverse_events(form):
    return events(form, ("nausea", "vomiting", "headache", "hypotension", "hypertension", "bradycardia", "tachycardia",
                         "desaturation", "respiratory_depression", "shivering", "pruritus", "oversedation", "other"))


# ---- drugs -------------------------------------------------------------------------------------------------------------

MAGNESIUM, PLACEBO = 3, 7


@rule("treatment")
def treatment(form):
    """mg by the unit's prefix; mmol only of magnesium sulfate, by its salt's formula weight. A placebo has a volume, no dose."""
    if form["drug"] in (None, PLACEBO):
        form.hide("dose", "dose_unit")
    if form["drug"] != MAGNESIUM:
        form.hide("salt")  # asked of magnesium alone
    mmol = {1: "millimoleHeptahydrate", 2: "millimoleAnhydrous"}.get(form["salt"])
    row = {1: "milligram", 2: "microgram", 3: "gram", 4: mmol}.get(form["dose_unit"])
    dose = None if row is None else times(form["dose"], form.factor("doseMg", row))
    return {"dose_mg": score(dose), "dose_mg_per_kg": score(ratio(dose, form["weight_kg"]))}


OPIOIDS = {  # choice -> (its dose's item, its row of the table)
    1: ("morphine_iv", "morphineIntravenous"), 2: ("fentanyl_iv", "fentanylIntravenous"),
    3: ("sufentanil_iv", "sufentanilIntravenous"), 4: ("remifentanil_iv", "remifentanilIntravenous"),
    5: ("hydromorphone_iv", "hydromorphoneIntravenous"), 6: ("oxycodone_iv", "oxycodoneIntravenous"),
    7: ("pethidine_iv", "pethidineIntravenous"), 8: ("tramadol_iv", "tramadolIntravenous"),
    9: ("dezocine_iv", "dezocineIntravenous"), 10: ("butorphanol_iv", "butorphanolIntravenous"),
    11: ("nalbuphine_iv", "nalbuphineIntravenous"), 12: ("morphine_oral", "morphineOral"),
    13: ("oxycodone_oral", "oxycodoneOral"), 14: ("tramadol_oral", "tramadolOral"), 15: (None, "otherOpioid"),
}


@rule("opioid-24h")
def opioids(form):
    """The sum of dose x factor over the opioids chosen; no sum where one has no factor or no dose. A dose belongs to an
    opioid that was chosen; "none" (0) alone is 0 mg."""
    given = form.chosen("given")
    if form["pca_used"] != 1:
        form.hide("pca_demands", "pca_deliveries")
    demands, deliveries = form.all("pca_demands", "pca_deliveries")
    equivalent = without_factor = None
    if given is not None:
        drugs = [OPIOIDS[choice] for choice in given if choice != 0]
        factors = {row: form.factor("ivMorphine", row) for _, row in drugs}
        without_factor = None in factors.values()
        equivalent = None if without_factor else add(times(form[item], factors[row]) for item, row in drugs)
    return {
        "iv_morphine_equivalent_mg": score(equivalent),
        "unconvertible": score(without_factor),
        "none_and_drug": score(None if given is None else 0 in given and len(given) > 1),
        "deliveries_exceed_demands": score(None if demands is None or deliveries is None else deliveries > demands),
    }


@tweak("opioid-24h")
def few_opioids(random, answers):
    """One choice alone or two, as most patients have: many choices together hide what one of them does."""
    answers["given"] = random.sample(range(16), random.randint(1, 2))
    if random.random() < 0.4:
        answers["given"] = [0, random.randint(1, 15)]


ANTIDEPRESSANTS = ("ssri", "snri", "tca", "mirtazapine", "other_antidepressant")


@rule("concomitant-medication")
def concomitant_medication(form):
    """Any antidepressant; any sleeping drug, a benzodiazepine only where it is taken to sleep (asked where one is taken)."""
    benzodiazepine = equal(form["benzodiazepine"], 1)
    if benzodiazepine is not True:
        form.hide("benzodiazepine_for_sleep")
    to_sleep = both(benzodiazepine, equal(form["benzodiazepine_for_sleep"], 1))
    return {
        "any_antidepressant": score(either(*(equal(form[drug], 1) for drug in ANTIDEPRESSANTS))),
        "any_hypnotic": score(either(equal(form["z_drug"], 1), equal(form["other_hypnotic"], 1), to_sleep)),
    }


# ---- ward and recovery room --------------------------------------------------------------------------------------------

@rule("magnesium-safety")
def magnesium_safety(form):
    """1 mmol/L = 2 mEq/L = 2.43 mg/dL (valence 2, 24.305 g/mol as laboratories round it), whatever unit was printed;
    written from that equation, not from the form's table of factors."""
    if form["serum_drawn"] != 1:
        form.hide("serum_unit", "serum_value")
    per_mmol = {1: 1, 2: 2, 3: Fraction("2.43")}.get(form["serum_unit"])
    mmol = ratio(form["serum_value"], per_mmol)
    return {
        "serum_mg_mmol_l": score(mmol),
        "serum_mg_meq_l": score(times(mmol, 2)),
        "serum_mg_mg_dl": score(times(mmol, "2.43")),
    }


@rule("pacu")
def pacu(form):
    """Moderate to severe pain is 4 or more at rest or on movement; emergence agitation a RASS of +1 or more."""
    return {
        "moderate_severe_pain": score(either(at_least(form["pain_rest"], 4), at_least(form["pain_movement"], 4))),
        "emergence_agitation": score(at_least(form["emergence_rass"], 1)),
        "nausea_or_vomiting": score(either(at_least(form["nausea"], 1), equal(form["vomiting"], 1))),
    }


PROXY, NOT_ABLE, UNDERSTOOD_POORLY, NOBODY = 4, 2, 3, 0


@rule("state-at-assessment")
def state(form):
    """Fit: in person, awake, not sedated, able to concentrate, language understood. Disturbed: interrupted, or answers
    suggested (asked unless nobody else was there)."""
    alone = holds(form.chosen("present"), NOBODY)
    if alone is not False:
        form.hide("helped")
    suggested = False if alone else equal(form["helped"], 1)
    return {
        "fit_to_answer": score(both(
            no(equal(form["mode"], PROXY)), equal(form["alertness"], 0), no(equal(form["sedated"], 1)),
            no(equal(form["concentration"], NOT_ABLE)), no(equal(form["language"], UNDERSTOOD_POORLY)))),
        "disturbed": score(either(equal(form["interrupted"], 1), suggested)),
    }


@rule("vital-status")
def vital_status(form):
    """Died: only where it is known whether the participant is alive."""
    if form["known"] != 1:
        form.hide("status")
    return {"died": score(equal(form["status"], 1))}
