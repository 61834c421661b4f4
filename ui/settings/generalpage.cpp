// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/generalpage.h"

#include "ui/frame/notifier.h"
#include "ui/shared/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace falconer {

namespace {

QLabel *newTitle(const QString &text, QWidget *parent)
{
    auto *const title = new QLabel(text, parent);
    title->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    return title;
}

} // namespace

GeneralPage::GeneralPage(Theme &theme, Notifier &notifier, QWidget *parent)
    : QWidget(parent)
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(newTitle(tr("Look"), this));
    layout->addWidget(createLook(theme));
    layout->addSpacing(8);
    layout->addWidget(newTitle(tr("Desktop"), this));
    layout->addWidget(createNotify(notifier));
    layout->addStretch(1);
}

QWidget *GeneralPage::createLook(Theme &theme)
{
    auto *const box = new QWidget(this);
    auto *const layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    auto *const group = new QButtonGroup(box);
    const std::pair<ThemeChoice, QString> choices[]
        = { { ThemeChoice::System, tr("As the desktop") }, { ThemeChoice::Light, tr("Light") },
              { ThemeChoice::Dark, tr("Dark") } };
    for (const auto &[choice, words] : choices) {
        auto *const button = new QRadioButton(words, box);
        button->setChecked(theme.choice() == choice);
        group->addButton(button, int(choice));
        layout->addWidget(button);
    }
    connect(group, &QButtonGroup::idClicked, &theme,
        [&theme](int choice) { theme.setChoice(ThemeChoice(choice)); });
    return box;
}

QWidget *GeneralPage::createNotify(Notifier &notifier)
{
    auto *const box = new QCheckBox(tr("Tell the desktop what ends or needs attention"), this);
    box->setToolTip(tr("While another window is in front"));
    box->setChecked(notifier.isOn());
    connect(box, &QCheckBox::toggled, &notifier, &Notifier::setOn);
    return box;
}

} // namespace falconer
