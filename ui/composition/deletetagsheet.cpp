// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/deletetagsheet.h"

#include "services/http/client.h"
#include "ui/composition/compositiontext.h"
#include "ui/plan/consequencelist.h"
#include "ui/shared/banner.h"

#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNames = 500; // a page

} // namespace

DeleteTagSheet::DeleteTagSheet(
    const RepositoryContext &context, const DistributionSetTag &tag, QWidget *window)
    : FormSheet(context.sheets, window)
    , m_client(context.client)
    , m_tag(tag)
    , m_lines(new ConsequenceList(this))
{
    setTitle(tr("Delete the tag %1").arg(tag.name));
    setButtons(tr("Delete the tag"), tr("Keep it"));
    setDangerous();
    addWidePart(m_lines);
    m_lines->setLines({ { .id = u"asking"_s,
        .icon = Icon::Unknown,
        .tone = Tone::Quiet,
        .sentence = tr("Looking which sets have it...") } });
    setObstacle(tr("Which sets have it is being looked up..."));
    m_use = m_client.send(listSetsOfTag(tag.id, { .limit = mostNames }),
        [this](const Result<Page<DistributionSet>> &sets) { showUse(sets); });
}

void DeleteTagSheet::showUse(const Result<Page<DistributionSet>> &sets)
{
    ConsequenceLine line{ .id = u"unknown"_s,
        .icon = Icon::Unknown,
        .tone = Tone::Attention,
        .sentence = tr("Which sets have it could not be read. They stay as they are without it.") };
    if (sets && sets->total == 0) {
        line = { .id = u"unused"_s,
            .icon = Icon::Information,
            .tone = Tone::Quiet,
            .sentence = tr("No set has it.") };
    } else if (sets) {
        QStringList names;
        for (const DistributionSet &set : sets->content)
            names << titleOf(set);
        line = { .id = u"sets"_s,
            .icon = Icon::Repository,
            .tone = Tone::Attention,
            .number = sets->total,
            .sentence
            = tr("set(s) lose it, and stay as they are otherwise", nullptr, int(sets->total)),
            .names = names };
    }
    m_lines->setLines({ line });
    setObstacle({});
}

void DeleteTagSheet::submit()
{
    beginSending(tr("Deleting..."));
    m_call
        = m_client.send(deleteDistributionSetTag(m_tag.id), [this](const Result<Nothing> &answer) {
              // Somebody else was faster: that is what was wanted.
              if (!answer && answer.error().kind != ErrorKind::NotFound)
                  return refuse(answer.error());
              succeed();
          });
}

} // namespace falconer
