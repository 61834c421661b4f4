// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QString>

#include <functional>

class QAbstractItemView;
class QLineEdit;

namespace falconer {

// Where the tour is played: counts its steps, does what a hand does, waits for what must come of
// it, and takes the pictures. Once something is missing, the rest of its step is left out, so that
// a step reads as a plain list of deeds.
class Stage final {
public:
    Stage(QMainWindow &window, QString folder);

    QMainWindow &window() const { return m_window; }
    int failures() const { return m_failures; }

    void step(const QString &title, const std::function<void()> &play);

    // Waits for it; what: named when it does not come.
    bool expect(const QString &what, const std::function<bool()> &met, int timeout = 15'000);
    // In a step that is still whole: what these deeds act on must then be visible and in reach.
    void click(QWidget *widget, const QString &what);
    void clickAt(QWidget *widget, const QPoint &place);
    void clickRow(QAbstractItemView &view, int row, Qt::KeyboardModifiers modifiers = {});
    void drag(const QPoint &from, const QPoint &to, const std::function<void()> &underway);
    void type(QLineEdit *field, const QString &text); // instead of what is there
    void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void trigger(const QString &command); // of a menu
    void resize(const QSize &size);

    void picture(const QString &name);
    void pictureOfScreen(const QString &name); // with what is not part of the window, as a drag

    // Of this text, as it is read; nullptr: none that is visible.
    template <typename Button> Button *button(const QString &text) const
    {
        for (Button *const one : m_window.findChildren<Button *>()) {
            if (one->isVisible() && one->text() == text)
                return one;
        }
        return nullptr;
    }

private:
    bool isReady(QWidget *widget, const QString &what);
    void save(const QPixmap &pixmap, const QString &name);

    QMainWindow &m_window;
    QString m_folder;
    QString m_missing; // of this step
    int m_steps = 0;
    int m_pictures = 0;
    int m_failures = 0;
};

} // namespace falconer
