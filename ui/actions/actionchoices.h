// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/actionkind.h"
#include "services/http/call.h"

#include <QWidget>

#include <optional>

class QComboBox;

namespace falconer {

class Client;
class KindCounts;
class SegmentedButton;

// What narrows the table of actions beside the search: their state, their age and the type of their
// set. What this server cannot be asked for is disabled, and says so.
class ActionChoices final : public QWidget {
    Q_OBJECT

public:
    explicit ActionChoices(const Dialect &dialect, QWidget *parent = nullptr);

    ActionKind kind() const;
    // RSQL of age and type, without the state.
    QString filter(const QDateTime &now) const;
    void chooseAll(); // without a signal
    void showCounts(const KindCounts &counts);
    // Asks which types of sets there are; until the answer there is no choice of them.
    void findTypes(Client &client);

signals:
    void kindChosen();
    void filterChosen();

private:
    void addKinds();
    void addAges(bool canTell);
    void addTypes();

    SegmentedButton *m_kinds;
    QComboBox *m_age;
    QComboBox *m_type;
    Call m_types;
};

} // namespace falconer
