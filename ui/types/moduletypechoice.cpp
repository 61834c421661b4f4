// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/types/moduletypechoice.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace falconer {

ModuleTypeChoice::ModuleTypeChoice(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setHorizontalSpacing(8);
    m_layout->setVerticalSpacing(4);
    m_layout->setColumnStretch(0, 1);
}

void ModuleTypeChoice::setTypes(const QList<SoftwareModuleType> &types)
{
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    m_lines.clear();
    for (const SoftwareModuleType &type : types)
        addLine(type);
}

void ModuleTypeChoice::addLine(const SoftwareModuleType &type)
{
    auto *const name = new QLabel(type.name, this);
    name->setTextFormat(Qt::PlainText);
    name->setToolTip(type.description);
    auto *const place = new QComboBox(this);
    place->addItem(tr("not in these sets"));
    place->addItem(tr("may be in them"));
    place->addItem(tr("must be in them"));
    place->setAccessibleName(type.name);
    place->setObjectName(type.key);
    name->setBuddy(place);
    connect(place, &QComboBox::currentIndexChanged, this, &ModuleTypeChoice::edited);
    const int row = int(m_lines.size());
    m_layout->addWidget(name, row, 0);
    m_layout->addWidget(place, row, 1);
    if (m_lines.isEmpty())
        setFocusProxy(place);
    m_lines << Line{ type.id, place };
}

void ModuleTypeChoice::choose(qint64 moduleTypeId, Place place)
{
    for (const Line &line : std::as_const(m_lines)) {
        if (line.id == moduleTypeId)
            line.place->setCurrentIndex(place);
    }
}

bool ModuleTypeChoice::offers(qint64 moduleTypeId) const
{
    return std::ranges::find(m_lines, moduleTypeId, &Line::id) != m_lines.end();
}

QList<qint64> ModuleTypeChoice::chosen(Place place) const
{
    QList<qint64> ids;
    for (const Line &line : m_lines) {
        if (line.place->currentIndex() == place)
            ids << line.id;
    }
    return ids;
}

} // namespace falconer
