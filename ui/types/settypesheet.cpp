// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/types/settypesheet.h"

#include "services/hawkbit/rsql.h"
#include "services/http/client.h"
#include "ui/shared/formfield.h"
#include "ui/types/moduletypechoice.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTypes = 500; // a page

bool isSame(QList<qint64> left, QList<qint64> right)
{
    std::sort(left.begin(), left.end());
    std::sort(right.begin(), right.end());
    return left == right;
}

} // namespace

SetTypeSheet::SetTypeSheet(const TypesContext &context,
    const QList<SoftwareModuleType> &moduleTypes, const std::optional<SetTypeRules> &rules,
    QWidget *window)
    : TypeForm(context, window)
    , m_rules(rules)
    , m_choice(new ModuleTypeChoice)
{
    build(moduleTypes);
    if (rules)
        show();
}

void SetTypeSheet::build(const QList<SoftwareModuleType> &moduleTypes)
{
    setTitle(tr("New distribution set type"));
    setButtons(tr("Create the type"));
    addKeyAndName();
    m_choice->setTypes(moduleTypes);
    m_choiceField = addField(tr("Modules"), m_choice);
    m_choiceField->setHint(moduleTypes.isEmpty()
            ? tr("The server has no software module type yet: make one first.")
            : tr("It can be changed until the first set of the type is made."));
    addDescriptionAndColour();
    connect(m_choice, &ModuleTypeChoice::edited, this, [this] {
        m_choiceField->setProblem({});
        emit edited();
    });
}

void SetTypeSheet::show()
{
    const DistributionSetType &type = m_rules->type;
    setTitle(tr("Edit %1").arg(type.name));
    setButtons(tr("Save"));
    showType(type.key, type.name, type.description, type.colour);
    m_mandatory = offered(m_rules->mandatory);
    m_optional = offered(m_rules->optional);
    for (const qint64 id : std::as_const(m_optional))
        m_choice->choose(id, ModuleTypeChoice::Optional);
    for (const qint64 id : std::as_const(m_mandatory))
        m_choice->choose(id, ModuleTypeChoice::Mandatory);
    connect(this, &TypeForm::edited, this, &SetTypeSheet::compare);
    compare();
    askUse();
}

// What nobody could choose here, such as a hidden module type, is not taken away either.
QList<qint64> SetTypeSheet::offered(const QList<SoftwareModuleType> &types) const
{
    QList<qint64> ids;
    for (const SoftwareModuleType &type : types) {
        if (m_choice->offers(type.id))
            ids << type.id;
    }
    return ids;
}

// Asked first: the server would refuse.
void SetTypeSheet::askUse()
{
    m_choice->setEnabled(false);
    m_choiceField->setHint(tr("Whether there are sets of this type is being looked up..."));
    m_use = types().client.send(
        listDistributionSets({ .limit = 1, .filter = rsqlSame(u"type"_s, m_rules->type.key) }),
        [this](const Result<Page<DistributionSet>> &sets) { takeUse(sets); });
}

void SetTypeSheet::takeUse(const Result<Page<DistributionSet>> &sets)
{
    const int count = sets ? int(sets->total) : 0;
    if (count > 0) {
        return m_choiceField->setFixed(
            tr("%n set(s) have this type: what such sets must and may hold can no longer change.",
                nullptr, count));
    }
    m_choice->setEnabled(true);
    m_choiceField->setHint(tr("It can be changed until the first set of the type is made."));
}

void SetTypeSheet::compare()
{
    const bool isSameModules = isSame(m_choice->chosen(ModuleTypeChoice::Mandatory), m_mandatory)
        && isSame(m_choice->chosen(ModuleTypeChoice::Optional), m_optional);
    setObstacle(
        isSameModules && change() == TypeChange{} ? tr("Nothing is changed yet.") : QString());
}

void SetTypeSheet::submit()
{
    if (!isComplete())
        return;
    if (!m_rules)
        return create();
    beginSending(tr("The type is being changed..."));
    m_steps = steps();
    sendNext();
}

std::vector<SetTypeSheet::Step> SetTypeSheet::steps()
{
    std::vector<Step> steps;
    removeAndAdd(steps);
    if (const TypeChange wanted = change(); wanted != TypeChange{}) {
        const RequestData update = updateDistributionSetType(m_rules->type.id, wanted);
        steps.push_back({ { update, ignoreBody() }, [this] { takeChange(); } });
    }
    return steps;
}

// Removed first: what is mandatory stays so when it is added as optional.
void SetTypeSheet::removeAndAdd(std::vector<Step> &steps)
{
    const qint64 id = m_rules->type.id;
    const auto walk
        = [&](QList<qint64> &has, ModuleTypeChoice::Place place, auto request, bool isRemoval) {
              const QList<qint64> wanted = m_choice->chosen(place);
              const QList<qint64> from = isRemoval ? has : wanted;
              for (const qint64 one : from) {
                  if ((isRemoval ? wanted : has).contains(one))
                      continue;
                  const auto done = [&has, one, isRemoval] {
                      isRemoval ? void(has.removeAll(one)) : has.append(one);
                  };
                  steps.push_back({ request(id, one), done, true });
              }
          };
    walk(m_mandatory, ModuleTypeChoice::Mandatory, &removeMandatoryModuleType, true);
    walk(m_optional, ModuleTypeChoice::Optional, &removeOptionalModuleType, true);
    walk(m_mandatory, ModuleTypeChoice::Mandatory, &addMandatoryModuleType, false);
    walk(m_optional, ModuleTypeChoice::Optional, &addOptionalModuleType, false);
}

void SetTypeSheet::sendNext()
{
    if (m_steps.empty()) {
        writeDown(JournalEntry::What::TypeChanged);
        return succeed();
    }
    m_call = types().client.send(m_steps.front().request, [this](const Result<Nothing> &answer) {
        const Step step = m_steps.front();
        if (answer) {
            step.done();
            m_steps.erase(m_steps.begin());
            return sendNext();
        }
        if (step.isOfModules && answer.error().code == "entityReadOnly"_L1) {
            return refuse(m_choiceField,
                tr("A set of this type exists, perhaps one that was deleted and is only "
                   "hidden: the server no longer lets this change."));
        }
        refuse(answer.error());
    });
}

void SetTypeSheet::create()
{
    const NewDistributionSetType wanted{ .key = key(),
        .name = name(),
        .description = description(),
        .colour = colour(),
        .mandatoryModuleTypes = m_choice->chosen(ModuleTypeChoice::Mandatory),
        .optionalModuleTypes = m_choice->chosen(ModuleTypeChoice::Optional) };
    sendNew(
        createDistributionSetTypes({ wanted }), listDistributionSetTypes({ .limit = mostTypes }));
}

} // namespace falconer
