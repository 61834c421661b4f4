// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/searchfield.h"

#include "services/hawkbit/rsql.h"
#include "ui/shared/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QStyle>

namespace falconer {

using namespace Qt::StringLiterals;

SearchField::SearchField(const SearchScope &scope, QWidget *parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_edit(new QLineEdit(this))
    , m_summary(new QLabel(m_edit))
{
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    m_edit->setPlaceholderText(m_scope.placeholder);
    m_edit->setAccessibleName(m_scope.name);
    m_edit->addAction(icon(Icon::Search, Tone::Quiet), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_summary->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_summary->setProperty("look", u"quiet"_s);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(m_edit, &QLineEdit::textEdited, this, &SearchField::typed);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::announce);
    connect(m_edit, &QLineEdit::returnPressed, this, &SearchField::announce);
    setFocusProxy(m_edit);
    showSummary();
}

void SearchField::setCompact(int width)
{
    setFixedWidth(width);
    m_edit->setClearButtonEnabled(true);
}

QString SearchField::text() const
{
    return m_edit->text();
}

void SearchField::setText(const QString &text)
{
    m_edit->setText(text);
    announce();
}

QString SearchField::filter() const
{
    return plainWordsToRsql(m_edit->text(), m_scope.fields);
}

void SearchField::focusAndSelect()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void SearchField::setCount(std::optional<qint64> matches)
{
    m_matches = matches;
    showSummary();
}

void SearchField::setProblem(const QString &sentence)
{
    m_problem = sentence;
    showSummary();
}

void SearchField::typed()
{
    if (m_isQuick && !m_isBusy)
        announce();
    else
        m_pause.start();
}

void SearchField::setBusy(bool busy)
{
    m_isBusy = busy;
    if (busy)
        return;
    if (m_asked.isValid())
        m_isQuick = m_asked.elapsed() < quick;
    m_asked.invalidate();
    if (m_isQuick && m_pause.isActive())
        announce();
}

void SearchField::announce()
{
    m_pause.stop();
    const QString now = filter();
    if (now == m_announced)
        return;
    m_announced = now;
    if (now.isEmpty())
        m_asked.invalidate(); // everything comes quickly from everywhere
    else
        m_asked.start();
    m_problem.clear();
    m_matches.reset();
    showSummary();
    emit filterChanged(now);
}

void SearchField::showSummary()
{
    const bool wrong = !m_problem.isEmpty();
    QString text;
    if (wrong)
        text = m_problem;
    else if (m_matches && !m_announced.isEmpty())
        text = tr("%1 found").arg(QLocale().toString(*m_matches));
    m_summary->setProperty("look", wrong ? u"failure"_s : u"quiet"_s);
    m_summary->style()->unpolish(m_summary);
    m_summary->style()->polish(m_summary);
    m_said = text;
    m_edit->setAccessibleDescription(text);
    m_edit->setToolTip(wrong ? text : m_scope.help);
    layOutSummary();
}

// At the right edge, over half of the field at most; cut, the tooltip has the whole of a problem.
void SearchField::layOutSummary()
{
    const QFontMetrics metrics(m_summary->font());
    const int room = m_edit->width() * 2 / 3;
    const QString shown = metrics.elidedText(m_said, Qt::ElideRight, room);
    m_summary->setText(shown);
    const int width = metrics.horizontalAdvance(shown) + 2;
    m_edit->setTextMargins(0, 0, shown.isEmpty() ? 0 : width + 8, 0);
    m_summary->setGeometry(m_edit->width() - width - 8, 0, width, m_edit->height());
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutSummary();
}

bool SearchField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !m_edit->text().isEmpty()) {
        m_edit->clear();
        announce();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace falconer
