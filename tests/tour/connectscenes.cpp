// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/scenes.h"
#include "tests/tour/stage.h"

#include "models/pagedmodel.h"
#include "ui/connect/connectpage.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/deploy/setspane.h"
#include "ui/deploy/targetspane.h"
#include "ui/mainwindow.h"
#include "ui/shared/banner.h"

#include <QLineEdit>
#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QLineEdit *fieldOf(const Stage &stage, const QString &name)
{
    for (QLineEdit *const field : stage.window().findChildren<QLineEdit *>()) {
        if (field->isVisible() && field->accessibleName() == name)
            return field;
    }
    return nullptr;
}

QString bannerOf(const Stage &stage)
{
    for (const Banner *const banner : stage.window().findChildren<Banner *>()) {
        if (banner->isVisible())
            return banner->sentence();
    }
    return {};
}

void connectBy(Stage &stage, const QUrl &address, const QString &password)
{
    stage.type(fieldOf(stage, u"Name"_s), u"Line 3"_s);
    stage.type(fieldOf(stage, u"Address"_s), address.toString());
    stage.type(fieldOf(stage, u"User"_s), u"admin"_s);
    stage.type(fieldOf(stage, u"Password"_s), password);
    stage.click(stage.button<QPushButton>(u"Connect"_s), u"the button that connects"_s);
}

} // namespace

void playConnect(Stage &stage)
{
    stage.step(u"the first start: no profile, the demo at hand"_s, [&stage] {
        stage.trigger(u"Light"_s);
        stage.expect(
            u"the address field"_s, [&stage] { return fieldOf(stage, u"Address"_s) != nullptr; });
        stage.picture(u"connect-light"_s);
    });
    stage.step(u"start on the demo fleet"_s, [&stage] {
        stage.click(stage.button<QPushButton>(u"Try the demo fleet"_s), u"the demo's button"_s);
        stage.expect(u"the workspace"_s,
            [&stage] { return stage.window().findChild<DeployWorkspace *>() != nullptr; });
    });
    stage.step(u"the fleet is shown and counted"_s, [&stage] {
        auto *const deploy = stage.window().findChild<DeployWorkspace *>();
        stage.expect(u"2,000 targets and 40 sets, their first rows loaded"_s, [deploy] {
            return deploy != nullptr && deploy->targets().model().total() == 2'000
                && deploy->targets().model().itemAt(0) && deploy->sets().model().total() == 40
                && deploy->sets().model().itemAt(0);
        });
        stage.picture(u"fleet-light"_s);
    });
}

void playErrors(Stage &stage, const QUrl &server)
{
    stage.step(u"back to the servers"_s, [&stage] {
        stage.trigger(u"Switch server or disconnect"_s);
        stage.expect(
            u"the address field"_s, [&stage] { return fieldOf(stage, u"Address"_s) != nullptr; });
    });
    stage.step(u"a wrong password is told, and what was typed stays"_s, [&stage, server] {
        connectBy(stage, server, u"wrong"_s);
        stage.expect(u"a sentence on what was refused"_s,
            [&stage] { return bannerOf(stage).contains(u"does not accept"_s); });
        stage.expect(u"the address, still there"_s,
            [&stage, server] { return fieldOf(stage, u"Address"_s)->text() == server.toString(); });
        stage.picture(u"wrong-password-light"_s);
    });
    stage.step(u"a host that nobody knows is told"_s, [&stage] {
        connectBy(stage, QUrl(u"http://hawkbit.invalid:8080"_s), u"admin"_s);
        stage.expect(
            u"a sentence with the host"_s,
            [&stage] {
                return stage.button<QPushButton>(u"Connect"_s) != nullptr
                    && bannerOf(stage).contains(u"hawkbit.invalid"_s);
            },
            30'000);
        stage.picture(u"unknown-host-light"_s);
        stage.trigger(u"Dark"_s);
        stage.picture(u"unknown-host-dark"_s);
    });
}

} // namespace falconer
