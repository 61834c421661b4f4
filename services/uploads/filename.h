// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace falconer {

// What a file's name says of what is in it: "gateway-1.4.2.swu" is gateway 1.4.2.
struct NamedSoftware {
    enum class Kind {
        Unknown,
        Os,          // a firmware or a whole image
        Application, // a package or an archive
    };

    QString name;    // never empty
    QString version; // without a leading 'v'; empty: the name has none
    Kind kind = Kind::Unknown;
    QString architecture; // behind the version: "arm64"

    bool operator==(const NamedSoftware &) const = default;
};

NamedSoftware readFilename(const QString &filename);

// The same of a folder, whose name has no suffix; its name may be empty: "2.0".
NamedSoftware readFolderName(const QString &folder);

} // namespace falconer
