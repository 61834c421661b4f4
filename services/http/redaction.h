// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/clientoptions.h"
#include "services/http/error.h"

#include <QStringList>

namespace falconer {

// Takes the secrets that a client was ever given out of texts, as they are and in the forms in
// which they travel (base64, percent-encoded, escaped in JSON).
class Redaction final {
public:
    void add(const Credentials &credentials);

    QString apply(QString text) const;
    Error apply(Error error) const;

private:
    QStringList m_secrets; // longest first
};

} // namespace falconer
