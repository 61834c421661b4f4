// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/consequencelist.h"

#include "ui/shared/sheet.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineHeight = 30;
constexpr int numberWidth = 52;
constexpr int numberGap = 14;
constexpr int maxNamesHeight = 150;

QPushButton *newLink(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("look", u"link"_s);
    return button;
}

} // namespace

ConsequenceList::ConsequenceList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
}

void ConsequenceList::setLines(const QList<ConsequenceLine> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    build();
}

void ConsequenceList::setShown(const QString &id, bool shown)
{
    if (shown)
        m_shown.insert(id);
    else
        m_shown.remove(id);
    build();
}

// Where no line has one, no place is kept for it.
bool ConsequenceList::hasNumbers() const
{
    return std::ranges::any_of(
        m_lines, [](const ConsequenceLine &line) { return line.number.has_value(); });
}

// Rebuilt whole: there are ten lines at most. The focus returns to where it was.
void ConsequenceList::build()
{
    const QWidget *focused = QApplication::focusWidget();
    const QString focusName = focused && isAncestorOf(focused) ? focused->objectName() : QString();
    setUpdatesEnabled(false);
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const ConsequenceLine &line : std::as_const(m_lines)) {
        if (m_layout->count() > 0)
            m_layout->addWidget(newSheetLine(this));
        m_layout->addWidget(newLine(line));
        if (m_shown.contains(line.id) && !line.names.isEmpty())
            m_layout->addWidget(newNames(line));
    }
    setUpdatesEnabled(true);
    if (focusName.isEmpty())
        return;
    const auto buttons = findChildren<QPushButton *>(focusName);
    if (!buttons.isEmpty())
        buttons.last()->setFocus();
}

QWidget *ConsequenceList::newLine(const ConsequenceLine &line)
{
    auto *row = new QWidget(this);
    row->setMinimumHeight(lineHeight);
    row->setObjectName("line-"_L1 + line.id);
    row->setToolTip(line.details);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(18, 4, 14, 4);
    layout->setSpacing(0);

    auto *sign = new QLabel(row);
    sign->setPixmap(iconPixmap(
        line.icon, toneColour(palette(), line.tone), Metrics::signSize, devicePixelRatioF()));
    sign->setFixedWidth(Metrics::signSize + 6);
    auto *sentence = new QLabel(line.sentence, row);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sentence->setObjectName("sentence-"_L1 + line.id);
    layout->addWidget(sign);
    if (hasNumbers()) {
        auto *number = new QLabel(line.number ? QLocale().toString(*line.number) : QString(), row);
        number->setFont(themeFont(TextSize::Body, QFont::DemiBold));
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        number->setMinimumWidth(numberWidth);
        layout->addWidget(number);
        layout->addSpacing(numberGap);
    }
    layout->addWidget(sentence, 1);
    if (!line.names.isEmpty()) {
        const bool isShown = m_shown.contains(line.id);
        QPushButton *show = newLink(isShown ? tr("hide") : tr("show"), row);
        show->setObjectName("show-"_L1 + line.id);
        show->setAccessibleName(isShown ? tr("Hide names: %1").arg(line.sentence)
                                        : tr("Show names: %1").arg(line.sentence));
        connect(show, &QPushButton::clicked, this,
            [this, id = line.id, isShown] { setShown(id, !isShown); });
        layout->addWidget(show);
    }
    return row;
}

QWidget *ConsequenceList::newNames(const ConsequenceLine &line)
{
    auto *box = new QWidget(this);
    auto *layout = new QHBoxLayout(box);
    const int numbers = hasNumbers() ? numberWidth + numberGap : 0;
    layout->setContentsMargins(18 + Metrics::signSize + 6 + numbers, 0, 14, 8);
    auto *names = new QPlainTextEdit(line.names.join(u'\n'), box);
    names->setReadOnly(true);
    names->setTabChangesFocus(true);
    names->setObjectName("names-"_L1 + line.id);
    names->setAccessibleName(line.sentence);
    names->setLineWrapMode(QPlainTextEdit::NoWrap);
    const int lines = int(line.names.size());
    names->setFixedHeight(
        std::min(maxNamesHeight, lines * names->fontMetrics().lineSpacing() + 20));
    QPushButton *copy = newLink(tr("copy"), box);
    copy->setObjectName("copy-"_L1 + line.id);
    connect(copy, &QPushButton::clicked, box,
        [text = line.names.join(u'\n')] { QApplication::clipboard()->setText(text); });
    layout->addWidget(names, 1);
    layout->addWidget(copy, 0, Qt::AlignTop);
    return box;
}

void ConsequenceList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_lines.isEmpty())
        QMetaObject::invokeMethod(this, &ConsequenceList::build, Qt::QueuedConnection);
}

} // namespace falconer
