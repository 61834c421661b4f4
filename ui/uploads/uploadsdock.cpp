// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadsdock.h"

#include "services/uploads/uploadqueue.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptystate.h"
#include "ui/uploads/limitsmenu.h"
#include "ui/uploads/sendassheet.h"
#include "ui/uploads/uploadshead.h"
#include "ui/uploads/uploadstable.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView openKey("uploads/open");
constexpr int widestServer = 220;

bool isFailed(const Upload &upload)
{
    return upload.state == UploadState::Failed;
}

} // namespace

UploadsDock::UploadsDock(UploadQueue &queue, QSettings &settings, const ProfileNames &names,
    const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_queue(queue)
    , m_settings(settings)
    , m_names(names)
    , m_list(queue, uploadColumns(queue, names, clock))
    , m_head(new UploadsHead(this))
    , m_banner(new Banner(this))
    , m_table(new UploadsTable(queue, m_list, this))
{
    setAccessibleName(tr("Uploads"));
    build();
    wire();
    m_isLeftOpen = settings.value(openKey, true).toBool();
    m_isAskedFor = queue.totals().interrupted > 0 || isPutAside() || queue.storageError();
    apply(wantsOpen());
}

// The table must not outlive its model.
UploadsDock::~UploadsDock()
{
    delete m_table;
}

void UploadsDock::build()
{
    m_head->setLimitsMenu(new LimitsMenu(m_queue, m_settings, m_head));
    m_table->rememberIn(m_settings, u"uploads/columns"_s);
    m_table->emptyState().setContent(Icon::Send, tr("Nothing is being uploaded."),
        tr("Drop files onto a software module in the Repository workspace."));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);
}

void UploadsDock::wire()
{
    connect(m_head, &UploadsHead::openRequested, this, &UploadsDock::setOpen);
    connect(m_head, &UploadsHead::pauseRequested, this, [this] { m_queue.pause(chosen()); });
    connect(m_head, &UploadsHead::resumeRequested, this, [this] { m_queue.resume(chosen()); });
    connect(m_head, &UploadsHead::retryRequested, this, [this] { m_queue.retry(chosen()); });
    connect(m_head, &UploadsHead::firstRequested, this, [this] {
        if (const QList<qint64> ids = m_table->selectedIds(); ids.size() == 1)
            m_queue.sendFirst(ids.constFirst());
    });
    connect(m_head, &UploadsHead::removeRequested, this,
        [this] { m_queue.cancel(m_table->selectedIds()); });
    connect(m_head, &UploadsHead::removeFinishedRequested, &m_queue, &UploadQueue::removeFinished);
    connect(m_head, &UploadsHead::removeFailedRequested, this,
        [this] { m_queue.cancel(those(isFailed)); });
    connect(m_head, &UploadsHead::rowsWanted, this, &UploadsDock::focusTable);
    connect(m_banner, &Banner::actionTriggered, this, &UploadsDock::answerMatter);
    connect(m_banner, &Banner::dismissed, this, [this] {
        m_hasSeenPutAside = true;
        refresh();
    });
    connect(m_table, &UploadsTable::selectionChangedByUser, this, &UploadsDock::updateCommands);
    connect(m_table, &UploadsTable::nameWanted, this, &UploadsDock::askForName);
    connect(m_table, &UploadsTable::fileWanted, this, &UploadsDock::askForFile);
    connect(m_table, &UploadsTable::signInWanted, this, &UploadsDock::signInWanted);
    connect(&m_queue, &UploadQueue::totalsChanged, this, &UploadsDock::refresh);
    connect(&m_queue, &UploadQueue::reordered, this, &UploadsDock::updateCommands);
    const auto show = [this] {
        m_isAskedFor = true;
        refresh();
    };
    connect(&m_queue, &UploadQueue::storageFailed, this, show);
    connect(&m_queue, &UploadQueue::trustNeeded, this, show);
    connect(&m_queue, &UploadQueue::storageRecovered, this, &UploadsDock::showMatters);
}

void UploadsDock::setOpen(bool open)
{
    m_isAskedFor = open;
    if (!m_queue.uploads().isEmpty()) {
        m_isLeftOpen = open;
        m_settings.setValue(openKey, open);
    }
    refresh();
}

