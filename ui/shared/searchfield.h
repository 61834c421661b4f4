// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace falconer {

// What a search field looks for: the query fields in which plain words are sought, and its texts.
struct SearchScope {
    QStringList fields;
    QString name; // what a screen reader calls it
    QString placeholder;
    QString help; // the tooltip
};

// Where rows are searched: plain words become RSQL, RSQL passes through (services/hawkbit/rsql.h).
// Says how many match, or what the server has against the query; what was typed stays.
class SearchField final : public QWidget {
    Q_OBJECT

public:
    // A server whose last answer to a filter took less than quick is asked at every letter, another
    // one, and one that is not known yet, when the typing pauses. Both in ms.
    static constexpr int typingPause = 150;
    static constexpr int quick = 100;

    explicit SearchField(const SearchScope &scope, QWidget *parent = nullptr);

    // For the head of a pane: so many px wide, with a button that clears it. Let it tell nothing.
    void setCompact(int width);

    QString text() const;
    void setText(const QString &text);
    QString filter() const; // RSQL

    void setCount(std::optional<qint64> matches);
    void setProblem(const QString &sentence); // empty: none
    // Whether the answer to what was announced is still on its way: what is typed meanwhile waits.
    void setBusy(bool busy);

    void focusAndSelect();

signals:
    void filterChanged(const QString &filter);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void typed();
    void announce();
    void showSummary();
    void layOutSummary();

    const SearchScope m_scope;
    QLineEdit *m_edit;
    QLabel *m_summary;
    QTimer m_pause;
    QString m_announced;
    QString m_problem;
    QString m_said; // what the summary shows where there is room
    std::optional<qint64> m_matches;
    QElapsedTimer m_asked; // invalid: nothing is asked for
    bool m_isBusy = false;
    bool m_isQuick = false;
};

} // namespace falconer
