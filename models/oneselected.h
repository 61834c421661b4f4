// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pickeditems.h"
#include "services/live/feed.h"

#include <utility>

namespace falconer {

// The value of the only row that is selected, wherever that row is. Another order, a search or the
// room in memory may take it out of the model; then it stays as it was last and the feed reads it
// by its id, until it is there again. Gone from the server, or deleted there: nothing is selected
// any more.
template <typename T> class OneSelected final : public QObject {
public:
    using Get = Request<T> (*)(qint64 id);

    // All of them outlive it. changed: it has another value, though neither rows nor selection say
    // so.
    OneSelected(const PagedModel<T> &model, SelectionByKey &selection, Feed &feed, Get get,
        std::function<void()> changed)
        : m_model(model)
        , m_selection(selection)
        , m_feed(feed)
        , m_get(get)
        , m_changed(std::move(changed))
    {
        connect(&selection, &SelectionByKey::keysChanged, this, &OneSelected::follow);
        connect(&model, &PagedModelBase::loadingChanged, this, &OneSelected::follow);
        connect(&model, &QAbstractItemModel::dataChanged, this, &OneSelected::take);
    }

    const std::optional<T> &value() const { return m_value; }

    ItemSelection<T> picked() const // see pickedItems()
    {
        ItemSelection<T> picked = pickedItems(m_model, m_selection);
        return picked.ids.size() == 1 && picked.count == 1 && m_value
            ? ItemSelection<T>::of({ *m_value })
            : picked;
    }

private:
    // Whether its row is in the model: then its value is taken from there.
    bool take()
    {
        const QString key = m_selection.count() == 1 ? m_selection.keys().value(0) : QString();
        if (std::exchange(m_key, key) != key) {
            m_value.reset();
            m_watch.reset();
        }
        const std::optional<T> item = m_model.itemOf(key);
        if (!item)
            return false;
        m_value = item;
        m_watch.reset();
        return true;
    }
    // While rows are on their way it may be among them.
    void follow()
    {
        if (take() || m_key.isEmpty() || m_watch || m_model.isLoading())
            return;
        m_watch = m_feed.watch(m_get(m_key.toLongLong()), Priority::Steady,
            [this](const Result<T> &answer) { read(answer); });
    }
    void read(const Result<T> &answer)
    {
        if (answer ? answer->deleted : answer.error().kind == ErrorKind::NotFound)
            return m_selection.selectKeys({});
        if (answer)
            m_value = *answer;
        m_changed();
    }

    const PagedModel<T> &m_model;
    SelectionByKey &m_selection;
    Feed &m_feed;
    const Get m_get;
    const std::function<void()> m_changed;
    QString m_key;
    std::optional<T> m_value;
    std::optional<Call> m_watch; // while the row is not in the model
};

} // namespace falconer
