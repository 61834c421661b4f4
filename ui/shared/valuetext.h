// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace falconer {

// A value that has no blanks to break at, such as a hash or a token: wrapped anywhere, as high as
// it needs, to be selected and copied whole.
class ValueText final : public QTextEdit {
    Q_OBJECT

public:
    explicit ValueText(const QString &text, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int wantedHeight() const;
};

} // namespace falconer
