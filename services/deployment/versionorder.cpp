// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/versionorder.h"

#include <QStringView>

namespace falconer {

namespace {

// "1.2-rc1+build": the release, the pre-release, the build.
struct Version {
    QStringView release;
    QStringView preRelease;
    QStringView build;
};

Version split(QStringView text)
{
    if (text.size() > 1 && (text[0] == u'v' || text[0] == u'V') && text[1].isDigit())
        text = text.sliced(1);
    Version version;
    if (const qsizetype plus = text.indexOf(u'+'); plus >= 0) {
        version.build = text.sliced(plus + 1);
        text = text.first(plus);
    }
    // A '-' before a digit begins a revision (1.0-2), which comes after 1.0.
    qsizetype dash = text.indexOf(u'-');
    while (dash >= 0 && dash + 1 < text.size() && text[dash + 1].isDigit())
        dash = text.indexOf(u'-', dash + 1);
    version.release = dash < 0 ? text : text.first(dash);
    if (dash >= 0)
        version.preRelease = text.sliced(dash + 1);
    return version;
}

qsizetype digitsAt(QStringView text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && text[end].isDigit())
        ++end;
    return end - from;
}

std::weak_ordering compareDigits(QStringView left, QStringView right)
{
    while (left.size() > 1 && left[0] == u'0')
        left = left.sliced(1);
    while (right.size() > 1 && right[0] == u'0')
        right = right.sliced(1);
    if (left.size() != right.size())
        return left.size() <=> right.size();
    return left.compare(right) <=> 0;
}

std::weak_ordering compareNaturally(QStringView left, QStringView right)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < left.size() && j < right.size()) {
        const qsizetype m = digitsAt(left, i);
        const qsizetype n = digitsAt(right, j);
        if (m > 0 && n > 0) {
            if (const auto order = compareDigits(left.sliced(i, m), right.sliced(j, n)); order != 0)
                return order;
            i += m;
            j += n;
            continue;
        }
        const char16_t a = left[i++].toLower().unicode();
        const char16_t b = right[j++].toLower().unicode();
        if (a != b)
            return a <=> b;
    }
    return left.size() - i <=> right.size() - j;
}

} // namespace

std::weak_ordering compareVersions(const QString &left, const QString &right)
{
    const Version a = split(left);
    const Version b = split(right);
    if (const auto order = compareNaturally(a.release, b.release); order != 0)
        return order;
    if (a.preRelease.isEmpty() != b.preRelease.isEmpty())
        return a.preRelease.isEmpty() ? std::weak_ordering::greater : std::weak_ordering::less;
    if (const auto order = compareNaturally(a.preRelease, b.preRelease); order != 0)
        return order;
    return compareNaturally(a.build, b.build);
}

} // namespace falconer
