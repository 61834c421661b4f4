// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/trustsheet.h"

#include "services/uploads/uploadqueue.h"
#include "ui/connect/certificateview.h"
#include "ui/shared/errortext.h"
#include "ui/shared/sheethead.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 600;

} // namespace

TrustSheet::TrustSheet(const QString &server, const UntrustedServer &untrusted, QWidget *window)
    : Sheet(window)
{
    setPanelWidth(panelWidth);
    const ErrorText text = certificateText(server, !untrusted.trustedBefore.isEmpty());
    auto *const title = new SheetHead(this);
    title->setTitle(text.sentence);
    title->setSubtitle(tr("Nothing is sent there, and what is for it waits."));
    setAccessibleName(title->title());
    head()->addWidget(title);

    auto *const advice = new QLabel(text.nextStep, this);
    advice->setWordWrap(true);
    auto *const view = new CertificateView(this);
    view->setCertificate(untrusted.certificate, untrusted.trustedBefore);
    auto *const column = new QVBoxLayout;
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(12);
    column->addWidget(advice);
    column->addWidget(view);
    body()->addLayout(column);

    auto *const later = new QPushButton(tr("Not now"), this);
    later->setObjectName(u"later"_s);
    later->setToolTip(tr("Nothing is sent there meanwhile (Esc)"));
    auto *const row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(later);
    foot()->addLayout(row);
    setDefaultButton(later);
    setFirstField(later);
    connect(later, &QPushButton::clicked, this, &TrustSheet::reject);
    connect(view, &CertificateView::trusted, this, [this](const QByteArray &sha256) {
        closeSheet();
        emit trusted(sha256);
    });
}

} // namespace falconer
