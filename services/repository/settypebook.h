// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/client.h"
#include "services/repository/settyperules.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

namespace falconer {

// The types of distribution sets with what they demand and allow, read whole: there are few. Types
// that were deleted on the server are not among them.
class SetTypeBook final : public QObject {
    Q_OBJECT

public:
    explicit SetTypeBook(Client &client, QObject *parent = nullptr);

    // Reads all again; what is known stays until the answers are here.
    void read();

    bool isRead() const { return m_isRead; }
    const std::optional<Error> &error() const { return m_error; } // of the last reading
    const QList<SetTypeRules> &types() const { return m_types; }  // by name
    std::optional<SetTypeRules> rulesOf(const QString &key) const;

signals:
    void changed(); // read, or failed

private:
    void takeTypes(const Result<Page<DistributionSetType>> &page);
    void ask(qsizetype index);
    void takeModuleTypes(
        const Result<QList<SoftwareModuleType>> &answer, QList<SoftwareModuleType> &place);
    void finish();

    Client &m_client;
    QList<SetTypeRules> m_types;
    QList<SetTypeRules> m_reading;
    std::optional<Error> m_error;
    Call m_list;
    std::vector<Call> m_calls;
    qsizetype m_open = 0;
    bool m_isRead = false;
};

} // namespace falconer
