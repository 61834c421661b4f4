// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/bringinrun.h"
#include "services/uploads/uploadqueue.h"
#include "tests/support/simulatorbench.h"

#include <QFile>
#include <QTemporaryDir>

namespace falconer {

using namespace Qt::StringLiterals;

// Bringing in two files as a module and a set around it, to the simulator or another server.
struct BringInStage {
    explicit BringInStage(const QUrl &url = {}, const FleetOptions &fleet = {})
        : bench(fleet)
        , client({ .server = url.isEmpty() ? bench.url() : url,
              .credentials = { Credentials::Scheme::Basic, u"admin"_s, u"admin"_s },
              .retryDelays = {},
              .useSystemProxy = false })
    {
    }

    QString makeFile(const QString &name) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write("content") != 7)
            qFatal("cannot write");
        return file.fileName();
    }
    BringIn plan() const
    {
        return { .modules = { { .name = u"gate"_s,
                     .version = u"1.0"_s,
                     .type = u"os"_s,
                     .paths = { makeFile(u"a.swu"_s), makeFile(u"a.swu.sig"_s) } } },
            .set = BringInSet{ .name = u"gates"_s, .version = u"1.0"_s, .type = u"os"_s } };
    }
    int modulesNamed(const QString &name)
    {
        int count = 0;
        bench.change([&](Fleet &fleet) {
            for (const auto &[id, module] : fleet.modules.rows())
                count += module.name == name && !module.deleted;
        });
        return count;
    }
    int setsNamed(const QString &name)
    {
        int count = 0;
        bench.change([&](Fleet &fleet) {
            for (const auto &[id, set] : fleet.sets.rows())
                count += set.name == name && !set.deleted;
        });
        return count;
    }

    SimulatorBench bench;
    QTemporaryDir folder;
    Client client;
    UploadQueue queue{ folder.filePath(u"q/uploads.sqlite"_s) };
    BringInRun run{ client, queue, u"p"_s, u"admin"_s };
};

} // namespace falconer
