// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/report.h"

#include <cstdio>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// What the request is about, as the main job counts it.
QString resourceOf(const RecordedStep &step)
{
    if (step.area == "rsql"_L1 || step.area == "sort"_L1 || step.area == "paging"_L1)
        return step.area;
    const QString path = step.path().section(u'?', 0, 0);
    if (path.contains("/controller/"_L1))
        return u"ddi"_s;
    if (path.endsWith("/status"_L1))
        return u"statuses"_s;
    if (step.method() == "POST"_L1
        && (path.endsWith("/assignedDS"_L1) || path.endsWith("/assignedTargets"_L1)))
        return u"assignment"_s;
    if (path.contains("/actions"_L1))
        return u"actions"_s;
    QString resource = path.section(u'/', 3, 3);
    if (resource == "distributionsets"_L1)
        return step.method() == "GET"_L1 ? u"sets (read)"_s : u"sets (write)"_s;
    return resource;
}

bool isAimedAt(const QString &resource)
{
    static const QStringList aimed{ u"targets"_s, u"actions"_s, u"statuses"_s, u"assignment"_s,
        u"sets (read)"_s, u"sets (write)"_s, u"softwaremodules"_s, u"softwaremoduletypes"_s,
        u"distributionsettypes"_s, u"distributionsettags"_s, u"targettags"_s, u"targettypes"_s,
        u"userinfo"_s, u"paging"_s, u"rsql"_s, u"sort"_s, u"ddi"_s };
    return aimed.contains(resource);
}

void print(const QString &text)
{
    std::fprintf(stdout, "%s\n", qPrintable(text));
}

int floorOf(const QString &corpus)
{
    for (const QByteArray &line : testData(u"conformance/floor.txt"_s).split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() == 2 && words.first() == corpus.toLatin1())
            return words.last().toInt();
    }
    return 0;
}

} // namespace

StepList::StepList(const QString &file, const QString &corpus)
{
    const QString text = QString::fromUtf8(testData("conformance/"_L1 + file));
    for (const QString &line : text.split(u'\n')) {
        const QStringList words = line.simplified().split(u' ');
        if (words.size() < 3 || line.startsWith(u'#'))
            continue;
        if (words.first() == "*"_L1 || words.first() == corpus)
            m_reasons.insert(words.at(1), words.mid(2).join(u' '));
    }
}

Report::Report(const QString &corpus)
    : m_corpus(corpus)
    , m_notOurs(u"not-ours.txt"_s, corpus)
    , m_notYet(u"not-yet.txt"_s, corpus)
    , m_differs(u"differs.txt"_s, corpus)
{
}

void Report::add(const RecordedStep &step, const QString &difference)
{
    const QString name = step.name.mid(5);
    const QString resource = resourceOf(step);
    const bool agrees = difference.isEmpty();
    const bool isListed
        = m_notOurs.contains(name) || m_notYet.contains(name) || m_differs.contains(name);
    const auto count = [agrees](Count &which) {
        ++which.all;
        which.agree += agrees ? 1 : 0;
    };
    count(m_areas[step.area]);
    count(m_resources[resource]);
    if (!m_notOurs.contains(name) && !m_notYet.contains(name)) {
        count(m_ours);
        if (isAimedAt(resource))
            count(m_aimed);
    }
    if (agrees && isListed && !m_notOurs.contains(name))
        m_recovered << name;
    if (agrees)
        return;
    const QString kind = m_notOurs.contains(name) ? u"not ours"_s
        : m_notYet.contains(name)                 ? u"not yet"_s
        : m_differs.contains(name)                ? u"known"_s
                                                  : u"NEW"_s;
    m_differing << QString("  "_L1 + kind.leftJustified(9) + step.name + ": "_L1 + difference);
    if (!isListed)
        m_unlisted << step.name;
}

void Report::printCounts(const char *title, const QMap<QString, Count> &counts) const
{
    for (auto it = counts.begin(); it != counts.end(); ++it)
        print(QString(QLatin1StringView(title) + u' ' + it.key().leftJustified(22)
            + QString::number(it->agree) + " of "_L1 + QString::number(it->all) + " agree"_L1));
}

bool Report::conclude() const
{
    Count all;
    for (const Count &count : m_areas) {
        all.agree += count.agree;
        all.all += count.all;
    }
    printCounts("area    ", m_areas);
    printCounts("resource", m_resources);
    for (const QString &line : m_differing)
        print(line);
    for (const QString &name : m_recovered)
        print("  agrees although it is on a list: "_L1 + name);
    const auto sum = [&](const char *what, const Count &count) {
        const double share = count.all ? 100.0 * count.agree / count.all : 100.0;
        print(QString(m_corpus + ": "_L1 + QString::number(count.agree) + " of "_L1
            + QString::number(count.all) + " agree ("_L1 + QString::number(share, 'f', 1)
            + " %) "_L1 + QLatin1StringView(what)));
    };
    sum("of the whole corpus", all);
    sum("of what a client of ours can send and is simulated", m_ours);
    sum("of these of targets, actions, statuses, assignment, modules, sets, types, tags, user "
        "info, lists and DDI",
        m_aimed);
    const int floor = floorOf(m_corpus);
    if (all.agree < floor)
        print(QString("FEWER AGREE THAN THE FLOOR OF "_L1 + QString::number(floor)));
    if (!m_unlisted.isEmpty())
        print(QString("DIFFERS NOW: "_L1 + m_unlisted.join(u' ')));
    return m_unlisted.isEmpty() && all.agree >= floor;
}

} // namespace falconer
