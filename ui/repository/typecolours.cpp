// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/typecolours.h"

#include "models/pagedmodelbase.h"
#include "services/http/client.h"
#include "services/repository/settypebook.h"
#include "ui/shared/tableview.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTypes = 500; // of one answer, the server's limit

} // namespace

TypeColours::TypeColours(Client &client, const SetTypeBook &book, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_book(book)
{
    connect(&book, &SetTypeBook::changed, this, &TypeColours::read);
}

void TypeColours::read()
{
    m_ofSets.clear();
    for (const SetTypeRules &rules : m_book.types()) {
        if (!rules.type.colour.isEmpty())
            m_ofSets.insert(rules.type.key, rules.type.colour);
    }
    emit changed();
    m_call = m_client.send(listSoftwareModuleTypes({ .limit = mostTypes }),
        [this](const Result<Page<SoftwareModuleType>> &page) { take(page); });
}

// Without them nothing is missing that anybody needs: what was known stays.
void TypeColours::take(const Result<Page<SoftwareModuleType>> &page)
{
    if (!page)
        return;
    m_ofModules.clear();
    for (const SoftwareModuleType &type : page->content) {
        if (!type.colour.isEmpty())
            m_ofModules.insert(type.key, type.colour);
    }
    emit changed();
}

void TypeDelegate::install(
    TableView &table, const PagedModelBase &model, const TypeColours &colours, Swatch swatch)
{
    auto *const delegate = new TypeDelegate(std::move(swatch), &table);
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.headerData(column, Qt::Horizontal, PagedModelBase::ColumnIdRole) == u"type"_s)
            table.setItemDelegateForColumn(column, delegate);
    }
    connect(&colours, &TypeColours::changed, table.viewport(), qOverload<>(&QWidget::update));
}

} // namespace falconer
