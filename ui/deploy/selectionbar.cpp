// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/selectionbar.h"

#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr RecoveryKind kinds[]
    = { RecoveryKind::Cancel, RecoveryKind::Force, RecoveryKind::ForceQuit };

QString commandName(RecoveryKind kind)
{
    switch (kind) {
    case RecoveryKind::Cancel:
        return SelectionBar::tr("Cancel...");
    case RecoveryKind::Force:
        return SelectionBar::tr("Force...");
    case RecoveryKind::ForceQuit:
        return SelectionBar::tr("Force-quit...");
    }
    return {};
}

} // namespace

SelectionBar::SelectionBar(QWidget *parent)
    : QWidget(parent)
    , m_selected(new QLabel(this))
    , m_assign(new QPushButton(tr("Assign..."), this))
    , m_rows(new QLabel(this))
{
    setFixedHeight(Metrics::paneHeadHeight);
    m_selected->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    m_rows->setProperty("look", u"secondary"_s);
    m_assign->setObjectName(u"assign"_s);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 0, 10, 0);
    layout->setSpacing(6);
    layout->addWidget(m_selected);
    layout->addSpacing(4);
    layout->addWidget(m_assign);
    connect(m_assign, &QPushButton::clicked, this, &SelectionBar::assignRequested);
    for (const RecoveryKind kind : kinds) {
        auto *const button = new QPushButton(commandName(kind), this);
        m_recover[int(kind)] = button;
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, kind] { emit recoverRequested(kind); });
        setRecoverable(kind, false, tr("Select targets first."));
    }
    m_recover[int(RecoveryKind::Cancel)]->setObjectName(u"cancel"_s);
    m_recover[int(RecoveryKind::Force)]->setObjectName(u"force"_s);
    m_recover[int(RecoveryKind::ForceQuit)]->setObjectName(u"forceQuit"_s);
    layout->addStretch();
    layout->addWidget(m_rows);
    setCount(0);
    setAssignable(false, tr("Select targets and a distribution set."));
}

void SelectionBar::setCount(qint64 selected)
{
    m_selected->setText(
        selected > 0 ? tr("%1 selected").arg(QLocale().toString(selected)) : tr("none selected"));
}

void SelectionBar::setRows(int first, int last, qint64 total)
{
    const QLocale locale;
    m_rows->setText(last < first || total == 0
            ? QString()
            : tr("rows %1 to %2 of %3")
                  .arg(locale.toString(first + 1), locale.toString(last + 1),
                      locale.toString(total)));
    resizeEvent(nullptr);
}

void SelectionBar::setAssignable(bool enabled, const QString &toolTip)
{
    m_assign->setEnabled(enabled);
    m_assign->setToolTip(toolTip);
}

void SelectionBar::setRecoverable(RecoveryKind kind, bool enabled, const QString &toolTip)
{
    m_recover[int(kind)]->setEnabled(enabled);
    m_recover[int(kind)]->setToolTip(toolTip);
}

// Commands before counts: the rows are left out where there is no room for them.
QSize SelectionBar::minimumSizeHint() const
{
    const QSize whole = QWidget::minimumSizeHint();
    return { whole.width() - (m_rows->isHidden() ? 0 : m_rows->sizeHint().width()),
        whole.height() };
}

void SelectionBar::resizeEvent(QResizeEvent *event)
{
    if (event != nullptr)
        QWidget::resizeEvent(event);
    const int commands = m_recover[int(RecoveryKind::ForceQuit)]->geometry().right();
    m_rows->setVisible(width() - commands > m_rows->sizeHint().width() + 20);
}

} // namespace falconer
