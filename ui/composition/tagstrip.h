// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/tagshares.h"
#include "ui/composition/setverdicts.h"

#include <QMimeData>
#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace falconer {

class FlowLayout;
class TagChip;

// The tags of distribution sets as chips: those that all the shown sets have, those that some have,
// then the others. Whoever shows it gives and takes, makes, changes and deletes them.
class TagStrip final : public QWidget {
    Q_OBJECT

public:
    explicit TagStrip(Client &client, QWidget *parent = nullptr);

    void showSets(const QList<qint64> &sets, const TagObstacles &obstacles);
    void clear();
    void reload();

    bool isRead() const { return m_shares.has_value(); }

signals:
    void giveRequested(const falconer::DistributionSetTag &tag);
    void takeRequested(const falconer::DistributionSetTag &tag);
    void createRequested();
    void editRequested(const falconer::DistributionSetTag &tag);
    void deleteRequested(const falconer::DistributionSetTag &tag);
    void dragBegun(const QMimeData *data);
    void dragEnded();

private:
    void take(const Result<QList<TagShare>> &answer);
    void build();
    void addChip(const TagShare &share);

    Client &m_client;
    QList<qint64> m_sets;
    TagObstacles m_obstacles;
    std::optional<QList<TagShare>> m_shares;
    TagShares m_reader;
    QList<TagChip *> m_chips;
    FlowLayout *m_layout;
    QLabel *m_words;
    QToolButton *m_new;
};

} // namespace falconer
