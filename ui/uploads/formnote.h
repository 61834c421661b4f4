// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

class QLabel;

namespace falconer {

// A line below fields: what is known of what is typed there, or what is wrong with it. It keeps its
// place while it says nothing, so that nothing jumps.
class FormNote final : public QWidget {
    Q_OBJECT

public:
    explicit FormNote(QWidget *parent);

    // tone: Failure, Attention and Success have a sign. field: what it is about, which is marked
    // while it is a Failure.
    void say(const QString &words, Tone tone = Tone::Quiet, QWidget *field = nullptr);
    QString words() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void mark(QWidget *field, bool isWrong);
    void showSign();

    Tone m_tone = Tone::Quiet;
    QWidget *m_field = nullptr;
    QLabel *m_sign;
    QLabel *m_words;
};

// What comes and goes while somebody types keeps its place, too.
void keepPlaceOf(QWidget *widget);

} // namespace falconer
