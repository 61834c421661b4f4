// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/dragwords.h"

#include "models/softwaretitles.h"
#include "ui/deploy/droprules.h"

#include <QCoreApplication>
#include <QLocale>

namespace falconer {

namespace {

QString number(qint64 n)
{
    return QLocale().toString(n);
}

DragWords wordsOf(const DistributionSet &set, qint64 selectedTargets)
{
    DragWords words{ Icon::Repository, titleOf(set), {} };
    if (selectedTargets > 0)
        words.badge = QCoreApplication::translate("DragPicture", "%1 selected")
                          .arg(number(selectedTargets));
    return words;
}

DragWords wordsOf(const PickedTargets &picked, qint64)
{
    DragWords words{ Icon::Device, targetsTitle(picked), {} };
    if (picked.count > 1 && !picked.selection.targets.isEmpty()) {
        words.title = picked.selection.targets.first().name;
        words.badge
            = QCoreApplication::translate("DragPicture", "+%1").arg(number(picked.count - 1));
    }
    return words;
}

} // namespace

DragWords dragWords(const DragPayload &payload, qint64 selectedTargets)
{
    return std::visit([=](const auto &value) { return wordsOf(value, selectedTargets); }, payload);
}

} // namespace falconer
