// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/modulefit.h"
#include "tests/services/repository/parts.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

using Verdict = ModuleFit::Verdict;

class tst_modulefit : public Test {
    Q_OBJECT

    const SoftwareModule m_os = makeModule(1, u"os"_s, u"1"_s, u"os"_s);
    const SoftwareModule m_otherOs = makeModule(2, u"os"_s, u"2"_s, u"os"_s);
    const SoftwareModule m_app = makeModule(3, u"app"_s, u"1"_s, u"application"_s);
    const SoftwareModule m_bundle = makeModule(4, u"bundle"_s, u"1"_s, u"raucbundle"_s);

private slots:
    void takesWhatItsTypeAllows()
    {
        QCOMPARE(moduleFit({}, osAndApps(), { m_os }).verdict, Verdict::Fits);
        QCOMPARE(moduleFit({ .modules = { m_os } }, osAndApps(), { m_app }).verdict, Verdict::Fits);
        QCOMPARE(moduleFit({}, osAndApps(), { m_os, m_app }).verdict, Verdict::Fits);
    }

    void refusesASetThatCannotChange()
    {
        QCOMPARE(moduleFit({ .locked = true }, osAndApps(), { m_os }).verdict, Verdict::SetLocked);
        QCOMPARE(moduleFit({ .valid = false }, osAndApps(), { m_os }).verdict, Verdict::SetInvalid);
        QCOMPARE(
            moduleFit({ .deleted = true }, osAndApps(), { m_os }).verdict, Verdict::SetDeleted);
    }

    void namesTheModuleThatDoesNotFit()
    {
        const ModuleFit foreign
            = moduleFit({ .modules = { m_os } }, osAndApps(), { m_app, m_bundle });
        QCOMPARE(foreign.verdict, Verdict::ForeignType);
        QCOMPARE(foreign.module, m_bundle);
        const ModuleFit already = moduleFit({ .modules = { m_os } }, osAndApps(), { m_os });
        QCOMPARE(already.verdict, Verdict::AlreadyIn);
        SoftwareModule gone = m_app;
        gone.deleted = true;
        QCOMPARE(moduleFit({}, osAndApps(), { gone }).verdict, Verdict::ModuleDeleted);
    }

    // The server would silently throw one out.
    void countsWhatTheTypeTakes()
    {
        const ModuleFit full = moduleFit({ .modules = { m_os } }, osAndApps(), { m_otherOs });
        QCOMPARE(full.verdict, Verdict::NoRoom);
        QCOMPARE(full.type.maxAssignments, 1);
        // Those that are dropped together count too.
        QCOMPARE(moduleFit({}, osAndApps(), { m_os, m_otherOs }).verdict, Verdict::NoRoom);
    }

    void leavesTypesToTheServerWhileTheyAreNotKnown()
    {
        QCOMPARE(moduleFit({}, std::nullopt, { m_bundle }).verdict, Verdict::Fits);
        QCOMPARE(
            moduleFit({ .modules = { m_os } }, std::nullopt, { m_os }).verdict, Verdict::AlreadyIn);
    }
};

FALCONER_TEST(tst_modulefit)
#include "tst_modulefit.moc"
