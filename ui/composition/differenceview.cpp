// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/differenceview.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

enum Place { LabelPlace, LeftPlace, RightPlace, SignPlace, VerdictPlace };

constexpr int insideIndent = 14;

QLabel *newLabel(const QString &text, QWidget *parent)
{
    auto *const label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *newTitle(const QString &text, QWidget *parent)
{
    QLabel *const label = newLabel(text, parent);
    label->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    return label;
}

std::pair<Icon, Tone> signOf(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Equal:
        return { Icon::Check, Tone::Quiet };
    case DifferenceKind::Changed:
        return { Icon::Edit, Tone::Attention };
    case DifferenceKind::OnlyLeft:
        return { Icon::Remove, Tone::Failure };
    case DifferenceKind::OnlyRight:
        return { Icon::Add, Tone::Success };
    }
    Q_UNREACHABLE();
}

} // namespace

DifferenceView::DifferenceView(QWidget *parent)
    : QWidget(parent)
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
}

void DifferenceView::setTitles(const QString &left, const QString &right)
{
    m_left = left;
    m_right = right;
}

void DifferenceView::setSections(const QList<DifferenceSection> &sections)
{
    m_sections = sections;
    m_unfolded.clear();
    build();
}

void DifferenceView::setEqualShown(int section, bool shown)
{
    if (shown)
        m_unfolded.insert(section);
    else
        m_unfolded.remove(section);
    build();
}

void DifferenceView::build()
{
    if (m_page) {
        m_page->hide();
        m_page->deleteLater(); // one of its links may be what asked
    }
    m_page = new QWidget(this);
    layout()->addWidget(m_page);
    auto *const grid = new QGridLayout(m_page);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(LabelPlace, 110);
    grid->setColumnStretch(LeftPlace, 1);
    grid->setColumnStretch(RightPlace, 1);
    grid->setColumnMinimumWidth(VerdictPlace, 100);
    grid->addWidget(newTitle(m_left, m_page), 0, LeftPlace);
    grid->addWidget(newTitle(m_right, m_page), 0, RightPlace);
    for (int i = 0; i < m_sections.size(); ++i)
        addSection(*grid, i);
}

void DifferenceView::addSection(QGridLayout &grid, int number)
{
    const DifferenceSection &section = m_sections.at(number);
    const int row = grid.rowCount();
    QLabel *const title = newTitle(section.title, m_page);
    title->setContentsMargins(0, 8, 0, 0);
    grid.addWidget(title, row, LabelPlace);
    if (section.different.isEmpty()) {
        QLabel *const nothing = newLabel(tr("no difference"), m_page);
        nothing->setProperty("look", u"quiet"_s);
        nothing->setContentsMargins(0, 8, 0, 0);
        grid.addWidget(nothing, row, LeftPlace);
    }
    for (const DifferenceLine &line : section.different)
        addLine(grid, line);
    if (section.equal.isEmpty())
        return;
    const bool isShown = m_unfolded.contains(number);
    const int things = int(std::count_if(section.equal.begin(), section.equal.end(),
        [](const DifferenceLine &line) { return !line.isInside; }));
    auto *const fold = new QPushButton(
        isShown ? tr("Hide what is equal") : tr("Show %n that are equal", nullptr, things), m_page);
    fold->setProperty("look", u"link"_s);
    fold->setObjectName("fold-"_L1 + QString::number(number));
    connect(fold, &QPushButton::clicked, this,
        [this, number, isShown] { setEqualShown(number, !isShown); });
    grid.addWidget(fold, grid.rowCount(), LeftPlace, 1, 2, Qt::AlignLeft);
    if (!isShown)
        return;
    for (const DifferenceLine &line : section.equal)
        addLine(grid, line);
}

void DifferenceView::addLine(QGridLayout &grid, const DifferenceLine &line)
{
    const int row = grid.rowCount();
    QLabel *const label = newLabel(line.label, m_page);
    label->setProperty("look", u"quiet"_s);
    label->setContentsMargins(line.isInside ? insideIndent : 0, 0, 0, 0);
    grid.addWidget(label, row, LabelPlace);
    const std::pair<Place, QString> sides[]
        = { { LeftPlace, line.left }, { RightPlace, line.right } };
    for (const auto &[place, text] : sides) {
        QLabel *const side = newLabel(text.isEmpty() ? u"-"_s : text, m_page);
        side->setAccessibleName(line.label);
        if (text.isEmpty() || line.kind == DifferenceKind::Equal)
            side->setProperty("look", u"quiet"_s);
        grid.addWidget(side, row, place);
    }
    const auto [icon, tone] = signOf(line.kind);
    auto *const sign = new QLabel(m_page);
    sign->setPixmap(
        iconPixmap(icon, toneColour(palette(), tone), Metrics::signSize, devicePixelRatioF()));
    grid.addWidget(sign, row, SignPlace, Qt::AlignTop);
    QLabel *const verdict = newLabel(line.verdict, m_page);
    verdict->setObjectName(u"verdict"_s);
    grid.addWidget(verdict, row, VerdictPlace);
}

void DifferenceView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_page)
        build();
}

} // namespace falconer
