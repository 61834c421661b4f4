// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/served.h"
#include "tests/bench/stage.h"
#include "ui/composition/setpage.h"
#include "ui/composition/setsside.h"
#include "ui/repository/modulespane.h"
#include "ui/repository/repositoryworkspace.h"
#include "ui/shared/dragtable.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

void report(const QString &what, const Client &client)
{
    idleFor(5'000);
    const qint64 before = client.sentCount();
    idleFor(60'000);
    reportText(what, u"%1 (aim at most 20)"_s.arg(client.sentCount() - before));
}

// Modules, sets and a chosen set.
void reportRepository(const ClientOptions &options, const ServerFacts &facts)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    Client client(options);
    Feed feed(client);
    QMainWindow window;
    auto *const workspace = new RepositoryWorkspace(
        { client, feed, facts, settings, {}, {}, nullptr, &QDateTime::currentDateTimeUtc });
    window.setCentralWidget(workspace);
    window.resize(1440, 900);
    window.show();
    SetsSide &sets = workspace->sets();
    untilMs("modules and sets",
        [&] { return sets.setAt(0) && workspace->modules().moduleAt(0) && sets.types().isRead(); });
    sets.table().setFocus();
    sets.selectSet(sets.setAt(0)->id);
    untilMs("the chosen set", [&] { return workspace->setPage().isVisible(); });
    report(u"requests in an idle minute, Repository in sight"_s, client);
}

} // namespace

void benchIdle()
{
    const ServedFleet fleet(2'000);
    ClientOptions options;
    ServerFacts facts;
    {
        Stage stage(fleet.url());
        report(u"requests in an idle minute, Deploy in sight"_s, stage.client());
        options = stage.client().options();
        facts = stage.facts();
    }
    reportRepository(options, facts);
}

} // namespace falconer
