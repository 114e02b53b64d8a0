<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="en">
    <context>
        <name>NetworkDiagram</name>
        <message numerus="yes">
            <source>%n value(s)</source>
            <translation>
                <numerusform>%n value</numerusform>
                <numerusform>%n values</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… %n more</source>
            <translation>
                <numerusform>… %n more</numerusform>
                <numerusform>… %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StepsDiagram</name>
        <message numerus="yes">
            <source>… %n more …</source>
            <translation>
                <numerusform>… %n more …</numerusform>
                <numerusform>… %n more …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n neuron(s)</source>
            <translation>
                <numerusform>%n neuron</numerusform>
                <numerusform>%n neurons</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n input(s)</source>
            <translation>
                <numerusform>%n input</numerusform>
                <numerusform>%n inputs</numerusform>
            </translation>
        </message>
    </context>
</TS>
