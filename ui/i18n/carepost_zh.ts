<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BottomBar</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Call</name>
    <message>
        <source>The provider asks: may we measure your oxygen?</source>
        <translation>医生问：我们可以测您的血氧吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we measure your blood pressure?</source>
        <translation>医生问：我们可以量您的血压吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we take your temperature?</source>
        <translation>医生问：我们可以量您的体温吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we weigh you?</source>
        <translation>医生问：我们可以给您称体重吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we measure your blood sugar?</source>
        <translation>医生问：我们可以测您的血糖吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we measure your heart rate?</source>
        <translation>医生问：我们可以测您的心率吗？</translation>
    </message>
    <message>
        <source>The provider asks the staff here to count your breaths. Is that all right?</source>
        <translation>医生请这里的工作人员数您的呼吸。可以吗？</translation>
    </message>
    <message>
        <source>The provider asks the staff here how awake you are. Is that all right?</source>
        <translation>医生问这里的工作人员您有多清醒。可以吗？</translation>
    </message>
    <message>
        <source>The provider asks the staff here if you get oxygen. Is that all right?</source>
        <translation>医生问这里的工作人员您是否在吸氧。可以吗？</translation>
    </message>
    <message>
        <source>The provider asks the staff here about your pain. Is that all right?</source>
        <translation>医生问这里的工作人员您的疼痛情况。可以吗？</translation>
    </message>
    <message>
        <source>The provider asks the staff here to measure how tall you are. Is that all right?</source>
        <translation>医生请这里的工作人员量您的身高。可以吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your skin?</source>
        <translation>医生问：我们可以给您的皮肤拍照吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your wound?</source>
        <translation>医生问：我们可以给您的伤口拍照吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your eye?</source>
        <translation>医生问：我们可以给您的眼睛拍照吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your throat?</source>
        <translation>医生问：我们可以给您的喉咙拍照吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we film your face for a short time?</source>
        <translation>医生问：我们可以给您的脸拍一小段录像吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we film your eyes for a short time?</source>
        <translation>医生问：我们可以给您的眼睛拍一小段录像吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we film your hands for a short time?</source>
        <translation>医生问：我们可以给您的手拍一小段录像吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we film how you breathe?</source>
        <translation>医生问：我们可以拍您怎样呼吸吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we film how you walk?</source>
        <translation>医生问：我们可以拍您怎样走路吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we record the sound of your heart?</source>
        <translation>医生问：我们可以录您的心音吗？</translation>
    </message>
    <message>
        <source>The provider asks: may we record the sound of your lungs?</source>
        <translation>医生问：我们可以录您的肺音吗？</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>医生</translation>
    </message>
    <message>
        <source>Your plan is ready. You see it after the call.</source>
        <translation>您的方案准备好了。通话结束后您会看到。</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>医生</translation>
    </message>
    <message>
        <source>specialist</source>
        <translation>专科医生</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>口译员</translation>
    </message>
    <message>
        <source>family or friend</source>
        <translation>家人或朋友</translation>
    </message>
    <message>
        <source>student</source>
        <translation>学生</translation>
    </message>
    <message>
        <source>writes what is said</source>
        <translation>文字记录员</translation>
    </message>
    <message>
        <source>%1 (%2) wants to join this call. Is that all right?</source>
        <translation>%1（%2）想加入这次通话。可以吗？</translation>
    </message>
    <message>
        <source>They will see and hear you. You can ask them to leave at any time.</source>
        <translation>他们会看到您、听到您。您随时可以请他们离开。</translation>
    </message>
    <message>
        <source>They see and hear you and write what is said, for you to read. You can ask them to leave.</source>
        <translation>他们会看到您、听到您，并把说的话写出来给您看。您可以请他们离开。</translation>
    </message>
    <message>
        <source>May %1 also see the pictures and hear the sounds of this visit?</source>
        <translation>%1 也可以看这次就诊的照片、听录音吗？</translation>
    </message>
    <message>
        <source>Only while this call goes on. They do not see your answers or readings.</source>
        <translation>只在这次通话期间。他们看不到您的回答和测量值。</translation>
    </message>
    <message>
        <source>%1 wrote to you.</source>
        <translation>%1 给您写了字。</translation>
    </message>
    <message>
        <source>The picture starts again. Please stay.</source>
        <translation>画面正在重新开始。请稍等。</translation>
    </message>
    <message>
        <source>We could not make sure who is on the line, so we stopped. Please end the call.</source>
        <translation>我们无法确定对方是谁，所以停止了。请结束通话。</translation>
    </message>
    <message>
        <source>The call starts.</source>
        <translation>通话开始。</translation>
    </message>
    <message>
        <source>The connection broke. We are calling again. You can write, or end the call.</source>
        <translation>连接断了。我们正在重新呼叫。您可以写字，或结束通话。</translation>
    </message>
    <message>
        <source>The line to the center is down. You can go on talking.</source>
        <translation>与中心的线路断了。您可以继续说话。</translation>
    </message>
    <message>
        <source>The line is weak. The picture is smaller now.</source>
        <translation>线路弱。画面现在变小了。</translation>
    </message>
    <message>
        <source>The line is weak. The picture moves less now.</source>
        <translation>线路弱。画面现在动得少了。</translation>
    </message>
    <message>
        <source>The line is weak. The picture stands still. You can go on talking.</source>
        <translation>线路弱。画面不动了。您可以继续说话。</translation>
    </message>
    <message>
        <source>The line is too weak for pictures. You can go on talking.</source>
        <translation>线路太弱，没有画面。您可以继续说话。</translation>
    </message>
    <message>
        <source>The line is too weak for sound. Please write to each other.</source>
        <translation>线路太弱，没有声音。请互相写字。</translation>
    </message>
    <message>
        <source>The line is weak. They see you smaller now.</source>
        <translation>线路弱。对方看到的您变小了。</translation>
    </message>
    <message>
        <source>The line is weak. They see you move less now.</source>
        <translation>线路弱。对方看到的您动得少了。</translation>
    </message>
    <message>
        <source>The line is weak. They see a still picture of you. They hear you.</source>
        <translation>线路弱。对方看到的是您的静止画面，但能听到您。</translation>
    </message>
    <message>
        <source>The line is too weak for your picture. They hear you.</source>
        <translation>线路太弱，没有您的画面，但对方能听到您。</translation>
    </message>
    <message>
        <source>The line is too weak for your voice. Please write to them.</source>
        <translation>线路太弱，传不了您的声音。请写字给对方。</translation>
    </message>
</context>
<context>
    <name>CallCaptions</name>
    <message>
        <source>Read what was said before</source>
        <translation>看前面说过的话</translation>
    </message>
    <message>
        <source>On to what is said now</source>
        <translation>看现在说的话</translation>
    </message>
</context>
<context>
    <name>CallCards</name>
    <message>
        <source>Quieter</source>
        <translation>小声</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>大声</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Ask %1 to leave the call?</source>
        <translation>请 %1 离开通话吗？</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>可以</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not reliable</source>
        <translation>不可靠</translation>
    </message>
    <message>
        <source>My answers</source>
        <translation>我的回答</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>CallPictures</name>
    <message>
        <source>The picture comes in a moment.</source>
        <translation>画面马上就来。</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 和另外 %2 人</translation>
    </message>
    <message>
        <source>Ask %1 to leave</source>
        <translation>请 %1 离开</translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>%1 is writing</source>
        <translation>%1 正在写</translation>
    </message>
    <message>
        <source>Write to the provider. They see each letter as you type.</source>
        <translation>写给医生。您打的每个字对方都能看到。</translation>
    </message>
    <message>
        <source>Write to the provider</source>
        <translation>写给医生</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
</context>
<context>
    <name>CallTools</name>
    <message>
        <source>not reliable</source>
        <translation>不可靠</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Speak again</source>
        <translation>恢复声音</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>关摄像头</translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation>开摄像头</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>My answers</source>
        <translation>我的回答</translation>
    </message>
    <message>
        <source>Close text</source>
        <translation>关闭文字</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写字</translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation>叫人来</translation>
    </message>
    <message>
        <source>End call</source>
        <translation>结束通话</translation>
    </message>
</context>
<context>
    <name>CameraLight</name>
    <message>
        <source>Camera and microphone are on</source>
        <translation>摄像头和麦克风已打开</translation>
    </message>
    <message>
        <source>The camera is on</source>
        <translation>摄像头已打开</translation>
    </message>
    <message>
        <source>The microphone is on</source>
        <translation>麦克风已打开</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Please wipe the station for the next person.</source>
        <translation>请为下一位擦干净设备。</translation>
    </message>
    <message>
        <source>Use a wipe. Do all three.</source>
        <translation>用消毒湿巾。三样都要擦。</translation>
    </message>
    <message>
        <source>1. The cuff</source>
        <translation>1. 袖带</translation>
    </message>
    <message>
        <source>2. The finger clip</source>
        <translation>2. 指夹</translation>
    </message>
    <message>
        <source>3. This screen</source>
        <translation>3. 这个屏幕</translation>
    </message>
    <message>
        <source>Need help now? Touch here.</source>
        <translation>现在需要帮助？请触摸这里。</translation>
    </message>
    <message>
        <source>Yes, I need help now</source>
        <translation>是，我现在需要帮助</translation>
    </message>
    <message>
        <source>In an emergency call %1.</source>
        <translation>紧急情况请拨打 %1。</translation>
    </message>
    <message>
        <source>Touch is off, so that you can wipe: %1 s</source>
        <translation>触摸已关闭，方便您擦拭：%1 秒</translation>
    </message>
    <message>
        <source>It is clean</source>
        <translation>已擦干净</translation>
    </message>
    <message>
        <source>There are no wipes</source>
        <translation>没有湿巾</translation>
    </message>
</context>
<context>
    <name>Count</name>
    <message>
        <source>Count again</source>
        <translation>重新数</translation>
    </message>
    <message>
        <source>Breath</source>
        <translation>呼吸</translation>
    </message>
</context>
<context>
    <name>CuffMeasure</name>
    <message>
        <source>Reading %1</source>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>The last reading: %1</source>
        <translation>上次的读数：%1</translation>
    </message>
    <message>
        <source>mmHg in the cuff</source>
        <translation>袖带压力 mmHg</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>To stop the cuff, press its own button again.</source>
        <translation>要停止袖带，请再按一下它自己的按钮。</translation>
    </message>
</context>
<context>
    <name>Device</name>
    <message>
        <source>Skip this measurement</source>
        <translation>跳过这项测量</translation>
    </message>
