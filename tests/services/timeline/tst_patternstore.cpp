// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/patternstore.h"
#include "tests/support/testregistry.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QList<MessagePattern> some()
{
    return { { PatternRole::Begin, u"^Schreibe (\\S+): (\\d+) von 100"_s, u"\\1"_s, 2 },
        { PatternRole::Mark, u"^Neustart \u2192 \"Bank B\""_s } };
}

} // namespace

class tst_patternstore : public Test {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;

    // As the next start finds them.
    void reopen()
    {
        m_settings = std::make_unique<QSettings>(
            m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
    }
    void cleanup() { m_settings.reset(); }

    void isEmptyAtFirst()
    {
        const PatternStore store(*m_settings);
        QVERIFY(store.patterns().isEmpty());
        QVERIFY(store.usable().isEmpty());
        QVERIFY(!store.draft());
    }

    void keepsWhatIsSaved()
    {
        {
            PatternStore store(*m_settings);
            const QSignalSpy changed(&store, &PatternStore::changed);
            QVERIFY(store.save(some()).has_value());
            QVERIFY(store.save(some()).has_value()); // the same again
            QCOMPARE(changed.size(), 1);
            QCOMPARE(store.usable().patterns().size(), 2);
        }
        reopen();
        QCOMPARE(PatternStore(*m_settings).patterns(), some());
    }

    void aBadOneIsKeptAndNeverAsked()
    {
        QList<MessagePattern> patterns = some();
        patterns.insert(1, { PatternRole::Mark, u"(a+)+$"_s });
        patterns.insert(2, { PatternRole::Mark, u"("_s });
        PatternStore store(*m_settings);
        QVERIFY(store.save(patterns).has_value());
        QCOMPARE(store.patterns(), patterns);
        const QList<MessagePatterns::Compiled> &compiled = store.usable().patterns();
        QCOMPARE(compiled.size(), 4);
        QVERIFY(compiled[1].expression.pattern().isEmpty());
        QVERIFY(compiled[2].expression.pattern().isEmpty());
        QVERIFY(!compiled[3].expression.pattern().isEmpty());
    }

    void aDraftWaitsUntilItIsSaved()
    {
        {
            PatternStore store(*m_settings);
            const QSignalSpy changed(&store, &PatternStore::changed);
            store.keepDraft(some());
            QVERIFY(changed.isEmpty());
            QVERIFY(store.patterns().isEmpty());
        }
        reopen();
        PatternStore store(*m_settings);
        QCOMPARE(store.draft(), std::optional(some()));
        QVERIFY(store.save(*store.draft()).has_value());
        QVERIFY(!store.draft());
        store.keepDraft({}); // all of them removed is a draft too
        QCOMPARE(store.draft(), std::optional(QList<MessagePattern>()));
        store.keepDraft(some()); // as it is saved: nothing waits
        QVERIFY(!store.draft());
    }

    void strangeSettingsDoNoHarm()
    {
        m_settings->setValue(u"messages/patterns"_s, u"no json"_s);
        m_settings->setValue(u"messages/draft"_s, 12);
        const PatternStore store(*m_settings);
        QVERIFY(store.patterns().isEmpty());
        QCOMPARE(store.draft(), std::optional(QList<MessagePattern>()));
    }

    void settingsThatCannotBeWrittenAreTold()
    {
        QSettings settings(u"/proc/falconer/settings.ini"_s, QSettings::IniFormat);
        PatternStore store(settings);
        const Result<void> saved = store.save(some());
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Io);
        QCOMPARE(store.patterns(), some()); // in use all the same
    }
};

FALCONER_TEST(tst_patternstore)
#include "tst_patternstore.moc"
