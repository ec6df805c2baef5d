#pragma once
// A participant's scores along the protocol and the study's endpoints, in words and on a scale from 0 to 1.
#include "desk/Trends.h"
#include "ui/StaffModel.h"

namespace serein::ui {

class TrendModel : public serein::ui::StaffModel { // qualified: so that qmllint finds it
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString participant READ participant WRITE setParticipant NOTIFY changed)
    /// [{"id", "title", "range" ("0 to 27, higher is worse"), "low", "high", "points": [{"tick", "at" (0 … 1; absent: a
    /// gap), "text", "spoken", "joins" (to the one before)}], "bands": [{"from", "to", "label"}]}]; only what has a
    /// value.
    Q_PROPERTY(QVariantList trends READ trends NOTIFY changed)
    /// [{"id", "label", "source", "result" (yes, no, unknown), "text", "timepoints": [{"label", "text"}], "missing"}]
    Q_PROPERTY(QVariantList endpoints READ endpoints NOTIFY changed)
    /// "list", "none" (nothing was scored yet, and there is no endpoint), "hidden" (the study keeps it from this
    /// person), "failed" (the desk says why), "" (nobody chosen).
    Q_PROPERTY(QString condition READ condition NOTIFY changed)

public:
    using StaffModel::StaffModel;
    [[nodiscard]] QString participant() const { return m_participant; }
    void setParticipant(const QString& id);
    [[nodiscard]] QVariantList trends() const { return m_trends; }
    [[nodiscard]] QVariantList endpoints() const { return m_endpoints; }
    [[nodiscard]] QString condition() const { return m_condition; }

Q_SIGNALS:
    void changed();

protected:
    void reload() override;

private:
    struct Look;
    [[nodiscard]] Result<void> read();
    [[nodiscard]] QVariantMap trendRow(const Look& look, const desk::Trend& trend) const;
    [[nodiscard]] QVariantMap endpointRow(const Look& look, const desk::Judged& judged) const;
    [[nodiscard]] static QString answer(study::Ternary value);

    QString m_participant;
    QVariantList m_trends;
    QVariantList m_endpoints;
    QString m_condition;
};

} // namespace serein::ui
