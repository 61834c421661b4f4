// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/timeline.h"

#include <QStringList>

#include <optional>

namespace falconer {

// How one action of one device failed.
struct Failure {
    QString controllerId;
    QDateTime at;    // UTC, may be invalid when the end was not seen
    QString message; // the cause, escape sequences gone; may have several lines or be empty
    CauseSource source = CauseSource::None;
    std::optional<int> code;

    bool operator==(const Failure &) const = default;
};

// Failures of the same cause.
struct FailureCluster {
    QString pattern;         // the message with what differs as "#"; empty: only codes were told
    std::optional<int> code; // the last one that was told
    int count = 0;           // failures
    QDateTime firstSeen;     // UTC
    QDateTime lastSeen;      // UTC
    QStringList devices;     // sorted, each once
    QString example;         // the message of the newest one as it came
    bool hadBefore = false;  // the former distribution set failed in this way, too

    bool operator==(const FailureCluster &) const = default;
};

// Nothing when the action did not fail.
std::optional<Failure> failureOf(const QString &controllerId, const Timeline &timeline);

// A message without what differs from device to device: quoted values, paths, addresses, hex,
// ids, versions, numbers become "#". Names with a number stay names: "rootfs.1" is "rootfs.#".
// Prefixes that only one version of a client writes go.
QString failurePattern(const QString &message);

// Clusters of equal patterns, the largest first, of equal ones the latest. A code does not divide:
// devices of one cause often tell it only now and then. It does where the message is no more than
// the closing one, which many clients word the same whatever went wrong, and where there is none.
// O(n log n) in failures, linear in their texts.
QList<FailureCluster> clusterFailures(
    const QList<Failure> &failures, const QList<Failure> &former = {});

} // namespace falconer
