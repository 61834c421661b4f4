// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/patterneditor.h"

#include "ui/settings/patterntext.h"
#include "ui/shared/icons.h"

#include <QAccessible>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStyle>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCaptures = 9;
constexpr int verdictLines = 2;

void setProblem(QLineEdit &field, bool isProblem)
{
    if (field.property("problem").toBool() == isProblem)
        return;
    field.setProperty("problem", isProblem);
    field.style()->polish(&field);
}

Icon signOf(Tone tone)
{
    switch (tone) {
    case Tone::Failure:
        return Icon::Error;
    case Tone::Attention:
        return Icon::Warning;
    case Tone::Success:
        return Icon::InSync;
    default:
        return Icon::Information;
    }
}

} // namespace

PatternEditor::PatternEditor(QWidget *parent)
    : QWidget(parent)
    , m_role(new QComboBox(this))
    , m_expression(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_percent(new QComboBox(this))
    , m_sign(new QLabel(this))
    , m_verdict(new QLabel(this))
{
    for (const PatternRole role : { PatternRole::Begin, PatternRole::End, PatternRole::Failed,
             PatternRole::Progress, PatternRole::Mark })
        m_role->addItem(roleWord(role), int(role));
    m_percent->addItem(tr("none"), 0);
    for (int capture = 1; capture <= mostCaptures; ++capture)
        m_percent->addItem(tr("group %1").arg(capture), capture);
    m_name->setToolTip(tr("Of the step, or the mark's text; \\1 to \\9 are what the groups in "
                          "parentheses matched"));
    m_percent->setToolTip(tr("Which group in parentheses is the percentage"));

    auto *const layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(3);
    addField(*layout, 0, tr("&Tells"), m_role);
    addField(*layout, 1, tr("E&xpression"), m_expression);
    addField(*layout, 2, tr("&Name"), m_name);
    addField(*layout, 3, tr("&Percent"), m_percent);
    layout->setColumnStretch(1, 5);
    layout->setColumnStretch(2, 3);
    auto *const verdict = new QHBoxLayout;
    verdict->setSpacing(6);
    m_sign->setFixedSize(Metrics::signSize, Metrics::signSize + 2);
    m_verdict->setObjectName(u"verdict"_s);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // Room for the longest sentence: nothing jumps while somebody types.
    m_verdict->setFixedHeight(verdictLines * fontMetrics().lineSpacing() + 2);
    verdict->addWidget(m_sign, 0, Qt::AlignTop);
    verdict->addWidget(m_verdict, 1);
    layout->addLayout(verdict, 2, 0, 1, 4);

    for (QLineEdit *const field : { m_expression, m_name })
        connect(field, &QLineEdit::textChanged, this, &PatternEditor::announce);
    for (QComboBox *const field : { m_role, m_percent })
        connect(field, &QComboBox::currentIndexChanged, this, &PatternEditor::announce);
    setLine(std::nullopt);
}

void PatternEditor::addField(QGridLayout &layout, int column, const QString &label, QWidget *field)
{
    auto *const title = new QLabel(label, this);
    title->setProperty("look", u"secondary"_s);
    title->setBuddy(field);
    field->setAccessibleName(QString(label).remove(u'&'));
    layout.addWidget(title, 0, column);
    layout.addWidget(field, 1, column);
}

void PatternEditor::setLine(const std::optional<PatternLine> &line)
{
    const PatternLine shown = line.value_or(PatternLine{});
    const QSignalBlocker blockers[]{ QSignalBlocker(m_role), QSignalBlocker(m_expression),
        QSignalBlocker(m_name), QSignalBlocker(m_percent) };
    m_role->setCurrentIndex(m_role->findData(int(shown.pattern.role)));
    m_expression->setText(shown.pattern.expression);
    m_expression->setCursorPosition(0);
    m_name->setText(shown.pattern.name);
    m_name->setCursorPosition(0);
    m_percent->setCurrentIndex(m_percent->findData(shown.pattern.percentCapture));
    const bool isOwn = line && line->isOwn;
    for (QLineEdit *const field : { m_expression, m_name }) {
        field->setEnabled(line.has_value());
        field->setReadOnly(!isOwn);
    }
    for (QComboBox *const field : { m_role, m_percent })
        field->setEnabled(isOwn);
    m_name->setPlaceholderText(tr("what was matched"));
    if (line)
        return setVerdict(*line, 0);
    setProblem(*m_expression, false);
    setProblem(*m_name, false);
    say(Tone::Quiet, tr("Add a pattern, or choose a built-in one to see what it reads."));
}

void PatternEditor::setVerdict(const PatternLine &line, int messages)
{
    const bool isOfName = line.problem && line.problem->fault == PatternFault::UnknownCapture
        && line.problem->position >= 0;
    const bool isIncomplete = line.problem && line.problem->fault == PatternFault::EmptyExpression;
    setProblem(*m_name, isOfName);
    setProblem(*m_expression, line.problem && !isOfName && !isIncomplete);
    if (!line.isOwn)
        return say(Tone::Quiet,
            tr("Built in, for %1. It reads, for example: %2")
                .arg(clientWord(line), line.example.simplified()));
    if (line.problem)
        return say(isIncomplete ? Tone::Quiet : Tone::Failure,
            patternProblemSentence(*line.problem, line.pattern));
    if (line.isSlow)
        return say(Tone::Attention,
            tr("It took too long on messages of the action in view and was cut off there."));
    if (!line.matches || messages == 0)
        return say(Tone::Quiet, tr("It can be used."));
    if (*line.matches == 0)
        return say(Tone::Quiet, tr("It can be used; it matches no message of the action in view."));
    say(Tone::Success,
        tr("It is the first to match %1 of %n message(s).", nullptr, messages).arg(*line.matches));
}

void PatternEditor::focusExpression()
{
    m_expression->setFocus(Qt::OtherFocusReason);
    m_expression->selectAll();
}

QString PatternEditor::verdict() const
{
    return m_verdict->text();
}

MessagePattern PatternEditor::typed() const
{
    return { .role = PatternRole(m_role->currentData().toInt()),
        .expression = m_expression->text(),
        .name = m_name->text(),
        .percentCapture = m_percent->currentData().toInt() };
}

void PatternEditor::announce()
{
    emit edited(typed());
}

void PatternEditor::say(Tone tone, const QString &sentence)
{
    m_tone = tone;
    drawSign();
    if (m_verdict->text() == sentence)
        return;
    m_verdict->setText(sentence);
    m_expression->setAccessibleDescription(sentence);
    QAccessibleEvent changed(m_expression, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void PatternEditor::drawSign()
{
    const QColor colour = toneColour(palette(), m_tone);
    m_sign->setPixmap(iconPixmap(signOf(m_tone), colour, Metrics::signSize, devicePixelRatioF()));
    QPalette words = m_verdict->palette();
    words.setColor(QPalette::WindowText, colour);
    m_verdict->setPalette(words);
}

void PatternEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawSign();
}

} // namespace falconer
