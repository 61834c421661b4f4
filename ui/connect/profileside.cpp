// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/profileside.h"

#include "ui/connect/profilelist.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideWidth = 280;

} // namespace

ProfileSide::ProfileSide(QWidget *parent)
    : QFrame(parent)
    , m_list(new ProfileList(this))
{
    setProperty("look", u"rail"_s);
    setFixedWidth(sideWidth);
    auto *const title = new QLabel(tr("Servers"), this);
    title->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    auto *const add = new QPushButton(tr("New"), this);
    add->setToolTip(tr("A new profile (Ctrl+N)"));
    add->setShortcut(QKeySequence::New);
    connect(add, &QPushButton::clicked, this, &ProfileSide::newRequested);
    auto *const demo = new QPushButton(tr("Try the demo fleet"), this);
    demo->setToolTip(tr("A server and devices inside this program: nothing can break"));
    connect(demo, &QPushButton::clicked, this, &ProfileSide::demoRequested);

    auto *const head = new QHBoxLayout;
    head->setContentsMargins(14, 12, 12, 4);
    head->addWidget(title, 1);
    head->addWidget(add);
    auto *const foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 12);
    foot->addWidget(demo);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addLayout(foot);
}

} // namespace falconer
