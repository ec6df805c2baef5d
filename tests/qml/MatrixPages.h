#pragma once
// The pages of the matrix: every item of every instrument that has words (what participants rate as PatientScreen.qml
// shows it, the rest as a field of staff's form), and the pages that are no items.
#include "instrument/Library.h"

#include <QSize>
#include <QVariantMap>

namespace serein::matrix {

struct View {
    QSize size;
    double dotsPerInch = 160;
    int percent = 100; ///< of text
    QString language;
    QString look = QStringLiteral("light");

    [[nodiscard]] QString name() const; ///< "zh-CN-800x1280-150"
};

struct Page {
    QString name;
    QString type; ///< in Serein.Patient, or "form": a field of staff's own forms
    QVariantMap properties;
    QStringList words;        ///< that must be on it
    QStringList names;        ///< objectNames of what must be on it
    QString cue;              ///< objectName of what says that something scrolls, where it may
    QString then;             ///< what is done once it is shown: "decline", "ownWords", "keypad", "textSize"
    QString part;             ///< type of the panel that alone is looked at; empty: the whole page
    bool isSelfRated = false; ///< on a participant's page; else on staff's
    bool hasOptions = false;
    bool mustAnswer = false; ///< Next without an answer is asked about
    qsizetype longest = 0;   ///< letters of the question, and of the options
};

/// Those of QuestionPage, with nothing asked or answered.
[[nodiscard]] QVariantMap questionProperties();
/// What every question has.
[[nodiscard]] QStringList questionNames();
/// In the order of the library and of the pack.
[[nodiscard]] QList<Page> itemPages(const instrument::Library& library, const QString& language);
/// The same, asked again after a tap on Next without an answer.
[[nodiscard]] Page prompted(const Page& page);
/// An item of staff's, with its first option chosen.
[[nodiscard]] Page chosen(const Page& page);
/// Every way to answer with something answered, and declined; breath, review, cover, closing, PIN, panels.
[[nodiscard]] QList<Page> otherPages(const View& view);

} // namespace serein::matrix