</context>
<context>
    <name>Emergency</name>
    <message>
        <source>A provider has seen your alarm at %1.</source>
        <translation>医生在 %1 看到了您的警报。</translation>
    </message>
    <message>
        <source>A person here has seen your alarm at %1.</source>
        <translation>这里有人在 %1 看到了您的警报。</translation>
    </message>
    <message>
        <source>Somebody has seen your alarm at %1.</source>
        <translation>有人在 %1 看到了您的警报。</translation>
    </message>
    <message>
        <source>Alarm sent %1 min ago. No answer yet.</source>
        <translation>警报 %1 分钟前已发出。还没有人回应。</translation>
    </message>
    <message>
        <source>Alarm raised %1 min ago. It has not reached anybody yet.</source>
        <translation>警报 %1 分钟前已响起。还没有送到任何人。</translation>
    </message>
    <message>
        <source>We are asking for a provider.</source>
        <translation>我们正在找医生。</translation>
    </message>
    <message>
        <source>No provider can answer right now.</source>
        <translation>现在没有医生能接。</translation>
    </message>
    <message>
        <source>We can&apos;t reach a provider: there is no connection.</source>
        <translation>我们联系不上医生：没有连接。</translation>
    </message>
    <message>
        <source>Talk to a provider now</source>
        <translation>现在和医生通话</translation>
    </message>
    <message>
        <source>Go on with the visit</source>
        <translation>继续就诊</translation>
    </message>
    <message>
        <source>I touched that by mistake</source>
        <translation>我不小心碰到的</translation>
    </message>
    <message>
        <source>You are not alone.</source>
        <translation>您不是一个人。</translation>
    </message>
    <message>
        <source>This may be an emergency.</source>
        <translation>这可能是紧急情况。</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>拨打 %1</translation>
    </message>
    <message>
        <source>You are at: %1</source>
        <translation>您在：%1</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>其他语言</translation>
    </message>
    <message>
        <source>Size of the letters: %1 of %2</source>
        <translation>字的大小：%1 / %2</translation>
    </message>
    <message>
        <source>Strong contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Volume: %1 of %2</source>
        <translation>音量：%1 / %2</translation>
    </message>
    <message>
        <source>Volume and voice: %1 of %2</source>
        <translation>音量和语音：%1 / %2</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave: end your visit</source>
        <translation>离开：结束就诊</translation>
    </message>
    <message>
        <source>Sign out: end your round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>小声</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>大声</translation>
    </message>
    <message>
        <source>Read the screen aloud</source>
        <translation>朗读屏幕</translation>
    </message>
    <message>
        <source>Hide the screen while it reads</source>
        <translation>朗读时隐藏屏幕</translation>
    </message>
    <message>
        <source>Let nothing move</source>
        <translation>不要动画</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>We are saving your answers.</source>
        <translation>我们正在保存您的回答。</translation>
    </message>
    <message>
        <source>We could not save everything yet. We keep trying.</source>
        <translation>还没有全部保存。我们会继续试。</translation>
    </message>
    <message>
        <source>The station&apos;s memory is full. Please get a person. Measuring still works.</source>
        <translation>设备的存储已满。请叫人来。测量仍然可以。</translation>
    </message>
    <message>
        <source>They are saved here, locked. A part must be fetched by a person.</source>
        <translation>已加锁保存在这里。有一部分要有人来取。</translation>
    </message>
    <message>
        <source>They are saved here, locked, and will be sent.</source>
        <translation>已加锁保存在这里，之后会发送。</translation>
    </message>
    <message>
        <source>They are saved and sent.</source>
        <translation>已保存并发送。</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>大写字母</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>数字和符号</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>Letters of another language</source>
        <translation>其他语言的字母</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>A thermometer under the tongue, lips closed</source>
        <translation>体温计放在舌下，嘴唇闭上</translation>
    </message>
    <message>
        <source>A thermometer in the armpit, the arm pressed down</source>
        <translation>体温计放在腋下，手臂夹紧</translation>
    </message>
    <message>
        <source>A thermometer in the ear</source>
        <translation>体温计放在耳朵里</translation>
    </message>
    <message>
        <source>A thermometer held before the forehead</source>
        <translation>体温计对着额头</translation>
    </message>
    <message>
        <source>A thermometer with its display</source>
        <translation>带显示屏的体温计</translation>
    </message>
    <message>
        <source>Put the thermometer under your tongue.</source>
        <translation>把体温计放在舌下。</translation>
    </message>
    <message>
        <source>Put the thermometer in your armpit.</source>
        <translation>把体温计放在腋下。</translation>
    </message>
    <message>
        <source>Put the thermometer in your ear.</source>
        <translation>把体温计放进耳朵。</translation>
    </message>
    <message>
        <source>Hold the thermometer to your forehead.</source>
        <translation>把体温计对着额头。</translation>
    </message>
    <message>
        <source>Oxygen</source>
        <translation>血氧</translation>
    </message>
    <message>
        <source>Put one finger into the clip.</source>
        <translation>把一根手指放进夹子。</translation>
    </message>
    <message>
        <source>Use a warm hand. Nail polish makes it less exact.</source>
        <translation>手要暖。指甲油会让结果不准。</translation>
    </message>
    <message>
        <source>Rest your hand on the table and keep still.</source>
        <translation>手放在桌上，不要动。</translation>
    </message>
    <message>
        <source>It shines light through your finger and does not hurt.</source>
        <translation>它用光照手指，不疼。</translation>
    </message>
    <message>
        <source>A finger in the clip, nail up</source>
        <translation>手指放在夹子里，指甲朝上</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>血压</translation>
    </message>
    <message>
        <source>A cuff on the upper arm, the tube pointing down</source>
        <translation>袖带绑在上臂，管子朝下</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>Take the thermometer.</source>
        <translation>拿起体温计。</translation>
    </message>
    <message>
        <source>Put a new cover on it first, if it has one.</source>
        <translation>如果有套子，先换一个新的。</translation>
    </message>
    <message>
        <source>Hot or cold drinks change the number. Wait 15 minutes after one.</source>
        <translation>冷热饮料会影响结果。喝完请等 15 分钟。</translation>
    </message>
    <message>
        <source>It tells us if you have a fever.</source>
        <translation>它告诉我们您是否发烧。</translation>
    </message>
    <message>
        <source>Measure now. Wait until it beeps.</source>
        <translation>现在测。等到它响。</translation>
    </message>
    <message>
        <source>Very good. Keep still.</source>
        <translation>很好。请不要动。</translation>
    </message>
    <message>
        <source>Please keep still. Don&apos;t talk.</source>
        <translation>请不要动。不要说话。</translation>
    </message>
    <message>
        <source>Done. You can put the thermometer back.</source>
        <translation>好了。请把体温计放回去。</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>体重</translation>
    </message>
    <message>
        <source>Can you stand safely on your own?</source>
        <translation>您能自己站稳吗？</translation>
    </message>
    <message>
        <source>Take off your shoes and your coat. Empty your pockets.</source>
        <translation>脱掉鞋和外衣。掏空口袋。</translation>
    </message>
    <message>
        <source>Then touch Start, and step on the scale.</source>
        <translation>然后触摸“开始”，站到秤上。</translation>
    </message>
    <message>
        <source>Your weight shows if your body holds water.</source>
        <translation>体重能看出身体是否积水。</translation>
    </message>
    <message>
        <source>A person standing still on a scale, without shoes</source>
        <translation>一个人不穿鞋，站在秤上不动</translation>
    </message>
    <message>
        <source>Please step on the scale now.</source>
        <translation>现在请站到秤上。</translation>
    </message>
    <message>
        <source>Please stand in the middle of the scale.</source>
        <translation>请站在秤的中间。</translation>
    </message>
    <message>
        <source>Please stand still.</source>
        <translation>请站着不动。</translation>
    </message>
    <message>
        <source>Very good. Stand still.</source>
        <translation>很好。站着别动。</translation>
    </message>
    <message>
        <source>Done. You can step off. Hold on if you need to.</source>
        <translation>好了。您可以下来。需要时请扶着。</translation>
    </message>
    <message>
        <source>Nobody on the scale</source>
        <translation>秤上没有人</translation>
    </message>
    <message>
        <source>No, I can&apos;t stand safely</source>
        <translation>不，我站不稳</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <translation>血糖</translation>
    </message>
    <message>
        <source>Wash your hands and dry them well.</source>
        <translation>把手洗净擦干。</translation>
    </message>
    <message>
        <source>Take a new needle. Never use one that somebody has used.</source>
        <translation>用新的针。绝不要用别人用过的针。</translation>
    </message>
    <message>
        <source>Put a new test strip into the meter.</source>
        <translation>把新试纸插进血糖仪。</translation>
    </message>
    <message>
        <source>You can ask a person to do this for you.</source>
        <translation>您可以请人帮您做。</translation>
    </message>
    <message>
        <source>One small drop of blood shows how much sugar is in it.</source>
        <translation>一小滴血就能看出里面有多少糖。</translation>
    </message>
    <message>
        <source>A drop of blood on a fingertip, and a meter with a strip</source>
        <translation>指尖上的一滴血，和插着试纸的血糖仪</translation>
    </message>
    <message>
        <source>Prick the side of a fingertip. Touch the drop with the strip.</source>
        <translation>扎指尖的侧面。用试纸碰血滴。</translation>
    </message>
    <message>
        <source>Very good. The meter is working.</source>
        <translation>很好。仪器正在测。</translation>
    </message>
    <message>
        <source>Done. Put the needle in the sharps box.</source>
        <translation>好了。把针放进利器盒。</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>心率</translation>
    </message>
    <message>
        <source>Put the strap around your chest, on your skin.</source>
        <translation>把带子绑在胸口，贴着皮肤。</translation>
    </message>
    <message>
        <source>Wet the two pads a little. The sensor goes in the middle.</source>
        <translation>把两块垫子弄湿一点。传感器在中间。</translation>
    </message>
    <message>
        <source>Then sit still and breathe calmly.</source>
        <translation>然后坐着不动，平静呼吸。</translation>
    </message>
    <message>
        <source>It feels the beat of your heart. It does not hurt.</source>
        <translation>它感觉您的心跳。不疼。</translation>
    </message>
    <message>
        <source>A strap around the chest, the sensor in the middle</source>
        <translation>带子绑在胸口，传感器在中间</translation>
    </message>
    <message>
        <source>Please press the strap to your skin.</source>
        <translation>请把带子按紧贴住皮肤。</translation>
    </message>
    <message>
        <source>Please sit still and breathe calmly.</source>
        <translation>请坐着不动，平静呼吸。</translation>
    </message>
    <message>
        <source>Please sit still and don&apos;t talk.</source>
        <translation>请坐着不动，不要说话。</translation>
    </message>
    <message>
        <source>Please measure with the device now.</source>
        <translation>现在请用仪器测。</translation>
    </message>
    <message>
        <source>Done. You can take the strap off.</source>
        <translation>好了。您可以取下带子。</translation>
    </message>
    <message>
        <source>No heartbeat found</source>
        <translation>没有找到心跳</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>The screen is hidden. Touch here to show it.</source>
        <translation>屏幕已隐藏。触摸这里显示。</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>No finger</source>
        <translation>没有手指</translation>
    </message>
    <message>
        <source>Looking for your pulse</source>
        <translation>正在找脉搏</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>不要动</translation>
    </message>
    <message>
        <source>Waiting for the device</source>
        <translation>正在等仪器</translation>
    </message>
    <message>
        <source>Good signal</source>
        <translation>信号好</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>好了</translation>
    </message>
    <message>
        <source>The cuff starts</source>
        <translation>袖带开始</translation>
    </message>
    <message>
        <source>The cuff gets tight</source>
        <translation>袖带变紧</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在测</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Please measure with the clip now.</source>
        <translation>现在请用夹子测。</translation>
    </message>
    <message>
        <source>To stop the cuff, press its own button again.</source>
        <translation>要停止袖带，请再按一下它自己的按钮。</translation>
    </message>
    <message>
        <source>To stop the cuff at any time, touch STOP or press any key.</source>
        <translation>随时可以停止袖带：触摸“停止”或按任意键。</translation>
    </message>
    <message>
        <source>Two readings were far apart. One more makes it sure.</source>
        <translation>两次读数差得远。再测一次更可靠。</translation>
    </message>
    <message>
        <source>Your pulse was not even. One more makes it sure.</source>
        <translation>您的脉搏不齐。再测一次更可靠。</translation>
    </message>
    <message>
        <source>This reading is unusual. We measure again, to be sure.</source>
        <translation>这个读数不寻常。我们再测一次，确认一下。</translation>
    </message>
    <message>
        <source>One reading can be off. We take %1 and work out the average.</source>
        <translation>一次可能不准。我们测 %1 次，取平均。</translation>
    </message>
    <message>
        <source>Press the start button on the cuff. Then keep still.</source>
        <translation>按袖带上的开始按钮。然后不要动。</translation>
    </message>
    <message>
        <source>Put your finger into the clip.</source>
        <translation>把手指放进夹子。</translation>
    </message>
    <message>
        <source>Keep your hand still on the table.</source>
        <translation>手放在桌上别动。</translation>
    </message>
    <message>
        <source>Please hold your hand still.</source>
        <translation>请手不要动。</translation>
    </message>
    <message>
        <source>Very good. Keep still.</source>
        <translation>很好。请不要动。</translation>
    </message>
    <message>
        <source>You can take your finger out.</source>
        <translation>您可以拿出手指了。</translation>
    </message>
    <message>
        <source>The finger clip is not connected.</source>
        <translation>指夹没有连接。</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>没有仪器</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>还剩 %1 秒</translation>
    </message>
    <message>
        <source>Stay as you are. We measure again in a moment.</source>
        <translation>请保持不动。我们马上再测一次。</translation>
    </message>
    <message>
        <source>Rest quietly. Don&apos;t talk.</source>
        <translation>安静休息。不要说话。</translation>
    </message>
    <message>
        <source>Keep still. Don&apos;t talk. It gets tight for a moment.</source>
        <translation>不要动。不要说话。它会紧一会儿。</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>The center answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line to the center stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UDP gets out and back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay works by UDP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay works by TCP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay works by TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line to the center does not stay open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UDP does not get out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay does not work by UDP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay does not work by TCP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay does not work by TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name can&apos;t be looked up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing comes back. A firewall may block it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is turned away. A firewall may block it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else answers in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not take our pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers, but carries nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not know this station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center names no relay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls work well from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls work from here, but may stutter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls may not work from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center can&apos;t be reached. Calls don&apos;t work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask IT to let the station out to this place: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask IT to let WebSockets through to this place: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask IT not to open the TLS to these places: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask IT to let one of these out. The first is best: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask IT to let UDP out to this place. Calls get better: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask IT to have these names looked up: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the people of the center. Their relay fails: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the network again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is being tested. This takes half a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network test could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Open the cuff by hand now.</source>
        <translation>现在请用手打开袖带。</translation>
    </message>
    <message>
        <source>It does not let its air out by itself.</source>
        <translation>它不会自己放气。</translation>
    </message>
    <message>
        <source>Pull the strap open, or pull the hose out. Then take it off.</source>
        <translation>拉开带子，或拔掉管子。然后取下来。</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>请稍等。</translation>
    </message>
    <message>
        <source>A part of the station starts again. Nothing is lost.</source>
        <translation>设备的一部分正在重新启动。什么都没丢。</translation>
    </message>
    <message>
        <source>I&apos;m still here</source>
        <translation>我还在</translation>
    </message>
    <message>
        <source>Leave and erase</source>
        <translation>离开并清除</translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation>叫人来</translation>
    </message>
    <message>
        <source>Leave a phone number first</source>
        <translation>先留电话号码</translation>
    </message>
    <message>
        <source>Are you still here?</source>
        <translation>您还在吗？</translation>
    </message>
    <message>
        <source>Do you want to sign out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that was measured is kept. This screen will forget it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an answer we sign you out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you want to leave?</source>
        <translation>您要离开吗？</translation>
    </message>
    <message>
        <source>Your answers are locked and kept. This screen will forget you.</source>
        <translation>您的回答已加锁保存。这个屏幕会忘记您。</translation>
    </message>
    <message>
        <source>Without an answer we end your visit.</source>
        <translation>没有回应，我们就结束您的就诊。</translation>
    </message>
    <message>
        <source>Somebody should look at you first. Nobody has seen this yet.</source>
        <translation>应该先有人看看您。还没有人看到这个。</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 秒</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>We are calling a person here. Nobody has answered yet.</source>
        <translation>我们正在叫这里的人。还没有人回应。</translation>
    </message>
    <message>
        <source>The center was told. Nobody has answered yet.</source>
        <translation>已通知中心。还没有人回应。</translation>
    </message>
    <message>
        <source>We can&apos;t reach the center now. Please call out to a person.</source>
        <translation>现在联系不上中心。请大声叫人。</translation>
    </message>
    <message>
        <source>We are telling the center.</source>
        <translation>我们正在通知中心。</translation>
    </message>
    <message>
        <source>A person here has answered.</source>
        <translation>这里有人回应了。</translation>
    </message>
    <message>
        <source>A person at the center has seen this at %1.</source>
        <translation>中心有人在 %1 看到了。</translation>
    </message>
    <message>
        <source>Phone of this place: %1</source>
        <translation>这里的电话：%1</translation>
    </message>
    <message>
        <source>If nobody comes, we tell the center in:</source>
        <translation>如果没人来，我们通知中心，还有：</translation>
    </message>
    <message>
        <source>You asked for a person.</source>
        <translation>您叫了人。</translation>
    </message>
    <message>
        <source>Go on meanwhile</source>
        <translation>先继续</translation>
    </message>
    <message>
        <source>This is an emergency</source>
        <translation>这是紧急情况</translation>
    </message>
