// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;
class QLineEdit;
class QString;

namespace falconer {

constexpr int longestName = 128; // characters, the server's limits
constexpr int longestVersion = 64;

// The fields of a module or a set, side by side: placeholders, widths, and how much the server
// takes.
void setUpNameField(QLineEdit *field, const QString &accessibleName);
void setUpVersionField(QLineEdit *field, const QString &accessibleName);
void setUpTypeField(QComboBox *field, const QString &accessibleName);

} // namespace falconer
