<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AdminPage</name>
        <message numerus="yes">
            <source>%n account(s); your passphrase</source>
            <translation>
                <numerusform>%n account; your passphrase</numerusform>
                <numerusform>%n accounts; your passphrase</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n participant(s), one bundle each</source>
            <translation>
                <numerusform>%n participant, one bundle</numerusform>
                <numerusform>%n participants, one bundle each</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AlertsPage</name>
        <message numerus="yes">
            <source>%n alert(s) to look after now</source>
            <translation>
                <numerusform>%n alert to look after now</numerusform>
                <numerusform>%n alerts to look after now</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BreathPage</name>
        <message numerus="yes">
            <source>%n question(s)</source>
            <translation>
                <numerusform>%n question</numerusform>
                <numerusform>%n questions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CallPage</name>
        <message numerus="yes">
            <source>%n call(s) so far</source>
            <translation>
                <numerusform>%n call so far</numerusform>
                <numerusform>%n calls so far</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportAllPage</name>
        <message numerus="yes">
            <source>Export %n participant(s)</source>
            <translation>
                <numerusform>Export %n participant</numerusform>
                <numerusform>Export %n participants</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message numerus="yes">
            <source>%n character(s) typed</source>
            <translation>
                <numerusform>%n character typed</numerusform>
                <numerusform>%n characters typed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MovesCard</name>
        <message numerus="yes">
            <source>%n participant(s) follow an earlier version</source>
            <translation>
                <numerusform>%n participant follows an earlier version</numerusform>
                <numerusform>%n participants follow an earlier version</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ParticipantsPage</name>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%n found</numerusform>
                <numerusform>%n found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message numerus="yes">
            <source>%n digit(s) typed</source>
            <translation>
                <numerusform>%n digit typed</numerusform>
                <numerusform>%n digits typed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StaffBanners</name>
        <message numerus="yes">
            <source>! %n alert(s) waiting. Open</source>
            <translation>
                <numerusform>! %n alert waiting. Open</numerusform>
                <numerusform>! %n alerts waiting. Open</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StudyWords</name>
        <message numerus="yes">
            <source>%n month(s)</source>
            <translation>
                <numerusform>%n month</numerusform>
                <numerusform>%n months</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>serein::ui::AdminModel</name>
        <message numerus="yes">
            <source>%n event(s) not backed up</source>
            <translation>
                <numerusform>%n event not backed up</numerusform>
                <numerusform>%n events not backed up</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>serein::ui::BackupModel</name>
        <message numerus="yes">
            <source>Backed up and read back: %n event(s). %1</source>
            <translation>
                <numerusform>Backed up and read back: %n event. %1</numerusform>
                <numerusform>Backed up and read back: %n events. %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n hour(s)</source>
            <translation>
                <numerusform>Every hour</numerusform>
                <numerusform>Every %n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, by itself, while staff have the tablet: into %2. The last %n stay there, older ones are removed.</source>
            <translation>
                <numerusform>%1, by itself, while staff have the tablet: into %2. Only the last one stays there, older ones are removed.</numerusform>
                <numerusform>%1, by itself, while staff have the tablet: into %2. The last %n stay there, older ones are removed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Backups are sealed to %n certificate(s) from now on.</source>
            <translation>
                <numerusform>Backups are sealed to this certificate from now on.</numerusform>
                <numerusform>Backups are sealed to these %n certificates from now on.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>serein::ui::ExportJob</name>
        <message numerus="yes">
            <source>Exported: %n participant(s), into %1.</source>
            <translation>
                <numerusform>Exported: %n participant, into %1.</numerusform>
                <numerusform>Exported: %n participants, into %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Stopped. %n bundle(s) are whole and were kept in %1.</source>
            <translation>
                <numerusform>Stopped. %n bundle is whole and was kept in %1.</numerusform>
                <numerusform>Stopped. %n bundles are whole and were kept in %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n participant(s) withdrew the use of their records and were left out: %1.</source>
            <translation>
                <numerusform>%n participant withdrew the use of their records and was left out: %1.</numerusform>
                <numerusform>%n participants withdrew the use of their records and were left out: %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n participant(s) are unchanged since their last export and were not written again.</source>
            <translation>
                <numerusform>%n participant is unchanged since their last export and was not written again.</numerusform>
                <numerusform>%n participants are unchanged since their last export and were not written again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>serein::ui::ReviewWorkModel</name>
        <message numerus="yes">
            <source>%n open query(ies)</source>
            <translation>
                <numerusform>%n open query</numerusform>
                <numerusform>%n open queries</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answered query(ies) to close</source>
            <translation>
                <numerusform>%n answered query to close</numerusform>
                <numerusform>%n answered queries to close</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n correction(s) to decide on</source>
            <translation>
                <numerusform>%n correction to decide on</numerusform>
                <numerusform>%n corrections to decide on</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>serein::ui::StudyModel</name>
        <message numerus="yes">
            <source>This file can&apos;t be used, and nothing was changed. %n fault(s) in it, listed below.</source>
            <translation>
                <numerusform>This file can&apos;t be used, and nothing was changed. %n fault in it, listed below.</numerusform>
                <numerusform>This file can&apos;t be used, and nothing was changed. %n faults in it, listed below.</numerusform>
            </translation>
        </message>
    </context>
</TS>
