// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/certificateview.h"

#include <QGridLayout>
#include <QLabel>
#include <QLayoutItem>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString inTwoLines(const QByteArray &sha256)
{
    QString fingerprint = fingerprintText(sha256);
    if (!fingerprint.isEmpty())
        fingerprint.insert(fingerprint.size() / 2 + 1, u'\n');
    return fingerprint;
}

} // namespace

QString fingerprintText(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':')).toUpper();
}

CertificateView::CertificateView(QWidget *parent)
    : QFrame(parent)
    , m_rows(new QGridLayout)
    , m_trust(new QPushButton(tr("Trust exactly this certificate for this profile"), this))
{
    m_rows->setHorizontalSpacing(16);
    m_rows->setVerticalSpacing(3);
    m_rows->setColumnStretch(1, 1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(m_rows);
    layout->addWidget(m_trust, 0, Qt::AlignLeft);
    connect(m_trust, &QPushButton::clicked, this, [this] { emit trusted(m_certificate.sha256); });
}

void CertificateView::setCertificate(
    const PeerCertificate &certificate, const QByteArray &trustedBefore)
{
    m_certificate = certificate;
    while (QLayoutItem *const item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto date = [](const QDateTime &time) {
        return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
    };
    addRow(tr("Subject"), certificate.subject);
    addRow(tr("Issuer"), certificate.issuer);
    addRow(
        tr("Valid"), tr("%1 to %2").arg(date(certificate.notBefore), date(certificate.notAfter)));
    addRow(tr("SHA-256"), inTwoLines(certificate.sha256));
    addRow(tr("Trusted until now"), inTwoLines(trustedBefore));
    addRow(tr("Problem"), certificate.problems.join(u'\n'));
}

void CertificateView::addRow(const QString &label, const QString &value)
{
    if (value.isEmpty())
        return;
    const int row = m_rows->rowCount();
    auto *const name = new QLabel(label, this);
    name->setProperty("look", u"quiet"_s);
    auto *const text = new QLabel(value, this);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setWordWrap(true);
    m_rows->addWidget(name, row, 0, Qt::AlignTop);
    m_rows->addWidget(text, row, 1);
}

} // namespace falconer
