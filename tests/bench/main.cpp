// serein_bench [--json] [NAME…]: every benchmark, or those that are named, with the baseline of the same run.
#include "bench/Benches.h"

#include <QGuiApplication>
#include <QQuickStyle>
#include <algorithm>
#include <cstdio>

int main(int argc, char** argv) {
    using namespace serein::bench;
    if (const int status = runChild(argc, argv); status >= 0)
        return status;
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const QGuiApplication application(argc, argv);
    QList<Figure> figures;
    const std::pair<const char*, QList<Figure> (*)()> benches[] = {
        {"commits", commits}, {"screens", screens}, {"worklists", worklists}, {"unlocking", unlocking},
        {"scores", scores},   {"exports", exports}, {"vaults", vaults}};
    const QStringList arguments = QGuiApplication::arguments().sliced(1);
    const bool all =
        std::ranges::none_of(benches, [&](const auto& one) { return arguments.contains(QLatin1String(one.first)); });
    for (const auto& [name, bench] : benches)
        if (all || arguments.contains(QLatin1String(name)))
            figures += bench();
    const QByteArray text =
        QGuiApplication::arguments().contains(QStringLiteral("--json")) ? asJson(figures) : asTable(figures).toUtf8();
    std::fputs(text.constData(), stdout);
    return 0;
}
