// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listmodel.h"
#include "services/hawkbit/metadata.h"
#include "services/http/client.h"
#include "ui/shared/metadataeditor.h"

#include <QHash>
#include <QWidget>

#include <map>
#include <optional>

namespace falconer {

class Banner;
class MetadataHead;
class TableView;

// The metadata of one target, set or module: reads, adds, edits and deletes entries. What is being
// typed is kept while another owner is looked at, and what is being saved or deleted goes on: if it
// fails, that is said when its owner is shown again.
class MetadataTable final : public QWidget {
    Q_OBJECT

public:
    MetadataTable(Client &client, MetadataOwner::Kind kind, QWidget *parent = nullptr);
    ~MetadataTable() override;

    // Reads it afresh. fixed: why nothing can be changed; empty: it can.
    void showOwner(const QString &id, const QString &fixed = {});
    void clear(); // shows nobody's
    void reload();

    const QList<Metadata> &entries() const { return m_model.items(); }

signals:
    void written();

private:
    struct Kept {
        MetadataDraft typed;
        MetadataDraft opened;
        std::optional<Error> refusal; // of saving it
    };

    void build();
    void updateButtons();
    std::optional<Metadata> current() const;
    void take(const Result<QList<Metadata>> &answer);
    void add();
    void edit();
    void open(const MetadataDraft &draft);
    void close();
    void save();
    void askToDelete();
    void confirm();
    void deleted(int number, const QString &id, const Result<Nothing> &answer);
    void saved(const QString &id, const Result<Nothing> &answer);
    void showRefusal(const Error &error); // of what the editor holds
    void showKept();
    bool mayOpen();
    void clearNotice();
    void forget();
    void showError(const Error &error);
    void keepDraft();
    MetadataOwner owner() const { return { m_kind, m_id }; }

    Client &m_client;
    const MetadataOwner::Kind m_kind;
    ListModel<Metadata> m_model;
    QString m_id;
    QString m_fixed;
    QHash<QString, Kept> m_drafts;     // by owner: typed, but not saved
    MetadataDraft m_opened;            // what the editor began with
    bool m_isAboutEditor = false;      // the banner
    QString m_doomed;                  // the key whose deletion is asked for
    QHash<QString, Error> m_undeleted; // by owner: why a deletion failed, not said yet
    Call m_read;
    std::map<QString, Call> m_saves; // by owner
    std::map<int, Call> m_deletions;
    int m_nextDeletion = 0;

    MetadataHead *m_head = nullptr;
    Banner *m_banner = nullptr;
    TableView *m_table = nullptr;
    MetadataEditor *m_editor = nullptr;
};

} // namespace falconer
