// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/softwaremoduletypes.h"
#include "services/uploads/filename.h"

#include <QList>
#include <QStringList>

namespace falconer {

// A file that was dropped, by itself or within a folder.
struct DroppedFile {
    QString path;    // absolute
    QString folder;  // the name of the folder that was dropped with it; empty: dropped by itself
    qint64 size = 0; // bytes

    bool operator==(const DroppedFile &) const = default;
};

// A software module that is on the server.
struct KnownModule {
    QString name;
    QString version;
    QString type; // key
    qint64 id = 0;

    bool operator==(const KnownModule &) const = default;
};

// A software module into which some of the files would go.
struct ModuleProposal {
    QString name;
    QString version; // empty: a person must say
    NamedSoftware::Kind kind = NamedSoftware::Kind::Unknown;
    QStringList paths;

    bool operator==(const ModuleProposal &) const = default;
};

// Files of one name and version share a module, and so do a file and its signature or hash; what is
// made for several architectures becomes a module for each. A file without a version takes that of
// the folder it was dropped with. In the order of the files.
QList<ModuleProposal> proposeModules(const QList<DroppedFile> &files);

// All of them in one module, named after what their names, else their folders, have in common; of
// the version that all that have one agree on, else their folder's.
ModuleProposal proposeOneModule(const QList<DroppedFile> &files);

// The key of the type that is called after the ending of one of these files: a type "RAUC bundle"
// is for bundle.raucb. Empty: none is.
QString typeOfEnding(const QStringList &paths, const QList<SoftwareModuleType> &types);

// The type of a module of this name: that of those of the same name (the last one counts), else the
// one of its files' ending, else what they look like. One of knownTypes (keys); empty: a person
// must say.
QString proposeType(NamedSoftware::Kind kind, const QString &name, const QStringList &knownTypes,
    const QList<KnownModule> &knownModules, const QString &ofEnding = {});

} // namespace falconer
