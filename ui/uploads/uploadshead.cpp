// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadshead.h"

#include "ui/uploads/limitsmenu.h"
#include "ui/uploads/uploadtext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace falconer {

using namespace Qt::StringLiterals;

UploadsHead::UploadsHead(QWidget *parent)
    : QFrame(parent)
    , m_toggle(new QToolButton(this))
    , m_totals(new QLabel(this))
    , m_commands(new QWidget(this))
    , m_row(new QHBoxLayout(m_commands))
{
    setProperty("look", u"panel"_s);
    setFocusProxy(m_toggle);
    m_toggle->setObjectName(u"toggle"_s);
    m_toggle->setText(tr("Uploads"));
    m_toggle->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    m_totals->setObjectName(u"totals"_s);
    m_totals->setTextFormat(Qt::PlainText);
    m_row->setContentsMargins({});
    m_row->setSpacing(2);
    m_pause = addCommand(Icon::Pause, u"pause"_s, tr("Pause"));
    m_resume = addCommand(Icon::Play, u"resume"_s, tr("Resume"));
    m_retry = addCommand(Icon::Refresh, u"retry"_s, tr("Try again"));
    m_first = addCommand(Icon::Up, u"first"_s, tr("This first"));
    m_remove = addCommand(Icon::Remove, u"remove"_s, tr("Remove"));
    m_removeFinished = addCommand({}, u"removeFinished"_s, tr("Remove finished"));
    m_removeFailed = addCommand({}, u"removeFailed"_s, tr("Remove failed"));
    m_limits = addCommand(Icon::More, u"limits"_s, {});
    m_limits->setPopupMode(QToolButton::InstantPopup);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 10, 0);
    layout->setSpacing(8);
    layout->addWidget(m_toggle);
    layout->addWidget(m_totals);
    layout->addStretch();
    layout->addWidget(m_commands);
    connect(m_toggle, &QToolButton::clicked, this, [this] { emit openRequested(!m_isOpen); });
    connect(m_pause, &QToolButton::clicked, this, &UploadsHead::pauseRequested);
    connect(m_resume, &QToolButton::clicked, this, &UploadsHead::resumeRequested);
    connect(m_retry, &QToolButton::clicked, this, &UploadsHead::retryRequested);
    connect(m_first, &QToolButton::clicked, this, &UploadsHead::firstRequested);
    connect(m_remove, &QToolButton::clicked, this, &UploadsHead::removeRequested);
    connect(m_removeFinished, &QToolButton::clicked, this, &UploadsHead::removeFinishedRequested);
    connect(m_removeFailed, &QToolButton::clicked, this, &UploadsHead::removeFailedRequested);
    setOpen(true);
}

QToolButton *UploadsHead::addCommand(
    std::optional<Icon> icon, const QString &name, const QString &text)
{
    auto *const button = new QToolButton(m_commands);
    button->setObjectName(name);
    if (icon)
        setIconBeside(*button, *icon);
    button->setText(text);
    button->setFocusPolicy(Qt::StrongFocus);
    m_row->addWidget(button);
    return button;
}

void UploadsHead::setLimitsMenu(LimitsMenu *menu)
{
    m_limits->setMenu(menu);
    m_limits->setToolTip(tr("How many files are sent at once, and how fast"));
    const auto show = [this, menu] { m_limits->setText(menu->summary()); };
    connect(menu, &LimitsMenu::changed, this, show);
    show();
}

int UploadsHead::heightOf(bool open)
{
    return open ? Metrics::paneHeadHeight : Metrics::statusBarHeight;
}

void UploadsHead::setOpen(bool open)
{
    m_isOpen = open;
    setFixedHeight(heightOf(open));
    m_commands->setVisible(open);
    m_totals->setVisible(!open);
    setIconBeside(*m_toggle, open ? Icon::Down : Icon::Up);
    m_toggle->setToolTip(open ? tr("Show only a line (Ctrl+U)") : tr("Show the uploads (Ctrl+U)"));
}

void UploadsHead::setTotals(const UploadTotals &totals)
{
    const QString text = uploadTotalsText(totals);
    m_totals->setText(text.isEmpty() ? tr("Nothing is being uploaded.") : text);
    const Meaning meaning = uploadTotalsMeaning(totals);
    const QString look = meaning == Meaning::Failure ? u"failure"_s
        : meaning == Meaning::Running                ? QString()
                                                     : u"quiet"_s;
    if (m_totals->property("look").toString() == look)
        return; // figures change often, a style costs
    m_totals->setProperty("look", look);
    m_totals->style()->unpolish(m_totals);
    m_totals->style()->polish(m_totals);
}

// The keyboard goes on to what undoes the command that it was on, else to the rows. Left to Qt it
// would go to the next one, which takes uploads out.
void UploadsHead::setVerdicts(
    const UploadVerdicts &verdicts, qsizetype selected, const UploadTotals &totals)
{
    const QWidget *const had = window()->focusWidget();
    const bool wasHere = had != nullptr && m_commands->isAncestorOf(had);
    enableAll(verdicts, selected, totals);
    if (!wasHere || (had->isEnabled() && !had->isHidden()))
        return;
    if (had == m_pause && m_resume->isEnabled())
        m_resume->setFocus(Qt::OtherFocusReason);
    else if (had == m_resume && m_pause->isEnabled())
        m_pause->setFocus(Qt::OtherFocusReason);
    else
        emit rowsWanted();
}

void UploadsHead::enableAll(
    const UploadVerdicts &verdicts, qsizetype selected, const UploadTotals &totals)
{
    const bool isForAll = selected == 0;
    enable(m_pause, verdicts.canPause,
        isForAll ? tr("Pauses all uploads") : tr("Pauses the selected uploads"),
        isForAll ? tr("Nothing is under way.") : tr("Nothing of what is selected is under way."));
    enable(m_resume, verdicts.canResume,
        isForAll ? tr("Goes on with all that is paused, or waits for its next try")
                 : tr("Goes on with the selected uploads"),
        isForAll ? tr("Nothing is paused.") : tr("Nothing of what is selected is paused."));
    enable(m_retry, verdicts.canRetry,
        isForAll ? tr("Tries again all that failed or needs an answer")
                 : tr("Tries the selected uploads again"),
        isForAll ? tr("Nothing failed.") : tr("Nothing of what is selected failed."));
    enable(m_first, verdicts.canBeFirst, tr("Is the next to begin"),
        selected == 1 ? tr("Only for one that waits, and is not the first of them.")
                      : tr("Select one upload that waits."));
    enable(m_remove, verdicts.canRemove && !isForAll,
        tr("Takes the selected uploads out of the queue (Del)"), tr("Select uploads first."));
    enable(m_removeFinished, totals.done > 0, tr("Takes out what is done"),
        tr("Nothing is done yet."));
    enable(m_removeFailed, totals.failed > 0,
        tr("Takes out what failed. The files themselves stay where they are."),
        tr("Nothing failed."));
}

void UploadsHead::enable(
    QToolButton *command, bool enabled, const QString &does, const QString &why)
{
    command->setEnabled(enabled);
    command->setToolTip(enabled ? does : why);
}

// All of a closed line opens it.
void UploadsHead::mousePressEvent(QMouseEvent *)
{
    if (!m_isOpen)
        emit openRequested(true);
}

} // namespace falconer
