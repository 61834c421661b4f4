// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/differenceview.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QScrollBar>
#include <QTextTable>

#include <algorithm>
#include <cmath>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

enum Place { LabelPlace, LeftPlace, RightPlace, VerdictPlace, PlaceCount };

constexpr int widths[PlaceCount] = { 16, 33, 33, 18 }; // per cent
constexpr int insideIndent = 14;
constexpr int cellPadding = 3;
constexpr int sectionGap = 8; // above a section

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

QString signName(DifferenceKind kind)
{
    return u"sign:"_s + QString::number(int(kind));
}

QTextCharFormat coloured(const QColor &colour)
{
    QTextCharFormat format;
    format.setForeground(colour);
    return format;
}

QTextCharFormat bold()
{
    QTextCharFormat format;
    format.setFont(themeFont(TextSize::Body, QFont::DemiBold));
    return format;
}

QTextTableFormat tableFormat()
{
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(cellPadding);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QList<QTextLength> columns;
    for (const int width : widths)
        columns << QTextLength(QTextLength::PercentageLength, width);
    format.setColumnWidthConstraints(columns);
    return format;
}

void write(
    QTextTable &table, int row, int column, const QString &text, const QTextCharFormat &format = {})
{
    table.cellAt(row, column).firstCursorPosition().insertText(text, format);
}

} // namespace

DifferenceView::DifferenceView(QWidget *parent)
    : QTextBrowser(parent)
{
    setAccessibleName(tr("Differences"));
    setProperty("look", u"value"_s); // no field
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    document()->setUndoRedoEnabled(false);
    connect(this, &QTextBrowser::anchorClicked, this, &DifferenceView::follow);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        &DifferenceView::contentHeightChanged);
}

int DifferenceView::contentHeight() const
{
    return int(std::ceil(document()->size().height()));
}

void DifferenceView::setTitles(const QString &left, const QString &right)
{
    m_left = left;
    m_right = right;
    setAccessibleDescription(tr("Left: %1. Right: %2.").arg(left, right));
}

void DifferenceView::setSections(const QList<DifferenceSection> &sections)
{
    m_sections = sections;
    m_unfolded.clear();
    build();
    verticalScrollBar()->setValue(0);
}

void DifferenceView::setEqualShown(int section, bool shown)
{
    if (shown)
        m_unfolded.insert(section);
    else
        m_unfolded.remove(section);
    const int place = verticalScrollBar()->value();
    build();
    verticalScrollBar()->setValue(place);
}

void DifferenceView::follow(const QUrl &link)
{
    const int section = link.path().toInt();
    setEqualShown(section, !m_unfolded.contains(section));
}

void DifferenceView::addSigns()
{
    for (const DifferenceKind kind : { DifferenceKind::Equal, DifferenceKind::Changed,
             DifferenceKind::OnlyLeft, DifferenceKind::OnlyRight }) {
        const auto [icon, tone] = signOf(kind);
        document()->addResource(QTextDocument::ImageResource, QUrl(signName(kind)),
            iconPixmap(icon, toneColour(palette(), tone), Metrics::signSize, devicePixelRatioF()));
    }
}

int DifferenceView::rowsOf(int section) const
{
    const DifferenceSection &one = m_sections.at(section);
    const int rows = 1 + int(one.different.size()) + (one.equal.isEmpty() ? 0 : 1);
    return m_unfolded.contains(section) ? rows + int(one.equal.size()) : rows;
}

void DifferenceView::build()
{
    clear();
    addSigns();
    int rows = 1;
    for (int i = 0; i < m_sections.size(); ++i)
        rows += rowsOf(i);
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    QTextTable &table = *cursor.insertTable(rows, PlaceCount, tableFormat());
    addTitles(table);
    int row = 1;
    for (int i = 0; i < m_sections.size(); ++i)
        row = addSection(table, row, i);
    cursor.endEditBlock();
}

void DifferenceView::addTitles(QTextTable &table)
{
    write(table, 0, LeftPlace, m_left, bold());
    write(table, 0, RightPlace, m_right, bold());
}

int DifferenceView::addSection(QTextTable &table, int row, int number)
{
    const DifferenceSection &section = m_sections.at(number);
    for (int place = 0; place < PlaceCount; ++place) {
        QTextTableCellFormat format = table.cellAt(row, place).format().toTableCellFormat();
        format.setTopPadding(cellPadding + sectionGap);
        table.cellAt(row, place).setFormat(format);
    }
    write(table, row, LabelPlace, section.title, bold());
    if (section.different.isEmpty())
        write(table, row, LeftPlace, tr("no difference"),
            coloured(toneColour(palette(), Tone::Quiet)));
    ++row;
    for (const DifferenceLine &line : section.different)
        addLine(table, row++, line);
    return section.equal.isEmpty() ? row : addFold(table, row, number);
}

int DifferenceView::addFold(QTextTable &table, int row, int number)
{
    const DifferenceSection &section = m_sections.at(number);
    const bool isShown = m_unfolded.contains(number);
    const int things = int(std::ranges::count_if(
        section.equal, [](const DifferenceLine &line) { return !line.isInside; }));
    QTextCharFormat link = coloured(colours(palette()).accentText);
    link.setAnchor(true);
    link.setAnchorHref(u"fold:"_s + QString::number(number));
    link.setFontUnderline(true);
    table.mergeCells(row, LeftPlace, 1, 2);
    write(table, row, LeftPlace,
        isShown ? tr("Hide what is equal") : tr("Show %n that are equal", nullptr, things), link);
    ++row;
    if (isShown) {
        for (const DifferenceLine &line : section.equal)
            addLine(table, row++, line);
    }
    return row;
}

void DifferenceView::addLine(QTextTable &table, int row, const DifferenceLine &line)
{
    const QTextCharFormat quiet = coloured(toneColour(palette(), Tone::Quiet));
    const QTextCharFormat plain = coloured(toneColour(palette(), Tone::Plain));
    QTextCursor label = table.cellAt(row, LabelPlace).firstCursorPosition();
    if (line.isInside) {
        QTextBlockFormat inside;
        inside.setLeftMargin(insideIndent);
        label.setBlockFormat(inside);
    }
    label.insertText(line.label, quiet);
    const std::pair<Place, QString> sides[]
        = { { LeftPlace, line.left }, { RightPlace, line.right } };
    for (const auto &[place, text] : sides) {
        const bool isQuiet = text.isEmpty() || line.kind == DifferenceKind::Equal;
        write(table, row, place, text.isEmpty() ? u"-"_s : text, isQuiet ? quiet : plain);
    }
    QTextImageFormat sign;
    sign.setName(signName(line.kind));
    sign.setWidth(Metrics::signSize);
    sign.setHeight(Metrics::signSize);
    sign.setVerticalAlignment(QTextCharFormat::AlignMiddle);
    QTextCursor verdict = table.cellAt(row, VerdictPlace).firstCursorPosition();
    verdict.insertImage(sign);
    verdict.insertText(u' ' + line.verdict, plain);
}

void DifferenceView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_sections.isEmpty())
        build();
}

} // namespace falconer
