// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/nextversion.h"

#include <QRegularExpression>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// Digits of any length, so that a date or a build number does not overflow.
QString oneMore(QString digits)
{
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        if (digits[i] != u'9') {
            digits[i] = QChar(digits[i].unicode() + 1);
            return digits;
        }
        digits[i] = u'0';
    }
    return u'1' + digits;
}

} // namespace

QString nextVersion(const QString &version)
{
    static const QRegularExpression lastNumber(u"[0-9]+(?=[^0-9]*$)"_s);
    const QString base = version.section(u'+', 0, 0).trimmed();
    const QRegularExpressionMatch match = lastNumber.match(base);
    if (!match.hasMatch())
        return base.isEmpty() ? u"1"_s : base + u".1"_s;
    return base.left(match.capturedStart()) + oneMore(match.captured())
        + base.mid(match.capturedEnd());
}

QString nextFreeVersion(const QString &version, const QStringList &taken)
{
    QString next = nextVersion(version);
    while (taken.contains(next)) // ends: no version comes twice
        next = nextVersion(next);
    return next;
}

} // namespace falconer
