// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/types/deletetypesheet.h"

#include "services/hawkbit/rsql.h"
#include "services/http/client.h"
#include "services/http/gone.h"
#include "ui/plan/consequencelist.h"
#include "ui/plan/journalnote.h"
#include "ui/shared/banner.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNames = 500; // a page

} // namespace

DeleteTypeSheet::DeleteTypeSheet(const TypesContext &context, const SoftwareModuleType &type,
    const QList<SetTypeRules> &demanding, QWidget *window)
    : FormSheet(context.sheets, window)
    , m_types(context)
    , m_key(type.key)
    , m_deletion(deleteSoftwareModuleType(type.id))
    , m_lines(new ConsequenceList(this))
{
    for (const SetTypeRules &rules : demanding) {
        if (rules.find(type.key))
            m_demanding << rules.type.name;
    }
    build(type.name);
}

DeleteTypeSheet::DeleteTypeSheet(
    const TypesContext &context, const DistributionSetType &type, QWidget *window)
    : FormSheet(context.sheets, window)
    , m_types(context)
    , m_isSetType(true)
    , m_isDefault(context.server.config.value(u"default.ds.type"_s).value.toInteger() == type.id)
    , m_key(type.key)
    , m_deletion(deleteDistributionSetType(type.id))
    , m_lines(new ConsequenceList(this))
{
    build(type.name);
}

void DeleteTypeSheet::build(const QString &name)
{
    m_name = name;
    setTitle(tr("Delete the type %1").arg(name));
    setButtons(tr("Delete the type"), tr("Keep it"));
    setDangerous();
    addWidePart(m_lines);
    connect(&banner(), &Banner::actionTriggered, this, &DeleteTypeSheet::read);
    read();
}

// Nobody should delete without knowing what it does.
void DeleteTypeSheet::read()
{
    banner().clear();
    setObstacle(tr("What has the type is being looked up..."));
    const ListQuery query{ .limit = mostNames, .filter = rsqlSame(u"type"_s, m_key) };
    m_isSetType ? ask(listDistributionSets(query)) : ask(listSoftwareModules(query));
}

template <typename T> void DeleteTypeSheet::ask(const Request<Page<T>> &request)
{
    m_use = m_types.client.send(request, [this](const Result<Page<T>> &page) {
        if (!page) {
            banner().showError(page.error(), context().profile);
            banner().setAction(tr("Try again"));
            return setObstacle(tr("What has the type could not be looked up."));
        }
        Page<QString> use{ .total = page->total };
        for (const T &one : page->content)
            use.content << QString(one.name + u' ' + one.version);
        takeUse(use);
    });
}

ConsequenceLine DeleteTypeSheet::useLine(const Page<QString> &use) const
{
    const int count = int(use.total);
    return { .id = u"used"_s,
        .icon = Icon::Repository,
        .tone = Tone::Attention,
        .number = count,
        .sentence = m_isSetType
            ? tr("distribution set(s) have this type: the server only hides it, and its key and "
                 "name stay taken",
                nullptr, count)
            : tr("software module(s) have this type: the server only hides it, and its key and "
                 "name stay taken",
                nullptr, count),
        .names = use.content };
}

void DeleteTypeSheet::takeUse(const Page<QString> &use)
{
    QList<ConsequenceLine> lines;
    if (use.total > 0)
        lines << useLine(use);
    if (!m_demanding.isEmpty()) {
        lines << ConsequenceLine{ .id = u"demanded"_s,
            .icon = Icon::Types,
            .tone = Tone::Attention,
            .number = m_demanding.size(),
            .sentence = tr("distribution set type(s) name it: the server only hides it, and they "
                           "go on naming it",
                nullptr, int(m_demanding.size())),
            .names = m_demanding };
    }
    if (lines.isEmpty()) {
        lines << ConsequenceLine{ .id = u"unused"_s,
            .icon = Icon::Information,
            .sentence = tr("Nothing in sight has it, so it is removed for good and its key and "
                           "name are free again. Only if something deleted still has it, the "
                           "server hides it instead.") };
    }
    if (m_isDefault) {
        lines << ConsequenceLine{ .id = u"default"_s,
            .icon = Icon::Warning,
            .tone = Tone::Failure,
            .sentence = tr("It is the type that new sets get when none is said. It stays so "
                           "although it is hidden: choose another default first.") };
    }
    m_lines->setLines(lines);
    setObstacle({});
}

void DeleteTypeSheet::submit()
{
    beginSending(tr("The type is being deleted..."));
    m_call = m_types.client.send(m_deletion, [this](const Result<Nothing> &answer) {
        if (!isGone(answer))
            return refuse(answer.error());
        writeToJournal(context(), JournalEntry::What::TypeDeleted, m_name);
        succeed();
    });
}

} // namespace falconer
