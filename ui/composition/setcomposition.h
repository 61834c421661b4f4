// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/http/call.h"
#include "services/http/result.h"
#include "services/repository/setcompleteness.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/dropverdict.h"

#include <QMimeData>
#include <QWidget>

#include <map>

class QPushButton;

namespace falconer {

class Banner;
class PlacesView;
class SetsSide;
class TakeOutZone;

// The modules of a set in the places of its type, and why it is incomplete. Modules are dropped in
// and taken out through the side's writer, so that a refusal is shown there, with the way out.
class SetComposition final : public QWidget {
    Q_OBJECT

public:
    // side outlives it.
    SetComposition(const RepositoryContext &context, SetsSide &side, QWidget *parent = nullptr);

    // The same set with other values keeps what is known of its artifacts.
    void showSet(const std::optional<DistributionSet> &set);

    PlacesView &places() { return *m_places; }
    QPushButton &removeButton() { return *m_remove; } // for the head of whoever shows this

    // A drag that began elsewhere, such as of modules.
    void showDrag(const QMimeData *data);
    void endDrag();
    // While a module is dragged out of the places: what letting it go beside them would do.
    const std::optional<DropVerdict> &takeOutVerdict() const { return m_takeOutVerdict; }
    void removeCurrent();

private:
    void wire();
    void askArtifacts();
    void showPlaces();
    void showReasons(const SetCompleteness &completeness);
    void updateRemove();

    RepositoryContext m_context;
    SetsSide &m_side;
    std::optional<DistributionSet> m_set;
    QMap<qint64, QList<Artifact>> m_artifacts; // by module id
    std::map<qint64, Call> m_artifactCalls;
    std::optional<DropVerdict> m_takeOutVerdict;
    Banner *m_why;
    PlacesView *m_places;
    TakeOutZone *m_takeOut;
    QPushButton *m_remove;
};

} // namespace falconer
