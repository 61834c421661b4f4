// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/patternpreviewpane.h"

#include "services/timeline/messagepatterns.h"
#include "ui/settings/patterncolumns.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/tableheader.h"
#include "ui/shared/tableview.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

PatternPreviewPane::PatternPreviewPane(QWidget *parent)
    : QWidget(parent)
    , m_model(previewColumns(), [](const PreviewLine &line) { return line.key; })
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_table(new TableView(this))
{
    for (QLabel *const label : { m_title, m_summary })
        label->setTextFormat(Qt::PlainText);
    m_title->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    m_summary->setObjectName(u"summary"_s);
    m_summary->setProperty("look", u"quiet"_s);
    m_table->setAccessibleName(tr("Preview"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->header().setStretchLastSection(false);
    m_table->header().setSectionResizeMode(PreviewColumn::Text, QHeaderView::Stretch);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *const head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_title);
    head->addWidget(m_summary, 1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
}

// It must not outlive its model.
PatternPreviewPane::~PatternPreviewPane()
{
    delete m_table;
}

void PatternPreviewPane::showLane(const TimelineLane *lane, const QList<MessagePattern> &patterns)
{
    m_preview = {};
    m_title->setText(tr("Preview"));
    if (!lane || !lane->action)
        return showEmpty(tr("No action is in view"),
            tr("Choose a target in Deploy: what your patterns read in its messages is shown here "
               "while you type."));
    m_title->setText(tr("Preview: %1").arg(lane->title()));
    if (lane->statuses.isEmpty())
        return showEmpty(tr("There are no reports yet"),
            tr("As soon as the device has reported something, it is read here."));
    m_preview = previewPatterns(*lane->action, lane->statuses, patterns);
    showLines(summaryOf(patterns));
}

void PatternPreviewPane::showLines(const QString &summary)
{
    m_summary->setText(summary);
    m_model.setItems(m_preview.lines);
    m_stack->setCurrentWidget(m_table);
    const auto first = std::ranges::find_if(m_preview.lines, &PreviewLine::isNew);
    if (first != m_preview.lines.end())
        m_table->scrollTo(m_model.index(int(first - m_preview.lines.begin()), 0));
}

void PatternPreviewPane::showEmpty(const QString &sentence, const QString &nextStep)
{
    m_summary->clear();
    m_model.setItems({});
    m_empty->setContent(Icon::Empty, sentence, nextStep);
    m_stack->setCurrentWidget(m_empty);
}

QString PatternPreviewPane::summaryOf(const QList<MessagePattern> &patterns) const
{
    if (patterns.isEmpty())
        return tr("as it is read without patterns of your own");
    QString matched = tr("your patterns match %1 of %n message(s)", nullptr, m_preview.messages)
                          .arg(m_preview.matched());
    if (m_preview.changedLines == 0)
        return matched;
    return matched + u", "_s + tr("%n line(s) are read otherwise", nullptr, m_preview.changedLines);
}

QString PatternPreviewPane::summary() const
{
    return m_summary->text();
}

} // namespace falconer
