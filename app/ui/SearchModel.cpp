#include "ui/SearchModel.h"

#include "ui/WorkWords.h"

namespace serein::ui {

namespace {
using namespace std::chrono_literals;
constexpr int page = 50;
} // namespace

SearchModel::SearchModel(QObject* parent)
    : StaffModel(parent), m_rows(new RowsModel({QStringLiteral("key"), QStringLiteral("subject"),
                                                QStringLiteral("synthetic"), QStringLiteral("place")},
                                               this)),
      m_reach(page) {
    m_typing.setSingleShot(true);
    m_typing.setInterval(120ms);
    connect(&m_typing, &QTimer::timeout, this, [this] { reload(); });
    connect(m_rows, &RowsModel::moreWanted, this, [this] {
        m_reach += page;
        reload();
    });
}

void SearchModel::setText(const QString& text) {
    if (text == m_search.text)
        return;
    m_search.text = text;
    m_reach = page;
    m_typing.start();
    Q_EMIT searchChanged();
}

void SearchModel::reload() {
    m_trouble.clear();
    m_count = 0;
    if (vault() == nullptr) {
        m_rows->clear();
        m_condition = QStringLiteral("loading");
    } else if (const auto done = read(); !done) {
        m_rows->clear();
        m_condition = QStringLiteral("failed");
        m_trouble = Words::error(done.error());
    }
    Q_EMIT loaded();
}

Result<void> SearchModel::read() {
    const desk::WorkQuery query(*vault());
    SEREIN_TRY(m_count, query.participantCount(m_search));
    SEREIN_TRY(const auto found, query.participants(m_search, 0, m_reach));
    QList<QVariantMap> rows;
    for (const vault::FoundParticipant& one : found)
        rows += QVariantMap{{QStringLiteral("key"), idText(one.summary.id)},
                            {QStringLiteral("subject"), one.summary.subject},
                            {QStringLiteral("synthetic"), one.summary.synthetic},
                            {QStringLiteral("place"), WorkWords::place(one.place)}};
    m_rows->set(rows, m_count > found.size());
    m_condition = m_count > 0               ? QStringLiteral("list")
                  : m_search.text.isEmpty() ? QStringLiteral("empty")
                                            : QStringLiteral("none");
    return {};
}

} // namespace serein::ui
