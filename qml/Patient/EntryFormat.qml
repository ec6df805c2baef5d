pragma Singleton
import QtQuick

// Typed digits and what they stand for: "2230" is the clock "22:30", "0730" seven and a half hours, "20261120" a date.
QtObject {
    function slots(kind: string): int { // digits of a whole answer; 0: any number
        return kind === "date" ? 8 : kind === "clock" || kind === "duration" ? 4 : 0;
    }
    function digits(kind: string, answer: var): string {
        if (answer === undefined || answer === null)
            return "";
        if (kind === "duration")
            return two(Math.floor(Number(answer) / 60)) + two(Number(answer) % 60);
        return String(answer).replace(/[^0-9]/g, "");
    }
    function valid(kind: string, digits: string): bool {
        if (kind === "number")
            return digits.length > 0;
        if (digits.length !== slots(kind))
            return false;
        if (kind === "clock")
            return Number(digits.slice(0, 2)) < 24 && Number(digits.slice(2)) < 60;
        if (kind === "duration")
            return Number(digits.slice(2)) < 60;
        const date = new Date(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)) - 1, Number(digits.slice(6)));
        return date.getFullYear() === Number(digits.slice(0, 4)) && date.getMonth() === Number(digits.slice(4, 6)) - 1
            && date.getDate() === Number(digits.slice(6));
    }
    function value(kind: string, digits: string): var {
        switch (kind) {
        case "clock":
            return digits.slice(0, 2) + ":" + digits.slice(2);
        case "duration":
            return Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
        case "date":
            return digits.slice(0, 4) + "-" + digits.slice(4, 6) + "-" + digits.slice(6);
        default:
            return Number(digits);
        }
    }
    function shown(kind: string, digits: string, hours: string, minutes: string): string {
        if (kind === "number")
            return digits.length > 0 ? digits : "–";
        const blank = digits.padEnd(slots(kind), "–");
        if (kind === "date")
            return blank.slice(0, 4) + " - " + blank.slice(4, 6) + " - " + blank.slice(6);
        return kind === "clock" ? blank.slice(0, 2) + " : " + blank.slice(2)
            : blank.slice(0, 2) + " " + hours + "  " + blank.slice(2) + " " + minutes;
    }
    function two(number: int): string {
        return String(number).padStart(2, "0");
    }
}
