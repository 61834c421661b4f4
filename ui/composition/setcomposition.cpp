// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setcomposition.h"

#include "services/http/client.h"
#include "ui/composition/compositiontext.h"
#include "ui/composition/placesview.h"
#include "ui/composition/setsside.h"
#include "ui/composition/takeoutzone.h"
#include "ui/shared/banner.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

SetComposition::SetComposition(const RepositoryContext &context, SetsSide &side, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_side(side)
    , m_why(new Banner(this))
    , m_places(new PlacesView(this))
    , m_takeOut(new TakeOutZone(m_places, this))
    , m_remove(new QPushButton(tr("Take out"), this))
{
    m_remove->setObjectName(u"takeOut"_s);
    setTabOrder(m_remove, m_places); // it stands in the head
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_why);
    layout->addWidget(m_places, 1);
    layout->addWidget(m_takeOut);
    wire();
    updateRemove();
}

void SetComposition::wire()
{
    connect(m_places, &PlacesView::currentModuleChanged, this, &SetComposition::updateRemove);
    connect(m_places, &PlacesView::removeRequested, this, &SetComposition::removeCurrent);
    connect(m_remove, &QPushButton::clicked, this, &SetComposition::removeCurrent);
    connect(m_takeOut, &TakeOutZone::dropped, this, &SetComposition::removeCurrent);
    connect(&m_side.types(), &SetTypeBook::changed, this, &SetComposition::showPlaces);
    m_places->setRules({ .verdict = [this](const QMimeData &mime) -> std::optional<DropVerdict> {
                            return m_set ? m_side.dropVerdict(mime, *m_set) : std::nullopt;
                        },
        .take
        = [this](
              const QMimeData &mime) { return m_set ? m_side.dropDeed(mime, *m_set) : [] {}; } });
    connect(m_places, &PlacesView::dragBegun, this, [this](const QMimeData *mime) {
        if (const std::optional<SoftwareModule> module = m_places->currentModule()) {
            m_takeOutVerdict = removeVerdict(*m_set, *module, m_context.server);
            m_takeOut->open(*m_takeOutVerdict);
        }
        m_side.showDrag(mime);
    });
    connect(m_places, &PlacesView::dragEnded, this, [this] {
        m_takeOutVerdict.reset();
        m_takeOut->close();
        m_side.endDrag();
    });
}

void SetComposition::showSet(const std::optional<DistributionSet> &set)
{
    if (!set || !m_set || m_set->id != set->id) {
        m_artifacts.clear();
        m_artifactCalls.clear();
    }
    m_set = set;
    if (!m_set)
        return;
    askArtifacts();
    showPlaces();
}

// Whenever the set has changed, since a module that became complete has got some. What is known
// stays until the answers are here.
void SetComposition::askArtifacts()
{
    for (const SoftwareModule &module : std::as_const(m_set->modules)) {
        m_artifactCalls[module.id] = m_context.client.send(listArtifacts(module.id),
            [this, id = module.id](const Result<QList<Artifact>> &answer) {
                if (!answer)
                    return;
                m_artifacts[id] = *answer;
                showPlaces();
            });
    }
}

void SetComposition::showPlaces()
{
    if (!m_set)
        return;
    const SetCompleteness completeness
        = setCompleteness(*m_set, m_side.types().rulesOf(m_set->type), m_artifacts);
    m_places->showPlaces(completeness, m_artifacts);
    showReasons(completeness);
}

void SetComposition::showReasons(const SetCompleteness &completeness)
{
    if (!m_set->valid) {
        m_why->showMessage(Tone::Failure, tr("Invalidated: it cannot be assigned any more."),
            tr("Nothing brings it back. A new version can take its place."));
    } else if (!completeness.complete && m_side.types().isRead()) {
        m_why->showMessage(Tone::Attention, tr("Incomplete, so it cannot be assigned:"),
            tr("It %1.").arg(incompleteReasons(completeness).join(u"; "_s)));
    } else if (const QStringList deleted
               = titlesWhere(m_set->modules, [](const SoftwareModule &one) { return one.deleted; });
               !deleted.isEmpty()) {
        m_why->showMessage(Tone::Attention,
            tr("It holds what was deleted from the server: %1.").arg(deleted.join(u", "_s)),
            tr("Its files are gone, so no device can install it. A new version can do without."));
    } else {
        m_why->clear();
    }
}

void SetComposition::updateRemove()
{
    const std::optional<SoftwareModule> module = m_places->currentModule();
    const DropVerdict verdict = !m_set || !module
        ? DropVerdict{ false, tr("Select one of its modules first.") }
        : removeVerdict(*m_set, *module, m_context.server);
    m_remove->setEnabled(verdict.allowed);
    m_remove->setToolTip(verdict.sentence);
}

void SetComposition::removeCurrent()
{
    const std::optional<SoftwareModule> module = m_places->currentModule();
    if (m_set && module && removeVerdict(*m_set, *module, m_context.server).allowed)
        m_side.writer().removeModule(*m_set, *module);
}

void SetComposition::showDrag(const QMimeData *mime)
{
    if (m_set && mime) {
        if (const std::optional<DropVerdict> verdict = m_side.dropVerdict(*mime, *m_set))
            m_places->showDrag(*verdict);
    }
}

void SetComposition::endDrag()
{
    m_places->endDrag();
}

} // namespace falconer
