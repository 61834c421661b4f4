// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/docksplitter.h"

#include "ui/uploads/uploadsdock.h"
#include "ui/uploads/uploadshead.h"

#include <QSettings>

#include <algorithm>

namespace falconer {

namespace {

constexpr QLatin1StringView heightKey("uploads/height");
constexpr int usualHeight = 200;
constexpr int leastHeight = 122; // a head and some rows

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
    connect(dock, &UploadsDock::openChanged, this, &DockSplitter::place);
    connect(this, &QSplitter::splitterMoved, this, &DockSplitter::remember);
    place();
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
    m_dock->setMaximumHeight(QWIDGETSIZE_MAX);
    m_dock->setMinimumHeight(leastHeight);
    const int wanted = std::max(leastHeight, m_settings.value(heightKey, usualHeight).toInt());
    setSizes({ std::max(0, height() - handleWidth() - wanted), wanted });
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
}

} // namespace falconer
