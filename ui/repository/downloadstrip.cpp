// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/downloadstrip.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView folderKey("repository/downloadFolder");

QString lastFolder(const QSettings &settings)
{
    const QString folder = settings.value(folderKey).toString();
    return !folder.isEmpty() && QDir(folder).exists()
        ? folder
        : QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
}

// A server's file names are its own: none leads out of the folder.
QString safeName(const QString &providedFilename)
{
    const QString name = QFileInfo(QString(providedFilename).replace(u'\\', u'/')).fileName();
    return name.isEmpty() || name == ".."_L1 || name == "."_L1 ? u"artifact"_s : name;
}

} // namespace

DownloadStrip::DownloadStrip(const RepositoryContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_half(context.settings, context.profileId)
    , m_note(new QLabel(this))
{
    m_note->setObjectName(u"note"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(10, 3, 6, 3);
    m_note->hide();
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_note);
    hide();
    for (const DownloadOrder &order : m_half.orders())
        add(order, DownloadRow::Begin::WhenTold);
}

// Whether a file is overwritten is asked by the line of the download: the dialog's own question
// would stop everything else.
void DownloadStrip::chooseAndStart(qint64 softwareModuleId, const Artifact &artifact)
{
    auto *const dialog = new QFileDialog(
        window(), tr("Save %1 as").arg(artifact.providedFilename), lastFolder(m_context.settings));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(safeName(artifact.providedFilename));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, softwareModuleId, artifact](const QString &path) {
            m_context.settings.setValue(folderKey, QFileInfo(path).absolutePath());
            start(softwareModuleId, artifact, path);
        });
    dialog->open();
}

void DownloadStrip::start(qint64 softwareModuleId, const Artifact &artifact, const QString &anyPath)
{
    const QString path = QDir::cleanPath(QFileInfo(anyPath).absoluteFilePath());
    m_note->hide();
    if (DownloadRow *const former = rowOf(path)) { // two must not write into one file
        if (former->download().status().state != DownloadState::Failed) {
            m_note->setText(tr("%1 is being downloaded to this place already.")
                                .arg(QFileInfo(path).fileName()));
            return m_note->show();
        }
        if (former->download().order().artifact != artifact)
            former->discard();
        remove(former);
    }
    const DownloadOrder order{
        .softwareModuleId = softwareModuleId, .artifact = artifact, .path = path
    };
    m_half.add(order);
    add(order, DownloadRow::Begin::AtOnce);
}

void DownloadStrip::add(const DownloadOrder &order, DownloadRow::Begin begin)
{
    auto *const row = new DownloadRow(m_context, order, begin, this);
    connect(row, &DownloadRow::closeRequested, this, [this, row] {
        if (row->download().status().state != DownloadState::Done)
            m_half.remove(row->download().order().path);
        remove(row);
    });
    connect(&row->download(), &ArtifactDownload::finished, this, [this, row] {
        if (row->download().status().state == DownloadState::Done)
            m_half.remove(row->download().order().path);
        m_note->hide();
    });
    m_rows << row;
    layout()->addWidget(row);
    show();
}

DownloadRow *DownloadStrip::rowOf(const QString &path) const
{
    const auto found = std::ranges::find_if(m_rows, [&path](const DownloadRow *row) {
        return row->download().order().path == path
            && row->download().status().state != DownloadState::Done;
    });
    return found == m_rows.end() ? nullptr : *found;
}

void DownloadStrip::remove(DownloadRow *row)
{
    m_note->hide();
    m_rows.removeOne(row);
    row->hide();
    row->deleteLater();
    setVisible(!m_rows.isEmpty());
}

} // namespace falconer
