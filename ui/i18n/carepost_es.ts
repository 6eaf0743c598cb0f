<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>BottomBar</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Call</name>
    <message>
        <source>The provider asks: may we measure your oxygen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider asks: may we measure your blood pressure?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture starts again. Please stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke. We are calling again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera does not work. They can still hear you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line to the center is down. You can go on talking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you get worse, call %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture comes in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STOP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reliable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End call</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CuffMeasure</name>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last reading: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mmHg in the cuff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STOP</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Emergency</name>
    <message>
        <source>A provider has seen your alarm at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person here has seen your alarm at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has seen your alarm at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm sent %1 min ago. No answer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm raised %1 min ago. It has not reached anybody yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I work here: I am with this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk to a provider now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I touched that by mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be an emergency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are at: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave: end your visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Camera on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>No finger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for your pulse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cuff starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cuff gets tight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put your finger into the clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep your hand still on the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please hold your hand still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very good. Keep still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can take your finger out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finger clip is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay as you are. We measure again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest quietly. Don&apos;t talk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep still. Don&apos;t talk. It gets tight for a moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Modal</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>One moment, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the station starts again. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&apos;m still here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave and erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are you still here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you want to leave?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are locked and kept. This screen will forget you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an answer we end your visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center was told. Nobody has answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t reach the center now. Please call out to a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone of this place: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You asked for a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Oximeter</name>
    <message>
        <source>Oxygen (SpO2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beats a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Skip this measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before we start: is this all right with you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We ask questions and measure. A provider may see your answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you say is locked at once. This station can&apos;t read it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you finish, this screen forgets you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera stays off until you say yes. Nothing is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may stop at any time. This is not for emergencies: call %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, I don&apos;t agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is your right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t go on without your yes. A person here can still help you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you want to give your name?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a name, the provider can find your earlier visits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, I give my name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, stay without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How old are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a number means depends on your age.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&apos;d rather not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When were you born?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 cm around the arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which arm, and which cuff fits?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuff size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put one finger into the clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a warm hand. Nail polish makes it less exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest your hand on the table and keep still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shines light through your finger and does not hurt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A finger in the clip, nail up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sit back. Put the cuff on your left upper arm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sit back. Put the cuff on your right upper arm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bare arm, tube pointing down, snug.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feet flat, legs not crossed, arm on the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t talk and don&apos;t move while it measures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person sitting with back and arm supported, feet flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t measure this well. Somebody should check you now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We have asked for a person. You can go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on by itself when the device is back. Or skip it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can try once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody should look at this today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We have no connection now. We will say so if nobody can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you want to talk to a provider now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They see your answers and your readings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera goes on only if you say yes. Nothing is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, without camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has answered. The call starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People before you: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We have no connection. We keep trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are asking for a provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has seen your answers yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure while you wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please wait for a provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t reach a provider: there is no connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider can answer right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please call me back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&apos;ll wait here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave my answers for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me places to go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are saved here, locked, and will be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which number may we call?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is writing your plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes on this screen in a moment. Please stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave without the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider has seen your answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider will call you back at the number you gave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go here:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you get worse, call %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your visit is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try to call a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything is saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please tell a person here. Your name leaves this screen now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your visit is saved and locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are saving your visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goodbye, and take care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This screen forgets you now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which year were you born?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the first letter of your name?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen had to start again. Are you still here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost. You can go on where you were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am somebody else: start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station can&apos;t go on right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask a person here for help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an emergency call %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Your plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to come back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get help at once if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we measured</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Your plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to go: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to come back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get help at once if:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 percent done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rest</name>
    <message>
        <source>A person sitting with back and arm supported, feet flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last reading: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo: this time is shorter than it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this measurement</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Saved and sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. It will be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured at %1 with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The middle of %1 readings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The true value may be up to 4 % higher or lower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scroller</name>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down: there is more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>About you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why you are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oxygen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk to a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, with video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaveView</name>
    <message>
        <source>Your pulse as a moving line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>A hand touches the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toque para empezar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes about 15 minutes. You can stop at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unos 15 minutos. Puede parar cuando quiera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This screen forgets you when you leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta pantalla le olvida al irse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Please fill this in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month is a number from 1 to 12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month does not have that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The year has four digits, like 1948.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please type your first or last name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is too long for us. Please shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t read this date. Please check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day is still to come. Please check the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long ago. Please check the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please type your age in years, like 67.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers say: not this arm. Please take the other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t use this answer. Please check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please type a phone number with its area code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not match. Please try again, or start over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is not plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device was unplugged. Please plug its cable back in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else is using the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station may not use the device yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device&apos;s cable does not work right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is silent. Please check that it is switched on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t understand the device. Please check its cable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station does not know this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is not ready yet. Please wait a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped the measurement. That is fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We saw no finger in the clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finger clip is not plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not find your pulse. A warm hand helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pressure got too high, so the cuff let go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cuff sits too loosely, or lets air out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cuff&apos;s sensor does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cuff did not let its air out right. Please take it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cuff lets air out. Please put it on again, snugly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cuff&apos;s pump does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cuff reported a fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cuff gave a result that can&apos;t be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measurement took too long, so we stopped it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your arm needs a rest. Please wait ten minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pressure got too high, so we stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station had to start again. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the station stopped. It is starting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reading was not good enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This visit has become too long for the station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value kept changing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Little blood flows in the finger. Warm your hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Movement disturbed the reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finger was not in the clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pulse was hard to find.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signal was weak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This clip is less exact at such low values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value can&apos;t be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is unusual. It should be measured again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest before was short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You did not rest before. It may be too high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip and cuff counted different pulses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The readings differ from each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pulse was not even.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is from one reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device reported a fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very low. Somebody should check you now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low. Talk to a provider about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little low. Ask the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the usual range for adults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little high. Ask the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High. Talk to a provider about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very high. Somebody should check you now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider will tell you what this means for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured well. Don&apos;t rely on this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oxygen (SpO2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can care for yourself at home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please go and see somebody in person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please come back for a check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beats a minute</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
