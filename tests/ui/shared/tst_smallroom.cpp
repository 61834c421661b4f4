// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/shared/banner.h"
#include "ui/shared/dropoverlay.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/panehead.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>

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

    // Whatever stands below it in a pane that is squeezed.
    void aBannerSaysAllOfItsWords()
    {
        QSplitter rows(Qt::Vertical);
        auto *const pane = new QWidget(&rows);
        auto *const banner = new Banner(pane);
        auto *const table = new QTableView(pane);
        auto *const layout = new QVBoxLayout(pane);
        layout->setSpacing(0);
        layout->addWidget(banner);
        layout->addWidget(table, 1);
        rows.addWidget(pane);
        rows.addWidget(new QTableView(&rows));
        rows.setChildrenCollapsible(false);
        rows.resize(330, 500);
        rows.show();
        rows.setSizes({ 1, 500 });
        const QString sentence = u"You are signed in, but have no permission for this."_s;
        const QString advice
            = u"Ask the server's administrator for the right, or connect as another user."_s;
        const auto isWhole = [&](const QString &words) {
            const QLabel *const label = labelOf(*banner, words);
            return label->height() >= label->heightForWidth(label->width())
                && banner->rect().contains(label->geometry()) && pane->height() > banner->height();
        };
        banner->showMessage(Tone::Failure, sentence, advice, u"GET /rest/v1/targets"_s);
        banner->setAction(u"Try again"_s);
        QTRY_VERIFY(isWhole(sentence) && isWhole(advice));
        QVERIFY(banner->height() > 60); // wrapped
        rows.resize(260, 500);
        QTRY_VERIFY(isWhole(sentence) && isWhole(advice));
        banner->showMessage(Tone::Success, u"Done."_s);
        QTRY_VERIFY(banner->height() < 40); // and no more than that
    }

    void theSentenceOfADropIsSaidWhole()
    {
        QTableView table;
        table.resize(380, 200);
        auto *const overlay = new DropOverlay(table.viewport());
        table.show();
        overlay->showVerdict({ true, u"Put it in"_s });
        QCOMPARE(overlay->strip().height(), 30);
        overlay->showVerdict(
            { false, u"viewer may not do this here: that needs CREATE_SOFTWARE_MODULE."_s });
        const int two = overlay->strip().height();
        QVERIFY(two > 40);
        QCOMPARE(overlay->strip().bottom(), overlay->height() - 1);
        table.resize(220, 200);
        QTRY_VERIFY(overlay->strip().height() > two);
        table.resize(900, 200);
        QTRY_COMPARE(overlay->strip().height(), 30);
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