</context>
<context>
    <name>Oximeter</name>
    <message>
        <source>Oxygen (SpO2)</source>
        <translation>血氧（SpO2）</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>脉搏</translation>
    </message>
    <message>
        <source>beats a minute</source>
        <translation>次/分钟</translation>
    </message>
    <message>
        <source>Skip this measurement</source>
        <translation>跳过这项测量</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Skip this measurement</source>
        <translation>跳过这项测量</translation>
    </message>
    <message>
        <source>Before we start: is this all right with you?</source>
        <translation>开始之前：您同意这些吗？</translation>
    </message>
    <message>
        <source>We ask questions and measure. A provider may see your answers.</source>
        <translation>我们提问并测量。医生可能会看您的回答。</translation>
    </message>
    <message>
        <source>What you say is locked at once. This station can&apos;t read it later.</source>
        <translation>您说的马上加锁。之后这台设备读不出来。</translation>
    </message>
    <message>
        <source>When you finish, this screen forgets you.</source>
        <translation>您结束后，这个屏幕会忘记您。</translation>
    </message>
    <message>
        <source>The camera stays off until you say yes. Nothing is recorded.</source>
        <translation>您同意之前摄像头一直关着。什么都不录。</translation>
    </message>
    <message>
        <source>You may stop at any time. This is not for emergencies: call %1.</source>
        <translation>您随时可以停止。这里不处理急症：请拨打 %1。</translation>
    </message>
    <message>
        <source>So that nobody else can see your earlier visits.</source>
        <translation>这样别人看不到您以前的就诊。</translation>
    </message>
    <message>
        <source>No, I don&apos;t agree</source>
        <translation>不，我不同意</translation>
    </message>
    <message>
        <source>That is your right.</source>
        <translation>这是您的权利。</translation>
    </message>
    <message>
        <source>We can&apos;t go on without your yes. A person here can still help you.</source>
        <translation>没有您的同意我们不能继续。这里的人仍然可以帮您。</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>再读一遍</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>您叫什么名字？</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>How old are you?</source>
        <translation>您多大年纪？</translation>
    </message>
    <message>
        <source>What a number means depends on your age.</source>
        <translation>数字的意义与年龄有关。</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>岁</translation>
    </message>
    <message>
        <source>I don&apos;t know</source>
        <translation>我不知道</translation>
    </message>
    <message>
        <source>I&apos;d rather not say</source>
        <translation>我不想说</translation>
    </message>
    <message>
        <source>When were you born?</source>
        <translation>您是哪天出生的？</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都没有</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>您的回答</translation>
    </message>
    <message>
        <source>Left arm</source>
        <translation>左臂</translation>
    </message>
    <message>
        <source>Right arm</source>
        <translation>右臂</translation>
    </message>
    <message>
        <source>None of them fits</source>
        <translation>都不合适</translation>
    </message>
    <message>
        <source>Which arm, and which cuff fits?</source>
        <translation>哪只手臂，哪个袖带合适？</translation>
    </message>
    <message>
        <source>Cuff size</source>
        <translation>袖带大小</translation>
    </message>
    <message>
        <source>The value is unusual. We measure once more, to be sure.</source>
        <translation>这个值不寻常。我们再测一次，确认一下。</translation>
    </message>
    <message>
        <source>Please rest until then: %1</source>
        <translation>请休息到：%1</translation>
    </message>
    <message>
        <source>I don&apos;t want it</source>
        <translation>我不想做</translation>
    </message>
    <message>
        <source>It hurts</source>
        <translation>疼</translation>
    </message>
    <message>
        <source>I can&apos;t do it</source>
        <translation>我做不了</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>%1 to %2 cm (%3 to %4 inches) around the arm</source>
        <translation>臂围 %1 到 %2 厘米（%3 到 %4 英寸）</translation>
    </message>
    <message>
        <source>A cuff that is too small or too big shows a wrong number.</source>
        <translation>袖带太小或太大，数字会不对。</translation>
    </message>
    <message>
        <source>A tape around the middle of the upper arm shows which cuff fits</source>
        <translation>用软尺量上臂中间，看哪个袖带合适</translation>
    </message>
    <message>
        <source>Why do you want to skip this?</source>
        <translation>您为什么想跳过？</translation>
    </message>
    <message>
        <source>We tell the provider. You can go on all the same.</source>
        <translation>我们会告诉医生。您照样可以继续。</translation>
    </message>
    <message>
        <source>Sit back. Put the cuff on your left upper arm.</source>
        <translation>靠着坐好。把袖带绑在左上臂。</translation>
    </message>
    <message>
        <source>Sit back. Put the cuff on your right upper arm.</source>
        <translation>靠着坐好。把袖带绑在右上臂。</translation>
    </message>
    <message>
        <source>Bare arm, tube pointing down, snug.</source>
        <translation>手臂裸露，管子朝下，松紧合适。</translation>
    </message>
    <message>
        <source>Feet flat, legs not crossed, arm on the table.</source>
        <translation>双脚放平，不要翘腿，手臂放桌上。</translation>
    </message>
    <message>
        <source>Don&apos;t talk and don&apos;t move while it measures.</source>
        <translation>测量时不要说话，不要动。</translation>
    </message>
    <message>
        <source>A person sitting with back and arm supported, feet flat</source>
        <translation>一个人坐着，背和手臂有支撑，双脚放平</translation>
    </message>
    <message>
        <source>Your answers are kept.</source>
        <translation>您的回答会保留。</translation>
    </message>
    <message>
        <source>We can&apos;t measure this well. Somebody should check you now.</source>
        <translation>我们测不好。现在应该有人看看您。</translation>
    </message>
    <message>
        <source>We have asked for a person. You can go on.</source>
        <translation>我们已经叫人了。您可以继续。</translation>
    </message>
    <message>
        <source>It goes on by itself when the device is back. Or skip it.</source>
        <translation>仪器恢复后会自动继续。或者跳过。</translation>
    </message>
    <message>
        <source>You can try once more.</source>
        <translation>您可以再试一次。</translation>
    </message>
    <message>
        <source>We have told the staff.</source>
        <translation>我们已告诉工作人员。</translation>
    </message>
    <message>
        <source>For staff: enter it by hand</source>
        <translation>工作人员：手工输入</translation>
    </message>
    <message>
        <source>Somebody should look at this now.</source>
        <translation>现在应该有人看看这个。</translation>
    </message>
    <message>
        <source>We have no connection now. We will say so if nobody can be reached.</source>
        <translation>现在没有连接。如果联系不上任何人，我们会告诉您。</translation>
    </message>
    <message>
        <source>Do you want to talk to a provider now?</source>
        <translation>您现在想和医生通话吗？</translation>
    </message>
    <message>
        <source>They see your answers and your readings.</source>
        <translation>他们会看到您的回答和读数。</translation>
    </message>
    <message>
        <source>The camera goes on only if you say yes. Nothing is recorded.</source>
        <translation>您同意后摄像头才打开。什么都不录。</translation>
    </message>
    <message>
        <source>Yes, without camera</source>
        <translation>是，不用摄像头</translation>
    </message>
    <message>
        <source>No, not now</source>
        <translation>不，先不要</translation>
    </message>
    <message>
        <source>Somebody has answered. The call starts.</source>
        <translation>有人接了。通话开始。</translation>
    </message>
    <message>
        <source>You are next.</source>
        <translation>下一位就是您。</translation>
    </message>
    <message>
        <source>People before you: %1</source>
        <translation>您前面的人数：%1</translation>
    </message>
    <message>
        <source>We have no connection. We keep trying.</source>
        <translation>没有连接。我们会继续试。</translation>
    </message>
    <message>
        <source>No provider is there right now. We keep asking.</source>
        <translation>现在没有医生。我们会继续找。</translation>
    </message>
    <message>
        <source>We are asking for a provider.</source>
        <translation>我们正在找医生。</translation>
    </message>
    <message>
        <source>It should not take long.</source>
        <translation>应该不会很久。</translation>
    </message>
    <message>
        <source>About %1 min.</source>
        <translation>大约 %1 分钟。</translation>
    </message>
    <message>
        <source>Nobody has seen your answers yet.</source>
        <translation>还没有人看您的回答。</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>不等了</translation>
    </message>
    <message>
        <source>Measure while you wait</source>
        <translation>等的时候测量</translation>
    </message>
    <message>
        <source>Please wait for a provider.</source>
        <translation>请等医生。</translation>
    </message>
    <message>
        <source>We can&apos;t reach a provider: there is no connection.</source>
        <translation>我们联系不上医生：没有连接。</translation>
    </message>
    <message>
        <source>No provider can answer right now.</source>
        <translation>现在没有医生能接。</translation>
    </message>
    <message>
        <source>Please call me back</source>
        <translation>请给我回电话</translation>
    </message>
    <message>
        <source>I&apos;ll wait here</source>
        <translation>我在这里等</translation>
    </message>
    <message>
        <source>Leave my answers for later</source>
        <translation>留下我的回答，以后看</translation>
    </message>
    <message>
        <source>If nobody answers in %1 min, we show you other ways.</source>
        <translation>如果 %1 分钟内没人接，我们给您别的办法。</translation>
    </message>
    <message>
        <source>We are sorry. Nobody has answered in time.</source>
        <translation>对不起。没有人及时接。</translation>
    </message>
    <message>
        <source>The call broke off. We are sorry.</source>
        <translation>通话断了。对不起。</translation>
    </message>
    <message>
        <source>How do you want to go on?</source>
        <translation>您想怎样继续？</translation>
    </message>
    <message>
        <source>Somebody should look at you now.</source>
        <translation>现在应该有人看看您。</translation>
    </message>
    <message>
        <source>A provider has seen your answers. You have no plan yet.</source>
        <translation>医生看过您的回答。您还没有方案。</translation>
    </message>
    <message>
        <source>Show me places to go</source>
        <translation>告诉我可以去哪里</translation>
    </message>
    <message>
        <source>Ask a person here</source>
        <translation>问这里的人</translation>
    </message>
    <message>
        <source>Which number may we call?</source>
        <translation>我们可以打哪个号码？</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>不用它，继续</translation>
    </message>
    <message>
        <source>We are sending a code to the phone that ends in %1.</source>
        <translation>我们正在把验证码发到尾号 %1 的手机。</translation>
    </message>
    <message>
        <source>We are looking at your code.</source>
        <translation>我们正在核对验证码。</translation>
    </message>
    <message>
        <source>We sent a code to the phone that ends in %1. It works for 10 minutes.</source>
        <translation>验证码已发到尾号 %1 的手机。10 分钟内有效。</translation>
    </message>
    <message>
        <source>The code is right.</source>
        <translation>验证码正确。</translation>
    </message>
    <message>
        <source>We can&apos;t send a code now. You can go on without it.</source>
        <translation>现在发不了验证码。您可以不用它继续。</translation>
    </message>
    <message>
        <source>This code is not right. Please look at it again.</source>
        <translation>验证码不对。请再看一下。</translation>
    </message>
    <message>
        <source>This code is too old. Please ask for a new one.</source>
        <translation>验证码过期了。请要一个新的。</translation>
    </message>
    <message>
        <source>That was too often. Please go on without it.</source>
        <translation>次数太多了。请不用它继续。</translation>
    </message>
    <message>
        <source>Type my name</source>
        <translation>输入我的名字</translation>
    </message>
    <message>
        <source>I have a Carepost card</source>
        <translation>我有 Carepost 卡</translation>
    </message>
    <message>
        <source>Use my phone number</source>
        <translation>用我的手机号码</translation>
    </message>
    <message>
        <source>Stay without a name</source>
        <translation>不留名字</translation>
    </message>
    <message>
        <source>Staff helps: on. Touch to take it back.</source>
        <translation>工作人员协助：是。触摸取消。</translation>
    </message>
    <message>
        <source>I work here and help this patient</source>
        <translation>我在这里工作，协助这位患者</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>您是谁？</translation>
    </message>
    <message>
        <source>Only a card or your phone brings back your earlier values.</source>
        <translation>只有卡或您的手机能调出以前的测量值。</translation>
    </message>
    <message>
        <source>Hold your card before the reader.</source>
        <translation>把卡放在读卡器前。</translation>
    </message>
    <message>
        <source>The square with dots must face the red light.</source>
        <translation>带点的方块要对着红光。</translation>
    </message>
    <message>
        <source>The reader does not work now.</source>
        <translation>读卡器现在不能用。</translation>
    </message>
    <message>
        <source>What is your mobile phone number?</source>
        <translation>您的手机号码是多少？</translation>
    </message>
    <message>
        <source>We send it a code, to see that it is you.</source>
        <translation>我们发一个验证码，确认是您本人。</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Send a new code</source>
        <translation>重发验证码</translation>
    </message>
    <message>
        <source>Which code came to your phone?</source>
        <translation>您手机收到的验证码是什么？</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>This takes %1 seconds at most.</source>
        <translation>最多需要 %1 秒。</translation>
    </message>
    <message>
        <source>We are looking for your earlier visits.</source>
        <translation>我们正在找您以前的就诊。</translation>
    </message>
    <message>
        <source>Are you %1?</source>
        <translation>您是 %1 吗？</translation>
    </message>
    <message>
        <source>No, that is not me</source>
        <translation>不，不是我</translation>
    </message>
    <message>
        <source>Which adult is here with you?</source>
        <translation>哪位大人陪您来的？</translation>
    </message>
    <message>
        <source>An adult must agree for you.</source>
        <translation>要由大人替您同意。</translation>
    </message>
    <message>
        <source>My mother or father</source>
        <translation>我的母亲或父亲</translation>
    </message>
    <message>
        <source>My legal guardian</source>
        <translation>我的法定监护人</translation>
    </message>
    <message>
        <source>Another adult</source>
        <translation>其他大人</translation>
    </message>
    <message>
        <source>Nobody: call a person</source>
        <translation>没有人：叫人来</translation>
    </message>
    <message>
        <source>For the adult: what is your name?</source>
        <translation>大人请填：您叫什么名字？</translation>
    </message>
    <message>
        <source>With this you agree, for the child, to what we showed before.</source>
        <translation>这表示您替孩子同意前面所示的内容。</translation>
    </message>
    <message>
        <source>Your first and last name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Your card for next time</source>
        <translation>您下次用的卡</translation>
    </message>
    <message>
        <source>Take a photo of it with your phone.</source>
        <translation>用手机拍下它。</translation>
    </message>
    <message>
        <source>Next time, hold it before the reader and tell us your birth date.</source>
        <translation>下次把它放在读卡器前，再告诉我们出生日期。</translation>
    </message>
    <message>
        <source>Your name is not on it.</source>
        <translation>上面没有您的名字。</translation>
    </message>
    <message>
        <source>A square with dots, to be scanned</source>
        <translation>带点的方块，用来扫描</translation>
    </message>
    <message>
        <source>In the morning, %1 to %2</source>
        <translation>上午，%1 到 %2</translation>
    </message>
    <message>
        <source>In the afternoon, %1 to %2</source>
        <translation>下午，%1 到 %2</translation>
    </message>
    <message>
        <source>In the evening, %1 to %2</source>
        <translation>晚上，%1 到 %2</translation>
    </message>
    <message>
        <source>As soon as you can</source>
        <translation>越快越好</translation>
    </message>
    <message>
        <source>When is a good time to call you?</source>
        <translation>什么时候给您打电话方便？</translation>
    </message>
    <message>
        <source>We call %1.</source>
        <translation>我们会打 %1。</translation>
    </message>
    <message>
        <source>A provider calls you at the time you chose.</source>
        <translation>医生会在您选的时间给您打电话。</translation>
    </message>
    <message>
        <source>There is no connection now. A provider calls you at the time you chose, once it is back.</source>
        <translation>现在没有连接。恢复后，医生会在您选的时间给您打电话。</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>You wrote to each other, or what was said was shown as text.</source>
        <translation>你们互相写过字，或说的话显示成了文字。</translation>
    </message>
    <message>
        <source>You and the provider wrote to each other.</source>
        <translation>您和医生互相写过字。</translation>
    </message>
    <message>
        <source>Do you want to keep the text of this call?</source>
        <translation>您想保留这次通话的文字吗？</translation>
    </message>
    <message>
        <source>If you say yes, it is kept with your visit. If not, we erase it.</source>
        <translation>如果同意，它和这次就诊一起保存。否则我们删除。</translation>
    </message>
    <message>
        <source>Yes, keep it</source>
        <translation>是，保留</translation>
    </message>
    <message>
        <source>No, erase it</source>
        <translation>否，删除</translation>
    </message>
    <message>
        <source>The provider is writing your plan.</source>
        <translation>医生正在写您的方案。</translation>
    </message>
    <message>
        <source>It comes on this screen in a moment. Please stay.</source>
        <translation>马上会显示在屏幕上。请稍等。</translation>
    </message>
    <message>
        <source>What do you keep of me?</source>
        <translation>你们保留我的哪些内容？</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>再打一次</translation>
    </message>
    <message>
        <source>Change my answers</source>
        <translation>修改我的回答</translation>
    </message>
    <message>
        <source>A card for next time</source>
        <translation>下次用的卡</translation>
    </message>
    <message>
        <source>As soon as we can: within %1.</source>
        <translation>尽快：在 %1 内。</translation>
    </message>
    <message>
        <source>As soon as we can: within %1 after the connection is back.</source>
        <translation>尽快：恢复连接后 %1 内。</translation>
    </message>
    <message>
        <source>A provider looks at your answers within %1.</source>
        <translation>医生会在 %1 内看您的回答。</translation>
    </message>
    <message>
        <source>There is no connection now. A provider looks at your answers within %1 once it is back.</source>
        <translation>现在没有连接。恢复后，医生会在 %1 内看您的回答。</translation>
    </message>
    <message>
        <source>A provider calls you within %1.</source>
        <translation>医生会在 %1 内给您打电话。</translation>
    </message>
    <message>
        <source>There is no connection now. A provider calls you within %1 once it is back.</source>
        <translation>现在没有连接。恢复后，医生会在 %1 内给您打电话。</translation>
    </message>
    <message>
        <source>Read it later at home</source>
        <translation>以后在家看</translation>
    </message>
    <message>
        <source>Leave without the plan</source>
        <translation>不要方案，离开</translation>
    </message>
    <message>
        <source>A provider has seen your answers.</source>
        <translation>医生看过您的回答。</translation>
    </message>
    <message>
        <source>You can go here:</source>
        <translation>您可以去这里：</translation>
    </message>
    <message>
        <source>If you get worse, call %1.</source>
        <translation>如果加重，请拨打 %1。</translation>
    </message>
    <message>
        <source>Your visit is saved.</source>
        <translation>您的就诊已保存。</translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation>带回家</translation>
    </message>
    <message>
        <source>Try to call a provider</source>
        <translation>试着呼叫医生</translation>
    </message>
    <message>
        <source>Not everything is saved yet.</source>
        <translation>还没有全部保存。</translation>
    </message>
    <message>
        <source>Please tell a person here. Your name leaves this screen now.</source>
        <translation>请告诉这里的人。您的名字现在从屏幕上消失。</translation>
    </message>
    <message>
        <source>Your visit is saved and locked.</source>
        <translation>您的就诊已加锁保存。</translation>
    </message>
    <message>
        <source>We are saving your visit.</source>
        <translation>我们正在保存您的就诊。</translation>
    </message>
    <message>
        <source>Goodbye, and take care.</source>
        <translation>再见，请保重。</translation>
    </message>
    <message>
        <source>This screen forgets you now.</source>
        <translation>这个屏幕现在忘记您。</translation>
    </message>
    <message>
        <source>Take your paper with you.</source>
        <translation>请带走您的纸。</translation>
    </message>
    <message>
        <source>If your paper does not come, we stop printing it.</source>
        <translation>如果纸没出来，我们会停止打印。</translation>
    </message>
    <message>
        <source>Your paper is coming. Please take it.</source>
        <translation>您的纸快出来了。请拿走。</translation>
    </message>
    <message>
        <source>In which year were you born?</source>
        <translation>您是哪一年出生的？</translation>
    </message>
    <message>
        <source>What is the first letter of your name?</source>
        <translation>您名字的第一个字母是什么？</translation>
    </message>
    <message>
        <source>The screen had to start again. Are you still here?</source>
        <translation>屏幕重新启动了。您还在吗？</translation>
    </message>
    <message>
        <source>Nothing was lost. You can go on where you were.</source>
        <translation>什么都没丢。您可以从刚才的地方继续。</translation>
    </message>
    <message>
        <source>I am somebody else: start over</source>
        <translation>我是别人：重新开始</translation>
    </message>
    <message>
        <source>This station can&apos;t go on right now.</source>
        <translation>这台设备现在不能继续。</translation>
    </message>
    <message>
        <source>Please ask a person here for help.</source>
        <translation>请找这里的人帮忙。</translation>
    </message>
    <message>
        <source>In an emergency call %1.</source>
        <translation>紧急情况请拨打 %1。</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>还剩 %1 秒</translation>
    </message>
    <message>
        <source>Count the breaths for one minute.</source>
        <translation>数一分钟的呼吸。</translation>
    </message>
    <message>
        <source>Touch at every breath in.</source>
        <translation>每次吸气时触摸。</translation>
    </message>
    <message>
        <source>Breaths in one minute</source>
        <translation>一分钟的呼吸次数</translation>
    </message>
    <message>
        <source>Watch the chest rise. Don&apos;t tell the patient that you count.</source>
        <translation>看胸口起伏。不要告诉患者您在数。</translation>
    </message>
    <message>
        <source>One rise and fall of the chest is one breath.</source>
        <translation>胸口一起一落是一次呼吸。</translation>
    </message>
    <message>
        <source>Breathing rate</source>
        <translation>呼吸频率</translation>
    </message>
    <message>
        <source>Alertness</source>
        <translation>清醒程度</translation>
    </message>
    <message>
        <source>Air or oxygen</source>
        <translation>空气或氧气</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>疼痛</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>血压</translation>
    </message>
    <message>
        <source>Oxygen and pulse</source>
        <translation>血氧和脉搏</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>脉搏</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>体重</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>身高</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <translation>血糖</translation>
    </message>
    <message>
        <source>Upper (mmHg)</source>
        <translation>高压（mmHg）</translation>
    </message>
    <message>
        <source>Lower (mmHg)</source>
        <translation>低压（mmHg）</translation>
    </message>
    <message>
        <source>Pulse a minute</source>
        <translation>每分钟脉搏</translation>
    </message>
    <message>
        <source>Beats a minute</source>
        <translation>每分钟心跳</translation>
    </message>
    <message>
        <source>Oxygen (%)</source>
        <translation>血氧（%）</translation>
    </message>
    <message>
        <source>In °C</source>
        <translation>用 °C</translation>
    </message>
    <message>
        <source>Or in °F</source>
        <translation>或用 °F</translation>
    </message>
    <message>
        <source>In kg</source>
        <translation>用公斤</translation>
    </message>
    <message>
        <source>Or in pounds</source>
        <translation>或用磅</translation>
    </message>
    <message>
        <source>In cm</source>
        <translation>用厘米</translation>
    </message>
    <message>
        <source>Or in inches</source>
        <translation>或用英寸</translation>
    </message>
    <message>
        <source>In mg/dL</source>
        <translation>用 mg/dL</translation>
    </message>
    <message>
        <source>Or in mmol/L</source>
        <translation>或用 mmol/L</translation>
    </message>
    <message>
        <source>In the mouth</source>
        <translation>口腔</translation>
    </message>
    <message>
        <source>Under the arm</source>
        <translation>腋下</translation>
    </message>
    <message>
        <source>In the ear</source>
        <translation>耳朵</translation>
    </message>
    <message>
        <source>On the forehead</source>
        <translation>额头</translation>
    </message>
    <message>
        <source>In the bottom</source>
        <translation>肛门</translation>
    </message>
    <message>
        <source>A: alert</source>
        <translation>A：清醒</translation>
    </message>
    <message>
        <source>C: new confusion</source>
        <translation>C：新出现的糊涂</translation>
    </message>
    <message>
        <source>V: voice</source>
        <translation>V：对声音有反应</translation>
    </message>
    <message>
        <source>P: pain</source>
        <translation>P：对疼痛有反应</translation>
    </message>
    <message>
        <source>U: unresponsive</source>
        <translation>U：没有反应</translation>
    </message>
    <message>
        <source>Oxygen</source>
        <translation>血氧</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>For staff only: who are you?</source>
        <translation>仅限工作人员：您是谁？</translation>
    </message>
    <message>
        <source>It is noted with every number you enter.</source>
        <translation>它会记在您输入的每个数字旁。</translation>
    </message>
    <message>
        <source>Your name or initials</source>
        <translation>您的姓名或缩写</translation>
    </message>
    <message>
        <source>By: %1</source>
        <translation>测量人：%1</translation>
    </message>
    <message>
        <source>What do you want to enter?</source>
        <translation>您想输入什么？</translation>
    </message>
    <message>
        <source>NEWS2 (Royal College of Physicians): %1</source>
        <translation>NEWS2（Royal College of Physicians）：%1</translation>
    </message>
    <message>
        <source>For NEWS2 we still need: %1</source>
        <translation>NEWS2 还需要：%1</translation>
    </message>
    <message>
        <source>%1: unusual. Please take it once more, to be sure.</source>
        <translation>%1：不寻常。请再测一次，确认一下。</translation>
    </message>
    <message>
        <source>Where was it measured?</source>
        <translation>在哪里测的？</translation>
    </message>
    <message>
        <source>(if known)</source>
        <translation>（如果知道）</translation>
    </message>
    <message>
        <source>How strong is the pain?</source>
        <translation>有多疼？</translation>
    </message>
    <message>
        <source>0 is no pain, 10 is the worst there is. The patient may point.</source>
        <translation>0 是不疼，10 是最疼。患者可以用手指。</translation>
    </message>
    <message>
        <source>The patient can&apos;t say or point</source>
        <translation>患者不能说也不能指</translation>
    </message>
    <message>
        <source>Which signs of pain do you see?</source>
        <translation>您看到哪些疼痛的迹象？</translation>
    </message>
    <message>
        <source>Watch for a minute, also while the patient moves.</source>
        <translation>观察一分钟，也看患者活动时。</translation>
    </message>
    <message>
        <source>How awake is the patient?</source>
        <translation>患者有多清醒？</translation>
    </message>
    <message>
        <source>Does the patient get oxygen now?</source>
        <translation>患者现在吸氧吗？</translation>
    </message>
    <message>
        <source>Pictures: %1</source>
        <translation>照片：%1</translation>
    </message>
    <message>
        <source>Films: %1</source>
        <translation>录像：%1</translation>
    </message>
    <message>
        <source>Sounds: %1</source>
        <translation>录音：%1</translation>
    </message>
    <message>
        <source>Your name and birth date</source>
        <translation>您的姓名和出生日期</translation>
    </message>
    <message>
        <source>No name: you did not give one</source>
        <translation>没有姓名：您没有提供</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>您的回答</translation>
    </message>
    <message>
        <source>What we measured</source>
        <translation>我们测的结果</translation>
    </message>
    <message>
        <source>What was written in the call</source>
        <translation>通话中写的文字</translation>
    </message>
    <message>
        <source>Your phone number, to call you back</source>
        <translation>您的电话号码，用来回电话</translation>
    </message>
    <message>
        <source>Your plan</source>
        <translation>您的方案</translation>
    </message>
    <message>
        <source>Your link to take home</source>
        <translation>带回家的链接</translation>
    </message>
    <message>
        <source>Here: a locked copy that nobody here can read. It goes %1 days after the center has it.</source>
        <translation>这里：一份加锁的副本，这里没有人能读。中心收到 %1 天后删除。</translation>
    </message>
    <message>
        <source>At the center of your care team: they read it to care for you. Each look is written down.</source>
        <translation>您的医疗团队的中心：他们为了照顾您而阅读。每次查看都有记录。</translation>
    </message>
    <message>
        <source>The video call: its picture and voice are not kept.</source>
        <translation>视频通话：画面和声音不保留。</translation>
    </message>
    <message>
        <source>To see it, correct it or ask: %1</source>
        <translation>查看、更正或询问：%1</translation>
    </message>
    <message>
        <source>Tell them the number of your visit: %1</source>
        <translation>告诉他们您的就诊编号：%1</translation>
    </message>
    <message>
        <source>What we keep of your visit</source>
        <translation>这次就诊我们保留什么</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>没有姓名</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>您是谁</translation>
    </message>
    <message>
        <source>What do you want to change?</source>
        <translation>您想修改什么？</translation>
    </message>
    <message>
        <source>This station is being updated.</source>
        <translation>这台设备正在更新。</translation>
    </message>
    <message>
        <source>It is ready again in a few minutes.</source>
        <translation>几分钟后就可以用。</translation>
    </message>
    <message>
        <source>Your call goes on. The provider still hears you.</source>
        <translation>通话仍在继续。医生仍能听到您。</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Your plan</source>
        <translation>您的方案</translation>
    </message>
    <message>
        <source>Your visit</source>
        <translation>您的就诊</translation>
    </message>
    <message>
        <source>What we keep, and whom to ask</source>
        <translation>我们保留什么，可以问谁</translation>
    </message>
    <message>
        <source>Medicines you asked for</source>
        <translation>您要的药</translation>
    </message>
    <message>
        <source>Your medicines</source>
        <translation>您的药</translation>
    </message>
    <message>
        <source>Where to go</source>
        <translation>去哪里</translation>
    </message>
    <message>
        <source>When to come back</source>
        <translation>什么时候再来</translation>
    </message>
    <message>
        <source>Get help at once if</source>
        <translation>出现以下情况马上求助</translation>
    </message>
    <message>
        <source>A provider has seen your answers. The plan is not written yet.</source>
        <translation>医生看过您的回答。方案还没写好。</translation>
    </message>
    <message>
        <source>Nobody has seen your answers yet.</source>
        <translation>还没有人看您的回答。</translation>
    </message>
    <message>
        <source>A provider will call you back at the number you gave.</source>
        <translation>医生会打您留的号码。</translation>
    </message>
    <message>
        <source>Read it on a phone</source>
        <translation>用手机看</translation>
    </message>
    <message>
        <source>Point the phone&apos;s camera at this square, then type your 6 numbers.</source>
        <translation>用手机摄像头对准这个方块，然后输入您的 6 个数字。</translation>
    </message>
    <message>
        <source>Your 6 numbers: %1</source>
        <translation>您的 6 个数字：%1</translation>
    </message>
    <message>
        <source>Your 6 numbers are not on this paper. You saw them on the screen.</source>
        <translation>您的 6 个数字不在这张纸上。您在屏幕上看到过。</translation>
    </message>
    <message>
        <source>What we measured</source>
        <translation>我们测的结果</translation>
    </message>
