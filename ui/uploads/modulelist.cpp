// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/modulelist.h"

#include "ui/uploads/moduleform.h"
#include "ui/uploads/modulelisthead.h"

#include <QGuiApplication>
#include <QHash>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace falconer {

namespace {

constexpr qsizetype builtFirst = 20; // forms: more than are in sight
constexpr qsizetype builtAround = 8; // one in sight, so that Tab finds the next
constexpr int mostUnversioned = 4;   // more versions than this nobody likes to type
constexpr int usualWidth = 700;

// What a form takes when it is shown, so that nothing moves when others are built.
int usualHeight(ModuleForm &form)
{
    const auto parts = form.findChildren<QWidget *>();
    for (const QWidget *const part : parts)
        part->ensurePolished(); // the style has its say about heights, too
    return form.heightForWidth(usualWidth);
}

} // namespace

ModuleList::ModuleList(QWidget *parent)
    : QWidget(parent)
    , m_head(new ModuleListHead(this))
    , m_several(new QWidget(this))
    , m_severalLayout(new QVBoxLayout(m_several))
{
    m_head->hide();
    auto *const layout = new QVBoxLayout(this);
    for (QVBoxLayout *const each : { layout, m_severalLayout }) {
        each->setContentsMargins({});
        each->setSpacing(0);
    }
    layout->addWidget(m_head);
    layout->addWidget(m_several);
    connect(m_head, &ModuleListHead::allClicked, this, &ModuleList::setAll);
    connect(m_head, &ModuleListHead::oneModuleChanged, this, &ModuleList::setOneModule);
}

void ModuleList::setArtifactLimit(qint64 limit)
{
    m_artifactLimit = limit;
}

void ModuleList::setFiles(const QList<DroppedFile> &files)
{
    m_files = files;
    proposeModulesFor(files);
    m_head->setVisible(m_forms.size() > 1);
    showChosen();
    if (isOneBetter())
        m_head->setOneModule(true);
}

void ModuleList::proposeModulesFor(const QList<DroppedFile> &files)
{
    QHash<QString, qint64> sizes;
    for (const DroppedFile &file : files)
        sizes.insert(file.path, file.size);
    const QList<ModuleProposal> proposals = proposeModules(files);
    int height = 0;
    for (const ModuleProposal &proposal : proposals) {
        qint64 bytes = 0;
        for (const QString &path : proposal.paths)
            bytes += sizes.value(path);
        ModuleForm *const form = newForm(proposal, bytes);
        m_forms << form;
        m_severalLayout->addWidget(form);
        if (m_forms.size() <= builtFirst)
            form->build();
        else
            form->setMinimumHeight(height);
        if (m_forms.size() == builtFirst)
            height = usualHeight(*form);
        connect(form, &ModuleForm::wantedClicked, this, [this, form] { toggleTo(*form); });
        connect(form, &ModuleForm::cameIntoSight, this,
            [this, index = m_forms.size() - 1] { buildAround(index); });
    }
}

ModuleForm *ModuleList::newForm(const ModuleProposal &proposal, qint64 bytes)
{
    auto *const form = new ModuleForm(proposal, bytes, this);
    form->setArtifactLimit(m_artifactLimit);
    connect(form, &ModuleForm::nameEdited, this, &ModuleList::nameEdited);
    connect(form, &ModuleForm::edited, this, &ModuleList::edited);
    return form;
}

// Files without versions that would each need one are parts of something, rather.
bool ModuleList::isOneBetter() const
{
    const auto unversioned = std::ranges::count_if(
        m_forms, [](const ModuleForm *form) { return form->draft().version().isEmpty(); });
    return unversioned > mostUnversioned && 2 * unversioned > m_forms.size()
        && (m_artifactLimit == 0 || m_files.size() <= m_artifactLimit);
}

void ModuleList::setOneModule(bool isOne)
{
    m_isOne = isOne;
    if (isOne)
        fillOne();
    m_several->setVisible(!isOne);
    if (m_one != nullptr)
        m_one->setVisible(isOne);
    emit modulesChanged();
}

