// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/differencegatherer.h"

namespace falconer {

DifferenceGatherer::DifferenceGatherer(Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void DifferenceGatherer::compareSets(qint64 left, qint64 right)
{
    begin();
    m_leftReader.readSet(m_client, left, [this](const Answer &answer) { take(answer, m_left); });
    m_rightReader.readSet(m_client, right, [this](const Answer &answer) { take(answer, m_right); });
}

void DifferenceGatherer::compareWithInstalled(const QString &controllerId, qint64 right)
{
    begin();
    m_leftReader.readInstalled(
        m_client, controllerId, [this](const Answer &answer) { take(answer, m_left); });
    m_rightReader.readSet(m_client, right, [this](const Answer &answer) { take(answer, m_right); });
}

void DifferenceGatherer::begin()
{
    stop();
    m_left.reset();
    m_right.reset();
    m_error.reset();
    m_open = 2;
}

void DifferenceGatherer::stop()
{
    m_leftReader.stop();
    m_rightReader.stop();
    m_open = 0;
}

void DifferenceGatherer::take(const Answer &answer, std::optional<SetContents> &place)
{
    if (answer)
        place = *answer;
    else if (!m_error)
        m_error = answer.error();
    if (--m_open == 0)
        emit finished();
}

std::optional<SetDifference> DifferenceGatherer::difference() const
{
    if (isReading() || !m_left || !m_right)
        return {};
    return setDifference(*m_left, *m_right);
}

} // namespace falconer
