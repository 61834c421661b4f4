// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/clonesetsheet.h"

#include "services/hawkbit/rsql.h"
#include "services/http/client.h"
#include "services/repository/nextversion.h"
#include "ui/composition/compositiontext.h"
#include "ui/plan/journalnote.h"
#include "ui/shared/banner.h"
#include "ui/shared/errortext.h"
#include "ui/shared/formfield.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>

#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostVersions = 500; // of one answer, the server's limit

QString modulesText(const DistributionSet &set)
{
    QStringList names;
    for (const SoftwareModule &module : set.modules)
        names << titleOf(module);
    names.sort();
    return names.isEmpty() ? CloneSetSheet::tr("none yet") : names.join(u'\n');
}

QString stepText(SetCloner::Step step)
{
    switch (step) {
    case SetCloner::Step::Amend:
        return CloneSetSheet::tr("what was typed since then was not taken");
    case SetCloner::Step::ReadTags:
    case SetCloner::Step::AssignTags:
        return CloneSetSheet::tr("its tags are missing");
    default:
        return CloneSetSheet::tr("its metadata are missing");
    }
}

} // namespace

CloneSetSheet::CloneSetSheet(
    const RepositoryContext &context, const DistributionSet &set, QWidget *window)
    : SetFormSheet(context, window)
    , m_set(set)
    , m_cloner(context.client)
    , m_tags(new QCheckBox(tr("Copy its tags too"), this))
{
    setTitle(tr("New version of %1").arg(titleOf(set)));
    addNameFields();
    versionField()->setHint(tr("Proposed: the next one behind %1 that is free").arg(set.version));
    addField(tr("Modules"), new QLabel(modulesText(set), this))
        ->setHint(tr("The new version has the same, and is not locked: drag others onto it then."));
    addTextFields();
    m_tags->setObjectName(u"copyTags"_s);
    m_tags->setChecked(true);
    addBox(m_tags);
    fill({ set.name, nextVersion(set.version), set.description, set.requiredMigrationStep });
    setFirstField(versionEdit());
    setButtons(tr("Create"));
    connect(&m_cloner, &SetCloner::finished, this, &CloneSetSheet::showResult);
    connect(&banner(), &Banner::actionTriggered, this, &CloneSetSheet::remove);
    askVersions();
}

// What somebody typed meanwhile stays.
void CloneSetSheet::askVersions()
{
    const QString proposed = versionEdit()->text();
    m_versions = client().send(
        listDistributionSets({ .limit = mostVersions, .filter = rsqlSame(u"name"_s, m_set.name) }),
        [this, proposed](const Result<Page<DistributionSet>> &answer) {
            if (!answer || versionEdit()->text() != proposed)
                return;
            QStringList taken;
            for (const DistributionSet &set : answer->content) {
                if (set.name == m_set.name && set.type == m_set.type)
                    taken << set.version;
            }
            versionEdit()->setText(nextFreeVersion(m_set.version, taken));
        });
}

CloneOrder CloneSetSheet::orderOf(const Typed &values) const
{
    CloneOrder order{ .source = m_set.id,
        .wanted = { .name = values.name,
            .version = values.version,
            .type = m_set.type,
            .description = values.description,
            .requiredMigrationStep = values.requiredMigrationStep },
        .copyTags = m_tags->isChecked() };
    for (const SoftwareModule &module : m_set.modules)
        order.wanted.modules << module.id;
    return order;
}

void CloneSetSheet::submit()
{
    const std::optional<Typed> values = typed();
    if (!values)
        return;
    m_versions.abort();
    if (m_cloner.created()) {
        beginSending(tr("Continuing..."));
        m_cloner.resume(orderOf(*values));
    } else {
        beginSending(tr("Creating..."));
        m_cloner.start(orderOf(*values));
    }
}

void CloneSetSheet::showResult()
{
    if (m_cloner.created() && !std::exchange(m_isInJournal, true))
        writeToJournal(context(), JournalEntry::What::SetCreated, titleOf(*m_cloner.created()));
    if (!m_cloner.error()) {
        emit created(m_cloner.created()->id);
        return succeed();
    }
    const Error error = *m_cloner.error();
    if (m_cloner.created())
        showPartial(error);
    if (!m_cloner.created() || error.code == "repo.entityAlreadyExists"_L1)
        showRefusal(error, m_set.type);
    else
        endSending();
}

void CloneSetSheet::showPartial(const Error &error)
{
    const ErrorText text = errorText(error, context().profile);
    banner().showMessage(Tone::Failure,
        tr("%1 was made, but %2.").arg(titleOf(*m_cloner.created()), stepText(m_cloner.step())),
        text.sentence, text.details);
    banner().setAction(tr("Delete it again"));
    setButtons(tr("Continue"), tr("Keep it as it is"));
}

void CloneSetSheet::remove()
{
    banner().clear();
    beginSending(tr("Deleting it again..."));
    m_deletion.remove(client(), m_cloner.created()->id, [this](const std::optional<Error> &error) {
        if (!error) {
            writeToJournal(context(), JournalEntry::What::SetDeleted, titleOf(*m_cloner.created()));
            return succeed();
        }
        refuse(*error);
        banner().setAction(tr("Delete it again"));
    });
}

void CloneSetSheet::reject()
{
    if (!isAtWork() && m_cloner.created())
        emit created(m_cloner.created()->id);
    SetFormSheet::reject();
}

} // namespace falconer
