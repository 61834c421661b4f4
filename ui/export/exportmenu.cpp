// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportmenu.h"

#include "ui/export/exportname.h"
#include "ui/export/timelinecsv.h"
#include "ui/export/timelineexporter.h"
#include "ui/export/timelinejson.h"
#include "ui/export/timelinetext.h"
#include "ui/shared/icons.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QStandardPaths>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

using Format = ExportMenu::Format;

struct FormatWords {
    Format format;
    QString command;
    QString filter; // of the file dialog
    QString ending;
};

QList<FormatWords> formats()
{
    return {
        { Format::Png, ExportMenu::tr("Save as PNG..."), ExportMenu::tr("Picture (*.png)"),
            u"png"_s },
        { Format::Svg, ExportMenu::tr("Save as SVG..."), ExportMenu::tr("Drawing (*.svg)"),
            u"svg"_s },
        { Format::Pdf, ExportMenu::tr("Save as PDF..."), ExportMenu::tr("Document (*.pdf)"),
            u"pdf"_s },
        { Format::Csv, ExportMenu::tr("Save as CSV..."), ExportMenu::tr("Table (*.csv)"),
            u"csv"_s },
        { Format::Json, ExportMenu::tr("Save as JSON..."), ExportMenu::tr("Data (*.json)"),
            u"json"_s },
    };
}

// What makes the bytes of a file on any thread. Drawing itself must be done here and now.
std::function<QByteArray()> makerOf(Format format, const TimelineInView &view)
{
    switch (format) {
    case Format::Png:
        return [image = TimelineExporter(view).image()] { return pngOf(image); };
    case Format::Svg:
        return [bytes = TimelineExporter(view).svg()] { return bytes; };
    case Format::Pdf:
        return [bytes = TimelineExporter(view).pdf()] { return bytes; };
    case Format::Csv:
        return [lanes = view.timelineLanes()] { return timelineCsv(lanes); };
    case Format::Json:
        return [lanes = view.timelineLanes()] { return timelineJson(lanes); };
    }
    Q_UNREACHABLE();
}

} // namespace

ExportMenu::ExportMenu(std::function<TimelineInView()> source, QWidget *parent)
    : QToolButton(parent)
    , m_source(std::move(source))
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    setText(tr("Export"));
    setToolTip(tr("Save what is in view as a picture or as data, or copy it as text"));
    setPopupMode(QToolButton::InstantPopup);
    createMenu();
}

void ExportMenu::createMenu()
{
    auto *const menu = new QMenu(this);
    const QList<FormatWords> all = formats();
    for (const FormatWords &words : all) {
        if (words.format == Format::Csv)
            menu->addSeparator();
        menu->addAction(words.command, this, [this, format = words.format] { askForFile(format); });
    }
    menu->addSeparator();
    QAction *const copy = menu->addAction(tr("Copy as text"), this, &ExportMenu::copyText);
    copy->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    addAction(copy); // a menu that is closed hears no keys
    setMenu(menu);
}

void ExportMenu::askForFile(Format format)
{
    const QList<FormatWords> all = formats();
    const FormatWords &words = all[int(format)];
    const TimelineInView view = m_source();
    auto *const dialog = new QFileDialog(window(), tr("Save the timeline"), m_folder, words.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(words.ending);
    dialog->selectFile(exportName(view) + u'.' + words.ending);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, format, view](const QString &path) { save(format, path, view); });
    dialog->open();
}

void ExportMenu::save(Format format, const QString &path, const TimelineInView &view)
{
    m_folder = QFileInfo(path).path();
    m_jobs.run([path, make = makerOf(format, view)] { return writeFile(path, make()); },
        [this, path](const Result<QByteArray> &written) {
            if (written)
                emit saved(path);
            else
                emit failed(written.error());
        });
}

void ExportMenu::copyText()
{
    m_jobs.run([view = m_source()]() -> Result<QByteArray> { return timelineText(view).toUtf8(); },
        [this](const Result<QByteArray> &text) {
            QGuiApplication::clipboard()->setText(QString::fromUtf8(*text));
            emit copied();
        });
}

} // namespace falconer
