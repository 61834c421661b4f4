// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsettags.h"
#include "services/http/client.h"
#include "ui/composition/setverdicts.h"

#include <QMimeData>
#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace falconer {

class FlowLayout;
class TagChip;

// The tags of distribution sets as chips: those that the set has, then the others. Whoever shows it
// gives and takes, makes, changes and deletes them.
class TagStrip final : public QWidget {
    Q_OBJECT

public:
    explicit TagStrip(Client &client, QWidget *parent = nullptr);

    void showSet(qint64 setId, const TagObstacles &obstacles);
    void clear();
    void reload();

    bool isRead() const { return m_given && m_all; }

signals:
    void giveRequested(const falconer::DistributionSetTag &tag);
    void takeRequested(const falconer::DistributionSetTag &tag);
    void createRequested();
    void editRequested(const falconer::DistributionSetTag &tag);
    void deleteRequested(const falconer::DistributionSetTag &tag);
    void dragBegun(const QMimeData *data);
    void dragEnded();

private:
    void take(const Result<Page<DistributionSetTag>> &answer,
        std::optional<QList<DistributionSetTag>> &place);
    void build();
    void addChip(const DistributionSetTag &tag, bool isGiven);

    Client &m_client;
    qint64 m_setId = 0;
    TagObstacles m_obstacles;
    std::optional<QList<DistributionSetTag>> m_given;
    std::optional<QList<DistributionSetTag>> m_all;
    Call m_givenCall;
    Call m_allCall;
    QList<TagChip *> m_chips;
    FlowLayout *m_layout;
    QLabel *m_words;
    QToolButton *m_new;
};

} // namespace falconer
