// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/session/profile.h"

#include <QListWidget>

namespace falconer {

class EmptyState;

// The profiles, the last used first: colour, name, where to and as whom. Arrows move, Enter and
// double click connect (activated by profileActivated).
class ProfileList final : public QListWidget {
    Q_OBJECT

public:
    explicit ProfileList(QWidget *parent = nullptr);

    // Keeps what is selected, by id.
    void setProfiles(const QList<Profile> &profiles);
    QString currentId() const;
    void select(const QString &id); // nothing for an unknown one

signals:
    void currentIdChanged(const QString &id); // by the user
    void profileActivated();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    EmptyState *m_empty;
};

} // namespace falconer
