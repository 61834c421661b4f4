// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"

#include <QMap>
#include <QString>

namespace falconer {

class FormField;

// What a server has against single fields of what was sent, in words for people: by the server's
// name of the field ("version"). Empty: the error is about none, or does not say which.
QMap<QString, QString> fieldProblems(const Error &error);

// The fields of a form by the server's names for them.
class FieldMap final {
public:
    void add(const QString &name, FormField *field) { m_fields.insert(name, field); }

    // Says each problem beside its field and puts the cursor into the first one. Whether all that
    // the error says found its field: what did not belongs into a banner.
    bool show(const Error &error) const;
    void clear() const;

private:
    QMap<QString, FormField *> m_fields;
};

} // namespace falconer