</context>
<context>
    <name>Photo</name>
    <message>
        <source>My skin</source>
        <translation>我的皮肤</translation>
    </message>
    <message>
        <source>A wound</source>
        <translation>伤口</translation>
    </message>
    <message>
        <source>An eye</source>
        <translation>眼睛</translation>
    </message>
    <message>
        <source>My throat</source>
        <translation>我的喉咙</translation>
    </message>
    <message>
        <source>Head, face or neck</source>
        <translation>头、脸或脖子</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>胸口</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>手臂</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>手</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>腿</translation>
    </message>
    <message>
        <source>Foot</source>
        <translation>脚</translation>
    </message>
    <message>
        <source>Hips, bottom, breasts or private parts</source>
        <translation>髋部、臀部、乳房或私处</translation>
    </message>
    <message>
        <source>My left eye</source>
        <translation>我的左眼</translation>
    </message>
    <message>
        <source>My right eye</source>
        <translation>我的右眼</translation>
    </message>
    <message>
        <source>From far: show the whole part of your body.</source>
        <translation>远一点：拍到身体的整个部位。</translation>
    </message>
    <message>
        <source>Come closer: show the spot and the skin around it.</source>
        <translation>近一点：拍到那处和周围的皮肤。</translation>
    </message>
    <message>
        <source>Very close. Lay the card beside the spot.</source>
        <translation>很近。把卡片放在旁边。</translation>
    </message>
    <message>
        <source>Now from the side, so that we see if it stands out.</source>
        <translation>现在从侧面，看它是否凸起。</translation>
    </message>
    <message>
        <source>Lay the skin lens flat on the spot. Hold it still.</source>
        <translation>把皮肤镜平放在那处。不要动。</translation>
    </message>
    <message>
        <source>Show the wound and the skin around it.</source>
        <translation>拍到伤口和周围的皮肤。</translation>
    </message>
    <message>
        <source>Very close. Lay the card beside the wound.</source>
        <translation>很近。把卡片放在伤口旁边。</translation>
    </message>
    <message>
        <source>Look straight into the camera.</source>
        <translation>直视摄像头。</translation>
    </message>
    <message>
        <source>Look up. Keep your head still.</source>
        <translation>往上看。头不要动。</translation>
    </message>
    <message>
        <source>Look down. Keep your head still.</source>
        <translation>往下看。头不要动。</translation>
    </message>
    <message>
        <source>Look to your left. Keep your head still.</source>
        <translation>往左看。头不要动。</translation>
    </message>
    <message>
        <source>Look to your right. Keep your head still.</source>
        <translation>往右看。头不要动。</translation>
    </message>
    <message>
        <source>Open your mouth wide and say “ah”.</source>
        <translation>张大嘴说“啊”。</translation>
    </message>
    <message>
        <source>Look at the camera. Smile, then close your eyes tight.</source>
        <translation>看着摄像头。笑一下，再紧闭眼睛。</translation>
    </message>
    <message>
        <source>Keep your head still. Look up, down, left and right.</source>
        <translation>头不要动。看上、下、左、右。</translation>
    </message>
    <message>
        <source>Hold your hands out before you. Then touch your nose.</source>
        <translation>双手伸到前面。然后摸鼻子。</translation>
    </message>
    <message>
        <source>Breathe as you do now. We film with sound.</source>
        <translation>照现在这样呼吸。录像有声音。</translation>
    </message>
    <message>
        <source>Walk a few steps away, turn, and come back.</source>
        <translation>走几步，转身，走回来。</translation>
    </message>
    <message>
        <source>Too dark. Turn on a light.</source>
        <translation>太暗。请开灯。</translation>
    </message>
    <message>
        <source>Too bright. Turn away from the light.</source>
        <translation>太亮。请避开光。</translation>
    </message>
    <message>
        <source>It shines too much. Tilt it a little.</source>
        <translation>反光。请斜一点。</translation>
    </message>
    <message>
        <source>Hold still.</source>
        <translation>不要动。</translation>
    </message>
    <message>
        <source>Closer, please.</source>
        <translation>请近一点。</translation>
    </message>
    <message>
        <source>A little farther away.</source>
        <translation>再远一点。</translation>
    </message>
    <message>
        <source>Show all of it. A part is cut off.</source>
        <translation>请全部拍到。有一部分被切掉了。</translation>
    </message>
    <message>
        <source>Lay the card beside it.</source>
        <translation>把卡片放在旁边。</translation>
    </message>
    <message>
        <source>Lay the card flat, and look straight at it.</source>
        <translation>卡片放平，正对着拍。</translation>
    </message>
    <message>
        <source>It is too dark.</source>
        <translation>太暗了。</translation>
    </message>
    <message>
        <source>It is too bright.</source>
        <translation>太亮了。</translation>
    </message>
    <message>
        <source>A part of it is black.</source>
        <translation>有一部分是黑的。</translation>
    </message>
    <message>
        <source>A part of it shines white.</source>
        <translation>有一部分反白。</translation>
    </message>
    <message>
        <source>It is not sharp.</source>
        <translation>不清晰。</translation>
    </message>
    <message>
        <source>This camera shows too little detail.</source>
        <translation>这个摄像头不够清楚。</translation>
    </message>
    <message>
        <source>We don&apos;t see the card beside it.</source>
        <translation>没看到旁边的卡片。</translation>
    </message>
    <message>
        <source>The card lies too far from straight.</source>
        <translation>卡片放得太斜。</translation>
    </message>
    <message>
        <source>The colors of the card look wrong.</source>
        <translation>卡片的颜色不对。</translation>
    </message>
    <message>
        <source>It is too far away.</source>
        <translation>太远了。</translation>
    </message>
    <message>
        <source>It is too close.</source>
        <translation>太近了。</translation>
    </message>
    <message>
        <source>A part of it is cut off.</source>
        <translation>有一部分被切掉了。</translation>
    </message>
    <message>
        <source>The film stops and starts.</source>
        <translation>录像断断续续。</translation>
    </message>
    <message>
        <source>I don&apos;t want to</source>
        <translation>我不想</translation>
    </message>
    <message>
        <source>I can&apos;t show it</source>
        <translation>我没法给你们看</translation>
    </message>
    <message>
        <source>It hurts</source>
        <translation>疼</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>We take pictures of a minor only if a parent or guardian says yes.</source>
        <translation>只有父母或监护人同意，我们才给未成年人拍照。</translation>
    </message>
    <message>
        <source>Is one with you now? If not, tell the provider what is to be seen.</source>
        <translation>现在有人陪你吗？如果没有，请告诉医生要看什么。</translation>
    </message>
    <message>
        <source>We take no pictures of these parts here.</source>
        <translation>这些部位我们在这里不拍照。</translation>
    </message>
    <message>
        <source>Tell the provider about it. They will say who can look at it, and where.</source>
        <translation>请告诉医生。医生会说谁可以看，在哪里看。</translation>
    </message>
    <message>
        <source>A parent or guardian is here</source>
        <translation>父母或监护人在这里</translation>
    </message>
    <message>
        <source>Show another place</source>
        <translation>给看别的地方</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>小一点</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>大一点</translation>
    </message>
    <message>
        <source>Lamp</source>
        <translation>灯</translation>
    </message>
    <message>
        <source>Sharp farther</source>
        <translation>远处清晰</translation>
    </message>
    <message>
        <source>Sharp closer</source>
        <translation>近处清晰</translation>
    </message>
    <message>
        <source>No picture, go on</source>
        <translation>不拍照，继续</translation>
    </message>
    <message>
        <source>Do you want to show us something?</source>
        <translation>您想给我们看什么吗？</translation>
    </message>
    <message>
        <source>We take pictures only if you say yes. Only the people who care for you see them.</source>
        <translation>您同意我们才拍照。只有照顾您的人会看。</translation>
    </message>
    <message>
        <source>Belly</source>
        <translation>肚子</translation>
    </message>
    <message>
        <source>My back</source>
        <translation>我的背</translation>
    </message>
    <message>
        <source>Which eye is it?</source>
        <translation>哪只眼睛？</translation>
    </message>
    <message>
        <source>Where on your body is it?</source>
        <translation>在身体的哪里？</translation>
    </message>
    <message>
        <source>Hold still. We take the picture.</source>
        <translation>不要动。我们来拍照。</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>还剩 %1 秒</translation>
    </message>
    <message>
        <source>This is a good picture.</source>
        <translation>这张照片很好。</translation>
    </message>
    <message>
        <source>Not so clear, but it may still help. You can use it.</source>
        <translation>不太清楚，但可能有用。您可以用它。</translation>
    </message>
    <message>
        <source>Not clear enough yet. Please take it again.</source>
        <translation>还不够清楚。请再拍一次。</translation>
    </message>
    <message>
        <source>The film is ready.</source>
        <translation>录像好了。</translation>
    </message>
    <message>
        <source>Look at your picture.</source>
        <translation>看看您的照片。</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>再拍一次</translation>
    </message>
    <message>
        <source>No picture here. May we know why?</source>
        <translation>不拍这张。可以告诉我们原因吗？</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>照片 %1 / %2</translation>
    </message>
    <message>
        <source>The camera gives no picture. You can skip this.</source>
        <translation>摄像头没有画面。您可以跳过。</translation>
    </message>
    <message>
        <source>The camera starts …</source>
        <translation>摄像头正在启动 …</translation>
    </message>
    <message>
        <source>Good. Hold still and touch the button.</source>
        <translation>好。不要动，触摸按钮。</translation>
    </message>
    <message>
        <source>The camera&apos;s picture comes in a moment.</source>
        <translation>摄像头的画面马上就来。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Staff takes the picture. Touch to change.</source>
        <translation>由工作人员拍照。触摸更改。</translation>
    </message>
    <message>
        <source>Somebody who works here takes it</source>
        <translation>由这里的工作人员拍</translation>
    </message>
    <message>
        <source>Skip this picture</source>
        <translation>跳过这张照片</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Your plan</source>
        <translation>您的方案</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>Your medicines:</source>
        <translation>您的药：</translation>
    </message>
    <message>
        <source>Where to go: %1</source>
        <translation>去哪里：%1</translation>
    </message>
    <message>
        <source>When to come back: %1</source>
        <translation>什么时候再来：%1</translation>
    </message>
    <message>
        <source>Get help at once if:</source>
        <translation>出现以下情况马上求助：</translation>
    </message>
    <message>
        <source>What do you keep of me?</source>
        <translation>你们保留我的哪些内容？</translation>
    </message>
    <message>
        <source>in the morning</source>
        <translation>早上</translation>
    </message>
    <message>
        <source>at midday</source>
        <translation>中午</translation>
    </message>
    <message>
        <source>in the evening</source>
        <translation>晚上</translation>
    </message>
    <message>
        <source>at bedtime</source>
        <translation>睡前</translation>
    </message>
    <message>
        <source>A card for next time</source>
        <translation>下次用的卡</translation>
    </message>
    <message>
        <source>If you get worse, call %1.</source>
        <translation>如果加重，请拨打 %1。</translation>
    </message>
    <message>
        <source>only when you need it</source>
        <translation>需要时才用</translation>
    </message>
    <message>
        <source>for 1 day</source>
        <translation>用 1 天</translation>
    </message>
    <message>
        <source>for %1 days</source>
        <translation>用 %1 天</translation>
    </message>
    <message>
        <source>Yes: you get %1 again.</source>
        <translation>可以：您可以再拿 %1。</translation>
    </message>
    <message>
        <source>No: you do not get %1 again for now.</source>
        <translation>不可以：您现在不能再拿 %1。</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Pick it up here: %1</source>
        <translation>在这里取药：%1</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 percent done</source>
        <translation>完成百分之 %1</translation>
    </message>
