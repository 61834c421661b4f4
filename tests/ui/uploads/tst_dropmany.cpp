// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/uploads/dropstage.h"
#include "ui/shared/segmentedbutton.h"
#include "ui/uploads/modulelisthead.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QElapsedTimer>
#include <QScrollArea>
#include <QScrollBar>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct ManyStage : DropStage {
    // So many files of a folder, each a module by its name.
    void dropFolder(int files, const QString &folderName = u"release"_s,
        const QString &file = u"part%1-1.%1.zip"_s)
    {
        QDir(folder.path()).mkpath(folderName);
        for (int i = 0; i < files; ++i)
            makeFile(folderName + u'/' + file.arg(i), 100);
        drop(QStringList{ folder.filePath(folderName) });
    }
    static void settle()
    {
        for (int round = 0; round < 5; ++round) // what was hidden or shown gets its place
            QCoreApplication::processEvents();
    }
    ModuleListHead *head() const { return sheet->findChild<ModuleListHead *>(); }
    QCheckBox *all() const { return head()->findChild<QCheckBox *>(); }
    SegmentedButton *modules() const { return head()->findChild<SegmentedButton *>(); }
    void press(int segment) const
    {
        modules()->setFocus();
        QTest::keyClick(modules(), segment == 0 ? Qt::Key_Left : Qt::Key_Right);
    }
    static QCheckBox *check(const ModuleForm *form) { return form->findChild<QCheckBox *>(); }
    static void click(QCheckBox *box, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(box, Qt::LeftButton, modifiers, QPoint(6, box->height() / 2));
    }
    QList<int> chosen() const
    {
        QList<int> rows;
        const QList<ModuleForm *> all = forms();
        for (int i = 0; i < all.size(); ++i) {
            if (all[i]->draft().isWanted())
                rows << i;
        }
        return rows;
    }
    int builtForms() const { return int(std::ranges::count_if(forms(), &ModuleForm::isBuilt)); }
};

} // namespace

class tst_dropmany : public Test {
    Q_OBJECT

private slots:
    void allOrNoneAreChosenByAClick()
    {
        ManyStage stage;
        stage.dropFolder(5);
        QTRY_VERIFY(stage.isReady());
        QCOMPARE(stage.all()->text(), u"5 of 5 software module(s)"_s);
        QCOMPARE(stage.all()->checkState(), Qt::Checked);
        stage.click(stage.check(stage.form(3)));
        QCOMPARE(stage.all()->text(), u"4 of 5 software module(s)"_s);
        QCOMPARE(stage.all()->checkState(), Qt::PartiallyChecked);
        QVERIFY(stage.button(u"do"_s)->text().contains(u"4 software module(s)"_s));
        stage.all()->setFocus();
        QTest::keyClick(stage.all(), Qt::Key_Space); // first all, then none
        QCOMPARE(stage.all()->checkState(), Qt::Checked);
        QTest::keyClick(stage.all(), Qt::Key_Space);
        QCOMPARE(stage.all()->checkState(), Qt::Unchecked);
        QVERIFY(stage.chosen().isEmpty());
        QCOMPARE(stage.button(u"do"_s)->toolTip(), u"Choose at least one software module."_s);
        stage.check(stage.form(1))->setFocus();
        QTest::keyClick(stage.check(stage.form(1)), Qt::Key_Space);
        QCOMPARE(stage.chosen(), QList<int>{ 1 });
        QTRY_VERIFY(stage.isReady());
    }

    void shiftChoosesAllBetween()
    {
        ManyStage stage;
        stage.dropFolder(8);
        QTRY_VERIFY(stage.isReady());
        stage.click(stage.check(stage.form(1)));
        stage.click(stage.check(stage.form(4)), Qt::ShiftModifier);
        QCOMPARE(stage.chosen(), (QList<int>{ 0, 5, 6, 7 }));
        stage.click(stage.check(stage.form(3)), Qt::ShiftModifier); // and back again
        QCOMPARE(stage.chosen(), (QList<int>{ 0, 3, 4, 5, 6, 7 }));
    }

