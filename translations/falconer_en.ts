<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeText</name>
    <message numerus="yes">
        <source>Undo asks %n device(s) to cancel what was just assigned. What is nearly installed may finish all the same, and actions that gave way do not come back.</source>
        <translation>
            <numerusform>Undo asks %n device to cancel what was just assigned. What is nearly installed may finish all the same, and actions that gave way do not come back.</numerusform>
            <numerusform>Undo asks %n devices to cancel what was just assigned. What is nearly installed may finish all the same, and actions that gave way do not come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n action(s)</source>
        <translation>
            <numerusform>Cancel %n action</numerusform>
            <numerusform>Cancel %n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Force %n action(s)</source>
        <translation>
            <numerusform>Force %n action</numerusform>
            <numerusform>Force %n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Force-quit %n action(s)</source>
        <translation>
            <numerusform>Force-quit %n action</numerusform>
            <numerusform>Force-quit %n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::PlanSheet</name>
    <message numerus="yes">
        <source>%1 was assigned to %n target(s)</source>
        <translation>
            <numerusform>%1 was assigned to %n target</numerusform>
            <numerusform>%1 was assigned to %n targets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %1 to %n target(s)</source>
        <translation>
            <numerusform>Assign %1 to %n target</numerusform>
            <numerusform>Assign %1 to %n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n device(s) start at their next poll</source>
        <translation>
            <numerusform>about %n device start at their next poll</numerusform>
            <numerusform>about %n devices start at their next poll</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign to %n target(s)</source>
        <translation>
            <numerusform>Assign to %n target</numerusform>
            <numerusform>Assign to %n targets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::StatusPanel</name>
    <message numerus="yes">
        <source>%n status(es)</source>
        <translation>
            <numerusform>%n status</numerusform>
            <numerusform>%n statuses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::TimelinePane</name>
    <message numerus="yes">
        <source>%n set(s)</source>
        <translation>
            <numerusform>%n set</numerusform>
            <numerusform>%n sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silent</source>
        <translation>
            <numerusform>%n silent</numerusform>
            <numerusform>%n silent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n could not be read</numerusform>
            <numerusform>%n could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::TopBar</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowText</name>
    <message numerus="yes">
        <source>%n day(s) before the last of the month</source>
        <translation>
            <numerusform>%n day before the last of the month</numerusform>
            <numerusform>%n days before the last of the month</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::BarTexts</name>
    <message numerus="yes">
        <source>and %n more message(s)</source>
        <translation>
            <numerusform>and %n more message</numerusform>
            <numerusform>and %n more messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::LaneWords</name>
    <message numerus="yes">
        <source>The device began %n time(s).</source>
        <translation>
            <numerusform>The device began once.</numerusform>
            <numerusform>The device began %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) of a begin or an end never came.</source>
        <translation>
            <numerusform>%n report of a begin or an end never came.</numerusform>
            <numerusform>%n reports of a begin or an end never came.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server&apos;s clock stepped back at %n report(s).</source>
        <translation>
            <numerusform>The server&apos;s clock stepped back at %n report.</numerusform>
            <numerusform>The server&apos;s clock stepped back at %n reports.</numerusform>
        </translation>
    </message>
</context>
</TS>
