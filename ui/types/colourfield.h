// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace falconer {

// A colour as it is typed, what it looks like, and a palette beside it. Empty: none.
class ColourField final : public QWidget {
    Q_OBJECT

public:
    explicit ColourField(const QString &colour, QWidget *parent = nullptr);

    QString colour() const;
    void setColour(const QString &colour);
    bool isValid() const; // none, or one that can be drawn

signals:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *newPalette();
    void drawSwatch();

    QLineEdit *m_text;
    QLabel *m_swatch;
};

} // namespace falconer
