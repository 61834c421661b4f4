// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"
#include "ui/export/exportjobs.h"
#include "ui/export/timelineinview.h"

#include <QToolButton>

#include <functional>

namespace falconer {

// The button "Export" of a timeline: saves what is in view as a picture or as data, or copies it as
// text (Ctrl+Shift+C in its window). What is saved is what was in view when the user asked.
class ExportMenu final : public QToolButton {
    Q_OBJECT

public:
    enum class Format { Png, Svg, Pdf, Csv, Json };

    explicit ExportMenu(std::function<TimelineInView()> source, QWidget *parent = nullptr);

    // Without asking for a name; the end comes as a signal.
    void save(Format format, const QString &path, const TimelineInView &view);

public slots:
    void copyText();

signals:
    void saved(const QString &path);
    void copied();
    void failed(const falconer::Error &error); // for a Banner

private:
    void createMenu();
    void askForFile(Format format);

    std::function<TimelineInView()> m_source;
    QString m_folder; // of the last file
    ExportJobs m_jobs;
};

} // namespace falconer
