// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/time/utc.h"
#include "services/timeline/builtinpatterns.h"
#include "services/timeline/timelinebuilder.h"
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QList<ActionStatus> historyOf(const QStringList &messages)
{
    QList<ActionStatus> statuses;
    for (const QString &message : messages)
        statuses << ActionStatus{ .id = 1 + statuses.size(),
            .type = u"running"_s,
            .messages = { message },
            .reportedAt
            = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000 + statuses.size(), inUtc) };
    return statuses;
}

// What a person would write for a device that speaks German.
QList<MessagePattern> german()
{
    return { { PatternRole::Begin, u"^Beginne (\\w+)"_s, u"\\1"_s },
        { PatternRole::End, u"^Fertig: (\\w+)"_s, u"\\1"_s },
        { PatternRole::Failed, u"^Fehler in (\\w+)"_s, u"\\1"_s },
        { PatternRole::Progress, u"(\\d+) von hundert"_s, {}, 1 },
        { PatternRole::Mark, u"^10% Rabatt"_s } };
}

QString catastrophe()
{
    return u"^(a+)+$"_s;
}

QString longText()
{
    return QString(511, u'a') + u'!';
}

// The role that the parser's understanding has in the table.
std::optional<PatternRole> roleOf(const Message &message)
{
    switch (message.kind) {
    case MessageKind::StepBegin:
        return PatternRole::Begin;
    case MessageKind::StepDone:
        return PatternRole::End;
    case MessageKind::StepFailed:
        return PatternRole::Failed;
    case MessageKind::Percent:
        return PatternRole::Progress;
    case MessageKind::Log:
        return message.percent ? PatternRole::Progress : PatternRole::Mark;
    case MessageKind::Empty:
    case MessageKind::Server:
    case MessageKind::StatusCode:
    case MessageKind::Plain:
        return std::nullopt;
    default:
        return PatternRole::Mark;
    }
}

QString described(const Message &message, std::optional<PatternRole> role)
{
    if (!role)
        return u"nothing"_s;
    const bool isStep = *role != PatternRole::Mark && *role != PatternRole::Progress;
    return QString::number(int(*role)) + (isStep ? u' ' + message.text.trimmed() : QString())
        + (message.percent && isStep ? u' ' + QString::number(*message.percent) : QString());
}

std::optional<PatternRole> roleByTable(const Message &message)
{
    switch (message.kind) {
    case MessageKind::Progress:
        return PatternRole::Progress;
    case MessageKind::Remark:
        return PatternRole::Mark;
    default:
        return message.isOwn ? roleOf(message) : std::nullopt;
    }
}

} // namespace

class tst_messagepatterns : public Test {
    Q_OBJECT

private slots:
    void readsAnotherLanguage()
    {
        const QStringList lines{ u"Beginne Kernel"_s, u"40 von hundert"_s, u"Fertig: Kernel"_s,
            u"Beginne Daten"_s, u"Fehler in Daten"_s, u"10% Rabatt auf alles"_s };
        const Timeline timeline
            = buildTimeline({ .active = true }, historyOf(lines), MessagePatterns(german()));
        QCOMPARE(timeline.steps.size(), 2);
        QCOMPARE(timeline.steps[0].name, u"Kernel"_s);
        QCOMPARE(timeline.steps[0].outcome, StepOutcome::Done);
        QCOMPARE(timeline.steps[0].percent, 40.0);
        QCOMPARE(timeline.steps[0].entries, QList<qint64>({ 1, 2, 3 }));
        QCOMPARE(timeline.steps[1].outcome, StepOutcome::Failed);
        QCOMPARE(timeline.marks.size(), 1);
        QCOMPARE(timeline.marks[0].text, u"10% Rabatt"_s);
        // Without the table the same is a row of remarks, and one step that is none.
        const Timeline plain = buildTimeline({ .active = true }, historyOf(lines));
        QCOMPARE(plain.marks.size(), 5);
        QCOMPARE(plain.steps.size(), 1);
    }

    void whatNoneMatchesGoesToTheParser()
    {
        const QStringList lines{ u"Beginne Kernel"_s, u" 20% Checking bundle"_s,
            u" 40% Checking bundle done."_s };
        const Timeline timeline
            = buildTimeline({ .active = true }, historyOf(lines), MessagePatterns(german()));
        QCOMPARE(timeline.steps.size(), 2);
        QCOMPARE(timeline.steps[1].name, u"Checking bundle"_s);
        QCOMPARE(timeline.steps[1].parent, 0);
    }

