// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace falconer {

class ProfileList;

// The side of the page where a server is chosen: the profiles, a new one, the demo.
class ProfileSide final : public QFrame {
    Q_OBJECT

public:
    explicit ProfileSide(QWidget *parent = nullptr);

    ProfileList &list() const { return *m_list; }

signals:
    void newRequested();
    void demoRequested();

private:
    ProfileList *m_list;
};

} // namespace falconer
