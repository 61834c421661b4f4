// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/panehead.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QPushButton>
#include <QTest>
#include <QToolTip>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QLabel *labelOf(const QWidget &widget, const QString &text)
{
    const auto labels = widget.findChildren<QLabel *>();
    const auto found = std::ranges::find(labels, text, &QLabel::text);
    return found == labels.end() ? nullptr : *found;
}

QLabel *pictureOf(const EmptyState &state)
{
    return labelOf(state, {});
}

QString toolTipOver(QWidget &widget)
{
    QToolTip::hideText();
    QHelpEvent event(QEvent::ToolTip, QPoint(2, 2), widget.mapToGlobal(QPoint(2, 2)));
    QCoreApplication::sendEvent(&widget, &event);
    return QToolTip::text();
}

} // namespace

// What gives way where there is not room for everything.
class tst_smallroom : public Test {
    Q_OBJECT

private slots:
    void thePictureGivesWayToTheWords()
    {
        QWidget table; // a child may be smaller than it would like to be
        table.resize(220, 200);
        EmptyState state(&table);
        state.setContent(Icon::Empty, u"No metadata"_s, u"Add... notes a key and a value."_s);
        state.resize(220, 200);
        table.show();
        QVERIFY(pictureOf(state)->isVisible());
        state.resize(220, 72);
        QVERIFY(!pictureOf(state)->isVisible());
        for (const QString &words : { u"No metadata"_s, u"Add... notes a key and a value."_s }) {
            const QLabel *const label = labelOf(state, words);
            QVERIFY(label->isVisible());
            QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
            QVERIFY(state.rect().contains(label->geometry()));
        }
        state.resize(220, 200);
        QVERIFY(pictureOf(state)->isVisible());
    }

    void theSummaryOfAPaneGivesWayToItsCommands()
    {
        PaneHead head(u"Artifacts"_s);
        auto *const command = new QPushButton(u"Download..."_s, &head);
        head.addControl(command);
        const QString all = u"26, 963.65 MiB together"_s;
        head.setSummary(all);
        head.resize(600, head.height());
        head.show();
        QLabel *const summary = labelOf(head, all);
        QVERIFY(toolTipOver(*summary).isEmpty());
        const int whole = summary->width();
        head.resize(head.minimumSizeHint().width(), head.height());
        QVERIFY(summary->width() < whole);
        QVERIFY(head.rect().contains(command->geometry()));
        QVERIFY(command->width() >= command->sizeHint().width());
        QCOMPARE(toolTipOver(*summary), all);
        QCOMPARE(head.summary(), all);
    }
};

FALCONER_TEST(tst_smallroom)
#include "tst_smallroom.moc"
