// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/downloads/artifactdownload.h"
#include "services/uploads/uploadspeed.h"
#include "ui/repository/repositorycontext.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace falconer {

// One download: its name, how far it is and how fast, what went wrong, and what can be done about
// it.
class DownloadRow final : public QWidget {
    Q_OBJECT

public:
    enum class Begin { AtOnce, WhenTold }; // WhenTold: an earlier start of the program left it

    DownloadRow(
        const RepositoryContext &context, const DownloadOrder &order, Begin begin, QWidget *parent);

    const ArtifactDownload &download() const { return m_download; }
    QString sentence() const;
    bool discard(); // what came so far; false: it is done

signals:
    void closeRequested(); // it is done, or there is nothing of it any more

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showStatus();
    void measureSpeed();
    void showAction();
    void showClose();
    void showWords();
    void act();
    void openFolder();
    void close();
    bool isUnderWay() const;

    const Client &m_client;
    Clock m_clock;
    ArtifactDownload m_download;
    UploadSpeed m_speed; // as of an upload
    QElapsedTimer m_elapsed;
    QTimer m_seconds; // until the next try, and since the last byte
    QLabel *m_name;
    QLabel *m_words;
    QProgressBar *m_bar;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace falconer
