// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/http/call.h"
#include "services/http/result.h"
#include "services/repository/setcompleteness.h"
#include "ui/repository/repositorycontext.h"

#include <QMimeData>
#include <QWidget>

#include <map>

class QPushButton;
class QSplitter;

namespace falconer {

class Banner;
class EmptyState;
class MetadataTable;
class PaneHead;
class PlacesView;
class PropertySheet;
class SetsSide;
class TagStrip;
class TakeOutZone;

// One distribution set: its modules in the places of its type and why it is incomplete, what it is
// and what uses it, tags, metadata. Kept up to date while it is shown. Changes go through the
// side's writer, so that a refusal is shown there, with the way out.
class SetPage final : public QWidget {
    Q_OBJECT

public:
    // side outlives it.
    SetPage(const RepositoryContext &context, SetsSide &side, QWidget *parent = nullptr);
    ~SetPage() override;

    void showSet(const std::optional<DistributionSet> &set);
    const std::optional<DistributionSet> &shownSet() const { return m_set; }

    PlacesView &places() { return *m_places; }
    TagStrip &tags() { return *m_tags; }
    MetadataTable &metadata() { return *m_metadata; }

    // A drag that began elsewhere, such as of modules.
    void showDrag(const QMimeData *data);
    void endDrag();

private:
    void build();
    QWidget *newComposition();
    QWidget *newFacts();
    void wire();
    void wireDrags();
    void watch();
    void takeSet(const DistributionSet &set);
    void askArtifacts();
    void showComposition();
    void showReasons(const SetCompleteness &completeness);
    void showFacts();
    void updateRemove();
    void removeCurrent();
    void openNewTag();

    RepositoryContext m_context;
    SetsSide &m_side;
    std::optional<DistributionSet> m_set;
    std::optional<Result<DistributionSetStatistics>> m_statistics;
    QMap<qint64, QList<Artifact>> m_artifacts; // by module id
    std::map<qint64, Call> m_artifactCalls;
    Call m_setWatch;
    Call m_statisticsWatch;

    PaneHead *m_head = nullptr;
    EmptyState *m_empty = nullptr;
    QSplitter *m_columns = nullptr;
    Banner *m_why = nullptr;
    PlacesView *m_places = nullptr;
    TakeOutZone *m_takeOut = nullptr;
    QPushButton *m_remove = nullptr;
    PropertySheet *m_facts = nullptr;
    TagStrip *m_tags = nullptr;
    MetadataTable *m_metadata = nullptr;
};

} // namespace falconer
