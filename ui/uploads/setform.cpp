// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/setform.h"

#include "ui/shared/typecolour.h"
#include "ui/uploads/bringintext.h"
#include "ui/uploads/formnote.h"
#include "ui/uploads/namefields.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int indent = 21; // of what belongs to a choice

QString titlesOf(const QList<SoftwareModule> &modules, const QList<qint64> &ids)
{
    QStringList titles;
    for (const SoftwareModule &module : modules) {
        if (ids.contains(module.id))
            titles << module.name + u' ' + module.version;
    }
    return titles.join(u", "_s);
}

// What is selected in it, to be typed over, stays so.
void proposeText(QLineEdit *field, const QString &text)
{
    if (field->text() == text)
        return;
    field->setText(text);
    if (!field->hasFocus())
        field->home(false); // a long one shows how it begins
}

} // namespace

SetForm::SetForm(QWidget *parent)
    : QWidget(parent)
    , m_none(new QRadioButton(tr("No distribution set"), this))
    , m_new(new QRadioButton(tr("A new distribution set"), this))
    , m_next(new QRadioButton(tr("The next version of a set that is there"), this))
    , m_name(new QLineEdit(this))
    , m_version(new QLineEdit(this))
    , m_type(new QComboBox(this))
    , m_formerSet(new QComboBox(this))
    , m_nextVersion(new QLineEdit(this))
    , m_note(new FormNote(this))
{
    build();
    for (QRadioButton *const choice : { m_none, m_new, m_next }) {
        connect(choice, &QRadioButton::toggled, this, &SetForm::showChoice);
        connect(choice, &QRadioButton::clicked, this, [this] {
            m_isChosen = true;
            emit edited();
        });
    }
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_isNameTyped = true; });
    connect(m_version, &QLineEdit::textEdited, this, [this] { m_isVersionTyped = true; });
    connect(m_nextVersion, &QLineEdit::textEdited, this, [this] { m_isNextTyped = true; });
    for (QLineEdit *const field : { m_name, m_version, m_nextVersion })
        connect(field, &QLineEdit::textEdited, this, [this] {
            showNote();
            emit edited();
        });
    connect(m_type, &QComboBox::activated, this, [this] {
        m_isTypeChosen = true;
        showNote();
        emit edited();
    });
    connect(m_formerSet, &QComboBox::activated, this, [this] {
        m_isNextTyped = false;
        proposeTexts(m_modules);
        showNote();
        emit edited();
    });
    m_none->setChecked(true);
}

void SetForm::build()
{
    setUpNameField(m_name, tr("Name of the distribution set"));
    setUpTypeField(m_type, tr("Type of the distribution set"));
    m_formerSet->setAccessibleName(tr("The set before it"));
    for (QLineEdit *const version : { m_version, m_nextVersion })
        setUpVersionField(version, tr("Version of the distribution set"));
    m_note->setContentsMargins(indent, 0, 0, 0);
    m_newFields = newFields({ m_name, m_version, m_type });
    m_nextFields = newFields({ m_formerSet, m_nextVersion });
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 8, 18, 10);
    layout->setSpacing(5);
    layout->addWidget(m_none);
    layout->addWidget(m_new);
    layout->addWidget(m_newFields);
    layout->addWidget(m_next);
    layout->addWidget(m_nextFields);
    layout->addWidget(m_note);
}

QWidget *SetForm::newFields(const QList<QWidget *> &fields)
{
    auto *const line = new QWidget(this);
    auto *const row = new QHBoxLayout(line);
    row->setContentsMargins(indent, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget *const field : fields)
        row->addWidget(field, field == fields.constFirst() ? 1 : 0);
    return line;
}

QList<QWidget *> SetForm::fields() const
{
    return { m_none, m_new, m_name, m_version, m_type, m_next, m_formerSet, m_nextVersion };
}

void SetForm::propose(const BringInFacts &facts, const QList<SetTypeRules> &types,
    const QList<BringInModule> &modules)
{
    m_modules = modules;
    m_former = formerSets(facts, modules);
    offerFormer();
    offerTypes(types, modules);
    proposeTexts(modules);
    if (!m_isChosen || (m_next->isChecked() && m_former.isEmpty()))
        chooseFitting(types);
    showChoice();
}

// What can be rolled out then, else nothing. What is still to be typed does not matter: the choice
// would move under the hand that types it.
void SetForm::chooseFitting(const QList<SetTypeRules> &types)
{
    const bool hasNew = std::ranges::any_of(
        m_modules, [](const BringInModule &module) { return module.existingId == 0; });
    m_whyNone = hasNew ? QString() : tr("No set is proposed: these modules are there already.");
    for (QRadioButton *const choice : { m_next, m_new }) {
        if (!hasNew || !choice->isEnabled() || (choice == m_next && m_former.isEmpty()))
            continue;
        choice->setChecked(true);
        const BringIn plan{ .modules = m_modules, .set = set(m_modules) };
        const auto fault = fitFaultOf(plan, types);
        if (!fault)
            return;
        m_whyNone = tr("No set is proposed. %1").arg(bringInFaultText(*fault, plan));
    }
    m_none->setChecked(true);
}

