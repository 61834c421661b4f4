// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/patternstore.h"

#include <QJsonDocument>
#include <QSettings>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

const QString savedKey = u"messages/patterns"_s;
const QString draftKey = u"messages/draft"_s;

QList<MessagePattern> read(const QSettings &settings, const QString &key)
{
    return patternsFromJson(QJsonDocument::fromJson(settings.value(key).toByteArray()).array());
}

void write(QSettings &settings, const QString &key, const QList<MessagePattern> &patterns)
{
    const QJsonDocument json(patternsToJson(patterns));
    settings.setValue(key, json.toJson(QJsonDocument::Compact));
}

} // namespace

PatternStore::PatternStore(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_patterns(read(settings, savedKey))
    , m_usable(usablePatterns(m_patterns))
{
}

Result<void> PatternStore::save(const QList<MessagePattern> &patterns)
{
    write(m_settings, savedKey, patterns);
    m_settings.remove(draftKey);
    m_settings.sync();
    if (m_patterns != patterns) {
        m_patterns = patterns;
        m_usable = usablePatterns(patterns);
        emit changed();
    }
    if (m_settings.status() != QSettings::NoError)
        return tl::unexpected(Error{ .kind = ErrorKind::Io, .where = m_settings.fileName() });
    return {};
}

std::optional<QList<MessagePattern>> PatternStore::draft() const
{
    if (!m_settings.contains(draftKey))
        return std::nullopt;
    return read(m_settings, draftKey);
}

void PatternStore::keepDraft(const QList<MessagePattern> &patterns)
{
    if (patterns == m_patterns)
        m_settings.remove(draftKey);
    else
        write(m_settings, draftKey, patterns);
}

} // namespace falconer
