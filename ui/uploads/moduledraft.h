// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/bringinfacts.h"
#include "services/uploads/filenameproposal.h"
#include "ui/shared/theme.h"

#include <QCoreApplication>

namespace falconer {

// One software module that files would go into, as it stands in its form: what it is called, and
// whether it is there already. What a person typed or chose stays, whatever the server says
// meanwhile.
class ModuleDraft final {
    Q_DECLARE_TR_FUNCTIONS(falconer::ModuleDraft)

public:
    // What is known of it, or what is wrong with it.
    struct Note {
        QString words;
        Tone tone = Tone::Quiet;
        bool isAboutVersion = false;
    };

    ModuleDraft(const ModuleProposal &proposal, qint64 bytes);

    void setFiles(const QStringList &paths, qint64 bytes); // in place of those before
    void setFacts(const BringInFacts &facts);
    void setArtifactLimit(qint64 limit); // of a module; 0: not known
    void setWanted(bool wanted);
    void setName(const QString &text);
    void setVersion(const QString &text);
    void chooseType(const QString &key);
    // It was created as it stands here, and is not to be changed any more.
    void setCreated();
    // The server took it not as it stands here: why, until something is changed.
    void refuse(const QString &why);

    bool isWanted() const { return m_isWanted; }
    bool isCreated() const { return m_isCreated; }
    QString name() const { return m_name.trimmed(); }
    QString version() const { return m_version.trimmed(); }
    const QString &nameText() const { return m_name; } // as it was typed
    const QString &versionText() const { return m_version; }
    const QString &type() const { return m_type; } // key
    const QStringList &paths() const { return m_proposal.paths; }
    qint64 bytes() const { return m_bytes; }
    const QList<SoftwareModuleType> &types() const { return m_facts.moduleTypes; }
    BringInModule module() const;
    // Why the files cannot go into it; empty: they can, or something is missing.
    const QString &block() const { return m_block; }
    Note note() const;

private:
    const SoftwareModule *existing() const;
    void proposeItsType();
    bool isTooMany() const; // files, for one module of this server
    void judge();
    QString newText() const;
    QString cutText() const; // of a file name that is longer than the server takes

    ModuleProposal m_proposal;
    qint64 m_bytes;
    QString m_name;
    QString m_version;
    QString m_type;
    BringInFacts m_facts;
    bool m_isWanted = true;
    bool m_isTypeChosen = false; // by a person
    bool m_isCreated = false;
    qint64 m_artifactLimit = 0;
    qint64 m_existing = 0;
    BringInModule m_refused;
    QString m_refusal; // of that one
    QString m_block;
};

} // namespace falconer
