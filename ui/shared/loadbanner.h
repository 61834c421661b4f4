// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QTimer;

namespace falconer {

class Banner;
class PagedModelBase;
struct Error;

// The banner of a pane with rows: why they could not be loaded, until they are; and what commands
// have to say, which no rows clear away. A search that the server refuses is told to its field
// instead.
class LoadBanner final : public QObject {
    Q_OBJECT

public:
    // model outlives it. server: its name in sentences, may be empty. The banner is pane's child.
    LoadBanner(const PagedModelBase &model, const QString &server, QWidget *pane);

    Banner &banner() const { return *m_banner; }

    void setSearch(const QString &rsql); // by which the rows are found; takes back what was refused

    // Of a command: stays until it is closed or there is other news.
    void showFailure(const Error &error);
    void showSuccess(const QString &sentence);
    void endSuccess(); // it has been outdone: goes by itself, once there was time to read it
    void showNotice(const QString &sentence, const QString &nextStep = {});
    void offer(const QString &text, std::function<void()> deed); // a button beside it

signals:
    void retryRequested();                       // of the rows
    void searchRefused(const QString &sentence); // empty: no longer

private:
    void showLoadProblem(const Error &error);
    void clearLoadProblem();
    void keep();
    void act();

    const PagedModelBase &m_model;
    QString m_server;
    QString m_search;
    Banner *m_banner;
    std::function<void()> m_deed;
    bool m_isLoadProblem = false; // what the banner says
    bool m_isSuccess = false;     // the same
    QTimer *m_ending;             // of what succeeded
};

} // namespace falconer
