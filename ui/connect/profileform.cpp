// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/profileform.h"

#include "ui/connect/environment.h"
#include "ui/shared/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyle>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QIcon dotIcon(const QColor &colour)
{
    QPixmap pixmap(28, 28);
    pixmap.fill(Qt::transparent);
    pixmap.setDevicePixelRatio(2);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(2, 2, 10, 10));
    return QIcon(pixmap);
}

// What a person types: without a scheme https is meant.
QUrl addressOf(const QString &typed)
{
    QString text = typed.trimmed();
    if (!text.isEmpty() && !text.contains(u"://"_s))
        text.prepend(u"https://"_s);
    return QUrl(text, QUrl::StrictMode);
}

bool isUsable(const QUrl &address)
{
    const bool isWeb = address.scheme() == u"http" || address.scheme() == u"https";
    return address.isValid() && isWeb && !address.host().isEmpty();
}

} // namespace

ProfileForm::ProfileForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_address(new QLineEdit(this))
    , m_scheme(new QComboBox(this))
    , m_userLabel(new QLabel(tr("User"), this))
    , m_user(new QLineEdit(this))
    , m_secretLabel(new QLabel(this))
    , m_secret(new QLineEdit(this))
    , m_secretPlace(new QLabel(this))
    , m_colour(new QComboBox(this))
    , m_production(new QCheckBox(tr("This is production"), this))
    , m_notes(new QPlainTextEdit(this))
    , m_problem(new QLabel(this))
{
    auto *const layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(16);
    layout->setVerticalSpacing(8);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildFields(*layout);
    for (QLineEdit *const field : { m_name, m_address, m_user, m_secret }) {
        connect(field, &QLineEdit::returnPressed, this, &ProfileForm::submitted);
        connect(field, &QLineEdit::textEdited, this, &ProfileForm::clearProblem);
    }
    connect(m_scheme, &QComboBox::currentIndexChanged, this, &ProfileForm::applyScheme);
    applyScheme();
    clearProblem();
}

void ProfileForm::buildFields(QFormLayout &layout)
{
    m_address->setPlaceholderText(u"https://hawkbit.example"_s);
    m_user->setPlaceholderText(tr("admin, or tenant\\user"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_scheme->addItem(tr("User and password"), int(Credentials::Scheme::Basic));
    m_scheme->addItem(tr("Bearer token"), int(Credentials::Scheme::Bearer));
    for (const EnvironmentColour &one : environmentColours())
        m_colour->addItem(dotIcon(one.colour), one.title, one.word);
    m_notes->setFixedHeight(52);
    m_notes->setTabChangesFocus(true);
    m_notes->setPlaceholderText(tr("Who runs it, whom to call"));
    m_secretPlace->setProperty("look", u"secondary"_s);
    m_secretPlace->setWordWrap(true);
    auto *const meaning
        = new QLabel(tr("The window's frame shows the colour, and Cancel is the default."), this);
    meaning->setProperty("look", u"secondary"_s);
    meaning->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(u"problem"_s);

    const auto labelled = [&layout](QLabel *label, QWidget *field) {
        label->setBuddy(field);
        field->setAccessibleName(label->text());
        layout.addRow(label, field);
    };
    labelled(new QLabel(tr("Name"), this), m_name);
    labelled(new QLabel(tr("Address"), this), m_address);
    labelled(new QLabel(tr("Sign in with"), this), m_scheme);
    labelled(m_userLabel, m_user);
    labelled(m_secretLabel, m_secret);
    layout.addRow(nullptr, m_secretPlace);
    labelled(new QLabel(tr("Colour"), this), m_colour);
    layout.addRow(nullptr, m_production);
    layout.addRow(nullptr, meaning);
    labelled(new QLabel(tr("Notes"), this), m_notes);
    layout.addRow(nullptr, m_problem);
}

void ProfileForm::setProfile(const Profile &profile)
{
    m_base = profile;
    m_name->setText(profile.name);
    m_address->setText(profile.server.toString());
    m_scheme->setCurrentIndex(std::max(0, m_scheme->findData(int(profile.scheme))));
    m_user->setText(profile.user);
    m_secret->clear();
    m_colour->setCurrentIndex(std::max(0, m_colour->findData(profile.colour)));
    m_production->setChecked(profile.isProduction);
    m_notes->setPlainText(profile.notes);
    clearProblem();
    showSecretPlace();
}

std::optional<Profile> ProfileForm::profile()
{
    clearProblem();
    const QUrl address = addressOf(m_address->text());
    if (!isUsable(address)) {
        showProblem(*m_address, tr("An address such as https://hawkbit.example is wanted."));
        return {};
    }
    if (!address.userInfo().isEmpty()) {
        showProblem(*m_address, tr("User and password have fields of their own."));
        return {};
    }
    Profile typed = m_base;
    typed.scheme = Credentials::Scheme(m_scheme->currentData().toInt());
    typed.user = typed.scheme == Credentials::Scheme::Basic ? m_user->text().trimmed() : QString();
    if (typed.scheme == Credentials::Scheme::Basic && typed.user.isEmpty()) {
        showProblem(*m_user, tr("As which user?"));
        return {};
    }
    // A certificate was trusted for that server, not for another one.
    if (address != m_base.server)
        typed.trustedCertificate.clear();
    typed.server = address;
    typed.name = m_name->text().trimmed().isEmpty() ? serverName(typed) : m_name->text().trimmed();
    typed.colour = m_colour->currentData().toString();
    typed.isProduction = m_production->isChecked();
    typed.notes = m_notes->toPlainText();
    return typed;
}

QString ProfileForm::secret() const
{
    return m_secret->text();
}

void ProfileForm::setSecret(const QString &secret)
{
    m_secret->setText(secret);
}

void ProfileForm::setSecretPlace(SecretPlace place)
{
    m_place = place;
    showSecretPlace();
}

void ProfileForm::setTrustedCertificate(const QByteArray &sha256)
{
    m_base.server = addressOf(m_address->text());
    m_base.trustedCertificate = sha256;
}

void ProfileForm::focusSecret()
{
    m_secret->setFocus();
    m_secret->selectAll();
}

void ProfileForm::focusAddress()
{
    m_address->setFocus();
}

void ProfileForm::focusName()
{
    m_name->setFocus();
}

void ProfileForm::applyScheme()
{
    const bool basic = m_scheme->currentData().toInt() == int(Credentials::Scheme::Basic);
    m_userLabel->setVisible(basic);
    m_user->setVisible(basic);
    m_secretLabel->setText(basic ? tr("Password") : tr("Token"));
    m_secret->setAccessibleName(m_secretLabel->text());
}

void ProfileForm::showProblem(QLineEdit &field, const QString &sentence)
{
    field.setProperty("problem", true);
    field.style()->polish(&field);
    field.setFocus();
    m_problem->setText(sentence);
    m_problem->show();
}

void ProfileForm::clearProblem()
{
    for (QLineEdit *const field : { m_address, m_user, m_secret }) {
        if (!field->property("problem").toBool())
            continue;
        field->setProperty("problem", false);
        field->style()->polish(field);
    }
    m_problem->clear();
    m_problem->hide();
}

void ProfileForm::showSecretPlace()
{
    m_secret->setPlaceholderText(m_base.hasSecret ? tr("kept in the keychain") : QString());
    if (!m_place)
        m_secretPlace->clear();
    else if (*m_place == SecretPlace::Keychain)
        m_secretPlace->setText(tr("Kept in the keychain of this computer."));
    else
        m_secretPlace->setText(tr("Kept for this session only: there is no keychain here."));
}

} // namespace falconer
