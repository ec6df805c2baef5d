// serein_bench [--json]: every benchmark, with the baseline of the same run.
#include "bench/Benches.h"

#include <QGuiApplication>
#include <QQuickStyle>
#include <cstdio>

int main(int argc, char** argv) {
    using namespace serein::bench;
    if (const int status = runChild(argc, argv); status >= 0)
        return status;
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const QGuiApplication application(argc, argv);
    QList<Figure> figures;
    for (const auto& bench : {commits, screens, worklists, unlocking, scores, exports})
        figures += bench();
    const QByteArray text =
        QGuiApplication::arguments().contains(QStringLiteral("--json")) ? asJson(figures) : asTable(figures).toUtf8();
    std::fputs(text.constData(), stdout);
    return 0;
}
