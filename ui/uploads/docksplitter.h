// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class QSettings;

namespace falconer {

class UploadsDock;

// The workspaces over the uploads: an open dock is as high as somebody dragged it, which is
// remembered, and until then as its rows need; a closed one is a line.
class DockSplitter final : public QSplitter {
    Q_OBJECT

public:
    // Becomes the parent of both.
    DockSplitter(QWidget *content, UploadsDock *dock, QSettings &settings);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isDragged() const; // by somebody, now or before
    void place();
    void fit();
    void remember();

    UploadsDock *m_dock;
    QSettings &m_settings;
};

} // namespace falconer
