// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/patternreader.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCutOffs = 3;
// What tells of a step says so at once; the rest are joined pieces of something long.
constexpr qsizetype mostLength = 512;

MessageKind kindOf(PatternRole role)
{
    switch (role) {
    case PatternRole::Begin:
        return MessageKind::StepBegin;
    case PatternRole::End:
        return MessageKind::StepDone;
    case PatternRole::Failed:
        return MessageKind::StepFailed;
    case PatternRole::Progress:
        return MessageKind::Progress;
    case PatternRole::Mark:
        break;
    }
    return MessageKind::Remark;
}

QString filled(const QString &name, const QRegularExpressionMatch &match)
{
    QString text;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const int capture = name[i] == u'\\' && i + 1 < name.size() ? name[i + 1].digitValue() : -1;
        if (capture >= 0) {
            text += match.capturedView(capture);
            ++i;
        } else {
            text += name[i];
        }
    }
    return text.trimmed();
}

std::optional<double> percentOf(int capture, const QRegularExpressionMatch &match)
{
    bool ok = false;
    const double number = capture > 0 ? match.capturedView(capture).toDouble(&ok) : -1;
    return ok && number >= 0 && number <= 100 ? std::optional(number) : std::nullopt;
}

bool isTheServers(MessageKind kind)
{
    return kind == MessageKind::Server || kind == MessageKind::StatusCode
        || kind == MessageKind::Empty;
}

} // namespace

PatternReader::PatternReader(const MessagePatterns &patterns)
    : m_patterns(patterns)
    , m_cutOff(patterns.patterns().size(), 0)
    , m_matches(patterns.patterns().size(), 0)
{
}

void PatternReader::read(Message &message)
{
    if (m_patterns.isEmpty() || isTheServers(message.kind))
        return;
    ++m_asked;
    const QString text = message.words.left(mostLength);
    for (qsizetype i = 0; i < m_cutOff.size(); ++i) {
        if (m_cutOff[i] >= mostCutOffs || !read(i, text, message))
            continue;
        ++m_matches[i];
        return;
    }
}

bool PatternReader::read(qsizetype index, const QString &text, Message &message)
{
    const auto &[pattern, expression] = m_patterns.patterns()[index];
    if (expression.pattern().isEmpty()) // there is something wrong with it
        return false;
    const QRegularExpressionMatch match = expression.match(text);
    if (!match.isValid())
        ++m_cutOff[index];
    if (!match.hasMatch() || match.capturedLength() == 0)
        return false;
    QString name = filled(pattern.name, match);
    if (name.isEmpty() && pattern.role != PatternRole::Progress)
        name = match.captured().trimmed();
    if (name.isEmpty() && pattern.role != PatternRole::Progress)
        return false;
    message.kind = kindOf(pattern.role);
    message.text = name;
    message.percent = percentOf(pattern.percentCapture, match);
    message.failure.clear();
    message.isOwn = true;
    return true;
}

QList<int> PatternReader::slow() const
{
    QList<int> indexes;
    for (qsizetype i = 0; i < m_cutOff.size(); ++i) {
        if (m_cutOff[i] >= mostCutOffs)
            indexes << int(i);
    }
    return indexes;
}

} // namespace falconer
