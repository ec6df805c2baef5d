#pragma once
// A participant's stream: who they are, what they agreed to, and where they stand in the study.
#include "ledger/FactFields.h"

namespace serein::ledger {

struct Enrolled {
    QString subject;  ///< study pseudonym
    QString study;    ///< hash of the study definition in force
    QString language; ///< preferred, BCP 47
    bool synthetic = false;
    QString site = {}; ///< of the study's sites; empty: the study names none
    SEREIN_FACT("enrolled") {
        field("subject", subject);
        field("study", study);
        field("language", language);
        field("synthetic", synthetic);
        field("site", site, Later{});
    }
};
struct Identified { ///< class identity
    QString secondIdentifier;
    QString name;
    QString phone;
    QString recordNumber;
    SEREIN_FACT("identified") {
        field("secondIdentifier", secondIdentifier);
        field("name", name);
        field("phone", phone);
        field("recordNumber", recordNumber);
    }
};
struct Noted { ///< class note
    QString text;
    SEREIN_FACT("noted") { field("text", text); }
};
/// Informed consent, or consent anew.
struct Consented {
    QString document; ///< version of the consent form
    QDateTime at;     ///< when it was given
    QString by;       ///< participant, representative
    QString occasion; ///< initial, amendment, capacityRegained
    SEREIN_FACT("consented") {
        field("document", document);
        field("at", at);
        field("by", by);
        field("occasion", occasion);
    }
};
struct ScreenFailed {
    QString reason;
    SEREIN_FACT("screenFailed") { field("reason", reason); }
};
/// Nothing is asked for a while.
struct Suspended {
    QString cause; ///< icu, lostCapacity, other
    QString reason;
    SEREIN_FACT("suspended") {
        field("cause", cause);
        field("reason", reason);
    }
};
struct Resumed {
    QString reason;
    SEREIN_FACT("resumed") { field("reason", reason); }
};
/// What ends: each degree by itself, and a later withdrawal may add others.
struct Withdrawn {
    QStringList from; ///< studyDrug, questionnaires, calls, records
    QString by;       ///< participant, representative, investigator
    QString reason;   ///< may stay empty: nobody has to give one
    QString identity; ///< kept, destroyed
    SEREIN_FACT("withdrawn") {
        field("from", from);
        field("by", by);
        field("reason", reason);
        field("identity", identity);
    }
};
/// From here on this participant follows another version of the study.
struct StudyMoved {
    QString study; ///< hash of its definition
    QString reason;
    SEREIN_FACT("studyMoved") {
        field("study", study);
        field("reason", reason);
    }
};
struct Located {
    QString place; ///< ward, theatre, recovery, icu, home
    QString ward;
    QString bed;
    SEREIN_FACT("located") {
        field("place", place);
        field("ward", ward);
        field("bed", bed);
    }
};
struct CallAttempted {
    QString timepoint;
    int sequence = 1;
    QString reached; ///< participant, relative, carer, clinician, other, nobody
    QString outcome; ///< assessmentDone, appointmentMade, callAgain, declinedThisTime, noAnswer, notInService,
                     ///< messageLeft, other
    QString remark;
    SEREIN_FACT("callAttempted") {
        field("timepoint", timepoint);
        field("sequence", sequence);
        field("reached", reached);
        field("outcome", outcome);
        field("remark", remark);
    }
};
/// The allocation was told to whoever wrote this.
struct Unblinded {
    QString manner; ///< emergency, planned
    QString reason;
    SEREIN_FACT("unblinded") {
        field("manner", manner);
        field("reason", reason);
    }
};

} // namespace serein::ledger
