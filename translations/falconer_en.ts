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
    <name>DeletionLines</name>
    <message numerus="yes">
        <source>file(s) of %1 are removed from the server for good</source>
        <translation>
            <numerusform>file of %1 is removed from the server for good</numerusform>
            <numerusform>files of %1 together are removed from the server for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>distribution set(s) hold it: the server only hides it, and its name and version stay taken</source>
        <translation>
            <numerusform>distribution set holds it: the server only hides it, and its name and version stay taken</numerusform>
            <numerusform>distribution sets hold it: the server only hides it, and its name and version stay taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of them are locked and were invalidated: the server does not unlock them, so delete those sets first</source>
        <translation>
            <numerusform>of them is locked and was invalidated: the server does not unlock it, so delete that set first</numerusform>
            <numerusform>of them are locked and were invalidated: the server does not unlock them, so delete those sets first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of them are locked: the server refuses until they are unlocked, which is done first</source>
        <translation>
            <numerusform>of them is locked: the server refuses until it is unlocked, which is done first</numerusform>
            <numerusform>of them are locked: the server refuses until they are unlocked, which is done first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>distribution set(s) hold the module: devices get them without this file from now on</source>
        <translation>
            <numerusform>distribution set holds the module: devices get it without this file from now on</numerusform>
            <numerusform>distribution sets hold the module: devices get them without this file from now on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModuleVerdicts</name>
    <message numerus="yes">
        <source>Look what deleting the %Ln selected module(s) would do, then decide</source>
        <translation>
            <numerusform>Look what deleting the %Ln selected module would do, then decide</numerusform>
            <numerusform>Look what deleting the %Ln selected modules would do, then decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock the %Ln selected module(s)...</source>
        <translation>
            <numerusform>Unlock the %Ln selected module...</numerusform>
            <numerusform>Unlock the %Ln selected modules...</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look which of the %Ln selected module(s) are locked already, then decide</source>
        <translation>
            <numerusform>Look whether the %Ln selected module is locked already, then decide</numerusform>
            <numerusform>Look which of the %Ln selected modules are locked already, then decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::BringInText</name>
    <message numerus="yes">
        <source>%n software module(s)</source>
        <translation>
            <numerusform>%n software module</numerusform>
            <numerusform>%n software modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %1 and upload %n file(s)</source>
        <translation>
            <numerusform>Create %1 and upload %n file</numerusform>
            <numerusform>Create %1 and upload %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Upload %n file(s) into %1</source>
        <translation>
            <numerusform>Upload %n file into %1</numerusform>
            <numerusform>Upload %n files into %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n file(s) are taken.</source>
        <translation>
            <numerusform>Only the first %n file is taken.</numerusform>
            <numerusform>Only the first %n files are taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::BringInRunText</name>
    <message numerus="yes">
        <source>%n software module(s)</source>
        <translation>
            <numerusform>%n software module</numerusform>
            <numerusform>%n software modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>put %n file(s) into the queue of uploads</source>
        <translation>
            <numerusform>put %n file into the queue of uploads</numerusform>
            <numerusform>put %n files into the queue of uploads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>create %n software module(s)</source>
        <translation>
            <numerusform>create %n software module</numerusform>
            <numerusform>create %n software modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n software module(s) were removed</source>
        <translation>
            <numerusform>%n software module was removed</numerusform>
            <numerusform>%n software modules were removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The set can be rolled out once %n file(s) are uploaded.</source>
        <translation>
            <numerusform>The set can be rolled out once %n file is uploaded.</numerusform>
            <numerusform>The set can be rolled out once %n files are uploaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are being uploaded.</source>
        <translation>
            <numerusform>%n file is being uploaded.</numerusform>
            <numerusform>%n files are being uploaded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::DeleteModuleSheet</name>
    <message numerus="yes">
        <source>Delete the %n invalidated set(s) that hold it first.</source>
        <translation>
            <numerusform>Delete the invalidated set that holds it first.</numerusform>
            <numerusform>Delete the %n invalidated sets that hold it first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %n set(s) and delete</source>
        <translation>
            <numerusform>Unlock %n set and delete</numerusform>
            <numerusform>Unlock %n sets and delete</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadText</name>
    <message numerus="yes">
        <source>The connection was lost: goes on in %n second(s)</source>
        <translation>
            <numerusform>The connection was lost: goes on in %n second</numerusform>
            <numerusform>The connection was lost: goes on in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::DropSheet</name>
    <message numerus="yes">
        <source>Bring in %n file(s)</source>
        <translation>
            <numerusform>Bring in %n file</numerusform>
            <numerusform>Bring in %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::ClosingSheet</name>
    <message numerus="yes">
        <source>%n upload(s) are under way</source>
        <translation>
            <numerusform>%n upload is under way</numerusform>
            <numerusform>%n uploads are under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryText</name>
    <message numerus="yes">
        <source>Delete the history of %n action(s)</source>
        <translation>
            <numerusform>Delete the history of %n action</numerusform>
            <numerusform>Delete the history of %n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of them failed; the reports that tell why go too</source>
        <translation>
            <numerusform>of them failed; the reports that tell why go too</numerusform>
            <numerusform>of them failed; the reports that tell why go too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>count their progress from these actions; their numbers change</source>
        <translation>
            <numerusform>counts its progress from these actions; its numbers change</numerusform>
            <numerusform>count their progress from these actions; their numbers change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>keep what is installed on them: only the record goes</source>
        <translation>
            <numerusform>keeps what is installed on it: only the record goes</numerusform>
            <numerusform>keep what is installed on them: only the record goes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out: still run</source>
        <translation>
            <numerusform>left out: still runs</numerusform>
            <numerusform>left out: still run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out: wait for their group of a rollout</source>
        <translation>
            <numerusform>left out: waits for its group of a rollout</numerusform>
            <numerusform>left out: wait for their group of a rollout</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>are removed from the server for good, with every report of the device</source>
        <translation>
            <numerusform>is removed from the server for good, with every report of the device</numerusform>
            <numerusform>are removed from the server for good, with every report of the device</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>were removed from the server</source>
        <translation>
            <numerusform>was removed from the server</numerusform>
            <numerusform>were removed from the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>were not: %1</source>
        <translation>
            <numerusform>was not: %1</numerusform>
            <numerusform>were not: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>were left, since you stopped</source>
        <translation>
            <numerusform>was left, since you stopped</numerusform>
            <numerusform>were left, since you stopped</numerusform>
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
    <message numerus="yes">
        <source>are asked to cancel; the action stays active until the device agrees, and what is nearly installed may finish all the same</source>
        <translation>
            <numerusform>is asked to cancel; it stays active until the device agrees, and what is nearly installed may finish all the same</numerusform>
            <numerusform>are asked to cancel; the action stays active until the device agrees, and what is nearly installed may finish all the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>become forced; the device installs at its next poll without waiting for anybody</source>
        <translation>
            <numerusform>becomes forced; the device installs at its next poll without waiting for anybody</numerusform>
            <numerusform>become forced; the device installs at its next poll without waiting for anybody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>end for the server only; the device is never told and may still install</source>
        <translation>
            <numerusform>ends for the server only; the device is never told and may still install</numerusform>
            <numerusform>end for the server only; the device is never told and may still install</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>are asked to cancel</source>
        <translation>
            <numerusform>is asked to cancel</numerusform>
            <numerusform>are asked to cancel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>end for the server only, and the same set is assigned again with the same options; the device learns of it at its next poll, and may still finish what it does now</source>
        <translation>
            <numerusform>ends for the server only, and the same set is assigned again with the same options; the device learns of it at its next poll, and may still finish what it does now</numerusform>
            <numerusform>end for the server only, and the same set is assigned again with the same options; the devices learn of it at their next poll, and may still finish what they do now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>have ended for the server and are assigned again</source>
        <translation>
            <numerusform>has ended for the server and is assigned again</numerusform>
            <numerusform>have ended for the server and are assigned again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Force-quit %n action(s) and assign again</source>
        <translation>
            <numerusform>Force-quit %n action and assign again</numerusform>
            <numerusform>Force-quit %n actions and assign again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>leave their rollout, which counts them as cancelled</source>
        <translation>
            <numerusform>leaves its rollout, which counts it as cancelled</numerusform>
            <numerusform>leave their rollout, which counts them as cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>have ended; the server has the set as assigned already and made no new action</source>
        <translation>
            <numerusform>has ended; the server has the set as assigned already and made no new action</numerusform>
            <numerusform>have ended; the server has the set as assigned already and made no new actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>are forced now</source>
        <translation>
            <numerusform>is forced now</numerusform>
            <numerusform>are forced now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>have ended for the server</source>
        <translation>
            <numerusform>has ended for the server</numerusform>
            <numerusform>have ended for the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out: have ended already</source>
        <translation>
            <numerusform>left out: has ended already</numerusform>
            <numerusform>left out: have ended already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out: wait for their group of a rollout</source>
        <translation>
            <numerusform>left out: waits for its group of a rollout</numerusform>
            <numerusform>left out: wait for their group of a rollout</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out: are being cancelled already; only a force-quit is left</source>
        <translation>
            <numerusform>left out: is being cancelled already; only a force-quit is left</numerusform>
            <numerusform>left out: are being cancelled already; only a force-quit is left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out: must be cancelled first; a force-quit ends only what is being cancelled</source>
        <translation>
            <numerusform>left out: must be cancelled first; a force-quit ends only what is being cancelled</numerusform>
            <numerusform>left out: must be cancelled first; a force-quit ends only what is being cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out: are forced already</source>
        <translation>
            <numerusform>left out: is forced already</numerusform>
            <numerusform>left out: are forced already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out: no request can name a target whose id holds / \ ; % or two dots</source>
        <translation>
            <numerusform>left out: no request can name a target whose id holds / \ ; % or two dots</numerusform>
            <numerusform>left out: no request can name a target whose id holds / \ ; % or two dots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave them as they are</source>
        <translation>
            <numerusform>Leave it as it is</numerusform>
            <numerusform>Leave them as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep them running</source>
        <translation>
            <numerusform>Keep it running</numerusform>
            <numerusform>Keep them running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not taken by the server: it does not know them</source>
        <translation>
            <numerusform>not taken by the server: it does not know it</numerusform>
            <numerusform>not taken by the server: it does not know them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::LimitsMenu</name>
    <message numerus="yes">
        <source>%n at once</source>
        <translation>
            <numerusform>%n at once</numerusform>
            <numerusform>%n at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at once, %1</source>
        <translation>
            <numerusform>%n at once, %1</numerusform>
            <numerusform>%n at once, %1</numerusform>
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
    <message numerus="yes">
        <source>%1 of %n cancel(s) sent</source>
        <translation>
            <numerusform>%1 of %n cancel sent</numerusform>
            <numerusform>%1 of %n cancels sent</numerusform>
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
            <numerusform>about %n device starts at its next poll</numerusform>
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
    <message numerus="yes">
        <source>have it already, nothing will happen</source>
        <translation>
            <numerusform>has it already, nothing will happen</numerusform>
            <numerusform>have it already, nothing will happen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>are incompatible</source>
        <translation>
            <numerusform>is incompatible</numerusform>
            <numerusform>are incompatible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>are incompatible and left out (%1)</source>
        <translation>
            <numerusform>is incompatible and left out (%1)</numerusform>
            <numerusform>are incompatible and left out (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>go back to an older version</source>
        <translation>
            <numerusform>goes back to an older version</numerusform>
            <numerusform>go back to an older version</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>have it installed, but something else assigned: installed once more</source>
        <translation>
            <numerusform>has it installed, but something else assigned: installed once more</numerusform>
            <numerusform>have it installed, but something else assigned: installed once more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>are not known to this server and left out</source>
        <translation>
            <numerusform>is not known to this server and left out</numerusform>
            <numerusform>are not known to this server and left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>running actions will be cancelled</source>
        <translation>
            <numerusform>running action will be cancelled</numerusform>
            <numerusform>running actions will be cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>others of %n more set(s)</source>
        <translation>
            <numerusform>others of %n more set</numerusform>
            <numerusform>others of %n more sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>never polled, nobody knows when they start</source>
        <translation>
            <numerusform>never polled, nobody knows when it starts</numerusform>
            <numerusform>never polled, nobody knows when they start</numerusform>
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
    <name>falconer::TimelineSummary</name>
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
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::TimelineHead</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
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
    <name>falconer::LaneWords</name>
    <message numerus="yes">
        <source>%1, %n device(s)</source>
        <translation>
            <numerusform>%1, %n device</numerusform>
            <numerusform>%1, %n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::RulerPainter</name>
    <message numerus="yes">
        <source>median of %n device(s)</source>
        <translation>
            <numerusform>median of %n device</numerusform>
            <numerusform>median of %n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::RunningWords</name>
    <message numerus="yes">
        <source>%n poll(s) missed</source>
        <translation>
            <numerusform>%n poll missed</numerusform>
            <numerusform>%n polls missed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::Notifier</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go(es) on</source>
        <translation>
            <numerusform>%n goes on</numerusform>
            <numerusform>%n go on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished</source>
        <translation>
            <numerusform>%n finished</numerusform>
            <numerusform>%n finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::DeployCommands</name>
    <message numerus="yes">
        <source>Copy the controller id(s)</source>
        <translation>
            <numerusform>Copy the controller id</numerusform>
            <numerusform>Copy the controller ids</numerusform>
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
    <message numerus="yes">
        <source>usually %1 (median of %n device(s))</source>
        <translation>
            <numerusform>usually %1 (median of %n device)</numerusform>
            <numerusform>usually %1 (median of %n devices)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::NoteSentences</name>
    <message numerus="yes">
        <source>%n of your message patterns took too long and were cut off: what they match is not read.</source>
        <translation>
            <numerusform>%n of your message patterns took too long and was cut off: what it matches is not read.</numerusform>
            <numerusform>%n of your message patterns took too long and were cut off: what they match is not read.</numerusform>
        </translation>
    </message>
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
    <message numerus="yes">
        <source>%n report(s) hold as many messages as the server takes at once: some may be missing.</source>
        <translation>
            <numerusform>%n report holds as many messages as the server takes at once: some may be missing.</numerusform>
            <numerusform>%n reports hold as many messages as the server takes at once: some may be missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::AttentionList</name>
    <message numerus="yes">
        <source>%1, %n device(s): %2</source>
        <translation>
            <numerusform>%1, %n device: %2</numerusform>
            <numerusform>%1, %n devices: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::AttentionText</name>
    <message numerus="yes">
        <source>missed %n poll(s), last heard of %1 ago</source>
        <translation>
            <numerusform>missed %n poll, last heard of %1 ago</numerusform>
            <numerusform>missed %n polls, last heard of %1 ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cancel asked for %1 ago, %n poll(s) missed</source>
        <translation>
            <numerusform>cancel asked for %1 ago, %n poll missed</numerusform>
            <numerusform>cancel asked for %1 ago, %n polls missed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::FailureText</name>
    <message numerus="yes">
        <source>Compared with the former set of each device: %n failed with it.</source>
        <translation>
            <numerusform>Compared with the former set of each device: %n failed with it.</numerusform>
            <numerusform>Compared with the former set of each device: %n failed with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared with the former set of %1 of %2 devices, %n of which failed with it; of the others it is not known.</source>
        <translation>
            <numerusform>Compared with the former set of %1 of %2 devices, %n of which failed with it; of the others it is not known.</numerusform>
            <numerusform>Compared with the former set of %1 of %2 devices, %n of which failed with it; of the others it is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::CompletionText</name>
    <message numerus="yes">
        <source>%n without success left out</source>
        <translation>
            <numerusform>%n without success left out</numerusform>
            <numerusform>%n without success left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 finished</source>
        <translation>
            <numerusform>%n of %1 finished</numerusform>
            <numerusform>%n of %1 finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n straggler(s)</source>
        <translation>
            <numerusform>%n straggler</numerusform>
            <numerusform>%n stragglers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not heard of yet</source>
        <translation>
            <numerusform>%n not heard of yet</numerusform>
            <numerusform>%n not heard of yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing runs any more: %n device(s) finished</source>
        <translation>
            <numerusform>Nothing runs any more: %n device finished</numerusform>
            <numerusform>Nothing runs any more: %n devices finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ended without success</source>
        <translation>
            <numerusform>%n ended without success</numerusform>
            <numerusform>%n ended without success</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No estimate yet: %n more device(s) must finish first</source>
        <translation>
            <numerusform>No estimate yet: %n more device must finish first</numerusform>
            <numerusform>No estimate yet: %n more devices must finish first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::ComparePanel</name>
    <message numerus="yes">
        <source>%n device(s) not read yet, and not counted here.</source>
        <translation>
            <numerusform>%n device not read yet, and not counted here.</numerusform>
            <numerusform>%n devices not read yet, and not counted here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::AttentionPanel</name>
    <message numerus="yes">
        <source>%n of %1 running need(s) a person.</source>
        <translation>
            <numerusform>%n of %1 running needs a person.</numerusform>
            <numerusform>%n of %1 running need a person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) as usual, nobody is needed.</source>
        <translation>
            <numerusform>%n runs as usual, nobody is needed.</numerusform>
            <numerusform>%n run as usual, nobody is needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::FailuresPanel</name>
    <message numerus="yes">
        <source>%n device(s) failed</source>
        <translation>
            <numerusform>%n device failed</numerusform>
            <numerusform>%n devices failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s)</source>
        <translation>
            <numerusform>%n reason</numerusform>
            <numerusform>%n reasons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::DurationsChart</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::ProgressPanel</name>
    <message numerus="yes">
        <source>%n quicker step(s) left out for want of room.</source>
        <translation>
            <numerusform>%n quicker step left out for want of room.</numerusform>
            <numerusform>%n quicker steps left out for want of room.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::TimelinePrint</name>
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
</context>
<context>
    <name>falconer::TimelineText</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::PatternText</name>
    <message numerus="yes">
        <source>the expression has %n group(s) in parentheses</source>
        <translation>
            <numerusform>the expression has %n group in parentheses</numerusform>
            <numerusform>the expression has %n groups in parentheses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::PatternEditor</name>
    <message numerus="yes">
        <source>It is the first to match %1 of %n message(s).</source>
        <translation>
            <numerusform>It is the first to match %1 of %n message.</numerusform>
            <numerusform>It is the first to match %1 of %n messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::PatternPreviewPane</name>
    <message numerus="yes">
        <source>your patterns match %1 of %n message(s)</source>
        <translation>
            <numerusform>your patterns match %1 of %n message</numerusform>
            <numerusform>your patterns match %1 of %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are read otherwise</source>
        <translation>
            <numerusform>%n line is read otherwise</numerusform>
            <numerusform>%n lines are read otherwise</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::SettingsSheet</name>
    <message numerus="yes">
        <source>%n pattern(s) cannot be used and are left out.</source>
        <translation>
            <numerusform>%n pattern cannot be used and is left out.</numerusform>
            <numerusform>%n patterns cannot be used and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::MetadataEditor</name>
    <message numerus="yes">
        <source>This is %n character(s) longer than hawkBit takes.</source>
        <translation>
            <numerusform>This is %n character longer than hawkBit takes.</numerusform>
            <numerusform>This is %n characters longer than hawkBit takes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::UploadNews</name>
    <message numerus="yes">
        <source>%n upload(s) failed</source>
        <translation>
            <numerusform>%n upload failed</numerusform>
            <numerusform>%n uploads failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) uploaded</source>
        <translation>
            <numerusform>%n file uploaded</numerusform>
            <numerusform>%n files uploaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::UploadText</name>
    <message numerus="yes">
        <source>%n need(s) an answer</source>
        <translation>
            <numerusform>%n needs an answer</numerusform>
            <numerusform>%n need an answer</numerusform>
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
        <source>%n uploading</source>
        <translation>
            <numerusform>%n uploading</numerusform>
            <numerusform>%n uploading</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uploaded</source>
        <translation>
            <numerusform>%n uploaded</numerusform>
            <numerusform>%n uploaded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::WindowUploads</name>
    <message numerus="yes">
        <source>%n file(s) wait(s) until you sign in to %1</source>
        <translation>
            <numerusform>%n file waits for sign-in to %1</numerusform>
            <numerusform>%n files wait until you sign in to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::UploadsDock</name>
    <message numerus="yes">
        <source>%n file(s) wait(s) until you sign in to %1.</source>
        <translation>
            <numerusform>%n file waits until you sign in to %1.</numerusform>
            <numerusform>%n files wait until you sign in to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Falconer ended while %n file(s) were being sent.</source>
        <translation>
            <numerusform>Falconer ended while %n file was being sent.</numerusform>
            <numerusform>Falconer ended while %n files were being sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that waited for the same server wait(s) for this, too.</source>
        <translation>
            <numerusform>%n file that waited for the same server waits for this, too.</numerusform>
            <numerusform>%n files that waited for the same server wait for this, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send all %n</source>
        <translation>
            <numerusform>Send it</numerusform>
            <numerusform>Send all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::DeleteTypeSheet</name>
    <message numerus="yes">
        <source>distribution set(s) have this type: the server only hides it, and its key and name stay taken</source>
        <translation>
            <numerusform>distribution set has this type: the server only hides it, and its key and name stay taken</numerusform>
            <numerusform>distribution sets have this type: the server only hides it, and its key and name stay taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>software module(s) have this type: the server only hides it, and its key and name stay taken</source>
        <translation>
            <numerusform>software module has this type: the server only hides it, and its key and name stay taken</numerusform>
            <numerusform>software modules have this type: the server only hides it, and its key and name stay taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>distribution set type(s) name it: the server only hides it, and they go on naming it</source>
        <translation>
            <numerusform>distribution set type names it: the server only hides it, and it goes on naming it</numerusform>
            <numerusform>distribution set types name it: the server only hides it, and they go on naming it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::SetTypeSheet</name>
    <message numerus="yes">
        <source>%n set(s) have this type: what such sets must and may hold can no longer change.</source>
        <translation>
            <numerusform>%n set has this type, so what such sets must and may hold can no longer change.</numerusform>
            <numerusform>%n sets have this type, so what such sets must and may hold can no longer change.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompositionText</name>
    <message numerus="yes">
        <source>%1 has %2, and its type demands %n artifact(s)</source>
        <translation>
            <numerusform>%1 has %2, and its type demands %n artifact</numerusform>
            <numerusform>%1 has %2, and its type demands %n artifacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at most</source>
        <translation>
            <numerusform>%n at most</numerusform>
            <numerusform>%n at most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 takes %n %2 module(s) at most: take one out first.</source>
        <translation>
            <numerusform>%1 takes %n %2 module at most: take it out first.</numerusform>
            <numerusform>%1 takes %n %2 modules at most: take one out first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::DeleteSetSheet</name>
    <message numerus="yes">
        <source>%n action(s) of it have not ended, and devices go on with them: cancel them first if it should not be installed.</source>
        <translation>
            <numerusform>%n action of it has not ended, and its device goes on with it: cancel it first if it should not be installed.</numerusform>
            <numerusform>%n actions of it have not ended, and devices go on with them: cancel them first if it should not be installed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target filter(s) assign it by themselves: they will no longer.</source>
        <translation>
            <numerusform>%n target filter assigns it by itself: it will no longer.</numerusform>
            <numerusform>%n target filters assign it by themselves: they will no longer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its %n module(s) stay.</source>
        <translation>
            <numerusform>Its %n module stays.</numerusform>
            <numerusform>Its %n modules stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceText</name>
    <message numerus="yes">
        <source>%1 of %n module(s) differ.</source>
        <translation>
            <numerusform>%1 of %n module differs.</numerusform>
            <numerusform>%1 of %n modules differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetsPlan</name>
    <message numerus="yes">
        <source>never assigned, as far as the server tells: deleted with their metadata</source>
        <translation>
            <numerusform>never assigned, as far as the server tells: deleted with its metadata</numerusform>
            <numerusform>never assigned, as far as the server tells: deleted with their metadata</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>assigned once: the server only hides them, for good, and their names and versions stay taken</source>
        <translation>
            <numerusform>assigned once: the server only hides it, for good, and its name and version stay taken</numerusform>
            <numerusform>assigned once: the server only hides them, for good, and their names and versions stay taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not looked at: if they were assigned once, the server only hides them, and their names and versions stay taken</source>
        <translation>
            <numerusform>not looked at: if it was assigned once, the server only hides it, and its name and version stay taken</numerusform>
            <numerusform>not looked at: if they were assigned once, the server only hides them, and their names and versions stay taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>locked: their modules and artifacts no longer change</source>
        <translation>
            <numerusform>locked: its modules and their artifacts no longer change</numerusform>
            <numerusform>locked: their modules and artifacts no longer change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unlocked, with their modules: what is in them can change again</source>
        <translation>
            <numerusform>unlocked, with its modules: what is in it can change again</numerusform>
            <numerusform>unlocked, with their modules: what is in them can change again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out: invalidated, they cannot change any more</source>
        <translation>
            <numerusform>left out: invalidated, it cannot change any more</numerusform>
            <numerusform>left out: invalidated, they cannot change any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln distribution set(s)</source>
        <translation>
            <numerusform>Delete %Ln distribution set</numerusform>
            <numerusform>Delete %Ln distribution sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lock %Ln distribution set(s)</source>
        <translation>
            <numerusform>Lock %Ln distribution set</numerusform>
            <numerusform>Lock %Ln distribution sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %Ln distribution set(s)</source>
        <translation>
            <numerusform>Unlock %Ln distribution set</numerusform>
            <numerusform>Unlock %Ln distribution sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>were deleted</source>
        <translation>
            <numerusform>was deleted</numerusform>
            <numerusform>were deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>were locked</source>
        <translation>
            <numerusform>was locked</numerusform>
            <numerusform>were locked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>were unlocked</source>
        <translation>
            <numerusform>was unlocked</numerusform>
            <numerusform>were unlocked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::DeleteTagSheet</name>
    <message numerus="yes">
        <source>set(s) lose it, and stay as they are otherwise</source>
        <translation>
            <numerusform>set loses it, and stays as it is otherwise</numerusform>
            <numerusform>sets lose it, and stay as they are otherwise</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::DifferenceView</name>
    <message numerus="yes">
        <source>Show %n that are equal</source>
        <translation>
            <numerusform>Show %n that is equal</numerusform>
            <numerusform>Show %n that are equal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvalidationText</name>
    <message numerus="yes">
        <source>running action(s): the device(s) are asked to cancel</source>
        <translation>
            <numerusform>running action: its device is asked to cancel</numerusform>
            <numerusform>running actions: the devices are asked to cancel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>running action(s) end at once, whatever the device(s) do</source>
        <translation>
            <numerusform>running action ends at once, whatever its device does</numerusform>
            <numerusform>running actions end at once, whatever the devices do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>running action(s) go on</source>
        <translation>
            <numerusform>running action goes on</numerusform>
            <numerusform>running actions go on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rollout(s) stopped</source>
        <translation>
            <numerusform>rollout is stopped</numerusform>
            <numerusform>rollouts are stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rollout(s) go on</source>
        <translation>
            <numerusform>rollout goes on</numerusform>
            <numerusform>rollouts go on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>auto-assignment(s) removed, whatever you choose below</source>
        <translation>
            <numerusform>auto-assignment is removed, whatever you choose below</numerusform>
            <numerusform>auto-assignments are removed, whatever you choose below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetDrops</name>
    <message numerus="yes">
        <source>Give the %Ln selected set(s) the tag %1</source>
        <translation>
            <numerusform>Give the selected set the tag %1</numerusform>
            <numerusform>Give the %Ln selected sets the tag %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop %n modules on a set that takes them</source>
        <translation>
            <numerusform>Drop %n module on a set that takes it</numerusform>
            <numerusform>Drop %n modules on a set that takes them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::ModulePage</name>
    <message numerus="yes">
        <source>%Ln software modules are selected</source>
        <translation>
            <numerusform>%Ln software module is selected</numerusform>
            <numerusform>%Ln software modules are selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::SetPage</name>
    <message numerus="yes">
        <source>%Ln distribution sets are selected</source>
        <translation>
            <numerusform>%n distribution set is selected</numerusform>
            <numerusform>%Ln distribution sets are selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetFacts</name>
    <message numerus="yes">
        <source>by %n target filter(s)</source>
        <translation>
            <numerusform>by %n target filter</numerusform>
            <numerusform>by %n target filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetVerdicts</name>
    <message numerus="yes">
        <source>Look what deleting the %Ln selected set(s) would do, then decide</source>
        <translation>
            <numerusform>Look what deleting the %Ln selected set would do, then decide</numerusform>
            <numerusform>Look what deleting the %Ln selected sets would do, then decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look which of the %Ln selected set(s) can be locked, then decide</source>
        <translation>
            <numerusform>Look whether the %Ln selected set can be locked, then decide</numerusform>
            <numerusform>Look which of the %Ln selected sets can be locked, then decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look which of the %Ln selected set(s) are locked, then decide</source>
        <translation>
            <numerusform>Look whether the %Ln selected set is locked, then decide</numerusform>
            <numerusform>Look which of the %Ln selected sets are locked, then decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n modules into %1</source>
        <translation>
            <numerusform>Put %n module into %1</numerusform>
            <numerusform>Put %n modules into %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::UnlockSetSheet</name>
    <message numerus="yes">
        <source>Unlock its %n locked module(s) too: their artifacts can then change</source>
        <translation>
            <numerusform>Unlock its %n locked module too: its artifacts can then change</numerusform>
            <numerusform>Unlock its %n locked modules too: their artifacts can then change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModulesPlan</name>
    <message numerus="yes">
        <source>left out: in sets that are locked and were invalidated, which the server does not unlock</source>
        <translation>
            <numerusform>left out: in a set that is locked and was invalidated, which the server does not unlock</numerusform>
            <numerusform>left out: in sets that are locked and were invalidated, which the server does not unlock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>invalidated set(s) to be deleted before them</source>
        <translation>
            <numerusform>invalidated set to be deleted before</numerusform>
            <numerusform>invalidated sets to be deleted before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in no distribution set: removed for good with their files, and their names and versions are free again, unless a deleted set holds them</source>
        <translation>
            <numerusform>in no distribution set: removed for good with its files, and its name and version are free again, unless a deleted set holds it</numerusform>
            <numerusform>in no distribution set: removed for good with their files, and their names and versions are free again, unless a deleted set holds them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in distribution sets: the server only hides them, removes their files, and their names and versions stay taken</source>
        <translation>
            <numerusform>in distribution sets: the server only hides it, removes its files, and its name and version stay taken</numerusform>
            <numerusform>in distribution sets: the server only hides them, removes their files, and their names and versions stay taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>set(s) are locked: they are unlocked first, and stay so</source>
        <translation>
            <numerusform>set is locked: it is unlocked first, and stays so</numerusform>
            <numerusform>sets are locked: they are unlocked first, and stay so</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unlocked: their artifacts can be changed again; the sets that hold them stay locked</source>
        <translation>
            <numerusform>unlocked: its artifacts can be changed again; the sets that hold it stay locked</numerusform>
            <numerusform>unlocked: their artifacts can be changed again; the sets that hold them stay locked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>locked: no artifact can be added or deleted until they are unlocked</source>
        <translation>
            <numerusform>locked: no artifact can be added or deleted until it is unlocked</numerusform>
            <numerusform>locked: no artifact can be added or deleted until they are unlocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln software module(s)</source>
        <translation>
            <numerusform>Delete %Ln software module</numerusform>
            <numerusform>Delete %Ln software modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lock %Ln software module(s)</source>
        <translation>
            <numerusform>Lock %Ln software module</numerusform>
            <numerusform>Lock %Ln software modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %Ln software module(s)</source>
        <translation>
            <numerusform>Unlock %Ln software module</numerusform>
            <numerusform>Unlock %Ln software modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %n set(s) and delete</source>
        <translation>
            <numerusform>Unlock %n set and delete</numerusform>
            <numerusform>Unlock %n sets and delete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>were deleted</source>
        <translation>
            <numerusform>was deleted</numerusform>
            <numerusform>were deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>were locked</source>
        <translation>
            <numerusform>was locked</numerusform>
            <numerusform>were locked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>were unlocked</source>
        <translation>
            <numerusform>was unlocked</numerusform>
            <numerusform>were unlocked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::SeriesSheet</name>
    <message numerus="yes">
        <source>were not: %1</source>
        <translation>
            <numerusform>was not: %1</numerusform>
            <numerusform>were not: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>were left as they were, since you stopped</source>
        <translation>
            <numerusform>was left as it was, since you stopped</numerusform>
            <numerusform>were left as they were, since you stopped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::JournalNote</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::JournalSheet</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied</source>
        <translation>
            <numerusform>%n line copied</numerusform>
            <numerusform>%n lines copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::JournalText</name>
    <message numerus="yes">
        <source>Assigned %1 to %n target(s)</source>
        <translation>
            <numerusform>Assigned %1 to %n target</numerusform>
            <numerusform>Assigned %1 to %n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undid the assignment of %1: asked %n target(s) to cancel</source>
        <translation>
            <numerusform>Undid the assignment of %1: asked %n target to cancel</numerusform>
            <numerusform>Undid the assignment of %1: asked %n targets to cancel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked %n target(s) to cancel %1</source>
        <translation>
            <numerusform>Asked %n target to cancel %1</numerusform>
            <numerusform>Asked %n targets to cancel %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked %n target(s) to cancel</source>
        <translation>
            <numerusform>Asked %n target to cancel</numerusform>
            <numerusform>Asked %n targets to cancel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forced %n action(s) of %1</source>
        <translation>
            <numerusform>Forced %n action of %1</numerusform>
            <numerusform>Forced %n actions of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forced %n action(s)</source>
        <translation>
            <numerusform>Forced %n action</numerusform>
            <numerusform>Forced %n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Force-quit %n action(s) of %1</source>
        <translation>
            <numerusform>Force-quit %n action of %1</numerusform>
            <numerusform>Force-quit %n actions of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Force-quit %n action(s)</source>
        <translation>
            <numerusform>Force-quit %n action</numerusform>
            <numerusform>Force-quit %n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assigned %1 to %n target(s) again</source>
        <translation>
            <numerusform>Assigned %1 to %n target again</numerusform>
            <numerusform>Assigned %1 to %n targets again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assigned to %n target(s) again</source>
        <translation>
            <numerusform>Assigned to %n target again</numerusform>
            <numerusform>Assigned to %n targets again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted the history of %n action(s)</source>
        <translation>
            <numerusform>Deleted the history of %n action</numerusform>
            <numerusform>Deleted the history of %n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Created the software module(s) %1</source>
        <translation>
            <numerusform>Created the software module %1</numerusform>
            <numerusform>Created the software modules %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed the software module(s) %1</source>
        <translation>
            <numerusform>Changed the software module %1</numerusform>
            <numerusform>Changed the software modules %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locked the software module(s) %1</source>
        <translation>
            <numerusform>Locked the software module %1</numerusform>
            <numerusform>Locked the software modules %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlocked the software module(s) %1</source>
        <translation>
            <numerusform>Unlocked the software module %1</numerusform>
            <numerusform>Unlocked the software modules %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted the software module(s) %1</source>
        <translation>
            <numerusform>Deleted the software module %1</numerusform>
            <numerusform>Deleted the software modules %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Created the distribution set(s) %1</source>
        <translation>
            <numerusform>Created the distribution set %1</numerusform>
            <numerusform>Created the distribution sets %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed the distribution set(s) %1</source>
        <translation>
            <numerusform>Changed the distribution set %1</numerusform>
            <numerusform>Changed the distribution sets %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locked the distribution set(s) %1</source>
        <translation>
            <numerusform>Locked the distribution set %1</numerusform>
            <numerusform>Locked the distribution sets %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlocked the distribution set(s) %1</source>
        <translation>
            <numerusform>Unlocked the distribution set %1</numerusform>
            <numerusform>Unlocked the distribution sets %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Invalidated the distribution set(s) %1</source>
        <translation>
            <numerusform>Invalidated the distribution set %1</numerusform>
            <numerusform>Invalidated the distribution sets %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted the distribution set(s) %1</source>
        <translation>
            <numerusform>Deleted the distribution set %1</numerusform>
            <numerusform>Deleted the distribution sets %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had it already</source>
        <translation>
            <numerusform>%n had it already</numerusform>
            <numerusform>%n had it already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::DraggedFiles</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s)</source>
        <translation>
            <numerusform>%n file or folder</numerusform>
            <numerusform>%n files or folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>falconer::ModuleListHead</name>
    <message numerus="yes">
        <source>%1 of %n software module(s)</source>
        <translation>
            <numerusform>%1 of %n software module</numerusform>
            <numerusform>%1 of %n software modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One software module of %n file(s)</source>
        <translation>
            <numerusform>One software module of %n file</numerusform>
            <numerusform>One software module of %n files</numerusform>
        </translation>
    </message>
</context>
</TS>