</context>
<context>
    <name>ReadAloud</name>
    <message>
        <source>Stop reading</source>
        <translation>停止朗读</translation>
    </message>
    <message>
        <source>Read this to me</source>
        <translation>读给我听</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>This station is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station works, but not all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station is out of service.</source>
        <translation>这台设备暂停使用。</translation>
    </message>
    <message>
        <source>saving anything new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blood pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oxygen and pulse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blood sugar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heart rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being seen in a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being heard in a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hearing the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending (it is kept here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staff sign-in without network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spare is in use: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The battery is low: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is time to calibrate: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is nearly full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls need the center, and it can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls work, but may stutter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network here lets no call through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture and sound are starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera sees nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station&apos;s pass has run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station&apos;s pass runs out soon: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last update did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New settings from the center can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is readable if taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center took it out of service: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call your technician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it plugged in and switched on? Check its cable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in new batteries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unplug it and plug it in again. Else take the spare one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell your technician this week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network cable and the router.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch Test the network below. It says what to ask IT for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You need do nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off what covers it. Turn on the light. Then test again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take no new patients here. Call your technician now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It renews itself when the station is online. Else call your technician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this station in a locked room. Ask your technician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the people of the center.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blood pressure cuff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finger clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thermometer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blood sugar meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heart strap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the whole station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does not work now: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station tests itself. This takes a minute.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rest</name>
    <message>
        <source>A person sitting with back and arm supported, feet flat</source>
        <translation>一个人坐着，背和手臂有支撑，双脚放平</translation>
    </message>
    <message>
        <source>The last reading: %1</source>
        <translation>上次的读数：%1</translation>
    </message>
    <message>
        <source>Demo: this time is shorter than it should be.</source>
        <translation>演示：时间比实际短。</translation>
    </message>
    <message>
        <source>Skip this measurement</source>
        <translation>跳过这项测量</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Saved and sent.</source>
        <translation>已保存并发送。</translation>
    </message>
    <message>
        <source>Saved. It will be sent.</source>
        <translation>已保存。之后会发送。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存 …</translation>
    </message>
    <message>
        <source>Not saved yet. We keep trying.</source>
        <translation>还没保存。我们会继续试。</translation>
    </message>
    <message>
        <source>Not saved: the memory is full. Please get a person.</source>
        <translation>没有保存：存储已满。请叫人来。</translation>
    </message>
    <message>
        <source>Saved here. A part must be fetched by a person.</source>
        <translation>已保存在这里。有一部分要有人来取。</translation>
    </message>
    <message>
        <source>That is %1 °F.</source>
        <translation>即 %1 °F。</translation>
    </message>
    <message>
        <source>That is %1 pounds.</source>
        <translation>即 %1 磅。</translation>
    </message>
    <message>
        <source>That is %1 inches.</source>
        <translation>即 %1 英寸。</translation>
    </message>
    <message>
        <source>Measure also: %1</source>
        <translation>再测：%1</translation>
    </message>
    <message>
        <source>A provider should see you soon. Touch Next to ask for one.</source>
        <translation>应该尽快有医生看您。触摸“下一步”找医生。</translation>
    </message>
    <message>
        <source>There is no connection just now. Touch Next: you can wait or be called back.</source>
        <translation>现在没有连接。触摸“下一步”：您可以等，或让人回电话。</translation>
    </message>
    <message>
        <source>Next: talk to a provider about this. You choose how.</source>
        <translation>下一步：和医生谈谈。方式由您选。</translation>
    </message>
    <message>
        <source>Last time, on %1: %2</source>
        <translation>上次，%1：%2</translation>
    </message>
    <message>
        <source>Entered by hand at %1 by: %2</source>
        <translation>%1 由 %2 手工输入。</translation>
    </message>
    <message>
        <source>Measured at %1 with %2.</source>
        <translation>%1 用 %2 测量。</translation>
    </message>
    <message>
        <source>The average of %1 readings.</source>
        <translation>%1 次读数的平均。</translation>
    </message>
    <message>
        <source>The true value may be up to 4 % higher or lower.</source>
        <translation>真实值可能高或低 4 %。</translation>
    </message>
    <message>
        <source>Your results</source>
        <translation>您的结果</translation>
    </message>
    <message>
        <source>Show something with a picture</source>
        <translation>用照片给我们看</translation>
    </message>
    <message>
        <source>For staff: record heart or lung sounds</source>
        <translation>工作人员：录心音或肺音</translation>
    </message>
    <message>
        <source>Change my answers</source>
        <translation>修改我的回答</translation>
    </message>
    <message>
        <source>For staff: enter by hand</source>
        <translation>工作人员：手工输入</translation>
    </message>
</context>
<context>
    <name>Round</name>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newly confused</source>
        <translation>新出现的糊涂</translation>
    </message>
    <message>
        <source>Answers to voice only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers to pain only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEWS2: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually %1, now higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually %1, now lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known illnesses: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medicines: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergies: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code status: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold your badge before the reader again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold your badge before the reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station had to start again. Your round is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reader does not work now. You can type the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For staff only. Then comes your PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the badge&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number on your badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the number on your badge?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is your PIN?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are checking it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in %1 min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more tries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is kept. This screen forgets it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all is saved yet. Please leave the cart switched on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now clean your hands, and what touched the residents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom are you looking for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wristband is one. Now check one more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check two of these at the bedside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They say this name: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They say this birth date: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They look like this photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resident&apos;s photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no photo. Check name and birth date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo is old: from %1. It does not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is noted. You can come back later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: all as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not as usual?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add my own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you see?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your view, in your words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you think is the matter?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you ask for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: told at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was told?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All three must be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what they answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom did you try to reach?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With whom did you speak?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their answer, in their words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did they answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider will see and hear this person by video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider will read the case later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture will be taken and kept in the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The representative agrees, as the record says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot decide now: the representative agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resident agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, they do not agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others in the room, or an interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who agrees to this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it in plain words, and ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also there: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who else is there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who interprets?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By what right do they decide?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is the representative?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are getting the list of residents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list needs the network. We get it as soon as there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody here has this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose readings are these?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the right wristband, or touch the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong resident: readings of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean your hands, and what touched the resident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleaned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan a wristband, or touch a name. List from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network now. Go on: all is kept and sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your round: nobody is due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your round: %1 to see, %2 of them late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery %1 %, charging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network: changing over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network: weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network: good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was an emergency alarm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider should look soon. Tell your nurse, or call from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEWS2 (Royal College of Physicians): %1</source>
        <translation>NEWS2（Royal College of Physicians）：%1</translation>
    </message>
    <message>
        <source>Oxygen goal 88 to 92 % (scale 2), as the record says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are in line for a provider. Go on meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is left. Somebody looks at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes noted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted: all as usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The handover is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filed here now. They were filed for %1 before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet. Please don&apos;t leave the cart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unusual: please take it once more, to be sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usual value is known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 higher than usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lower than usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: file them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now: leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has changed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover (SBAR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of a wound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a specialist to look at the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A nurse writes this part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is happening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What staff have seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the nurse thinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we ask for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what we ask for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what you think</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it and call a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it and leave the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made from the data. Please read it before you keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge and PIN do not match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station does not know this badge. Ask your lead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. This badge must wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station must reach the center once before staff can sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of staff here is too old. The station needs the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This badge is no longer valid. Ask your lead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This shift is too long. Please sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station belongs to no home yet. Ask your lead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center is busy. We ask again soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out: nobody was here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out: the shift is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out: this badge is no longer valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out: the station had to start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not resuscitate (DNR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not intubate (DNI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not resuscitate, do not intubate (DNR, DNI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfort care only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other: see the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known here: see the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not want it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too unwell for it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>How they act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joining in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>疼痛</translation>
    </message>
    <message>
        <source>Eating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bowels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>体重</translation>
    </message>
    <message>
        <source>Unrest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiredness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>皮肤</translation>
    </message>
    <message>
        <source>Moving about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I don&apos;t know since when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please see this person today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give new orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please tell us what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is for you to know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The family or representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left a message, not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried, but not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family or friend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other staff</source>
        <translation>其他工作人员</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interpreter in the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interpreter by phone or video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family interprets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An injury</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A big change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new or changed treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A move to another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health care proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal guardian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next of kin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>护士</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>护理员</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oxygen (SpO2)</source>
        <translation>血氧（SpO2）</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>脉搏</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>心率</translation>
    </message>
    <message>
        <source>Upper blood pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower blood pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>身高</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <translation>血糖</translation>
    </message>
    <message>
        <source>Breaths a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain (0 to 10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out in this round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation>好了</translation>
    </message>
    <message>
        <source>Without the network nobody can sign in at this station.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scroller</name>
    <message>
        <source>Move up</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>Move down: there is more</source>
        <translation>向下：还有内容</translation>
    </message>
</context>
<context>
    <name>SelfView</name>
    <message>
        <source>What they see of you</source>
        <translation>对方看到的您</translation>
    </message>
    <message>
        <source>Your camera is off</source>
        <translation>您的摄像头关着</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Move my picture to the other side</source>
        <translation>把我的画面移到另一边</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>显示我</translation>
    </message>
    <message>
        <source>Hide my picture. They still see you.</source>
        <translation>隐藏我的画面。对方仍能看到您。</translation>
    </message>
    <message>
        <source>Show my picture</source>
        <translation>显示我的画面</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Who you are</source>
        <translation>您是谁</translation>
    </message>
    <message>
        <source>Why you are here</source>
        <translation>您为什么来</translation>
    </message>
    <message>
        <source>Your results</source>
        <translation>您的结果</translation>
    </message>
    <message>
        <source>Talk to a provider</source>
        <translation>和医生通话</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>关于您</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation>带回家</translation>
    </message>
    <message>
        <source>I have my paper</source>
        <translation>我拿到纸了</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>现在试</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>我同意</translation>
    </message>
    <message>
        <source>Send a code</source>
        <translation>发验证码</translation>
    </message>
    <message>
        <source>Yes, that is me</source>
        <translation>是，是我</translation>
    </message>
    <message>
        <source>I am ready</source>
        <translation>我准备好了</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>现在开始</translation>
    </message>
    <message>
        <source>Yes, with video</source>
        <translation>是，用视频</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>我看过了</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>好了</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is this resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Start a visit</source>
        <translation>开始就诊</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Start filming</source>
        <translation>开始录像</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%2 / %3）</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>用这个</translation>
    </message>
    <message>
        <source>Your measurements</source>
        <translation>您的测量</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>再拍一次</translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation>叫人来</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>I work here</source>
        <translation>我在这里工作</translation>
    </message>
</context>
<context>
    <name>Sound</name>
    <message>
        <source>The heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lungs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right of the breastbone, high up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aortic: second rib gap, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left of the breastbone, high up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulmonic: second rib gap, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left of the breastbone, low down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tricuspid: fourth rib gap, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the left breast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mitral: fifth rib gap, below the middle of the collarbone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back, left, high up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back, right, high up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back, left, low down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back, right, low down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chest, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chest, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We hear nothing. Is it plugged in, switched on and on the skin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too soft. Press it a little more, on bare skin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too loud. Press it less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room is too loud. Don&apos;t talk, and close the door.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It moves. Hold it still, and keep clothes away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We find no heartbeat here. Try a little to the side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are listening …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to record?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where do you want to listen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Choose another place, or touch Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the stethoscope here, on bare skin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep still. Breathe in and out through your mouth, slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep still. Don&apos;t talk. Breathe calmly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>还剩 %1 秒</translation>
    </message>
    <message>
        <source>Not so clear. You can do it again, or save it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drawing of the upper body with the places to listen at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High tones above, low tones below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of the sound, 20 seconds from left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 1000 hertz; time from left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How loud it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How loud it is: %1 percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Play all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play low tones (bell)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play higher tones (diaphragm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundTest</name>
    <message>
        <source>There is no microphone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug one in. Then test again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station&apos;s microphone is not plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it in. Or plug in a headset: that one goes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unplug it and plug it in again, or take another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone hears nothing at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a mute switch on it. Check its cable. Else take another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone is set too loud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn its level down, or move it away from the speaker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone hums, as from the power line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep its cable away from power supplies. Try another socket or cable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no speaker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station&apos;s speaker is not plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speaker does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening to the room. Please be quiet for a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now you should hear three tones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the sound again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone works: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speaker is on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone heard the speaker, %1 ms later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone did not hear the speaker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a headset that is right. Else: did you hear three tones? Turn the speaker up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffHere</name>
    <message>
        <source>I work here: I am with this person</source>
        <translation>我在这里工作：我陪着这位患者</translation>
    </message>
    <message>
        <source>No, I am the patient</source>
        <translation>不，我是患者</translation>
    </message>
    <message>
        <source>Yes: I work here, stop calling for help</source>
        <translation>是：我在这里工作，停止呼救</translation>
    </message>
</context>
<context>
    <name>Standby</name>
    <message>
        <source>One moment, please.</source>
        <translation>请稍等。</translation>
    </message>
    <message>
        <source>This station is out of service.</source>
        <translation>这台设备暂停使用。</translation>
    </message>
    <message>
        <source>Please call {phone}.</source>
        <translation>请拨打 {phone}。</translation>
    </message>
    <message>
        <source>In an emergency call {number}.</source>
        <translation>紧急情况请拨打 {number}。</translation>
    </message>
    <message>
        <source>This station is not set up yet.</source>
        <translation>这台设备还没有设置好。</translation>
    </message>
</context>
<context>
    <name>Station</name>
    <message>
        <source>Alerts: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readings: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers and notes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and sounds: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network cable and the router. Then touch Try now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You need do nothing. If it lasts a day, call your technician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call your technician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station has no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center&apos;s computer does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station&apos;s clock is wrong. So it can&apos;t connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else answers in place of the center. We tell it nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center does not know this station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center is busy. We try again by ourselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center does not take what we send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center&apos;s receipt could not be trusted. We keep everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station can&apos;t read its own memory now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it is safe here, locked. Keep the station switched on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in for a round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>请稍等。</translation>
    </message>
    <message>
        <source>The station has no room for pictures or sounds now. Your answers and readings are still saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something could not be saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thing waits to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 things wait to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest has waited for less than 2 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest has waited for about %1 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest has waited for about %1 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are trying now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being sent now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last try: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station is connected to the center.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station can&apos;t reach the center now. Calls don&apos;t work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station&apos;s memory is %1 % full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is full. New readings can&apos;t be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take no new patients here. Call your technician now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call your technician today, before it is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See that the network works. Tell your technician this week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new pictures are taken, to keep room for readings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readings still work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the center, not filed yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center has it. Somebody there must look at it. Tell them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large to be sent, kept here: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be read from the memory any more: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory may be failing. Call your technician now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory was damaged. Saved from it: %1. Lost: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center&apos;s key is too old. We still lock all data with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is renewed when the station is online. If not, call your technician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station is not sure of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are put right when it is online again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Symptoms</name>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>眼睛</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>耳朵</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>鼻子</translation>
    </message>
    <message>
        <source>Mouth or throat</source>
        <translation>嘴或喉咙</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>脖子</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>胸口</translation>
    </message>
    <message>
        <source>Belly</source>
        <translation>肚子</translation>
    </message>
    <message>
        <source>Pee, stool or private parts</source>
        <translation>大小便或私处</translation>
    </message>
    <message>
        <source>My back</source>
        <translation>我的背</translation>
    </message>
    <message>
        <source>Arms or hands</source>
        <translation>手臂或手</translation>
    </message>
    <message>
        <source>Legs or feet</source>
        <translation>腿或脚</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>皮肤</translation>
    </message>
    <message>
        <source>All over</source>
        <translation>全身</translation>
    </message>
    <message>
        <source>Feelings or thoughts</source>
        <translation>情绪或想法</translation>
    </message>
    <message>
        <source>This can&apos;t tell what you have. If you are worried, get a person.</source>
        <translation>这里不能告诉您得了什么病。如果担心，请叫人来。</translation>
    </message>
    <message>
        <source>We don&apos;t know that word. Try another, or touch “Show on a body”.</source>
        <translation>我们不认识这个词。换一个试试，或触摸“在人体图上指”。</translation>
    </message>
    <message>
        <source>What bothers you?</source>
        <translation>您哪里不舒服？</translation>
    </message>
    <message>
        <source>for example: headache</source>
        <translation>例如：头痛</translation>
    </message>
    <message>
        <source>Show on a body</source>
        <translation>在人体图上指</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>在哪里？</translation>
    </message>
    <message>
        <source>A body from the front and from the back</source>
        <translation>人体的正面和背面</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>是什么？</translation>
    </message>
    <message>
        <source>Yes, at least one</source>
        <translation>是，至少一个</translation>
    </message>
    <message>
        <source>No, none of these</source>
        <translation>否，都没有</translation>
    </message>
    <message>
        <source>Is any of this so right now?</source>
        <translation>现在有下面任何一种情况吗？</translation>
    </message>
    <message>
        <source>Call %1 now, or ask someone near you to call.</source>
        <translation>马上拨打 %1，或请旁边的人打。</translation>
    </message>
    <message>
        <source>Call or text %1. Someone will listen, day and night.</source>
        <translation>拨打或发短信到 %1。白天晚上都有人听您说。</translation>
    </message>
    <message>
        <source>You need help now.</source>
        <translation>您现在需要帮助。</translation>
    </message>
    <message>
        <source>You don&apos;t have to be alone with this.</source>
        <translation>您不必一个人承受。</translation>
    </message>
    <message>
        <source>You are at: %1</source>
        <translation>您在：%1</translation>
    </message>
    <message>
        <source>Poison help: %1</source>
        <translation>中毒求助：%1</translation>
    </message>
    <message>
        <source>Get help at once if one of the signs before comes up.</source>
        <translation>如果出现前面的任何迹象，马上求助。</translation>
    </message>
    <message>
        <source>See someone soon if:</source>
        <translation>有下列情况尽快就医：</translation>
    </message>
    <message>
        <source>What you can do now:</source>
        <translation>您现在可以做的：</translation>
    </message>
    <message>
        <source>Sources: %1</source>
        <translation>来源：%1</translation>
    </message>
</context>
<context>
    <name>Take</name>
    <message>
        <source>The printer is not here now.</source>
        <translation>打印机现在不在。</translation>
    </message>
    <message>
        <source>The printer did not take the page.</source>
        <translation>打印机没有接收这一页。</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>打印机没纸了。</translation>
    </message>
    <message>
        <source>Paper is stuck in the printer.</source>
        <translation>打印机卡纸。</translation>
    </message>
    <message>
        <source>A door of the printer is open.</source>
        <translation>打印机的门开着。</translation>
    </message>
    <message>
        <source>The printer has no ink.</source>
        <translation>打印机没墨了。</translation>
    </message>
    <message>
        <source>The printer&apos;s tray is full.</source>
        <translation>打印机的托盘满了。</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>打印机没有回应。</translation>
    </message>
    <message>
        <source>Somebody has paused the printer.</source>
        <translation>有人暂停了打印机。</translation>
    </message>
    <message>
        <source>Printing was broken off. You can print again.</source>
        <translation>打印中断了。您可以再打印。</translation>
    </message>
    <message>
        <source>You can open it until %1.</source>
        <translation>%1 之前可以打开。</translation>
    </message>
    <message>
        <source>It works now.</source>
        <translation>现在可以用了。</translation>
    </message>
    <message>
        <source>We could not save it yet. We keep trying.</source>
        <translation>还没保存。我们会继续试。</translation>
    </message>
    <message>
        <source>It does not work yet: we have no connection. It will, once we have one.</source>
        <translation>还不能用：没有连接。有连接后就可以。</translation>
    </message>
    <message>
        <source>It will work in a few minutes.</source>
        <translation>几分钟后可以用。</translation>
    </message>
    <message>
        <source>Your page is being printed.</source>
        <translation>您的页面正在打印。</translation>
    </message>
    <message>
        <source>Please take your paper.</source>
        <translation>请拿走您的纸。</translation>
    </message>
    <message>
        <source>Please get a person. It goes on by itself then.</source>
        <translation>请叫人来。之后会自动继续。</translation>
    </message>
    <message>
        <source>You can try again, or ask a person here to write it down.</source>
        <translation>您可以再试，或请这里的人写下来。</translation>
    </message>
    <message>
        <source>Take it home.</source>
        <translation>带回家。</translation>
    </message>
    <message>
        <source>A square code for a phone&apos;s camera.</source>
        <translation>给手机摄像头扫的方形码。</translation>
    </message>
    <message>
        <source>Point your phone&apos;s camera at the square.</source>
        <translation>用手机摄像头对准方块。</translation>
    </message>
    <message>
        <source>When it asks, type these numbers. Write them down, and show nobody.</source>
        <translation>它要求时，输入这些数字。请记下来，不要给别人看。</translation>
    </message>
    <message>
        <source>What do you keep of me?</source>
        <translation>你们保留我的哪些内容？</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>再打印一次</translation>
    </message>
    <message>
        <source>Print it, in large letters</source>
        <translation>用大字打印</translation>
    </message>
    <message>
        <source>Print it with my numbers</source>
        <translation>连同我的数字一起打印</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>You need do nothing. The station tries again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call your technician. The station works as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place updates come from does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center has no updates for this station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update comes too slowly. What came is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An update is not signed as it must be. We do not use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody offers an old update as new. We do not use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The news of updates is too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An update is not what was signed. We do not use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station can&apos;t read the update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station&apos;s clock is wrong. So it takes no updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for the update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new version does not work well yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 did not work well. Version %2 runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New questions (%1) can&apos;t be used. The former ones stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 is coming: %2 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 is ready. The station restarts between %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 is ready. It starts after the visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station restarts now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 is new. We watch if it works well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 runs. It is the newest we know of.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>%1. Button.</source>
        <translation>%1。按钮。</translation>
    </message>
    <message>
        <source>%1. Button, not ready yet.</source>
        <translation>%1。按钮，还不能用。</translation>
    </message>
    <message>
        <source>%1. Chosen.</source>
        <translation>%1。已选。</translation>
    </message>
    <message>
        <source>%1. Not chosen.</source>
        <translation>%1。未选。</translation>
    </message>
    <message>
        <source>%1 of %2.</source>
        <translation>第 %1 个，共 %2 个。</translation>
    </message>
    <message>
        <source>%1. Type here. The down arrow leads to the keys. OK goes on.</source>
        <translation>%1。在这里输入。向下键到按键。OK 继续。</translation>
    </message>
    <message>
        <source>%1. It says: %2.</source>
        <translation>%1。内容：%2。</translation>
    </message>
    <message>
        <source>%1. What you type here is not said. Signs so far: %2.</source>
        <translation>%1。这里输入的不会读出来。已输入字符数：%2。</translation>
    </message>
    <message>
        <source>Picture: %1.</source>
        <translation>图片：%1。</translation>
    </message>
    <message>
        <source>Erased: %1.</source>
        <translation>已删除：%1。</translation>
    </message>
    <message>
        <source>Answers to choose from: %1.</source>
        <translation>可选的回答数：%1。</translation>
    </message>
    <message>
        <source>Buttons here: %1.</source>
        <translation>这里的按钮数：%1。</translation>
    </message>
    <message>
        <source>To hear this screen, press the raised round key, or plug in headphones.</source>
        <translation>要听这个屏幕，请按凸起的圆键，或插上耳机。</translation>
    </message>
    <message>
        <source>The voice is on. The arrow keys lead from one thing to the next. OK chooses it. The back key goes back. The raised round key says all of it again.</source>
        <translation>语音已打开。方向键从一项到下一项。OK 选择。返回键后退。凸起的圆键再读一遍。</translation>
    </message>
    <message>
        <source>People near you can hear this. Plug in headphones to keep it to yourself.</source>
        <translation>附近的人能听到。插上耳机只有您能听到。</translation>
    </message>
    <message>
        <source>The headphones are out, so the voice stops. Press the raised round key to hear it from the speaker.</source>
        <translation>耳机拔出了，语音停止。按凸起的圆键用喇叭听。</translation>
    </message>
    <message>
        <source>While the cuff squeezes, any key stops it at once.</source>
        <translation>袖带收紧时，按任意键马上停止。</translation>
    </message>
    <message>
        <source>Volume %1 of %2.</source>
        <translation>音量 %1 / %2。</translation>
    </message>
</context>
<context>
    <name>WaveView</name>
    <message>
        <source>Your pulse as a moving line</source>
        <translation>您的脉搏，一条移动的线</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Touch here to begin</source>
        <translation>触摸这里开始</translation>
    </message>
    <message>
        <source>It takes about %1 minutes. You can stop at any time.</source>
        <translation>大约需要 %1 分钟。您随时可以停止。</translation>
    </message>
    <message>
        <source>Look up a symptom</source>
        <translation>查症状</translation>
    </message>
    <message>
        <source>Some parts are still in English.</source>
        <translation>有些部分仍是英文。</translation>
    </message>
    <message>
        <source>This screen forgets you when you leave.</source>
        <translation>您离开后，这个屏幕会忘记您。</translation>
    </message>
    <message>
        <source>This station is out of service.</source>
        <translation>这台设备暂停使用。</translation>
    </message>
    <message>
        <source>Please call %1.</source>
        <translation>请拨打 %1。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>The month is a number from 1 to 12.</source>
        <translation>月份是 1 到 12 的数字。</translation>
    </message>
    <message>
        <source>This month does not have that day.</source>
        <translation>这个月没有那一天。</translation>
    </message>
    <message>
        <source>The year has four digits, like 1948.</source>
        <translation>年份是四位数，例如 1948。</translation>
    </message>
    <message>
        <source>Please type your first or last name.</source>
        <translation>请输入您的名或姓。</translation>
    </message>
    <message>
        <source>This name is too long for us. Please shorten it.</source>
        <translation>名字太长了。请缩短。</translation>
    </message>
    <message>
        <source>We can&apos;t read this date. Please check it.</source>
        <translation>这个日期我们读不懂。请检查。</translation>
    </message>
    <message>
        <source>This day is still to come. Please check the year.</source>
        <translation>这一天还没到。请检查年份。</translation>
    </message>
    <message>
        <source>This is too long ago. Please check the year.</source>
        <translation>太久以前了。请检查年份。</translation>
    </message>
    <message>
        <source>Please type your age in years, like 67.</source>
        <translation>请输入年龄，例如 67。</translation>
    </message>
    <message>
        <source>Your answers say: not this arm. Please take the other one.</source>
        <translation>按您的回答，这只手臂不行。请换另一只。</translation>
    </message>
    <message>
        <source>We can&apos;t use this answer. Please check it.</source>
        <translation>这个回答不能用。请检查。</translation>
    </message>
    <message>
        <source>This number can&apos;t be right. Please check it.</source>
        <translation>这个数字不可能对。请检查。</translation>
    </message>
    <message>
        <source>Please fill in one of the two: you choose the unit.</source>
        <translation>请填两个中的一个：单位由您选。</translation>
    </message>
    <message>
        <source>The upper number must be more than the lower one.</source>
        <translation>高压必须大于低压。</translation>
    </message>
    <message>
        <source>This is unusual. If it is right, touch Next once more.</source>
        <translation>这不寻常。如果没错，请再触摸“下一步”。</translation>
    </message>
    <message>
        <source>This count can&apos;t be right. Please count again.</source>
        <translation>这个次数不可能对。请重新数。</translation>
    </message>
    <message>
        <source>Please type a phone number with its area code.</source>
        <translation>请输入带区号的电话号码。</translation>
    </message>
    <message>
        <source>This does not match. Please try again, or start over.</source>
        <translation>不匹配。请再试，或重新开始。</translation>
    </message>
    <message>
        <source>The device is not plugged in.</source>
        <translation>仪器没有插上。</translation>
    </message>
    <message>
        <source>Something else is using the device.</source>
        <translation>仪器被别的程序占用。</translation>
    </message>
    <message>
        <source>The station may not use the device yet.</source>
        <translation>设备还不能用这台仪器。</translation>
    </message>
    <message>
        <source>The device&apos;s cable does not work right.</source>
        <translation>仪器的线有问题。</translation>
    </message>
    <message>
        <source>The station does not know this device.</source>
        <translation>设备不认识这台仪器。</translation>
    </message>
    <message>
        <source>The station&apos;s wireless link is switched off.</source>
        <translation>设备的无线连接关着。</translation>
    </message>
    <message>
        <source>You stopped the measurement. That is fine.</source>
        <translation>您停止了测量。没关系。</translation>
    </message>
    <message>
        <source>We saw no finger in the clip.</source>
        <translation>夹子里没看到手指。</translation>
    </message>
    <message>
        <source>The finger clip is not plugged in.</source>
        <translation>指夹没有插上。</translation>
    </message>
    <message>
        <source>No result came from the device.</source>
        <translation>仪器没有给出结果。</translation>
    </message>
    <message>
        <source>The device&apos;s battery is too weak to measure.</source>
        <translation>仪器电池太弱，不能测。</translation>
    </message>
    <message>
        <source>This is more than the scale can weigh.</source>
        <translation>超过了秤能称的重量。</translation>
    </message>
    <message>
        <source>The scale felt no weight on it.</source>
        <translation>秤没有感到重量。</translation>
    </message>
    <message>
        <source>The value is too high or too low for this device.</source>
        <translation>数值太高或太低，超出这台仪器。</translation>
    </message>
    <message>
        <source>The device&apos;s sensor is missing or does not work.</source>
        <translation>仪器的传感器缺失或坏了。</translation>
    </message>
    <message>
        <source>The device is too warm or too cold to work.</source>
        <translation>仪器太热或太冷，不能工作。</translation>
    </message>
    <message>
        <source>The device did not answer.</source>
        <translation>仪器没有回应。</translation>
    </message>
    <message>
        <source>The pressure got too high, so the cuff let go.</source>
        <translation>压力太高，袖带已放开。</translation>
    </message>
    <message>
        <source>The cuff sits too loosely, or lets air out.</source>
        <translation>袖带太松，或漏气。</translation>
    </message>
    <message>
        <source>The cuff&apos;s sensor does not work.</source>
        <translation>袖带的传感器坏了。</translation>
    </message>
    <message>
        <source>The cuff did not let its air out right. Please take it off.</source>
        <translation>袖带没有正常放气。请取下来。</translation>
    </message>
    <message>
        <source>The cuff&apos;s pump does not work.</source>
        <translation>袖带的泵坏了。</translation>
    </message>
    <message>
        <source>The cuff reported a fault.</source>
        <translation>袖带报告了故障。</translation>
    </message>
    <message>
        <source>The cuff gave a result that can&apos;t be right.</source>
        <translation>袖带给出的结果不可能对。</translation>
    </message>
    <message>
        <source>The measurement took too long, so we stopped it.</source>
        <translation>测量时间太长，我们停止了。</translation>
    </message>
    <message>
        <source>The pressure got too high, so we stopped.</source>
        <translation>压力太高，我们停止了。</translation>
    </message>
    <message>
        <source>The station had to start again. Nothing was lost.</source>
        <translation>设备重新启动了。什么都没丢。</translation>
    </message>
    <message>
        <source>A part of the station stopped. It is starting again.</source>
        <translation>设备的一部分停了。正在重新启动。</translation>
    </message>
    <message>
        <source>The reading was not good enough.</source>
        <translation>读数不够好。</translation>
    </message>
    <message>
        <source>The camera is not connected. They can still hear you.</source>
        <translation>摄像头没有连接。对方仍能听到您。</translation>
    </message>
    <message>
        <source>The camera does not work. They can still hear you.</source>
        <translation>摄像头坏了。对方仍能听到您。</translation>
    </message>
    <message>
        <source>The microphone is not connected. You can write to the provider.</source>
        <translation>麦克风没有连接。您可以写给医生。</translation>
    </message>
    <message>
        <source>The microphone does not work. You can write to the provider.</source>
        <translation>麦克风坏了。您可以写给医生。</translation>
    </message>
    <message>
        <source>The microphone hears nothing. Is it switched off? You can write to the provider.</source>
        <translation>麦克风听不到声音。是不是关着？您可以写给医生。</translation>
    </message>
    <message>
        <source>You are too loud for the microphone. Please sit back a little.</source>
        <translation>您的声音对麦克风太大。请往后坐一点。</translation>
    </message>
    <message>
        <source>The microphone hums. You can still talk. Please tell a person here.</source>
        <translation>麦克风有杂音。您仍可以说话。请告诉这里的人。</translation>
    </message>
    <message>
        <source>This station has no stethoscope, or it is not plugged in.</source>
        <translation>这台设备没有听诊器，或没有插上。</translation>
    </message>
    <message>
        <source>The stethoscope does not work. Is it plugged in?</source>
        <translation>听诊器不能用。插上了吗？</translation>
    </message>
    <message>
        <source>The station&apos;s memory is full. It can take no pictures or sounds now.</source>
        <translation>设备的存储已满。现在不能拍照或录音。</translation>
    </message>
    <message>
        <source>The camera gave no picture. Please try again.</source>
        <translation>摄像头没有照片。请再试。</translation>
    </message>
    <message>
        <source>A picture is being taken already.</source>
        <translation>已经在拍照了。</translation>
    </message>
    <message>
        <source>That was too short. Please film again.</source>
        <translation>太短了。请重新录像。</translation>
    </message>
    <message>
        <source>That was too short. Please record again.</source>
        <translation>太短了。请重新录音。</translation>
    </message>
    <message>
        <source>A sound is being recorded already.</source>
        <translation>已经在录音了。</translation>
    </message>
    <message>
        <source>A part of the station started again. Please try again.</source>
        <translation>设备的一部分重新启动了。请再试。</translation>
    </message>
    <message>
        <source>That went wrong here. Please try again.</source>
        <translation>这里出错了。请再试。</translation>
    </message>
    <message>
        <source>The recording was stopped.</source>
        <translation>录音停止了。</translation>
    </message>
    <message>
        <source>The speaker is not connected. The provider can write to you.</source>
        <translation>喇叭没有连接。医生可以写给您。</translation>
    </message>
    <message>
        <source>The speaker does not work. The provider can write to you.</source>
        <translation>喇叭坏了。医生可以写给您。</translation>
    </message>
    <message>
        <source>The call could not start. We are trying again.</source>
        <translation>通话没能开始。我们正在重试。</translation>
    </message>
    <message>
        <source>No way to the provider was found. We are trying again.</source>
        <translation>没有找到通向医生的路。我们正在重试。</translation>
    </message>
    <message>
        <source>The network here blocks the call. We are trying again.</source>
        <translation>这里的网络拦住了通话。我们正在重试。</translation>
    </message>
    <message>
        <source>The connection broke. We are calling again.</source>
        <translation>连接断了。我们正在重新呼叫。</translation>
    </message>
    <message>
        <source>This visit has become too long for the station.</source>
        <translation>这次就诊太长了，设备装不下。</translation>
    </message>
    <message>
        <source>Please check that its cable sits tight.</source>
        <translation>请检查线是否插紧。</translation>
    </message>
    <message>
        <source>Please switch the device on.</source>
        <translation>请打开仪器。</translation>
    </message>
    <message>
        <source>You can&apos;t mend this yourself. Please ask somebody to help.</source>
        <translation>您自己修不了。请找人帮忙。</translation>
    </message>
    <message>
        <source>Please put your finger in the clip.</source>
        <translation>请把手指放进夹子。</translation>
    </message>
    <message>
        <source>Please hold still and don&apos;t talk.</source>
        <translation>请不要动，不要说话。</translation>
    </message>
    <message>
        <source>Please rub your hands warm, then try again.</source>
        <translation>请把手搓暖，再试。</translation>
    </message>
    <message>
        <source>Please put the cuff on again, snugly.</source>
        <translation>请重新绑好袖带，松紧合适。</translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation>请再试。</translation>
    </message>
    <message>
        <source>Please charge the device, or change its battery.</source>
        <translation>请给仪器充电，或换电池。</translation>
    </message>
    <message>
        <source>Please measure with the device. Then wait for its result.</source>
        <translation>请用仪器测。然后等结果。</translation>
    </message>
    <message>
        <source>Please step off the scale, wait, and step on again.</source>
        <translation>请下秤，等一下，再上去。</translation>
    </message>
    <message>
        <source>The cuff keeps its air. Open it by hand now.</source>
        <translation>袖带不放气。现在请用手打开。</translation>
    </message>
    <message>
        <source>Two devices look the same. The station must be told which to use.</source>
        <translation>两台仪器看起来一样。要告诉设备用哪台。</translation>
    </message>
    <message>
        <source>Please open the cuff by hand and take it off.</source>
        <translation>请用手打开袖带并取下。</translation>
    </message>
    <message>
        <source>Please take a new test strip.</source>
        <translation>请用新试纸。</translation>
    </message>
    <message>
        <source>The value kept changing.</source>
        <translation>数值一直在变。</translation>
    </message>
    <message>
        <source>Little blood flows in the finger. Warm your hand.</source>
        <translation>手指血流少。请把手暖一暖。</translation>
    </message>
    <message>
        <source>Movement disturbed the reading.</source>
        <translation>移动影响了读数。</translation>
    </message>
    <message>
        <source>The finger was not in the clip.</source>
        <translation>手指不在夹子里。</translation>
    </message>
    <message>
        <source>The pulse was hard to find.</source>
        <translation>脉搏很难找到。</translation>
    </message>
    <message>
        <source>The signal was weak.</source>
        <translation>信号弱。</translation>
    </message>
    <message>
        <source>This clip is less exact at such low values.</source>
        <translation>数值这么低时这个夹子不太准。</translation>
    </message>
    <message>
        <source>The value can&apos;t be right.</source>
        <translation>这个数值不可能对。</translation>
    </message>
    <message>
        <source>The value is unusual. It should be measured again.</source>
        <translation>这个数值不寻常。应该再测。</translation>
    </message>
    <message>
        <source>The rest before was short.</source>
        <translation>测之前休息得短。</translation>
    </message>
    <message>
        <source>You did not rest before. It may be too high.</source>
        <translation>您之前没有休息。可能偏高。</translation>
    </message>
    <message>
        <source>Clip and cuff counted different pulses.</source>
        <translation>夹子和袖带数的脉搏不同。</translation>
    </message>
    <message>
        <source>The readings differ from each other.</source>
        <translation>几次读数不一样。</translation>
    </message>
    <message>
        <source>The pulse was not even.</source>
        <translation>脉搏不齐。</translation>
    </message>
    <message>
        <source>This is from one reading only.</source>
        <translation>这只是一次读数。</translation>
    </message>
    <message>
        <source>The device reported a fault.</source>
        <translation>仪器报告了故障。</translation>
    </message>
    <message>
        <source>This is not a Carepost card. Please try another one.</source>
        <translation>这不是 Carepost 卡。请换一张。</translation>
    </message>
    <message>
        <source>Card and birth date do not match. Please try again.</source>
        <translation>卡和出生日期不匹配。请再试。</translation>
    </message>
    <message>
        <source>The code has six digits.</source>
        <translation>验证码是六位数。</translation>
    </message>
    <message>
        <source>We found no earlier visit. Please type your name.</source>
        <translation>没有找到以前的就诊。请输入您的名字。</translation>
    </message>
    <message>
        <source>That did not match too often. Please type your name.</source>
        <translation>不匹配的次数太多。请输入您的名字。</translation>
    </message>
    <message>
        <source>We can&apos;t look that up now. Please type your name.</source>
        <translation>现在查不了。请输入您的名字。</translation>
    </message>
    <message>
        <source>This is not a staff badge. Please try another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the badge that signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another resident&apos;s wristband. Leave this one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody on your list wears this. Please look for the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are filed for this resident already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please check two things. The room is not one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is being saved. Please wait a moment.</source>
        <translation>照片正在保存。请稍等。</translation>
    </message>
    <message>
        <source>They did not agree. It was noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device was unplugged.</source>
        <translation>仪器被拔掉了。</translation>
    </message>
    <message>
        <source>The device is silent.</source>
        <translation>仪器没有声响。</translation>
    </message>
    <message>
        <source>We can&apos;t understand the device.</source>
        <translation>我们读不懂这台仪器。</translation>
    </message>
    <message>
        <source>The device is not ready yet.</source>
        <translation>仪器还没准备好。</translation>
    </message>
    <message>
        <source>We could not find your pulse.</source>
        <translation>我们找不到您的脉搏。</translation>
    </message>
    <message>
        <source>You moved while it measured.</source>
        <translation>测量时您动了。</translation>
    </message>
    <message>
        <source>The test strip could not be read.</source>
        <translation>试纸读不出来。</translation>
    </message>
    <message>
        <source>The cuff lets air out.</source>
        <translation>袖带漏气。</translation>
    </message>
    <message>
        <source>Your arm needs a rest of ten minutes.</source>
        <translation>您的手臂需要休息十分钟。</translation>
    </message>
    <message>
        <source>We tried twice, and could not measure it well.</source>
        <translation>我们试了两次，都测不好。</translation>
    </message>
    <message>
        <source>This station can&apos;t do that yet.</source>
        <translation>这台设备还做不到。</translation>
    </message>
    <message>
        <source>We take pictures of a minor only if a parent or guardian says yes. Is one with you?</source>
        <translation>只有父母或监护人同意，我们才给未成年人拍照。有人陪你吗？</translation>
    </message>
    <message>
        <source>Please plug its cable in.</source>
        <translation>请插上它的线。</translation>
    </message>
    <message>
        <source>Please wait, then try again.</source>
        <translation>请等一下，再试。</translation>
    </message>
    <message>
        <source>The time may be wrong.</source>
        <translation>时间可能不对。</translation>
    </message>
    <message>
        <source>The cuff does not fit this arm.</source>
        <translation>袖带不适合这只手臂。</translation>
    </message>
    <message>
        <source>The cuff was not as high as your heart.</source>
        <translation>袖带没有和心脏一样高。</translation>
    </message>
    <message>
        <source>The cuff was too loose.</source>
        <translation>袖带太松。</translation>
    </message>
    <message>
        <source>The device&apos;s battery is low.</source>
        <translation>仪器电池低。</translation>
    </message>
    <message>
        <source>It is time to have this device checked.</source>
        <translation>这台仪器该检查了。</translation>
    </message>
    <message>
        <source>The device worked out the value before it was sure.</source>
        <translation>仪器在确定之前算出了数值。</translation>
    </message>
    <message>
        <source>The device was in test mode. This is no real value.</source>
        <translation>仪器在测试模式。这不是真实的值。</translation>
    </message>
    <message>
        <source>The device had stored this before.</source>
        <translation>这是仪器以前存的。</translation>
    </message>
    <message>
        <source>Very low. Somebody should check you now.</source>
        <translation>非常低。现在应该有人看看您。</translation>
    </message>
    <message>
        <source>Low. Talk to a provider about it.</source>
        <translation>低。请和医生谈谈。</translation>
    </message>
    <message>
        <source>A little low. Ask the provider.</source>
        <translation>有点低。请问医生。</translation>
    </message>
    <message>
        <source>In the usual range for adults.</source>
        <translation>在成人的常见范围内。</translation>
    </message>
    <message>
        <source>A little high. Ask the provider.</source>
        <translation>有点高。请问医生。</translation>
    </message>
    <message>
        <source>High. Talk to a provider about it.</source>
        <translation>高。请和医生谈谈。</translation>
    </message>
    <message>
        <source>Very high. Somebody should check you now.</source>
        <translation>非常高。现在应该有人看看您。</translation>
    </message>
    <message>
        <source>The provider will tell you what this means for you.</source>
        <translation>医生会告诉您这对您意味着什么。</translation>
    </message>
    <message>
        <source>Not measured well. Don&apos;t rely on this number.</source>
        <translation>没测好。不要依靠这个数字。</translation>
    </message>
    <message>
        <source>Not measured.</source>
        <translation>没有测。</translation>
    </message>
    <message>
        <source>Oxygen (SpO2)</source>
        <translation>血氧（SpO2）</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>脉搏</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>血压</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>体重</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>身高</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <translation>血糖</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>心率</translation>
    </message>
    <message>
        <source>Breathing</source>
        <translation>呼吸</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>疼痛</translation>
    </message>
    <message>
        <source>How awake you are</source>
        <translation>您有多清醒</translation>
    </message>
    <message>
        <source>Air or oxygen</source>
        <translation>空气或氧气</translation>
    </message>
    <message>
        <source>You did not want it.</source>
        <translation>您不想做。</translation>
    </message>
    <message>
        <source>It hurts.</source>
        <translation>疼。</translation>
    </message>
    <message>
        <source>You could not do it.</source>
        <translation>您做不了。</translation>
    </message>
    <message>
        <source>You can&apos;t stand safely.</source>
        <translation>您站不稳。</translation>
    </message>
    <message>
        <source>No cuff fits your arm.</source>
        <translation>没有袖带适合您的手臂。</translation>
    </message>
    <message>
        <source>A cuff should not go on either arm.</source>
        <translation>两只手臂都不应绑袖带。</translation>
    </message>
    <message>
        <source>The device did not work. The staff know.</source>
        <translation>仪器坏了。工作人员知道。</translation>
    </message>
    <message>
        <source>It did not work, and you went on.</source>
        <translation>没测成，您继续了。</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>护士</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>护理员</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>医生</translation>
    </message>
    <message>
        <source>Pharmacist</source>
        <translation>药剂师</translation>
    </message>
    <message>
        <source>Other staff</source>
        <translation>其他工作人员</translation>
    </message>
    <message>
        <source>Awake and clear</source>
        <translation>清醒，清楚</translation>
    </message>
    <message>
        <source>Newly confused</source>
        <translation>新出现的糊涂</translation>
    </message>
    <message>
        <source>Answers only when spoken to</source>
        <translation>叫他才有反应</translation>
    </message>
    <message>
        <source>Answers only to pain</source>
        <translation>疼才有反应</translation>
    </message>
    <message>
        <source>Does not answer at all</source>
        <translation>完全没有反应</translation>
    </message>
    <message>
        <source>Breathes air</source>
        <translation>呼吸空气</translation>
    </message>
    <message>
        <source>Gets oxygen</source>
        <translation>在吸氧</translation>
    </message>
    <message>
        <source>Moans, cries or gasps</source>
        <translation>呻吟、哭或喘</translation>
    </message>
    <message>
        <source>Says that it hurts</source>
        <translation>说疼</translation>
    </message>
    <message>
        <source>Frowns, winces or clenches the teeth</source>
        <translation>皱眉、退缩或咬牙</translation>
    </message>
    <message>
        <source>Holds or guards a part of the body</source>
        <translation>捂住或护住身体某处</translation>
    </message>
    <message>
        <source>Taken in the mouth.</source>
        <translation>在口腔测的。</translation>
    </message>
    <message>
        <source>Taken under the arm.</source>
        <translation>在腋下测的。</translation>
    </message>
    <message>
        <source>Taken in the bottom.</source>
        <translation>在肛门测的。</translation>
    </message>
    <message>
        <source>Taken in the ear.</source>
        <translation>在耳朵测的。</translation>
    </message>
    <message>
        <source>Taken on the forehead.</source>
        <translation>在额头测的。</translation>
    </message>
    <message>
        <source>Taken on a finger.</source>
        <translation>在手指测的。</translation>
    </message>
    <message>
        <source>Taken on a toe.</source>
        <translation>在脚趾测的。</translation>
    </message>
    <message>
        <source>Taken on the skin.</source>
        <translation>在皮肤上测的。</translation>
    </message>
    <message>
        <source>It is more than the device can measure.</source>
        <translation>超过仪器能测的范围。</translation>
    </message>
    <message>
        <source>It is less than the device can measure.</source>
        <translation>低于仪器能测的范围。</translation>
    </message>
    <message>
        <source>The device&apos;s clock is wrong.</source>
        <translation>仪器的时钟不对。</translation>
    </message>
    <message>
        <source>Left arm</source>
        <translation>左臂</translation>
    </message>
    <message>
        <source>Right arm</source>
        <translation>右臂</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Extra large</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>You can care for yourself at home.</source>
        <translation>您可以在家自己照顾。</translation>
    </message>
    <message>
        <source>Please go and see somebody in person.</source>
        <translation>请去当面看医生。</translation>
    </message>
    <message>
        <source>Please come back for a check.</source>
        <translation>请回来复查。</translation>
    </message>
    <message>
        <source>beats a minute</source>
        <translation>次/分钟</translation>
    </message>
    <message>
        <source>breaths a minute</source>
        <translation>次呼吸/分钟</translation>
    </message>
    <message>
        <source>of 10</source>
        <translation>/ 10</translation>
    </message>
    <message>
        <source>No sign of pain</source>
        <translation>没有疼痛的迹象</translation>
    </message>
</context>
</TS>
