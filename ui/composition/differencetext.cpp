// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/differencetext.h"

#include "ui/composition/compositiontext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int hashLength = 12; // what tells two files apart at a glance; the whole is compared

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DifferenceText)
};

QString verdictOf(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Equal:
        return Words::tr("same");
    case DifferenceKind::Changed:
        return Words::tr("changed");
    case DifferenceKind::OnlyLeft:
        return Words::tr("only left");
    case DifferenceKind::OnlyRight:
        return Words::tr("only right");
    }
    Q_UNREACHABLE();
}

QString fileText(const std::optional<Artifact> &artifact)
{
    if (!artifact)
        return {};
    const QString hash = artifact->sha256.isEmpty() ? artifact->sha1 : artifact->sha256;
    return artifact->providedFilename + u'\n'
        + Words::tr("%1 bytes, %2").arg(QLocale().toString(artifact->size), hash.left(hashLength));
}

DifferenceLine fileLine(const ArtifactDifference &file)
{
    return { .kind = file.kind,
        .label = Words::tr("file"),
        .left = fileText(file.left),
        .right = fileText(file.right),
        .verdict = file.isRenamed()                ? Words::tr("renamed, same content")
            : file.kind == DifferenceKind::Equal   ? Words::tr("same content")
            : file.kind == DifferenceKind::Changed ? Words::tr("other content")
                                                   : verdictOf(file.kind),
        .isInside = true };
}

QString moduleVerdict(const ModuleDifference &module)
{
    if (module.kind == DifferenceKind::Changed && module.left->id == module.right->id)
        return Words::tr("other artifacts");
    if (module.kind == DifferenceKind::Changed && module.left->name == module.right->name)
        return Words::tr("other version");
    if (module.kind == DifferenceKind::Changed)
        return Words::tr("another module");
    return verdictOf(module.kind);
}

DifferenceSection modulesSection(const SetDifference &difference)
{
    DifferenceSection section{ .title = Words::tr("Modules") };
    for (const ModuleDifference &module : difference.modules) {
        QList<DifferenceLine> &place
            = module.kind == DifferenceKind::Equal ? section.equal : section.different;
        place << DifferenceLine{ .kind = module.kind,
            .label = typeText(module.left ? *module.left : *module.right),
            .left = module.left ? titleOf(*module.left) : QString(),
            .right = module.right ? titleOf(*module.right) : QString(),
            .verdict = moduleVerdict(module) };
        for (const ArtifactDifference &file : module.artifacts)
            place << fileLine(file);
    }
    return section;
}

DifferenceSection metadataSection(const SetDifference &difference)
{
    DifferenceSection section{ .title = Words::tr("Metadata") };
    for (const MetadataDifference &entry : difference.metadata) {
        const bool isEqual = entry.kind == DifferenceKind::Equal;
        (isEqual ? section.equal : section.different) << DifferenceLine{ .kind = entry.kind,
            .label = entry.key,
            .left = entry.left,
            .right = entry.right,
            .verdict = verdictOf(entry.kind) };
    }
    return section;
}

QString flagText(const QString &value, const QString &yes, const QString &no)
{
    return value == "true"_L1 ? yes : no;
}

// Label and the text of a value.
std::pair<QString, QString> wordsOf(SetField field, const QString &value)
{
    switch (field) {
    case SetField::Name:
        return { Words::tr("Name"), value };
    case SetField::Version:
        return { Words::tr("Version"), value };
    case SetField::Type:
        return { Words::tr("Type"), value };
    case SetField::Description:
        return { Words::tr("Description"), value };
    case SetField::Complete:
        return { Words::tr("Complete"),
            flagText(value, Words::tr("complete"), Words::tr("incomplete")) };
    case SetField::Valid:
        return { Words::tr("Valid"),
            flagText(value, Words::tr("valid"), Words::tr("invalidated")) };
    case SetField::Locked:
        return { Words::tr("Lock"), flagText(value, Words::tr("locked"), Words::tr("not locked")) };
    case SetField::MigrationStep:
        return { Words::tr("Migration"),
            flagText(value, Words::tr("a step that devices must take"), Words::tr("no step")) };
    }
    Q_UNREACHABLE();
}

DifferenceSection fieldsSection(const SetDifference &difference)
{
    DifferenceSection section{ .title = Words::tr("Properties") };
    for (const FieldDifference &field : difference.fields) {
        const auto [label, left] = wordsOf(field.field, field.left);
        const DifferenceKind kind
            = field.isEqual() ? DifferenceKind::Equal : DifferenceKind::Changed;
        (field.isEqual() ? section.equal : section.different) << DifferenceLine{ .kind = kind,
            .label = label,
            .left = left,
            .right = wordsOf(field.field, field.right).second,
            .verdict = verdictOf(kind) };
    }
    return section;
}

} // namespace

QList<DifferenceSection> differenceSections(const SetDifference &difference)
{
    QList<DifferenceSection> sections;
    for (const DifferenceSection &section :
        { modulesSection(difference), metadataSection(difference), fieldsSection(difference) }) {
        if (!section.different.isEmpty() || !section.equal.isEmpty())
            sections << section;
    }
    return sections;
}

QString differenceSummary(const SetDifference &difference)
{
    const QList<DifferenceSection> sections = differenceSections(difference);
    const bool isEqual = std::ranges::all_of(
        sections, [](const DifferenceSection &section) { return section.different.isEmpty(); });
    if (isEqual)
        return Words::tr("Nothing differs: modules, artifacts, metadata and properties are equal.");
    if (difference.modules.isEmpty())
        return Words::tr("Neither has a module.");
    if (difference.isSameSoftware())
        return Words::tr("The same software: modules and artifacts are equal.");
    const auto differing = std::ranges::count_if(difference.modules,
        [](const ModuleDifference &each) { return each.kind != DifferenceKind::Equal; });
    return Words::tr("%1 of %n module(s) differ.", nullptr, int(difference.modules.size()))
        .arg(differing);
}

QString differencePlainText(const QString &left, const QString &right, const QString &summary,
    const QList<DifferenceSection> &sections)
{
    // What is inside a value breaks no line and no column.
    const auto cell = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' '); };
    QStringList lines{ summary, QString(), QStringList({ QString(), left, right }).join(u'\t') };
    for (const DifferenceSection &section : sections) {
        lines << section.title;
        for (const DifferenceLine &line : section.different + section.equal)
            lines << QStringList(
                { cell(line.label), cell(line.left), cell(line.right), line.verdict })
                         .join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace falconer