// Of the files whose modules are chosen; of all, if none is.
void ModuleList::fillOne()
{
    const QList<DroppedFile> files = chosenFiles();
    qint64 bytes = 0;
    QStringList paths;
    for (const DroppedFile &file : files) {
        bytes += file.size;
        paths << file.path;
    }
    m_head->showFiles(int(files.size()));
    if (m_one != nullptr)
        return m_one->setFiles(paths, bytes);
    m_one = newForm(proposeOneModule(files), bytes);
    m_one->build();
    m_one->setFacts(m_facts);
    connect(m_one, &ModuleForm::wantedClicked, this, &ModuleList::edited);
    layout()->addWidget(m_one);
    QWidget *before = m_head->fields().constLast();
    for (QWidget *const field : m_one->fields())
        setTabOrder(std::exchange(before, field), field);
}

QList<DroppedFile> ModuleList::chosenFiles() const
{
    QSet<QString> paths;
    for (const ModuleForm *const form : m_forms) {
        if (form->draft().isWanted())
            paths += QSet<QString>(form->draft().paths().begin(), form->draft().paths().end());
    }
    if (paths.isEmpty())
        return m_files;
    QList<DroppedFile> chosen;
    std::ranges::copy_if(m_files, std::back_inserter(chosen),
        [&](const DroppedFile &file) { return paths.contains(file.path); });
    return chosen;
}

void ModuleList::setFacts(const BringInFacts &facts)
{
    m_facts = facts;
    for (ModuleForm *const form : std::as_const(m_forms))
        form->setFacts(facts);
    if (m_one != nullptr)
        m_one->setFacts(facts);
}

void ModuleList::setCreated(ModuleForm &form)
{
    form.setCreated();
    m_head->fixModules(tr("Software modules were created already."));
    showChosen();
}

// With Shift all between, too.
void ModuleList::toggleTo(ModuleForm &form)
{
    const qsizetype at = m_forms.indexOf(&form);
    if (QGuiApplication::keyboardModifiers() & Qt::ShiftModifier && m_lastClicked >= 0) {
        const auto [first, last] = std::minmax(at, m_lastClicked);
        for (qsizetype i = first; i <= last; ++i) {
            if (!m_forms[i]->draft().isCreated())
                m_forms[i]->setWanted(form.draft().isWanted());
        }
    }
    m_lastClicked = at;
    showChosen();
    emit edited();
}

void ModuleList::setAll(bool wanted)
{
    for (ModuleForm *const form : std::as_const(m_forms)) {
        if (!form->draft().isCreated())
            form->setWanted(wanted);
    }
    showChosen();
    emit edited();
}

void ModuleList::showChosen()
{
    const auto chosen = std::ranges::count_if(
        m_forms, [](const ModuleForm *form) { return form->draft().isWanted(); });
    m_head->showChosen(int(chosen), int(m_forms.size()));
}

QStringList ModuleList::names() const
{
    QStringList names;
    QSet<QString> seen;
    const QList<ModuleForm *> forms = m_isOne ? QList<ModuleForm *>{ m_one } : m_forms;
    for (const ModuleForm *const form : forms) {
        const QString name = form->draft().name();
        if (name.isEmpty() || seen.contains(name))
            continue;
        seen << name;
        names << name;
    }
    return names;
}

QList<ModuleForm *> ModuleList::wanted() const
{
    const QList<ModuleForm *> forms = m_isOne ? QList<ModuleForm *>{ m_one } : m_forms;
    QList<ModuleForm *> wanted;
    std::ranges::copy_if(forms, std::back_inserter(wanted),
        [](const ModuleForm *form) { return form->draft().isWanted(); });
    return wanted;
}

QList<QWidget *> ModuleList::fields() const
{
    QList<QWidget *> fields = m_head->fields();
    if (m_one != nullptr)
        fields << m_one->fields();
    for (const ModuleForm *const form : m_forms)
        fields << form->fields();
    return fields;
}

void ModuleList::buildAround(qsizetype index)
{
    if (m_forms[index]->visibleRegion().isEmpty())
        return; // it was painted before it had its place
    const qsizetype last = std::min(index + builtAround, m_forms.size() - 1);
    for (qsizetype i = std::max<qsizetype>(index - builtAround, 0); i <= last; ++i)
        build(i);
}

// Tab comes to it after the ones above it.
void ModuleList::build(qsizetype index)
{
    if (m_forms[index]->isBuilt())
        return;
    m_forms[index]->build();
    qsizetype above = index - 1;
    while (!m_forms[above]->isBuilt())
        --above; // the first of all is built
    QWidget *before = m_forms[above]->fields().constLast();
    for (QWidget *const field : m_forms[index]->fields())
        setTabOrder(std::exchange(before, field), field);
}

} // namespace falconer
