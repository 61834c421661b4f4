// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

namespace falconer {

// Holds everything in the window, and draws a strip of colour around it while the profile is one of
// production.
class WindowFrame final : public QWidget {
    Q_OBJECT

public:
    explicit WindowFrame(QWidget *parent = nullptr);

    void setStrip(const QColor &colour); // invalid: none
    const QColor &strip() const { return m_strip; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_strip;
};

} // namespace falconer
