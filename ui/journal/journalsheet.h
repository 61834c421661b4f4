// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journallist.h"
#include "ui/export/exportjobs.h"
#include "ui/shared/sheet.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;

namespace falconer {

class Banner;
class JournalStore;
class TableView;

// What was changed with this Falconer, whatever the server: to be searched, copied and saved. It
// grows while it is open.
class JournalSheet final : public Sheet {
    Q_OBJECT

public:
    // store: keeps the journal; nullptr: it ends with the program. All of it outlives the sheet.
    JournalSheet(
        const Journal &journal, const JournalStore *store, QSettings &settings, QWidget *window);
    ~JournalSheet() override;

    TableView &table() const { return *m_table; }
    QLineEdit &search() const { return *m_search; }
    void saveAs(const QString &path); // what is in sight, as CSV

signals:
    void saved(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build(bool isKept);
    QWidget *newSearchRow();
    QWidget *newFoot();
    void wire();
    void showCount();
    void showSelection();
    void showTrouble();
    void copySelected();
    void askForFile();
    void showMenu(const QPoint &place);
    void fitTable(int windowHeight);

    const Journal &m_journal;
    const JournalStore *m_store;
    QSettings &m_settings;
    JournalList m_list;
    ExportJobs m_jobs;
    Banner *m_banner;
    QLineEdit *m_search;
    QLabel *m_count;
    TableView *m_table;
    QLabel *m_note;
    QPushButton *m_copy;
    QPushButton *m_save;
};

} // namespace falconer
