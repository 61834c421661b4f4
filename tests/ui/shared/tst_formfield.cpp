// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/errormapping.h"
#include "tests/support/recordings.h"
#include "tests/support/testregistry.h"
#include "ui/shared/fieldproblems.h"
#include "ui/shared/formfield.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

Error recordedError(const QString &corpus, const QString &name)
{
    for (const RecordedStep &step : loadCorpus(corpus).steps) {
        if (!step.name.endsWith(name))
            continue;
        const QJsonObject body = step.body().toObject();
        return { .kind = ErrorKind::Invalid,
            .httpStatus = step.status(),
            .code = currentErrorCode(body["errorCode"_L1].toString()),
            .message = body["message"_L1].toString() };
    }
    qFatal("no such step");
}

struct Form {
    Form()
        : layout(&page)
        , name(u"Name"_s, new QLineEdit, &page)
        , version(u"&Version"_s, new QLineEdit, &page)
    {
        layout.addWidget(&name);
        layout.addWidget(&version);
        fields.add(u"name"_s, &name);
        fields.add(u"version"_s, &version);
        page.show();
    }

    static QString words(const FormField &field)
    {
        const auto *const label = field.findChild<QLabel *>(u"words"_s);
        return label->isVisible() ? label->text() : QString();
    }

    QWidget page;
    QVBoxLayout layout;
    FormField name;
    FormField version;
    FieldMap fields;
};

} // namespace

class tst_formfield : public Test {
    Q_OBJECT

private slots:
    void aChoiceStandsInLineWithTheOtherFields()
    {
        Form form;
        FormField type(u"Type"_s, new QComboBox, &form.page);
        form.layout.addWidget(&type);
        form.page.resize(500, 200);
        type.show();
        const auto place = [&form](const FormField &field) {
            const QRect rect = field.field()->rect();
            return QRect(field.field()->mapTo(&form.page, rect.topLeft()), rect.size());
        };
        QTRY_COMPARE(place(type).left(), place(form.name).left());
        QCOMPARE(place(type).width(), place(form.name).width());
    }

    void recordedRefusalsNameTheirField_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("sentence");
        const QString html = u"The server takes no HTML here, such as <b>."_s;
        const QString length = u"From 1 to %1 characters are allowed."_s;
        QTest::newRow("version") << u"module-create-no-version"_s << u"version"_s
                                 << u"This is needed."_s;
        QTest::newRow("name") << u"module-create-long-name"_s << u"name"_s << length.arg(128);
        QTest::newRow("html") << u"module-create-html-name"_s << u"name"_s << html;
        QTest::newRow("vendor") << u"module-create-long-vendor"_s << u"vendor"_s
                                << u"At most 256 characters are allowed."_s;
        QTest::newRow("number") << u"module-type-zero-max"_s << u"maxAssignments"_s
                                << u"At least 1 is needed."_s;
        QTest::newRow("blank") << u"odd-create-space"_s << u"controllerId"_s
                               << u"Blanks are not allowed."_s;
        QTest::newRow("metadata") << u"module-metadata-long-value"_s << u"value"_s
                                  << u"At most 4000 characters are allowed."_s;
    }

    void recordedRefusalsNameTheirField()
    {
        QFETCH(QString, step);
        QFETCH(QString, field);
        QFETCH(QString, sentence);
        for (const QString &corpus : { u"hawkbit-1.0.4"_s, u"hawkbit-0.9.0"_s }) {
            const QMap<QString, QString> problems = fieldProblems(recordedError(corpus, step));
            QCOMPARE(problems, (QMap<QString, QString>{ { field, sentence } }));
        }
    }

    void severalAreTold()
    {
        const Error error = recordedError(u"hawkbit-1.0.4"_s, u"target-create-empty-id"_s);
        QCOMPARE(fieldProblems(error).keys(), QStringList({ u"controllerId"_s, u"name"_s }));
    }

    void otherErrorsAreOfNoField()
    {
        Form form;
        QVERIFY(fieldProblems({ .kind = ErrorKind::Conflict }).isEmpty());
        QVERIFY(!form.fields.show({ .kind = ErrorKind::Network }));
        QVERIFY(!form.name.hasProblem());
    }

    void aRefusalStandsBesideItsFieldUntilThatIsChanged()
    {
        Form form;
        auto *const version = qobject_cast<QLineEdit *>(form.version.field());
        version->setText(u"1.0"_s);
        QVERIFY(form.fields.show({ .kind = ErrorKind::Invalid,
            .code = u"repo.constraintViolation"_s,
            .message = u"create.create[0].version size must be between 1 and 64."_s }));
        QCOMPARE(Form::words(form.version), u"From 1 to 64 characters are allowed."_s);
        QCOMPARE(form.version.field()->accessibleDescription(), Form::words(form.version));
        QCOMPARE(Form::words(form.name), QString());
        QCOMPARE(version->text(), u"1.0"_s); // nothing typed is lost
        QTest::keyClicks(version, u"2"_s);
        QCOMPARE(Form::words(form.version), QString());
        QVERIFY(!form.version.hasProblem());
    }

    void whatFindsNoFieldIsLeftForTheBanner()
    {
        Form form;
        QVERIFY(!form.fields.show({ .kind = ErrorKind::Invalid,
            .code = u"repo.constraintViolation"_s,
            .message = u"vendor size must be between 0 and 256."_s }));
    }

    void aFixedFieldSaysWhy()
    {
        Form form;
        form.name.setFixed(u"hawkBit does not let a name change."_s);
        QVERIFY(!form.name.field()->isEnabled());
        QCOMPARE(Form::words(form.name), u"hawkBit does not let a name change."_s);
        QCOMPARE(form.name.field()->toolTip(), Form::words(form.name));
        QCOMPARE(form.version.field()->accessibleName(), u"Version"_s);
    }
};

FALCONER_TEST(tst_formfield)
#include "tst_formfield.moc"
