// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAccessibleInterface;
class QObject;
class QString;

namespace falconer {

// What a screen reader gets of a TimelineView: a list with one child a lane. A factory for
// QAccessible::installFactory(); nullptr for everything else.
QAccessibleInterface *timelineAccessible(const QString &className, QObject *object);

} // namespace falconer
