// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QColor>

namespace falconer {

// Says where I am: the colour of the environment, the profile's name, its host. A click opens what
// is set as its menu.
class ProfilePill final : public QAbstractButton {
    Q_OBJECT

public:
    explicit ProfilePill(QWidget *parent = nullptr);

    void setProfile(const QString &name, const QString &host, const QColor &colour);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_host;
    QColor m_colour;
};

} // namespace falconer
