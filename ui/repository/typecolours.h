// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/softwaremoduletypes.h"
#include "services/http/call.h"
#include "services/http/result.h"
#include "ui/shared/celldelegate.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace falconer {

class Client;
class PagedModelBase;
class SetTypeBook;
class TableView;

// The colours that the types of modules and of sets were given, to be shown where a type is named.
// Asks for those of modules whenever the book of the types of sets was read.
class TypeColours final : public QObject {
    Q_OBJECT

public:
    // Both outlive it.
    TypeColours(Client &client, const SetTypeBook &book, QObject *parent);

    QString ofModules(const QString &key) const { return m_ofModules.value(key); }
    QString ofSets(const QString &key) const { return m_ofSets.value(key); }
    bool hasModules() const { return !m_ofModules.isEmpty(); } // one of their types has a colour
    bool hasSets() const { return !m_ofSets.isEmpty(); }

signals:
    void changed();

private:
    void read();
    void take(const Result<Page<SoftwareModuleType>> &page);

    Client &m_client;
    const SetTypeBook &m_book;
    QHash<QString, QString> m_ofModules; // by key; only those that have one
    QHash<QString, QString> m_ofSets;
    Call m_call;
};

// Draws the colour of a row's type before its name.
class TypeDelegate final : public CellDelegate {
    Q_OBJECT

public:
    using Swatch = std::function<std::optional<QString>(int row)>; // as CellDelegate::swatchOf

    TypeDelegate(Swatch swatch, QObject *parent)
        : CellDelegate(parent)
        , m_swatch(std::move(swatch))
    {
    }

    // For the column "type" of the table of this model.
    static void install(
        TableView &table, const PagedModelBase &model, const TypeColours &colours, Swatch swatch);

protected:
    std::optional<QString> swatchOf(const QModelIndex &index) const override
    {
        return m_swatch(index.row());
    }

private:
    Swatch m_swatch;
};

} // namespace falconer
