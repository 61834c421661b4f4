// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/notifier.h"

#include "ui/shared/bringtofront.h"
#include "ui/timeline/lanewords.h"

#ifdef Q_OS_LINUX
#include "services/desktop/desktopnotifications.h"
#endif

#include <QApplication>
#include <QSettings>
#include <QWidget>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView onKey("window/notify");
constexpr qsizetype mostNamed = 4;

QString countText(LaneNews::Kind kind, int count)
{
    switch (kind) {
    case LaneNews::Kind::Failed:
        return Notifier::tr("%n failed", nullptr, count);
    case LaneNews::Kind::NeedsAttention:
        return Notifier::tr("%n need(s) attention", nullptr, count);
    case LaneNews::Kind::Canceled:
        return Notifier::tr("%n cancelled", nullptr, count);
    case LaneNews::Kind::Returned:
        return Notifier::tr("%n go(es) on", nullptr, count);
    case LaneNews::Kind::Finished:
        return Notifier::tr("%n finished", nullptr, count);
    }
    Q_UNREACHABLE();
}

QString lineOf(const LaneNews &news)
{
    switch (news.kind) {
    case LaneNews::Kind::Failed:
        return news.cause.isEmpty()
            ? Notifier::tr("%1 failed").arg(news.title)
            : Notifier::tr("%1 failed: %2").arg(news.title, shortCause(news.cause));
    case LaneNews::Kind::NeedsAttention:
        return Notifier::tr("%1 needs attention").arg(news.title);
    case LaneNews::Kind::Canceled:
        return Notifier::tr("%1 was cancelled").arg(news.title);
    case LaneNews::Kind::Returned:
        return Notifier::tr("%1 goes on").arg(news.title);
    case LaneNews::Kind::Finished:
        return Notifier::tr("%1 finished").arg(news.title);
    }
    Q_UNREACHABLE();
}

} // namespace

Notification notificationOf(const QList<LaneNews> &news)
{
    using Kind = LaneNews::Kind;
    QStringList counts, lines;
    for (const Kind kind :
        { Kind::Failed, Kind::NeedsAttention, Kind::Canceled, Kind::Returned, Kind::Finished }) {
        const auto count = std::ranges::count(news, kind, &LaneNews::kind);
        if (count > 0)
            counts << countText(kind, int(count));
        for (const LaneNews &each : news) {
            if (each.kind == kind && lines.size() < mostNamed)
                lines << lineOf(each);
        }
    }
    if (news.size() > mostNamed)
        lines << Notifier::tr("and %n more", nullptr, int(news.size() - mostNamed));
    return { counts.join(u", "_s), lines.join(u'\n') };
}

Notifier::Notifier(QSettings &settings, QWidget *window, const QString &bus)
    : QObject(window)
    , m_settings(settings)
    , m_window(window)
    , m_tray(QApplication::windowIcon())
    , m_bus(bus)
{
    connect(&m_tray, &QSystemTrayIcon::messageClicked, this, [this] { bringToFront(*m_window); });
}

bool Notifier::isOn() const
{
    return m_settings.value(onKey, true).toBool();
}

void Notifier::setOn(bool on)
{
    m_settings.setValue(onKey, on);
    if (!on)
        m_tray.hide();
}

void Notifier::tell(const QList<LaneNews> &news)
{
    if (!news.isEmpty())
        say(notificationOf(news));
}

void Notifier::say(const Notification &notification)
{
    if (!isOn() || m_window->isActiveWindow())
        return;
    QApplication::alert(m_window);
    showMessage(notification);
    emit told(notification);
}

#ifdef Q_OS_LINUX
void Notifier::showMessage(const Notification &notification)
{
    if (m_desktop == nullptr) {
        m_desktop = new DesktopNotifications(QApplication::applicationDisplayName(), m_bus, this);
        connect(m_desktop, &DesktopNotifications::notShown, this,
            [this](const DesktopNotification &left) {
                showInTray({ left.title, left.text });
            });
        connect(m_desktop, &DesktopNotifications::clicked, this, [this](const QString &token) {
            if (!token.isEmpty()) // Wayland lets nobody else to the front
                qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
            bringToFront(*m_window);
        });
    }
    m_desktop->show({ notification.title, notification.text, tr("Show") });
}
#else
void Notifier::showMessage(const Notification &notification)
{
    showInTray(notification);
}
#endif

void Notifier::showInTray(const Notification &notification)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    m_tray.show(); // a message needs one to come from
    m_tray.showMessage(notification.title, notification.text, QApplication::windowIcon());
}

} // namespace falconer
