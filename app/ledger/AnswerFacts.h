#pragma once
// A participant's stream: the tablet in their hands, what was asked and answered, and the alerts that it raised.
#include "ledger/FactFields.h"

namespace serein::ledger {

struct HandedOver {
    QString timepoint;
    int sequence = 1;
    QString mode; ///< self, assisted, interview, telephone, proxy
    QString language;
    QString helper = {}; ///< who helps, reads or answers for them; empty: nobody
    QString place = {};  ///< where they are; empty: not said
    QString reason = {}; ///< why outside the window; empty: within it
    SEREIN_FACT("handedOver") {
        field("timepoint", timepoint);
        field("sequence", sequence);
        field("mode", mode);
        field("language", language);
        field("helper", helper);
        field("place", place);
        field("reason", reason, Later{});
    }
};
/// What the participant chose for the rest of this battery, or how they like to read.
struct LanguageChosen {
    QString language;
    SEREIN_FACT("languageChosen") { field("language", language); }
};
struct ReadingPreferred {
    int textPercent = 100; ///< 100 … 200
    QString look;          ///< light, dim, highContrast
    SEREIN_FACT("readingPreferred") {
        field("textPercent", textPercent);
        field("look", look);
    }
};
/// Something that would have left the participant's screen, and did not.
struct EscapeRefused {
    QString what; ///< close, back, escape, quit, functionKey
    SEREIN_FACT("escapeRefused") { field("what", what); }
};
struct HandedBack {
    QString how; ///< pin, passphrase, locked
    SEREIN_FACT("handedBack") { field("how", how); }
};
struct AssessmentOpened {
    AssessmentKey assessment;
    QString definition; ///< hash of the instrument
    QString pack;       ///< hash of the text pack; empty for entry from paper by item id
    QString language;
    QString profile;
    bool prorate = false;
    QString mode;
    QString reason = {}; ///< why outside the window, where staff entered it
    SEREIN_FACT("assessmentOpened") {
        field("assessment", assessment);
        field("definition", definition);
        field("pack", pack);
        field("language", language);
        field("profile", profile);
        field("prorate", prorate);
        field("mode", mode);
        field("reason", reason, Later{});
    }
};
struct ItemShown { ///< where the participant is; resuming lands here
    AssessmentKey assessment;
    QString item; ///< empty: the review page
    SEREIN_FACT("itemShown") {
        field("assessment", assessment);
        field("item", item);
    }
};
struct Answered {
    AssessmentKey assessment;
    QString item;
    QJsonValue answer; ///< as instrument::answerToJson; null takes an answer back
    SEREIN_FACT("answered") {
        field("assessment", assessment);
        field("item", item);
        field("answer", answer);
    }
};
struct Submitted {
    AssessmentKey assessment;
    QJsonObject scores; ///< id → {"value", "status", "band"}
    QString engine;     ///< engine version that computed them
    bool endedEarly = false;
    QStringList notReached;
    SEREIN_FACT("submitted") {
        field("assessment", assessment);
        field("scores", scores);
        field("engine", engine);
        field("endedEarly", endedEarly);
        field("notReached", notReached);
    }
};
/// The rest of an open assessment is answered another way: the nurse reads aloud from this item on.
struct ModeChanged {
    AssessmentKey assessment;
    QString mode;
    QString item; ///< the first answered this way; empty: the review page
    SEREIN_FACT("modeChanged") {
        field("assessment", assessment);
        field("mode", mode);
        field("item", item);
    }
};
/// A gentle question about answers that don't fit together was read, and they were kept.
struct CheckKept {
    AssessmentKey assessment;
    QString check; ///< the flag score that asked
    SEREIN_FACT("checkKept") {
        field("assessment", assessment);
        field("check", check);
    }
};
struct Reopened {
    AssessmentKey assessment;
    QString reason;
    SEREIN_FACT("reopened") {
        field("assessment", assessment);
        field("reason", reason);
    }
};
/// An assessment was filled in elsewhere and typed in here.
struct Transcribed {
    AssessmentKey assessment;
    QString filledInAt; ///< ISO 8601, a date or an instant; empty: not said
    bool twice = false; ///< two entries that agree
    SEREIN_FACT("transcribed") {
        field("assessment", assessment);
        field("filledInAt", filledInAt);
        field("twice", twice);
    }
};
struct AlertRaised {
    AssessmentKey assessment;
    QString rule;
    QString item;
    SEREIN_FACT("alertRaised") {
        field("assessment", assessment);
        field("rule", rule);
        field("item", item);
    }
};
struct AlertAcknowledged {
    QUuid alert; ///< id of the alertRaised event
    QString action;
    SEREIN_FACT("alertAcknowledged") {
        field("alert", alert);
        field("action", action);
    }
};
/// Nobody had acknowledged it by its deadline.
struct AlertEscalated {
    QUuid alert;
    QString contact; ///< who is called now, as the study says
    SEREIN_FACT("alertEscalated") {
        field("alert", alert);
        field("contact", contact);
    }
};
struct AlertClosed {
    QUuid alert;
    QString outcome;
    SEREIN_FACT("alertClosed") {
        field("alert", alert);
        field("outcome", outcome);
    }
};
/// Staff read what the study says to do where a form's score says so (a serious adverse event).
struct InstructionRead {
    AssessmentKey assessment;
    QString text; ///< as it was read
    SEREIN_FACT("instructionRead") {
        field("assessment", assessment);
        field("text", text);
    }
};

} // namespace serein::ledger
