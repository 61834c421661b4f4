// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/unlocksetsheet.h"

#include "ui/composition/compositiontext.h"
#include "ui/plan/consequencelist.h"
#include "ui/plan/journalnote.h"

#include <QCheckBox>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QList<SoftwareModule> lockedModules(const DistributionSet &set)
{
    QList<SoftwareModule> locked;
    std::copy_if(set.modules.begin(), set.modules.end(), std::back_inserter(locked),
        [](const SoftwareModule &module) { return module.locked; });
    return locked;
}

QList<ConsequenceLine> linesOf(const DistributionSet &set)
{
    QList<ConsequenceLine> lines;
    if (set.locked) {
        lines << ConsequenceLine{ .id = u"set"_s,
            .icon = Icon::Locked,
            .sentence = UnlockSetSheet::tr("Modules can be put into it and taken out again.") };
    }
    lines << ConsequenceLine{ .id = u"devices"_s,
        .icon = Icon::Warning,
        .tone = Tone::Attention,
        .sentence = UnlockSetSheet::tr(
            "Devices that get it from now on may get something else than those that have it "
            "under the same version. A new version tells them apart.") };
    return lines;
}

} // namespace

UnlockSetSheet::UnlockSetSheet(
    const RepositoryContext &context, const DistributionSet &set, QWidget *window)
    : FormSheet(context.sheets, window)
    , m_client(context.client)
    , m_set(set)
    , m_modules(new QCheckBox(this))
{
    setTitle(tr("Unlock %1").arg(titleOf(set)));
    auto *const lines = new ConsequenceList(this);
    lines->setLines(linesOf(set));
    addPart(lines);
    const QList<SoftwareModule> modules = lockedModules(set);
    m_modules->setObjectName(u"modules"_s);
    m_modules->setText(tr("Unlock its %n locked module(s) too: their artifacts can then change",
        nullptr, int(modules.size())));
    m_modules->setChecked(true);
    m_modules->setEnabled(set.locked); // else there is nothing but them
    m_modules->setVisible(!modules.isEmpty());
    addPart(m_modules);
    setButtons(tr("Unlock"));
}

void UnlockSetSheet::submit()
{
    beginSending(tr("Unlocking..."));
    m_lock.unlock(
        m_client, m_set, m_modules->isChecked(), [this](const std::optional<Error> &error) {
            if (error)
                return refuse(*error);
            writeToJournal(context(), JournalEntry::What::SetUnlocked, titleOf(m_set));
            succeed();
            emit unlocked();
        });
}

} // namespace falconer
