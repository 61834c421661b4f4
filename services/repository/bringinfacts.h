// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/client.h"
#include "services/repository/bringin.h"
#include "services/repository/settypebook.h"

#include <QObject>

#include <vector>

namespace falconer {

// What the server has that concerns files to be brought in.
struct BringInFacts {
    QStringList names;                     // that were asked for
    QList<SoftwareModuleType> moduleTypes; // by name
    // Of these names, the oldest first. Of more than an answer holds: the newest, and those of the
    // versions that were asked for.
    QList<SoftwareModule> modules;
    QList<DistributionSet> sets; // with a module of one of these names, the newest first

    bool operator==(const BringInFacts &) const = default;
};

// The module into which files of this name, version and type go, if it is there; an empty type:
// whatever its type. nullptr: none.
const SoftwareModule *findModule(
    const BringInFacts &facts, const QString &name, const QString &version, const QString &type);

// The newest sets of each name that hold a module which a new one of these would replace, in the
// order of these.
QList<DistributionSet> formerSets(const BringInFacts &facts, const QList<BringInModule> &brought);

// What the next version of a set is likely to be called: like its module, if it was called like
// that before, else one higher.
QString nextSetVersion(const DistributionSet &former, const QList<BringInModule> &brought);

// Asks a server for the facts, again whenever other names matter.
class BringInLook final : public QObject {
    Q_OBJECT

public:
    explicit BringInLook(Client &client, QObject *parent = nullptr);

    // versions: in which modules of these names are wanted.
    void look(const QStringList &names, const QStringList &versions = {});

    bool isLooking() const { return m_open > 0 || !(m_types.isRead() || m_types.error()); }
    const BringInFacts &facts() const { return m_facts; }
    const QList<SetTypeRules> &setTypes() const { return m_types.types(); }
    const std::optional<Error> &error() const { return m_error; }

signals:
    void changed(); // all is answered, or something failed

private:
    void askTypes();
    void askModules(const QString &filter);
    void askSets(const QString &filter);
    void lookFurther();
    template <typename T, typename Take> void ask(const Request<T> &request, Take take);
    void answered(const std::optional<Error> &error);
    void takeLooked();

    Client &m_client;
    SetTypeBook m_types;
    BringInFacts m_facts;
    BringInFacts m_looked; // while it is being asked
    std::optional<Error> m_error;
    QStringList m_versions;
    bool m_isCut = false; // an answer did not hold all modules
    int m_further = 0;    // how often it was looked further
    bool m_areVersionsAsked = false;
    int m_open = 0;
    std::vector<Call> m_calls; // after what their answers use
};

} // namespace falconer
