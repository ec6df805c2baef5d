"""The second implementation of every instrument's scoring: what the rules share.

Nothing here reads a scoring tree or the C++ sources. A rule is a function of a form's answers, written from the
publication that its docstring cites and registered by instrument id:

    @rule("phq2")
    def phq2(form):
        '''Kroenke 2003, Med Care 41:1284: the sum of the first two PHQ-9 items.'''
        return {"total": total(form.all("q1", "q2"))}

Arithmetic is exact: int and fractions.Fraction, never a binary floating-point number.
"""
import re
from decimal import Decimal
from fractions import Fraction

COMPLETE, MISSING, PRORATED = "complete", "missing", "prorated"

RULES = {}  # instrument id -> function(Form) -> {score id: (value, status, band)}
TWEAKS = {}  # instrument id -> function(random, answers): moves answers onto the rule's own edges

# Instruments with scores that have no oracle, each with its reason. Empty is the aim.
WITHOUT = {}


def rule(*ids):
    def register(function):
        for instrument in ids:
            RULES[instrument] = function
        return function
    return register


def tweak(*ids):
    def register(function):
        for instrument in ids:
            TWEAKS[instrument] = function
        return function
    return register


# ---- answers ---------------------------------------------------------------------------------------------------------

_DURATION = re.compile(r"^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+(?:\.\d+)?)M)?)?$")


def exact(number):
    """An int, decimal or exact text as an int or Fraction."""
    if isinstance(number, float):
        raise TypeError("a rule met a binary floating-point number")
    value = Fraction(number)
    return value.numerator if value.denominator == 1 else value


def minutes(answer):
    """A clock ("22:30": minutes after midnight) or a duration (450 or "PT7H30M") in minutes."""
    if isinstance(answer, str):
        if answer[2:3] == ":":
            return int(answer[:2]) * 60 + int(answer[3:])
        days, hours, mins = _DURATION.match(answer).groups()
        return exact(int(days or 0) * 1440 + int(hours or 0) * 60 + Fraction(mins or 0))
    return exact(answer)


class Form:
    """The answers to one form, its profile, and whether the study turned proration on."""

    def __init__(self, answers, profile=None, prorate=False, conversions=None):
        self.profile, self.prorate, self.conversions = profile, prorate, conversions or {}
        self._raw = {}
        for item, answer in answers.items():
            if answer is None or answer == "" or answer == [] or (isinstance(answer, dict) and answer.get("declined")):
                continue  # null, empty text, no choice and declined are all "unanswered"
            self._raw[item] = answer

    def hide(self, *items):
        """These don't apply (branching): whatever is stored for them doesn't count."""
        for item in items:
            self._raw.pop(item, None)

    def answered(self, item):
        return item in self._raw

    def __getitem__(self, item):
        """The answer as an exact number, None where there is none."""
        answer = self._raw.get(item)
        if type(answer) is int or answer is None:
            return answer
        return minutes(answer) if isinstance(answer, str) else exact(answer)

    def chosen(self, item):
        """The values chosen of several; None where unanswered."""
        answer = self._raw.get(item)
        return None if answer is None else set(answer)

    def all(self, *items):
        return [self[item] for item in items]

    def range(self, first, last, prefix="q"):
        return [self[f"{prefix}{n}"] for n in range(first, last + 1)]

    def factor(self, table, row):
        """The conversion factor of a row as data; None: no citable factor, so no conversion."""
        factor = self.conversions[table]["rows"][row]["factor"]
        return None if factor is None else exact(factor)


# ---- arithmetic with missing parts -------------------------------------------------------------------------------------

def known(*values):
    return all(value is not None for value in values)


def add(values):
    values = list(values)
    return sum(values) if known(*values) else None


def mean(values):
    values = list(values)
    return exact(Fraction(sum(values), len(values))) if known(*values) else None


def times(value, by):
    return None if value is None or by is None else exact(Fraction(value) * Fraction(by))


def ratio(a, b):
    return exact(Fraction(a) / Fraction(b)) if known(a, b) and b != 0 else None


def reverse(value, low, high):
    return None if value is None else low + high - value


def floor(value):
    return None if value is None else value // 1 if isinstance(value, int) else value.numerator // value.denominator


def half_up(value, digits=0):
    """Rounded half up (4.5 becomes 5): not the half-to-even of this language's round()."""
    if value is None:
        return None
    scale = 10 ** digits
    return exact(Fraction(floor(Fraction(value) * scale + Fraction(1, 2)), scale))


def unrounded(value):
    return value


def elapsed(start, end):
    """Minutes from one clock time to the next such time on the other: 22:00 to 06:00 is 480, equal times are 0."""
    return (end - start) % 1440 if known(start, end) else None


# Three-valued logic: None is "not known" (Kleene).
def either(*parts):
    if any(part is True for part in parts):
        return True
    return None if any(part is None for part in parts) else False


def both(*parts):
    if any(part is False for part in parts):
        return False
    return None if any(part is None for part in parts) else True


def no(part):
    return None if part is None else not part


def at_least(value, cut):
    return None if value is None or cut is None else value >= cut


def equal(value, other):
    return None if value is None or other is None else value == other


def holds(chosen, value):
    """Whether a set of choices holds this one."""
    return None if chosen is None else value in chosen


def count(flags):
    flags = list(flags)
    return sum(1 for flag in flags if flag) if known(*flags) else None


# ---- scores ------------------------------------------------------------------------------------------------------------

def band_of(value, bands):
    """bands: (from, id) rising, `from` inclusive."""
    name = None
    for start, candidate in bands or ():
        if value is not None and value >= start:
            name = candidate
    return name


def score(value, bands=None, status=None):
    if value is None:
        return (None, MISSING, None)
    return (value, status or COMPLETE, band_of(value, bands))


def total(values, bands=None):
    """A plain sum with no published rule for missing answers: one missing, no score."""
    return score(add(values), bands)


def prorated(form, values, most_missing, rounding, bands=None, average=False):
    """A sum (or mean) with a published rule for missing answers: answered sum x items / answered, where asked for."""
    values = list(values)
    answered = [value for value in values if value is not None]
    missing = len(values) - len(answered)
    if missing == 0:
        value = Fraction(sum(answered), len(values)) if average else sum(answered)
        return score(exact(value), bands)
    if not form.prorate or missing > most_missing or not answered:
        return score(None)
    value = Fraction(sum(answered), len(answered)) * (1 if average else len(values))
    return score(exact(rounding(value)), bands, PRORATED)


def as_exported(value):
    """As exports carry it: at most 6 decimals, rounded half up."""
    if value is None or isinstance(value, (bool, int)):
        return value
    value = half_up(value, 6)
    return value if isinstance(value, int) else Decimal(value.numerator) / Decimal(value.denominator)
