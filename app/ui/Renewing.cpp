#include "ui/Renewing.h"

namespace serein::ui {

namespace {

constexpr std::chrono::milliseconds betweenLooks{100};

} // namespace

Renewing::Renewing(QObject* parent) : QObject(parent) {
    m_look.setInterval(betweenLooks);
    connect(&m_look, &QTimer::timeout, this, &Renewing::progressed);
}

Renewing::~Renewing() {
    wait();
}

void Renewing::begin(std::unique_ptr<vault::Rekeying> job) {
    m_job = std::move(job);
    m_thread.reset(QThread::create([written = m_job.get()] { written->write(); }));
    connect(m_thread.get(), &QThread::finished, this, &Renewing::end);
    m_look.start();
    m_thread->start();
}

void Renewing::wait() {
    if (m_thread)
        m_thread->wait();
    end();
}

void Renewing::end() {
    if (!m_job || !m_thread->isFinished() || !m_thread->wait())
        return;
    m_look.stop();
    const Result<void> result = m_job->end();
    m_job.reset();
    m_thread.reset();
    Q_EMIT ended(result);
}

} // namespace serein::ui
