// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/commandbar.h"

#include "models/selectionbykey.h"
#include "ui/shared/tableview.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 10;

} // namespace

CommandBar::CommandBar(QWidget *parent)
    : QWidget(parent)
    , m_selected(new QLabel(this))
    , m_commands(new QHBoxLayout)
    , m_rows(new QLabel(this))
{
    setFixedHeight(Metrics::paneHeadHeight);
    m_selected->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    m_rows->setProperty("look", u"secondary"_s);
    m_commands->setSpacing(6);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(margin, 0, margin, 0);
    layout->setSpacing(margin);
    layout->addWidget(m_selected);
    layout->addLayout(m_commands);
    layout->addStretch();
    layout->addWidget(m_rows);
    setCount(0);
}

QPushButton *CommandBar::addCommand(
    const QString &name, const QString &text, const QString &toolTip)
{
    auto *const button = new QPushButton(text, this);
    button->setObjectName(name);
    m_commands->addWidget(button);
    enable(*button, false, toolTip);
    return button;
}

void CommandBar::enable(QPushButton &command, bool enabled, const QString &toolTip)
{
    command.setEnabled(enabled);
    command.setToolTip(toolTip);
}

void CommandBar::follow(
    const TableView &table, const PagedModelBase &model, const SelectionByKey &selection)
{
    const auto showCount = [this, &selection] { setCount(selection.count()); };
    const auto showRows = [this, &table, &model] {
        const auto [first, last] = table.visibleRows();
        setRows(first, last, model.total());
    };
    connect(&selection, &SelectionByKey::keysChanged, this, showCount);
    connect(&model, &PagedModelBase::totalChanged, this, showRows);
    connect(&model, &PagedModelBase::windowChanged, this, showRows);
    connect(&model, &PagedModelBase::rowsLoaded, this, showRows);
    showCount();
    showRows();
}

void CommandBar::setCount(qint64 selected)
{
    m_selected->setText(
        selected > 0 ? tr("%1 selected").arg(QLocale().toString(selected)) : tr("none selected"));
}

void CommandBar::setRows(int first, int last, qint64 total)
{
    const QLocale locale;
    m_rows->setText(last < first || total == 0
            ? QString()
            : tr("rows %1 to %2 of %3")
                  .arg(locale.toString(first + 1), locale.toString(last + 1),
                      locale.toString(total)));
    layOutRows();
}

// Commands before counts: the rows are left out where there is no room for them.
QSize CommandBar::minimumSizeHint() const
{
    const QSize whole = QWidget::minimumSizeHint();
    return { whole.width() - (m_rows->isHidden() ? 0 : m_rows->sizeHint().width()),
        whole.height() };
}

void CommandBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutRows();
}

void CommandBar::layOutRows()
{
    const int used = m_selected->sizeHint().width() + m_commands->sizeHint().width();
    m_rows->setVisible(width() - used > m_rows->sizeHint().width() + 5 * margin);
}

} // namespace falconer
