// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include <QIcon>
#include <QPixmap>
#include <QRect>

class QPainter;
class QToolButton;

namespace falconer {

// Every picture that Falconer shows, by what it stands for.
enum class Icon {
    // Signs of states
    InSync,
    Pending,
    Error,
    Registered,
    Unknown,
    Overdue,
    Warning,
    Canceled,
    Canceling,
    Downloaded,
    Waiting,
    Information,
    // Doors
    Deploy,
    Repository,
    Rollouts,
    Actions,
    Types,
    Server,
    // Commands and things
    Search,
    Filter,
    Add,
    Remove,
    Edit,
    Delete,
    Copy,
    Check,
    Undo,
    Refresh,
    Columns,
    Maximize,
    Restore,
    ZoomIn,
    ZoomOut,
    Expand,
    Collapse,
    Up,
    Down,
    More,
    Play,
    Pause,
    Stop,
    Force,
    Send,
    Download,
    Reveal,
    Conceal,
    Key,
    Locked,
    Certificate,
    CertificateProblem,
    Offline,
    Connect,
    Disconnect,
    Calendar,
    Device,
    Empty,
};

// An icon that takes its colour from the application's palette whenever it is drawn, so that it
// follows the theme; sharp at any scale.
QIcon icon(Icon id, Tone tone = Tone::Plain);

// Puts an icon before the text of a button, with room between them: Qt's styles leave next to none.
void setIconBeside(QToolButton &button, Icon id);

// The same in one colour, for delegates. size in logical pixels.
QPixmap iconPixmap(Icon id, const QColor &colour, int size, qreal devicePixelRatio);

// Draws it as a square in the middle of rect.
void paintIcon(QPainter &painter, const QRect &rect, Icon id, const QColor &colour);

// The resource path of a picture; a test draws each.
QString iconFile(Icon id);

} // namespace falconer