void SetForm::offerFormer()
{
    const QString chosen = former() != nullptr ? former()->name : QString();
    const QSignalBlocker blocker(m_formerSet);
    m_formerSet->clear();
    for (const DistributionSet &set : std::as_const(m_former))
        m_formerSet->addItem(set.name + u' ' + set.version, set.name);
    m_formerSet->setCurrentIndex(std::max(0, m_formerSet->findData(chosen)));
    if (!m_forbidden.isEmpty())
        return;
    m_next->setEnabled(!m_former.isEmpty());
    m_next->setToolTip(
        m_former.isEmpty() ? tr("No set has an earlier version of these modules.") : QString());
}

void SetForm::offerTypes(const QList<SetTypeRules> &types, const QList<BringInModule> &modules)
{
    const QString wanted
        = m_isTypeChosen ? m_type->currentData().toString() : fittingSetType(types, modules);
    const QSignalBlocker blocker(m_type);
    m_type->clear();
    QStringList colours;
    for (const SetTypeRules &rules : types) {
        m_type->addItem(rules.type.name, rules.type.key);
        colours << rules.type.colour;
    }
    setItemColours(*m_type, colours);
    m_type->setCurrentIndex(m_type->findData(wanted));
}

// Named after its first module, until somebody types.
void SetForm::proposeTexts(const QList<BringInModule> &modules)
{
    if (modules.isEmpty())
        return;
    if (!m_isNameTyped)
        proposeText(m_name, modules.constFirst().name);
    if (!m_isVersionTyped)
        proposeText(m_version, modules.constFirst().version);
    if (!m_isNextTyped && former() != nullptr)
        proposeText(m_nextVersion, nextSetVersion(*former(), modules));
}

const DistributionSet *SetForm::former() const
{
    const int index = m_formerSet->currentIndex();
    return index >= 0 && index < m_former.size() ? &m_former[index] : nullptr;
}

void SetForm::showChoice()
{
    m_newFields->setVisible(m_new->isChecked());
    m_nextFields->setVisible(m_next->isChecked());
    showNote();
}

void SetForm::showNote()
{
    if (const QString why = block(); !why.isEmpty())
        return m_note->say(why, Tone::Failure, version());
    if (m_none->isChecked() && !m_isChosen)
        return m_note->say(m_whyNone);
    if (!m_next->isChecked() || former() == nullptr)
        return m_note->say({});
    const BringInSet next = nextVersionOf(*former(), m_nextVersion->text(), m_modules);
    m_note->say(next.otherModules.isEmpty()
            ? tr("It holds only what is brought in now.")
            : tr("It keeps %1.").arg(titlesOf(former()->modules, next.otherModules)));
}

QLineEdit *SetForm::version() const
{
    return m_next->isChecked() ? m_nextVersion : m_version;
}

std::optional<BringInSet> SetForm::set(const QList<BringInModule> &modules) const
{
    if (m_next->isChecked() && former() != nullptr)
        return nextVersionOf(*former(), m_nextVersion->text().trimmed(), modules);
    if (m_new->isChecked())
        return BringInSet{ .name = m_name->text().trimmed(),
            .version = m_version->text().trimmed(),
            .type = m_type->currentData().toString() };
    return {};
}

void SetForm::forbid(const QString &why)
{
    m_forbidden = why;
    m_isChosen = true;
    m_none->setChecked(true);
    for (QRadioButton *const choice : { m_new, m_next }) {
        choice->setEnabled(false);
        choice->setToolTip(why);
    }
}

void SetForm::refuse(const QString &why)
{
    m_refused = set(m_modules);
    m_refusal = why;
    showNote();
    version()->setFocus(Qt::OtherFocusReason);
    version()->selectAll();
}

// The name, version and type decide, whatever modules it holds.
QString SetForm::block() const
{
    const std::optional<BringInSet> now = set(m_modules);
    const bool isSame = now && m_refused && now->name == m_refused->name
        && now->version == m_refused->version && now->type == m_refused->type;
    return isSame ? m_refusal : QString();
}

void SetForm::focusFault(BringInFault::Kind kind)
{
    if (kind == BringInFault::Kind::SetType)
        m_type->setFocus(Qt::OtherFocusReason);
    else if (kind == BringInFault::Kind::SetName)
        m_name->setFocus(Qt::OtherFocusReason);
    else
        version()->setFocus(Qt::OtherFocusReason);
}

} // namespace falconer
