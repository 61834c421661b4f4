// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

class QByteArray;
class QImage;
class QWidget;

namespace falconer {

// Pictures to be looked at by people: kept as files in the folder FALCONER_PICTURES, if it is set.

// The ways in which a window is drawn, as rows of the columns "dark" (bool) and "size" (QSize).
void addLooks(const QSize &usual = { 1440, 900 }, const QSize &small = { 1024, 700 });
// "subject-light-1440": of the row that runs.
QString pictureName(const QString &subject);

// What the widget looks like once everything has its place.
void keepPicture(QWidget &widget, const QString &name);
void keepPicture(const QImage &image, const QString &name);
// Already in a format of its own, which the file's name ends with.
void keepPicture(const QByteArray &bytes, const QString &fileName);

} // namespace falconer
