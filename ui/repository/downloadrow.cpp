// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/downloadrow.h"

#include "services/http/client.h"
#include "ui/repository/downloadtext.h"
#include "ui/shared/icons.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int barWidth = 120;
constexpr int barSteps = 1000;
constexpr int second = 1'000; // ms

} // namespace

DownloadRow::DownloadRow(
    const RepositoryContext &context, const DownloadOrder &order, Begin begin, QWidget *parent)
    : QWidget(parent)
    , m_client(context.client)
    , m_clock(context.clock)
    , m_download(order, context.client.options())
    , m_name(new QLabel(QFileInfo(order.path).fileName(), this))
    , m_words(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    build();
    connect(&m_download, &ArtifactDownload::changed, this, &DownloadRow::showStatus);
    connect(&m_download, &ArtifactDownload::finished, this, &DownloadRow::showStatus);
    connect(m_action, &QPushButton::clicked, this, &DownloadRow::act);
    connect(m_close, &QToolButton::clicked, this, &DownloadRow::close);
    connect(&m_seconds, &QTimer::timeout, this, &DownloadRow::showWords);
    m_seconds.setInterval(second);
    m_elapsed.start();
    if (begin == Begin::AtOnce)
        m_download.start();
    else
        m_download.restore();
    showStatus();
}

void DownloadRow::build()
{
    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    m_words->setObjectName(u"words"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(barWidth);
    m_bar->setRange(0, barSteps);
    m_bar->setAccessibleName(tr("Download of %1").arg(m_name->text()));
    m_action->setObjectName(u"action"_s);
    m_close->setObjectName(u"close"_s);
    m_close->setIcon(icon(Icon::Remove, Tone::Quiet));
    m_close->setFocusPolicy(Qt::StrongFocus);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 3, 6, 3);
    layout->setSpacing(10);
    layout->addWidget(m_name);
    layout->addWidget(m_bar);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
}

QString DownloadRow::sentence() const
{
    return m_words->text();
}

bool DownloadRow::isUnderWay() const
{
    const DownloadState state = m_download.status().state;
    return state != DownloadState::Done && state != DownloadState::Failed;
}

void DownloadRow::showStatus()
{
    const Download &status = m_download.status();
    const qint64 size = std::max<qint64>(1, m_download.order().artifact.size);
    m_bar->setValue(int(double(status.receivedBytes) / double(size) * barSteps));
    m_bar->setVisible(isUnderWay());
    measureSpeed();
    if (status.state == DownloadState::Retrying || status.state == DownloadState::Downloading)
        m_seconds.start();
    else
        m_seconds.stop();
    showAction();
    showClose();
    showWords();
}

// What is there before the first byte comes is no speed.
void DownloadRow::measureSpeed()
{
    const Download &status = m_download.status();
    if (status.state != DownloadState::Downloading)
        m_speed = {};
    else if (status.receivedBytes > 0)
        m_speed.add(m_elapsed.elapsed(), status.receivedBytes);
}

void DownloadRow::showAction()
{
    const Download &status = m_download.status();
    QString action;
    if (status.state == DownloadState::Downloading)
        action = tr("Pause");
    else if (status.state == DownloadState::Paused)
        action = tr("Go on");
    else if (status.state == DownloadState::Retrying)
        action = tr("Now");
    else if (status.state == DownloadState::Failed)
        action
            = status.problem == DownloadProblem::NameTaken ? tr("Overwrite it") : tr("Try again");
    else if (status.state == DownloadState::Done)
        action = tr("Open folder");
    // Several rows have the same buttons.
    m_action->setText(action);
    m_action->setAccessibleName(tr("%1, %2").arg(action, m_name->text()));
    m_action->setVisible(!action.isEmpty() && status.problem != DownloadProblem::Gone);
}

void DownloadRow::showClose()
{
    const DownloadState state = m_download.status().state;
    const bool isDone = state == DownloadState::Done;
    const bool rests = state == DownloadState::Paused || state == DownloadState::Failed;
    m_close->setText(rests ? tr("Discard") : QString());
    m_close->setToolButtonStyle(rests ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
    m_close->setAutoRaise(!rests);
    m_close->setToolTip(isDone ? tr("Hide this line")
            : rests            ? tr("Remove what came so far, and this line")
                               : tr("Stop, and remove what came so far"));
    m_close->setAccessibleName(tr("%1, %2").arg(m_close->toolTip(), m_name->text()));
}

void DownloadRow::showWords()
{
    const bool isStalled = m_speed.isStalled(m_elapsed.elapsed());
    const DownloadText text = downloadText(m_download.order(), m_download.status(), m_clock(),
        isStalled ? 0 : m_speed.bytesPerSecond());
    m_words->setText(text.sentence);
    m_words->setToolTip(text.details);
    QPalette palette = m_words->palette();
    palette.setColor(QPalette::WindowText, toneColour(this->palette(), text.tone));
    m_words->setPalette(palette);
}

void DownloadRow::act()
{
    const Download &status = m_download.status();
    if (status.state == DownloadState::Done)
        return openFolder();
    m_download.setOptions(m_client.options()); // somebody may have signed in anew
    if (status.state == DownloadState::Downloading)
        m_download.pause();
    else if (status.problem == DownloadProblem::NameTaken)
        m_download.overwriteAndStart();
    else
        m_download.start();
}

void DownloadRow::openFolder()
{
    const QString folder = QFileInfo(m_download.order().path).absolutePath();
    if (QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        return;
    m_words->setText(
        tr("This computer has no program that opens %1.").arg(QDir::toNativeSeparators(folder)));
}

void DownloadRow::close()
{
    const bool isDone = m_download.status().state == DownloadState::Done;
    if (isDone || discard()) // else it is done in a moment, which the line says
        emit closeRequested();
}

bool DownloadRow::discard()
{
    return m_download.cancel();
}

void DownloadRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showWords();
}

} // namespace falconer
