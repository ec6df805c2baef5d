pragma Singleton
import QtQuick

// Typed keys and what they stand for: "2230" is the clock "22:30" ("1030p" on a twelve-hour one), "730" seven and a half hours, "45" three
// quarters of one, "20261120" a date.
QtObject {
    readonly property var slotCounts: ({date: 8, datetime: 12, clock: 4})
    readonly property int longestNumber: 6

    function slots(kind: string): int { // digits of a whole answer; 0: any number
        return slotCounts[kind] ?? 0;
    }
    function two(number: int): string {
        return String(number).padStart(2, "0");
    }
    /// Whether "1030" needs AM or PM to be a time.
    function needsHalf(digits: string, twelve: bool): bool {
        return twelve && digits.length >= 4 && Number(digits.slice(0, 2)) >= 1 && Number(digits.slice(0, 2)) <= 12;
    }
    function hourOf(digits: string): int {
        const hour = Number(digits.slice(0, 2));
        return digits.endsWith("p") ? hour % 12 + 12 : digits.endsWith("a") ? hour % 12 : hour;
    }
    /// The keys that would have typed this answer.
    function digits(kind: string, answer: var, twelve: bool): string {
        if (answer === undefined || answer === null)
            return "";
        if (kind === "duration")
            return String(Math.floor(Number(answer) / 60) * 100 + Number(answer) % 60);
        if (kind === "number")
            return String(answer);
        const all = String(answer).replace(/[^0-9]/g, "").slice(0, slots(kind));
        const hour = Number(all.slice(0, 2));
        return kind === "clock" && twelve ? two(hour % 12 === 0 ? 12 : hour % 12) + all.slice(2) + (hour < 12 ? "a" : "p") : all;
    }
    /// What stands there after one more key: a digit, "." or "-" (the sign, which a second press takes away).
    function append(kind: string, typed: string, key: string, twelve: bool, decimals: int): string {
        if (kind === "number") {
            const point = typed.indexOf(".");
            if (key === "-")
                return typed.startsWith("-") ? typed.slice(1) : "-" + typed;
            if (key === ".")
                return point >= 0 || decimals === 0 ? typed : (/[0-9]$/.test(typed) ? typed : typed + "0") + ".";
            const full = point >= 0 ? typed.length - point > decimals : typed.replace("-", "").length >= longestNumber;
            return full ? typed : typed + key;
        }
        // 9 can't begin an hour: it means 09.
        const next = kind === "clock" && typed === "" && key > (twelve ? "1" : "2") ? "0" + key : typed + key;
        return next.length > (slots(kind) || 4) ? typed : next;
    }
    function date(digits: string): bool {
        const date = new Date(Date.UTC(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)) - 1, Number(digits.slice(6, 8)))); // no zone's gaps
        return date.getUTCFullYear() === Number(digits.slice(0, 4)) && date.getUTCMonth() === Number(digits.slice(4, 6)) - 1
            && date.getUTCDate() === Number(digits.slice(6, 8));
    }
    function whole(kind: string, digits: string, twelve: bool): bool { // all keys are typed, right or wrong
        return kind === "number" ? /[0-9]/.test(digits) : kind === "clock" && needsHalf(digits, twelve) ? digits.length === 5
            : slots(kind) > 0 ? digits.length === slots(kind) : digits.length > 0;
    }
    function valid(kind: string, digits: string, twelve: bool): bool {
        if (!whole(kind, digits, twelve))
            return false;
        switch (kind) {
        case "number":
            return /^-?[0-9]+(\.[0-9]+)?$/.test(digits);
        case "clock":
            return Number(digits.slice(0, 2)) < 24 && Number(digits.slice(2, 4)) < 60;
        case "duration": // 90 alone is an hour and a half
            return digits.length <= 2 || Number(digits.slice(-2)) < 60;
        case "datetime":
            return date(digits) && Number(digits.slice(8, 10)) < 24 && Number(digits.slice(10)) < 60;
        default:
            return date(digits);
        }
    }
    function value(kind: string, digits: string): var {
        switch (kind) {
        case "clock":
            return two(hourOf(digits)) + ":" + digits.slice(2, 4);
        case "duration":
            return Number(digits.slice(0, -2)) * 60 + Number(digits.slice(-2));
        case "date":
            return digits.slice(0, 4) + "-" + digits.slice(4, 6) + "-" + digits.slice(6);
        case "datetime": // by the site's clock, whose offset the app adds
            return value("date", digits.slice(0, 8)) + "T" + digits.slice(8, 10) + ":" + digits.slice(10);
        default:
            return Number(digits);
        }
    }
    function shown(kind: string, digits: string, hours: string, minutes: string): string {
        if (kind === "number")
            return digits.length > 0 ? digits.replace("-", "−") : "–";
        if (kind === "duration") {
            const rest = digits.length > 0 ? Number(digits.slice(-2)) : "–";
            const whole = digits.length > 2 ? Number(digits.slice(0, -2)) : digits.length > 0 ? 0 : "–";
            return whole + " " + hours + "  " + rest + " " + minutes;
        }
        const blank = digits.slice(0, slots(kind)).padEnd(slots(kind), "–");
        const time = blank.slice(-4, -2) + " : " + blank.slice(-2);
        if (kind === "clock")
            return time;
        const day = blank.slice(0, 4) + " - " + blank.slice(4, 6) + " - " + blank.slice(6, 8);
        return kind === "date" ? day : day + "   " + time;
    }
}
