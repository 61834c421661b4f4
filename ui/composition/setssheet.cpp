// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setssheet.h"

#include "ui/composition/setsplan.h"
#include "ui/plan/consequencelist.h"
#include "ui/plan/outcometext.h"
#include "ui/shared/banner.h"
#include "ui/shared/sheethead.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

SetsSheet::SetsSheet(
    const RepositoryContext &context, SetDeed deed, const SetSelection &selection, QWidget *window)
    : Sheet(window)
    , m_context(context)
    , m_deed(deed)
    , m_selection(selection)
    , m_run(context.client)
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
    find();
}

void SetsSheet::build()
{
    head()->addWidget(m_head);
    body()->addWidget(m_banner);
    body()->addWidget(m_lines);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->setAccessibleName(tr("Sets done"));
    body()->addWidget(m_progress);
    m_note->setProperty("look", u"quiet"_s);
    m_note->setWordWrap(true);
    m_note->setObjectName(u"note"_s);
    m_copy->setObjectName(u"copy"_s);
    m_keep->setObjectName(u"cancel"_s);
    m_do->setObjectName(u"do"_s);
    if (m_deed == SetDeed::Delete)
        m_do->setProperty("look", u"danger"_s);
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_note, 1);
    for (QPushButton *const button : { m_copy, m_keep, m_do })
        row->addWidget(button);
    foot()->addLayout(row);
    if (m_context.sheets.isProduction)
        setFrameColour(m_context.sheets.colour);
    connect(m_banner, &Banner::actionTriggered, this, &SetsSheet::find);
    connect(m_keep, &QPushButton::clicked, this, &SetsSheet::reject);
    connect(m_do, &QPushButton::clicked, this, [this] {
        start(m_phase == Phase::Result ? setsLeft() : setsToDo(m_deed, m_sets, m_context.server));
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(plainText(m_head->title(), m_lines->lines()));
    });
    connect(&m_run, &SetsRun::changed, this, &SetsSheet::showProgress);
    connect(&m_run, &SetsRun::finished, this, &SetsSheet::showResult);
}

void SetsSheet::find()
{
    m_banner->clear();
    m_head->setTitle(setsTitle(m_deed, m_selection.count));
    setAccessibleName(m_head->title());
    m_head->setSubtitle(
        tr("on %1. Nothing is sent until you confirm.").arg(m_context.sheets.profile));
    m_note->setText(tr("Looking what it would do..."));
    showPhase(Phase::Finding);
    if (m_selection.isAtHand())
        return takeSets(SelectedSets::Found{ m_selection.sets });
    m_finder.find(m_context.client, m_selection,
        [this](const Result<SelectedSets::Found> &found) { takeSets(found); });
}

void SetsSheet::takeSets(const Result<SelectedSets::Found> &found)
{
    if (!found) {
        m_note->setText(tr("What is selected could not be read."));
        m_banner->showError(found.error(), m_context.sheets.profile);
        m_banner->setAction(tr("Try again"));
        return;
    }
    m_sets = found->sets;
    m_isLimited = found->limited;
    if (m_deed == SetDeed::Delete && !m_sets.isEmpty())
        readFates();
    else
        ask();
}

// Nobody should delete without knowing what it does.
void SetsSheet::readFates()
{
    m_reader.read(m_context.client, m_sets, [this](const QList<SetFate> &fates) {
        m_fates = fates;
        ask();
    });
}

void SetsSheet::ask()
{
    const qsizetype toDo = setsToDo(m_deed, m_sets, m_context.server).size();
    m_head->setTitle(setsTitle(m_deed, toDo));
    setAccessibleName(m_head->title());
    QList<ConsequenceLine> lines = setsLines(m_deed, m_sets, m_fates, m_context.server);
    if (m_isLimited) {
        lines << ConsequenceLine{ .id = u"limit"_s,
            .icon = Icon::Warning,
            .tone = Tone::Attention,
            .sentence = tr("only the first %1 of them at once; do it again for the others")
                            .arg(QLocale().toString(SelectedSets::limit)) };
    }
    m_lines->setLines(lines);
    m_do->setText(setsButton(m_deed));
    m_do->setEnabled(toDo > 0);
    m_note->setText(toDo > 0 ? QString() : leftOutText(m_deed));
    m_do->setToolTip(m_note->text());
    showPhase(Phase::Question);
}

void SetsSheet::showPhase(Phase phase)
{
    m_phase = phase;
    const bool isLeft = phase == Phase::Result && !setsLeft().isEmpty();
    m_progress->setVisible(phase == Phase::Sending);
    m_copy->setVisible(phase == Phase::Result);
    m_do->setVisible(phase == Phase::Question || isLeft);
    m_keep->setText(phase == Phase::Sending ? tr("Stop")
            : phase == Phase::Result        ? tr("Close")
            : m_deed == SetDeed::Delete     ? tr("Keep them")
                                            : tr("Cancel"));
    const bool confirms = phase == Phase::Question && m_do->isEnabled() && m_deed != SetDeed::Delete
        && !m_context.sheets.isProduction;
    QPushButton *const preferred = confirms ? m_do : m_keep;
    setDefaultButton(preferred);
    if (isVisible())
        preferred->setFocus(Qt::OtherFocusReason);
}

void SetsSheet::start(const QList<DistributionSet> &sets)
{
    m_head->setTitle(setsTitle(m_deed, sets.size()));
    m_head->setSubtitle(tr("on %1").arg(m_context.sheets.profile));
    m_progress->setRange(0, int(sets.size()));
    m_run.start(m_deed, sets);
    showPhase(Phase::Sending);
    showProgress();
}

void SetsSheet::showProgress()
{
    using State = SetsRunItem::State;
    const qsizetype answered = m_run.count(State::Done) + m_run.count(State::Failed);
    m_progress->setValue(int(answered));
    m_note->setText(
        tr("%1 of %2 were answered")
            .arg(QLocale().toString(answered), QLocale().toString(m_run.items().size())));
}

void SetsSheet::showResult()
{
    m_lines->setLines(setsResultLines(m_deed, m_run.items()));
    m_do->setText(tr("Try again"));
    m_note->clear();
    showPhase(Phase::Result);
    if (m_deed == SetDeed::Delete) {
        QStringList left;
        for (const DistributionSet &set : setsLeft())
            left << QString::number(set.id);
        emit deleted(left);
    }
    emit written();
}

// Those that failed, or were not begun.
QList<DistributionSet> SetsSheet::setsLeft() const
{
    QList<DistributionSet> sets;
    for (const SetsRunItem &item : m_run.items()) {
        if (item.state != SetsRunItem::State::Done)
            sets << item.set;
    }
    return sets;
}

void SetsSheet::reject()
{
    if (m_phase == Phase::Sending)
        m_run.stop();
    else
        closeSheet();
}

} // namespace falconer
