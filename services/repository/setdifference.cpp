// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setdifference.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

template <typename T> struct Pair {
    std::optional<T> left;
    std::optional<T> right;
};

// Joins what is the same on both sides by one rule after the other; what no rule joins stands
// alone.
template <typename T> class Pairing {
public:
    using Same = std::function<bool(const T &, const T &)>;

    Pairing(QList<T> left, QList<T> right)
        : m_left(std::move(left))
        , m_right(std::move(right))
    {
    }

    void join(const Same &same)
    {
        for (qsizetype i = 0; i < m_left.size();) {
            const auto it = std::find_if(m_right.begin(), m_right.end(),
                [&](const T &each) { return same(m_left[i], each); });
            if (it == m_right.end()) {
                ++i;
                continue;
            }
            m_pairs << Pair<T>{ m_left.takeAt(i), *it };
            m_right.erase(it);
        }
    }

    const QList<T> &left() const { return m_left; }
    const QList<T> &right() const { return m_right; }

    QList<Pair<T>> pairs() const
    {
        QList<Pair<T>> all = m_pairs;
        for (const T &each : m_left)
            all << Pair<T>{ each, std::nullopt };
        for (const T &each : m_right)
            all << Pair<T>{ std::nullopt, each };
        return all;
    }

private:
    QList<T> m_left;
    QList<T> m_right;
    QList<Pair<T>> m_pairs;
};

template <typename T> DifferenceKind kindOf(const Pair<T> &pair, bool isEqual)
{
    if (!pair.right)
        return DifferenceKind::OnlyLeft;
    if (!pair.left)
        return DifferenceKind::OnlyRight;
    return isEqual ? DifferenceKind::Equal : DifferenceKind::Changed;
}

QString word(bool flag)
{
    return flag ? u"true"_s : u"false"_s;
}

QString typeText(const DistributionSet &set)
{
    return set.typeName.isEmpty() ? set.type : set.typeName;
}

QList<FieldDifference> fieldsOf(const DistributionSet &left, const DistributionSet &right)
{
    return {
        { SetField::Name, left.name, right.name },
        { SetField::Version, left.version, right.version },
        { SetField::Type, typeText(left), typeText(right) },
        { SetField::Description, left.description, right.description },
        { SetField::Complete, word(left.complete), word(right.complete) },
        { SetField::Valid, word(left.valid), word(right.valid) },
        { SetField::Locked, word(left.locked), word(right.locked) },
        { SetField::MigrationStep, word(left.requiredMigrationStep),
            word(right.requiredMigrationStep) },
    };
}

QList<ArtifactDifference> artifactsOf(const QList<Artifact> &left, const QList<Artifact> &right)
{
    Pairing<Artifact> pairing(left, right);
    pairing.join([](const Artifact &a, const Artifact &b) {
        return a.providedFilename == b.providedFilename;
    });
    pairing.join(isSameContent);                                   // renamed
    if (pairing.left().size() == 1 && pairing.right().size() == 1) // a version in its name
        pairing.join([](const Artifact &, const Artifact &) { return true; });
    QList<ArtifactDifference> answer;
    for (const Pair<Artifact> &pair : pairing.pairs()) {
        const bool isEqual = pair.left && pair.right
            && pair.left->providedFilename == pair.right->providedFilename
            && isSameContent(*pair.left, *pair.right);
        answer << ArtifactDifference{ kindOf(pair, isEqual), pair.left, pair.right };
    }
    const auto name = [](const ArtifactDifference &each) {
        return each.left ? each.left->providedFilename : each.right->providedFilename;
    };
    std::sort(answer.begin(), answer.end(),
        [&](const ArtifactDifference &a, const ArtifactDifference &b) {
            return name(a) < name(b);
        });
    return answer;
}

bool isLonely(const QList<SoftwareModule> &modules, const QString &type)
{
    return std::count_if(modules.begin(), modules.end(), [&](const SoftwareModule &each) {
        return each.type == type;
    }) == 1;
}

QList<Pair<SoftwareModule>> pairsOf(const DistributionSet &left, const DistributionSet &right)
{
    Pairing<SoftwareModule> pairing(left.modules, right.modules);
    using Module = SoftwareModule;
    pairing.join([](const Module &a, const Module &b) { return a.id == b.id; });
    pairing.join(
        [](const Module &a, const Module &b) { return a.type == b.type && a.name == b.name; });
    const QList<Module> restLeft = pairing.left();
    const QList<Module> restRight = pairing.right();
    pairing.join([&](const Module &a, const Module &b) {
        return a.type == b.type && isLonely(restLeft, a.type) && isLonely(restRight, b.type);
    });
    return pairing.pairs();
}

QList<ModuleDifference> modulesOf(const SetContents &left, const SetContents &right)
{
    QList<ModuleDifference> answer;
    for (const Pair<SoftwareModule> &pair : pairsOf(left.set, right.set)) {
        ModuleDifference difference{ .left = pair.left, .right = pair.right };
        difference.artifacts
            = artifactsOf(pair.left ? left.artifacts.value(pair.left->id) : QList<Artifact>(),
                pair.right ? right.artifacts.value(pair.right->id) : QList<Artifact>());
        const bool isEqual = pair.left && pair.right && pair.left->id == pair.right->id
            && std::all_of(difference.artifacts.begin(), difference.artifacts.end(),
                [](const ArtifactDifference &each) { return each.kind == DifferenceKind::Equal; });
        difference.kind = kindOf(pair, isEqual);
        answer << difference;
    }
    const auto key = [](const ModuleDifference &each) {
        const SoftwareModule &module = each.left ? *each.left : *each.right;
        return std::tuple(module.typeName, module.name, module.id);
    };
    std::sort(answer.begin(), answer.end(),
        [&](const ModuleDifference &a, const ModuleDifference &b) { return key(a) < key(b); });
    return answer;
}

QList<MetadataDifference> metadataOf(const QList<Metadata> &left, const QList<Metadata> &right)
{
    Pairing<Metadata> pairing(left, right);
    pairing.join([](const Metadata &a, const Metadata &b) { return a.key == b.key; });
    QList<MetadataDifference> answer;
    for (const Pair<Metadata> &pair : pairing.pairs()) {
        const QString was = pair.left ? pair.left->value : QString();
        const QString is = pair.right ? pair.right->value : QString();
        answer << MetadataDifference{ kindOf(pair, was == is),
            pair.left ? pair.left->key : pair.right->key, was, is };
    }
    std::sort(answer.begin(), answer.end(),
        [](const MetadataDifference &a, const MetadataDifference &b) { return a.key < b.key; });
    return answer;
}

} // namespace

bool isSameContent(const Artifact &left, const Artifact &right)
{
    if (left.size != right.size)
        return false;
    if (!left.sha256.isEmpty() && !right.sha256.isEmpty())
        return left.sha256 == right.sha256;
    if (!left.sha1.isEmpty() && !right.sha1.isEmpty())
        return left.sha1 == right.sha1;
    return !left.md5.isEmpty() && left.md5 == right.md5;
}

bool ArtifactDifference::isRenamed() const
{
    return kind == DifferenceKind::Changed && left && right && isSameContent(*left, *right);
}

bool SetDifference::isSameSoftware() const
{
    return std::all_of(modules.begin(), modules.end(),
        [](const ModuleDifference &each) { return each.kind == DifferenceKind::Equal; });
}

SetDifference setDifference(const SetContents &left, const SetContents &right)
{
    return { fieldsOf(left.set, right.set), modulesOf(left, right),
        metadataOf(left.metadata, right.metadata) };
}

} // namespace falconer
