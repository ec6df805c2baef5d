#include "exporting/StudyExport.h"

#include "exporting/Delivery.h"

#include <QElapsedTimer>
#include <semaphore>
#include <thread>

namespace serein::exporting {

/// Whoever has it works, the other waits.
struct StudyExport::Baton {
    Baton(vault::Vault& vault, const ExportOrder& order, std::chrono::milliseconds ofTurn)
        : turn(ofTurn), work([this, &vault, order] {
              goesOn.acquire();
              if (!isToStop)
                  result = exportStudy(vault, order, [this](double part) { return at(part); });
              comesBack.release();
          }) {}

    Result<void> at(double part) {
        done = part;
        if (!since.isValid())
            since.start();
        if (std::chrono::milliseconds(since.elapsed()) >= turn && !isToStop) {
            comesBack.release();
            goesOn.acquire();
            since.start();
        }
        return isToStop ? Result<void>(std::unexpected(stopped())) : Result<void>();
    }
    void giveAndWait() {
        goesOn.release();
        comesBack.acquire();
    }

    std::chrono::milliseconds turn;
    std::binary_semaphore goesOn{0};
    std::binary_semaphore comesBack{0};
    QElapsedTimer since; ///< this turn began
    bool isToStop = false;
    double done = 0;
    std::optional<Result<ExportResult>> result;
    std::thread work; ///< last: all else is there when it begins
};

StudyExport::StudyExport(vault::Vault& vault, const ExportOrder& order, std::chrono::milliseconds turn)
    : m_baton(std::make_unique<Baton>(vault, order, turn)) {}

StudyExport::~StudyExport() {
    if (!m_baton->result) {
        m_baton->isToStop = true;
        m_baton->giveAndWait();
    }
    m_baton->work.join();
}

std::optional<Result<ExportResult>> StudyExport::step() {
    if (!m_baton->result)
        m_baton->giveAndWait();
    return m_baton->result;
}

double StudyExport::progress() const {
    return m_baton->done;
}

} // namespace serein::exporting
