// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/installedsets.h"

#include "services/deployment/setfilter.h"
#include "services/deployment/versionorder.h"
#include "services/hawkbit/rsql.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

void InstalledSets::start(Client &client, const DistributionSet &set, const Scope &scope,
    std::function<void()> changed, Done done)
{
    stop();
    m_client = &client;
    m_set = set;
    m_scope = scope;
    m_changed = std::move(changed);
    m_done = std::move(done);
    m_open = QSet<QString>(scope.controllerIds.begin(), scope.controllerIds.end());
    m_installed.clear();
    m_former.clear();
    m_requests = 0;
    const SetName self{ set.name, set.version };
    m_questions
        = { { isSet(u"installedds"_s, self), self, true }, { u"installedds.name==\"\""_s, {} } };
    askForVersions();
}

void InstalledSets::stop()
{
    m_versions = {};
    m_walk.stop();
}

void InstalledSets::askForVersions()
{
    const ListQuery query{ .limit = 500, .filter = equals(u"name"_s, m_set.name) };
    m_versions = m_client->send(
        listDistributionSets(query), [this](const Result<Page<DistributionSet>> &page) {
            if (!page) {
                const Done done = m_done;
                return done(page.error());
            }
            takeVersions(*page);
        });
}

// The versions just below the new one are the most likely.
void InstalledSets::takeVersions(const Page<DistributionSet> &page)
{
    QStringList versions;
    for (const DistributionSet &set : page.content) {
        if (set.version != m_set.version && !versions.contains(set.version))
            versions << set.version;
    }
    std::sort(versions.begin(), versions.end(),
        [](const QString &a, const QString &b) { return compareVersions(a, b) > 0; });
    std::stable_partition(versions.begin(), versions.end(),
        [&](const QString &version) { return compareVersions(version, m_set.version) < 0; });
    for (const QString &version : std::as_const(versions)) {
        const SetName name{ m_set.name, version };
        m_questions << Question{ isSet(u"installedds"_s, name), name };
    }
    nextQuestion();
}

void InstalledSets::nextQuestion()
{
    if (m_open.isEmpty() || m_questions.isEmpty() || m_requests >= requestBudget) {
        const Done done = m_done;
        return done(std::nullopt);
    }
    const Question question = m_questions.takeFirst();
    QStringList filters;
    if (m_scope.filter) {
        filters << rsqlAnd({ question.filter, *m_scope.filter });
    } else {
        QStringList open = m_scope.controllerIds;
        open.removeIf([&](const QString &id) { return !m_open.contains(id); });
        const QStringList scopes = rsqlIn(u"controllerid"_s, open);
        for (const QString &scope : scopes)
            filters << rsqlAnd({ question.filter, scope });
    }
    m_walk.start(
        *m_client, filters, listTargets,
        [this, question](const Page<Target> &page) { return take(question, page); },
        [this](const std::optional<Error> &error) {
            if (!error)
                return nextQuestion();
            const Done done = m_done;
            done(error);
        });
}

bool InstalledSets::take(const Question &question, const Page<Target> &page)
{
    ++m_requests;
    for (const Target &target : page.content) {
        if (!m_open.remove(target.controllerId))
            continue;
        if (question.isTheSet)
            m_installed.insert(target.controllerId);
        else
            m_former.insert(target.controllerId, question.name);
    }
    if (!page.content.isEmpty())
        m_changed();
    return true;
}

} // namespace falconer
