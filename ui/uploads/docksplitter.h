// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class QSettings;

namespace falconer {

class UploadsDock;

// The workspaces over the uploads: gives an open dock the height that it had last, a closed one its
// line, and remembers what somebody chose.
class DockSplitter final : public QSplitter {
    Q_OBJECT

public:
    // Becomes the parent of both.
    DockSplitter(QWidget *content, UploadsDock *dock, QSettings &settings);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void remember();

    UploadsDock *m_dock;
    QSettings &m_settings;
};

} // namespace falconer
