// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/acceptedtypes.h"

#include <QSet>

namespace falconer {

void AcceptedTypes::start(Client &client, const QSet<qint64> &targetTypes, Done done)
{
    m_calls.clear();
    m_done = std::move(done);
    m_error.reset();
    QSet<qint64> wanted = targetTypes;
    wanted.subtract(QSet<qint64>(m_types.keyBegin(), m_types.keyEnd()));
    m_open = wanted.size();
    if (wanted.isEmpty())
        return finish();
    for (const qint64 id : std::as_const(wanted)) {
        m_calls[id] = client.send(listCompatibleDistributionSetTypes(id),
            [this, id](const Result<QList<DistributionSetType>> &types) {
                if (types)
                    m_types.insert(id, *types);
                else if (!m_error)
                    m_error = types.error();
                if (--m_open == 0)
                    finish();
            });
    }
}

void AcceptedTypes::finish()
{
    const Done done = m_done;
    done(m_error);
}

} // namespace falconer
