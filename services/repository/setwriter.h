// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/hawkbit/distributionsettags.h"
#include "services/http/client.h"
#include "services/repository/setlock.h"

#include <QObject>

#include <map>
#include <memory>

namespace falconer {

// A change that the server did not take, and how to ask for it again.
struct SetRefusal {
    DistributionSet set;
    Error error;
    std::function<void()> again;
};

// A change that the server took.
struct SetChange {
    enum class What { ModulesIn, ModulesOut, Tags, Locked, Unlocked };

    DistributionSet set; // as it was before
    What what = What::ModulesIn;
    QList<SoftwareModule> modules = {}; // that were put in or taken out
};

// Small changes of sets that need no form: modules in and out, tags, locks. Each is one request, or
// as many as SetLock needs; none is sent again by itself.
class SetWriter final : public QObject {
    Q_OBJECT

public:
    explicit SetWriter(Client &client, QObject *parent = nullptr);
    ~SetWriter() override;

    void addModules(const DistributionSet &set, const QList<SoftwareModule> &modules);
    void removeModule(const DistributionSet &set, const SoftwareModule &module);
    // To all of these sets, or to none.
    void assignTag(const QList<qint64> &sets, const DistributionSetTag &tag);
    void unassignTag(const QList<qint64> &sets, const DistributionSetTag &tag);
    void lock(const DistributionSet &set);
    void unlock(const DistributionSet &set, bool withModules);

    bool isBusy() const { return !m_open.empty(); }

signals:
    void written(qint64 setId); // 0: several
    void changed(const falconer::SetChange &change);
    void refused(const falconer::SetRefusal &refusal);

private:
    using What = SetChange::What;

    struct Open {
        Call call;
        SetLock lock;
    };

    void send(const SetChange &change, const Request<Nothing> &request);
    void ended(int number, const SetChange &change, const std::optional<Error> &error,
        std::function<void()> again);

    Client &m_client;
    std::map<int, std::unique_ptr<Open>> m_open;
    int m_next = 0;
};

} // namespace falconer
