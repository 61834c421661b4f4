// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recordings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace falconer {

using namespace Qt::StringLiterals;

QString RecordedStep::method() const
{
    return json["request"_L1]["method"_L1].toString();
}

QString RecordedStep::path() const
{
    return json["request"_L1]["path"_L1].toString();
}

int RecordedStep::status() const
{
    return json["response"_L1]["status"_L1].toInt();
}

QJsonValue RecordedStep::body() const
{
    return json["response"_L1]["body"_L1];
}

QByteArray RecordedStep::bodyBytes() const
{
    const QJsonValue value = body();
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    if (!value.isObject())
        return {};
    const QJsonObject object = value.toObject();
    if (object.size() == 1 && object.contains("text"_L1))
        return object["text"_L1].toString().toUtf8();
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray RecordedStep::contentType() const
{
    return json["response"_L1]["headers"_L1]["Content-Type"_L1].toString().toUtf8();
}

bool RecordedStep::isShortened() const
{
    return json.contains("shortened"_L1);
}

QByteArray testData(const QString &relativePath)
{
    QFile file(QStringLiteral(FALCONER_TEST_DATA "/") + relativePath);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qPrintable(file.fileName()));
    return file.readAll();
}

namespace {

QString areaOf(const QJsonObject &areas, int number)
{
    for (auto it = areas.begin(); it != areas.end(); ++it) {
        if (number >= it.value()[0].toInt() && number <= it.value()[1].toInt())
            return it.key();
    }
    return {};
}

} // namespace

Corpus loadCorpus(const QString &name)
{
    const QList<QByteArray> lines = testData("recordings/"_L1 + name + ".jsonl"_L1).split('\n');
    Corpus corpus;
    corpus.header = QJsonDocument::fromJson(lines.first()).object();
    corpus.server = corpus.header["server"_L1].toString();
    const QJsonObject areas = corpus.header["areas"_L1].toObject();
    for (const QByteArray &line : lines.mid(1)) {
        if (line.isEmpty())
            continue;
        RecordedStep step;
        step.json = QJsonDocument::fromJson(line).object();
        step.name = step.json["step"_L1].toString();
        step.area = areaOf(areas, step.name.left(4).toInt());
        corpus.steps << step;
    }
    return corpus;
}

} // namespace falconer
