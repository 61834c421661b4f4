// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/exchange.h"
#include "tests/support/recordings.h"

#include <QHash>
#include <QVariant>

#include <functional>

namespace falconer {

// Plays the steps of a corpus in order: fills in what earlier answers were asked to remember, sends
// each request and repeats it until the answer is as it was. How a request travels is handed in.
class Player final {
public:
    using Send = std::function<SimResponse(const SimRequest &)>;

    // The base URL stands for the server's own in requests and answers.
    Player(Send send, const QByteArray &baseUrl);

    SimResponse play(const RecordedStep &step);

private:
    QString filled(const QString &text, bool isPath) const;
    QJsonValue filled(const QJsonValue &value) const;
    SimRequest request(const RecordedStep &step) const;
    void addBody(const QJsonValue &body, SimRequest &request) const;
    bool isDone(const RecordedStep &step, const SimResponse &answer) const;
    void capture(const RecordedStep &step, const SimResponse &answer);

    Send m_send;
    QByteArray m_baseUrl;
    QHash<QString, QJsonValue> m_captured;
};

} // namespace falconer
