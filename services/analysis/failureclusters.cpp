// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/failureclusters.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// The server keeps 512 characters a message; a cause has a few of them.
constexpr qsizetype mostCharacters = 4'096;

struct Rule {
    QRegularExpression form;
    QString replacement;
};

// In this order: what is quoted holds anything, a path holds numbers. No rule can backtrack over
// more than one word.
QList<Rule> rules()
{
    const auto rule = [](const QString &form, const QString &replacement = u"#"_s) {
        return Rule{ QRegularExpression(form, QRegularExpression::UseUnicodePropertiesOption),
            replacement };
    };
    return {
        rule(u"^(?:LastError: |Installation error: |ERROR : )+"_s, {}),
        rule(u"'[^'\\n]{1,200}'(?!\\w)|\"[^\"\\n]{0,200}\"|`[^`'\\n]{1,200}['`]"_s),
        rule(u"\\b[a-z][a-z0-9+.-]{1,9}://[^\\s,;)]*[^\\s,;:.)]"_s),                // addresses
        rule(u"(?<![\\w.])(?:[A-Za-z]:)?(?:[~.]{0,2} ?[/\\\\][\\w.@+-]+){1,}/?"_s), // paths
        rule(u"\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b"_s),
        rule(u"\\b(?:[0-9a-fA-F]{2}[:-]){5,}[0-9a-fA-F]{2}\\b"_s), // MAC, fingerprints
        rule(u"\\b0[xX][0-9a-fA-F]+\\b"_s),
        rule(u"\\b(?=[0-9a-fA-F]*[0-9])[0-9a-fA-F]{7,}\\b"_s),
        rule(u"\\b[vV]?\\d+(?:[.-]\\d+)+(?:[-+~][\\w.]+)*\\b"_s), // versions, times, IP
        rule(u"[-+]?\\d+(?:[.,:]\\d+)*"_s),
        rule(u"#(?:[.,:]?#)+"_s),
        rule(u"[ \\t]+"_s, u" "_s),
    };
}

QString keyOf(const Failure &failure, const QString &pattern)
{
    const bool dividesByCode = pattern.isEmpty() || failure.source == CauseSource::EndMessage;
    if (!dividesByCode || !failure.code)
        return pattern;
    return pattern + u'\x1f' + QString::number(*failure.code);
}

void add(const Failure &failure, FailureCluster &cluster, QDateTime &codeAt)
{
    ++cluster.count;
    cluster.devices << failure.controllerId;
    const bool isLater = !cluster.lastSeen.isValid() || failure.at > cluster.lastSeen;
    if (failure.at.isValid() && (!cluster.firstSeen.isValid() || failure.at < cluster.firstSeen))
        cluster.firstSeen = failure.at;
    if (cluster.count == 1 || isLater)
        cluster.example = failure.message;
    if (failure.at.isValid() && isLater)
        cluster.lastSeen = failure.at;
    if (failure.code && (!cluster.code || failure.at >= codeAt)) {
        cluster.code = failure.code;
        codeAt = failure.at;
    }
}

// Texts are few and devices many: each text is looked at once.
class Patterns final {
public:
    const QString &of(const QString &message)
    {
        const auto known = m_known.find(message);
        return known != m_known.end() ? *known : *m_known.insert(message, failurePattern(message));
    }

private:
    QHash<QString, QString> m_known;
};

} // namespace

std::optional<Failure> failureOf(const QString &controllerId, const Timeline &timeline)
{
    const Outcome &outcome = timeline.outcome;
    if (outcome.kind != OutcomeKind::Error)
        return {};
    return Failure{ controllerId, outcome.at, outcome.cause, outcome.causeSource, outcome.code };
}

QString failurePattern(const QString &message)
{
    static const QList<Rule> all = rules();
    QString pattern = message.left(mostCharacters).trimmed();
    for (const Rule &rule : all)
        pattern.replace(rule.form, rule.replacement);
    return pattern.trimmed();
}

QList<FailureCluster> clusterFailures(const QList<Failure> &failures, const QList<Failure> &former)
{
    Patterns patterns;
    QHash<QString, std::pair<FailureCluster, QDateTime>> byKey;
    for (const Failure &failure : failures) {
        const QString &pattern = patterns.of(failure.message);
        auto &[cluster, codeAt] = byKey[keyOf(failure, pattern)];
        cluster.pattern = pattern;
        add(failure, cluster, codeAt);
    }
    for (const Failure &failure : former) {
        const auto known = byKey.find(keyOf(failure, patterns.of(failure.message)));
        if (known != byKey.end())
            known->first.hadBefore = true;
    }
    QList<FailureCluster> clusters;
    clusters.reserve(byKey.size());
    for (auto &[cluster, codeAt] : byKey) {
        cluster.devices.sort();
        cluster.devices.removeDuplicates();
        clusters << std::move(cluster);
    }
    std::ranges::sort(clusters, [](const FailureCluster &a, const FailureCluster &b) {
        if (a.count != b.count)
            return a.count > b.count;
        if (a.lastSeen != b.lastSeen)
            return a.lastSeen > b.lastSeen;
        return std::pair(a.pattern, a.code) < std::pair(b.pattern, b.code);
    });
    return clusters;
}

} // namespace falconer
