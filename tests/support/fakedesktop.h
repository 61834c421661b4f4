// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

#include <memory>

namespace falconer {

// A desktop that shows notifications, on a message bus of its own (dbus-daemon): messages really
// pass. Linux only.
class FakeDesktop final {
public:
    struct Shown {
        QString program;
        QString title;
        QString text;
        QStringList actions;

        bool operator==(const Shown &) const = default;
    };

    FakeDesktop();
    ~FakeDesktop();

    QString bus() const; // its address
    void appear();       // it has the name of the service from now on
    // By the number of what it showed, from 1.
    void click(int notification, const QString &token = {});
    void close(int notification);

    QList<Shown> shown;
    QStringList capabilities{ QStringLiteral("actions"), QStringLiteral("body"),
        QStringLiteral("body-markup") };
    bool refuses = false; // says so
    bool hangs = false;   // never answers

private:
    struct Bus;
    std::unique_ptr<Bus> m_bus;
};

} // namespace falconer
