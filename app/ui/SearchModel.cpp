#include "ui/SearchModel.h"

#include "ui/WorkWords.h"

#include <utility>

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
    m_counting.setSingleShot(true);
    m_counting.setInterval(0);
    connect(&m_counting, &QTimer::timeout, this, [this] { countAll(); });
    connect(m_rows, &RowsModel::moreWanted, this, [this] {
        m_reach += page;
        reload();
    });
}

bool SearchModel::mayEnrol() const {
    return vault() != nullptr && vault()->user().roleToDo(account::Action::Enrol);
}

void SearchModel::setText(const QString& text) {
    if (text == m_search.text)
        return;
    m_search.text = text;
    m_isNew = true;
    m_reach = page;
    m_typing.start();
    Q_EMIT searchChanged();
}

void SearchModel::reload() {
    m_trouble.clear();
    m_count = -1;
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
    SEREIN_TRY(const auto found, query.participants(m_search, 0, m_reach + 1)); // one more says that there are others
    QList<QVariantMap> rows;
    for (const vault::FoundParticipant& one : found.mid(0, m_reach))
        rows += QVariantMap{{QStringLiteral("key"), idText(one.summary.id)},
                            {QStringLiteral("subject"), one.summary.subject},
                            {QStringLiteral("synthetic"), one.summary.synthetic},
                            {QStringLiteral("place"), WorkWords::place(one.place)}};
    if (std::exchange(m_isNew, false))
        m_rows->begin(rows, found.size() > m_reach);
    else
        m_rows->set(rows, found.size() > m_reach);
    m_counting.start();
    m_condition = !found.isEmpty()          ? QStringLiteral("list")
                  : m_search.text.isEmpty() ? QStringLiteral("empty")
                                            : QStringLiteral("none");
    return {};
}

void SearchModel::countAll() {
    if (vault() == nullptr)
        return;
    const auto count = desk::WorkQuery(*vault()).participantCount(m_search);
    if (!count)
        return; // the rows stand; whatever is wrong is said when they are read again
    m_count = *count;
    Q_EMIT loaded();
}

} // namespace serein::ui
