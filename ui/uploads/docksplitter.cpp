// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/docksplitter.h"

#include "ui/uploads/uploadsdock.h"
#include "ui/uploads/uploadshead.h"

#include <QEvent>
#include <QSettings>

#include <algorithm>

namespace falconer {

namespace {

constexpr QLatin1StringView heightKey("uploads/height");
constexpr int usualHeight = 200;

} // namespace

DockSplitter::DockSplitter(QWidget *content, UploadsDock *dock, QSettings &settings)
    : QSplitter(Qt::Vertical)
    , m_dock(dock)
    , m_settings(settings)
{
    addWidget(content);
    addWidget(dock);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    dock->installEventFilter(this);
    connect(dock, &UploadsDock::openChanged, this, &DockSplitter::place);
    connect(dock, &UploadsDock::rowsChanged, this, &DockSplitter::fit);
    connect(this, &QSplitter::splitterMoved, this, &DockSplitter::remember);
    place();
}

bool DockSplitter::isDragged() const
{
    return m_settings.contains(heightKey);
}

void DockSplitter::place()
{
    if (!m_dock->isOpen()) {
        const int line = UploadsHead::heightOf(false);
        m_dock->setFixedHeight(line);
        // A splitter does not hand out by itself what a part no longer takes.
        setSizes({ std::max(0, height() - handleWidth() - line), line });
        return;
    }
    m_dock->setMinimumHeight(0); // but what it has to show at least
    m_dock->setMaximumHeight(QWIDGETSIZE_MAX);
    const int wanted = isDragged() ? m_settings.value(heightKey).toInt()
                                   : std::min(m_dock->heightForRows(), usualHeight);
    setSizes({ std::max(0, height() - handleWidth() - wanted), wanted });
}

// Nothing moves away under the pointer.
void DockSplitter::fit()
{
    if (m_dock->isOpen() && !isDragged() && !m_dock->underMouse())
        place();
}

void DockSplitter::remember()
{
    if (m_dock->isOpen())
        m_settings.setValue(heightKey, m_dock->height());
}

// The first size that the window has is not the one it was made with.
void DockSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    if (m_dock->isOpen() && !isVisible())
        place();
    else
        fit(); // narrower answers are higher
}

bool DockSplitter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_dock && event->type() == QEvent::Leave)
        fit();
    return QSplitter::eventFilter(watched, event);
}

} // namespace falconer
