// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/contentsreader.h"

#include <QObject>

namespace falconer {

// Reads two sets, or what a device has installed and a set, and compares them.
class DifferenceGatherer final : public QObject {
    Q_OBJECT

public:
    explicit DifferenceGatherer(Client &client, QObject *parent = nullptr);

    // Starts again; whatever ran before is dropped.
    void compareSets(qint64 left, qint64 right);
    void compareWithInstalled(const QString &controllerId, qint64 right);
    void stop();

    bool isReading() const { return m_open > 0; }
    const std::optional<Error> &error() const { return m_error; }
    // Valid after finished() without an error; the left one is missing when the device has nothing
    // installed, and then there is no difference to show.
    const std::optional<SetContents> &left() const { return m_left; }
    const std::optional<SetContents> &right() const { return m_right; }
    std::optional<SetDifference> difference() const;

signals:
    void finished();

private:
    using Answer = Result<std::optional<SetContents>>;

    void begin();
    void take(const Answer &answer, std::optional<SetContents> &place);

    Client &m_client;
    ContentsReader m_leftReader;
    ContentsReader m_rightReader;
    std::optional<SetContents> m_left;
    std::optional<SetContents> m_right;
    std::optional<Error> m_error;
    int m_open = 0;
};

} // namespace falconer
