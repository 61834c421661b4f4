// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

class QDeadlineTimer;
class QLocalSocket;

namespace falconer {

// One Falconer for one folder: the first that is made for it has it until it ends, and answers
// later ones, which hand over what they were started with. Only programs of the same user are
// heard.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    // folder: is made. One that cannot be written keeps nobody from starting.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);

    bool isFirst() const { return m_lock.isLocked(); }
    // Before there is a window: waits for the answer of the first one, 3 s at most. true: it has
    // taken the request, and this one ends. false: there is none, it has ended, or it hangs.
    // arguments: as main() has them.
    bool handOver(const QStringList &arguments);

signals:
    // Of a later start; one that makes no sense is not told.
    void requested(const falconer::CommandLine &request);

private:
    void listen();
    bool ask(const QStringList &arguments, const QDeadlineTimer &patience) const;
    void accept();
    void read(QLocalSocket &socket);

    QString m_name; // of the socket
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace falconer
