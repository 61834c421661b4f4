// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/http/call.h"
#include "services/http/result.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/dropverdict.h"

#include <QMimeData>
#include <QWidget>

class QAction;
class QPushButton;
class QSplitter;

namespace falconer {

class EmptyState;
class MetadataTable;
class PaneHead;
class PlacesView;
class SetComposition;
class SetFactsPanel;
class SetTags;
class SetsSide;
class TagStrip;

// One distribution set: its modules, what it is and what uses it, tags, metadata; of several the
// tags. Kept up to date
// while it is shown; asks for nothing while it is out of sight. Changes go through the side's
// writer, so that a refusal is shown there, with the way out.
class SetPage final : public QWidget {
    Q_OBJECT

public:
    // side outlives it.
    SetPage(const RepositoryContext &context, SetsSide &side, QWidget *parent = nullptr);
    ~SetPage() override;

    void showSet(const std::optional<DistributionSet> &set);
    const std::optional<DistributionSet> &shownSet() const { return m_set; }

    void addCommand(QAction &action, const QString &shortText); // in its head

    PlacesView &places();
    TagStrip &tags();
    MetadataTable &metadata() { return *m_metadata; }

    // A drag that began elsewhere, such as of modules.
    void showDrag(const QMimeData *data);
    void endDrag();
    // While a module is dragged out of the set: what letting it go beside its places would do.
    const std::optional<DropVerdict> &takeOutVerdict() const;
    void takeOut();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void apply();
    void showNothing();
    void showCommands(bool shown);
    void showSeveral(const QList<qint64> &sets);
    void watch();
    void unwatch();
    void takeSet(const DistributionSet &set);

    RepositoryContext m_context;
    SetsSide &m_side;
    std::optional<DistributionSet> m_wanted; // shown as soon as it is in sight
    std::optional<DistributionSet> m_set;
    bool m_isWatching = false;
    Call m_watch;

    PaneHead *m_head = nullptr;
    QList<QPushButton *> m_commands;
    EmptyState *m_empty = nullptr;
    QSplitter *m_columns = nullptr;
    QList<qint64> m_several; // whose tags are shown
    SetTags *m_severalTags = nullptr;
    SetComposition *m_composition = nullptr;
    SetFactsPanel *m_facts = nullptr;
    MetadataTable *m_metadata = nullptr;
};

} // namespace falconer
