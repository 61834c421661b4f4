// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ddi/raucscript.h"

#include <array>
#include <vector>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// Where the percentages of a RAUC version lie: the four checks, then the slots up to 99.
struct Scale {
    std::array<int, 5> checksAt;
    std::array<int, 5> slotsAt; // check and copy of the first, check and copy of the second
    const char16_t *firstSuffix;
    bool countsUp; // repeats a copying step with a rising number
};

Scale scaleOf(RaucVersion version)
{
    if (version == RaucVersion::V1_16)
        return { { 0, 10, 20, 30, 40 }, { 40, 43, 70, 73, 99 }, u" (B)", true };
    return { { 0, 20, 40, 60, 80 }, { 80, 85, 90, 95, 99 }, u"", false };
}

// Writes steps as a stack: what is opened is closed from the inside out, done or failed.
class Writer final {
public:
    Writer(const Scale &scale, int workMs, QRandomGenerator &random)
        : m_scale(scale)
        , m_workMs(workMs)
        , m_random(random)
    {
    }

    // permille: the share of the whole work that passes before this is said.
    void say(const QString &message, int permille = 2)
    {
        const int base = int(qint64(m_workMs) * permille / 1000);
        m_steps << ScriptStep{ base * m_random.bounded(75, 126) / 100,
            { .execution = u"proceeding"_s, .details = { message } } };
    }
    void open(const QString &name, int from, int to)
    {
        m_open.push_back({ name, to });
        say(percent(from) + name);
    }
    void done(int permille)
    {
        const Open step = m_open.back();
        m_open.pop_back();
        say(percent(step.to) + step.name + " done."_L1, permille);
    }
    void step(const QString &name, int from, int to, int permille)
    {
        open(name, from, to);
        done(permille);
    }
    void copy(const QString &slot, int from, int to, int permille, bool fails)
    {
        open("Copying image to "_L1 + slot, from, to);
        if (!m_scale.countsUp) {
            if (!fails)
                done(permille);
            return;
        }
        const int last = to == 99 ? 99 : to - 1; // the last slot's share would end at 100
        for (int at = from + 1; at <= last; ++at)
            say(percent(at) + m_open.back().name, permille / (to - from));
        if (!fails)
            done(permille / (to - from));
    }
    void fail(const QString &lastError)
    {
        for (; !m_open.empty(); m_open.pop_back())
            say(percent(m_open.back().to) + m_open.back().name + " failed."_L1);
        say("LastError: "_L1 + lastError);
    }
    QList<ScriptStep> take() { return std::move(m_steps); }

private:
    struct Open {
        QString name;
        int to;
    };
    static QString percent(int value) { return u"%1% "_s.arg(value, 3); }

    Scale m_scale;
    int m_workMs;
    QRandomGenerator &m_random;
    QList<ScriptStep> m_steps;
    std::vector<Open> m_open;
};

// Up to the install group; false when the fault ended it.
bool writeChecks(Writer &writer, const Scale &scale, RaucFault fault)
{
    const auto &at = scale.checksAt;
    writer.open(u"Installing"_s, 0, 100);
    writer.step(u"Determining slot states"_s, at[0], at[1], 10);
    writer.open(u"Checking bundle"_s, at[1], at[2]);
    if (fault == RaucFault::BrokenBundle) {
        writer.fail(u"Invalid bundle format: Signature size (13303481037737982253) exceeds "
                    u"bundle size"_s);
        return false;
    }
    writer.open(u"Verifying signature"_s, at[1], at[2]);
    if (fault == RaucFault::Signature) {
        writer.fail(u"signature verification failed: Verify error: self-signed certificate"_s);
        return false;
    }
    writer.done(110);
    writer.done(5);
    writer.step(u"Checking manifest contents"_s, at[2], at[3], 20);
    writer.step(u"Determining target install group"_s, at[3], at[4], 15);
    if (fault == RaucFault::Compatible)
        writer.fail(u"Installation error: Compatible mismatch: Expected 'gateway' but bundle "
                    u"manifest has 'other-board'"_s);
    if (fault == RaucFault::InstallCheck)
        writer.fail(u"Installation error: Bundle rejected: Hook returned: Refusing: battery below "
                    u"50 %"_s);
    return fault != RaucFault::Compatible && fault != RaucFault::InstallCheck;
}

QString slotError(RaucFault fault)
{
    switch (fault) {
    case RaucFault::SlotTooSmall:
        return u"Installation error: Failed updating slot rootfs.1: Slot (12582912 bytes) is too "
               u"small for image (20971520 bytes)."_s;
    case RaucFault::SlotHook:
        return u"Installation error: Failed updating slot rootfs.1: failed to run slot hook: Child "
               u"process exited with code 10"_s;
    default:
        return u"Installation error: Failed updating slot appfs.1: Failed splicing data: Error "
               u"writing to file descriptor: No space left on device"_s;
    }
}

void writeSlots(Writer &writer, const Scale &scale, RaucFault fault)
{
    const auto &at = scale.slotsAt;
    const bool firstFails = fault == RaucFault::SlotTooSmall || fault == RaucFault::SlotHook;
    writer.open(u"Updating slots"_s, at[0], 99);
    writer.step(
        "Checking slot rootfs.1"_L1 + QString::fromUtf16(scale.firstSuffix), at[0], at[1], 15);
    writer.copy(u"rootfs.1"_s, at[1], at[2], 480, firstFails);
    if (firstFails)
        return writer.fail(slotError(fault));
    writer.step(u"Checking slot appfs.1"_s, at[2], at[3], 15);
    writer.copy(u"appfs.1"_s, at[3], at[4], 250, fault == RaucFault::NoSpace);
    if (fault == RaucFault::NoSpace)
        return writer.fail(slotError(fault));
    writer.done(5);
    writer.done(10);
}

} // namespace

QList<ScriptStep> raucSteps(
    RaucVersion version, RaucFault fault, int workMs, QRandomGenerator &random)
{
    const Scale scale = scaleOf(version);
    Writer writer(scale, workMs, random);
    if (fault != RaucFault::NoInstaller) {
        writer.say(u"installing"_s);
        if (writeChecks(writer, scale, fault))
            writeSlots(writer, scale, fault);
        if (random.bounded(10) != 0) // a race: real devices leave it out at times
            writer.say(u"idle"_s);
    }
    QList<ScriptStep> steps = writer.take();
    const bool good = fault == RaucFault::None;
    steps << ScriptStep{ 40,
        { .execution = u"closed"_s,
            .finished = good ? u"success"_s : u"failure"_s,
            .details = { good ? u"Software bundle installed successfully."_s
                              : u"Failed to install software bundle."_s } } };
    return steps;
}

} // namespace falconer
