// A participant who answers on and on until the process is killed: tst_kill's other half. Prints a line only after the
// step it names was acknowledged, which is what a painted screen is to a person.
#include "session/Battery.h"

#include <QCoreApplication>
#include <cstdio>

using namespace serein;

namespace {

void acknowledged(const QString& line) {
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

template<class T> T need(Result<T> result) {
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication program(argc, argv);
    const SystemClock clock;
    const auto vault =
        need(vault::Vault::unlock({program.arguments().at(1), program.arguments().at(2)}, QStringLiteral("anna"),
                                  crypto::Secret(program.arguments().at(3).toUtf8()), clock));
    const auto participant = need(vault->handedOverTo());
    const auto battery = need(session::Battery::resume(*vault, *participant));
    if (battery->stage() == session::Stage::Breath)
        need(battery->begin());
    for (int step = 0;; ++step) {
        if (battery->stage() == session::Stage::Review) {
            const QString first = battery->shownItems().constFirst();
            need(battery->goTo(first));
            acknowledged(QStringLiteral("itemShown ") + first);
        }
        const QString item = battery->item().id;
        const bool declines = step % 3 == 2;
        const int value = step % 2;
        need(battery->give(declines ? instrument::Answer(instrument::Declined{})
                                    : instrument::Answer(instrument::AnswerValue(Decimal(value)))));
        acknowledged(
            QStringLiteral("answered %1 %2").arg(item, declines ? QStringLiteral("declined") : QString::number(value)));
        need(battery->next());
        acknowledged(QStringLiteral("itemShown ") +
                     (battery->stage() == session::Stage::Item ? battery->item().id : QString()));
    }
}
