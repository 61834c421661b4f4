// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/result.h"

#include <QByteArray>
#include <QObject>
#include <QThreadPool>

#include <functional>

namespace falconer {

// Work that is too long for the GUI thread, one piece after the other. Its death waits for what was
// begun, so that no file is lost.
class ExportJobs final : public QObject {
    Q_OBJECT

public:
    explicit ExportJobs(QObject *parent = nullptr);
    ~ExportJobs() override;

    // work runs on another thread; done on this one, unless this object is gone by then.
    void run(std::function<Result<QByteArray>()> work,
        std::function<void(const Result<QByteArray> &)> done);

private:
    QThreadPool m_thread;
};

// All or nothing: when it fails, an older file of that name is as it was.
Result<QByteArray> writeFile(const QString &path, const QByteArray &bytes);

} // namespace falconer
