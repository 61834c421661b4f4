// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace falconer {

// The two lines at the top of a sheet: what it is about, and where.
class SheetHead final : public QWidget {
    Q_OBJECT

public:
    explicit SheetHead(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    QString title() const;

private:
    QLabel *m_title;
    QLabel *m_subtitle;
};

} // namespace falconer