    void anEndOfAnOwnPatternIsAStepEvenWithoutABegin()
    {
        const Timeline timeline = buildTimeline(
            { .active = true }, historyOf({ u"Fertig: Kernel"_s }), MessagePatterns(german()));
        QCOMPARE(timeline.steps.size(), 1);
        QVERIFY(!timeline.steps.first().startReported);
        QVERIFY(timeline.hasNote(NoteKind::Holes));
    }

    void theServersWordsAreNotTheDevices()
    {
        const QString server = u"Update Server: Target reported PROCEEDING."_s;
        const MessagePatterns all({ { PatternRole::Begin, u".+"_s } });
        const Timeline timeline = buildTimeline({ .active = true }, historyOf({ server }), all);
        QVERIFY(timeline.steps.isEmpty());
    }

    void anEmptyTableChangesNothing_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : deviceHistoryFiles())
            QTest::newRow(qPrintable(file)) << file;
    }

    void anEmptyTableChangesNothing()
    {
        QFETCH(QString, file);
        const MessagePatterns strangers({ { PatternRole::Begin, u"^never said by anybody$"_s } });
        const DeviceHistory history = loadDeviceHistory(file);
        const Timeline expected = buildTimeline(history.action, history.statuses);
        QVERIFY(buildTimeline(history.action, history.statuses, {}) == expected);
        QVERIFY(buildTimeline(history.action, history.statuses, strangers) == expected);
    }

    void aBadPatternHarmsNothing()
    {
        const MessagePatterns bad({ { PatternRole::Begin, u"(open"_s }, { PatternRole::Begin, {} },
            { PatternRole::Begin, u"x*"_s }, { PatternRole::Mark, QString(2'000, u'a') } });
        const QStringList lines{ u"hello (open"_s, u"10% A"_s };
        QVERIFY(buildTimeline({ .active = true }, historyOf(lines), bad)
            == buildTimeline({ .active = true }, historyOf(lines)));
    }

    void explainsWhatIsWrong_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("capture");
        QTest::addColumn<PatternFault>("fault");
        QTest::addColumn<int>("position");
        QTest::newRow("empty") << QString() << QString() << 0 << PatternFault::EmptyExpression << 0;
        QTest::newRow("open") << u"ab(cd"_s << QString() << 0 << PatternFault::Syntax << 5;
        QTest::newRow("quantifier") << u"ab**+"_s << QString() << 0 << PatternFault::Syntax << 3;
        QTest::newRow("at the front") << u"*a"_s << QString() << 0 << PatternFault::Syntax << 0;
        QTest::newRow("name") << u"(a)"_s << u"x \\2"_s << 0 << PatternFault::UnknownCapture << 2;
        QTest::newRow("percent") << u"(a)"_s << QString() << 2 << PatternFault::UnknownCapture
                                 << -1;
        QTest::newRow("matches all")
            << u"\\d*"_s << QString() << 0 << PatternFault::MatchesAll << 0;
        QTest::newRow("too long") << QString(1'001, u'a') << QString() << 0 << PatternFault::TooLong
                                  << 1'000;
        QTest::newRow("too slow") << catastrophe() << QString() << 0 << PatternFault::TooSlow << 0;
        QTest::newRow("too slow in digits")
            << u"^(\\d+|\\d\\d)+x"_s << QString() << 0 << PatternFault::TooSlow << 0;
    }

    void explainsWhatIsWrong()
    {
        QFETCH(QString, expression);
        QFETCH(QString, name);
        QFETCH(int, capture);
        QFETCH(PatternFault, fault);
        QFETCH(int, position);
        const auto problem = checkPattern({ PatternRole::Begin, expression, name, capture });
        QVERIFY(problem);
        QCOMPARE(problem->fault, fault);
        QCOMPARE(int(problem->position), position);
        QCOMPARE(fault == PatternFault::Syntax, problem->detail.size() > 5); // in words
    }

    void aGoodPatternHasNoProblem()
    {
        for (const MessagePattern &pattern : german())
            QVERIFY(!checkPattern(pattern));
        for (const BuiltInPattern &builtIn : builtInPatterns())
            QVERIFY2(!checkPattern(builtIn.pattern), qPrintable(builtIn.pattern.expression));
    }

    // PCRE has a limit of its own, of ten million: too late for a thousand messages.
    void theLimitIsFarBelowTheUsualOne()
    {
        const QString text = QString(18, u'a') + u'!';
        QVERIFY(QRegularExpression(catastrophe()).match(text).isValid());
        QVERIFY(!compilePattern(catastrophe()).match(text).isValid());
        QVERIFY(compilePattern(catastrophe()).match(u"aaaa!"_s).isValid());
    }

    void aSlowPatternIsCutOff()
    {
        const MessagePatterns patterns({ { PatternRole::Begin, catastrophe() } });
        TimelineBuilder builder({ .active = true }, patterns);
        builder.add(historyOf({ u"aaa"_s, longText(), longText() }));
        QCOMPARE(builder.timeline().steps.size(), 1); // it still works where it can
        QVERIFY(builder.patterns().slow().isEmpty());
        QVERIFY(!builder.timeline().hasNote(NoteKind::PatternsTooSlow));
        QStringList lines{ u"aaa"_s };
        for (int i = 0; i < 4; ++i)
            lines << longText();
        builder.add(historyOf(lines));
        QCOMPARE(builder.patterns().slow(), QList<int>({ 0 }));
        QVERIFY(builder.timeline().hasNote(NoteKind::PatternsTooSlow));
        // From then on it is not asked, and nothing is lost.
        builder.add(historyOf(lines + QStringList{ u"aa"_s }));
        QCOMPARE(builder.timeline().steps.size(), 1);
        QCOMPARE(builder.timeline().marks.last().text, u"aa"_s);
    }

    void saysHowManyEachMatched()
    {
        const QList<ActionStatus> history = historyOf({ u"ab"_s, u"b"_s, u"c"_s, u"b"_s });
        TimelineBuilder builder({ .active = true },
            MessagePatterns({ { PatternRole::Mark, u"a"_s }, { PatternRole::Mark, u"b"_s } }));
        builder.add(history);
        QCOMPARE(builder.patterns().matches(), QList<int>({ 1, 2 })); // the first one counts
        QCOMPARE(builder.patterns().asked(), 4);
        builder.setPatterns(MessagePatterns({ { PatternRole::Begin, u"c"_s } }));
        QCOMPARE(builder.patterns().matches(), QList<int>({ 1 }));
        QCOMPARE(builder.timeline().steps.size(), 1);
        QCOMPARE(builder.entries(), history);
    }

    void goesThroughJson()
    {
        QCOMPARE(patternsFromJson(patternsToJson(german())), german());
        const QJsonArray strange{ 1, QJsonObject{}, QJsonObject{ { u"role"_s, u"dance"_s } },
            QJsonObject{ { u"role"_s, u"mark"_s } } };
        QVERIFY(patternsFromJson(strange).isEmpty());
    }

    // The table that is shown and the parser that works say the same of every recorded message.
    void theBuiltInTableSaysWhatTheParserDoes_data()
    {
        QTest::addColumn<QStringList>("messages");
        QStringList examples;
        for (const BuiltInPattern &builtIn : builtInPatterns())
            examples << builtIn.example;
        QTest::newRow("examples") << examples;
        for (const QString &file : deviceHistoryFiles()) {
            QStringList messages;
            for (const DeviceHistory &history : loadDeviceHistories(file)) {
                for (const ActionStatus &status : history.statuses)
                    messages += joinPieces(status.messages);
            }
            messages.removeDuplicates();
            QTest::newRow(qPrintable(file)) << messages;
        }
    }

    void theBuiltInTableSaysWhatTheParserDoes()
    {
        QFETCH(QStringList, messages);
        QList<MessagePattern> patterns;
        for (const BuiltInPattern &builtIn : builtInPatterns())
            patterns << builtIn.pattern;
        PatternReader reader{ MessagePatterns(patterns) };
        for (const QString &text : std::as_const(messages)) {
            const Message parsed = parseMessage(text);
            if (parsed.words.size() > 512) // patterns see its front only
                continue;
            Message byTable = parsed;
            reader.read(byTable);
            const bool isServers = parsed.kind == MessageKind::Server;
            QVERIFY(!isServers || byTable == parsed);
            QCOMPARE(described(byTable, roleByTable(byTable)), described(parsed, roleOf(parsed)));
        }
        QVERIFY(reader.slow().isEmpty());
    }

    void everyBuiltInPatternIsNeeded()
    {
        const QList<BuiltInPattern> builtIns = builtInPatterns();
        for (qsizetype i = 0; i < builtIns.size(); ++i) {
            const Message message = parseMessage(builtIns[i].example);
            const auto first = std::ranges::find_if(builtIns, [&](const BuiltInPattern &builtIn) {
                return compilePattern(builtIn.pattern.expression).match(message.words).hasMatch();
            });
            QCOMPARE(std::distance(builtIns.begin(), first), i);
        }
    }
};

FALCONER_TEST(tst_messagepatterns)
#include "tst_messagepatterns.moc"
