// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/deletesetsheet.h"

#include "services/http/client.h"
#include "ui/composition/compositiontext.h"
#include "ui/plan/consequencelist.h"
#include "ui/plan/journalnote.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

ConsequenceLine line(const QString &id, Icon icon, Tone tone, const QString &sentence)
{
    return { .id = id, .icon = icon, .tone = tone, .sentence = sentence };
}

ConsequenceLine fateLine(const DistributionSet &set, bool wasAssigned)
{
    if (wasAssigned) {
        return line(u"hidden"_s, Icon::Warning, Tone::Attention,
            DeleteSetSheet::tr(
                "It was assigned once: the server only hides it, for good, and no other set of its "
                "type can ever be called %1.")
                .arg(titleOf(set)));
    }
    return line(u"gone"_s, Icon::Delete, Tone::Attention,
        DeleteSetSheet::tr(
            "It was never assigned as far as the server tells: it is deleted, with its metadata, "
            "and its name is free again."));
}

} // namespace

DeleteSetSheet::DeleteSetSheet(
    const RepositoryContext &context, const DistributionSet &set, QWidget *window)
    : FormSheet(context.sheets, window)
    , m_client(context.client)
    , m_set(set)
    , m_lines(new ConsequenceList(this))
{
    setTitle(DeleteSetSheet::tr("Delete %1").arg(titleOf(set)));
    addWidePart(m_lines);
    m_lines->setLines({ line(u"asking"_s, Icon::Unknown, Tone::Quiet,
        DeleteSetSheet::tr("Looking whether it was ever assigned...")) });
    setButtons(tr("Delete"), tr("Keep"));
    setDangerous();
    setObstacle(DeleteSetSheet::tr("Whether it was ever assigned is being looked up..."));
    m_statistics = context.client.send(getDistributionSetStatistics(set.id),
        [this](const Result<DistributionSetStatistics> &answer) { showUse(answer); });
}

// A locked set was assigned, or somebody locked it: the statistics decide where there are any.
void DeleteSetSheet::showUse(const Result<DistributionSetStatistics> &answer)
{
    QList<ConsequenceLine> lines;
    if (!answer) {
        lines << line(u"unknown"_s, Icon::Unknown, Tone::Attention,
            DeleteSetSheet::tr(
                "Whether it was ever assigned could not be read. If it was, the server only hides "
                "it, and its name and version stay taken."));
    } else {
        const SetFate fate = setFate(m_set, answer);
        lines << fateLine(m_set, fate.kind == SetFate::Kind::Hidden);
        if (fate.runningActions > 0) {
            lines << line(u"running"_s, Icon::Warning, Tone::Attention,
                DeleteSetSheet::tr(
                    "%n action(s) of it have not ended, and devices go on with them: cancel them "
                    "first if it should not be installed.",
                    nullptr, int(fate.runningActions)));
        }
        if (fate.autoAssignments > 0) {
            lines << line(u"auto"_s, Icon::Warning, Tone::Attention,
                DeleteSetSheet::tr(
                    "%n target filter(s) assign it by themselves: they will no longer.", nullptr,
                    int(fate.autoAssignments)));
        }
    }
    lines << line(u"modules"_s, Icon::Information, Tone::Quiet,
        m_set.modules.isEmpty()
            ? DeleteSetSheet::tr("It has no modules.")
            : DeleteSetSheet::tr("Its %n module(s) stay.", nullptr, int(m_set.modules.size())));
    m_lines->setLines(lines);
    setObstacle({});
}

void DeleteSetSheet::submit()
{
    beginSending(tr("Deleting..."));
    m_deletion.remove(m_client, m_set.id, [this](const std::optional<Error> &error) {
        if (error)
            return refuse(*error);
        writeToJournal(context(), JournalEntry::What::SetDeleted, titleOf(m_set));
        emit deleted();
        succeed();
    });
}

} // namespace falconer
