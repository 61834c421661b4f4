// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/seriessheet.h"

#include "ui/plan/consequencelist.h"
#include "ui/plan/journalnote.h"
#include "ui/plan/outcometext.h"
#include "ui/shared/banner.h"
#include "ui/shared/errortext.h"
#include "ui/shared/sheethead.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <map>

namespace falconer {

using namespace Qt::StringLiterals;

using State = Series::Item::State;

SeriesSheet::SeriesSheet(const SheetContext &context, Weight weight, QWidget *window)
    : Sheet(window)
    , m_context(context)
    , m_weight(weight)
    , m_head(new SheetHead(this))
    , m_banner(new Banner(this))
    , m_lines(new ConsequenceList(this))
    , m_progress(new QProgressBar(this))
    , m_note(new QLabel(this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_keep(new QPushButton(this))
    , m_do(new QPushButton(this))
{
    build();
    connect(m_banner, &Banner::actionTriggered, this, &SeriesSheet::find);
    connect(m_keep, &QPushButton::clicked, this, &SeriesSheet::reject);
    connect(m_do, &QPushButton::clicked, this, &SeriesSheet::start);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(plainText(m_head->title(), m_lines->lines()));
    });
    connect(&m_series, &Series::changed, this, &SeriesSheet::showProgress);
    connect(&m_series, &Series::finished, this, &SeriesSheet::showResult);
}

SeriesSheet::~SeriesSheet()
{
    if (m_phase == Phase::Sending)
        writeDown();
}

void SeriesSheet::build()
{
    head()->addWidget(m_head);
    body()->addWidget(m_banner);
    body()->addWidget(m_lines);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->setAccessibleName(tr("How many are done"));
    body()->addWidget(m_progress);
    m_note->setProperty("look", u"quiet"_s);
    m_note->setWordWrap(true);
    m_note->setObjectName(u"note"_s);
    m_copy->setObjectName(u"copy"_s);
    m_keep->setObjectName(u"cancel"_s);
    m_do->setObjectName(u"do"_s);
    if (m_weight == Weight::Dangerous)
        m_do->setProperty("look", u"danger"_s);
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_note, 1);
    for (QPushButton *const button : { m_copy, m_keep, m_do })
        row->addWidget(button);
    foot()->addLayout(row);
    if (m_context.isProduction)
        setFrameColour(m_context.colour);
}

void SeriesSheet::showFinding(const QString &title)
{
    m_banner->clear();
    m_head->setTitle(title);
    setAccessibleName(title);
    m_head->setSubtitle(tr("on %1. Nothing is sent until you confirm.").arg(m_context.profile));
    m_note->setText(tr("Looking what it would do..."));
    showPhase(Phase::Finding);
}

void SeriesSheet::failToFind(const Error &error)
{
    m_note->setText(tr("What is selected could not be read."));
    m_banner->showError(error, m_context.profile);
    m_banner->setAction(tr("Try again"));
}

void SeriesSheet::ask(const Question &question)
{
    m_what = question.what;
    m_names = question.names;
    m_head->setTitle(question.title);
    setAccessibleName(question.title);
    m_lines->setLines(question.lines);
    m_do->setText(question.deed);
    m_do->setEnabled(question.obstacle.isEmpty());
    m_do->setToolTip(question.obstacle);
    m_note->setText(question.obstacle);
    showPhase(Phase::Question);
}

ConsequenceLine SeriesSheet::limitLine(qsizetype limit, qint64 selected)
{
    return { .id = u"limit"_s,
        .icon = Icon::Warning,
        .tone = Tone::Attention,
        .sentence = tr("Only the first %1 of the %2 that are selected: do it again for the others.")
                        .arg(QLocale().toString(limit), QLocale().toString(selected)) };
}

void SeriesSheet::showPhase(Phase phase)
{
    m_phase = phase;
    m_progress->setVisible(phase == Phase::Sending);
    m_copy->setVisible(phase == Phase::Result);
    m_do->setVisible(phase == Phase::Question || (phase == Phase::Result && isLeft()));
    m_keep->setText(phase == Phase::Sending ? tr("Stop")
            : phase == Phase::Result        ? tr("Close")
            : m_weight == Weight::Dangerous ? tr("Keep them")
                                            : tr("Cancel"));
    const bool confirms = phase == Phase::Question && m_do->isEnabled()
        && m_weight == Weight::Harmless && !m_context.isProduction;
    QPushButton *const preferred = confirms ? m_do : m_keep;
    setDefaultButton(preferred);
    if (isVisible())
        preferred->setFocus(Qt::OtherFocusReason);
}

void SeriesSheet::start()
{
    m_head->setSubtitle(tr("on %1").arg(m_context.profile));
    if (m_phase == Phase::Result)
        m_series.goOn();
    else
        m_series.start(
            m_names, [this](qsizetype index, Series::Done done) { act(index, std::move(done)); });
    m_progress->setRange(0, int(items().size()));
    showPhase(Phase::Sending);
    showProgress();
}

void SeriesSheet::showProgress()
{
    const qsizetype answered = m_series.count(State::Done) + m_series.count(State::Failed);
    m_progress->setValue(int(answered));
    const QLocale locale;
    m_note->setText(tr("%1 of %2 were answered")
                        .arg(locale.toString(answered), locale.toString(items().size())));
}

void SeriesSheet::showResult()
{
    m_lines->setLines(resultLines());
    m_do->setText(tr("Try again"));
    m_note->clear();
    showPhase(Phase::Result);
    writeDown();
    ended();
    emit written();
}

// After another try only what it added.
void SeriesSheet::writeDown()
{
    QStringList done;
    for (qsizetype i = 0; i < items().size(); ++i) {
        if (items().at(i).state == State::Done && !m_written.contains(i)) {
            m_written.insert(i);
            done << items().at(i).name;
        }
    }
    writeToJournal(m_context, m_what, done, m_series.count(State::Failed));
}

QList<ConsequenceLine> SeriesSheet::resultLines() const
{
    QStringList done;
    QStringList waiting;
    std::map<QString, ConsequenceLine> failures; // by what the server said
    for (const Series::Item &item : items()) {
        if (item.state == State::Done)
            done << item.name;
        else if (item.state == State::Waiting)
            waiting << item.name;
        if (item.state != State::Failed)
            continue;
        const ErrorText text = errorText(item.error, m_context.profile);
        ConsequenceLine &line = failures[text.sentence];
        line.names << item.name;
        line.details = text.details;
    }
    QList<ConsequenceLine> lines;
    const auto add = [&lines](const QString &id, Icon icon, Tone tone, const QStringList &names,
                         const QString &sentence, const QString &details = {}) {
        if (!names.isEmpty())
            lines << ConsequenceLine{ id, icon, tone, names.size(), sentence, names, details };
    };
    add(u"done"_s, Icon::InSync, Tone::Success, done, doneText(int(done.size())));
    for (const auto &[sentence, line] : failures)
        add("failed-"_L1 + sentence, Icon::Error, Tone::Failure, line.names,
            tr("were not: %1", nullptr, int(line.names.size())).arg(sentence), line.details);
    add(u"waiting"_s, Icon::Stop, Tone::Quiet, waiting,
        tr("were left as they were, since you stopped", nullptr, int(waiting.size())));
    return lines;
}

bool SeriesSheet::isLeft() const
{
    return std::ranges::any_of(
        items(), [](const Series::Item &item) { return item.state != State::Done; });
}

void SeriesSheet::reject()
{
    if (isAtWork())
        m_series.stop();
    else
        closeSheet();
}

} // namespace falconer
