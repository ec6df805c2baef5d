"""Depression, anxiety, distress and suicidality: the published rules."""
from fractions import Fraction
from itertools import product

from oracle import (add, at_least, half_up, prorated, reverse, rule, score, times, total, unrounded)

FIVE = ((0, "minimal"), (5, "mild"), (10, "moderate"), (15, "moderatelySevere"), (20, "severe"))


# ---- PHQ and GAD -------------------------------------------------------------------------------------------------------

def certain(outcomes):
    """The one outcome that every completion of the unanswered items leads to."""
    outcomes = set(outcomes)
    return score(outcomes.pop() if len(outcomes) == 1 else None)


@rule("phq9")
def phq9(form):
    """Kroenke 2001, J Gen Intern Med 16:606 (total, bands); Spitzer 1999, JAMA 282:1737 (algorithm: a core symptom, q1 or
    q2, at least "more than half the days", and of the nine symptoms, item 9 counting from "several days", five or more
    for major and two to four for other depressive syndrome; with unanswered items, what is certain whatever they would
    be); APA DSM-5 severity measure (one or two unanswered: raw x 9 / answered, rounded; three or more: no score).
    Item 10 is not scored."""
    q = form.range(1, 9)
    symptoms = [at_least(value, 2) for value in q[:8]] + [at_least(q[8], 1)]
    either_way = ((False, True) if symptom is None else (symptom,) for symptom in symptoms)
    counts = {sum(flags) if flags[0] or flags[1] else 0 for flags in product(*either_way)}  # no core symptom: no syndrome
    return {
        "total": prorated(form, q, 2, half_up, FIVE),
        "major_depressive_syndrome": certain(n >= 5 for n in counts),
        "other_depressive_syndrome": certain(2 <= n <= 4 for n in counts),
        "item9_positive": score(at_least(q[8], 1)),
    }


@rule("phq8")
def phq8(form):
    """Kroenke 2009, J Affect Disord 114:163: PHQ-9 without item 9, the same bands; no rule for missing answers."""
    return {"total": total(form.range(1, 8), FIVE)}


SCREEN = ((0, "negative"), (3, "positive"))


@rule("phq2", "gad2")
def two_items(form):
    """Kroenke 2003, Med Care 41:1284 (PHQ-2) and Kroenke 2007, Ann Intern Med 146:317 (GAD-2): 0-6, positive from 3."""
    return {"total": total(form.all("q1", "q2"), SCREEN)}


@rule("phq4")
def phq4(form):
    """Kroenke 2009, Psychosomatics 50:613: items 1-2 anxiety, 3-4 depression, each positive from 3; 0-2/3-5/6-8/9-12."""
    return {
        "anxiety": total(form.all("q1", "q2"), SCREEN),
        "depression": total(form.all("q3", "q4"), SCREEN),
        "total": total(form.range(1, 4), ((0, "none"), (3, "mild"), (6, "moderate"), (9, "severe"))),
    }


@rule("gad7")
def gad7(form):
    """Spitzer 2006, Arch Intern Med 166:1092: 0-21, 5/10/15; the authors published no rule for missing answers."""
    return {"total": total(form.range(1, 7), FIVE[:3] + ((15, "severe"),))}


# ---- suicidality -------------------------------------------------------------------------------------------------------

@rule("asq")
def asq(form):
    """NIMH ASQ toolkit; Horowitz 2012, Arch Pediatr Adolesc Med 166:1170: any yes to questions 1-4, or a refusal, is a
    positive screen; only then question 5 is asked: yes is acute, no is non-acute positive."""
    first = form.range(1, 4)
    positive = any(answer != 0 for answer in first)  # an unanswered question stands with the refusals
    if not positive:
        form.hide("q5")
    return {"positive": score(positive), "acute": score(at_least(form["q5"], 1) if positive else False)}


# ---- Zung --------------------------------------------------------------------------------------------------------------

def zung(form, reverse_keyed):
    """Raw 20-80; index = 1.25 x raw without its fraction (the Chinese manual takes the integer part): floor(5 raw / 4).
    Chinese norms by index: anxiety 50 / 60 / 70, depression 53 / 63 / 73."""
    raw = add(reverse(form[f"q{n}"], 1, 4) if n in reverse_keyed else form[f"q{n}"] for n in range(1, 21))
    return raw, None if raw is None else 5 * raw // 4


@rule("sas")
def sas(form):
    """Zung 1971, Psychosomatics 12:371; items 5, 9, 13, 17 and 19 reversed."""
    raw, index = zung(form, {5, 9, 13, 17, 19})
    return {"raw": score(raw), "index": score(index, ((0, "belowCut"), (50, "mild"), (60, "moderate"), (70, "severe")))}


@rule("sds")
def sds(form):
    """Zung 1965, Arch Gen Psychiatry 12:63; items 2, 5, 6, 11, 12, 14, 16, 17, 18 and 20 reversed."""
    raw, index = zung(form, {2, 5, 6, 11, 12, 14, 16, 17, 18, 20})
    return {"raw": score(raw), "index": score(index, ((0, "belowCut"), (53, "mild"), (63, "moderate"), (73, "severe")))}


# ---- STAI --------------------------------------------------------------------------------------------------------------

def stai(form, first, reverse_keyed):
    return [reverse(form[f"q{n}"], 1, 4) if n in reverse_keyed else form[f"q{n}"] for n in range(first, first + 20)]


