// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace falconer {

// One recorded exchange with a real hawkBit server, as it lies in tests/data/recordings: a line of
// a corpus. tests/data/README.md has the format.
struct RecordedStep {
    QString name;     // "0541-assign-forced"
    QString area;     // "assign"
    QJsonObject json; // the whole step

    QString method() const;
    QString path() const; // as sent, percent-encoded, with the query
    int status() const;
    QJsonValue body() const;      // of the answer; null when it was empty
    QByteArray bodyBytes() const; // the same as it came over the wire: JSON, text or nothing
    QByteArray contentType() const;
    bool isShortened() const; // some array of the answer was cut when it was recorded
};

struct Corpus {
    QString server;     // "1.0.4"
    QJsonObject header; // areas, arbitrary
    QList<RecordedStep> steps;
};

// Loads tests/data/recordings/<name>.jsonl, such as "hawkbit-1.0.4"; fails the running test when it
// cannot.
Corpus loadCorpus(const QString &name);

// Loads a file of tests/data, whole.
QByteArray testData(const QString &relativePath);

} // namespace falconer
