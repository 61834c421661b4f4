// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportname.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCharacters = 80; // of a name that a server gave

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::ExportName)
};

// The one set of all lanes, else nothing.
QString commonSet(const QList<LaneInView> &lanes)
{
    QString set;
    for (const LaneInView &shown : lanes) {
        const QString own = shown.lane.action ? shown.lane.action->setTitle() : QString();
        if (!own.isEmpty() && !set.isEmpty() && own != set)
            return {};
        if (!own.isEmpty())
            set = own;
    }
    return set;
}

// What no file system forbids; a dot in front would hide the file.
QString fileName(const QString &text)
{
    static const QRegularExpression forbidden(u"[\\x00-\\x1f\\x7f/\\\\:*?\"<>|]+"_s);
    QString name = QString(text).replace(forbidden, u"-"_s).left(mostCharacters).trimmed();
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name;
}

} // namespace

QString exportName(const TimelineInView &view)
{
    QStringList words;
    if (view.lanes.size() == 1)
        words << fileName(view.lanes.first().lane.controllerId);
    words << fileName(commonSet(view.lanes));
    words.removeAll(QString());
    if (words.isEmpty())
        words << Words::tr("timeline");
    words << view.now.toLocalTime().toString(u"yyyy-MM-dd HH-mm"_s);
    return words.join(u' ');
}

} // namespace falconer