bool UploadsDock::wantsOpen() const
{
    return m_isAskedFor || (m_isLeftOpen && !m_queue.uploads().isEmpty());
}

void UploadsDock::apply(bool open)
{
    m_isOpen = open;
    if (!open && isAncestorOf(window()->focusWidget()))
        m_head->setFocus(Qt::OtherFocusReason);
    m_head->setOpen(open);
    m_table->setVisible(open);
    emit openChanged(open);
    refresh();
}

int UploadsDock::heightForRows() const
{
    const int said = m_banner->isHidden() ? 0
        : m_banner->hasHeightForWidth()   ? m_banner->heightForWidth(width())
                                          : m_banner->sizeHint().height();
    const int rows = m_list.rowCount() > 0 ? m_table->verticalHeader()->length()
                                           : m_table->viewport()->layout()->sizeHint().height();
    return UploadsHead::heightOf(true) + said + m_table->heightFor(rows);
}

void UploadsDock::setProfile(const QString &id)
{
    m_profile = id;
    refresh();
}

bool UploadsDock::goElsewhere() const
{
    return std::ranges::any_of(
        m_queue.profiles(), [this](const QString &profile) { return profile != m_profile; });
}

void UploadsDock::focusTable()
{
    m_table->setFocus(Qt::ShortcutFocusReason);
    if (!m_table->currentIndex().isValid() && m_list.rowCount() > 0)
        m_table->setCurrentIndex(m_list.index(0, 0));
}

void UploadsDock::refresh()
{
    if (wantsOpen() != m_isOpen)
        return apply(!m_isOpen); // comes back here
    m_head->setTotals(m_queue.totals());
    m_table->emptyState().setVisible(m_queue.uploads().isEmpty());
    showServers(goElsewhere());
    updateCommands();
    showMatters();
    m_table->viewport()->update(); // what waits for another file changes with that
    m_table->setMinimumHeight(m_table->heightFor(0));
    emit rowsChanged();
}

// As wide as they are called: the end of a name may be what tells two apart.
void UploadsDock::showServers(bool shown)
{
    if (shown != m_table->isColumnHidden(UploadProfileColumn))
        return;
    m_table->setColumnHidden(UploadProfileColumn, !shown);
    if (!shown)
        return;
    m_table->resizeColumnToContents(UploadProfileColumn);
    if (m_table->columnWidth(UploadProfileColumn) > widestServer)
        m_table->setColumnWidth(UploadProfileColumn, widestServer);
}

void UploadsDock::updateCommands()
{
    const QList<qint64> selected = m_table->selectedIds();
    m_head->setVerdicts(
        selected.isEmpty() ? uploadVerdictsOfAll(m_queue) : uploadVerdicts(m_queue, selected),
        selected.size(), m_queue.totals());
}

QList<qint64> UploadsDock::chosen() const
{
    QList<qint64> selected = m_table->selectedIds();
    if (!selected.isEmpty())
        return selected;
    QList<qint64> all;
    for (const Upload &upload : m_queue.uploads())
        all << upload.id;
    return all;
}

QList<qint64> UploadsDock::those(bool (*which)(const Upload &)) const
{
    QList<qint64> ids;
    for (const Upload &upload : m_queue.uploads()) {
        if (which(upload))
            ids << upload.id;
    }
    return ids;
}

void UploadsDock::askForName(qint64 id)
{
    const Upload *const upload = m_queue.find(id);
    if (upload == nullptr)
        return;
    auto *const sheet = new SendAsSheet(*upload, window());
    connect(sheet, &SendAsSheet::chosen, this,
        [this, id](const QString &name) { m_queue.sendAs(id, name); });
    sheet->open();
}

void UploadsDock::askForFile(qint64 id)
{
    const Upload *const upload = m_queue.find(id);
    if (upload == nullptr)
        return;
    auto *const dialog = new QFileDialog(window(), tr("Where is %1 now?").arg(upload->filename),
        QFileInfo(upload->path).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, id](const QString &path) { m_queue.takeFile(id, path); });
    dialog->open();
}

} // namespace falconer
