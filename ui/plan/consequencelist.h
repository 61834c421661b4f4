// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plan/consequenceline.h"

#include <QSet>
#include <QWidget>

class QVBoxLayout;

namespace falconer {

// Consequences, a line each: sign, number, sentence, and "show", which opens the names below it,
// to be read, searched and copied. What is open stays open while the lines change.
class ConsequenceList final : public QWidget {
    Q_OBJECT

public:
    explicit ConsequenceList(QWidget *parent = nullptr);

    void setLines(const QList<ConsequenceLine> &lines);
    const QList<ConsequenceLine> &lines() const { return m_lines; }
    void setShown(const QString &id, bool shown);

protected:
    void changeEvent(QEvent *event) override;

private:
    bool hasNumbers() const;
    void build();
    QWidget *newLine(const ConsequenceLine &line);
    QWidget *newNames(const ConsequenceLine &line);

    QVBoxLayout *m_layout;
    QList<ConsequenceLine> m_lines;
    QSet<QString> m_shown;
};

} // namespace falconer
