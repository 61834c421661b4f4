// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/session/profile.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace falconer {

class AttemptView;
class ContentArea;
class ProfileForm;

// The fields of one profile under its name and how connecting goes, with the buttons below them:
// the fields scroll where the window is low, the buttons stay in sight.
class ConnectPane final : public QFrame {
    Q_OBJECT

public:
    explicit ConnectPane(QWidget *parent = nullptr);

    ProfileForm &form() const { return *m_form; }
    AttemptView &attempt() const { return *m_attempt; }
    void showProfile(const std::optional<Profile> &profile); // none: a new one
    void setBusy(bool busy);                                 // connecting: it can only be stopped

signals:
    void connectRequested(); // also by Enter in a field
    void stopRequested();
    void saveRequested();
    void deleteRequested();

private:
    void build();
    void wire();

    bool m_isBusy = false;
    QLabel *m_title;
    AttemptView *m_attempt;
    ProfileForm *m_form;
    ContentArea *m_area = nullptr;
    QPushButton *m_connect;
    QPushButton *m_save;
    QPushButton *m_delete;
};

} // namespace falconer
