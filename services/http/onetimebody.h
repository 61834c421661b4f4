// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace falconer {

// The body of a write. It cannot be rewound, and that is its purpose: after a reset connection QNAM
// silently sends a request again whose body it can read again, and the server would do the same
// thing twice. With this one the request ends with ContentReSendError instead.
class OneTimeBody final : public QIODevice {
    Q_OBJECT

public:
    explicit OneTimeBody(QByteArray body, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_read == m_body.size(); }
    qint64 bytesAvailable() const override { return m_body.size() - m_read; }
    bool seek(qint64 position) override;
    bool reset() override { return false; }

protected:
    qint64 readData(char *to, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_read = 0;
};

} // namespace falconer
