// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/sessionbars.h"

#include "services/live/feed.h"
#include "services/session/session.h"
#include "ui/connect/environment.h"
#include "ui/frame/livetext.h"
#include "ui/frame/profilepill.h"
#include "ui/frame/rail.h"
#include "ui/frame/statusline.h"
#include "ui/frame/topbar.h"
#include "ui/frame/windowframe.h"

#include <QCoreApplication>
#include <QLocale>

namespace falconer {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::SessionBars)
};

} // namespace

SessionBars::SessionBars(WindowFrame &frame, TopBar &top, Rail &rail, StatusLine &status)
    : m_frame(frame)
    , m_top(top)
    , m_rail(rail)
    , m_status(status)
{
    setVisible(false);
}

void SessionBars::setVisible(bool visible)
{
    m_top.setVisible(visible);
    m_rail.setVisible(visible);
    m_status.setVisible(visible);
}

void SessionBars::show(const Session &session)
{
    const Profile &profile = session.profile();
    const QColor colour = environmentColour(profile.colour);
    m_top.pill().setProfile(profile.name, serverName(profile), colour);
    m_frame.setStrip(profile.isProduction ? colour : QColor());
    m_frame.window()->setWindowTitle(profile.isProduction
            ? Words::tr("%1 (production) - Falconer").arg(profile.name)
            : Words::tr("%1 - Falconer").arg(profile.name));
    setVisible(true);
    showFacts(session);
}

void SessionBars::showFacts(const Session &session)
{
    const ServerFacts &facts = session.facts();
    const QString rights = facts.user.permissions.join(QLatin1Char('\n'));
    m_status.setUser(Words::tr("%1, tenant %2").arg(facts.user.username, facts.user.tenant),
        rights.isEmpty() ? Words::tr("This server does not tell what you may do.")
                         : Words::tr("What you may do:\n%1").arg(rights));
    m_status.setDialect(
        facts.dialect.name(), Words::tr("How this server speaks; found when connecting."));
}

void SessionBars::showLive(const Feed &feed)
{
    const LiveText live
        = liveText(feed.state(), feed.lastSuccess(), QDateTime::currentDateTimeUtc());
    m_top.setLive(live.tone, live.text, live.toolTip);
    m_status.setRate(
        Words::tr("%1 requests/s").arg(QLocale().toString(feed.requestsPerSecond(), 'f', 1)));
}

void SessionBars::hide()
{
    m_frame.setStrip({});
    m_frame.window()->setWindowTitle(Words::tr("Falconer"));
    setVisible(false);
}

} // namespace falconer
