// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/targetdetails.h"

#include "models/relativetime.h"
#include "models/targetcolumns.h"
#include "services/http/client.h"
#include "ui/shared/errortext.h"
#include "ui/shared/icons.h"
#include "ui/shared/panehead.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace falconer {

namespace {

enum Section { Self, Installed, Assigned, Tags, Attributes, MetadataSection };

QString timeOrNever(const QDateTime &time, const QString &never)
{
    if (!time.isValid())
        return never;
    return exactTime(time);
}

QList<PropertyRow> rowsOf(const std::optional<DistributionSet> &set)
{
    if (!set)
        return {};
    QList<PropertyRow> rows{ { TargetDetails::tr("Set"), set->name + u' ' + set->version },
        { TargetDetails::tr("Type"), set->typeName.isEmpty() ? set->type : set->typeName } };
    for (const SoftwareModule &module : set->modules)
        rows << PropertyRow{ module.typeName.isEmpty() ? module.type : module.typeName,
            module.name + u' ' + module.version };
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
    : QWidget(parent)
    , m_client(client)
    , m_head(new PaneHead(tr("Target"), this))
    , m_sheet(new PropertySheet(this))
{
    auto *const close = new QToolButton(m_head);
    close->setIcon(icon(Icon::Remove, Tone::Quiet));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the details"));
    close->setAccessibleName(tr("Close the details"));
    connect(close, &QToolButton::clicked, this, &TargetDetails::closeRequested);
    m_head->addControl(close);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_sheet, 1);
}

void TargetDetails::clear()
{
    m_calls = {};
    m_target = {};
    m_sheet->clear();
    m_head->setTitle(tr("Target"));
}

void TargetDetails::showTarget(const Target &target)
{
    if (target == m_target)
        return;
    const Target before = std::exchange(m_target, target);
    if (before.controllerId != target.controllerId) {
        m_sheet->clear();
        m_head->setTitle(target.name);
        for (const QString &title : { tr("Target"), tr("Installed"), tr("Assigned"), tr("Tags"),
                 tr("Attributes"), tr("Metadata") })
            m_sheet->addSection(title);
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
        { tr("Last contact"), timeOrNever(target.lastControllerRequestAt, tr("never")) },
        { tr("Installed at"), timeOrNever(target.installedAt, tr("nothing yet")) },
        { tr("Type"),
            target.targetTypeName.isEmpty() ? tr("none: takes any set") : target.targetTypeName },
        { tr("Address"), target.address.isEmpty() ? tr("unknown") : target.address },
        { tr("Created"), tr("%1 by %2").arg(exactTime(target.createdAt), target.createdBy) },
    };
    if (target.pollStatus) {
        const QString when = exactTime(target.pollStatus->nextExpectedRequestAt);
        rows.insert(3,
            { tr("Next contact"),
                target.pollStatus->overdue ? tr("overdue, was expected %1").arg(when) : when });
    }
    if (!target.description.isEmpty())
        rows.insert(1, { tr("Description"), target.description });
    if (!target.group.isEmpty())
        rows << PropertyRow{ tr("Group"), target.group };
    if (target.securityToken.isEmpty())
        rows << PropertyRow{ tr("Security token"), tr("not visible to you") };
    else
        rows << PropertyRow{ tr("Security token"), target.securityToken, {}, true };
    m_sheet->setRows(Self, rows);
}

void TargetDetails::askSets()
{
    using Set = std::optional<DistributionSet>;
    m_calls.installed = m_client.send(getInstalledDistributionSet(m_target.controllerId),
        into<Set>(m_sheet, Installed, tr("nothing yet")));
    m_calls.assigned = m_client.send(getAssignedDistributionSet(m_target.controllerId),
        into<Set>(m_sheet, Assigned, tr("nothing")));
}

void TargetDetails::askRest()
{
    const QString &id = m_target.controllerId;
    m_calls.tags
        = m_client.send(listTagsOfTarget(id), into<QList<TargetTag>>(m_sheet, Tags, tr("none")));
    m_calls.attributes = m_client.send(getTargetAttributes(id),
        into<QMap<QString, QString>>(m_sheet, Attributes, tr("The device has not sent any.")));
    m_calls.metadata = m_client.send(
        listTargetMetadata(id), into<QList<Metadata>>(m_sheet, MetadataSection, tr("none")));
}

} // namespace falconer
