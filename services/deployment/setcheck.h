// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/http/client.h"

#include <QStringList>

#include <functional>

namespace falconer {

// Reads a distribution set afresh and, when it is incomplete, what it lacks.
class SetCheck final {
public:
    struct Answer {
        DistributionSet set;
        QStringList missingModuleTypes; // names; empty when they could not be read
        QStringList incompleteModules;  // "name version", from 0.10
    };
    using Done = std::function<void(Result<Answer>)>;

    void start(Client &client, qint64 setId, Done done);
    void stop() { m_call = {}; }

private:
    void takeSet(const Result<DistributionSet> &set);
    void findSetType();
    void findMandatoryTypes(qint64 setTypeId);
    void finish();

    Client *m_client = nullptr;
    Done m_done;
    Answer m_answer;
    Call m_call;
};

} // namespace falconer
