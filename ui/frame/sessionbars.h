// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace falconer {

class Feed;
class Rail;
class Session;
class StatusLine;
class TopBar;
class WindowFrame;

// What the edges of the window say of a session: where I am, who I am, what the server can, how
// alive the picture is. Hidden while there is none.
class SessionBars final {
public:
    SessionBars(WindowFrame &frame, TopBar &top, Rail &rail, StatusLine &status);

    void show(const Session &session); // connected
    void showFacts(const Session &session);
    void showLive(const Feed &feed);
    void hide();

private:
    void setVisible(bool visible);

    WindowFrame &m_frame;
    TopBar &m_top;
    Rail &m_rail;
    StatusLine &m_status;
};

} // namespace falconer
