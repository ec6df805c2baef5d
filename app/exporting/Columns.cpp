// What the columns of a bundle's tables mean; those of wide.csv are the codebook's variables.
#include "exporting/Tables.h"

namespace serein::exporting {

namespace {

struct Row {
    const char* column;
    const char* words;
};

const QList<Row> keyRows{{"subject", "study id of the participant"},
                         {"timepoint", "timepoint of the study"},
                         {"instrument", "instrument"},
                         {"sequence", "1, or counting on where the timepoint was repeated"}};

const QList<Row> answersRows{
    {"instrument_version", "version of the instrument"},
    {"definition", "SHA-256 of the instrument as it was asked and scored"},
    {"pack", "SHA-256 of the words; empty for entry by item id"},
    {"provenance", "of the words: official, validated, unvalidated, placeholder"},
    {"language", "language of the words"},
    {"profile", "profile of the scoring"},
    {"mode", "how it was given: self, assisted, interview, telephone, proxy, paper, staff"},
    {"kind", "item or score; assessment: a scale that was missed"},
    {"id", "of the item or score"},
    {"concept", "what the item asks about"},
    {"value", "as it stands, after any correction"},
    {"text", "words chosen"},
    {"state", "answered, declined, not_reached, not_applicable, unanswered"},
    {"reason", "why it was declined; why a scale was missed"},
    {"planned_opens", "window that the assessment hung on, by the study version it was begun under"},
    {"planned_closes", "exclusive"},
    {"night_of", "date of going to bed, where the timepoint asks about a night"},
    {"punctuality", "inWindow, early, late, unscheduled: when it was begun, on paper when it was filled in"},
    {"opened_at", "when it was begun"},
    {"answered_at", "when the last answer to the item was given"},
    {"submitted_at", "when it was submitted or ended"},
    {"status", "open, submitted, endedEarly, missed"},
    {"changes", "after the first answer, before submission"},
    {"response_ms", "from the item's last showing to the answer"},
    {"band", "published band of the score"},
    {"score_status", "complete, prorated, missing"},
    {"engine", "version of the scoring"},
    {"corrected", "1 where it was changed after submission; for a score, where its value changed by that"},
    {"original_value", "as it was submitted, where corrected"},
    {"original_text", "words chosen then"},
    {"correction_reason", "of the last correction"},
    {"window_reason", "why it was begun outside its window"},
    {"study_version", "that the participant followed when it was begun"},
    {"site", "where the participant was enrolled; empty: the study has one"},
    {"rater",
     "who gave the answer: participant, or a staff name; for a score, who submitted it; who recorded as missed"},
    {"label", "the question in the language of its words, or its concept where they may not be exported"},
    {"filled_in_at", "on paper, where that was said: ISO 8601, maybe only the date"}};

const QList<Row> assessmentRows{{"status", "open, submitted, endedEarly, missed, voided"},
                                {"reason", "why it was missed or voided"},
                                {"remark", "on a missed one"},
                                {"changed_at", "when it was recorded as missed, or voided"},
                                {"changed_by", "by whom"},
                                {"moved_to", "where a voided one belongs; empty: nobody's"},
                                {"reassigned", "1 where it was voided elsewhere and belongs here"},
                                {"mode", "as it was begun; each answer has its own"},
                                {"opened_at", "when it was begun"},
                                {"submitted_at", "when it was submitted or ended"},
                                {"punctuality", "inWindow, early, late, unscheduled"},
                                {"window_reason", "why it was begun outside its window"},
                                {"filled_in_at", "on paper, where that was said"},
                                {"kept_checks", "answers that don't fit together, asked about and kept"},
                                {"corrections", "how many"},
                                {"verified_at", "compared with the source; empty: not, or changed since"},
                                {"verified_by", "by whom"},
                                {"study_version", "that the participant followed when it was begun or missed"}};

const QList<Row> correctionRows{{"item", "the question"},
                                {"before", "answer before"},
                                {"after", "answer after, or as proposed"},
                                {"reason", "why"},
                                {"state", "corrected, proposed, declined"},
                                {"at", "when it was corrected or proposed"},
                                {"by", "staff for their own entry, an investigator for a participant's answer"},
                                {"proposed_by", "who proposed it"},
                                {"decision_reason", "why it was declined"}};

const QList<Row> queryRows{{"item", "the question; empty: the whole assessment"},
                           {"state", "open, answered, closed"},
                           {"text", "what was asked"},
                           {"raised_at", "when"},
                           {"raised_by", "by whom"},
                           {"answer", "the last answer"},
                           {"answered_at", "when"},
                           {"answered_by", "by whom"},
                           {"closing", "what was said on closing"},
                           {"closed_at", "when"},
                           {"closed_by", "by whom"}};

const QList<Row> signatureRows{{"covers", "assessment, or the participant's whole record"},
                               {"by", "name of the person who signed"},
                               {"role", "their role"},
                               {"at", "when"},
                               {"meaning", "what the signature means"},
                               {"state", "holds, broken"},
                               {"broken_at", "when what it covers changed"}};

const QList<Row> alertRows{{"rule", "of the instrument"},
                           {"item", "whose answer raised it"},
                           {"raised_at", "when"},
                           {"acknowledged_at", "when; empty: nobody has"},
                           {"acknowledged_by", "by whom"},
                           {"action", "what was done"},
                           {"escalated_at", "when nobody had by its deadline"},
                           {"closed_at", "by an investigator"},
                           {"closed_by", "by whom"},
                           {"outcome", "as the investigator closed it"}};

const QList<Row> recordRows{
    {"what", "enrolled, studyVersion, consent, anchor, screenFailed, suspended, withdrawn, call, unblinded, dataState"},
    {"detail", "site; version; document|by|occasion; anchor|how; cause; degree (identity: nothing but who they are was "
               "to go)|by|identity; timepoint|sequence|reached|"
               "outcome; manner; open, frozen or locked"},
    {"at", "when it happened, where that is said apart"},
    {"recorded_at", "when it was written down"},
    {"by", "by whom"},
    {"reason", "why, or a remark"}};

} // namespace

QList<ColumnWords> columnWords() {
    QList<ColumnWords> all;
    const auto add = [&](const QString& file, const QList<Row>& rows) {
        for (const Row& row : rows)
            all.append({file, QString::fromLatin1(row.column), QString::fromLatin1(row.words)});
    };
    add(answersFile, keyRows + answersRows);
    add(assessmentsFile, keyRows + assessmentRows);
    add(correctionsFile, keyRows + correctionRows);
    add(queriesFile, keyRows + queryRows);
    add(signaturesFile, keyRows + signatureRows);
    add(alertsFile, keyRows + alertRows);
    add(recordFile, QList<Row>{keyRows.constFirst()} + recordRows);
    return all;
}

} // namespace serein::exporting
