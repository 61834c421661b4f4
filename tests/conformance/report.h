// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/recordings.h"

#include <QMap>

namespace falconer {

// Steps that are set aside, each with its reason, from a list in tests/data/conformance: lines of
// "corpus step reason", where a corpus of * stands for all and # begins a comment.
class StepList final {
public:
    StepList(const QString &file, const QString &corpus);

    bool contains(const QString &step) const { return m_reasons.contains(step); }
    QString reason(const QString &step) const { return m_reasons.value(step); }
    QStringList steps() const { return m_reasons.keys(); }

private:
    QMap<QString, QString> m_reasons;
};

// Counts what agrees and names what does not.
class Report final {
public:
    explicit Report(const QString &corpus);

    // An empty difference: the step agrees.
    void add(const RecordedStep &step, const QString &difference);
    // Prints everything; false when a step differs that is on no list, or fewer agree than the
    // floor.
    bool conclude() const;

private:
    struct Count {
        int agree = 0;
        int all = 0;
    };
    void printCounts(const char *title, const QMap<QString, Count> &counts) const;

    QString m_corpus;
    StepList m_notOurs;
    StepList m_notYet;
    StepList m_differs;
    QMap<QString, Count> m_areas;
    QMap<QString, Count> m_resources;
    Count m_ours;  // what a client of ours can send, without what is not yet simulated
    Count m_aimed; // of these the resources of the main job
    QStringList m_differing;
    QStringList m_unlisted;
    QStringList m_recovered; // on a list, and agreeing
};

} // namespace falconer
