// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/namefields.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>

namespace falconer {

namespace {

constexpr int versionWidth = 130;
constexpr int typeWidth = 150;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NameFields)
};

} // namespace

void setUpNameField(QLineEdit *field, const QString &accessibleName)
{
    field->setAccessibleName(accessibleName);
    field->setPlaceholderText(Words::tr("Name"));
    field->setMaxLength(longestName);
}

void setUpVersionField(QLineEdit *field, const QString &accessibleName)
{
    field->setAccessibleName(accessibleName);
    field->setPlaceholderText(Words::tr("Version"));
    field->setMaxLength(longestVersion);
    field->setFixedWidth(versionWidth);
}

void setUpTypeField(QComboBox *field, const QString &accessibleName)
{
    field->setAccessibleName(accessibleName);
    field->setPlaceholderText(Words::tr("Type"));
    field->setFixedWidth(typeWidth);
}

} // namespace falconer
