// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/onetimebody.h"

#include <algorithm>
#include <cstring>

namespace falconer {

OneTimeBody::OneTimeBody(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(ReadOnly | Unbuffered);
}

bool OneTimeBody::seek(qint64)
{
    return false;
}

qint64 OneTimeBody::readData(char *to, qint64 most)
{
    if (atEnd())
        return -1;
    const qint64 size = std::min(most, m_body.size() - m_read);
    std::memcpy(to, m_body.constData() + m_read, std::size_t(size));
    m_read += size;
    return size;
}

} // namespace falconer
