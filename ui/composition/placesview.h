// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/setcompleteness.h"
#include "ui/shared/dropverdict.h"

#include <QMimeData>
#include <QTreeWidget>

#include <functional>
#include <optional>

namespace falconer {

class DropOverlay;

// The modules of a set below the places that its type has for them; a place without a module says
// so. Modules are dropped in, dragged away, and taken out by Delete.
class PlacesView final : public QTreeWidget {
    Q_OBJECT

public:
    struct Rules {
        std::function<std::optional<DropVerdict>(const QMimeData &)> verdict; // nothing: not ours
        std::function<std::function<void()>(const QMimeData &)> take; // runs after the drag's end
    };

    explicit PlacesView(QWidget *parent = nullptr);

    void setRules(Rules rules) { m_rules = std::move(rules); }
    // artifacts: by module id, as far as they are read. The current module stays.
    void showPlaces(
        const SetCompleteness &completeness, const QMap<qint64, QList<Artifact>> &artifacts);
    std::optional<SoftwareModule> currentModule() const;

    // A drag that began elsewhere.
    void showDrag(const DropVerdict &verdict);
    void endDrag();

signals:
    void currentModuleChanged();
    void removeRequested();
    void dragBegun(const QMimeData *mime);
    void dragEnded();

protected:
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill(const SetCompleteness &completeness, const QMap<qint64, QList<Artifact>> &artifacts,
        qint64 current);
    void fitColumns();
    QTreeWidgetItem *addPlace(const QString &text, bool isMissing);
    void addModule(QTreeWidgetItem &place, const SoftwareModule &module,
        const std::optional<QList<Artifact>> &artifacts);
    const SoftwareModule *moduleOf(const QTreeWidgetItem *item) const;
    std::optional<DropVerdict> judge(const QDropEvent &event);
    QRect placeFor(const QMimeData &mime) const;

    Rules m_rules;
    DropOverlay *m_overlay;
    std::optional<DropVerdict> m_dragVerdict;
    QHash<qint64, SoftwareModule> m_modules;
};

} // namespace falconer
