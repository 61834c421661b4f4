// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/uploadlist.h"
#include "ui/uploads/uploadcolumns.h"

#include <QFrame>

class QSettings;

namespace falconer {

class Banner;
class UploadQueue;
class UploadsHead;
class UploadsTable;

// The queue of uploads at the lower edge of the window: always there, never in the way. An empty
// one is closed to a quiet line unless somebody opens it.
class UploadsDock final : public QFrame {
    Q_OBJECT

public:
    UploadsDock(UploadQueue &queue, QSettings &settings, const ProfileNames &names,
        const Clock &clock, QWidget *parent = nullptr);
    ~UploadsDock() override;

    bool isOpen() const { return m_isOpen; }
    void setOpen(bool open); // remembered
    void toggle() { setOpen(!m_isOpen); }
    int heightForRows() const; // of an open one: of all its rows, and what is said over them
    void focusTable();
    // The profile of the window's server: uploads to others name theirs. Empty: none
    // yet, all do.
    void setProfile(const QString &id);

    UploadsTable &table() const { return *m_table; }
    UploadList &list() { return m_list; }

signals:
    void openChanged(bool open);
    void rowsChanged();                          // how many, or how high they are
    void trustWanted(const QString &profileId);  // the certificate of its server is to be looked at
    void signInWanted(const QString &profileId); // uploads wait for it

private:
    // Over the table.
    struct Matters {
        QString untrusted; // the profile of a server whose certificate was refused
        bool isNotKept = false;
        bool isPutAside = false;
        int interrupted = 0;
        int held = 0;     // behind these
        QString signIn;   // the profile of another server than the window's that waits for it
        int toSignIn = 0; // so many uploads

        bool operator==(const Matters &) const = default;
    };

    void build();
    void wire();
    bool wantsOpen() const;
    void apply(bool open);
    void refresh();
    void showServers(bool shown);
    bool goElsewhere() const; // some uploads, not to the window's server
    void updateCommands();
    void showMatters();
    void tell(const Matters &matters);
    void tellOfCertificate(const QString &profileId);
    Matters signInMatter() const;
    void answerMatter();
    bool isPutAside() const;      // a damaged file, and nobody has dismissed the word of it
    QList<qint64> chosen() const; // the selected, else all
    QList<qint64> those(bool (*which)(const Upload &)) const;
    void askForName(qint64 id);
    void askForFile(qint64 id);

    UploadQueue &m_queue;
    QSettings &m_settings;
    ProfileNames m_names;
    UploadList m_list;
    QString m_profile;
    bool m_isOpen = false;
    bool m_isLeftOpen = true;  // as it was when there were uploads
    bool m_isAskedFor = false; // open although it is empty, or was left closed
    bool m_hasSeenPutAside = false;
    Matters m_matters;
    UploadsHead *m_head;
    Banner *m_banner;
    UploadsTable *m_table;
};

} // namespace falconer
