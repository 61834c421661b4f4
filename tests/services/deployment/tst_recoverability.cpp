// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/recoverability.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_recoverability : public Test {
    Q_OBJECT

private slots:
    void allowsWhatTheServerWouldTake_data()
    {
        QTest::addColumn<bool>("active");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("forceType");
        QTest::addColumn<Recoverability>("cancel");
        QTest::addColumn<Recoverability>("force");
        QTest::addColumn<Recoverability>("forceQuit");
        using R = Recoverability;
        QTest::newRow("running") << true << u"running"_s << u"soft"_s << R::Allowed << R::Allowed
                                 << R::NotCanceling;
        QTest::newRow("forced") << true << u"retrieved"_s << u"forced"_s << R::Allowed
                                << R::AlreadyForced << R::NotCanceling;
        QTest::newRow("time-forced") << true << u"download"_s << u"timeforced"_s << R::Allowed
                                     << R::Allowed << R::NotCanceling;
        QTest::newRow("waits for confirmation")
            << true << u"wait_for_confirmation"_s << u"forced"_s << R::Allowed << R::AlreadyForced
            << R::NotCanceling;
        QTest::newRow("canceling") << true << u"canceling"_s << u"soft"_s << R::AlreadyCanceling
                                   << R::AlreadyCanceling << R::Allowed;
        // A device that refused to cancel can be asked again.
        QTest::newRow("cancel rejected") << true << u"cancel_rejected"_s << u"soft"_s << R::Allowed
                                         << R::Allowed << R::NotCanceling;
        for (const char *ended : { "finished", "error", "canceled" }) {
            QTest::newRow(ended) << false << QString::fromLatin1(ended) << u"soft"_s
                                 << R::AlreadyEnded << R::AlreadyEnded << R::AlreadyEnded;
        }
        // A device that fetched its deployment once more after the end.
        QTest::newRow("ended but retrieved")
            << false << u"retrieved"_s << u"soft"_s << R::AlreadyEnded << R::AlreadyEnded
            << R::AlreadyEnded;
        QTest::newRow("scheduled") << false << u"scheduled"_s << u"forced"_s << R::NotStarted
                                   << R::NotStarted << R::NotStarted;
    }

    void allowsWhatTheServerWouldTake()
    {
        QFETCH(bool, active);
        QFETCH(QString, status);
        QFETCH(QString, forceType);
        Action action{ .active = active, .status = status, .forceType = forceType };
        action.controllerId = u"dev-1"_s;
        QTEST(recoverability(action, RecoveryKind::Cancel), "cancel");
        QTEST(recoverability(action, RecoveryKind::Force), "force");
        QTEST(recoverability(action, RecoveryKind::ForceQuit), "forceQuit");
    }

    void refusesWhatNoRequestCanName()
    {
        Action action{ .active = true, .status = u"running"_s, .forceType = u"soft"_s };
        action.controllerId = u"rack/1"_s;
        QCOMPARE(recoverability(action, RecoveryKind::Cancel), Recoverability::NotAddressable);
        action.controllerId = u"rack#1"_s;
        QCOMPARE(recoverability(action, RecoveryKind::Cancel), Recoverability::Allowed);
    }
};

FALCONER_TEST(tst_recoverability)
#include "tst_recoverability.moc"
