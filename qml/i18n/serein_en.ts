<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
