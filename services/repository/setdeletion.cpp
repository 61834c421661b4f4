// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setdeletion.h"

#include "services/hawkbit/distributionsets.h"
#include "services/http/lostanswer.h"

namespace falconer {

void SetDeletion::remove(Client &client, qint64 setId, Done done)
{
    m_done = std::move(done);
    m_call = client.send(
        deleteDistributionSet(setId), [this, &client, setId](const Result<Nothing> &answer) {
            if (answer || answer.error().kind == ErrorKind::NotFound)
                finish(std::nullopt);
            else if (mayHaveHappened(answer.error()))
                look(client, setId, answer.error());
            else
                finish(answer.error());
        });
}

// One that was assigned once is only hidden, and can still be read.
void SetDeletion::look(Client &client, qint64 setId, const Error &lost)
{
    m_call = client.send(
        getDistributionSet(setId), [this, lost](const Result<DistributionSet> &answer) {
            const bool isGone
                = answer ? answer->deleted : answer.error().kind == ErrorKind::NotFound;
            finish(isGone ? std::nullopt : std::optional(lost));
        });
}

void SetDeletion::finish(const std::optional<Error> &error)
{
    const Done done = m_done;
    done(error);
}

} // namespace falconer
