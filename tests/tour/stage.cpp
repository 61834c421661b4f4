// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/stage.h"

#include "tests/support/hand.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScreen>
#include <QTest>
#include <QTextStream>
#include <QWindow>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int paintPause = 150; // ms, until what changed is laid out and on the screen

void print(const QString &text)
{
    QTextStream(stdout) << text << Qt::flush;
}

} // namespace

Stage::Stage(QMainWindow &window, QString folder)
    : m_window(window)
    , m_folder(std::move(folder))
{
}

void Stage::step(const QString &title, const std::function<void()> &play)
{
    ++m_steps;
    m_missing.clear();
    print(u"%1  %2 ... "_s.arg(m_steps, 2).arg(title));
    QElapsedTimer clock;
    clock.start();
    QTest::qWait(paintPause); // a hand goes where things are, not where they were
    play();
    const QString seconds = QString::number(double(clock.elapsed()) / 1000, 'f', 1);
    if (m_missing.isEmpty())
        return print(u"ok (%1 s)\n"_s.arg(seconds));
    ++m_failures;
    print(u"FAILED (%1 s): missing: %2\n"_s.arg(seconds, m_missing));
    save(m_window.grab(), u"failed"_s);
}

bool Stage::expect(const QString &what, const std::function<bool()> &met, int timeout)
{
    if (m_missing.isEmpty() && !QTest::qWaitFor(met, timeout))
        m_missing = what;
    return m_missing.isEmpty();
}

// A widget that lies outside the window or under a sheet is there, but not for a hand.
bool Stage::isReady(QWidget *widget, const QString &what)
{
    return expect(what, [this, widget] {
        if (widget == nullptr || !widget->isVisible() || !widget->isEnabled())
            return false;
        const QWidget *const top = m_window.childAt(middleOf(*widget));
        return top == widget || widget->isAncestorOf(top);
    });
}

void Stage::click(QWidget *widget, const QString &what)
{
    if (!isReady(widget, what))
        return;
    if (qobject_cast<QCheckBox *>(widget) != nullptr)
        clickAt(widget, { 8, widget->height() / 2 }); // what lies behind its words is no part of it
    else
        falconer::clickAt(widget);
}

void Stage::clickAt(QWidget *widget, const QPoint &place)
{
    if (m_missing.isEmpty())
        QTest::mouseClick(
            m_window.windowHandle(), Qt::LeftButton, {}, widget->mapTo(&m_window, place));
}

void Stage::clickRow(QAbstractItemView &view, int row, Qt::KeyboardModifiers modifiers)
{
    if (expect(u"row %1"_s.arg(row + 1), [&view, row] { return row < view.model()->rowCount(); }))
        falconer::clickRow(&view, row, modifiers);
}

void Stage::drag(const QPoint &from, const QPoint &to, const std::function<void()> &underway)
{
    if (m_missing.isEmpty())
        falconer::drag(&m_window, from, to, underway);
}

void Stage::type(QLineEdit *field, const QString &text)
{
    if (!isReady(field, u"the field for \"%1\""_s.arg(text)))
        return;
    falconer::clickAt(field);
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    if (text.isEmpty())
        QTest::keyClick(field, Qt::Key_Delete);
    else
        QTest::keyClicks(field, text);
}

void Stage::press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (m_missing.isEmpty())
        QTest::keyClick(widget, key, modifiers);
}

void Stage::trigger(const QString &command)
{
    expect(u"the command \"%1\""_s.arg(command), [this, &command] {
        for (QAction *const action : m_window.findChildren<QAction *>()) {
            if (action->text() == command && action->isEnabled()) {
                action->trigger();
                return true;
            }
        }
        return false;
    });
}

void Stage::resize(const QSize &size)
{
    m_window.resize(size);
    expect(u"a window of %1 x %2"_s.arg(size.width()).arg(size.height()),
        [this, &size] { return m_window.windowHandle()->size() == size; });
}

void Stage::picture(const QString &name)
{
    if (!m_missing.isEmpty())
        return;
    QTest::qWait(paintPause);
    save(m_window.grab(), name);
}

void Stage::pictureOfScreen(const QString &name)
{
    if (!m_missing.isEmpty())
        return;
    QTest::qWait(paintPause);
    const QRect place = m_window.frameGeometry();
    save(m_window.screen()->grabWindow(0, place.x(), place.y(), place.width(), place.height()),
        name);
}

void Stage::save(const QPixmap &pixmap, const QString &name)
{
    ++m_pictures;
    const QString path
        = u"%1/%2-%3.png"_s.arg(m_folder).arg(m_pictures, 2, 10, QChar(u'0')).arg(name);
    if (!pixmap.save(path))
        m_missing = u"a place to write %1"_s.arg(path);
}

} // namespace falconer
