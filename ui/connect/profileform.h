// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/session/profile.h"
#include "services/session/secretstore.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace falconer {

// The fields of one profile and its secret. Says what is wrong beside the field; what was typed
// stays until another profile is shown.
class ProfileForm final : public QWidget {
    Q_OBJECT

public:
    explicit ProfileForm(QWidget *parent = nullptr);

    void setProfile(const Profile &profile);
    // As typed; nothing while a field is wrong, which is then named and gets the focus.
    std::optional<Profile> profile();
    QString secret() const; // typed, may be empty
    void setSecret(const QString &secret);
    void setSecretPlace(SecretPlace place);
    void setTrustedCertificate(const QByteArray &sha256);
    void focusSecret();
    void focusAddress();
    void focusName();

signals:
    void submitted(); // Enter in a field

private:
    void buildFields(QFormLayout &layout);
    void applyScheme();
    void showProblem(QLineEdit &field, const QString &sentence);
    void clearProblem();
    void showSecretPlace();

    Profile m_base;
    std::optional<SecretPlace> m_place;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QComboBox *m_scheme;
    QLabel *m_userLabel;
    QLineEdit *m_user;
    QLabel *m_secretLabel;
    QLineEdit *m_secret;
    QLabel *m_secretPlace;
    QComboBox *m_colour;
    QCheckBox *m_production;
    QPlainTextEdit *m_notes;
    QLabel *m_problem;
};

} // namespace falconer