    void allFilesGoIntoOneModule()
    {
        ManyStage stage;
        stage.connect();
        const int before = stage.moduleCount();
        stage.dropFolder(6, u"tools-2.1"_s, u"x%1.zip"_s);
        QTRY_VERIFY(stage.isReady()); // one name and version: one module, and nothing to choose
        QVERIFY(!stage.head()->isVisible());
        delete stage.sheet;
        stage.dropFolder(6, u"more"_s);
        QTRY_VERIFY(stage.isReady());
        stage.click(stage.check(stage.form(2)));
        stage.press(1);
        QTRY_VERIFY(stage.oneForm() != nullptr);
        ModuleForm *const one = stage.oneForm();
        QVERIFY(one->isVisible());
        QVERIFY(!stage.form(0)->isVisible() && !stage.all()->isVisible());
        QCOMPARE(one->module().paths.size(), 5); // without the one that is left out
        QCOMPARE(DropStage::field(one, u"Name"_s)->text(), u"more"_s);
        QTRY_COMPARE(
            stage.button(u"do"_s)->toolTip(), u"more needs a version: its file name has none."_s);
        DropStage::type(DropStage::field(one, u"Version"_s), u"7"_s);
        QTRY_VERIFY(stage.isReady());
        QVERIFY(stage.button(u"do"_s)->text().startsWith(u"Create more 7 "_s));
        // What was chosen before is still chosen, and what was typed is still there.
        stage.press(0);
        QVERIFY(!one->isVisible() && stage.form(0)->isVisible());
        QCOMPARE(stage.chosen(), (QList<int>{ 0, 1, 3, 4, 5 }));
        stage.press(1);
        QCOMPARE(DropStage::field(one, u"Version"_s)->text(), u"7"_s);
        QTRY_VERIFY(stage.isReady());
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_VERIFY(!stage.sheet);
        QCOMPARE(stage.moduleCount(), before + 1);
        QTRY_COMPARE(stage.queue->totals().done, 5);
    }

    void theLimitOfFilesIsSaidBeside()
    {
        ModuleDraft draft({ .name = u"a"_s,
                              .version = u"1"_s,
                              .paths = { u"/x.zip"_s, u"/y.zip"_s, u"/z.zip"_s } },
            3);
        QVERIFY(draft.block().isEmpty());
        draft.setArtifactLimit(2);
        QCOMPARE(draft.block(),
            u"These are 3 files; this server takes at most 2 in one software module."_s);
        QVERIFY(draft.note().tone == Tone::Failure && !draft.note().isAboutVersion);
        draft.setFiles({ u"/x.zip"_s, u"/y.zip"_s }, 2);
        QVERIFY(draft.block().isEmpty());
        // What it does not take is not proposed.
        QList<DroppedFile> files;
        for (const QString &name : { u"boot"_s, u"root"_s, u"data"_s, u"home"_s, u"keys"_s })
            files << DroppedFile{ u"/parts/"_s + name, u"parts"_s, 1 };
        ModuleList limited(nullptr);
        limited.setArtifactLimit(4);
        limited.setFiles(files);
        QCOMPARE(limited.names().size(), 5);
        ModuleList unlimited(nullptr);
        unlimited.setFiles(files);
        QCOMPARE(unlimited.names(), QStringList{ u"parts"_s });
    }

    // Nobody types a version for each.
    void filesWithoutVersionsAreProposedAsOneModule()
    {
        ManyStage stage;
        QDir(stage.folder.path()).mkpath(u"parts"_s);
        for (const QString &name : { u"boot"_s, u"root"_s, u"data"_s, u"home"_s, u"keys"_s })
            stage.makeFile(u"parts/"_s + name + u".bin"_s, 100);
        stage.drop(QStringList{ stage.folder.filePath(u"parts"_s) });
        QTRY_VERIFY(stage.oneForm() != nullptr && stage.oneForm()->isVisible());
        QCOMPARE(stage.modules()->currentIndex(), 1);
        QCOMPARE(stage.oneForm()->module().paths.size(), 5);
        QTRY_VERIFY(DropStage::field(stage.oneForm(), u"Version"_s)->hasFocus());
    }

