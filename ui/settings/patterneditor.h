// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patterndraft.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace falconer {

// The fields of one pattern, and what there is to say about it, as it is typed. Built-in ones can
// be read and copied, not changed.
class PatternEditor final : public QWidget {
    Q_OBJECT

public:
    explicit PatternEditor(QWidget *parent = nullptr);

    // Nothing: no line is chosen.
    void setLine(const std::optional<PatternLine> &line);
    // What is known of the line whose fields these are. messages: of the action in view.
    void setVerdict(const PatternLine &line, int messages);
    void focusExpression();
    QString verdict() const;

signals:
    void edited(const falconer::MessagePattern &pattern);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addField(QGridLayout &layout, int column, const QString &label, QWidget *field);
    MessagePattern typed() const;
    void announce();
    void say(Tone tone, const QString &sentence);
    void drawSign();

    QComboBox *m_role;
    QLineEdit *m_expression;
    QLineEdit *m_name;
    QComboBox *m_percent;
    QLabel *m_sign;
    QLabel *m_verdict;
    Tone m_tone = Tone::Quiet;
};

} // namespace falconer
