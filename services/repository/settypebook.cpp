// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/settypebook.h"

#include <algorithm>

namespace falconer {

namespace {

constexpr int mostTypes = 500; // a page; real servers have a handful

} // namespace

SetTypeBook::SetTypeBook(Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void SetTypeBook::read()
{
    m_calls.clear();
    m_error.reset();
    m_list = m_client.send(listDistributionSetTypes({ .limit = mostTypes }),
        [this](const Result<Page<DistributionSetType>> &page) { takeTypes(page); });
}

void SetTypeBook::takeTypes(const Result<Page<DistributionSetType>> &page)
{
    if (!page) {
        m_error = page.error();
        emit changed();
        return;
    }
    m_reading.clear();
    for (const DistributionSetType &type : page->content) {
        if (!type.deleted)
            m_reading << SetTypeRules{ .type = type };
    }
    m_open = 2 * m_reading.size();
    if (m_open == 0)
        return finish();
    for (qsizetype i = 0; i < m_reading.size(); ++i)
        ask(i);
}

void SetTypeBook::ask(qsizetype index)
{
    using Answer = Result<QList<SoftwareModuleType>>;
    const qint64 id = m_reading[index].type.id;
    m_calls.push_back(
        m_client.send(listMandatoryModuleTypes(id), [this, index](const Answer &answer) {
            takeModuleTypes(answer, m_reading[index].mandatory);
        }));
    m_calls.push_back(
        m_client.send(listOptionalModuleTypes(id), [this, index](const Answer &answer) {
            takeModuleTypes(answer, m_reading[index].optional);
        }));
}

void SetTypeBook::takeModuleTypes(
    const Result<QList<SoftwareModuleType>> &answer, QList<SoftwareModuleType> &place)
{
    if (answer)
        place = *answer;
    else
        m_error = answer.error();
    if (--m_open == 0)
        finish();
}

void SetTypeBook::finish()
{
    if (!m_error) {
        std::sort(m_reading.begin(), m_reading.end(),
            [](const SetTypeRules &a, const SetTypeRules &b) { return a.type.name < b.type.name; });
        m_types = m_reading;
        m_isRead = true;
    }
    emit changed();
}

std::optional<SetTypeRules> SetTypeBook::rulesOf(const QString &key) const
{
    const auto it = std::find_if(m_types.begin(), m_types.end(),
        [&](const SetTypeRules &rules) { return rules.type.key == key; });
    return it == m_types.end() ? std::nullopt : std::optional(*it);
}

} // namespace falconer
