// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/timeline/recordedlane.h"
#include "ui/shared/segmentedbutton.h"
#include "ui/timeline/arrangemenu.h"
#include "ui/timeline/sidetabs.h"
#include "ui/timeline/timelinehead.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

const QString key = u"deploy/lanes"_s;

struct Shown {
    explicit Shown(QSettings &settings, const QString &under = key)
    {
        pane.rememberIn(settings, under);
        pane.resize(1300, 400);
        pane.show();
        pane.setLanes({ recordedLane(u"swupdate-success"_s),
            recordedLane(u"rauc-hawkbit-updater-success"_s) });
    }

    void choose(const QString &title)
    {
        for (QAction *const action : pane.head().findChild<ArrangeMenu *>()->actions()) {
            if (action->text() == title)
                return action->trigger();
        }
        QFAIL(qPrintable(title));
    }

    QStringList chosen() const
    {
        QStringList titles;
        for (QAction *const action : pane.head().findChild<ArrangeMenu *>()->actions()) {
            if (action->isChecked())
                titles << action->text();
        }
        return titles;
    }

    TimelinePane pane{ afterRecordings };
};

} // namespace

class tst_timelinememory : public Test {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;

private slots:
    void init()
    {
        m_settings = std::make_unique<QSettings>(
            m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_settings->clear();
    }

    void whatWasChosenIsThereAgain()
    {
        {
            Shown shown(*m_settings);
            QCOMPARE(shown.chosen().value(3), u"Local time"_s);
            shown.choose(u"Slowest first"_s);
            shown.choose(u"Grouped by state"_s);
            shown.choose(u"Always low"_s);
            shown.choose(u"UTC"_s);
            auto *const origin = shown.pane.head().findChild<SegmentedButton *>();
            origin->setFocus();
            QTest::keyClick(origin, Qt::Key_Left); // of "first contact"
            shown.pane.side().open(SideTabs::Steps);
        }
        const Shown again(*m_settings);
        QCOMPARE(again.chosen(),
            QStringList({ u"Slowest first"_s, u"Grouped by state"_s, u"Always low"_s, u"UTC"_s }));
        const LaneArrangement expected{ LaneSort::Duration, LaneSort::State, LaneDensity::Compact };
        QVERIFY(again.pane.view().arrangement() == expected);
        QVERIFY(again.pane.view().axis() == (TimeAxis{ LaneAlignment::Assignment, Qt::UTC }));
        QCOMPARE(again.pane.head().findChild<SegmentedButton *>()->currentIndex(),
            int(LaneAlignment::Assignment));
        QCOMPARE(again.pane.side().current(), SideTabs::Steps);
    }

    void eachWorkspaceHasItsOwn()
    {
        {
            Shown shown(*m_settings);
            shown.choose(u"UTC"_s);
            shown.pane.side().open(SideTabs::Failures);
        }
        const Shown other(*m_settings, u"actions/lanes"_s);
        QVERIFY(other.pane.view().axis() == TimeAxis());
        QCOMPARE(other.pane.side().current(), SideTabs::Statuses);
    }

    void whatMakesNoSenseIsLeftOut_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::newRow("text") << QVariant(u"often"_s);
        QTest::newRow("too large") << QVariant(99);
        QTest::newRow("negative") << QVariant(-7);
    }

    void whatMakesNoSenseIsLeftOut()
    {
        QFETCH(QVariant, value);
        for (const char *const name : { "alignment", "utc", "order", "groups", "lanes", "tab" })
            m_settings->setValue(key + u'/' + QLatin1StringView(name), value);
        const Shown shown(*m_settings);
        QVERIFY(shown.pane.view().axis() == TimeAxis());
        QVERIFY(shown.pane.view().arrangement() == LaneArrangement());
        QCOMPARE(shown.pane.side().current(), SideTabs::Statuses);
    }

    // There is no command to group by name.
    void aGroupThatNobodyCanChooseIsLeftOut()
    {
        m_settings->setValue(key + u"/groups"_s, int(LaneSort::Name));
        m_settings->setValue(key + u"/order"_s, int(LaneSort::Name));
        const Shown shown(*m_settings);
        QVERIFY(!shown.pane.view().arrangement().group);
        QCOMPARE(shown.chosen().size(), 4);
    }
};

FALCONER_TEST(tst_timelinememory)
#include "tst_timelinememory.moc"
