// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/journal.h"
#include "services/repository/series.h"
#include "ui/plan/consequenceline.h"
#include "ui/plan/sheetcontext.h"
#include "ui/shared/sheet.h"

#include <QSet>

class QLabel;
class QProgressBar;
class QPushButton;

namespace falconer {

class Banner;
class ConsequenceList;
class SheetHead;

// One act on several things: finds out what it would do, asks, does it with one after another, and
// tells the result of each. Can be stopped; what is left can be tried again. Keeping is the default
// of a dangerous act, and of each on a production profile.
class SeriesSheet : public Sheet {
    Q_OBJECT

public:
    ~SeriesSheet() override; // what was done is in the journal, whatever ended the sheet

    void reject() override;
    bool isAtWork() const override { return m_phase == Phase::Sending; }

signals:
    void written(); // something was sent: what is shown of the server is out of date

protected:
    enum class Weight { Harmless, Dangerous };
    struct Question {
        JournalEntry::What what; // it is, once it is done
        QString title;
        QString deed; // the button
        QList<ConsequenceLine> lines;
        QStringList names; // of those with which it is done
        QString obstacle;  // why it cannot be; empty: it can
    };

    SeriesSheet(const SheetContext &context, Weight weight, QWidget *window);

    // Looks what it would do, and ends with ask() or failToFind().
    virtual void find() = 0;
    void showFinding(const QString &title);
    void failToFind(const Error &error); // find() is offered again
    void ask(const Question &question);
    // That more are selected than are taken at once.
    static ConsequenceLine limitLine(qsizetype limit, qint64 selected);

    virtual void act(qsizetype index, Series::Done done) = 0; // with one of Question::names
    virtual QString doneText(int count) const = 0;            // "were deleted", behind a number
    virtual void ended() { }                                  // see items()
    const QList<Series::Item> &items() const { return m_series.items(); }

private:
    enum class Phase { Finding, Question, Sending, Result };

    void build();
    void start();
    void showProgress();
    void showResult();
    void showPhase(Phase phase);
    QList<ConsequenceLine> resultLines() const;
    bool isLeft() const; // something to be tried again
    void writeDown();

    SheetContext m_context;
    Weight m_weight;
    Series m_series;
    QStringList m_names;
    JournalEntry::What m_what = {};
    QSet<qsizetype> m_written; // to the journal, by index
    Phase m_phase = Phase::Finding;
    SheetHead *m_head;
    Banner *m_banner;
    ConsequenceList *m_lines;
    QProgressBar *m_progress;
    QLabel *m_note;
    QPushButton *m_copy;
    QPushButton *m_keep;
    QPushButton *m_do;
};

} // namespace falconer
