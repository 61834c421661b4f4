// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/patternstore.h"
#include "ui/settings/patternspage.h"
#include "ui/shared/icons.h"

#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>

// How patterns go from one computer to another: a file with a JSON array.
namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 4'000'000; // of a file that somebody chose by mistake

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && file.size() <= mostBytes)
        return file.readAll();
    return tl::unexpected(
        Error{ .kind = ErrorKind::Io, .message = file.errorString(), .where = path });
}

} // namespace

void PatternsPage::exportFile()
{
    auto *const dialog = new QFileDialog(window(), tr("Export patterns"), {}, tr("Data (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"message-patterns.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_jobs.run(
            [path, content = QJsonDocument(patternsToJson(m_draft.patterns())).toJson()] {
                return writeFile(path, content);
            },
            [this](const Result<QByteArray> &written) {
                if (!written)
                    emit fileFailed(written.error());
            });
    });
    dialog->open();
}

void PatternsPage::importFile()
{
    auto *const dialog = new QFileDialog(window(), tr("Import patterns"), {}, tr("Data (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_jobs.run([path] { return readFile(path); },
            [this](const Result<QByteArray> &content) { takeFile(content); });
    });
    dialog->open();
}

// Behind those that are here; what is here already does not come twice.
void PatternsPage::takeFile(const Result<QByteArray> &content)
{
    if (!content)
        return emit fileFailed(content.error());
    const QList<MessagePattern> read = patternsFromJson(QJsonDocument::fromJson(*content).array());
    if (read.isEmpty())
        return emit fileFailed({ .kind = ErrorKind::Io, .message = tr("no pattern is in it") });
    for (const MessagePattern &pattern : read) {
        if (!m_draft.patterns().contains(pattern))
            m_draft.insert(m_draft.ownCount(), pattern);
    }
    afterEdit();
    choose(std::max(0, m_draft.ownCount() - 1));
}

} // namespace falconer
