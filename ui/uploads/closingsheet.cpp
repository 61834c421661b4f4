// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/closingsheet.h"

#include "ui/shared/sheethead.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 560;

} // namespace

ClosingSheet::ClosingSheet(int count, QueueKeeping keeping, QWidget *window)
    : Sheet(window)
{
    const bool isKept = keeping == QueueKeeping::Kept;
    setPanelWidth(panelWidth);
    auto *const title = new SheetHead(this);
    title->setTitle(count == 0 ? tr("Files are being looked at")
                               : tr("%n upload(s) are under way", nullptr, count));
    title->setSubtitle(tr("Closing Falconer interrupts what is under way."));
    setAccessibleName(title->title());
    head()->addWidget(title);
    auto *const label = new QLabel(words(keeping), this);
    label->setObjectName(u"words"_s);
    label->setWordWrap(true);
    label->setContentsMargins(18, 12, 18, 12);
    body()->addWidget(label);
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    const auto add = [&](const QString &name, const QString &text) {
        auto *const button = new QPushButton(text, this);
        button->setObjectName(name);
        row->addWidget(button);
        return button;
    };
    auto *const stay = add(u"stay"_s, tr("Stay"));
    auto *const stop = add(u"stop"_s, tr("Stop and close"));
    auto *const goOn = isKept ? add(u"goOn"_s, tr("Go on at the next start")) : nullptr;
    foot()->addLayout(row);
    setDefaultButton(isKept ? goOn : stay);
    connect(stay, &QPushButton::clicked, this, &ClosingSheet::reject);
    connect(stop, &QPushButton::clicked, this, [this] {
        closeSheet();
        emit stopChosen();
    });
    if (isKept)
        connect(goOn, &QPushButton::clicked, this, [this] {
            closeSheet();
            emit goOnChosen();
        });
}

QString ClosingSheet::words(QueueKeeping keeping)
{
    switch (keeping) {
    case QueueKeeping::OfDemo:
        return tr("This is a demo session: its queue is not kept. Files that are not on their "
                  "server by now would have to be queued anew.");
    case QueueKeeping::NotOnDisk:
        return tr("The queue cannot be written to this computer's disk now. Closing loses what was "
                  "queued or changed since then: files that are not on their server by now would "
                  "have to be queued anew. Stay until they are, or until the disk takes the queue "
                  "again.");
    case QueueKeeping::NotYet:
        return tr("What was dropped is still being looked at: its files are not in the queue yet, "
                  "and closing now loses them. Once they are, Falconer asks again, or closes if "
                  "nothing is under way. What is in the queue is kept, paused.");
    case QueueKeeping::Kept:
        break;
    }
    return tr("Going on at the next start sends it as soon as you are connected again. Stopping "
              "keeps it in the queue, paused. Nothing is lost either way, but each file is then "
              "sent from its beginning: hawkBit cannot go on in the middle.");
}

} // namespace falconer
