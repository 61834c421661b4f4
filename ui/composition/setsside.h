// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/oneselected.h"
#include "models/windowwatch.h"
#include "services/hawkbit/distributionsets.h"
#include "services/repository/settypebook.h"
#include "services/repository/setwriter.h"
#include "ui/composition/setverdicts.h"
#include "ui/repository/repositorycontext.h"

#include <QMimeData>
#include <QPointer>
#include <QWidget>

class QPushButton;

namespace falconer {

class DragTable;
class LoadBanner;
class PaneHead;
class RowMarks;
class RowReveal;
class SearchField;
class SetBar;
enum class SetDeed;

// The distribution sets of the server, newest first: to be searched, changed by commands, and
// dropped on - modules go into the set under the pointer, a tag is given to it. Asks for nothing
// before it is first seen. What is shown of a set elsewhere uses its types and its writer.
class SetsSide final : public QWidget {
    Q_OBJECT

public:
    explicit SetsSide(const RepositoryContext &context, QWidget *parent = nullptr);
    ~SetsSide() override;

    PagedModel<DistributionSet> &model() { return m_model; }
    DragTable &table() { return *m_table; }
    SetBar &bar() { return *m_bar; }
    PaneHead &head() { return *m_head; }
    SetTypeBook &types() { return m_types; }
    SetWriter &writer() { return m_writer; }

    void reload(); // the types too
    void selectSet(qint64 id);
    // A new one, whatever is searched for: selected and in sight, with the words for it.
    void reveal(qint64 id, const QString &sentence);
    qint64 selectedCount() const { return m_selection.count(); }
    SetSelection picked() const { return m_one.picked(); } // what commands act on
    // The only selected one, also while a search or another order hides its row.
    const std::optional<DistributionSet> &currentSet() const { return m_one.value(); }
    // All selected ones where there are several whose tags can be changed at once; else none.
    QList<qint64> severalSets() const;
    std::optional<DistributionSet> setAt(int row) const;
    DropVerdict verdict(SetCommand command) const;
    void run(SetCommand command); // on what is selected, if it is allowed

    // A drag that began elsewhere: lights the rows that take it, to its end.
    void showDrag(const QMimeData *mime);
    void endDrag();
    // What dropping this on the set would do; nothing: it is not for sets.
    std::optional<DropVerdict> dropVerdict(const QMimeData &mime, const DistributionSet &set) const;
    // Modules go into a set that is selected then, so that it shows what became of it.
    std::function<void()> dropDeed(const QMimeData &mime, const DistributionSet &set);

    void showNotice(const QString &sentence);
    void endSuccess(); // what was revealed has been outdone

signals:
    void currentChanged(); // another one is selected, or it has other values
    void detailsRequested();
    void created();             // by a sheet of this side, and selected
    void composed();            // modules were dropped on one, and it is selected
    void written(qint64 setId); // what is shown of it is out of date

protected:
    void showEvent(QShowEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void build();
    void wire();
    void start();
    void showSelection();
    void updateVerdicts();
    void showRefusal(const SetRefusal &refusal);
    void showCreated(qint64 id);
    QList<qint64> taggedWith(const DistributionSet &set) const;
    void openUnlock(const DistributionSet &set, const std::function<void()> &then);
    void openCompare();
    void openDelete(const DistributionSet &set);
    void openSeveral(SetDeed deed);
    void writeDown(const SetChange &change);
    void afterWrite(qint64 setId);

    RepositoryContext m_context;
    SetTypeBook m_types;
    SetWriter m_writer;
    PagedModel<DistributionSet> m_model;
    SelectionByKey m_selection;
    OneSelected<DistributionSet> m_one;
    WindowWatch<DistributionSet> m_watch;

    PaneHead *m_head = nullptr;
    SearchField *m_search = nullptr;
    QPushButton *m_new = nullptr;
    LoadBanner *m_banner = nullptr;
    DragTable *m_table = nullptr;
    RowMarks *m_marks = nullptr;
    RowReveal *m_reveal = nullptr;
    SetBar *m_bar = nullptr;
};

} // namespace falconer