@rule("stai-s")
def stai_state(form):
    """Spielberger 1983, form Y-1: ten items of well-being reversed, 20-80."""
    return {"total": total(stai(form, 1, {1, 2, 5, 8, 10, 11, 15, 16, 19, 20}))}


@rule("stai-t")
def stai_trait(form):
    """Spielberger 1983, form Y-2 (items 21-40): nine items reversed, 20-80."""
    return {"total": total(stai(form, 21, {21, 23, 26, 27, 30, 33, 34, 36, 39}))}


@rule("stai6")
def stai6(form):
    """Marteau & Bekker 1992, Br J Clin Psychol 31:301: calm, relaxed and content reversed; x 20 / 6 gives 20-80."""
    raw = add(reverse(form[f"q{n}"], 1, 4) if n in (1, 4, 5) else form[f"q{n}"] for n in range(1, 7))
    return {"raw": score(raw), "total": score(times(raw, Fraction(20, 6)))}


# ---- others ------------------------------------------------------------------------------------------------------------

HADS = ((0, "normal"), (8, "borderline"), (11, "case"))


@rule("hads")
def hads(form):
    """Zigmond & Snaith 1983, Acta Psychiatr Scand 67:361: odd items anxiety, even items depression, 0-7 / 8-10 / 11-21.
    Bell 2016, BMC Res Notes 9:479 (half rule): at least four of seven answered, the subscale's mean x 7, not rounded."""
    parts = {"anxiety": range(1, 15, 2), "depression": range(2, 15, 2)}
    return {name: prorated(form, [form[f"q{n}"] for n in numbers], 3, unrounded, HADS) for name, numbers in parts.items()}


@rule("apais")
def apais(form):
    """Moerman 1996, Anesth Analg 82:445: anxiety items 1, 2, 4, 5, information 3 and 6; anaesthesia 1 + 2, surgery 4 + 5."""
    return {
        "anxiety": total(form.all("q1", "q2", "q4", "q5")),
        "information": total(form.all("q3", "q6")),
        "anaesthesia_anxiety": total(form.all("q1", "q2")),
        "surgery_anxiety": total(form.all("q4", "q5")),
        "total": total(form.range(1, 6)),
    }


@rule("epds")
def epds(form):
    """Cox 1987, Br J Psychiatry 150:782: ten items, the choices' values being the points (1, 2, 4 rise as printed, the
    others fall), 0-30; 10 or more possible, 13 or more probable."""
    return {"total": total(form.range(1, 10), ((0, "below10"), (10, "possible"), (13, "probable")))}


@rule("bdi2")
def bdi2(form):
    """Beck 1996: 21 items 0-3; 0-13 / 14-19 / 20-28 / 29-63. Items 16 and 18 print 0, 1a, 1b, 2a, 2b, 3a, 3b (stored as 0
    to 6): the letter doesn't count."""
    points = form.range(1, 21)
    for place in (16 - 1, 18 - 1):
        if points[place] is not None:
            points[place] = (0, 1, 1, 2, 2, 3, 3)[points[place]]
    return {"total": total(points, ((0, "minimal"), (14, "mild"), (20, "moderate"), (29, "severe")))}


@rule("madrs")
def madrs(form):
    """Montgomery & Asberg 1979, Br J Psychiatry 134:382: ten items 0-6; Snaith 1986, Br J Psychiatry 148:599:
    0-6 / 7-19 / 20-34 / 35-60."""
    return {"total": total(form.range(1, 10), ((0, "none"), (7, "mild"), (20, "moderate"), (35, "severe")))}


@rule("hama")
def hama(form):
    """Hamilton 1959, Br J Med Psychol 32:50: 14 items 0-4, 0-56; bands 18 / 25 / 31 (CamCOPS, hama)."""
    bands = ((0, "mild"), (18, "mildToModerate"), (25, "moderateToSevere"), (31, "verySevere"))
    return {"total": total(form.range(1, 14), bands)}


@rule("bprs-positive")
def bprs_positive(form):
    """Overall & Gorham 1962, Psychol Rep 10:799: items 4, 11, 12 and 15, 1-7 each, 4-28."""
    return {"total": total(form.all("q4", "q11", "q12", "q15"))}


@rule("cgi")
def cgi(form):
    """Guy 1976, ECDEU manual: severity 1-7 and improvement 1-7; 0 is "not assessed", no score."""
    severity, improvement = (value or None for value in form.all("q1", "q2"))
    return {"severity": score(severity), "improvement": score(improvement)}


HAMD = {  # American Psychiatric Association (as CamCOPS has them); Zimmerman 2013, J Affect Disord 150:384
    "apa": ((0, "none"), (8, "mild"), (14, "moderate"), (19, "severe"), (23, "verySevere")),
    "zimmerman": ((0, "none"), (8, "mild"), (17, "moderate"), (24, "severe")),
}


@rule("hamd17")
def hamd17(form):
    """Hamilton 1960, J Neurol Neurosurg Psychiatry 23:56: the sum of 17. Item 16 is rated by history (A) or by measurement
    (B), whichever was chosen, and its 3, "not assessed", is not scored (Guy 1976, ECDEU manual)."""
    weight = {0: form["q16a"], 1: form["q16b"]}.get(form["q16_method"])
    return {"total": total(form.range(1, 15) + [0 if weight == 3 else weight, form["q17"]], HAMD[form.profile])}
