// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/modulelisthead.h"

#include "ui/shared/segmentedbutton.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

enum Segment { Several, One };

} // namespace

ModuleListHead::ModuleListHead(QWidget *parent)
    : QWidget(parent)
    , m_all(new QCheckBox(this))
    , m_files(new QLabel(this))
    , m_modules(new SegmentedButton(this))
{
    m_all->setTristate(true);
    m_all->setToolTip(tr("Choose all, or none"));
    m_files->hide();
    m_modules->setAccessibleName(tr("Software modules"));
    m_modules->addSegment(tr("One module for each"),
        tr("A software module for each name and version; a file and its signature share one"));
    m_modules->addSegment(
        tr("All in one module"), tr("One software module that holds all files that are chosen"));
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(18, 8, 18, 9);
    row->addWidget(m_all);
    row->addWidget(m_files);
    row->addStretch();
    row->addWidget(m_modules);
    // What the box would show next does not matter, only what is chosen.
    connect(m_all, &QCheckBox::clicked, this, [this] { emit allClicked(m_chosen < m_count); });
    connect(m_modules, &SegmentedButton::currentChanged, this, [this](int segment) {
        m_all->setVisible(segment == Several);
        m_files->setVisible(segment == One);
        emit oneModuleChanged(segment == One);
    });
}

void ModuleListHead::setOneModule(bool isOne)
{
    m_modules->setCurrentIndex(isOne ? One : Several);
}

void ModuleListHead::showChosen(int chosen, int modules)
{
    m_chosen = chosen;
    m_count = modules;
    m_all->setText(
        tr("%1 of %n software module(s)", nullptr, modules).arg(QLocale().toString(chosen)));
    m_all->setCheckState(chosen == 0 ? Qt::Unchecked
            : chosen == modules      ? Qt::Checked
                                     : Qt::PartiallyChecked);
}

void ModuleListHead::showFiles(int files)
{
    m_files->setText(tr("One software module of %n file(s)", nullptr, files));
}

void ModuleListHead::fixModules(const QString &why)
{
    for (const int segment : { Several, One }) {
        if (segment == m_modules->currentIndex())
            continue;
        m_modules->setSegmentEnabled(segment, false);
        m_modules->setToolTip(segment, why);
    }
}

void ModuleListHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, palette().mid());
}

QList<QWidget *> ModuleListHead::fields() const
{
    return { m_all, m_modules };
}

} // namespace falconer
