// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/targetdetails.h"

#include "models/relativetime.h"
#include "models/softwaretitles.h"
#include "models/targetcolumns.h"
#include "services/hawkbit/metadata.h"
#include "services/http/client.h"
#include "ui/shared/errortext.h"
#include "ui/shared/panehead.h"

namespace falconer {

namespace {

enum Section { Self, Installed, Assigned, Tags, Attributes, MetadataSection };

PropertyRow timeRow(const QString &label, const QDateTime &time, const QString &never)
{
    return { label, time.isValid() ? dayAndTime(time) : never, exactTime(time) };
}

QList<PropertyRow> rowsOf(const std::optional<DistributionSet> &set)
{
    if (!set)
        return {};
    QList<PropertyRow> rows{ { TargetDetails::tr("Set"), titleOf(*set) },
        { TargetDetails::tr("Type"), typeText(*set) } };
    for (const SoftwareModule &module : set->modules)
        rows << PropertyRow{ typeText(module), titleOf(module) };
    return rows;
}

QList<PropertyRow> rowsOf(const QMap<QString, QString> &attributes)
{
    QList<PropertyRow> rows;
    for (auto it = attributes.begin(); it != attributes.end(); ++it)
        rows << PropertyRow{ it.key(), it.value() };
    return rows;
}

QList<PropertyRow> rowsOf(const QList<TargetTag> &tags)
{
    QList<PropertyRow> rows;
    for (const TargetTag &tag : tags)
        rows << PropertyRow{ tag.name, tag.description };
    return rows;
}

QList<PropertyRow> rowsOf(const QList<Metadata> &entries)
{
    QList<PropertyRow> rows;
    for (const Metadata &entry : entries)
        rows << PropertyRow{ entry.key, entry.value };
    return rows;
}

// What an answer shows in its section.
template <typename T> auto into(PropertySheet *sheet, Section section, const QString &whenEmpty)
{
    return [sheet, section, whenEmpty](const Result<T> &answer) {
        if (answer) {
            sheet->setRows(section, rowsOf(*answer), whenEmpty);
            return;
        }
        const ErrorText text = errorText(answer.error());
        sheet->setMessage(section, text.sentence, text.details);
    };
}

} // namespace

TargetDetails::TargetDetails(Client &client, QWidget *parent)
    : DetailsPage(tr("Target"), parent)
    , m_client(client)
{
}

void TargetDetails::showTarget(const Target &target)
{
    if (target == m_target)
        return;
    const Target before = std::exchange(m_target, target);
    if (before.controllerId != target.controllerId) {
        sheet().clear();
        head().setTitle(target.name);
        for (const QString &title : { tr("Target"), tr("Installed"), tr("Assigned"), tr("Tags"),
                 tr("Attributes"), tr("Metadata") })
            sheet().addSection(title);
        askRest();
        askSets();
    } else if (before.installedAt != target.installedAt
        || before.updateStatus != target.updateStatus) {
        askSets();
    }
    showSelf(target);
}

void TargetDetails::showSelf(const Target &target)
{
    QList<PropertyRow> rows{
        { tr("Controller id"), target.controllerId },
        { tr("Status"), updateStatusText(target.updateStatus) },
        timeRow(tr("Last contact"), target.lastControllerRequestAt, tr("never")),
        timeRow(tr("Installed at"), target.installedAt, tr("nothing yet")),
        { tr("Type"),
            target.targetTypeName.isEmpty() ? tr("none: takes any set") : target.targetTypeName },
        { tr("Address"), target.address.isEmpty() ? tr("unknown") : target.address },
        { tr("Created"), tr("%1 by %2").arg(dayAndTime(target.createdAt), target.createdBy),
            exactTime(target.createdAt) },
    };
    if (target.pollStatus) {
        const QDateTime &expected = target.pollStatus->nextExpectedRequestAt;
        const QString when = dayAndTime(expected);
        rows.insert(3,
            { tr("Next contact"),
                target.pollStatus->overdue ? tr("overdue, was expected %1").arg(when) : when,
                exactTime(expected) });
    }
    if (!target.description.isEmpty())
        rows.insert(1, { tr("Description"), target.description });
    if (!target.group.isEmpty())
        rows << PropertyRow{ tr("Group"), target.group };
    if (target.securityToken.isEmpty())
        rows << PropertyRow{ tr("Security token"), tr("not visible to you") };
    else
        rows << PropertyRow{ tr("Security token"), target.securityToken, {}, true };
    sheet().setRows(Self, rows);
}

void TargetDetails::askSets()
{
    using Set = std::optional<DistributionSet>;
    m_calls.installed = m_client.send(getInstalledDistributionSet(m_target.controllerId),
        into<Set>(&sheet(), Installed, tr("nothing yet")));
    m_calls.assigned = m_client.send(getAssignedDistributionSet(m_target.controllerId),
        into<Set>(&sheet(), Assigned, tr("nothing")));
}

void TargetDetails::askRest()
{
    const QString &id = m_target.controllerId;
    m_calls.tags
        = m_client.send(listTagsOfTarget(id), into<QList<TargetTag>>(&sheet(), Tags, tr("none")));
    m_calls.attributes = m_client.send(getTargetAttributes(id),
        into<QMap<QString, QString>>(&sheet(), Attributes, tr("The device has not sent any.")));
    m_calls.metadata = m_client.send(listMetadata({ MetadataOwner::Kind::Target, id }),
        into<QList<Metadata>>(&sheet(), MetadataSection, tr("none")));
}

} // namespace falconer
