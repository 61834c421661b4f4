// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/messagepatterns.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array roleNames{
    std::pair{ PatternRole::Begin, "begin"_L1 },
    std::pair{ PatternRole::End, "end"_L1 },
    std::pair{ PatternRole::Failed, "failed"_L1 },
    std::pair{ PatternRole::Progress, "progress"_L1 },
    std::pair{ PatternRole::Mark, "mark"_L1 },
};
using RoleName = std::pair<PatternRole, QLatin1StringView>;

} // namespace

MessagePatterns::MessagePatterns(const QList<MessagePattern> &patterns)
{
    for (const MessagePattern &pattern : patterns) {
        // Whether it is too slow shows while it is used, and is not asked again and again.
        QRegularExpression expression = compilePattern(pattern.expression);
        const bool isUsable
            = !pattern.expression.isEmpty() && pattern.expression.size() <= mostPatternLength;
        if (!isUsable || !expression.isValid())
            expression = {};
        else
            expression.optimize();
        m_patterns << Compiled{ pattern, std::move(expression) };
    }
}

QJsonArray patternsToJson(const QList<MessagePattern> &patterns)
{
    QJsonArray json;
    for (const MessagePattern &pattern : patterns) {
        const auto role = std::ranges::find(roleNames, pattern.role, &RoleName::first);
        json << QJsonObject{ { u"role"_s, QString(role->second) },
            { u"expression"_s, pattern.expression }, { u"name"_s, pattern.name },
            { u"percent"_s, pattern.percentCapture } };
    }
    return json;
}

QList<MessagePattern> patternsFromJson(const QJsonArray &json)
{
    QList<MessagePattern> patterns;
    for (const QJsonValue &value : json) {
        const QString roleName = value["role"_L1].toString();
        const auto role = std::ranges::find_if(
            roleNames, [&](const RoleName &known) { return known.second == roleName; });
        if (role == roleNames.end() || !value["expression"_L1].isString())
            continue;
        patterns << MessagePattern{ .role = role->first,
            .expression = value["expression"_L1].toString(),
            .name = value["name"_L1].toString(),
            .percentCapture = value["percent"_L1].toInt() };
    }
    return patterns;
}

} // namespace falconer
