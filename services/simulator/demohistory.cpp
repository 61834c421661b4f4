// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/demohistory.h"

#include "services/ddi/raucscript.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

enum class Ending { Finished, Failed, Silent, Unread };

// What one device went through once.
struct Episode {
    quint32 row = 0;
    qint64 beganAt = 0;
    qint64 setId = 0;
    Ending ending = Ending::Finished;
};

// An entry as it is stored, and how long after the one before. Shared by many actions.
struct Entry {
    int delayMs = 0;
    QString type;
    QStringList messages;
};

constexpr int variants = 12;

QList<Entry> entriesOf(const QList<ScriptStep> &steps)
{
    QList<Entry> entries{ { 9'000, u"running"_s, { u"Download complete. 2.01 MB/s"_s } },
        { 12, u"running"_s, { u"File checksum OK."_s } } };
    for (const ScriptStep &step : steps) {
        const bool closes = step.report.execution == "closed"_L1;
        const QString type = !closes               ? u"running"_s
            : step.report.finished == "success"_L1 ? u"finished"_s
                                                   : u"error"_s;
        entries << Entry{ step.delayMs, type, step.report.details };
    }
    return entries;
}

class Historian final {
public:
    Historian(Fleet &fleet, const DemoLayout &layout, qint64 start)
        : m_fleet(fleet)
        , m_layout(layout)
        , m_start(start)
    {
        QRandomGenerator random(11);
        for (int i = 0; i < variants; ++i) {
            const auto version = i % 2 == 0 ? RaucVersion::V1_8 : RaucVersion::V1_16;
            const auto fault = RaucFault(int(RaucFault::NoInstaller) + i % int(RaucFault::NoSpace));
            const int workMs = random.bounded(18'000, 70'000);
            m_good << entriesOf(raucSteps(version, RaucFault::None, workMs, random));
            m_bad << entriesOf(
                raucSteps(version, std::min(fault, RaucFault::NoSpace), workMs, random));
        }
    }

    void write(const Episode &episode)
    {
        const DemoDevice device = m_layout.at(episode.row);
        const QString id = m_layout.controllerId(device);
        SimAction action{ .id = m_fleet.nextId(),
            .controllerId = id,
            .setId = episode.setId,
            .audit = { u"m.weber"_s, episode.beganAt, u"m.weber"_s, episode.beganAt } };
        m_at = episode.beganAt;
        add(action, { 0, u"running"_s, { u"Assignment initiated by user 'm.weber'"_s } });
        if (episode.ending != Ending::Unread)
            install(action, episode.ending, device);
        m_fleet.actionsOfTarget[id] << action.id;
        m_fleet.actions.insert(std::move(action));
    }

private:
    void install(SimAction &action, Ending ending, const DemoDevice &device)
    {
        add(action,
            { 7'000 + int(device.chance % 20'000), u"retrieved"_s,
                { u"Update Server: Target retrieved update action and should start now the "
                  u"download."_s } });
        add(action, { 14, u"download"_s, { downloadMessage(action) } });
        const auto &all = ending == Ending::Failed ? m_bad : m_good;
        const QList<Entry> &entries = all.at(qsizetype(device.chance % variants));
        // A silent device stops while it copies the first image.
        const qsizetype count = ending == Ending::Silent ? 18 : entries.size();
        for (qsizetype i = 0; i < count; ++i)
            add(action, entries.at(i));
        action.active = ending == Ending::Silent;
        action.status = ending == Ending::Silent ? u"retrieved"_s
            : ending == Ending::Failed           ? u"error"_s
                                                 : u"finished"_s;
    }

    QString downloadMessage(const SimAction &action) const
    {
        const SimSet *const set = m_fleet.sets.find(action.setId);
        const SimModule *const module = m_fleet.modules.find(set->modules.value(0));
        return u"Update Server: Target downloads /DEFAULT/controller/v1/%1/softwaremodules/%2/"
               u"artifacts/%3"_s.arg(action.controllerId, QString::number(module->id),
                   module->artifacts.first().filename);
    }

    void add(SimAction &action, const Entry &entry)
    {
        m_at += entry.delayMs;
        const qint64 at = std::min(m_at, m_start);
        action.statuses << SimStatus{ .id = m_fleet.nextId(),
            .type = entry.type,
            .messages = entry.messages,
            .reportedAt = at,
            .timestamp = at - 3 };
    }

    Fleet &m_fleet;
    const DemoLayout &m_layout;
    qint64 m_start;
    qint64 m_at = 0;
    QList<QList<Entry>> m_good;
    QList<QList<Entry>> m_bad;
};

QList<Episode> episodesOf(const DemoDevice &device, const DemoCatalog &catalog, qint64 start)
{
    const DemoTimes times = demoTimes(device, start);
    QList<Episode> episodes;
    if (!device.installed.isEmpty()) {
        // The target's installedAt is when the last entry came, about a minute after the start.
        episodes << Episode{ device.row, times.installedAt - 60'000,
            catalog.setOf(device.product, device.installed), Ending::Finished };
    }
    const qint64 next = catalog.setOf(device.product, device.assigned);
    if (device.state == DemoState::Failed)
        episodes << Episode{ device.row, times.updateAt, next, Ending::Failed };
    else if (device.state == DemoState::Hung)
        episodes << Episode{ device.row, times.updateAt, next, Ending::Silent };
    else if (device.state == DemoState::Pending)
        episodes << Episode{ device.row, times.updateAt, next, Ending::Unread };
    return episodes;
}

} // namespace

void addDemoHistory(
    Fleet &fleet, const DemoLayout &layout, const DemoCatalog &catalog, qint64 start)
{
    QList<Episode> episodes;
    for (quint32 row = 0; row < layout.live(); ++row)
        episodes << episodesOf(layout.at(row), catalog, start);
    // Ids ascend with time, as a server gives them.
    std::sort(episodes.begin(), episodes.end(),
        [](const Episode &a, const Episode &b) { return a.beganAt < b.beganAt; });
    Historian historian(fleet, layout, start);
    for (const Episode &episode : std::as_const(episodes))
        historian.write(episode);
}

} // namespace falconer
