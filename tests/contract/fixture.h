// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "tests/contract/conversation.h"

#include <QJsonArray>
#include <QStringList>

namespace falconer {

// What the scenario needs on the server, under names that no other run has. Made at its start, and
// taken away again as far as the server lets it; a setting that was changed is put back.
class Fixture final {
public:
    explicit Fixture(Conversation &server);

    // The first thing that could not be made.
    std::optional<Error> create();
    void remove();
    // Devices sign in with their target's token from now on.
    std::optional<Error> allowTargetTokens();

    QString target(int number) const; // from 1 to targetCount
    static constexpr int targetCount = 12;
    DistributionSet distributionSet() const; // "set" as an assignment needs it
    QStringList targets(int first, int last) const;
    QStringList allTargets() const; // with the odd and the typed one, by controller id
    QString shortName(const QString &name) const; // without what only this run has
    QString ofThisRun() const;                    // RSQL for the targets

    QString run;         // begins every name
    QString oddTarget;   // holds what must be percent-encoded
    QString typedTarget; // its type takes sets of type os_app only
    QString unknownTarget;
    qint64 targetType = 0;
    qint64 tag = 0;
    qint64 osModule = 0;
    qint64 appModule = 0;
    QByteArray osImage; // the content of the module's artifact
    qint64 set = 0;     // os_app: 2.4.0, see distributionSet()
    qint64 nextSet = 0; // os_app: 2.5.0
    qint64 appSet = 0;
    qint64 incompleteSet = 0;

private:
    struct Made {
        QString collection;
        QString id;
    };

    bool make(const QString &collection, const QJsonArray &entities, const QList<qint64 *> &ids);
    bool write(Request<QJsonValue> request);
    bool makeSoftware();
    bool makeSets();
    bool makeTargets();
    bool makeTargetType();
    QJsonObject newSet(const QString &name, const QString &version, const QString &type,
        const QList<qint64> &modules) const;

    Conversation &m_server;
    QList<Made> m_made;
    std::optional<Error> m_error;
    bool m_changedConfig = false;
};

} // namespace falconer
