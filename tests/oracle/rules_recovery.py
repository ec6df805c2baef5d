"""Pain, recovery, adverse effects, sedation and delirium: the published rules."""
from oracle import add, at_least, both, either, equal, rule, score, total


@rule("nrs-pain")
def nrs_pain(form):
    return {"rest": score(form["rest"]), "movement": score(form["movement"])}


@rule("rass", "ramsay")
def one_level(form):
    """Sessler 2002, Am J Respir Crit Care Med 166:1338 (-5 to +4); Ramsay 1974, Br Med J 2:656 (1 to 6)."""
    return {"value": score(form["q1"])}


@rule("nausea-log")
def nausea_log(form):
    """Our own form: counts and grades as answered. Interference is asked where there was any nausea or vomiting; where
    there was none it is none."""
    vomited, nausea = form.all("q1", "q2")
    ponv = either(at_least(vomited, 1), at_least(nausea, 1))
    if ponv is not True:
        form.hide("q3")
    return {
        "vomited": score(vomited),
        "nausea": score(nausea),
        "any_ponv": score(ponv),
        "interference": score(0 if ponv is False else form["q3"]),
        "antiemetic": score(equal(form["q4"], 1)),
    }


# ---- recovery ----------------------------------------------------------------------------------------------------------

@rule("qor15")
def qor15(form):
    """Stark 2013, Anesthesiology 118:1332: fifteen lines of 0-10, 10 the best throughout (items 11-15 are printed with 10
    as none of the time), 0-150; Kleif 2018, J Surg Res 225:101: 0-89 / 90-121 / 122-135 / 136-150."""
    bands = ((0, "poor"), (90, "moderate"), (122, "good"), (136, "excellent"))
    return {"total": total(form.range(1, 15), bands)}


@rule("qor40")
def qor40(form):
    """Myles 2000, Br J Anaesth 84:11: forty items 1-5, 5 the best throughout. Part A: comfort 1-4, emotions 5-7,
    independence 8-12, support 13-18; part B: comfort 19-26, emotions 27-32, support 33, pain 34-40."""
    return {
        "comfort": total(form.range(1, 4) + form.range(19, 26)),
        "emotions": total(form.range(5, 7) + form.range(27, 32)),
        "independence": total(form.range(8, 12)),
        "support": total(form.range(13, 18) + form.range(33, 33)),
        "pain": total(form.range(34, 40)),
        "total": total(form.range(1, 40)),
    }


@rule("ponv-impact")
def ponv_impact(form):
    """Myles & Wengritzky 2012, Br J Anaesth 108:423: vomits 0-3 (three or more) + nausea 0-3; clinically important from 5."""
    points = add(form.all("q1", "q2"))
    return {"total": score(points), "clinically_important": score(at_least(points, 5))}


@rule("cadss")
def cadss(form):
    """Bremner 1998, J Trauma Stress: 23 subject items 0-4, 0-92; Rodrigues 2021, J Affect Disord 282:160: CADSS-6."""
    return {"total": total(form.range(1, 23)), "cadss6": total(form.all("q1", "q2", "q6", "q7", "q15", "q22"))}


@rule("delirium-3d-cam")
def delirium(form):
    """Marcantonio 2014, Ann Intern Med 161:554: a feature is present when any of its items is. 1, change or fluctuation:
    8-10 and 18-20; 2, inattention: 4-7, 16 and 17; 3, disorganised thinking: 1-3 and 13-15; 4, consciousness: 11 and 12.
    Delirium is 1 and 2 and either 3 or 4."""
    def present(*numbers):
        return either(*(equal(form[f"q{n}"], 1) for n in numbers))
    features = (present(8, 9, 10, 18, 19, 20), present(4, 5, 6, 7, 16, 17), present(1, 2, 3, 13, 14, 15), present(11, 12))
    scores = {f"feature{n + 1}": score(feature) for n, feature in enumerate(features)}
    scores["delirium"] = score(both(features[0], features[1], either(features[2], features[3])))
    return scores
