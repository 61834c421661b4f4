// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/loadbanner.h"

#include "models/pagedmodelbase.h"
#include "ui/shared/banner.h"
#include "ui/shared/searchproblem.h"

#include <QTimer>

#include <utility>

namespace falconer {

namespace {

constexpr int readingMs = 4000;

} // namespace

LoadBanner::LoadBanner(const PagedModelBase &model, const QString &server, QWidget *pane)
    : QObject(pane)
    , m_model(model)
    , m_server(server)
    , m_banner(new Banner(pane))
    , m_ending(new QTimer(this))
{
    connect(&model, &PagedModelBase::failed, this, &LoadBanner::showLoadProblem);
    connect(&model, &PagedModelBase::rowsLoaded, this, &LoadBanner::clearLoadProblem);
    connect(&model, &PagedModelBase::loadingChanged, this, [this] { // there may be no row to load
        if (m_model.total() == 0 && !m_model.isLoading() && !m_model.loadError())
            clearLoadProblem();
    });
    connect(m_banner, &Banner::actionTriggered, this, &LoadBanner::act);
    m_ending->setSingleShot(true);
    m_ending->setInterval(readingMs);
    connect(m_ending, &QTimer::timeout, m_banner, &Banner::clear);
}

void LoadBanner::setSearch(const QString &rsql)
{
    m_search = rsql;
    emit searchRefused({});
}

void LoadBanner::showFailure(const Error &error)
{
    m_banner->showError(error, m_server);
    keep();
}

void LoadBanner::showSuccess(const QString &sentence)
{
    m_banner->showMessage(Tone::Success, sentence);
    keep();
    m_isSuccess = true;
}

void LoadBanner::endSuccess()
{
    if (std::exchange(m_isSuccess, false))
        m_ending->start();
}

void LoadBanner::showNotice(const QString &sentence, const QString &nextStep)
{
    m_banner->showMessage(Tone::Attention, sentence, nextStep);
    keep();
}

void LoadBanner::keep()
{
    m_banner->setDismissable(true);
    m_isLoadProblem = false;
    m_isSuccess = false;
    m_ending->stop();
}

void LoadBanner::offer(const QString &text, std::function<void()> deed)
{
    m_banner->setAction(text);
    m_deed = std::move(deed);
}

void LoadBanner::showLoadProblem(const Error &error)
{
    if (error.kind == ErrorKind::Invalid && !m_search.isEmpty()) {
        emit searchRefused(searchProblem(m_search, error));
        return;
    }
    m_banner->showError(error, m_server);
    m_banner->setAction(tr("Try again"));
    m_isLoadProblem = true;
    m_isSuccess = false;
    m_ending->stop();
}

void LoadBanner::clearLoadProblem()
{
    if (std::exchange(m_isLoadProblem, false))
        m_banner->clear();
}

// What could not be loaded is told until it is there.
void LoadBanner::act()
{
    if (m_isLoadProblem) {
        emit retryRequested();
        return;
    }
    m_banner->clear();
    if (const std::function<void()> deed = std::exchange(m_deed, nullptr))
        deed();
}

} // namespace falconer
