// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/connectpane.h"

#include "ui/connect/attemptview.h"
#include "ui/connect/profileform.h"
#include "ui/shared/contentarea.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 520;
constexpr int spacing = 14;

} // namespace

ConnectPane::ConnectPane(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_attempt(new AttemptView)
    , m_form(new ProfileForm)
    , m_connect(new QPushButton(this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_delete(new QPushButton(tr("Delete"), this))
{
    setProperty("look", u"panel"_s);
    build();
    wire();
    setBusy(false);
}

void ConnectPane::build()
{
    m_title->setFont(themeFont(TextSize::Title, QFont::DemiBold));
    m_connect->setProperty("look", u"primary"_s);
    m_delete->setProperty("look", u"danger"_s);
    auto *const buttons = new QHBoxLayout;
    buttons->addWidget(m_connect);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    buttons->addWidget(m_delete);

    auto *const content = new QWidget;
    auto *const lines = new QVBoxLayout(content);
    lines->setContentsMargins({});
    lines->setSpacing(spacing);
    lines->addWidget(m_attempt);
    lines->addWidget(m_form);

    auto *const sheet = new QWidget(this);
    sheet->setMaximumWidth(formWidth);
    m_area = new ContentArea(sheet);
    m_area->setWidget(content);
    m_area->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    content->setAutoFillBackground(false);
    auto *const column = new QVBoxLayout(sheet);
    column->setContentsMargins({});
    column->setSpacing(spacing);
    column->addWidget(m_title);
    column->addWidget(m_area);
    column->addLayout(buttons);
    column->addStretch(1);

    auto *const middle = new QHBoxLayout(this);
    middle->setContentsMargins(32, 36, 32, 24);
    middle->addStretch(1);
    middle->addWidget(sheet, 100);
    middle->addStretch(1);
}

void ConnectPane::wire()
{
    connect(m_form, &ProfileForm::submitted, this, &ConnectPane::connectRequested);
    connect(m_connect, &QPushButton::clicked, this, [this] {
        if (m_isBusy)
            emit stopRequested();
        else
            emit connectRequested();
    });
    connect(m_save, &QPushButton::clicked, this, &ConnectPane::saveRequested);
    connect(m_delete, &QPushButton::clicked, this, &ConnectPane::deleteRequested);
    // How it goes stands above the fields.
    connect(
        m_attempt, &AttemptView::told, this, [this] { m_area->verticalScrollBar()->setValue(0); });
}

void ConnectPane::showProfile(const std::optional<Profile> &profile)
{
    m_form->setProfile(profile.value_or(Profile()));
    m_title->setText(profile ? profile->name : tr("Connect to a hawkBit server"));
    m_delete->setVisible(profile.has_value());
    m_attempt->hideCertificate();
}

void ConnectPane::setBusy(bool busy)
{
    m_isBusy = busy;
    m_connect->setText(busy ? tr("Stop") : tr("Connect"));
    m_connect->setToolTip(busy ? tr("Esc") : tr("Enter"));
    m_save->setEnabled(!busy);
    m_save->setToolTip(busy ? tr("Not while connecting") : QString());
}

} // namespace falconer
