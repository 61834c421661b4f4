// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/stepbuilder.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

bool isInstallation(const QString &name)
{
    return name == "Installing"_L1;
}

} // namespace

bool StepBuilder::startsAnew(const Message &begin) const
{
    const qsizetype position = findOpen(begin.text);
    if (position < 0) // the installation ended, and here it begins again
        return isInstallation(begin.text) && m_installationBegan;
    const OpenStep &open = m_open[position];
    const Step &step = m_steps[open.step];
    const bool isInnermost = position == m_open.size() - 1;
    const bool hadContact = m_contacts > open.contacts;
    if (!begin.percent || !step.percent)
        return hadContact || !isInnermost;
    if (*begin.percent > *step.percent)
        return false;
    if (isInnermost)
        return hadContact && *begin.percent < *step.percent;
    return hadContact || step.isInstallation || *begin.percent < *step.percent;
}

void StepBuilder::begin(const Message &message, const QDateTime &at, qint64 entry)
{
    const qsizetype position = findOpen(message.text);
    if (position >= 0) {
        progress(m_open[position], message, entry);
        return;
    }
    add(message, at, entry, true);
    m_openAt.insert(message.text, m_open.size());
    m_open << OpenStep{ int(m_steps.size() - 1), m_contacts };
    m_installationBegan = m_installationBegan || m_steps.last().isInstallation;
}

void StepBuilder::progress(OpenStep &open, const Message &message, qint64 entry)
{
    Step &step = m_steps[open.step];
    if (step.percent == message.percent) {
        ++step.repeats;
        ++m_repeats;
    }
    if (message.percent)
        step.percent = message.percent;
    if (!step.entries.endsWith(entry))
        step.entries << entry;
    open.contacts = m_contacts;
}

bool StepBuilder::report(const Message &message, qint64 entry)
{
    const qsizetype position = message.text.isEmpty() ? m_open.size() - 1 : findOpen(message.text);
    if (position < 0)
        return false;
    progress(m_open[position], message, entry);
    return true;
}

void StepBuilder::add(const Message &message, const QDateTime &at, qint64 entry, bool startReported)
{
    m_lastOf.insert(message.text, m_steps.size());
    m_steps << Step{ .name = message.text,
        .parent = m_open.isEmpty() ? -1 : m_open.last().step,
        .depth = int(m_open.size()),
        .attempt = m_attempt,
        .isInstallation = isInstallation(message.text),
        .start = at,
        .startReported = startReported,
        .percent = message.percent,
        .entries = { entry } };
}

void StepBuilder::end(const Message &message, const QDateTime &at, qint64 entry)
{
    const bool failed = message.kind == MessageKind::StepFailed;
    const StepOutcome outcome = failed ? StepOutcome::Failed : StepOutcome::Done;
    const qsizetype position = findOpen(message.text);
    if (position < 0) {
        if (repeatsAnEnd(message, outcome, entry))
            return;
        add(message, at, entry, false);
        ++m_holes;
    }
    Step &step = position < 0 ? m_steps.last() : m_steps[m_open[position].step];
    if (position >= 0) {
        for (qsizetype inner = position + 1; inner < m_open.size(); ++inner) {
            m_steps[m_open[inner].step].outcome = StepOutcome::NoEndReported;
            m_steps[m_open[inner].step].end = at;
            ++m_holes;
        }
        dropOpen(position);
        if (!step.entries.endsWith(entry))
            step.entries << entry;
    }
    step.end = at;
    step.outcome = outcome;
    step.failure = message.failure;
    if (failed) // the number jumps up then: no progress
        step.percent = position < 0 ? std::nullopt : step.percent;
    else if (message.percent)
        step.percent = message.percent;
}

// A retried report: the step has just ended in this way.
bool StepBuilder::repeatsAnEnd(const Message &message, StepOutcome outcome, qint64 entry)
{
    const qsizetype position = m_lastOf.value(message.text, -1);
    if (position < 0)
        return false;
    Step &last = m_steps[position];
    if (last.attempt != m_attempt || last.outcome != outcome)
        return false;
    if (outcome == StepOutcome::Done && last.percent != message.percent)
        return false;
    ++last.repeats;
    ++m_repeats;
    last.entries << entry;
    return true;
}

void StepBuilder::closeAll(StepOutcome outcome, const QDateTime &at)
{
    for (const OpenStep &open : std::as_const(m_open)) {
        Step &step = m_steps[open.step];
        step.outcome = outcome;
        step.end = std::max(at, step.start);
    }
    dropOpen(0);
}

void StepBuilder::dropOpen(qsizetype from)
{
    for (qsizetype i = from; i < m_open.size(); ++i)
        m_openAt.remove(m_steps[m_open[i].step].name);
    m_open.resize(from);
}

void StepBuilder::startAttempt()
{
    ++m_attempt;
    m_installationBegan = false;
}

} // namespace falconer