    // The fields of those out of sight are made when they come into it, and Tab finds them.
    void manyHaveFieldsOnlyInSight()
    {
        ManyStage stage;
        stage.dropFolder(120);
        QTRY_COMPARE(stage.forms().size(), 120);
        QTRY_VERIFY(stage.isReady());
        QVERIFY(stage.builtForms() < 40);
        QCOMPARE(stage.all()->text(), u"120 of 120 software module(s)"_s);
        QWidget *area = stage.form(0);
        while (qobject_cast<QScrollArea *>(area) == nullptr)
            area = area->parentWidget();
        auto *const bar = static_cast<QScrollArea *>(area)->verticalScrollBar();
        stage.settle();
        const int most = bar->maximum();
        bar->setValue(most / 2);
        const auto inSight = [&] {
            return std::ranges::all_of(stage.forms(), [](const ModuleForm *form) {
                return form->isBuilt() || form->visibleRegion().isEmpty();
            });
        };
        QTRY_VERIFY(inSight());
        stage.settle();
        QVERIFY(stage.builtForms() < 80);
        QCOMPARE(bar->maximum(), most); // nothing moved
        QCOMPARE(bar->value(), most / 2);
        for (int i = 1; i < stage.forms().size(); ++i) {
            if (!stage.form(i - 1)->isBuilt() || !stage.form(i)->isBuilt())
                continue;
            QWidget *const last = stage.form(i - 1)->fields().constLast();
            last->setFocus();
            QTest::keyClick(last, Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), stage.form(i)->fields().constFirst());
        }
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.lines().value(0), u"create 120 software module(s)"_s);
    }

    // A version that is missing far below is brought into sight.
    void aFaultFarBelowComesIntoSight()
    {
        ManyStage stage;
        QDir(stage.folder.path()).mkpath(u"release"_s);
        stage.makeFile(u"release/zz"_s, 10);
        stage.dropFolder(60);
        QTRY_VERIFY(stage.forms().size() == 61 && stage.form(60)->isBuilt());
        QLineEdit *const version = DropStage::field(stage.form(60), u"Version"_s);
        QTRY_VERIFY(version->hasFocus());
        QTRY_COMPARE(version->visibleRegion().boundingRect(), version->rect());
    }

    // Older than the newest that are known of it: refused at first, then the files go into it.
    void aVersionAmongHundredsIsFoundOnceItIsRefused()
    {
        ManyStage stage;
        qint64 old = 0;
        stage.bench.change([&](Fleet &fleet) {
            SimModule module = fleet.modules.rows().begin()->second;
            module.name = u"newgate"_s;
            module.locked = false;
            old = fleet.nextId();
            for (int i = 1; i <= 600; ++i) {
                module.id = i == 7 ? old : fleet.nextId();
                module.version = u"1.%1"_s.arg(i);
                fleet.modules.insert(module);
            }
        });
        stage.dropFiles({ u"newgate-1.601.swu"_s });
        QTRY_VERIFY(stage.isReady());
        QCOMPARE(DropStage::noteOf(stage.form(0)), u"New; the last one on the server is 1.600."_s);
        QTest::mouseClick(stage.choice(u"No distribution set"_s), Qt::LeftButton);
        const int before = stage.moduleCount();
        DropStage::type(DropStage::field(stage.form(0), u"Version"_s), u"1.7"_s);
        QTRY_VERIFY(stage.isReady());
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(DropStage::noteOf(stage.form(0)),
            u"newgate 1.7 of this type exists already, created by ci-release. The files go into it."_s);
        QTRY_VERIFY(stage.isReady());
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.queue->uploads().size(), 1);
        QCOMPARE(stage.queue->uploads().first().softwareModuleId, old);
        QCOMPARE(stage.moduleCount(), before);
    }

    // No thousand forms are laid out to show the first ten.
    void aThousandFilesOpenAtOnce()
    {
        for (const int files : { 312, 1000 }) {
            ManyStage stage;
            QElapsedTimer timer;
            QDir(stage.folder.path()).mkpath(u"release"_s);
            for (int i = 0; i < files; ++i)
                stage.makeFile(u"release/part%1-1.%1.zip"_s.arg(i), 10);
            timer.start();
            qint64 longest = 0;
            stage.drop(QStringList{ stage.folder.filePath(u"release"_s) });
            while (!stage.isReady() && timer.elapsed() < 60'000) {
                const qint64 from = timer.elapsed();
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
                longest = std::max(longest, timer.elapsed() - from);
            }
            QVERIFY(stage.isReady());
            qInfo("%d files: ready after %lld ms, longest step %lld ms", files,
                static_cast<long long>(timer.elapsed()), static_cast<long long>(longest));
            QCOMPARE(stage.forms().size(), files);
            QVERIFY(stage.builtForms() < 40);
        }
    }
};

FALCONER_TEST(tst_dropmany)
#include "tst_dropmany.moc"
