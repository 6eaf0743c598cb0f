<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_EG">
<context>
    <name>BottomBar</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>Call</name>
    <message>
        <source>The provider asks: may we measure your oxygen?</source>
        <translation>مقدّم الرعاية يسأل: هل نقيس الأكسجين لديك؟</translation>
    </message>
    <message>
        <source>The provider asks: may we measure your blood pressure?</source>
        <translation>مقدّم الرعاية يسأل: هل نقيس ضغط دمك؟</translation>
    </message>
    <message>
        <source>The provider asks: may we take your temperature?</source>
        <translation>مقدّم الرعاية يسأل: هل نقيس حرارتك؟</translation>
    </message>
    <message>
        <source>The provider asks: may we weigh you?</source>
        <translation>مقدّم الرعاية يسأل: هل نقيس وزنك؟</translation>
    </message>
    <message>
        <source>The provider asks: may we measure your blood sugar?</source>
        <translation>مقدّم الرعاية يسأل: هل نقيس سكر دمك؟</translation>
    </message>
    <message>
        <source>The provider asks: may we measure your heart rate?</source>
        <translation>مقدّم الرعاية يسأل: هل نقيس سرعة قلبك؟</translation>
    </message>
    <message>
        <source>The provider asks the staff here to count your breaths. Is that all right?</source>
        <translation>يطلب مقدّم الرعاية من الموظفين هنا أن يعدّوا أنفاسك. هل توافق؟</translation>
    </message>
    <message>
        <source>The provider asks the staff here how awake you are. Is that all right?</source>
        <translation>يسأل مقدّم الرعاية الموظفين هنا عن مدى يقظتك. هل توافق؟</translation>
    </message>
    <message>
        <source>The provider asks the staff here if you get oxygen. Is that all right?</source>
        <translation>يسأل مقدّم الرعاية الموظفين هنا هل تأخذ أكسجين. هل توافق؟</translation>
    </message>
    <message>
        <source>The provider asks the staff here about your pain. Is that all right?</source>
        <translation>يسأل مقدّم الرعاية الموظفين هنا عن ألمك. هل توافق؟</translation>
    </message>
    <message>
        <source>The provider asks the staff here to measure how tall you are. Is that all right?</source>
        <translation>يطلب مقدّم الرعاية من الموظفين هنا قياس طولك. هل توافق؟</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your skin?</source>
        <translation>مقدّم الرعاية يسأل: هل نصوّر جلدك؟</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your wound?</source>
        <translation>مقدّم الرعاية يسأل: هل نصوّر جرحك؟</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your eye?</source>
        <translation>مقدّم الرعاية يسأل: هل نصوّر عينك؟</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your throat?</source>
        <translation>مقدّم الرعاية يسأل: هل نصوّر حلقك؟</translation>
    </message>
    <message>
        <source>The provider asks: may we film your face for a short time?</source>
        <translation>مقدّم الرعاية يسأل: هل نصوّر وجهك بالفيديو لوقت قصير؟</translation>
    </message>
    <message>
        <source>The provider asks: may we film your eyes for a short time?</source>
        <translation>مقدّم الرعاية يسأل: هل نصوّر عينيك بالفيديو لوقت قصير؟</translation>
    </message>
    <message>
        <source>The provider asks: may we film your hands for a short time?</source>
        <translation>مقدّم الرعاية يسأل: هل نصوّر يديك بالفيديو لوقت قصير؟</translation>
    </message>
    <message>
        <source>The provider asks: may we film how you breathe?</source>
        <translation>مقدّم الرعاية يسأل: هل نصوّر كيف تتنفس؟</translation>
    </message>
    <message>
        <source>The provider asks: may we film how you walk?</source>
        <translation>مقدّم الرعاية يسأل: هل نصوّر كيف تمشي؟</translation>
    </message>
    <message>
        <source>The provider asks: may we record the sound of your heart?</source>
        <translation>مقدّم الرعاية يسأل: هل نسجّل صوت قلبك؟</translation>
    </message>
    <message>
        <source>The provider asks: may we record the sound of your lungs?</source>
        <translation>مقدّم الرعاية يسأل: هل نسجّل صوت رئتيك؟</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>مقدّم الرعاية</translation>
    </message>
    <message>
        <source>Your plan is ready. You see it after the call.</source>
        <translation>خطتك جاهزة. ستراها بعد المكالمة.</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>مقدّم رعاية</translation>
    </message>
    <message>
        <source>specialist</source>
        <translation>اختصاصي</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>مترجم</translation>
    </message>
    <message>
        <source>family or friend</source>
        <translation>قريب أو صديق</translation>
    </message>
    <message>
        <source>student</source>
        <translation>طالب</translation>
    </message>
    <message>
        <source>writes what is said</source>
        <translation>يكتب ما يُقال</translation>
    </message>
    <message>
        <source>%1 (%2) wants to join this call. Is that all right?</source>
        <translation>⁨%1⁩ (⁨%2⁩) يريد الانضمام إلى هذه المكالمة. هل توافق؟</translation>
    </message>
    <message>
        <source>They will see and hear you. You can ask them to leave at any time.</source>
        <translation>سيراك ويسمعك. يمكنك أن تطلب منه الخروج في أي وقت.</translation>
    </message>
    <message>
        <source>They see and hear you and write what is said, for you to read. You can ask them to leave.</source>
        <translation>يراك ويسمعك ويكتب ما يُقال لتقرأه. يمكنك أن تطلب منه الخروج.</translation>
    </message>
    <message>
        <source>May %1 also see the pictures and hear the sounds of this visit?</source>
        <translation>هل تسمح بأن يرى ⁨%1⁩ أيضًا صور هذه الزيارة ويسمع أصواتها؟</translation>
    </message>
    <message>
        <source>Only while this call goes on. They do not see your answers or readings.</source>
        <translation>فقط أثناء هذه المكالمة. لا يرى إجاباتك ولا قياساتك.</translation>
    </message>
    <message>
        <source>%1 wrote to you.</source>
        <translation>كتب إليك ⁨%1⁩.</translation>
    </message>
    <message>
        <source>The picture starts again. Please stay.</source>
        <translation>ستعود الصورة. ابقَ من فضلك.</translation>
    </message>
    <message>
        <source>We could not make sure who is on the line, so we stopped. Please end the call.</source>
        <translation>لم نتأكد من الذي على الخط، فأوقفنا. أنهِ المكالمة من فضلك.</translation>
    </message>
    <message>
        <source>The call starts.</source>
        <translation>تبدأ المكالمة.</translation>
    </message>
    <message>
        <source>The connection broke. We are calling again. You can write, or end the call.</source>
        <translation>انقطع الاتصال. نتصل من جديد. يمكنك أن تكتب أو أن تنهي المكالمة.</translation>
    </message>
    <message>
        <source>The line to the center is down. You can go on talking.</source>
        <translation>انقطع الخط إلى المركز. يمكنك متابعة الكلام.</translation>
    </message>
    <message>
        <source>The line is weak. The picture is smaller now.</source>
        <translation>الخط ضعيف. الصورة أصغر الآن.</translation>
    </message>
    <message>
        <source>The line is weak. The picture moves less now.</source>
        <translation>الخط ضعيف. حركة الصورة أقل الآن.</translation>
    </message>
    <message>
        <source>The line is weak. The picture stands still. You can go on talking.</source>
        <translation>الخط ضعيف. الصورة ثابتة. يمكنك متابعة الكلام.</translation>
    </message>
    <message>
        <source>The line is too weak for pictures. You can go on talking.</source>
        <translation>الخط أضعف من أن ينقل الصورة. يمكنك متابعة الكلام.</translation>
    </message>
    <message>
        <source>The line is too weak for sound. Please write to each other.</source>
        <translation>الخط أضعف من أن ينقل الصوت. تراسلا بالكتابة من فضلكما.</translation>
    </message>
    <message>
        <source>The line is weak. They see you smaller now.</source>
        <translation>الخط ضعيف. يرونك أصغر الآن.</translation>
    </message>
    <message>
        <source>The line is weak. They see you move less now.</source>
        <translation>الخط ضعيف. يرون حركتك أقل الآن.</translation>
    </message>
    <message>
        <source>The line is weak. They see a still picture of you. They hear you.</source>
        <translation>الخط ضعيف. يرون لك صورة ثابتة. هم يسمعونك.</translation>
    </message>
    <message>
        <source>The line is too weak for your picture. They hear you.</source>
        <translation>الخط أضعف من أن ينقل صورتك. هم يسمعونك.</translation>
    </message>
    <message>
        <source>The line is too weak for your voice. Please write to them.</source>
        <translation>الخط أضعف من أن ينقل صوتك. اكتب إليهم من فضلك.</translation>
    </message>
</context>
<context>
    <name>CallCaptions</name>
    <message>
        <source>Read what was said before</source>
        <translation>اقرأ ما قيل من قبل</translation>
    </message>
    <message>
        <source>On to what is said now</source>
        <translation>إلى ما يقال الآن</translation>
    </message>
</context>
<context>
    <name>CallCards</name>
    <message>
        <source>not reliable</source>
        <translation>غير موثوق</translation>
    </message>
    <message>
        <source>My answers</source>
        <translation>إجاباتي</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>أخفض</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Ask %1 to leave the call?</source>
        <translation>هل نطلب من ⁨%1⁩ الخروج من المكالمة؟</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>حسنًا</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>قف</translation>
    </message>
</context>
<context>
    <name>CallPictures</name>
    <message>
        <source>The picture comes in a moment.</source>
        <translation>ستأتي الصورة بعد لحظة.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>⁨%1⁩ و⁨%2⁩ آخرون</translation>
    </message>
    <message>
        <source>Ask %1 to leave</source>
        <translation>اطلب من ⁨%1⁩ الخروج</translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>%1 is writing</source>
        <translation>⁨%1⁩ يكتب</translation>
    </message>
    <message>
        <source>Write to the provider. They see each letter as you type.</source>
        <translation>اكتب إلى مقدّم الرعاية. يرى كل حرف وأنت تكتب.</translation>
    </message>
    <message>
        <source>Write to the provider</source>
        <translation>اكتب إلى مقدّم الرعاية</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
</context>
<context>
    <name>CallTools</name>
    <message>
        <source>not reliable</source>
        <translation>غير موثوق</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>كتم الصوت</translation>
    </message>
    <message>
        <source>Speak again</source>
        <translation>تكلّم من جديد</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>أغلق الكاميرا</translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation>شغّل الكاميرا</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>My answers</source>
        <translation>إجاباتي</translation>
    </message>
    <message>
        <source>Close text</source>
        <translation>أغلق الكتابة</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>كتابة</translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation>اطلب شخصًا</translation>
    </message>
    <message>
        <source>End call</source>
        <translation>أنهِ المكالمة</translation>
    </message>
</context>
<context>
    <name>CameraLight</name>
    <message>
        <source>Camera and microphone are on</source>
        <translation>الكاميرا والميكروفون يعملان</translation>
    </message>
    <message>
        <source>The camera is on</source>
        <translation>الكاميرا تعمل</translation>
    </message>
    <message>
        <source>The microphone is on</source>
        <translation>الميكروفون يعمل</translation>
    </message>
    <message>
        <source>On</source>
        <translation>يعمل</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Please wipe the station for the next person.</source>
        <translation>من فضلك امسح المحطة للشخص التالي.</translation>
    </message>
    <message>
        <source>Use a wipe. Do all three.</source>
        <translation>استعمل منديلاً معقماً. امسح الثلاثة.</translation>
    </message>
    <message>
        <source>1. The cuff</source>
        <translation>1. الكفة</translation>
    </message>
    <message>
        <source>2. The finger clip</source>
        <translation>2. مشبك الإصبع</translation>
    </message>
    <message>
        <source>3. This screen</source>
        <translation>3. هذه الشاشة</translation>
    </message>
    <message>
        <source>Need help now? Touch here.</source>
        <translation>تحتاج مساعدة الآن؟ المس هنا.</translation>
    </message>
    <message>
        <source>Yes, I need help now</source>
        <translation>نعم، أحتاج مساعدة الآن</translation>
    </message>
    <message>
        <source>In an emergency call %1.</source>
        <translation>في حالة الطوارئ اتصل بـ ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Touch is off, so that you can wipe: %1 s</source>
        <translation>اللمس متوقف لكي تمسح: ⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>It is clean</source>
        <translation>صارت نظيفة</translation>
    </message>
    <message>
        <source>There are no wipes</source>
        <translation>لا توجد مناديل</translation>
    </message>
</context>
<context>
    <name>Commissioning</name>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>The station tries every way that calls and data may take.</source>
        <translation>تجرّب المحطة كل الطرق التي قد تسلكها المكالمات والبيانات.</translation>
    </message>
    <message>
        <source>Give what it asks for to the IT department.</source>
        <translation>أعطِ قسم تقنية المعلومات ما تطلبه.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>Does the station show the right day and time?</source>
        <translation>هل تعرض المحطة اليوم والوقت الصحيحين؟</translation>
    </message>
    <message>
        <source>Size of the screen</source>
        <translation>حجم الشاشة</translation>
    </message>
    <message>
        <source>Hold a ruler to the line. It should be as long as written.</source>
        <translation>ضع مسطرة على الخط. يجب أن يكون طوله كما هو مكتوب.</translation>
    </message>
    <message>
        <source>Touch</source>
        <translation>اللمس</translation>
    </message>
    <message>
        <source>Touch the middle of each ring with a fingertip.</source>
        <translation>المس وسط كل حلقة بطرف إصبعك.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Be quiet, then listen: the station plays three tones.</source>
        <translation>اصمت ثم استمع: تُصدر المحطة ثلاث نغمات.</translation>
    </message>
    <message>
        <source>Did you hear three tones, clear and loud enough at 1 m?</source>
        <translation>هل سمعت ثلاث نغمات واضحة وعالية بما يكفي على بعد متر؟</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Sit where the patient sits.</source>
        <translation>اجلس حيث يجلس المريض.</translation>
    </message>
    <message>
        <source>Is your face in the picture, lit from the front and sharp?</source>
        <translation>هل وجهك في الصورة، مضاء من الأمام وواضح؟</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>Did the test page come out whole?</source>
        <translation>هل خرجت صفحة الاختبار كاملة؟</translation>
    </message>
    <message>
        <source>Blood pressure against a reference</source>
        <translation>ضغط الدم مقابل مرجع</translation>
    </message>
    <message>
        <source>Join cuff, reference manometer and a rigid cylinder by a T-piece.</source>
        <translation>صِل الكفة ومقياس الضغط المرجعي وأسطوانة صلبة بوصلة على شكل T.</translation>
    </message>
    <message>
        <source>Measure. Near 120 mmHg touch “Hold”, and read the reference.</source>
        <translation>قِس. قرب 120 mmHg المس «تثبيت» واقرأ المرجع.</translation>
    </message>
    <message>
        <source>Oximeter on the technician, beside a second oximeter</source>
        <translation>مقياس الأكسجين على الفني بجانب مقياس ثانٍ</translation>
    </message>
    <message>
        <source>Both on fingers of the same hand, warm, still, for 30 s.</source>
        <translation>كلاهما على أصابع اليد نفسها، دافئة وساكنة، لمدة 30 ثانية.</translation>
    </message>
    <message>
        <source>Read both at the same moment.</source>
        <translation>اقرأ الاثنين في اللحظة نفسها.</translation>
    </message>
    <message>
        <source>Thermometer beside a reference</source>
        <translation>ميزان الحرارة بجانب مرجع</translation>
    </message>
    <message>
        <source>Both at the same place, or in the same water bath at 37 °C.</source>
        <translation>كلاهما في الموضع نفسه، أو في حمام الماء نفسه عند 37 °C.</translation>
    </message>
    <message>
        <source>Read both when they are steady.</source>
        <translation>اقرأ الاثنين عندما يستقران.</translation>
    </message>
    <message>
        <source>Scale with a known weight</source>
        <translation>الميزان مع وزن معروف</translation>
    </message>
    <message>
        <source>Empty the scale: it must show 0.</source>
        <translation>أفرغ الميزان: يجب أن يعرض 0.</translation>
    </message>
    <message>
        <source>Put the known weight on its middle (20 kg or more).</source>
        <translation>ضع الوزن المعروف في وسطه (20 كغ أو أكثر).</translation>
    </message>
    <message>
        <source>Glucose meter with its control solution</source>
        <translation>مقياس السكر مع محلول التحكم الخاص به</translation>
    </message>
    <message>
        <source>Take a fresh strip and the control solution.</source>
        <translation>خذ شريطًا جديدًا ومحلول التحكم.</translation>
    </message>
    <message>
        <source>The reference is the middle of the range on the vial.</source>
        <translation>المرجع هو منتصف النطاق المكتوب على القارورة.</translation>
    </message>
    <message>
        <source>Heart rate beside a counted pulse</source>
        <translation>معدل القلب بجانب نبض معدود</translation>
    </message>
    <message>
        <source>Put it on; sit for a minute.</source>
        <translation>البسه واجلس دقيقة.</translation>
    </message>
    <message>
        <source>Count the pulse for 60 s.</source>
        <translation>عُدّ النبض لمدة 60 ثانية.</translation>
    </message>
    <message>
        <source>A card is read</source>
        <translation>تُقرأ بطاقة</translation>
    </message>
    <message>
        <source>Scan a test card: does the station go on?</source>
        <translation>امسح بطاقة اختبار: هل تتابع المحطة؟</translation>
    </message>
</context>
<context>
    <name>Count</name>
    <message>
        <source>Count again</source>
        <translation>عُدَّ من جديد</translation>
    </message>
    <message>
        <source>Breath</source>
        <translation>نَفَس</translation>
    </message>
</context>
<context>
    <name>CuffMeasure</name>
    <message>
        <source>Reading %1</source>
        <translation>القياس ⁨%1⁩</translation>
    </message>
    <message>
        <source>The last reading: %1</source>
        <translation>آخر قياس: ⁨%1⁩</translation>
    </message>
    <message>
        <source>mmHg in the cuff</source>
        <translation>مم زئبق في الشريط</translation>
    </message>
    <message>
        <source>To stop the cuff, press its own button again.</source>
        <translation>لإيقاف الشريط اضغط زره مرة أخرى.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>قف</translation>
    </message>
</context>
<context>
    <name>Device</name>
    <message>
        <source>Skip this measurement</source>
        <translation>تخطَّ هذا القياس</translation>
    </message>
</context>
<context>
    <name>Emergency</name>
    <message>
        <source>A provider has seen your alarm at %1.</source>
        <translation>رأى مقدّم رعاية إنذارك في ⁨%1⁩.</translation>
    </message>
    <message>
        <source>A person here has seen your alarm at %1.</source>
        <translation>رأى شخص هنا إنذارك في ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Somebody has seen your alarm at %1.</source>
        <translation>رأى أحدهم إنذارك في ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Alarm sent %1 min ago. No answer yet.</source>
        <translation>أُرسل الإنذار قبل ⁨%1⁩ دقيقة. لا جواب بعد.</translation>
    </message>
    <message>
        <source>Alarm raised %1 min ago. It has not reached anybody yet.</source>
        <translation>أُطلق الإنذار قبل ⁨%1⁩ دقيقة. لم يصل إلى أحد بعد.</translation>
    </message>
    <message>
        <source>We are asking for a provider.</source>
        <translation>نطلب مقدّم رعاية.</translation>
    </message>
    <message>
        <source>No provider can answer right now.</source>
        <translation>لا يستطيع أي مقدّم رعاية أن يجيب الآن.</translation>
    </message>
    <message>
        <source>We can&apos;t reach a provider: there is no connection.</source>
        <translation>لا نستطيع الوصول إلى مقدّم رعاية: لا يوجد اتصال.</translation>
    </message>
    <message>
        <source>Talk to a provider now</source>
        <translation>تكلّم مع مقدّم رعاية الآن</translation>
    </message>
    <message>
        <source>Go on with the visit</source>
        <translation>تابع الزيارة</translation>
    </message>
    <message>
        <source>I touched that by mistake</source>
        <translation>لمست ذلك بالخطأ</translation>
    </message>
    <message>
        <source>You are not alone.</source>
        <translation>لست وحدك.</translation>
    </message>
    <message>
        <source>This may be an emergency.</source>
        <translation>قد تكون هذه حالة طارئة.</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>اتصل بالرقم ⁨%1⁩</translation>
    </message>
    <message>
        <source>You are at: %1</source>
        <translation>أنت في: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>الخطوة ⁨%1⁩ من ⁨%2⁩: ⁨%3⁩</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>لغة أخرى</translation>
    </message>
    <message>
        <source>Size of the letters: %1 of %2</source>
        <translation>حجم الحروف: ⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>Strong contrast</source>
        <translation>تباين قوي</translation>
    </message>
    <message>
        <source>Volume and voice: %1 of %2</source>
        <translation>مستوى الصوت والقراءة: ⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>Volume: %1 of %2</source>
        <translation>مستوى الصوت: ⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Leave: end your visit</source>
        <translation>خروج: أنهِ زيارتك</translation>
    </message>
    <message>
        <source>Sign out: end your round</source>
        <translation>خروج: إنهاء جولتك</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>أخفض</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Read the screen aloud</source>
        <translation>اقرأ الشاشة بصوت عالٍ</translation>
    </message>
    <message>
        <source>Hide the screen while it reads</source>
        <translation>أخفِ الشاشة وهي تقرأ</translation>
    </message>
    <message>
        <source>Let nothing move</source>
        <translation>لا تحرّك شيئًا</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>We are saving your answers.</source>
        <translation>نحفظ إجاباتك.</translation>
    </message>
    <message>
        <source>We could not save everything yet. We keep trying.</source>
        <translation>لم نحفظ كل شيء بعد. نواصل المحاولة.</translation>
    </message>
    <message>
        <source>The station&apos;s memory is full. Please get a person. Measuring still works.</source>
        <translation>ذاكرة المحطة ممتلئة. اطلب شخصًا من فضلك. القياس ما زال يعمل.</translation>
    </message>
    <message>
        <source>They are saved here, locked. A part must be fetched by a person.</source>
        <translation>هي محفوظة هنا ومقفلة. يجب أن يأخذ شخص جزءًا منها.</translation>
    </message>
    <message>
        <source>They are saved here, locked, and will be sent.</source>
        <translation>هي محفوظة هنا ومقفلة، وسوف تُرسل.</translation>
    </message>
    <message>
        <source>They are saved and sent.</source>
        <translation>حُفظت وأُرسلت.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>حروف كبيرة</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>أرقام ورموز</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>حروف</translation>
    </message>
    <message>
        <source>Letters of another language</source>
        <translation>حروف لغة أخرى</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>A thermometer under the tongue, lips closed</source>
        <translation>ميزان حرارة تحت اللسان والشفتان مغلقتان</translation>
    </message>
    <message>
        <source>A thermometer in the armpit, the arm pressed down</source>
        <translation>ميزان حرارة تحت الإبط والذراع مضمومة</translation>
    </message>
    <message>
        <source>A thermometer in the ear</source>
        <translation>ميزان حرارة في الأذن</translation>
    </message>
    <message>
        <source>A thermometer held before the forehead</source>
        <translation>ميزان حرارة أمام الجبين</translation>
    </message>
    <message>
        <source>A thermometer with its display</source>
        <translation>ميزان حرارة وشاشته</translation>
    </message>
    <message>
        <source>Put the thermometer under your tongue.</source>
        <translation>ضع ميزان الحرارة تحت لسانك.</translation>
    </message>
    <message>
        <source>Put the thermometer in your armpit.</source>
        <translation>ضع ميزان الحرارة تحت إبطك.</translation>
    </message>
    <message>
        <source>Put the thermometer in your ear.</source>
        <translation>ضع ميزان الحرارة في أذنك.</translation>
    </message>
    <message>
        <source>Hold the thermometer to your forehead.</source>
        <translation>قرّب ميزان الحرارة من جبينك.</translation>
    </message>
    <message>
        <source>Oxygen</source>
        <translation>الأكسجين</translation>
    </message>
    <message>
        <source>Put one finger into the clip.</source>
        <translation>ضع إصبعًا واحدًا في المشبك.</translation>
    </message>
    <message>
        <source>Use a warm hand. Nail polish makes it less exact.</source>
        <translation>استعمل يدًا دافئة. طلاء الأظافر يقلل الدقة.</translation>
    </message>
    <message>
        <source>Rest your hand on the table and keep still.</source>
        <translation>ضع يدك على الطاولة ولا تتحرك.</translation>
    </message>
    <message>
        <source>It shines light through your finger and does not hurt.</source>
        <translation>يمرر ضوءًا عبر إصبعك ولا يؤلم.</translation>
    </message>
    <message>
        <source>A finger in the clip, nail up</source>
        <translation>إصبع في المشبك والظفر إلى أعلى</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>ضغط الدم</translation>
    </message>
    <message>
        <source>A cuff on the upper arm, the tube pointing down</source>
        <translation>شريط على أعلى الذراع والأنبوب إلى أسفل</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>الحرارة</translation>
    </message>
    <message>
        <source>Take the thermometer.</source>
        <translation>خذ ميزان الحرارة.</translation>
    </message>
    <message>
        <source>Put a new cover on it first, if it has one.</source>
        <translation>ضع عليه غطاءً جديدًا أولاً إن كان له غطاء.</translation>
    </message>
    <message>
        <source>Hot or cold drinks change the number. Wait 15 minutes after one.</source>
        <translation>المشروبات الساخنة أو الباردة تغيّر الرقم. انتظر 15 دقيقة بعدها.</translation>
    </message>
    <message>
        <source>It tells us if you have a fever.</source>
        <translation>يخبرنا هل عندك حمى.</translation>
    </message>
    <message>
        <source>Measure now. Wait until it beeps.</source>
        <translation>قِس الآن. انتظر حتى تسمع الصوت.</translation>
    </message>
    <message>
        <source>Very good. Keep still.</source>
        <translation>جيد جدًا. لا تتحرك.</translation>
    </message>
    <message>
        <source>Please keep still. Don&apos;t talk.</source>
        <translation>لا تتحرك ولا تتكلم من فضلك.</translation>
    </message>
    <message>
        <source>Done. You can put the thermometer back.</source>
        <translation>تم. يمكنك إعادة ميزان الحرارة.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>الوزن</translation>
    </message>
    <message>
        <source>Can you stand safely on your own?</source>
        <translation>هل تستطيع الوقوف وحدك بأمان؟</translation>
    </message>
    <message>
        <source>Take off your shoes and your coat. Empty your pockets.</source>
        <translation>اخلع حذاءك ومعطفك. أفرغ جيوبك.</translation>
    </message>
    <message>
        <source>Then touch Start, and step on the scale.</source>
        <translation>ثم المس «ابدأ» واصعد على الميزان.</translation>
    </message>
    <message>
        <source>Your weight shows if your body holds water.</source>
        <translation>وزنك يبيّن هل يحتفظ جسمك بالماء.</translation>
    </message>
    <message>
        <source>A person standing still on a scale, without shoes</source>
        <translation>شخص يقف ثابتًا على الميزان بلا حذاء</translation>
    </message>
    <message>
        <source>Please step on the scale now.</source>
        <translation>اصعد على الميزان الآن من فضلك.</translation>
    </message>
    <message>
        <source>Please stand in the middle of the scale.</source>
        <translation>قف في وسط الميزان من فضلك.</translation>
    </message>
    <message>
        <source>Please stand still.</source>
        <translation>قف ثابتًا من فضلك.</translation>
    </message>
    <message>
        <source>Very good. Stand still.</source>
        <translation>جيد جدًا. ابقَ ثابتًا.</translation>
    </message>
    <message>
        <source>Done. You can step off. Hold on if you need to.</source>
        <translation>تم. يمكنك النزول. تمسّك إن احتجت.</translation>
    </message>
    <message>
        <source>Nobody on the scale</source>
        <translation>لا أحد على الميزان</translation>
    </message>
    <message>
        <source>No, I can&apos;t stand safely</source>
        <translation>لا، لا أستطيع الوقوف بأمان</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <translation>سكر الدم</translation>
    </message>
    <message>
        <source>Wash your hands and dry them well.</source>
        <translation>اغسل يديك وجففهما جيدًا.</translation>
    </message>
    <message>
        <source>Take a new needle. Never use one that somebody has used.</source>
        <translation>خذ إبرة جديدة. لا تستعمل إبرة استعملها غيرك.</translation>
    </message>
    <message>
        <source>Put a new test strip into the meter.</source>
        <translation>ضع شريط فحص جديدًا في الجهاز.</translation>
    </message>
    <message>
        <source>You can ask a person to do this for you.</source>
        <translation>يمكنك أن تطلب من شخص أن يفعل هذا لك.</translation>
    </message>
    <message>
        <source>One small drop of blood shows how much sugar is in it.</source>
        <translation>قطرة دم صغيرة تبيّن كم فيها من السكر.</translation>
    </message>
    <message>
        <source>A drop of blood on a fingertip, and a meter with a strip</source>
        <translation>قطرة دم على طرف الإصبع وجهاز معه شريط</translation>
    </message>
    <message>
        <source>Prick the side of a fingertip. Touch the drop with the strip.</source>
        <translation>اوخز جانب طرف إصبعك. المس القطرة بالشريط.</translation>
    </message>
    <message>
        <source>Very good. The meter is working.</source>
        <translation>جيد جدًا. الجهاز يعمل.</translation>
    </message>
    <message>
        <source>Done. Put the needle in the sharps box.</source>
        <translation>تم. ضع الإبرة في صندوق الإبر.</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>سرعة القلب</translation>
    </message>
    <message>
        <source>Put the strap around your chest, on your skin.</source>
        <translation>ضع الحزام حول صدرك على الجلد.</translation>
    </message>
    <message>
        <source>Wet the two pads a little. The sensor goes in the middle.</source>
        <translation>بلّل الوسادتين قليلاً. المجس في الوسط.</translation>
    </message>
    <message>
        <source>Then sit still and breathe calmly.</source>
        <translation>ثم اجلس ثابتًا وتنفس بهدوء.</translation>
    </message>
    <message>
        <source>It feels the beat of your heart. It does not hurt.</source>
        <translation>يحس بنبض قلبك. لا يؤلم.</translation>
    </message>
    <message>
        <source>A strap around the chest, the sensor in the middle</source>
        <translation>حزام حول الصدر والمجس في الوسط</translation>
    </message>
    <message>
        <source>Please press the strap to your skin.</source>
        <translation>اضغط الحزام على جلدك من فضلك.</translation>
    </message>
    <message>
        <source>Please sit still and breathe calmly.</source>
        <translation>اجلس ثابتًا وتنفس بهدوء من فضلك.</translation>
    </message>
    <message>
        <source>Please sit still and don&apos;t talk.</source>
        <translation>اجلس ثابتًا ولا تتكلم من فضلك.</translation>
    </message>
    <message>
        <source>Please measure with the device now.</source>
        <translation>قِس بالجهاز الآن من فضلك.</translation>
    </message>
    <message>
        <source>Done. You can take the strap off.</source>
        <translation>تم. يمكنك خلع الحزام.</translation>
    </message>
    <message>
        <source>No heartbeat found</source>
        <translation>لا نجد النبض</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>The screen is hidden. Touch here to show it.</source>
        <translation>الشاشة مخفية. المس هنا لإظهارها.</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>No finger</source>
        <translation>لا إصبع</translation>
    </message>
    <message>
        <source>Looking for your pulse</source>
        <translation>نبحث عن نبضك</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>لا تتحرك</translation>
    </message>
    <message>
        <source>Waiting for the device</source>
        <translation>ننتظر الجهاز</translation>
    </message>
    <message>
        <source>Good signal</source>
        <translation>إشارة جيدة</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>The cuff starts</source>
        <translation>يبدأ الشريط</translation>
    </message>
    <message>
        <source>The cuff gets tight</source>
        <translation>يشتد الشريط</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>نقيس</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>Please measure with the clip now.</source>
        <translation>قس الآن بالمشبك من فضلك.</translation>
    </message>
    <message>
        <source>Put your finger into the clip.</source>
        <translation>ضع إصبعك في المشبك.</translation>
    </message>
    <message>
        <source>Keep your hand still on the table.</source>
        <translation>أبقِ يدك ثابتة على الطاولة.</translation>
    </message>
    <message>
        <source>Please hold your hand still.</source>
        <translation>أبقِ يدك ثابتة من فضلك.</translation>
    </message>
    <message>
        <source>Very good. Keep still.</source>
        <translation>جيد جدًا. لا تتحرك.</translation>
    </message>
    <message>
        <source>You can take your finger out.</source>
        <translation>يمكنك إخراج إصبعك.</translation>
    </message>
    <message>
        <source>The finger clip is not connected.</source>
        <translation>مشبك الإصبع غير موصول.</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>لا يوجد جهاز</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>بقيت ⁨%1⁩ ثانية</translation>
    </message>
    <message>
        <source>Stay as you are. We measure again in a moment.</source>
        <translation>ابقَ كما أنت. نقيس مرة أخرى بعد لحظة.</translation>
    </message>
    <message>
        <source>Rest quietly. Don&apos;t talk.</source>
        <translation>استرح بهدوء. لا تتكلم.</translation>
    </message>
    <message>
        <source>To stop the cuff, press its own button again.</source>
        <translation>لإيقاف الشريط اضغط زره مرة أخرى.</translation>
    </message>
    <message>
        <source>To stop the cuff at any time, touch STOP or press any key.</source>
        <translation>لإيقاف الشريط في أي وقت المس «قف» أو اضغط أي زر.</translation>
    </message>
    <message>
        <source>Two readings were far apart. One more makes it sure.</source>
        <translation>قياسان متباعدان. قياس آخر يؤكد الرقم.</translation>
    </message>
    <message>
        <source>Your pulse was not even. One more makes it sure.</source>
        <translation>نبضك غير منتظم. قياس آخر يؤكد الرقم.</translation>
    </message>
    <message>
        <source>This reading is unusual. We measure again, to be sure.</source>
        <translation>هذا الرقم غير معتاد. نقيس مرة أخرى للتأكد.</translation>
    </message>
    <message>
        <source>One reading can be off. We take %1 and work out the average.</source>
        <translation>قياس واحد قد يخطئ. نأخذ ⁨%1⁩ قياسات ونحسب المتوسط.</translation>
    </message>
    <message>
        <source>Keep still. Don&apos;t talk. It gets tight for a moment.</source>
        <translation>لا تتحرك. لا تتكلم. سيشتد الشريط للحظة.</translation>
    </message>
    <message>
        <source>Press the start button on the cuff. Then keep still.</source>
        <translation>اضغط زر البدء على الشريط. ثم لا تتحرك.</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>The center answers.</source>
        <translation>المركز يجيب.</translation>
    </message>
    <message>
        <source>The line to the center stays open.</source>
        <translation>الخط إلى المركز يبقى مفتوحًا.</translation>
    </message>
    <message>
        <source>UDP gets out and back.</source>
        <translation>UDP يخرج ويعود.</translation>
    </message>
    <message>
        <source>The relay works by UDP.</source>
        <translation>المرحّل يعمل عبر UDP.</translation>
    </message>
    <message>
        <source>The relay works by TCP.</source>
        <translation>المرحّل يعمل عبر TCP.</translation>
    </message>
    <message>
        <source>The relay works by TLS.</source>
        <translation>المرحّل يعمل عبر TLS.</translation>
    </message>
    <message>
        <source>The center can&apos;t be reached.</source>
        <translation>لا يمكن الوصول إلى المركز.</translation>
    </message>
    <message>
        <source>The line to the center does not stay open.</source>
        <translation>الخط إلى المركز لا يبقى مفتوحًا.</translation>
    </message>
    <message>
        <source>UDP does not get out.</source>
        <translation>UDP لا يخرج.</translation>
    </message>
    <message>
        <source>The relay does not work by UDP.</source>
        <translation>المرحّل لا يعمل عبر UDP.</translation>
    </message>
    <message>
        <source>The relay does not work by TCP.</source>
        <translation>المرحّل لا يعمل عبر TCP.</translation>
    </message>
    <message>
        <source>The relay does not work by TLS.</source>
        <translation>المرحّل لا يعمل عبر TLS.</translation>
    </message>
    <message>
        <source>Its name can&apos;t be looked up.</source>
        <translation>لا يمكن إيجاد اسمه.</translation>
    </message>
    <message>
        <source>Nothing comes back. A firewall may block it.</source>
        <translation>لا يعود شيء. قد يمنعه جدار حماية.</translation>
    </message>
    <message>
        <source>It is turned away. A firewall may block it.</source>
        <translation>يُرفض. قد يمنعه جدار حماية.</translation>
    </message>
    <message>
        <source>Something else answers in its place.</source>
        <translation>يجيب شيء آخر مكانه.</translation>
    </message>
    <message>
        <source>It does not take our pass.</source>
        <translation>لا يقبل إذننا.</translation>
    </message>
    <message>
        <source>It answers, but carries nothing.</source>
        <translation>يجيب لكنه لا ينقل شيئًا.</translation>
    </message>
    <message>
        <source>It does not know this station.</source>
        <translation>لا يعرف هذه المحطة.</translation>
    </message>
    <message>
        <source>The center names no relay.</source>
        <translation>المركز لا يذكر مرحّلًا.</translation>
    </message>
    <message>
        <source>Calls work well from here.</source>
        <translation>المكالمات تعمل جيدًا من هنا.</translation>
    </message>
    <message>
        <source>Calls work from here, but may stutter.</source>
        <translation>المكالمات تعمل من هنا، لكنها قد تتقطع.</translation>
    </message>
    <message>
        <source>Calls may not work from here.</source>
        <translation>قد لا تعمل المكالمات من هنا.</translation>
    </message>
    <message>
        <source>The center can&apos;t be reached. Calls don&apos;t work.</source>
        <translation>لا يمكن الوصول إلى المركز. المكالمات لا تعمل.</translation>
    </message>
    <message>
        <source>Ask IT to let the station out to this place: %1</source>
        <translation>اطلب من قسم الحاسوب السماح للمحطة بهذا العنوان: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Ask IT to let WebSockets through to this place: %1</source>
        <translation>اطلب من قسم الحاسوب السماح باتصال WebSocket بهذا العنوان: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Ask IT not to open the TLS to these places: %1</source>
        <translation>اطلب من قسم الحاسوب ألا يفتح TLS إلى هذه العناوين: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Ask IT to let one of these out. The first is best: %1</source>
        <translation>اطلب من قسم الحاسوب السماح بواحد من هذه. الأول أفضل: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Ask IT to let UDP out to this place. Calls get better: %1</source>
        <translation>اطلب من قسم الحاسوب السماح بـ UDP إلى هذا العنوان. تتحسن المكالمات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Ask IT to have these names looked up: %1</source>
        <translation>اطلب من قسم الحاسوب أن تُعرف هذه الأسماء: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Tell the people of the center. Their relay fails: %1</source>
        <translation>أخبر العاملين في المركز. مرحّلهم لا يعمل: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Test the network</source>
        <translation>اختبر الشبكة</translation>
    </message>
    <message>
        <source>Test the network again</source>
        <translation>اختبر الشبكة مرة أخرى</translation>
    </message>
    <message>
        <source>The network is being tested. This takes half a minute.</source>
        <translation>يجري اختبار الشبكة. يستغرق نصف دقيقة.</translation>
    </message>
    <message>
        <source>The network test could not be made.</source>
        <translation>تعذّر اختبار الشبكة.</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>One moment, please.</source>
        <translation>لحظة من فضلك.</translation>
    </message>
    <message>
        <source>A part of the station starts again. Nothing is lost.</source>
        <translation>جزء من المحطة يبدأ من جديد. لم يضِع شيء.</translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation>اطلب شخصًا</translation>
    </message>
    <message>
        <source>Open the cuff by hand now.</source>
        <translation>افتح الشريط بيدك الآن.</translation>
    </message>
    <message>
        <source>It does not let its air out by itself.</source>
        <translation>لا يُخرج هواءه وحده.</translation>
    </message>
    <message>
        <source>Pull the strap open, or pull the hose out. Then take it off.</source>
        <translation>اسحب الشريط وافتحه، أو انزع الأنبوب. ثم اخلعه.</translation>
    </message>
    <message>
        <source>I&apos;m still here</source>
        <translation>أنا ما زلت هنا</translation>
    </message>
    <message>
        <source>Leave and erase</source>
        <translation>اخرج وامحُ</translation>
    </message>
    <message>
        <source>Leave a phone number first</source>
        <translation>اترك رقم هاتف أولاً</translation>
    </message>
    <message>
        <source>Are you still here?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>Do you want to sign out?</source>
        <translation>هل تريد الخروج؟</translation>
    </message>
    <message>
        <source>Sign out now</source>
        <translation>الخروج الآن</translation>
    </message>
    <message>
        <source>All that was measured is kept. This screen will forget it.</source>
        <translation>كل ما قيس محفوظ. ستنساه هذه الشاشة.</translation>
    </message>
    <message>
        <source>Without an answer we sign you out.</source>
        <translation>من دون جواب نُخرجك.</translation>
    </message>
    <message>
        <source>Do you want to leave?</source>
        <translation>هل تريد الخروج؟</translation>
    </message>
    <message>
        <source>Your answers are locked and kept. This screen will forget you.</source>
        <translation>إجاباتك مقفلة ومحفوظة. هذه الشاشة ستنساك.</translation>
    </message>
    <message>
        <source>Without an answer we end your visit.</source>
        <translation>إن لم تجب أنهينا زيارتك.</translation>
    </message>
    <message>
        <source>Somebody should look at you first. Nobody has seen this yet.</source>
        <translation>ينبغي أن يراك أحد أولاً. لم يرَ أحد هذا بعد.</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>ثانية واحدة</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>⁨%1⁩ ثانية</translation>
    </message>
    <message>
        <source>We are calling a person here. Nobody has answered yet.</source>
        <translation>ننادي شخصاً هنا. لم يجب أحد بعد.</translation>
    </message>
    <message>
        <source>The center was told. Nobody has answered yet.</source>
        <translation>أُخبر المركز. لم يجب أحد بعد.</translation>
    </message>
    <message>
        <source>We can&apos;t reach the center now. Please call out to a person.</source>
        <translation>لا نستطيع الوصول إلى المركز الآن. نادِ شخصًا من فضلك.</translation>
    </message>
    <message>
        <source>We are telling the center.</source>
        <translation>نُبلغ المركز.</translation>
    </message>
    <message>
        <source>A person here has answered.</source>
        <translation>أجاب شخص هنا.</translation>
    </message>
    <message>
        <source>A person at the center has seen this at %1.</source>
        <translation>رأى شخص في المركز هذا في الساعة ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Phone of this place: %1</source>
        <translation>هاتف هذا المكان: ⁨%1⁩</translation>
    </message>
    <message>
        <source>If nobody comes, we tell the center in:</source>
        <translation>إذا لم يأتِ أحد، نُبلغ المركز بعد:</translation>
    </message>
    <message>
        <source>You asked for a person.</source>
        <translation>طلبت شخصًا.</translation>
    </message>
    <message>
        <source>Go on meanwhile</source>
        <translation>تابع في هذه الأثناء</translation>
    </message>
    <message>
        <source>This is an emergency</source>
        <translation>هذه حالة طارئة</translation>
    </message>
</context>
<context>
    <name>Oximeter</name>
    <message>
        <source>Oxygen (SpO2)</source>
        <translation>الأكسجين (SpO2)</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>النبض</translation>
    </message>
    <message>
        <source>beats a minute</source>
        <translation>نبضة في الدقيقة</translation>
    </message>
    <message>
        <source>Skip this measurement</source>
        <translation>تخطَّ هذا القياس</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>I&apos;d rather not say</source>
        <translation>أفضّل ألا أقول</translation>
    </message>
    <message>
        <source>Skip this measurement</source>
        <translation>تخطَّ هذا القياس</translation>
    </message>
    <message>
        <source>You may stop at any time. This is not for emergencies: call %1.</source>
        <translation>يمكنك التوقف في أي وقت. هذا ليس للطوارئ: اتصل بالرقم ⁨%1⁩.</translation>
    </message>
    <message>
        <source>We ask questions and measure. A provider may see your answers.</source>
        <translation>نسأل ونقيس. قد يرى مقدّم رعاية إجاباتك.</translation>
    </message>
    <message>
        <source>What you say is locked at once. This station can&apos;t read it later.</source>
        <translation>ما تقوله يُقفل فورًا. لا تستطيع هذه المحطة قراءته لاحقًا.</translation>
    </message>
    <message>
        <source>When you finish, this screen forgets you.</source>
        <translation>عندما تنتهي تنساك هذه الشاشة.</translation>
    </message>
    <message>
        <source>The camera stays off until you say yes. Nothing is recorded.</source>
        <translation>تبقى الكاميرا مغلقة حتى تقول نعم. لا يُسجَّل شيء.</translation>
    </message>
    <message>
        <source>Before we start: is this all right with you?</source>
        <translation>قبل أن نبدأ: هل توافق على هذا؟</translation>
    </message>
    <message>
        <source>No, I don&apos;t agree</source>
        <translation>لا، لا أوافق</translation>
    </message>
    <message>
        <source>That is your right.</source>
        <translation>هذا حقك.</translation>
    </message>
    <message>
        <source>We can&apos;t go on without your yes. A person here can still help you.</source>
        <translation>لا نستطيع المتابعة دون موافقتك. يمكن لشخص هنا أن يساعدك.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>اقرأه مرة أخرى</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>So that nobody else can see your earlier visits.</source>
        <translation>حتى لا يرى أحد غيرك زياراتك السابقة.</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>ما اسمك؟</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>الاسم الأول</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <source>How old are you?</source>
        <translation>كم عمرك؟</translation>
    </message>
    <message>
        <source>What a number means depends on your age.</source>
        <translation>معنى الرقم يتوقف على عمرك.</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>سنوات</translation>
    </message>
    <message>
        <source>When were you born?</source>
        <translation>متى وُلدت؟</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>الشهر</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>السنة</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>لا شيء من هذه</translation>
    </message>
    <message>
        <source>I don&apos;t know</source>
        <translation>لا أعرف</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>إجابتك</translation>
    </message>
    <message>
        <source>Not everything is saved yet.</source>
        <translation>لم يُحفظ كل شيء بعد.</translation>
    </message>
    <message>
        <source>Please tell a person here. Your name leaves this screen now.</source>
        <translation>أخبر شخصًا هنا من فضلك. يغادر اسمك هذه الشاشة الآن.</translation>
    </message>
    <message>
        <source>Your visit is saved and locked.</source>
        <translation>زيارتك محفوظة ومقفلة.</translation>
    </message>
    <message>
        <source>We are saving your visit.</source>
        <translation>نحفظ زيارتك.</translation>
    </message>
    <message>
        <source>Goodbye, and take care.</source>
        <translation>مع السلامة، واعتنِ بنفسك.</translation>
    </message>
    <message>
        <source>This screen forgets you now.</source>
        <translation>تنساك هذه الشاشة الآن.</translation>
    </message>
    <message>
        <source>Take your paper with you.</source>
        <translation>خذ ورقتك معك.</translation>
    </message>
    <message>
        <source>If your paper does not come, we stop printing it.</source>
        <translation>إذا لم تخرج ورقتك فسنوقف طباعتها.</translation>
    </message>
    <message>
        <source>Your paper is coming. Please take it.</source>
        <translation>ورقتك تخرج الآن. من فضلك خذها.</translation>
    </message>
    <message>
        <source>In which year were you born?</source>
        <translation>في أي سنة وُلدت؟</translation>
    </message>
    <message>
        <source>What is the first letter of your name?</source>
        <translation>ما أول حرف من اسمك؟</translation>
    </message>
    <message>
        <source>The screen had to start again. Are you still here?</source>
        <translation>اضطرت الشاشة إلى البدء من جديد. هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>Nothing was lost. You can go on where you were.</source>
        <translation>لم يضِع شيء. يمكنك المتابعة من حيث كنت.</translation>
    </message>
    <message>
        <source>I am somebody else: start over</source>
        <translation>أنا شخص آخر: ابدأ من جديد</translation>
    </message>
    <message>
        <source>This station can&apos;t go on right now.</source>
        <translation>لا تستطيع هذه المحطة المتابعة الآن.</translation>
    </message>
    <message>
        <source>Please ask a person here for help.</source>
        <translation>اطلب المساعدة من شخص هنا من فضلك.</translation>
    </message>
    <message>
        <source>In an emergency call %1.</source>
        <translation>في الطوارئ اتصل بالرقم ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Left arm</source>
        <translation>الذراع الأيسر</translation>
    </message>
    <message>
        <source>Right arm</source>
        <translation>الذراع الأيمن</translation>
    </message>
    <message>
        <source>None of them fits</source>
        <translation>لا يناسب أي منها</translation>
    </message>
    <message>
        <source>Which arm, and which cuff fits?</source>
        <translation>أي ذراع، وأي شريط يناسب؟</translation>
    </message>
    <message>
        <source>Cuff size</source>
        <translation>مقاس الشريط</translation>
    </message>
    <message>
        <source>The value is unusual. We measure once more, to be sure.</source>
        <translation>القيمة غير معتادة. نقيس مرة أخرى لنتأكد.</translation>
    </message>
    <message>
        <source>Please rest until then: %1</source>
        <translation>استرح حتى ذلك الوقت من فضلك: ⁨%1⁩</translation>
    </message>
    <message>
        <source>I don&apos;t want it</source>
        <translation>لا أريده</translation>
    </message>
    <message>
        <source>It hurts</source>
        <translation>يؤلمني</translation>
    </message>
    <message>
        <source>I can&apos;t do it</source>
        <translation>لا أستطيع</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>%1 to %2 cm (%3 to %4 inches) around the arm</source>
        <translation>من ⁨%1⁩ إلى ⁨%2⁩ سم (⁨%3⁩ إلى ⁨%4⁩ بوصة) حول الذراع</translation>
    </message>
    <message>
        <source>A cuff that is too small or too big shows a wrong number.</source>
        <translation>الشريط الضيق جدًا أو الواسع جدًا يعطي رقمًا خاطئًا.</translation>
    </message>
    <message>
        <source>A tape around the middle of the upper arm shows which cuff fits</source>
        <translation>شريط قياس حول وسط أعلى الذراع يبيّن أي شريط يناسب</translation>
    </message>
    <message>
        <source>Why do you want to skip this?</source>
        <translation>لماذا تريد أن تتخطى هذا؟</translation>
    </message>
    <message>
        <source>We tell the provider. You can go on all the same.</source>
        <translation>نخبر مقدّم الرعاية. يمكنك المتابعة على كل حال.</translation>
    </message>
    <message>
        <source>Sit back. Put the cuff on your left upper arm.</source>
        <translation>أسند ظهرك. ضع الشريط على أعلى ذراعك الأيسر.</translation>
    </message>
    <message>
        <source>Sit back. Put the cuff on your right upper arm.</source>
        <translation>أسند ظهرك. ضع الشريط على أعلى ذراعك الأيمن.</translation>
    </message>
    <message>
        <source>Bare arm, tube pointing down, snug.</source>
        <translation>ذراع مكشوف، والأنبوب إلى أسفل، والشريط محكم.</translation>
    </message>
    <message>
        <source>Feet flat, legs not crossed, arm on the table.</source>
        <translation>القدمان على الأرض دون تشبيك، والذراع على الطاولة.</translation>
    </message>
    <message>
        <source>Don&apos;t talk and don&apos;t move while it measures.</source>
        <translation>لا تتكلم ولا تتحرك أثناء القياس.</translation>
    </message>
    <message>
        <source>A person sitting with back and arm supported, feet flat</source>
        <translation>شخص جالس، ظهره وذراعه مسنودان وقدماه على الأرض</translation>
    </message>
    <message>
        <source>Your answers are kept.</source>
        <translation>إجاباتك محفوظة.</translation>
    </message>
    <message>
        <source>We can&apos;t measure this well. Somebody should check you now.</source>
        <translation>لا نستطيع قياس هذا جيدًا. يجب أن يفحصك شخص الآن.</translation>
    </message>
    <message>
        <source>We have asked for a person. You can go on.</source>
        <translation>طلبنا شخصًا. يمكنك المتابعة.</translation>
    </message>
    <message>
        <source>It goes on by itself when the device is back. Or skip it.</source>
        <translation>يتابع وحده عندما يعود الجهاز. أو تخطَّه.</translation>
    </message>
    <message>
        <source>You can try once more.</source>
        <translation>يمكنك المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>We have told the staff.</source>
        <translation>أخبرنا الموظفين.</translation>
    </message>
    <message>
        <source>For staff: enter it by hand</source>
        <translation>للموظفين: سجّله باليد</translation>
    </message>
    <message>
        <source>Somebody should look at this now.</source>
        <translation>يجب أن يرى شخص هذا الآن.</translation>
    </message>
    <message>
        <source>We have no connection now. We will say so if nobody can be reached.</source>
        <translation>لا يوجد اتصال الآن. سنخبرك إن لم نصل إلى أحد.</translation>
    </message>
    <message>
        <source>Do you want to talk to a provider now?</source>
        <translation>هل تريد أن تتكلم مع مقدّم رعاية الآن؟</translation>
    </message>
    <message>
        <source>They see your answers and your readings.</source>
        <translation>يرى إجاباتك وقياساتك.</translation>
    </message>
    <message>
        <source>The camera goes on only if you say yes. Nothing is recorded.</source>
        <translation>لا تعمل الكاميرا إلا إذا قلت نعم. لا يُسجَّل شيء.</translation>
    </message>
    <message>
        <source>Yes, without camera</source>
        <translation>نعم، دون كاميرا</translation>
    </message>
    <message>
        <source>No, not now</source>
        <translation>لا، ليس الآن</translation>
    </message>
    <message>
        <source>Somebody has answered. The call starts.</source>
        <translation>أجاب أحدهم. تبدأ المكالمة.</translation>
    </message>
    <message>
        <source>You are next.</source>
        <translation>دورك التالي.</translation>
    </message>
    <message>
        <source>People before you: %1</source>
        <translation>عدد الذين قبلك: ⁨%1⁩</translation>
    </message>
    <message>
        <source>We have no connection. We keep trying.</source>
        <translation>لا يوجد اتصال. نواصل المحاولة.</translation>
    </message>
    <message>
        <source>No provider is there right now. We keep asking.</source>
        <translation>لا يوجد مقدّم رعاية الآن. نواصل السؤال.</translation>
    </message>
    <message>
        <source>We are asking for a provider.</source>
        <translation>نطلب مقدّم رعاية.</translation>
    </message>
    <message>
        <source>It should not take long.</source>
        <translation>لن يطول الأمر على الأرجح.</translation>
    </message>
    <message>
        <source>About %1 min.</source>
        <translation>نحو ⁨%1⁩ دقيقة.</translation>
    </message>
    <message>
        <source>Nobody has seen your answers yet.</source>
        <translation>لم يرَ أحد إجاباتك بعد.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>أوقف الانتظار</translation>
    </message>
    <message>
        <source>Measure while you wait</source>
        <translation>قس وأنت تنتظر</translation>
    </message>
    <message>
        <source>Please wait for a provider.</source>
        <translation>انتظر مقدّم رعاية من فضلك.</translation>
    </message>
    <message>
        <source>We can&apos;t reach a provider: there is no connection.</source>
        <translation>لا نستطيع الوصول إلى مقدّم رعاية: لا يوجد اتصال.</translation>
    </message>
    <message>
        <source>No provider can answer right now.</source>
        <translation>لا يستطيع أي مقدّم رعاية أن يجيب الآن.</translation>
    </message>
    <message>
        <source>Please call me back</source>
        <translation>اتصلوا بي لاحقًا من فضلكم</translation>
    </message>
    <message>
        <source>I&apos;ll wait here</source>
        <translation>سأنتظر هنا</translation>
    </message>
    <message>
        <source>Leave my answers for later</source>
        <translation>اتركوا إجاباتي لوقت لاحق</translation>
    </message>
    <message>
        <source>Change my answers</source>
        <translation>تغيير إجاباتي</translation>
    </message>
    <message>
        <source>A card for next time</source>
        <translation>بطاقة للمرة القادمة</translation>
    </message>
    <message>
        <source>If nobody answers in %1 min, we show you other ways.</source>
        <translation>إذا لم يجب أحد خلال ⁨%1⁩ دقيقة، نعرض عليك طرقاً أخرى.</translation>
    </message>
    <message>
        <source>We are sorry. Nobody has answered in time.</source>
        <translation>نأسف. لم يجب أحد في الوقت الموعود.</translation>
    </message>
    <message>
        <source>The call broke off. We are sorry.</source>
        <translation>انقطعت المكالمة. نأسف لذلك.</translation>
    </message>
    <message>
        <source>How do you want to go on?</source>
        <translation>كيف تريد أن تتابع؟</translation>
    </message>
    <message>
        <source>Somebody should look at you now.</source>
        <translation>ينبغي أن يراك أحد الآن.</translation>
    </message>
    <message>
        <source>A provider has seen your answers. You have no plan yet.</source>
        <translation>رأى مقدّم رعاية إجاباتك. ليست لديك خطة بعد.</translation>
    </message>
    <message>
        <source>Show me places to go</source>
        <translation>أرني أماكن أذهب إليها</translation>
    </message>
    <message>
        <source>Ask a person here</source>
        <translation>اطلب شخصاً من هنا</translation>
    </message>
    <message>
        <source>Which number may we call?</source>
        <translation>بأي رقم نتصل؟</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>المتابعة بدونه</translation>
    </message>
    <message>
        <source>We are sending a code to the phone that ends in %1.</source>
        <translation>نرسل رمزًا إلى الهاتف الذي ينتهي بـ ⁨%1⁩.</translation>
    </message>
    <message>
        <source>We are looking at your code.</source>
        <translation>نتحقق من رمزك.</translation>
    </message>
    <message>
        <source>We sent a code to the phone that ends in %1. It works for 10 minutes.</source>
        <translation>أرسلنا رمزًا إلى الهاتف الذي ينتهي بـ ⁨%1⁩. يصلح لمدة 10 دقائق.</translation>
    </message>
    <message>
        <source>The code is right.</source>
        <translation>الرمز صحيح.</translation>
    </message>
    <message>
        <source>We can&apos;t send a code now. You can go on without it.</source>
        <translation>لا يمكننا إرسال رمز الآن. يمكنك المتابعة بدونه.</translation>
    </message>
    <message>
        <source>This code is not right. Please look at it again.</source>
        <translation>هذا الرمز غير صحيح. انظر إليه مرة أخرى من فضلك.</translation>
    </message>
    <message>
        <source>This code is too old. Please ask for a new one.</source>
        <translation>انتهت مدة هذا الرمز. اطلب رمزًا جديدًا من فضلك.</translation>
    </message>
    <message>
        <source>That was too often. Please go on without it.</source>
        <translation>كثرت المحاولات. تابع بدونه من فضلك.</translation>
    </message>
    <message>
        <source>Type my name</source>
        <translation>كتابة اسمي</translation>
    </message>
    <message>
        <source>I have a Carepost card</source>
        <translation>لدي بطاقة Carepost</translation>
    </message>
    <message>
        <source>Use my phone number</source>
        <translation>استخدام رقم هاتفي</translation>
    </message>
    <message>
        <source>Stay without a name</source>
        <translation>البقاء بدون اسم</translation>
    </message>
    <message>
        <source>Staff helps: on. Touch to take it back.</source>
        <translation>مساعدة الموظف: نعم. المس للإلغاء.</translation>
    </message>
    <message>
        <source>I work here and help this patient</source>
        <translation>أعمل هنا وأساعد هذا المريض</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>من أنت؟</translation>
    </message>
    <message>
        <source>Only a card or your phone brings back your earlier values.</source>
        <translation>البطاقة أو هاتفك وحدهما يعيدان قيمك السابقة.</translation>
    </message>
    <message>
        <source>Hold your card before the reader.</source>
        <translation>ضع بطاقتك أمام القارئ.</translation>
    </message>
    <message>
        <source>The square with dots must face the red light.</source>
        <translation>يجب أن يقابل المربع ذو النقاط الضوء الأحمر.</translation>
    </message>
    <message>
        <source>The reader does not work now.</source>
        <translation>القارئ لا يعمل الآن.</translation>
    </message>
    <message>
        <source>What is your mobile phone number?</source>
        <translation>ما رقم هاتفك المحمول؟</translation>
    </message>
    <message>
        <source>We send it a code, to see that it is you.</source>
        <translation>نرسل إليه رمزًا لنتأكد أنه أنت.</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>رقم الهاتف</translation>
    </message>
    <message>
        <source>Send a new code</source>
        <translation>إرسال رمز جديد</translation>
    </message>
    <message>
        <source>Which code came to your phone?</source>
        <translation>ما الرمز الذي وصل إلى هاتفك؟</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>This takes %1 seconds at most.</source>
        <translation>يستغرق هذا ⁨%1⁩ ثانية على الأكثر.</translation>
    </message>
    <message>
        <source>We are looking for your earlier visits.</source>
        <translation>نبحث عن زياراتك السابقة.</translation>
    </message>
    <message>
        <source>Are you %1?</source>
        <translation>هل أنت ⁨%1⁩؟</translation>
    </message>
    <message>
        <source>No, that is not me</source>
        <translation>لا، هذا ليس أنا</translation>
    </message>
    <message>
        <source>Which adult is here with you?</source>
        <translation>أي شخص بالغ معك هنا؟</translation>
    </message>
    <message>
        <source>An adult must agree for you.</source>
        <translation>يجب أن يوافق شخص بالغ نيابة عنك.</translation>
    </message>
    <message>
        <source>My mother or father</source>
        <translation>أمي أو أبي</translation>
    </message>
    <message>
        <source>My legal guardian</source>
        <translation>ولي أمري القانوني</translation>
    </message>
    <message>
        <source>Another adult</source>
        <translation>شخص بالغ آخر</translation>
    </message>
    <message>
        <source>Nobody: call a person</source>
        <translation>لا أحد: استدعوا شخصًا</translation>
    </message>
    <message>
        <source>For the adult: what is your name?</source>
        <translation>للشخص البالغ: ما اسمك؟</translation>
    </message>
    <message>
        <source>With this you agree, for the child, to what we showed before.</source>
        <translation>بهذا توافق، نيابة عن الطفل، على ما عرضناه من قبل.</translation>
    </message>
    <message>
        <source>Your first and last name</source>
        <translation>اسمك الأول واسم العائلة</translation>
    </message>
    <message>
        <source>Your card for next time</source>
        <translation>بطاقتك للمرة القادمة</translation>
    </message>
    <message>
        <source>Take a photo of it with your phone.</source>
        <translation>التقط صورة لها بهاتفك.</translation>
    </message>
    <message>
        <source>Next time, hold it before the reader and tell us your birth date.</source>
        <translation>في المرة القادمة ضعها أمام القارئ وأخبرنا بتاريخ ميلادك.</translation>
    </message>
    <message>
        <source>Your name is not on it.</source>
        <translation>اسمك ليس عليها.</translation>
    </message>
    <message>
        <source>A square with dots, to be scanned</source>
        <translation>مربع ذو نقاط للمسح</translation>
    </message>
    <message>
        <source>In the morning, %1 to %2</source>
        <translation>في الصباح، من ⁨%1⁩ إلى ⁨%2⁩</translation>
    </message>
    <message>
        <source>In the afternoon, %1 to %2</source>
        <translation>بعد الظهر، من ⁨%1⁩ إلى ⁨%2⁩</translation>
    </message>
    <message>
        <source>In the evening, %1 to %2</source>
        <translation>في المساء، من ⁨%1⁩ إلى ⁨%2⁩</translation>
    </message>
    <message>
        <source>As soon as you can</source>
        <translation>في أقرب وقت ممكن</translation>
    </message>
    <message>
        <source>When is a good time to call you?</source>
        <translation>متى يناسبك أن نتصل بك؟</translation>
    </message>
    <message>
        <source>We call %1.</source>
        <translation>نتصل بالرقم ⁨%1⁩.</translation>
    </message>
    <message>
        <source>As soon as we can: within %1.</source>
        <translation>في أقرب وقت ممكن: خلال ⁨%1⁩.</translation>
    </message>
    <message>
        <source>As soon as we can: within %1 after the connection is back.</source>
        <translation>في أقرب وقت ممكن: خلال ⁨%1⁩ بعد عودة الاتصال.</translation>
    </message>
    <message>
        <source>A provider looks at your answers within %1.</source>
        <translation>ينظر مقدّم رعاية في إجاباتك خلال ⁨%1⁩.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider looks at your answers within %1 once it is back.</source>
        <translation>لا يوجد اتصال الآن. ينظر مقدّم رعاية في إجاباتك خلال ⁨%1⁩ بعد عودته.</translation>
    </message>
    <message>
        <source>A provider calls you within %1.</source>
        <translation>يتصل بك مقدّم رعاية خلال ⁨%1⁩.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider calls you within %1 once it is back.</source>
        <translation>لا يوجد اتصال الآن. يتصل بك مقدّم رعاية خلال ⁨%1⁩ بعد عودته.</translation>
    </message>
    <message>
        <source>A provider calls you at the time you chose.</source>
        <translation>يتصل بك مقدّم رعاية في الوقت الذي اخترته.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider calls you at the time you chose, once it is back.</source>
        <translation>لا يوجد اتصال الآن. يتصل بك مقدّم رعاية في الوقت الذي اخترته بعد عودته.</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>⁨%1⁩ دقيقة</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>⁨%1⁩ ساعة</translation>
    </message>
    <message>
        <source>You wrote to each other, or what was said was shown as text.</source>
        <translation>تراسلتما، أو ظهر الكلام نصًا.</translation>
    </message>
    <message>
        <source>You and the provider wrote to each other.</source>
        <translation>تراسلت أنت ومقدّم الرعاية.</translation>
    </message>
    <message>
        <source>Do you want to keep the text of this call?</source>
        <translation>هل تريد حفظ نص هذه المكالمة؟</translation>
    </message>
    <message>
        <source>If you say yes, it is kept with your visit. If not, we erase it.</source>
        <translation>إن قلت نعم يُحفظ مع زيارتك. وإلا محوناه.</translation>
    </message>
    <message>
        <source>Yes, keep it</source>
        <translation>نعم، احفظوه</translation>
    </message>
    <message>
        <source>No, erase it</source>
        <translation>لا، امحوه</translation>
    </message>
    <message>
        <source>The provider is writing your plan.</source>
        <translation>مقدّم الرعاية يكتب خطتك.</translation>
    </message>
    <message>
        <source>It comes on this screen in a moment. Please stay.</source>
        <translation>تظهر على هذه الشاشة بعد لحظة. ابقَ من فضلك.</translation>
    </message>
    <message>
        <source>Read it later at home</source>
        <translation>اقرأها لاحقاً في البيت</translation>
    </message>
    <message>
        <source>What do you keep of me?</source>
        <translation>ماذا تحفظون عني؟</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>اتصل مرة أخرى</translation>
    </message>
    <message>
        <source>Leave without the plan</source>
        <translation>اخرج دون الخطة</translation>
    </message>
    <message>
        <source>Your visit is saved.</source>
        <translation>حُفظت زيارتك.</translation>
    </message>
    <message>
        <source>A provider has seen your answers.</source>
        <translation>رأى مقدّم رعاية إجاباتك.</translation>
    </message>
    <message>
        <source>You can go here:</source>
        <translation>يمكنك الذهاب إلى هنا:</translation>
    </message>
    <message>
        <source>If you get worse, call %1.</source>
        <translation>إذا ساءت حالتك فاتصل بالرقم ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation>خذها إلى البيت</translation>
    </message>
    <message>
        <source>Try to call a provider</source>
        <translation>حاول الاتصال بمقدّم رعاية</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>بقيت ⁨%1⁩ ثانية</translation>
    </message>
    <message>
        <source>Count the breaths for one minute.</source>
        <translation>عُدَّ الأنفاس لمدة دقيقة.</translation>
    </message>
    <message>
        <source>Touch at every breath in.</source>
        <translation>المس عند كل شهيق.</translation>
    </message>
    <message>
        <source>Breaths in one minute</source>
        <translation>الأنفاس في دقيقة</translation>
    </message>
    <message>
        <source>Watch the chest rise. Don&apos;t tell the patient that you count.</source>
        <translation>راقب صعود الصدر. لا تخبر المريض أنك تعدّ.</translation>
    </message>
    <message>
        <source>One rise and fall of the chest is one breath.</source>
        <translation>صعود الصدر ونزوله نَفَس واحد.</translation>
    </message>
    <message>
        <source>Breathing rate</source>
        <translation>سرعة التنفس</translation>
    </message>
    <message>
        <source>Alertness</source>
        <translation>اليقظة</translation>
    </message>
    <message>
        <source>Air or oxygen</source>
        <translation>هواء أو أكسجين</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>الألم</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>ضغط الدم</translation>
    </message>
    <message>
        <source>Oxygen and pulse</source>
        <translation>الأكسجين والنبض</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>الحرارة</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>النبض</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>الوزن</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>الطول</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <translation>سكر الدم</translation>
    </message>
    <message>
        <source>Upper (mmHg)</source>
        <translation>العلوي (mmHg)</translation>
    </message>
    <message>
        <source>Lower (mmHg)</source>
        <translation>السفلي (mmHg)</translation>
    </message>
    <message>
        <source>Pulse a minute</source>
        <translation>النبض في الدقيقة</translation>
    </message>
    <message>
        <source>Beats a minute</source>
        <translation>الدقات في الدقيقة</translation>
    </message>
    <message>
        <source>Oxygen (%)</source>
        <translation>الأكسجين (%)</translation>
    </message>
    <message>
        <source>In °C</source>
        <translation>بوحدة °C</translation>
    </message>
    <message>
        <source>Or in °F</source>
        <translation>أو بوحدة °F</translation>
    </message>
    <message>
        <source>In kg</source>
        <translation>بالكيلوغرام</translation>
    </message>
    <message>
        <source>Or in pounds</source>
        <translation>أو بالرطل</translation>
    </message>
    <message>
        <source>In cm</source>
        <translation>بالسنتيمتر</translation>
    </message>
    <message>
        <source>Or in inches</source>
        <translation>أو بالبوصة</translation>
    </message>
    <message>
        <source>In mg/dL</source>
        <translation>بوحدة mg/dL</translation>
    </message>
    <message>
        <source>Or in mmol/L</source>
        <translation>أو بوحدة mmol/L</translation>
    </message>
    <message>
        <source>In the mouth</source>
        <translation>في الفم</translation>
    </message>
    <message>
        <source>Under the arm</source>
        <translation>تحت الإبط</translation>
    </message>
    <message>
        <source>In the ear</source>
        <translation>في الأذن</translation>
    </message>
    <message>
        <source>On the forehead</source>
        <translation>على الجبين</translation>
    </message>
    <message>
        <source>In the bottom</source>
        <translation>في الشرج</translation>
    </message>
    <message>
        <source>A: alert</source>
        <translation>A: يقِظ</translation>
    </message>
    <message>
        <source>C: new confusion</source>
        <translation>C: ارتباك جديد</translation>
    </message>
    <message>
        <source>V: voice</source>
        <translation>V: الصوت</translation>
    </message>
    <message>
        <source>P: pain</source>
        <translation>P: الألم</translation>
    </message>
    <message>
        <source>U: unresponsive</source>
        <translation>U: لا يستجيب</translation>
    </message>
    <message>
        <source>Oxygen</source>
        <translation>الأكسجين</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>For staff only: who are you?</source>
        <translation>للموظفين فقط: من أنت؟</translation>
    </message>
    <message>
        <source>It is noted with every number you enter.</source>
        <translation>يُكتب مع كل رقم تسجّله.</translation>
    </message>
    <message>
        <source>Your name or initials</source>
        <translation>اسمك أو أول حروفه</translation>
    </message>
    <message>
        <source>By: %1</source>
        <translation>سجّله: ⁨%1⁩</translation>
    </message>
    <message>
        <source>What do you want to enter?</source>
        <translation>ماذا تريد أن تسجّل؟</translation>
    </message>
    <message>
        <source>NEWS2 (Royal College of Physicians): %1</source>
        <translation>NEWS2 (Royal College of Physicians): ⁨%1⁩</translation>
    </message>
    <message>
        <source>For NEWS2 we still need: %1</source>
        <translation>ما زال ينقص NEWS2: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1: unusual. Please take it once more, to be sure.</source>
        <translation>⁨%1⁩: غير معتاد. قِس مرة أخرى للتأكد من فضلك.</translation>
    </message>
    <message>
        <source>Where was it measured?</source>
        <translation>أين قيس؟</translation>
    </message>
    <message>
        <source>(if known)</source>
        <translation>(إن عُرف)</translation>
    </message>
    <message>
        <source>How strong is the pain?</source>
        <translation>ما شدة الألم؟</translation>
    </message>
    <message>
        <source>0 is no pain, 10 is the worst there is. The patient may point.</source>
        <translation>0 بلا ألم، و10 أشد ألم. يمكن للمريض أن يشير.</translation>
    </message>
    <message>
        <source>The patient can&apos;t say or point</source>
        <translation>المريض لا يستطيع الكلام أو الإشارة</translation>
    </message>
    <message>
        <source>Which signs of pain do you see?</source>
        <translation>أي علامات ألم ترى؟</translation>
    </message>
    <message>
        <source>Watch for a minute, also while the patient moves.</source>
        <translation>راقب دقيقة، وأثناء حركة المريض أيضًا.</translation>
    </message>
    <message>
        <source>How awake is the patient?</source>
        <translation>ما مدى يقظة المريض؟</translation>
    </message>
    <message>
        <source>Does the patient get oxygen now?</source>
        <translation>هل يأخذ المريض أكسجين الآن؟</translation>
    </message>
    <message>
        <source>Pictures: %1</source>
        <translation>صور: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Films: %1</source>
        <translation>أفلام قصيرة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Sounds: %1</source>
        <translation>أصوات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Your name and birth date</source>
        <translation>اسمك وتاريخ ميلادك</translation>
    </message>
    <message>
        <source>No name: you did not give one</source>
        <translation>لا اسم: لم تذكر اسمك</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>إجاباتك</translation>
    </message>
    <message>
        <source>What we measured</source>
        <translation>ما قسناه</translation>
    </message>
    <message>
        <source>What was written in the call</source>
        <translation>ما كُتب في المكالمة</translation>
    </message>
    <message>
        <source>Your phone number, to call you back</source>
        <translation>رقم هاتفك، لنتصل بك</translation>
    </message>
    <message>
        <source>Your plan</source>
        <translation>خطتك</translation>
    </message>
    <message>
        <source>Your link to take home</source>
        <translation>رابطك الذي تأخذه إلى البيت</translation>
    </message>
    <message>
        <source>Here: a locked copy that nobody here can read. It goes %1 days after the center has it.</source>
        <translation>هنا: نسخة مقفلة لا يستطيع أحد هنا قراءتها. تُمحى بعد ⁨%1⁩ أيام من وصولها إلى المركز.</translation>
    </message>
    <message>
        <source>At the center of your care team: they read it to care for you. Each look is written down.</source>
        <translation>في مركز فريق رعايتك: يقرؤونها ليعتنوا بك. وتُسجَّل كل مرة ينظر فيها أحد.</translation>
    </message>
    <message>
        <source>The video call: its picture and voice are not kept.</source>
        <translation>مكالمة الفيديو: لا تُحفظ صورتها ولا صوتها.</translation>
    </message>
    <message>
        <source>To see it, correct it or ask: %1</source>
        <translation>لترى ذلك أو تصححه أو تسأل: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Tell them the number of your visit: %1</source>
        <translation>قل لهم رقم زيارتك: ⁨%1⁩</translation>
    </message>
    <message>
        <source>What we keep of your visit</source>
        <translation>ما نحفظه من زيارتك</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>بدون اسم</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>من أنت</translation>
    </message>
    <message>
        <source>What do you want to change?</source>
        <translation>ماذا تريد أن تغيّر؟</translation>
    </message>
    <message>
        <source>This station is being updated.</source>
        <translation>يجري تحديث هذه المحطة.</translation>
    </message>
    <message>
        <source>It is ready again in a few minutes.</source>
        <translation>ستكون جاهزة من جديد بعد دقائق قليلة.</translation>
    </message>
    <message>
        <source>Your call goes on. The provider still hears you.</source>
        <translation>مكالمتك مستمرة. ما زال مقدّم الرعاية يسمعك.</translation>
    </message>
    <message>
        <source>A provider looks at this case within %1.</source>
        <translation>سينظر مقدّم الرعاية في هذه الحالة خلال ⁨%1⁩.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider looks at this case within %1 once it is back.</source>
        <translation>لا يوجد اتصال الآن. سينظر مقدّم الرعاية في هذه الحالة خلال ⁨%1⁩ بعد عودة الاتصال.</translation>
    </message>
    <message>
        <source>A provider calls back within %1.</source>
        <translation>سيعاود مقدّم الرعاية الاتصال خلال ⁨%1⁩.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider calls back within %1 once it is back.</source>
        <translation>لا يوجد اتصال الآن. سيعاود مقدّم الرعاية الاتصال خلال ⁨%1⁩ بعد عودة الاتصال.</translation>
    </message>
    <message>
        <source>A provider calls back at the time you chose.</source>
        <translation>سيعاود مقدّم الرعاية الاتصال في الوقت الذي اخترته.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider calls back at the time you chose, once it is back.</source>
        <translation>لا يوجد اتصال الآن. سيعاود مقدّم الرعاية الاتصال في الوقت الذي اخترته، بعد عودة الاتصال.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Your plan</source>
        <translation>خطتك</translation>
    </message>
    <message>
        <source>Your visit</source>
        <translation>زيارتك</translation>
    </message>
    <message>
        <source>What we keep, and whom to ask</source>
        <translation>ما نحفظه، ومن تسأل</translation>
    </message>
    <message>
        <source>Medicines you asked for</source>
        <translation>أدوية طلبتها</translation>
    </message>
    <message>
        <source>Your medicines</source>
        <translation>أدويتك</translation>
    </message>
    <message>
        <source>Where to go</source>
        <translation>إلى أين تذهب</translation>
    </message>
    <message>
        <source>When to come back</source>
        <translation>متى تعود</translation>
    </message>
    <message>
        <source>Get help at once if</source>
        <translation>اطلب المساعدة فورًا إذا</translation>
    </message>
    <message>
        <source>A provider has seen your answers. The plan is not written yet.</source>
        <translation>رأى مقدم رعاية إجاباتك. لم تُكتب الخطة بعد.</translation>
    </message>
    <message>
        <source>Nobody has seen your answers yet.</source>
        <translation>لم ير أحد إجاباتك بعد.</translation>
    </message>
    <message>
        <source>A provider will call you back at the number you gave.</source>
        <translation>سيتصل بك مقدم رعاية على الرقم الذي ذكرته.</translation>
    </message>
    <message>
        <source>Read it on a phone</source>
        <translation>اقرأها على هاتف</translation>
    </message>
    <message>
        <source>Point the phone&apos;s camera at this square, then type your 6 numbers.</source>
        <translation>وجّه كاميرا الهاتف نحو هذا المربع، ثم اكتب أرقامك الستة.</translation>
    </message>
    <message>
        <source>Your 6 numbers: %1</source>
        <translation>أرقامك الستة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Your 6 numbers are not on this paper. You saw them on the screen.</source>
        <translation>أرقامك الستة ليست على هذه الورقة. رأيتها على الشاشة.</translation>
    </message>
    <message>
        <source>What we measured</source>
        <translation>ما قسناه</translation>
    </message>
</context>
<context>
    <name>Photo</name>
    <message>
        <source>My skin</source>
        <translation>جلدي</translation>
    </message>
    <message>
        <source>A wound</source>
        <translation>جرح</translation>
    </message>
    <message>
        <source>An eye</source>
        <translation>عين</translation>
    </message>
    <message>
        <source>My throat</source>
        <translation>حلقي</translation>
    </message>
    <message>
        <source>Head, face or neck</source>
        <translation>الرأس أو الوجه أو الرقبة</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>الصدر</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>الذراع</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>اليد</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>الساق</translation>
    </message>
    <message>
        <source>Foot</source>
        <translation>القدم</translation>
    </message>
    <message>
        <source>Hips, bottom, breasts or private parts</source>
        <translation>الوركان أو المؤخرة أو الثديان أو الأعضاء الخاصة</translation>
    </message>
    <message>
        <source>My left eye</source>
        <translation>عيني اليسرى</translation>
    </message>
    <message>
        <source>My right eye</source>
        <translation>عيني اليمنى</translation>
    </message>
    <message>
        <source>The back</source>
        <translation>الظهر</translation>
    </message>
    <message>
        <source>From far: show the whole part of your body.</source>
        <translation>من بعيد: أظهر العضو كله.</translation>
    </message>
    <message>
        <source>Come closer: show the spot and the skin around it.</source>
        <translation>اقترب: أظهر الموضع والجلد حوله.</translation>
    </message>
    <message>
        <source>Very close. Lay the card beside the spot.</source>
        <translation>قريب جدًا. ضع البطاقة بجانب الموضع.</translation>
    </message>
    <message>
        <source>Now from the side, so that we see if it stands out.</source>
        <translation>الآن من الجانب، لنرى إن كان بارزًا.</translation>
    </message>
    <message>
        <source>Lay the skin lens flat on the spot. Hold it still.</source>
        <translation>ضع عدسة الجلد مسطحة على البقعة. لا تحركها.</translation>
    </message>
    <message>
        <source>Show the wound and the skin around it.</source>
        <translation>أظهر الجرح والجلد حوله.</translation>
    </message>
    <message>
        <source>Very close. Lay the card beside the wound.</source>
        <translation>قريب جدًا. ضع البطاقة بجانب الجرح.</translation>
    </message>
    <message>
        <source>Look straight into the camera.</source>
        <translation>انظر مباشرة إلى الكاميرا.</translation>
    </message>
    <message>
        <source>Look up. Keep your head still.</source>
        <translation>انظر إلى أعلى. لا تحرك رأسك.</translation>
    </message>
    <message>
        <source>Look down. Keep your head still.</source>
        <translation>انظر إلى أسفل. لا تحرك رأسك.</translation>
    </message>
    <message>
        <source>Look to your left. Keep your head still.</source>
        <translation>انظر إلى يسارك. لا تحرك رأسك.</translation>
    </message>
    <message>
        <source>Look to your right. Keep your head still.</source>
        <translation>انظر إلى يمينك. لا تحرك رأسك.</translation>
    </message>
    <message>
        <source>Open your mouth wide and say “ah”.</source>
        <translation>افتح فمك واسعًا وقل «آه».</translation>
    </message>
    <message>
        <source>Look at the camera. Smile, then close your eyes tight.</source>
        <translation>انظر إلى الكاميرا. ابتسم، ثم أغمض عينيك بقوة.</translation>
    </message>
    <message>
        <source>Keep your head still. Look up, down, left and right.</source>
        <translation>لا تحرك رأسك. انظر إلى أعلى وأسفل ويسار ويمين.</translation>
    </message>
    <message>
        <source>Hold your hands out before you. Then touch your nose.</source>
        <translation>مد يديك أمامك. ثم المس أنفك.</translation>
    </message>
    <message>
        <source>Breathe as you do now. We film with sound.</source>
        <translation>تنفس كما تتنفس الآن. نصوّر مع الصوت.</translation>
    </message>
    <message>
        <source>Walk a few steps away, turn, and come back.</source>
        <translation>امشِ بضع خطوات، ثم استدر وعد.</translation>
    </message>
    <message>
        <source>Too dark. Turn on a light.</source>
        <translation>المكان مظلم. أشعل ضوءًا.</translation>
    </message>
    <message>
        <source>Too bright. Turn away from the light.</source>
        <translation>الضوء قوي. ابتعد عن الضوء.</translation>
    </message>
    <message>
        <source>It shines too much. Tilt it a little.</source>
        <translation>يلمع كثيرًا. أمِله قليلًا.</translation>
    </message>
    <message>
        <source>Hold still.</source>
        <translation>لا تتحرك.</translation>
    </message>
    <message>
        <source>Closer, please.</source>
        <translation>أقرب من فضلك.</translation>
    </message>
    <message>
        <source>A little farther away.</source>
        <translation>أبعد قليلًا.</translation>
    </message>
    <message>
        <source>Show all of it. A part is cut off.</source>
        <translation>أظهره كله. جزء منه مقطوع.</translation>
    </message>
    <message>
        <source>Lay the card beside it.</source>
        <translation>ضع البطاقة بجانبه.</translation>
    </message>
    <message>
        <source>Lay the card flat, and look straight at it.</source>
        <translation>ضع البطاقة مسطحة، وصوّرها من أمامها.</translation>
    </message>
    <message>
        <source>It is too dark.</source>
        <translation>الصورة مظلمة.</translation>
    </message>
    <message>
        <source>It is too bright.</source>
        <translation>الصورة ساطعة.</translation>
    </message>
    <message>
        <source>A part of it is black.</source>
        <translation>جزء منها أسود.</translation>
    </message>
    <message>
        <source>A part of it shines white.</source>
        <translation>جزء منها أبيض لامع.</translation>
    </message>
    <message>
        <source>It is not sharp.</source>
        <translation>ليست واضحة.</translation>
    </message>
    <message>
        <source>This camera shows too little detail.</source>
        <translation>هذه الكاميرا تُظهر تفاصيل قليلة.</translation>
    </message>
    <message>
        <source>We don&apos;t see the card beside it.</source>
        <translation>لا نرى البطاقة بجانبه.</translation>
    </message>
    <message>
        <source>The card lies too far from straight.</source>
        <translation>البطاقة مائلة كثيرًا.</translation>
    </message>
    <message>
        <source>The colors of the card look wrong.</source>
        <translation>ألوان البطاقة تبدو خاطئة.</translation>
    </message>
    <message>
        <source>It is too far away.</source>
        <translation>بعيد جدًا.</translation>
    </message>
    <message>
        <source>It is too close.</source>
        <translation>قريب جدًا.</translation>
    </message>
    <message>
        <source>A part of it is cut off.</source>
        <translation>جزء منه مقطوع.</translation>
    </message>
    <message>
        <source>The film stops and starts.</source>
        <translation>الفيديو يتقطع.</translation>
    </message>
    <message>
        <source>I don&apos;t want to</source>
        <translation>لا أريد</translation>
    </message>
    <message>
        <source>I can&apos;t show it</source>
        <translation>لا أستطيع إظهاره</translation>
    </message>
    <message>
        <source>It hurts</source>
        <translation>يؤلمني</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>شيء آخر</translation>
    </message>
    <message>
        <source>We take pictures of a minor only if a parent or guardian says yes.</source>
        <translation>لا نلتقط صورًا لقاصر إلا إذا وافق أحد الوالدين أو الوصي.</translation>
    </message>
    <message>
        <source>Is one with you now? If not, tell the provider what is to be seen.</source>
        <translation>هل هو معك الآن؟ إن لم يكن، فأخبر مقدّم الرعاية بما يظهر.</translation>
    </message>
    <message>
        <source>We take no pictures of these parts here.</source>
        <translation>لا نلتقط هنا صورًا لهذه الأجزاء.</translation>
    </message>
    <message>
        <source>Tell the provider about it. They will say who can look at it, and where.</source>
        <translation>أخبر مقدّم الرعاية بالأمر. سيقول لك من يمكنه فحصه وأين.</translation>
    </message>
    <message>
        <source>A parent or guardian is here</source>
        <translation>أحد الوالدين أو الوصي هنا</translation>
    </message>
    <message>
        <source>Show another place</source>
        <translation>إظهار موضع آخر</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Lamp</source>
        <translation>مصباح</translation>
    </message>
    <message>
        <source>Sharp farther</source>
        <translation>وضوح أبعد</translation>
    </message>
    <message>
        <source>Sharp closer</source>
        <translation>وضوح أقرب</translation>
    </message>
    <message>
        <source>No picture, go on</source>
        <translation>دون صورة، تابع</translation>
    </message>
    <message>
        <source>Do you want to show us something?</source>
        <translation>هل تريد أن ترينا شيئًا؟</translation>
    </message>
    <message>
        <source>We take pictures only if you say yes. Only the people who care for you see them.</source>
        <translation>لا نصوّر إلا إذا قلت نعم. لا يرى الصور إلا من يرعاك.</translation>
    </message>
    <message>
        <source>Belly</source>
        <translation>البطن</translation>
    </message>
    <message>
        <source>My back</source>
        <translation>ظهري</translation>
    </message>
    <message>
        <source>Which eye is it?</source>
        <translation>أي عين؟</translation>
    </message>
    <message>
        <source>Where on your body is it?</source>
        <translation>أين هو في جسمك؟</translation>
    </message>
    <message>
        <source>Where on the body is it?</source>
        <translation>أين هو في الجسم؟</translation>
    </message>
    <message>
        <source>Hold still. We take the picture.</source>
        <translation>لا تتحرك. نلتقط الصورة.</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>بقيت ⁨%1⁩ ثانية</translation>
    </message>
    <message>
        <source>This is a good picture.</source>
        <translation>هذه صورة جيدة.</translation>
    </message>
    <message>
        <source>Not so clear, but it may still help. You can use it.</source>
        <translation>ليست واضحة تمامًا، لكنها قد تفيد. يمكنك استعمالها.</translation>
    </message>
    <message>
        <source>Not clear enough yet. Please take it again.</source>
        <translation>ليست واضحة بعد. التقطها مرة أخرى من فضلك.</translation>
    </message>
    <message>
        <source>The film is ready.</source>
        <translation>الفيديو جاهز.</translation>
    </message>
    <message>
        <source>Look at your picture.</source>
        <translation>انظر إلى صورتك.</translation>
    </message>
    <message>
        <source>Look at the picture.</source>
        <translation>انظر إلى الصورة.</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>التقط مرة أخرى</translation>
    </message>
    <message>
        <source>No picture here. May we know why?</source>
        <translation>لا صورة هنا. هل تخبرنا لماذا؟</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>الصورة ⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>The camera gives no picture. You can skip this.</source>
        <translation>الكاميرا لا تعطي صورة. يمكنك تخطي هذا.</translation>
    </message>
    <message>
        <source>The camera starts …</source>
        <translation>تبدأ الكاميرا …</translation>
    </message>
    <message>
        <source>Good. Hold still and touch the button.</source>
        <translation>جيد. لا تتحرك والمس الزر.</translation>
    </message>
    <message>
        <source>The camera&apos;s picture comes in a moment.</source>
        <translation>ستأتي صورة الكاميرا بعد لحظة.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>Staff takes the picture. Touch to change.</source>
        <translation>الموظف يلتقط الصورة. المس للتغيير.</translation>
    </message>
    <message>
        <source>Somebody who works here takes it</source>
        <translation>يلتقطها شخص يعمل هنا</translation>
    </message>
    <message>
        <source>Skip this picture</source>
        <translation>تخطَّ هذه الصورة</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Your plan</source>
        <translation>خطتك</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>الخطة</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>من ⁨%1⁩</translation>
    </message>
    <message>
        <source>Your medicines:</source>
        <translation>أدويتك:</translation>
    </message>
    <message>
        <source>Where to go: %1</source>
        <translation>إلى أين تذهب: ⁨%1⁩</translation>
    </message>
    <message>
        <source>When to come back: %1</source>
        <translation>متى تعود: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Get help at once if:</source>
        <translation>اطلب المساعدة فورًا إذا:</translation>
    </message>
    <message>
        <source>What do you keep of me?</source>
        <translation>ماذا تحفظون عني؟</translation>
    </message>
    <message>
        <source>in the morning</source>
        <translation>صباحاً</translation>
    </message>
    <message>
        <source>at midday</source>
        <translation>ظهراً</translation>
    </message>
    <message>
        <source>in the evening</source>
        <translation>مساءً</translation>
    </message>
    <message>
        <source>at bedtime</source>
        <translation>عند النوم</translation>
    </message>
    <message>
        <source>A card for next time</source>
        <translation>بطاقة للمرة القادمة</translation>
    </message>
    <message>
        <source>If you get worse, call %1.</source>
        <translation>إذا ساءت حالتك فاتصل بـ ⁨%1⁩.</translation>
    </message>
    <message>
        <source>only when you need it</source>
        <translation>عند الحاجة فقط</translation>
    </message>
    <message>
        <source>for 1 day</source>
        <translation>ليوم واحد</translation>
    </message>
    <message>
        <source>for %1 days</source>
        <translation>عدد الأيام: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Yes: you get %1 again.</source>
        <translation>نعم: تحصل على ⁨%1⁩ مرة أخرى.</translation>
    </message>
    <message>
        <source>No: you do not get %1 again for now.</source>
        <translation>لا: لن تحصل على ⁨%1⁩ مرة أخرى الآن.</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>السبب: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Pick it up here: %1</source>
        <translation>خذه من هنا: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 percent done</source>
        <translation>اكتمل ⁨%1⁩ بالمئة</translation>
    </message>
</context>
<context>
    <name>ReadAloud</name>
    <message>
        <source>Stop reading</source>
        <translation>أوقف القراءة</translation>
    </message>
    <message>
        <source>Read this to me</source>
        <translation>اقرأ لي هذا</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>This station is ready.</source>
        <translation>هذه المحطة جاهزة.</translation>
    </message>
    <message>
        <source>This station works, but not all of it.</source>
        <translation>هذه المحطة تعمل، لكن ليس كل شيء فيها.</translation>
    </message>
    <message>
        <source>This station is out of service.</source>
        <translation>هذه المحطة خارج الخدمة.</translation>
    </message>
    <message>
        <source>saving anything new</source>
        <translation>حفظ أي شيء جديد</translation>
    </message>
    <message>
        <source>blood pressure</source>
        <translation>ضغط الدم</translation>
    </message>
    <message>
        <source>oxygen and pulse</source>
        <translation>الأكسجين والنبض</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>الحرارة</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>الوزن</translation>
    </message>
    <message>
        <source>blood sugar</source>
        <translation>سكر الدم</translation>
    </message>
    <message>
        <source>heart rate</source>
        <translation>نبض القلب</translation>
    </message>
    <message>
        <source>reading cards</source>
        <translation>قراءة البطاقات</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>المكالمات</translation>
    </message>
    <message>
        <source>being seen in a call</source>
        <translation>أن تُرى في المكالمة</translation>
    </message>
    <message>
        <source>being heard in a call</source>
        <translation>أن تُسمع في المكالمة</translation>
    </message>
    <message>
        <source>hearing the other side</source>
        <translation>سماع الطرف الآخر</translation>
    </message>
    <message>
        <source>sending (it is kept here)</source>
        <translation>الإرسال (يُحفظ هنا)</translation>
    </message>
    <message>
        <source>staff sign-in without network</source>
        <translation>دخول الموظفين بلا شبكة</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>الزيارات</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>⁨%1⁩: لا يستجيب.</translation>
    </message>
    <message>
        <source>%1 does not work.</source>
        <translation>⁨%1⁩: لا يعمل.</translation>
    </message>
    <message>
        <source>A spare is in use: %1.</source>
        <translation>يُستخدم جهاز احتياطي: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>The battery is low: %1.</source>
        <translation>البطارية ضعيفة: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>It is time to calibrate: %1.</source>
        <translation>حان وقت المعايرة: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>%1 needs a look.</source>
        <translation>⁨%1⁩: يحتاج إلى فحص.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>القرص ممتلئ.</translation>
    </message>
    <message>
        <source>The disk is nearly full.</source>
        <translation>القرص شبه ممتلئ.</translation>
    </message>
    <message>
        <source>Calls need the center, and it can&apos;t be reached.</source>
        <translation>المكالمات تحتاج إلى المركز، ولا يمكن الوصول إليه.</translation>
    </message>
    <message>
        <source>Calls work, but may stutter.</source>
        <translation>المكالمات تعمل، لكنها قد تتقطع.</translation>
    </message>
    <message>
        <source>The network here lets no call through.</source>
        <translation>الشبكة هنا لا تسمح بأي مكالمة.</translation>
    </message>
    <message>
        <source>Picture and sound are starting.</source>
        <translation>الصورة والصوت قيد التشغيل.</translation>
    </message>
    <message>
        <source>The camera sees nothing.</source>
        <translation>الكاميرا لا ترى شيئًا.</translation>
    </message>
    <message>
        <source>The camera does not work.</source>
        <translation>الكاميرا لا تعمل.</translation>
    </message>
    <message>
        <source>The station&apos;s pass has run out.</source>
        <translation>انتهى تصريح المحطة.</translation>
    </message>
    <message>
        <source>The station&apos;s pass runs out soon: %1.</source>
        <translation>تصريح المحطة ينتهي قريبًا: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>The last update did not work.</source>
        <translation>لم ينجح آخر تحديث.</translation>
    </message>
    <message>
        <source>New settings from the center can&apos;t be used.</source>
        <translation>لا يمكن استخدام الإعدادات الجديدة من المركز.</translation>
    </message>
    <message>
        <source>The disk is readable if taken.</source>
        <translation>إذا أُخذ القرص يمكن قراءته.</translation>
    </message>
    <message>
        <source>The center took it out of service: %1</source>
        <translation>أخرجها المركز من الخدمة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Call your technician.</source>
        <translation>اتصل بالفني.</translation>
    </message>
    <message>
        <source>Is it plugged in and switched on? Check its cable.</source>
        <translation>هل هو موصول ومشغّل؟ افحص سلكه.</translation>
    </message>
    <message>
        <source>Put in new batteries.</source>
        <translation>ضع بطاريات جديدة.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again. Else take the spare one.</source>
        <translation>افصله وأعد وصله. وإلا فخذ الجهاز الاحتياطي.</translation>
    </message>
    <message>
        <source>Tell your technician this week.</source>
        <translation>أخبر الفني هذا الأسبوع.</translation>
    </message>
    <message>
        <source>Check the network cable and the router.</source>
        <translation>افحص سلك الشبكة والموجّه.</translation>
    </message>
    <message>
        <source>Touch Test the network below. It says what to ask IT for.</source>
        <translation>المس «اختبار الشبكة» في الأسفل. سيقول ما تطلبه من قسم التقنية.</translation>
    </message>
    <message>
        <source>You need do nothing.</source>
        <translation>لا يلزمك فعل شيء.</translation>
    </message>
    <message>
        <source>Take off what covers it. Turn on the light. Then test again.</source>
        <translation>أزل ما يغطيها. أشعل الضوء. ثم اختبر مرة أخرى.</translation>
    </message>
    <message>
        <source>Take no new patients here. Call your technician now.</source>
        <translation>لا تستقبل مرضى جددًا هنا. اتصل بالفني الآن.</translation>
    </message>
    <message>
        <source>It renews itself when the station is online. Else call your technician.</source>
        <translation>يتجدد وحده عندما تتصل المحطة. وإلا فاتصل بالفني.</translation>
    </message>
    <message>
        <source>Keep this station in a locked room. Ask your technician.</source>
        <translation>ضع هذه المحطة في غرفة مقفلة. اسأل الفني.</translation>
    </message>
    <message>
        <source>Ask the people of the center.</source>
        <translation>اسأل العاملين في المركز.</translation>
    </message>
    <message>
        <source>Blood pressure cuff</source>
        <translation>سوار ضغط الدم</translation>
    </message>
    <message>
        <source>Finger clip</source>
        <translation>مشبك الإصبع</translation>
    </message>
    <message>
        <source>Thermometer</source>
        <translation>ميزان الحرارة</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>الميزان</translation>
    </message>
    <message>
        <source>Blood sugar meter</source>
        <translation>جهاز قياس السكر</translation>
    </message>
    <message>
        <source>Heart strap</source>
        <translation>حزام القلب</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>قارئ البطاقات</translation>
    </message>
    <message>
        <source>Test the whole station</source>
        <translation>اختبار المحطة كلها</translation>
    </message>
    <message>
        <source>What does not work now: %1.</source>
        <translation>ما لا يعمل الآن: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>The station tests itself. This takes a minute.</source>
        <translation>المحطة تختبر نفسها. يستغرق هذا دقيقة.</translation>
    </message>
</context>
<context>
    <name>Rest</name>
    <message>
        <source>A person sitting with back and arm supported, feet flat</source>
        <translation>شخص جالس، ظهره وذراعه مسنودان وقدماه على الأرض</translation>
    </message>
    <message>
        <source>The last reading: %1</source>
        <translation>آخر قياس: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Demo: this time is shorter than it should be.</source>
        <translation>عرض تجريبي: هذا الوقت أقصر مما يجب.</translation>
    </message>
    <message>
        <source>Skip this measurement</source>
        <translation>تخطَّ هذا القياس</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Saving …</source>
        <translation>نحفظ …</translation>
    </message>
    <message>
        <source>Not saved yet. We keep trying.</source>
        <translation>لم يُحفظ بعد. نواصل المحاولة.</translation>
    </message>
    <message>
        <source>Not saved: the memory is full. Please get a person.</source>
        <translation>لم يُحفظ: الذاكرة ممتلئة. اطلب شخصًا من فضلك.</translation>
    </message>
    <message>
        <source>Saved here. A part must be fetched by a person.</source>
        <translation>حُفظ هنا. يجب أن يأخذ شخص جزءًا منه.</translation>
    </message>
    <message>
        <source>Saved. It will be sent.</source>
        <translation>حُفظ. سوف يُرسل.</translation>
    </message>
    <message>
        <source>Saved and sent.</source>
        <translation>حُفظ وأُرسل.</translation>
    </message>
    <message>
        <source>That is %1 °F.</source>
        <translation>أي ⁨%1⁩ درجة فهرنهايت.</translation>
    </message>
    <message>
        <source>That is %1 pounds.</source>
        <translation>أي ⁨%1⁩ رطل.</translation>
    </message>
    <message>
        <source>That is %1 inches.</source>
        <translation>أي ⁨%1⁩ بوصة.</translation>
    </message>
    <message>
        <source>Measure also: %1</source>
        <translation>قِس أيضًا: ⁨%1⁩</translation>
    </message>
    <message>
        <source>A provider should see you soon. Touch Next to ask for one.</source>
        <translation>يجب أن يراك مقدّم رعاية قريبًا. المس «التالي» لتطلبه.</translation>
    </message>
    <message>
        <source>There is no connection just now. Touch Next: you can wait or be called back.</source>
        <translation>لا اتصال الآن. المس «التالي»: يمكنك الانتظار أو أن نتصل بك.</translation>
    </message>
    <message>
        <source>Next: talk to a provider about this. You choose how.</source>
        <translation>بعد ذلك: تحدث مع مقدّم رعاية عن هذا. أنت تختار كيف.</translation>
    </message>
    <message>
        <source>Last time, on %1: %2</source>
        <translation>المرة السابقة في ⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Entered by hand at %1 by: %2</source>
        <translation>سُجّل باليد الساعة ⁨%1⁩، سجّله: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Measured at %1 with %2.</source>
        <translation>قيس في ⁨%1⁩ بجهاز ⁨%2⁩.</translation>
    </message>
    <message>
        <source>The average of %1 readings.</source>
        <translation>متوسط ⁨%1⁩ قياسات.</translation>
    </message>
    <message>
        <source>The true value may be up to 4 % higher or lower.</source>
        <translation>قد تكون القيمة الحقيقية أعلى أو أدنى بنسبة تصل إلى 4 بالمئة.</translation>
    </message>
    <message>
        <source>Your results</source>
        <translation>نتائجك</translation>
    </message>
    <message>
        <source>Show something with a picture</source>
        <translation>أرِنا شيئًا بصورة</translation>
    </message>
    <message>
        <source>For staff: record heart or lung sounds</source>
        <translation>للموظفين: تسجيل أصوات القلب أو الرئتين</translation>
    </message>
    <message>
        <source>Change my answers</source>
        <translation>تغيير إجاباتي</translation>
    </message>
    <message>
        <source>For staff: enter by hand</source>
        <translation>للموظفين: سجّل باليد</translation>
    </message>
</context>
<context>
    <name>Round</name>
    <message>
        <source>Alert</source>
        <translation>يقظ</translation>
    </message>
    <message>
        <source>Newly confused</source>
        <translation>ارتباك جديد</translation>
    </message>
    <message>
        <source>Answers to voice only</source>
        <translation>يستجيب للصوت فقط</translation>
    </message>
    <message>
        <source>Answers to pain only</source>
        <translation>يستجيب للألم فقط</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>لا يستجيب</translation>
    </message>
    <message>
        <source>Measured at %1.</source>
        <translation>قيس في ⁨%1⁩.</translation>
    </message>
    <message>
        <source>NEWS2: %1</source>
        <translation>NEWS2: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>لم يُقَس شيء بعد.</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>المعتاد ⁨%1⁩</translation>
    </message>
    <message>
        <source>usually %1, now higher</source>
        <translation>المعتاد ⁨%1⁩، والآن أعلى</translation>
    </message>
    <message>
        <source>usually %1, now lower</source>
        <translation>المعتاد ⁨%1⁩، والآن أقل</translation>
    </message>
    <message>
        <source>Known illnesses: %1</source>
        <translation>الأمراض المعروفة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Medicines: %1</source>
        <translation>الأدوية: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Allergies: %1</source>
        <translation>الحساسية: ⁨%1⁩</translation>
    </message>
    <message>
        <source>none on record</source>
        <translation>لا شيء في السجل</translation>
    </message>
    <message>
        <source>Code status: %1</source>
        <translation>تعليمات الإنعاش: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Hold your badge before the reader again.</source>
        <translation>ضع بطاقتك أمام القارئ مرة أخرى.</translation>
    </message>
    <message>
        <source>Hold your badge before the reader.</source>
        <translation>ضع بطاقتك أمام القارئ.</translation>
    </message>
    <message>
        <source>The station had to start again. Your round is kept.</source>
        <translation>اضطرت المحطة إلى البدء من جديد. جولتك محفوظة.</translation>
    </message>
    <message>
        <source>The reader does not work now. You can type the number.</source>
        <translation>القارئ لا يعمل الآن. يمكنك كتابة الرقم.</translation>
    </message>
    <message>
        <source>For staff only. Then comes your PIN.</source>
        <translation>للعاملين فقط. ثم يأتي رقمك السري.</translation>
    </message>
    <message>
        <source>Type the badge&apos;s number</source>
        <translation>كتابة رقم البطاقة</translation>
    </message>
    <message>
        <source>Number on your badge</source>
        <translation>الرقم على بطاقتك</translation>
    </message>
    <message>
        <source>What is the number on your badge?</source>
        <translation>ما الرقم على بطاقتك؟</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>What is your PIN?</source>
        <translation>ما رقمك السري؟</translation>
    </message>
    <message>
        <source>We are checking it.</source>
        <translation>نحن نتحقق منه.</translation>
    </message>
    <message>
        <source>Try again in %1 min.</source>
        <translation>حاول مرة أخرى بعد ⁨%1⁩ دقيقة.</translation>
    </message>
    <message>
        <source>One more try, then the badge must wait.</source>
        <translation>محاولة واحدة أخرى، ثم على البطاقة الانتظار.</translation>
    </message>
    <message>
        <source>%1 more tries.</source>
        <translation>بقي ⁨%1⁩ من المحاولات.</translation>
    </message>
    <message>
        <source>All is kept. This screen forgets it now.</source>
        <translation>كل شيء محفوظ. هذه الشاشة تنساه الآن.</translation>
    </message>
    <message>
        <source>Not all is saved yet. Please leave the cart switched on.</source>
        <translation>لم يُحفظ كل شيء بعد. يرجى ترك العربة مشغّلة.</translation>
    </message>
    <message>
        <source>Now clean your hands, and what touched the residents.</source>
        <translation>نظّف يديك الآن وكل ما لمس المقيمين.</translation>
    </message>
    <message>
        <source>A part of the name</source>
        <translation>جزء من الاسم</translation>
    </message>
    <message>
        <source>Whom are you looking for?</source>
        <translation>عمن تبحث؟</translation>
    </message>
    <message>
        <source>The wristband is one. Now check one more.</source>
        <translation>السوار واحد. تحقق الآن من واحد آخر.</translation>
    </message>
    <message>
        <source>Check two of these at the bedside.</source>
        <translation>تحقق من اثنين من هذه عند السرير.</translation>
    </message>
    <message>
        <source>They say this name: %1</source>
        <translation>يقول هذا الاسم: ⁨%1⁩</translation>
    </message>
    <message>
        <source>They say this birth date: %1</source>
        <translation>يقول تاريخ الميلاد هذا: ⁨%1⁩</translation>
    </message>
    <message>
        <source>They look like this photo</source>
        <translation>يشبه هذه الصورة</translation>
    </message>
    <message>
        <source>The resident&apos;s photo</source>
        <translation>صورة المقيم</translation>
    </message>
    <message>
        <source>There is no photo. Check name and birth date.</source>
        <translation>لا توجد صورة. تحقق من الاسم وتاريخ الميلاد.</translation>
    </message>
    <message>
        <source>The photo is old: from %1. It does not count.</source>
        <translation>الصورة قديمة: من ⁨%1⁩. لا تُحسب.</translation>
    </message>
    <message>
        <source>Why not now?</source>
        <translation>لماذا ليس الآن؟</translation>
    </message>
    <message>
        <source>It is noted. You can come back later.</source>
        <translation>يُدوَّن. يمكنك العودة لاحقًا.</translation>
    </message>
    <message>
        <source>Nothing: all as usual</source>
        <translation>لا شيء: كل شيء كالمعتاد</translation>
    </message>
    <message>
        <source>What is not as usual?</source>
        <translation>ما الذي ليس كالمعتاد؟</translation>
    </message>
    <message>
        <source>Add my own words</source>
        <translation>إضافة كلماتي</translation>
    </message>
    <message>
        <source>What do you see?</source>
        <translation>ماذا ترى؟</translation>
    </message>
    <message>
        <source>Your view, in your words</source>
        <translation>رأيك بكلماتك</translation>
    </message>
    <message>
        <source>What do you think is the matter?</source>
        <translation>ما رأيك فيما يحدث؟</translation>
    </message>
    <message>
        <source>What do you ask for?</source>
        <translation>ماذا تطلب؟</translation>
    </message>
    <message>
        <source>%1: told at %2</source>
        <translation>⁨%1⁩: أُخبر في ⁨%2⁩</translation>
    </message>
    <message>
        <source>Who was told?</source>
        <translation>من أُخبر؟</translation>
    </message>
    <message>
        <source>All three must be told.</source>
        <translation>يجب إخبار الثلاثة.</translation>
    </message>
    <message>
        <source>How?</source>
        <translation>كيف؟</translation>
    </message>
    <message>
        <source>Of what?</source>
        <translation>بماذا؟</translation>
    </message>
    <message>
        <source>Write down what they answered</source>
        <translation>كتابة جوابهم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Whom did you try to reach?</source>
        <translation>من حاولت الوصول إليه؟</translation>
    </message>
    <message>
        <source>With whom did you speak?</source>
        <translation>مع من تحدثت؟</translation>
    </message>
    <message>
        <source>Their answer, in their words</source>
        <translation>جوابهم بكلماتهم</translation>
    </message>
    <message>
        <source>What did they answer?</source>
        <translation>بماذا أجابوا؟</translation>
    </message>
    <message>
        <source>A provider will see and hear this person by video.</source>
        <translation>سيرى مقدم رعاية هذا الشخص ويسمعه بالفيديو.</translation>
    </message>
    <message>
        <source>A provider will read the case later.</source>
        <translation>سيقرأ مقدم رعاية الحالة لاحقًا.</translation>
    </message>
    <message>
        <source>A picture will be taken and kept in the record.</source>
        <translation>ستُلتقط صورة وتُحفظ في السجل.</translation>
    </message>
    <message>
        <source>The representative agrees, as the record says</source>
        <translation>الوكيل موافق، كما في السجل</translation>
    </message>
    <message>
        <source>Cannot decide now: the representative agrees</source>
        <translation>لا يستطيع أن يقرر الآن: الوكيل موافق</translation>
    </message>
    <message>
        <source>The resident agrees</source>
        <translation>المقيم موافق</translation>
    </message>
    <message>
        <source>No, they do not agree</source>
        <translation>لا، غير موافق</translation>
    </message>
    <message>
        <source>Others in the room, or an interpreter</source>
        <translation>آخرون في الغرفة أو مترجم</translation>
    </message>
    <message>
        <source>Who agrees to this?</source>
        <translation>من الموافق على هذا؟</translation>
    </message>
    <message>
        <source>Say it in plain words, and ask.</source>
        <translation>قل ذلك بكلمات بسيطة، واسأل.</translation>
    </message>
    <message>
        <source>Also there: %1</source>
        <translation>حاضرون أيضًا: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Who else is there?</source>
        <translation>من حاضر أيضًا؟</translation>
    </message>
    <message>
        <source>In the room</source>
        <translation>في الغرفة</translation>
    </message>
    <message>
        <source>Who interprets?</source>
        <translation>من يترجم؟</translation>
    </message>
    <message>
        <source>By what right do they decide?</source>
        <translation>بأي حق يقرر؟</translation>
    </message>
    <message>
        <source>Name of the representative</source>
        <translation>اسم الوكيل</translation>
    </message>
    <message>
        <source>Who is the representative?</source>
        <translation>من هو الوكيل؟</translation>
    </message>
    <message>
        <source>We are getting the list of residents.</source>
        <translation>نحن نحضر قائمة المقيمين.</translation>
    </message>
    <message>
        <source>The list needs the network. We get it as soon as there is one.</source>
        <translation>القائمة تحتاج إلى الشبكة. نحضرها حالما تتوفر.</translation>
    </message>
    <message>
        <source>Your round</source>
        <translation>جولتك</translation>
    </message>
    <message>
        <source>Nobody here has this name.</source>
        <translation>لا أحد هنا بهذا الاسم.</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>ابحث عن اسم</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>إظهار الجميع</translation>
    </message>
    <message>
        <source>They stay with %1</source>
        <translation>تبقى مع ⁨%1⁩</translation>
    </message>
    <message>
        <source>It stays with %1</source>
        <translation>تبقى مع ⁨%1⁩</translation>
    </message>
    <message>
        <source>Whose readings are these?</source>
        <translation>لمن هذه القياسات؟</translation>
    </message>
    <message>
        <source>Whose emergency is it?</source>
        <translation>لمن هذه الحالة الطارئة؟</translation>
    </message>
    <message>
        <source>Scan the right wristband, or touch the name.</source>
        <translation>امسح السوار الصحيح، أو المس الاسم.</translation>
    </message>
    <message>
        <source>Wrong resident: readings of %1</source>
        <translation>مقيم خاطئ: قياسات ⁨%1⁩</translation>
    </message>
    <message>
        <source>Wrong resident: emergency of %1</source>
        <translation>مقيم خاطئ: الحالة الطارئة لـ ⁨%1⁩</translation>
    </message>
    <message>
        <source>Clean your hands, and what touched the resident.</source>
        <translation>نظّف يديك وكل ما لمس المقيم.</translation>
    </message>
    <message>
        <source>Cleaned</source>
        <translation>تم التنظيف</translation>
    </message>
    <message>
        <source>Scan a wristband, or touch a name. List from %1.</source>
        <translation>امسح سوارًا، أو المس اسمًا. القائمة من ⁨%1⁩.</translation>
    </message>
    <message>
        <source>No network now. Go on: all is kept and sent later.</source>
        <translation>لا شبكة الآن. تابع: كل شيء يُحفظ ويُرسل لاحقًا.</translation>
    </message>
    <message>
        <source>The clock here may be wrong. It says %1. Please check by your watch who is due.</source>
        <translation>قد تكون الساعة هنا خاطئة. إنها تشير إلى ⁨%1⁩. يُرجى التحقّق بساعتك ممّن حان موعده.</translation>
    </message>
    <message>
        <source>Your round: nobody is due by this clock</source>
        <translation>جولتك: لا أحد حان موعده بحسب هذه الساعة</translation>
    </message>
    <message>
        <source>Your round: nobody is due now</source>
        <translation>جولتك: لا أحد مستحق الآن</translation>
    </message>
    <message>
        <source>Your round: %1 to see, %2 of them late</source>
        <translation>جولتك: ⁨%1⁩ للزيارة، منهم ⁨%2⁩ متأخرون</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>الغرفة ⁨%1⁩</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>موعده ⁨%1⁩</translation>
    </message>
    <message>
        <source>seen at %1</source>
        <translation>شوهد في ⁨%1⁩</translation>
    </message>
    <message>
        <source>Battery %1 %, charging</source>
        <translation>البطارية ⁨%1⁩ %، قيد الشحن</translation>
    </message>
    <message>
        <source>Battery %1 %</source>
        <translation>البطارية ⁨%1⁩ %</translation>
    </message>
    <message>
        <source>Network: changing over</source>
        <translation>الشبكة: تنتقل</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>لا شبكة</translation>
    </message>
    <message>
        <source>Network: weak</source>
        <translation>الشبكة: ضعيفة</translation>
    </message>
    <message>
        <source>Network: good</source>
        <translation>الشبكة: جيدة</translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation>وُلد في ⁨%1⁩</translation>
    </message>
    <message>
        <source>There was an emergency alarm.</source>
        <translation>كان هناك إنذار طوارئ.</translation>
    </message>
    <message>
        <source>A provider should look soon. Tell your nurse, or call from here.</source>
        <translation>يجب أن يراه مقدم رعاية قريبًا. أخبر الممرضة أو اتصل من هنا.</translation>
    </message>
    <message>
        <source>NEWS2 (Royal College of Physicians): %1</source>
        <translation>NEWS2 (Royal College of Physicians): ⁨%1⁩</translation>
    </message>
    <message>
        <source>Oxygen goal 88 to 92 % (scale 2), as the record says.</source>
        <translation>هدف الأكسجين 88 إلى 92 % (المقياس 2) كما في السجل.</translation>
    </message>
    <message>
        <source>You are in line for a provider. Go on meanwhile.</source>
        <translation>أنت في الدور لمقدم الرعاية. تابع في هذه الأثناء.</translation>
    </message>
    <message>
        <source>The case is left. Somebody looks at it.</source>
        <translation>تُركت الحالة. سينظر فيها أحد.</translation>
    </message>
    <message>
        <source>Changes noted: %1</source>
        <translation>تغيرات مدوَّنة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Noted: all as usual.</source>
        <translation>دُوِّن: كل شيء كالمعتاد.</translation>
    </message>
    <message>
        <source>The handover is kept.</source>
        <translation>تسليم الحالة محفوظ.</translation>
    </message>
    <message>
        <source>Filed here now. They were filed for %1 before.</source>
        <translation>هي محفوظة هنا الآن. كانت محفوظة لـ ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Notes and pictures did not come along. Please make them here again.</source>
        <translation>لم تُنقل الملاحظات والصور إلى هنا. يُرجى إعادتها هنا.</translation>
    </message>
    <message>
        <source>Not saved yet. Please don&apos;t leave the cart.</source>
        <translation>لم يُحفظ بعد. يرجى عدم ترك العربة.</translation>
    </message>
    <message>
        <source>Unusual: please take it once more, to be sure.</source>
        <translation>غير معتاد: يرجى القياس مرة أخرى للتأكد.</translation>
    </message>
    <message>
        <source>No usual value is known yet.</source>
        <translation>لا قيمة معتادة معروفة بعد.</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>كالمعتاد</translation>
    </message>
    <message>
        <source>%1 higher than usual</source>
        <translation>أعلى من المعتاد بـ ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 lower than usual</source>
        <translation>أقل من المعتاد بـ ⁨%1⁩</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>المعتاد ⁨%1⁩</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>مستحق الآن</translation>
    </message>
    <message>
        <source>Back to the line</source>
        <translation>العودة إلى الدور</translation>
    </message>
    <message>
        <source>Call a provider</source>
        <translation>الاتصال بمقدم رعاية</translation>
    </message>
    <message>
        <source>Undo: file them back</source>
        <translation>تراجع: أعدها</translation>
    </message>
    <message>
        <source>The provider&apos;s plan</source>
        <translation>خطة مقدّم الرعاية</translation>
    </message>
    <message>
        <source>Not now: leave out</source>
        <translation>ليس الآن: دون قياس</translation>
    </message>
    <message>
        <source>Enter by hand</source>
        <translation>إدخال باليد</translation>
    </message>
    <message>
        <source>What has changed?</source>
        <translation>ما الذي تغيّر؟</translation>
    </message>
    <message>
        <source>Handover (SBAR)</source>
        <translation>تسليم الحالة (SBAR)</translation>
    </message>
    <message>
        <source>Leave the case</source>
        <translation>ترك الحالة</translation>
    </message>
    <message>
        <source>Picture of a wound</source>
        <translation>صورة جرح</translation>
    </message>
    <message>
        <source>Ask a specialist to look at the picture</source>
        <translation>اطلب من اختصاصي النظر إلى الصورة</translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation>من أُخبر</translation>
    </message>
    <message>
        <source>Wrong resident</source>
        <translation>مقيم خطأ</translation>
    </message>
    <message>
        <source>Next resident</source>
        <translation>المقيم التالي</translation>
    </message>
    <message>
        <source>A nurse writes this part.</source>
        <translation>هذا الجزء تكتبه الممرضة.</translation>
    </message>
    <message>
        <source>Not written yet.</source>
        <translation>لم يُكتب بعد.</translation>
    </message>
    <message>
        <source>Not chosen yet.</source>
        <translation>لم يُختر بعد.</translation>
    </message>
    <message>
        <source>Nothing was noted.</source>
        <translation>لم يُدوَّن شيء.</translation>
    </message>
    <message>
        <source>What is happening</source>
        <translation>ما الذي يحدث</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>الخلفية</translation>
    </message>
    <message>
        <source>What staff have seen</source>
        <translation>ما رآه العاملون</translation>
    </message>
    <message>
        <source>What the nurse thinks</source>
        <translation>رأي الممرضة</translation>
    </message>
    <message>
        <source>What we ask for</source>
        <translation>ما نطلبه</translation>
    </message>
    <message>
        <source>Choose what we ask for</source>
        <translation>اختر ما نطلبه</translation>
    </message>
    <message>
        <source>Write what you think</source>
        <translation>اكتب رأيك</translation>
    </message>
    <message>
        <source>Keep it and call a provider</source>
        <translation>احفظه واتصل بمقدم رعاية</translation>
    </message>
    <message>
        <source>Keep it and leave the case</source>
        <translation>احفظه واترك الحالة</translation>
    </message>
    <message>
        <source>Handover for %1</source>
        <translation>تسليم حالة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Made from the data. Please read it before you keep it.</source>
        <translation>أُعدّ من البيانات. يرجى قراءته قبل حفظه.</translation>
    </message>
    <message>
        <source>Badge and PIN do not match.</source>
        <translation>البطاقة والرقم السري لا يتطابقان.</translation>
    </message>
    <message>
        <source>This station does not know this badge. Ask your lead.</source>
        <translation>هذه المحطة لا تعرف هذه البطاقة. اسأل مسؤولك.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. This badge must wait.</source>
        <translation>أرقام سرية خاطئة كثيرة. على هذه البطاقة الانتظار.</translation>
    </message>
    <message>
        <source>This station must reach the center once before staff can sign in.</source>
        <translation>يجب أن تتصل هذه المحطة بالمركز مرة قبل أن يدخل العاملون.</translation>
    </message>
    <message>
        <source>The list of staff here is too old. The station needs the network.</source>
        <translation>قائمة العاملين هنا قديمة جدًا. المحطة تحتاج إلى الشبكة.</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits.</source>
        <translation>الرقم السري من 4 إلى 8 أرقام.</translation>
    </message>
    <message>
        <source>Please try again in a moment.</source>
        <translation>يرجى المحاولة بعد لحظة.</translation>
    </message>
    <message>
        <source>This badge is no longer valid. Ask your lead.</source>
        <translation>هذه البطاقة لم تعد صالحة. اسأل مسؤولك.</translation>
    </message>
    <message>
        <source>This shift is too long. Please sign in again.</source>
        <translation>هذه المناوبة طويلة جدًا. يرجى الدخول من جديد.</translation>
    </message>
    <message>
        <source>This station belongs to no home yet. Ask your lead.</source>
        <translation>هذه المحطة لا تتبع أي دار بعد. اسأل مسؤولك.</translation>
    </message>
    <message>
        <source>The center is busy. We ask again soon.</source>
        <translation>المركز مشغول. سنسأل مرة أخرى قريبًا.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>تم خروجك.</translation>
    </message>
    <message>
        <source>You are signed out: nobody was here.</source>
        <translation>تم خروجك: لم يكن أحد هنا.</translation>
    </message>
    <message>
        <source>You are signed out: the shift is over.</source>
        <translation>تم خروجك: انتهت المناوبة.</translation>
    </message>
    <message>
        <source>You are signed out: this badge is no longer valid.</source>
        <translation>تم خروجك: هذه البطاقة لم تعد صالحة.</translation>
    </message>
    <message>
        <source>You are signed out: the station had to start again.</source>
        <translation>تم خروجك: اضطرت المحطة إلى البدء من جديد.</translation>
    </message>
    <message>
        <source>Full treatment</source>
        <translation>علاج كامل</translation>
    </message>
    <message>
        <source>Do not resuscitate (DNR)</source>
        <translation>لا إنعاش (DNR)</translation>
    </message>
    <message>
        <source>Do not intubate (DNI)</source>
        <translation>لا تنبيب (DNI)</translation>
    </message>
    <message>
        <source>Do not resuscitate, do not intubate (DNR, DNI)</source>
        <translation>لا إنعاش ولا تنبيب (DNR, DNI)</translation>
    </message>
    <message>
        <source>Comfort care only</source>
        <translation>رعاية للراحة فقط</translation>
    </message>
    <message>
        <source>Other: see the record</source>
        <translation>أخرى: انظر السجل</translation>
    </message>
    <message>
        <source>Not known here: see the record</source>
        <translation>غير معروفة هنا: انظر السجل</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>نائم</translation>
    </message>
    <message>
        <source>Did not want it</source>
        <translation>لم يرغب</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>لم نجده</translation>
    </message>
    <message>
        <source>Too unwell for it now</source>
        <translation>حالته الآن لا تسمح</translation>
    </message>
    <message>
        <source>No time now</source>
        <translation>لا وقت الآن</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>They did not want it.</source>
        <translation>لم يرغب المقيم في ذلك.</translation>
    </message>
    <message>
        <source>It hurts.</source>
        <translation>هذا مؤلم.</translation>
    </message>
    <message>
        <source>They could not do it.</source>
        <translation>لم يتمكن المقيم من ذلك.</translation>
    </message>
    <message>
        <source>They can&apos;t stand safely.</source>
        <translation>لا يستطيع المقيم الوقوف بأمان.</translation>
    </message>
    <message>
        <source>No cuff fits the arm.</source>
        <translation>لا يوجد رباط يناسب الذراع.</translation>
    </message>
    <message>
        <source>A cuff should not go on either arm.</source>
        <translation>لا يجوز وضع الرباط على أي من الذراعين.</translation>
    </message>
    <message>
        <source>The device did not work.</source>
        <translation>لم يعمل الجهاز.</translation>
    </message>
    <message>
        <source>It did not work.</source>
        <translation>لم ينجح ذلك.</translation>
    </message>
    <message>
        <source>Tried twice: it could not be measured well.</source>
        <translation>جرت المحاولة مرتين: لم يمكن القياس جيدًا.</translation>
    </message>
    <message>
        <source>It can&apos;t be measured here.</source>
        <translation>لا يمكن قياس ذلك هنا.</translation>
    </message>
    <message>
        <source>Left out for another reason.</source>
        <translation>لم يُقَس لسبب آخر.</translation>
    </message>
    <message>
        <source>How they act</source>
        <translation>السلوك</translation>
    </message>
    <message>
        <source>How they talk</source>
        <translation>الكلام</translation>
    </message>
    <message>
        <source>Joining in</source>
        <translation>المشاركة</translation>
    </message>
    <message>
        <source>Help needed</source>
        <translation>الحاجة إلى المساعدة</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>الألم</translation>
    </message>
    <message>
        <source>Eating</source>
        <translation>الأكل</translation>
    </message>
    <message>
        <source>Drinking</source>
        <translation>الشرب</translation>
    </message>
    <message>
        <source>Bowels</source>
        <translation>التبرز</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>الوزن</translation>
    </message>
    <message>
        <source>Unrest</source>
        <translation>التململ</translation>
    </message>
    <message>
        <source>Tiredness</source>
        <translation>التعب</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>الجلد</translation>
    </message>
    <message>
        <source>Moving about</source>
        <translation>الحركة</translation>
    </message>
    <message>
        <source>More than usual</source>
        <translation>أكثر من المعتاد</translation>
    </message>
    <message>
        <source>Less than usual</source>
        <translation>أقل من المعتاد</translation>
    </message>
    <message>
        <source>Not as usual</source>
        <translation>ليس كالمعتاد</translation>
    </message>
    <message>
        <source>Since today</source>
        <translation>منذ اليوم</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>منذ أمس</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>هذا الأسبوع</translation>
    </message>
    <message>
        <source>For longer</source>
        <translation>منذ مدة أطول</translation>
    </message>
    <message>
        <source>I don&apos;t know since when</source>
        <translation>لا أعرف منذ متى</translation>
    </message>
    <message>
        <source>Please see this person today.</source>
        <translation>يرجى رؤية هذا الشخص اليوم.</translation>
    </message>
    <message>
        <source>Please give new orders.</source>
        <translation>يرجى إعطاء تعليمات جديدة.</translation>
    </message>
    <message>
        <source>Please tell us what to do.</source>
        <translation>يرجى إخبارنا بما نفعل.</translation>
    </message>
    <message>
        <source>This is for you to know.</source>
        <translation>هذا لعلمكم.</translation>
    </message>
    <message>
        <source>The resident</source>
        <translation>المقيم</translation>
    </message>
    <message>
        <source>The doctor</source>
        <translation>الطبيب</translation>
    </message>
    <message>
        <source>The family or representative</source>
        <translation>العائلة أو الوكيل</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>وجهًا لوجه</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>بالهاتف</translation>
    </message>
    <message>
        <source>By video</source>
        <translation>بالفيديو</translation>
    </message>
    <message>
        <source>By message</source>
        <translation>برسالة</translation>
    </message>
    <message>
        <source>Left a message, not reached</source>
        <translation>تركت رسالة، لم يتم الوصول إليه</translation>
    </message>
    <message>
        <source>Tried, but not reached</source>
        <translation>حاولنا ولم نصل إليه</translation>
    </message>
    <message>
        <source>Family or friend</source>
        <translation>قريب أو صديق</translation>
    </message>
    <message>
        <source>The representative</source>
        <translation>الممثل</translation>
    </message>
    <message>
        <source>Other staff</source>
        <translation>موظفون آخرون</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>شخص آخر</translation>
    </message>
    <message>
        <source>An interpreter in the room</source>
        <translation>مترجم في الغرفة</translation>
    </message>
    <message>
        <source>An interpreter by phone or video</source>
        <translation>مترجم بالهاتف أو الفيديو</translation>
    </message>
    <message>
        <source>Family interprets</source>
        <translation>العائلة تترجم</translation>
    </message>
    <message>
        <source>An injury</source>
        <translation>إصابة</translation>
    </message>
    <message>
        <source>A big change</source>
        <translation>تغيّر كبير</translation>
    </message>
    <message>
        <source>A new or changed treatment</source>
        <translation>علاج جديد أو معدّل</translation>
    </message>
    <message>
        <source>A move to another place</source>
        <translation>النقل إلى مكان آخر</translation>
    </message>
    <message>
        <source>Health care proxy</source>
        <translation>وكيل الرعاية الصحية</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>توكيل رسمي</translation>
    </message>
    <message>
        <source>Legal guardian</source>
        <translation>وصي قانوني</translation>
    </message>
    <message>
        <source>Next of kin</source>
        <translation>أقرب الأقارب</translation>
    </message>
    <message>
        <source>In another way</source>
        <translation>بطريقة أخرى</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>ممرض</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>مساعد</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>العاملون</translation>
    </message>
    <message>
        <source>Oxygen (SpO2)</source>
        <translation>الأكسجين (SpO2)</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>النبض</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>سرعة القلب</translation>
    </message>
    <message>
        <source>Upper blood pressure</source>
        <translation>ضغط الدم الأعلى</translation>
    </message>
    <message>
        <source>Lower blood pressure</source>
        <translation>ضغط الدم الأدنى</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>الحرارة</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>الطول</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <translation>سكر الدم</translation>
    </message>
    <message>
        <source>Breaths a minute</source>
        <translation>الأنفاس في الدقيقة</translation>
    </message>
    <message>
        <source>Pain (0 to 10)</source>
        <translation>الألم (0 إلى 10)</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>متأخر</translation>
    </message>
    <message>
        <source>Left out in this round</source>
        <translation>لم يُقَس في هذه الجولة</translation>
    </message>
    <message>
        <source>Nothing due now</source>
        <translation>لا شيء مستحق الآن</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Without the network nobody can sign in at this station.</source>
        <translation>بلا شبكة لا يمكن لأحد تسجيل الدخول في هذه المحطة.</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>اتصل مرة أخرى</translation>
    </message>
    <message>
        <source>Please wait for a provider.</source>
        <translation>انتظر مقدّم رعاية من فضلك.</translation>
    </message>
    <message>
        <source>You can go back to the resident: the call comes to you.</source>
        <translation>يمكنك العودة إلى المقيم: ستصلك المكالمة هناك.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>أوقف الانتظار</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>واصل الانتظار</translation>
    </message>
    <message>
        <source>Leave the case: a provider looks at it</source>
        <translation>اترك الحالة: سينظر فيها مقدّم الرعاية</translation>
    </message>
    <message>
        <source>Have a provider call back</source>
        <translation>اطلب من مقدّم الرعاية معاودة الاتصال</translation>
    </message>
    <message>
        <source>This is urgent: call the physician or an ambulance.</source>
        <translation>هذا عاجل: اتصل بالطبيب أو بالإسعاف.</translation>
    </message>
    <message>
        <source>The provider is writing the plan.</source>
        <translation>يكتب مقدّم الرعاية الخطة.</translation>
    </message>
    <message>
        <source>It comes to this screen while you are with this resident.</source>
        <translation>ستصل إلى هذه الشاشة ما دمت مع هذا المقيم.</translation>
    </message>
    <message>
        <source>If you go on before, it is kept in the resident&apos;s record.</source>
        <translation>إذا تابعت قبل ذلك، فستُحفظ في سجل المقيم.</translation>
    </message>
    <message>
        <source>It is left for a provider.</source>
        <translation>تُركت لمقدّم الرعاية.</translation>
    </message>
    <message>
        <source>Try to call a provider</source>
        <translation>حاول الاتصال بمقدّم رعاية</translation>
    </message>
    <message>
        <source>No provider has looked at this yet.</source>
        <translation>لم ينظر أي مقدّم رعاية في هذا بعد.</translation>
    </message>
</context>
<context>
    <name>Scroller</name>
    <message>
        <source>Move up</source>
        <translation>إلى أعلى</translation>
    </message>
    <message>
        <source>Move down: there is more</source>
        <translation>إلى أسفل: هناك المزيد</translation>
    </message>
</context>
<context>
    <name>SelfView</name>
    <message>
        <source>What they see of you</source>
        <translation>ما يرونه منك</translation>
    </message>
    <message>
        <source>Your camera is off</source>
        <translation>كاميرتك مغلقة</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>انقل</translation>
    </message>
    <message>
        <source>Move my picture to the other side</source>
        <translation>انقل صورتي إلى الجهة الأخرى</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>أخفِ</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>أظهرني</translation>
    </message>
    <message>
        <source>Hide my picture. They still see you.</source>
        <translation>أخفِ صورتي. ما زالوا يرونك.</translation>
    </message>
    <message>
        <source>Show my picture</source>
        <translation>أظهر صورتي</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>About you</source>
        <translation>عنك</translation>
    </message>
    <message>
        <source>Why you are here</source>
        <translation>سبب مجيئك</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>من أنت</translation>
    </message>
    <message>
        <source>Your results</source>
        <translation>نتائجك</translation>
    </message>
    <message>
        <source>Talk to a provider</source>
        <translation>تكلّم مع مقدّم رعاية</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation>خذها إلى البيت</translation>
    </message>
    <message>
        <source>I have my paper</source>
        <translation>أخذت ورقتي</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>حاول الآن</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>أوافق</translation>
    </message>
    <message>
        <source>Send a code</source>
        <translation>إرسال رمز</translation>
    </message>
    <message>
        <source>Yes, that is me</source>
        <translation>نعم، هذا أنا</translation>
    </message>
    <message>
        <source>I am ready</source>
        <translation>أنا جاهز</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>ابدأ الآن</translation>
    </message>
    <message>
        <source>Yes, with video</source>
        <translation>نعم، بالفيديو</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>قرأتها</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>دخول</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>It is this resident</source>
        <translation>هو هذا المقيم</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>احفظه</translation>
    </message>
    <message>
        <source>They agree</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>قياس</translation>
    </message>
    <message>
        <source>Back to the resident</source>
        <translation>العودة إلى المقيم</translation>
    </message>
    <message>
        <source>Next resident</source>
        <translation>المقيم التالي</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>سجّل</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>احفظ</translation>
    </message>
    <message>
        <source>Start a visit</source>
        <translation>ابدأ زيارة</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>التقط الصورة</translation>
    </message>
    <message>
        <source>Start filming</source>
        <translation>ابدأ التصوير</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>⁨%1⁩ (⁨%2⁩ من ⁨%3⁩)</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>استعمل هذه</translation>
    </message>
    <message>
        <source>Your measurements</source>
        <translation>قياساتك</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>التقط مرة أخرى</translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation>اطلب شخصًا</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>I work here</source>
        <translation>أنا أعمل هنا</translation>
    </message>
</context>
<context>
    <name>Sound</name>
    <message>
        <source>The heart</source>
        <translation>القلب</translation>
    </message>
    <message>
        <source>The lungs</source>
        <translation>الرئتان</translation>
    </message>
    <message>
        <source>Right of the breastbone, high up</source>
        <translation>يمين عظم الصدر، في الأعلى</translation>
    </message>
    <message>
        <source>Aortic: second rib gap, right</source>
        <translation>الأبهري: الفراغ الضلعي الثاني، يمين</translation>
    </message>
    <message>
        <source>Left of the breastbone, high up</source>
        <translation>يسار عظم الصدر، في الأعلى</translation>
    </message>
    <message>
        <source>Pulmonic: second rib gap, left</source>
        <translation>الرئوي: الفراغ الضلعي الثاني، يسار</translation>
    </message>
    <message>
        <source>Left of the breastbone, low down</source>
        <translation>يسار عظم الصدر، في الأسفل</translation>
    </message>
    <message>
        <source>Tricuspid: fourth rib gap, left</source>
        <translation>ثلاثي الشرف: الفراغ الضلعي الرابع، يسار</translation>
    </message>
    <message>
        <source>Under the left breast</source>
        <translation>تحت الثدي الأيسر</translation>
    </message>
    <message>
        <source>Mitral: fifth rib gap, below the middle of the collarbone</source>
        <translation>التاجي: الفراغ الضلعي الخامس، تحت منتصف الترقوة</translation>
    </message>
    <message>
        <source>Back, left, high up</source>
        <translation>الظهر، يسار، في الأعلى</translation>
    </message>
    <message>
        <source>Back, right, high up</source>
        <translation>الظهر، يمين، في الأعلى</translation>
    </message>
    <message>
        <source>Back, left, low down</source>
        <translation>الظهر، يسار، في الأسفل</translation>
    </message>
    <message>
        <source>Back, right, low down</source>
        <translation>الظهر، يمين، في الأسفل</translation>
    </message>
    <message>
        <source>Chest, left</source>
        <translation>الصدر، يسار</translation>
    </message>
    <message>
        <source>Chest, right</source>
        <translation>الصدر، يمين</translation>
    </message>
    <message>
        <source>We hear nothing. Is it plugged in, switched on and on the skin?</source>
        <translation>لا نسمع شيئًا. هل هو موصول ومشغّل وعلى الجلد؟</translation>
    </message>
    <message>
        <source>Too soft. Press it a little more, on bare skin.</source>
        <translation>الصوت خافت. اضغطه قليلًا على جلد مكشوف.</translation>
    </message>
    <message>
        <source>Too loud. Press it less.</source>
        <translation>الصوت عالٍ. خفف الضغط.</translation>
    </message>
    <message>
        <source>The room is too loud. Don&apos;t talk, and close the door.</source>
        <translation>الغرفة صاخبة. لا تتكلم، وأغلق الباب.</translation>
    </message>
    <message>
        <source>It moves. Hold it still, and keep clothes away.</source>
        <translation>إنه يتحرك. ثبّته وأبعد الملابس.</translation>
    </message>
    <message>
        <source>We find no heartbeat here. Try a little to the side.</source>
        <translation>لا نجد نبض القلب هنا. جرّب إلى الجانب قليلًا.</translation>
    </message>
    <message>
        <source>We are listening …</source>
        <translation>نستمع …</translation>
    </message>
    <message>
        <source>Good sound</source>
        <translation>صوت جيد</translation>
    </message>
    <message>
        <source>What do you want to record?</source>
        <translation>ماذا تريد أن تسجّل؟</translation>
    </message>
    <message>
        <source>Where do you want to listen?</source>
        <translation>أين تريد أن تستمع؟</translation>
    </message>
    <message>
        <source>Saved. Choose another place, or touch Done.</source>
        <translation>حُفظ. اختر مكانًا آخر، أو المس «تم».</translation>
    </message>
    <message>
        <source>Put the stethoscope here, on bare skin.</source>
        <translation>ضع السماعة هنا على جلد مكشوف.</translation>
    </message>
    <message>
        <source>Keep still. Breathe in and out through your mouth, slowly.</source>
        <translation>لا تتحرك. تنفس من فمك ببطء.</translation>
    </message>
    <message>
        <source>Keep still. Don&apos;t talk. Breathe calmly.</source>
        <translation>لا تتحرك. لا تتكلم. تنفس بهدوء.</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>بقيت ⁨%1⁩ ثانية</translation>
    </message>
    <message>
        <source>Not so clear. You can do it again, or save it as it is.</source>
        <translation>ليس واضحًا تمامًا. يمكنك إعادته، أو حفظه كما هو.</translation>
    </message>
    <message>
        <source>Listen to it again</source>
        <translation>استمع إليه مرة أخرى</translation>
    </message>
    <message>
        <source>A drawing of the upper body with the places to listen at</source>
        <translation>رسم لأعلى الجسم مع مواضع الاستماع</translation>
    </message>
    <message>
        <source>High tones above, low tones below</source>
        <translation>النغمات العالية فوق والمنخفضة تحت</translation>
    </message>
    <message>
        <source>A picture of the sound, 20 seconds from left to right</source>
        <translation>صورة للصوت، 20 ثانية من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>0 to 1000 hertz; time from left to right</source>
        <translation>من 0 إلى 1000 هرتز؛ الزمن من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>How loud it is</source>
        <translation>شدة الصوت</translation>
    </message>
    <message>
        <source>How loud it is: %1 percent</source>
        <translation>شدة الصوت: ⁨%1⁩ بالمئة</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>Play all</source>
        <translation>شغّل الكل</translation>
    </message>
    <message>
        <source>Play low tones (bell)</source>
        <translation>شغّل النغمات المنخفضة (الجرس)</translation>
    </message>
    <message>
        <source>Play higher tones (diaphragm)</source>
        <translation>شغّل النغمات الأعلى (الغشاء)</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>أوقف التشغيل</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>سجّل مرة أخرى</translation>
    </message>
</context>
<context>
    <name>SoundTest</name>
    <message>
        <source>There is no microphone.</source>
        <translation>لا يوجد ميكروفون.</translation>
    </message>
    <message>
        <source>Plug one in. Then test again.</source>
        <translation>صِل واحدًا. ثم اختبر مرة أخرى.</translation>
    </message>
    <message>
        <source>The station&apos;s microphone is not plugged in.</source>
        <translation>ميكروفون المحطة غير موصول.</translation>
    </message>
    <message>
        <source>Plug it in. Or plug in a headset: that one goes first.</source>
        <translation>صِله. أو صِل سماعة رأس: تُستعمل أولًا.</translation>
    </message>
    <message>
        <source>The microphone does not work.</source>
        <translation>الميكروفون لا يعمل.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again, or take another one.</source>
        <translation>افصله ثم صِله مرة أخرى، أو خذ غيره.</translation>
    </message>
    <message>
        <source>The microphone hears nothing at all.</source>
        <translation>الميكروفون لا يسمع شيئًا.</translation>
    </message>
    <message>
        <source>Look for a mute switch on it. Check its cable. Else take another one.</source>
        <translation>ابحث عن مفتاح كتم عليه. افحص سلكه. وإلا فخذ غيره.</translation>
    </message>
    <message>
        <source>The microphone is set too loud.</source>
        <translation>الميكروفون مرفوع كثيرًا.</translation>
    </message>
    <message>
        <source>Turn its level down, or move it away from the speaker.</source>
        <translation>اخفض مستواه، أو أبعده عن مكبر الصوت.</translation>
    </message>
    <message>
        <source>The microphone hums, as from the power line.</source>
        <translation>الميكروفون يطنّ، كأنه من الكهرباء.</translation>
    </message>
    <message>
        <source>Keep its cable away from power supplies. Try another socket or cable.</source>
        <translation>أبعد سلكه عن مصادر الكهرباء. جرّب مقبسًا أو سلكًا آخر.</translation>
    </message>
    <message>
        <source>There is no speaker.</source>
        <translation>لا يوجد مكبر صوت.</translation>
    </message>
    <message>
        <source>The station&apos;s speaker is not plugged in.</source>
        <translation>مكبر صوت المحطة غير موصول.</translation>
    </message>
    <message>
        <source>The speaker does not work.</source>
        <translation>مكبر الصوت لا يعمل.</translation>
    </message>
    <message>
        <source>Listening to the room. Please be quiet for a moment.</source>
        <translation>نستمع إلى الغرفة. اصمت لحظة من فضلك.</translation>
    </message>
    <message>
        <source>Now you should hear three tones.</source>
        <translation>الآن يجب أن تسمع ثلاث نغمات.</translation>
    </message>
    <message>
        <source>Test the sound again</source>
        <translation>اختبر الصوت مرة أخرى</translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation>اختبر الصوت</translation>
    </message>
    <message>
        <source>The microphone works: %1</source>
        <translation>الميكروفون يعمل: ⁨%1⁩</translation>
    </message>
    <message>
        <source>The speaker is on: %1</source>
        <translation>مكبر الصوت يعمل: ⁨%1⁩</translation>
    </message>
    <message>
        <source>The microphone heard the speaker, %1 ms later.</source>
        <translation>سمع الميكروفون مكبر الصوت بعد ⁨%1⁩ ملّي ثانية.</translation>
    </message>
    <message>
        <source>The microphone did not hear the speaker.</source>
        <translation>لم يسمع الميكروفون مكبر الصوت.</translation>
    </message>
    <message>
        <source>With a headset that is right. Else: did you hear three tones? Turn the speaker up.</source>
        <translation>هذا صحيح مع سماعة الرأس. وإلا: هل سمعت ثلاث نغمات؟ ارفع صوت المكبر.</translation>
    </message>
</context>
<context>
    <name>StaffHere</name>
    <message>
        <source>I work here: I am with this person</source>
        <translation>أنا أعمل هنا، وأنا مع هذا الشخص</translation>
    </message>
    <message>
        <source>No, I am the patient</source>
        <translation>لا، أنا المريض</translation>
    </message>
    <message>
        <source>Yes: I work here, stop calling for help</source>
        <translation>نعم: أنا أعمل هنا، أوقفوا طلب المساعدة</translation>
    </message>
</context>
<context>
    <name>Standby</name>
    <message>
        <source>One moment, please.</source>
        <translation>لحظة من فضلك.</translation>
    </message>
    <message>
        <source>This station is out of service.</source>
        <translation>هذه المحطة خارج الخدمة.</translation>
    </message>
    <message>
        <source>Please call {phone}.</source>
        <translation>يرجى الاتصال بالرقم {phone}.</translation>
    </message>
    <message>
        <source>In an emergency call {number}.</source>
        <translation>في حالة الطوارئ اتصل بالرقم {number}.</translation>
    </message>
    <message>
        <source>This station is not set up yet.</source>
        <translation>هذه المحطة غير جاهزة للاستعمال بعد.</translation>
    </message>
</context>
<context>
    <name>Station</name>
    <message>
        <source>Alerts: %1</source>
        <translation>إنذارات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Readings: %1</source>
        <translation>قياسات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Answers and notes: %1</source>
        <translation>إجابات وملاحظات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Pictures and sounds: %1</source>
        <translation>صور وأصوات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Logs: %1</source>
        <translation>سجلات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Check the network cable and the router. Then touch Try now.</source>
        <translation>افحص سلك الشبكة والموجّه. ثم المس «حاول الآن».</translation>
    </message>
    <message>
        <source>You need do nothing. If it lasts a day, call your technician.</source>
        <translation>لا يلزم شيء. إن دام يومًا فاتصل بالفني.</translation>
    </message>
    <message>
        <source>Call your technician.</source>
        <translation>اتصل بالفني.</translation>
    </message>
    <message>
        <source>The station has no network.</source>
        <translation>لا توجد شبكة للمحطة.</translation>
    </message>
    <message>
        <source>The center&apos;s computer does not answer.</source>
        <translation>حاسوب المركز لا يجيب.</translation>
    </message>
    <message>
        <source>The station&apos;s clock is wrong. So it can&apos;t connect.</source>
        <translation>ساعة المحطة خاطئة. لذلك لا تستطيع الاتصال.</translation>
    </message>
    <message>
        <source>Something else answers in place of the center. We tell it nothing.</source>
        <translation>يجيب شيء آخر مكان المركز. لا نخبره بشيء.</translation>
    </message>
    <message>
        <source>The center does not know this station.</source>
        <translation>المركز لا يعرف هذه المحطة.</translation>
    </message>
    <message>
        <source>The center is busy. We try again by ourselves.</source>
        <translation>المركز مشغول. نعيد المحاولة وحدنا.</translation>
    </message>
    <message>
        <source>The center does not take what we send.</source>
        <translation>المركز لا يقبل ما نرسله.</translation>
    </message>
    <message>
        <source>The center&apos;s receipt could not be trusted. We keep everything.</source>
        <translation>لا يمكن الوثوق بإيصال المركز. نحتفظ بكل شيء.</translation>
    </message>
    <message>
        <source>The station can&apos;t read its own memory now.</source>
        <translation>لا تستطيع المحطة قراءة ذاكرتها الآن.</translation>
    </message>
    <message>
        <source>All of it is safe here, locked. Keep the station switched on.</source>
        <translation>كل شيء آمن هنا ومقفل. أبقِ المحطة مشغّلة.</translation>
    </message>
    <message>
        <source>Sign in for a round</source>
        <translation>الدخول لجولة</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>لحظة من فضلك.</translation>
    </message>
    <message>
        <source>Swap a broken device</source>
        <translation>استبدال جهاز معطّل</translation>
    </message>
    <message>
        <source>I am a technician</source>
        <translation>أنا فني</translation>
    </message>
    <message>
        <source>The station has no room for pictures or sounds now. Your answers and readings are still saved.</source>
        <translation>لا يوجد مكان في المحطة للصور أو الأصوات الآن. لا تزال إجاباتك وقياساتك تُحفظ.</translation>
    </message>
    <message>
        <source>Something could not be saved yet.</source>
        <translation>شيء لم يُحفظ بعد.</translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation>أُرسل كل شيء.</translation>
    </message>
    <message>
        <source>1 thing waits to be sent.</source>
        <translation>واحد ينتظر الإرسال.</translation>
    </message>
    <message>
        <source>%1 things wait to be sent.</source>
        <translation>أشياء تنتظر الإرسال: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>The oldest has waited for less than 2 hours.</source>
        <translation>أقدمها ينتظر منذ أقل من ساعتين.</translation>
    </message>
    <message>
        <source>The oldest has waited for about %1 hours.</source>
        <translation>أقدمها ينتظر منذ نحو ⁨%1⁩ ساعة.</translation>
    </message>
    <message>
        <source>The oldest has waited for about %1 days.</source>
        <translation>أقدمها ينتظر منذ نحو ⁨%1⁩ يوم.</translation>
    </message>
    <message>
        <source>We are trying now.</source>
        <translation>نحاول الآن.</translation>
    </message>
    <message>
        <source>It is being sent now.</source>
        <translation>يجري الإرسال الآن.</translation>
    </message>
    <message>
        <source>Last try: %1</source>
        <translation>آخر محاولة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>The station is connected to the center.</source>
        <translation>المحطة متصلة بالمركز.</translation>
    </message>
    <message>
        <source>The station can&apos;t reach the center now. Calls don&apos;t work.</source>
        <translation>لا تصل المحطة إلى المركز الآن. المكالمات لا تعمل.</translation>
    </message>
    <message>
        <source>The station&apos;s memory is %1 % full.</source>
        <translation>امتلأ ⁨%1⁩ بالمئة من ذاكرة المحطة.</translation>
    </message>
    <message>
        <source>The memory is full. New readings can&apos;t be saved.</source>
        <translation>الذاكرة ممتلئة. لا يمكن حفظ قياسات جديدة.</translation>
    </message>
    <message>
        <source>Take no new patients here. Call your technician now.</source>
        <translation>لا تستقبل مرضى جددًا هنا. اتصل بالفني الآن.</translation>
    </message>
    <message>
        <source>Call your technician today, before it is full.</source>
        <translation>اتصل بالفني اليوم قبل أن تمتلئ.</translation>
    </message>
    <message>
        <source>See that the network works. Tell your technician this week.</source>
        <translation>تأكد من عمل الشبكة. أخبر الفني هذا الأسبوع.</translation>
    </message>
    <message>
        <source>No new pictures are taken, to keep room for readings.</source>
        <translation>لا تُلتقط صور جديدة، لحفظ مكان للقياسات.</translation>
    </message>
    <message>
        <source>Readings still work.</source>
        <translation>القياسات ما زالت تعمل.</translation>
    </message>
    <message>
        <source>At the center, not filed yet: %1</source>
        <translation>في المركز ولم تُسجَّل بعد: ⁨%1⁩</translation>
    </message>
    <message>
        <source>The center has it. Somebody there must look at it. Tell them.</source>
        <translation>هي لدى المركز. يجب أن ينظر فيها أحد هناك. أخبرهم.</translation>
    </message>
    <message>
        <source>Too large to be sent, kept here: %1</source>
        <translation>أكبر من أن تُرسل، محفوظة هنا: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Can&apos;t be read from the memory any more: %1</source>
        <translation>لم تعد تُقرأ من الذاكرة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>The memory may be failing. Call your technician now.</source>
        <translation>قد تكون الذاكرة تتعطل. اتصل بالفني الآن.</translation>
    </message>
    <message>
        <source>The memory was damaged. Saved from it: %1. Lost: %2.</source>
        <translation>تضررت الذاكرة. أُنقذ منها: ⁨%1⁩. ضاع: ⁨%2⁩.</translation>
    </message>
    <message>
        <source>The center&apos;s key is too old. We still lock all data with it.</source>
        <translation>مفتاح المركز قديم. ما زلنا نقفل به كل البيانات.</translation>
    </message>
    <message>
        <source>It is renewed when the station is online. If not, call your technician.</source>
        <translation>يتجدد عند اتصال المحطة. وإلا فاتصل بالفني.</translation>
    </message>
    <message>
        <source>The station is not sure of the time.</source>
        <translation>المحطة ليست متأكدة من الوقت.</translation>
    </message>
    <message>
        <source>Times are put right when it is online again.</source>
        <translation>تُصحَّح الأوقات عندما تتصل من جديد.</translation>
    </message>
</context>
<context>
    <name>Symptoms</name>
    <message>
        <source>Head</source>
        <translation>الرأس</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>العينان</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>الأذنان</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>الأنف</translation>
    </message>
    <message>
        <source>Mouth or throat</source>
        <translation>الفم أو الحلق</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>الرقبة</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>الصدر</translation>
    </message>
    <message>
        <source>Belly</source>
        <translation>البطن</translation>
    </message>
    <message>
        <source>Pee, stool or private parts</source>
        <translation>البول أو البراز أو الأعضاء الخاصة</translation>
    </message>
    <message>
        <source>My back</source>
        <translation>ظهري</translation>
    </message>
    <message>
        <source>Arms or hands</source>
        <translation>الذراعان أو اليدان</translation>
    </message>
    <message>
        <source>Legs or feet</source>
        <translation>الساقان أو القدمان</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>الجلد</translation>
    </message>
    <message>
        <source>All over</source>
        <translation>كل الجسم</translation>
    </message>
    <message>
        <source>Feelings or thoughts</source>
        <translation>المشاعر أو الأفكار</translation>
    </message>
    <message>
        <source>This can&apos;t tell what you have. If you are worried, get a person.</source>
        <translation>هذا لا يستطيع أن يقول ما بك. إن كنت قلقًا فاطلب شخصًا.</translation>
    </message>
    <message>
        <source>We don&apos;t know that word. Try another, or touch “Show on a body”.</source>
        <translation>لا نعرف هذه الكلمة. جرّب غيرها أو المس «أرني على جسم».</translation>
    </message>
    <message>
        <source>What bothers you?</source>
        <translation>ما الذي يزعجك؟</translation>
    </message>
    <message>
        <source>for example: headache</source>
        <translation>مثلًا: صداع</translation>
    </message>
    <message>
        <source>Show on a body</source>
        <translation>أرني على جسم</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>أين هو؟</translation>
    </message>
    <message>
        <source>A body from the front and from the back</source>
        <translation>جسم من الأمام ومن الخلف</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>ما هو؟</translation>
    </message>
    <message>
        <source>Yes, at least one</source>
        <translation>نعم، واحد على الأقل</translation>
    </message>
    <message>
        <source>No, none of these</source>
        <translation>لا، لا شيء من هذا</translation>
    </message>
    <message>
        <source>Is any of this so right now?</source>
        <translation>هل يحدث شيء من هذا الآن؟</translation>
    </message>
    <message>
        <source>Call %1 now, or ask someone near you to call.</source>
        <translation>اتصل بالرقم ⁨%1⁩ الآن أو اطلب من شخص قريب أن يتصل.</translation>
    </message>
    <message>
        <source>Call or text %1. Someone will listen, day and night.</source>
        <translation>اتصل أو راسل ⁨%1⁩. هناك من يستمع إليك ليلًا ونهارًا.</translation>
    </message>
    <message>
        <source>You need help now.</source>
        <translation>أنت بحاجة إلى المساعدة الآن.</translation>
    </message>
    <message>
        <source>You don&apos;t have to be alone with this.</source>
        <translation>لست مضطرًا إلى أن تكون وحدك مع هذا.</translation>
    </message>
    <message>
        <source>You are at: %1</source>
        <translation>أنت في: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Poison help: %1</source>
        <translation>المساعدة في حالات التسمم: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Get help at once if one of the signs before comes up.</source>
        <translation>اطلب المساعدة فورًا إذا ظهرت إحدى العلامات السابقة.</translation>
    </message>
    <message>
        <source>See someone soon if:</source>
        <translation>راجع أحدًا قريبًا إذا:</translation>
    </message>
    <message>
        <source>What you can do now:</source>
        <translation>ما يمكنك فعله الآن:</translation>
    </message>
    <message>
        <source>Sources: %1</source>
        <translation>المصادر: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>Take</name>
    <message>
        <source>The printer is not here now.</source>
        <translation>الطابعة غير متاحة الآن.</translation>
    </message>
    <message>
        <source>The printer did not take the page.</source>
        <translation>لم تقبل الطابعة الصفحة.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>لا ورق في الطابعة.</translation>
    </message>
    <message>
        <source>Paper is stuck in the printer.</source>
        <translation>علق ورق في الطابعة.</translation>
    </message>
    <message>
        <source>A door of the printer is open.</source>
        <translation>باب الطابعة مفتوح.</translation>
    </message>
    <message>
        <source>The printer has no ink.</source>
        <translation>لا حبر في الطابعة.</translation>
    </message>
    <message>
        <source>The printer&apos;s tray is full.</source>
        <translation>درج الطابعة ممتلئ.</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>الطابعة لا تجيب.</translation>
    </message>
    <message>
        <source>Somebody has paused the printer.</source>
        <translation>أوقف أحدهم الطابعة مؤقتاً.</translation>
    </message>
    <message>
        <source>Printing was broken off. You can print again.</source>
        <translation>انقطعت الطباعة. يمكنك الطباعة مرة أخرى.</translation>
    </message>
    <message>
        <source>You can open it until %1.</source>
        <translation>يمكنك فتحه حتى ⁨%1⁩.</translation>
    </message>
    <message>
        <source>It works now.</source>
        <translation>إنه يعمل الآن.</translation>
    </message>
    <message>
        <source>We could not save it yet. We keep trying.</source>
        <translation>لم نستطع حفظه بعد. نواصل المحاولة.</translation>
    </message>
    <message>
        <source>It does not work yet: we have no connection. It will, once we have one.</source>
        <translation>لا يعمل بعد: لا يوجد اتصال. سيعمل حين يعود الاتصال.</translation>
    </message>
    <message>
        <source>It will work in a few minutes.</source>
        <translation>سيعمل بعد دقائق قليلة.</translation>
    </message>
    <message>
        <source>Your page is being printed.</source>
        <translation>تُطبع صفحتك الآن.</translation>
    </message>
    <message>
        <source>Please take your paper.</source>
        <translation>من فضلك خذ ورقتك.</translation>
    </message>
    <message>
        <source>Please get a person. It goes on by itself then.</source>
        <translation>من فضلك اطلب شخصاً. ثم تستمر وحدها.</translation>
    </message>
    <message>
        <source>You can try again, or ask a person here to write it down.</source>
        <translation>يمكنك المحاولة مرة أخرى، أو اطلب من شخص هنا أن يكتبها لك.</translation>
    </message>
    <message>
        <source>Take it home.</source>
        <translation>خذها إلى البيت.</translation>
    </message>
    <message>
        <source>A square code for a phone&apos;s camera.</source>
        <translation>رمز مربع لكاميرا الهاتف.</translation>
    </message>
    <message>
        <source>Point your phone&apos;s camera at the square.</source>
        <translation>وجّه كاميرا هاتفك نحو المربع.</translation>
    </message>
    <message>
        <source>When it asks, type these numbers. Write them down, and show nobody.</source>
        <translation>حين يُطلب منك، اكتب هذه الأرقام. دوّنها ولا ترها لأحد.</translation>
    </message>
    <message>
        <source>What do you keep of me?</source>
        <translation>ماذا تحفظون عني؟</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>اطبعها مرة أخرى</translation>
    </message>
    <message>
        <source>Print it, in large letters</source>
        <translation>اطبعها بحروف كبيرة</translation>
    </message>
    <message>
        <source>Print it with my numbers</source>
        <translation>اطبعها مع أرقامي</translation>
    </message>
</context>
<context>
    <name>Technician</name>
    <message>
        <source>This line should be %1 mm long.</source>
        <translation>يجب أن يكون طول هذا الخط ⁨%1⁩ مم.</translation>
    </message>
    <message>
        <source>The device shows now</source>
        <translation>يعرض الجهاز الآن</translation>
    </message>
    <message>
        <source>May be off by %1. Source: %2</source>
        <translation>قد يحيد بمقدار ⁨%1⁩. المصدر: ⁨%2⁩</translation>
    </message>
    <message>
        <source>The center&apos;s clock was not compared yet.</source>
        <translation>لم تُقارن بساعة المركز بعد.</translation>
    </message>
    <message>
        <source>Next check due: %1.</source>
        <translation>الفحص التالي مستحق في: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>The camera gives no picture.</source>
        <translation>الكاميرا لا تعطي صورة.</translation>
    </message>
    <message>
        <source>Light %1 of 255 · sharpness %2 (1.45 and more is sharp)</source>
        <translation>الإضاءة ⁨%1⁩ من 255 · الحدة ⁨%2⁩ (1.45 فأكثر حاد)</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>طباعة صفحة اختبار</translation>
    </message>
    <message>
        <source>Touch them again</source>
        <translation>المسها مرة أخرى</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Read the device</source>
        <translation>قراءة الجهاز</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>قراءته مرة أخرى</translation>
    </message>
    <message>
        <source>Hold this figure</source>
        <translation>تثبيت هذا الرقم</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>ناجح</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>غير ناجح</translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>لم يتم بعد</translation>
    </message>
    <message>
        <source>This code is wrong.</source>
        <translation>هذا الرمز خاطئ.</translation>
    </message>
    <message>
        <source>Too many wrong codes. Nobody can sign in for now.</source>
        <translation>رموز خاطئة كثيرة. لا يمكن لأحد الدخول الآن.</translation>
    </message>
    <message>
        <source>A code has 8 digits. Your name is needed too.</source>
        <translation>الرمز من 8 أرقام. واسمك مطلوب أيضًا.</translation>
    </message>
    <message>
        <source>That number was too old. Tell the center the new one.</source>
        <translation>كان ذلك الرقم قديمًا. أخبر المركز بالرقم الجديد.</translation>
    </message>
    <message>
        <source>The station was never online, so a code can&apos;t be checked. Only the center can open it.</source>
        <translation>لم تتصل المحطة قط، فلا يمكن فحص رمز. المركز وحده يمكنه فتحها.</translation>
    </message>
    <message>
        <source>A visit is on. Wait until it is over.</source>
        <translation>هناك زيارة جارية. انتظر حتى تنتهي.</translation>
    </message>
    <message>
        <source>The disk takes nothing, so no code is tried. Make room first.</source>
        <translation>القرص لا يقبل شيئًا، فلا يُجرَّب أي رمز. أفسح مكانًا أولًا.</translation>
    </message>
    <message>
        <source>Nobody was here for a while, so you were signed out.</source>
        <translation>لم يكن أحد هنا لفترة، فسُجّل خروجك.</translation>
    </message>
    <message>
        <source>Your time was over, so you were signed out.</source>
        <translation>انتهى وقتك، فسُجّل خروجك.</translation>
    </message>
    <message>
        <source>Somebody must answer for it: sign in first.</source>
        <translation>يجب أن يتحمل أحدهم المسؤولية: سجّل الدخول أولًا.</translation>
    </message>
    <message>
        <source>The station knows no such device.</source>
        <translation>المحطة لا تعرف هذا الجهاز.</translation>
    </message>
    <message>
        <source>Nobody knows which model it was. Call your technician.</source>
        <translation>لا أحد يعرف أي طراز كان. اتصل بالفني.</translation>
    </message>
    <message>
        <source>It is found by its Bluetooth address alone. A technician must enter the new one.</source>
        <translation>يُعثر عليه بعنوان Bluetooth فقط. يجب أن يُدخل فني العنوان الجديد.</translation>
    </message>
    <message>
        <source>It can&apos;t be noted: the disk takes nothing. Call your technician.</source>
        <translation>لا يمكن تدوينه: القرص لا يقبل شيئًا. اتصل بالفني.</translation>
    </message>
    <message>
        <source>Badge and PIN do not fit.</source>
        <translation>الشارة والرقم السري لا يتطابقان.</translation>
    </message>
    <message>
        <source>This badge is not known here.</source>
        <translation>هذه الشارة غير معروفة هنا.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. This badge must wait.</source>
        <translation>أرقام سرية خاطئة كثيرة. على هذه البطاقة الانتظار.</translation>
    </message>
    <message>
        <source>No badges are known here.</source>
        <translation>لا شارات معروفة هنا.</translation>
    </message>
    <message>
        <source>The list of badges is too old. The station needs the center.</source>
        <translation>قائمة الشارات قديمة. تحتاج المحطة إلى المركز.</translation>
    </message>
    <message>
        <source>Badges are taken here only while the center is there.</source>
        <translation>لا تُقبل الشارات هنا إلا عند اتصال المركز.</translation>
    </message>
    <message>
        <source>A badge and a PIN of 4 to 8 digits are needed.</source>
        <translation>يلزم شارة ورقم سري من 4 إلى 8 أرقام.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>لحظة من فضلك.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was read.</source>
        <translation>تم الإيقاف. لم يُقرأ شيء.</translation>
    </message>
    <message>
        <source>What the device gave is not reliable. Try again.</source>
        <translation>ما أعطاه الجهاز غير موثوق. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The device gave no number. Try again.</source>
        <translation>لم يعطِ الجهاز رقمًا. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Too dark. Put a light before the face.</source>
        <translation>مظلم جدًا. ضع ضوءًا أمام الوجه.</translation>
    </message>
    <message>
        <source>Too bright. Move the light, or close the blind.</source>
        <translation>ساطع جدًا. حرّك الضوء أو أغلق الستارة.</translation>
    </message>
    <message>
        <source>Parts are black. The light comes from behind or from one side.</source>
        <translation>أجزاء سوداء. يأتي الضوء من الخلف أو من جانب واحد.</translation>
    </message>
    <message>
        <source>Parts are white. Something shines into the camera.</source>
        <translation>أجزاء بيضاء. شيء ما يلمع في الكاميرا.</translation>
    </message>
    <message>
        <source>Not sharp. Clean the lens and turn its ring.</source>
        <translation>غير حاد. نظّف العدسة وأدر حلقتها.</translation>
    </message>
    <message>
        <source>Try again in %1 min.</source>
        <translation>حاول مرة أخرى بعد ⁨%1⁩ دقيقة.</translation>
    </message>
    <message>
        <source>Tries left: %1.</source>
        <translation>المحاولات المتبقية: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>%1 beside %2; %3 off, %4 allowed.</source>
        <translation>⁨%1⁩ بجانب ⁨%2⁩؛ الفرق ⁨%3⁩، المسموح ⁨%4⁩.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Call the center. Tell them the station and this number:</source>
        <translation>اتصل بالمركز. أخبرهم بالمحطة وبهذا الرقم:</translation>
    </message>
    <message>
        <source>If the station is online, this page goes on by itself.</source>
        <translation>إذا كانت المحطة متصلة، تتابع هذه الصفحة وحدها.</translation>
    </message>
    <message>
        <source>I was told a code</source>
        <translation>أُعطيت رمزًا</translation>
    </message>
    <message>
        <source>A technician signs in</source>
        <translation>دخول فني</translation>
    </message>
    <message>
        <source>The same number as a QR code</source>
        <translation>الرقم نفسه كرمز QR</translation>
    </message>
    <message>
        <source>Your name, for the report</source>
        <translation>اسمك، من أجل التقرير</translation>
    </message>
    <message>
        <source>The code from the phone</source>
        <translation>الرمز من الهاتف</translation>
    </message>
    <message>
        <source>Type what you were told</source>
        <translation>اكتب ما قيل لك</translation>
    </message>
    <message>
        <source>Number of this station: %1</source>
        <translation>رقم هذه المحطة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Checks of this station</source>
        <translation>فحوص هذه المحطة</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>مسجَّل الدخول: ⁨%1⁩</translation>
    </message>
    <message>
        <source>To the report</source>
        <translation>إلى التقرير</translation>
    </message>
    <message>
        <source>Swap a broken device</source>
        <translation>استبدال جهاز معطّل</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>The station has read %1. What does the reference show?</source>
        <translation>قرأت المحطة ⁨%1⁩. ماذا يعرض المرجع؟</translation>
    </message>
    <message>
        <source>Not passed: %1</source>
        <translation>غير ناجح: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>لم يتم: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Make and sign the report</source>
        <translation>إعداد التقرير وتوقيعه</translation>
    </message>
    <message>
        <source>The commissioning report</source>
        <translation>تقرير التشغيل</translation>
    </message>
    <message>
        <source>It is signed by this station&apos;s own key and sent to the center.</source>
        <translation>يُوقَّع بمفتاح هذه المحطة ويُرسل إلى المركز.</translation>
    </message>
    <message>
        <source>The report is being made. This takes a moment.</source>
        <translation>يجري إعداد التقرير. يستغرق هذا لحظة.</translation>
    </message>
    <message>
        <source>The report could not be made. Is the disk full? Try again.</source>
        <translation>تعذّر إعداد التقرير. هل القرص ممتلئ؟ حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Signed. All checks passed.</source>
        <translation>تم التوقيع. نجحت كل الفحوص.</translation>
    </message>
    <message>
        <source>Signed. Not all checks passed.</source>
        <translation>تم التوقيع. لم تنجح كل الفحوص.</translation>
    </message>
    <message>
        <source>The station&apos;s key: %1</source>
        <translation>مفتاح المحطة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1: checked, due again %2</source>
        <translation>⁨%1⁩: تم الفحص، مستحق مجددًا ⁨%2⁩</translation>
    </message>
    <message>
        <source>It answers.</source>
        <translation>يستجيب.</translation>
    </message>
    <message>
        <source>It does not answer, or is broken.</source>
        <translation>لا يستجيب أو معطّل.</translation>
    </message>
    <message>
        <source>The spare for %1 is in use. The station looks for it now.</source>
        <translation>البديل عن ⁨%1⁩ قيد الاستعمال. تبحث المحطة عنه الآن.</translation>
    </message>
    <message>
        <source>Which device is broken?</source>
        <translation>أي جهاز معطّل؟</translation>
    </message>
    <message>
        <source>Unplug the broken one. Plug in a spare of the same model.</source>
        <translation>افصل المعطّل. صِل بديلًا من الطراز نفسه.</translation>
    </message>
    <message>
        <source>The model is: %1</source>
        <translation>الطراز هو: ⁨%1⁩</translation>
    </message>
    <message>
        <source>A spare for: %1</source>
        <translation>بديل عن: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>البحث مجددًا</translation>
    </message>
    <message>
        <source>Use the spare until the next profile</source>
        <translation>استعمال البديل حتى الملف التالي</translation>
    </message>
    <message>
        <source>Sign in as a technician</source>
        <translation>الدخول كفني</translation>
    </message>
    <message>
        <source>Plugged in: %1, serial number %2</source>
        <translation>موصول: ⁨%1⁩، الرقم التسلسلي ⁨%2⁩</translation>
    </message>
    <message>
        <source>Nothing new is plugged in that the station knows.</source>
        <translation>لا شيء جديد موصول تعرفه المحطة.</translation>
    </message>
    <message>
        <source>Badge: scan it, or type its number</source>
        <translation>الشارة: امسحها أو اكتب رقمها</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>دخول</translation>
    </message>
    <message>
        <source>Use the spare</source>
        <translation>استعمال البديل</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>الفحص التالي</translation>
    </message>
    <message>
        <source>This is the last line.</source>
        <translation>هذا هو السطر الأخير.</translation>
    </message>
    <message>
        <source>This is the first line.</source>
        <translation>هذا هو السطر الأول.</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>صفحة اختبار</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>You need do nothing. The station tries again.</source>
        <translation>لا يلزمك فعل شيء. المحطة تعيد المحاولة.</translation>
    </message>
    <message>
        <source>Call your technician. The station works as before.</source>
        <translation>اتصل بالفني. المحطة تعمل كما كانت.</translation>
    </message>
    <message>
        <source>The place updates come from does not answer.</source>
        <translation>المكان الذي تأتي منه التحديثات لا يجيب.</translation>
    </message>
    <message>
        <source>The center has no updates for this station.</source>
        <translation>لا توجد لدى المركز تحديثات لهذه المحطة.</translation>
    </message>
    <message>
        <source>The update comes too slowly. What came is kept.</source>
        <translation>التحديث يصل ببطء شديد. ما وصل محفوظ.</translation>
    </message>
    <message>
        <source>An update is not signed as it must be. We do not use it.</source>
        <translation>تحديث غير موقّع كما يجب. لا نستخدمه.</translation>
    </message>
    <message>
        <source>Somebody offers an old update as new. We do not use it.</source>
        <translation>أحدهم يعرض تحديثًا قديمًا على أنه جديد. لا نستخدمه.</translation>
    </message>
    <message>
        <source>The news of updates is too old.</source>
        <translation>أخبار التحديثات قديمة جدًا.</translation>
    </message>
    <message>
        <source>An update is not what was signed. We do not use it.</source>
        <translation>تحديث يختلف عمّا تم توقيعه. لا نستخدمه.</translation>
    </message>
    <message>
        <source>This station can&apos;t read the update.</source>
        <translation>لا تستطيع هذه المحطة قراءة التحديث.</translation>
    </message>
    <message>
        <source>The station&apos;s clock is wrong. So it takes no updates.</source>
        <translation>ساعة المحطة خاطئة. لذلك لا تأخذ تحديثات.</translation>
    </message>
    <message>
        <source>There is no room for the update.</source>
        <translation>لا مكان للتحديث.</translation>
    </message>
    <message>
        <source>The update could not be written.</source>
        <translation>تعذّرت كتابة التحديث.</translation>
    </message>
    <message>
        <source>The new version does not work well yet.</source>
        <translation>النسخة الجديدة لا تعمل جيدًا بعد.</translation>
    </message>
    <message>
        <source>Look for updates</source>
        <translation>ابحث عن تحديثات</translation>
    </message>
    <message>
        <source>Version %1 did not work well. Version %2 runs again.</source>
        <translation>النسخة ⁨%1⁩ لم تعمل جيدًا. عادت النسخة ⁨%2⁩ تعمل.</translation>
    </message>
    <message>
        <source>New questions (%1) can&apos;t be used. The former ones stay.</source>
        <translation>لا يمكن استخدام الأسئلة الجديدة (⁨%1⁩). تبقى السابقة.</translation>
    </message>
    <message>
        <source>Looking for updates.</source>
        <translation>يجري البحث عن تحديثات.</translation>
    </message>
    <message>
        <source>Version %1 is coming: %2 %.</source>
        <translation>النسخة ⁨%1⁩ في الطريق: ⁨%2⁩ %.</translation>
    </message>
    <message>
        <source>Version %1 is ready. The station restarts between %2.</source>
        <translation>النسخة ⁨%1⁩ جاهزة. تعيد المحطة التشغيل بين ⁨%2⁩.</translation>
    </message>
    <message>
        <source>Version %1 is ready. It starts after the visit.</source>
        <translation>النسخة ⁨%1⁩ جاهزة. تبدأ بعد الزيارة.</translation>
    </message>
    <message>
        <source>The station restarts now.</source>
        <translation>تعيد المحطة التشغيل الآن.</translation>
    </message>
    <message>
        <source>Version %1 is new. We watch if it works well.</source>
        <translation>النسخة ⁨%1⁩ جديدة. نراقب هل تعمل جيدًا.</translation>
    </message>
    <message>
        <source>Version %1 runs. It is the newest we know of.</source>
        <translation>تعمل النسخة ⁨%1⁩. هي أحدث ما نعرفه.</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>%1. Button.</source>
        <translation>⁨%1⁩. زر.</translation>
    </message>
    <message>
        <source>%1. Button, not ready yet.</source>
        <translation>⁨%1⁩. زر غير جاهز بعد.</translation>
    </message>
    <message>
        <source>%1. Chosen.</source>
        <translation>⁨%1⁩. مختار.</translation>
    </message>
    <message>
        <source>%1. Not chosen.</source>
        <translation>⁨%1⁩. غير مختار.</translation>
    </message>
    <message>
        <source>%1 of %2.</source>
        <translation>⁨%1⁩ من ⁨%2⁩.</translation>
    </message>
    <message>
        <source>%1. Type here. The down arrow leads to the keys. OK goes on.</source>
        <translation>⁨%1⁩. اكتب هنا. السهم إلى أسفل يقود إلى المفاتيح. مفتاح موافق يتابع.</translation>
    </message>
    <message>
        <source>%1. It says: %2.</source>
        <translation>⁨%1⁩. مكتوب: ⁨%2⁩.</translation>
    </message>
    <message>
        <source>%1. What you type here is not said. Signs so far: %2.</source>
        <translation>⁨%1⁩. ما تكتبه هنا لا يُنطق. عدد الرموز حتى الآن: ⁨%2⁩.</translation>
    </message>
    <message>
        <source>Picture: %1.</source>
        <translation>صورة: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Erased: %1.</source>
        <translation>حُذف: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Answers to choose from: %1.</source>
        <translation>الإجابات للاختيار: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Buttons here: %1.</source>
        <translation>الأزرار هنا: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>To hear this screen, press the raised round key, or plug in headphones.</source>
        <translation>لسماع هذه الشاشة اضغط المفتاح المستدير البارز، أو صِل سماعة.</translation>
    </message>
    <message>
        <source>The voice is on. The arrow keys lead from one thing to the next. OK chooses it. The back key goes back. The raised round key says all of it again.</source>
        <translation>الصوت يعمل. الأسهم تنقلك من شيء إلى آخر. مفتاح موافق يختاره. مفتاح الرجوع يعود بك. المفتاح المستدير البارز يعيد كل شيء.</translation>
    </message>
    <message>
        <source>People near you can hear this. Plug in headphones to keep it to yourself.</source>
        <translation>يمكن لمن حولك أن يسمع هذا. صِل سماعة لتسمعه وحدك.</translation>
    </message>
    <message>
        <source>The headphones are out, so the voice stops. Press the raised round key to hear it from the speaker.</source>
        <translation>نُزعت السماعة فتوقف الصوت. اضغط المفتاح المستدير البارز لتسمعه من مكبر الصوت.</translation>
    </message>
    <message>
        <source>While the cuff squeezes, any key stops it at once.</source>
        <translation>أثناء شد الشريط يوقفه أي مفتاح فورًا.</translation>
    </message>
    <message>
        <source>Volume %1 of %2.</source>
        <translation>مستوى الصوت ⁨%1⁩ من ⁨%2⁩.</translation>
    </message>
</context>
<context>
    <name>WaveView</name>
    <message>
        <source>Your pulse as a moving line</source>
        <translation>نبضك كخط متحرك</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Touch here to begin</source>
        <translation>المس هنا للبدء</translation>
    </message>
    <message>
        <source>It takes about %1 minutes. You can stop at any time.</source>
        <translation>يستغرق نحو ⁨%1⁩ دقيقة. يمكنك التوقف في أي وقت.</translation>
    </message>
    <message>
        <source>Look up a symptom</source>
        <translation>ابحث عن عَرَض</translation>
    </message>
    <message>
        <source>Some parts are still in English.</source>
        <translation>بعض الأجزاء ما زالت بالإنجليزية.</translation>
    </message>
    <message>
        <source>This screen forgets you when you leave.</source>
        <translation>تنساك هذه الشاشة عندما تخرج.</translation>
    </message>
    <message>
        <source>This station is out of service.</source>
        <translation>هذه المحطة خارج الخدمة.</translation>
    </message>
    <message>
        <source>Please call %1.</source>
        <translation>يرجى الاتصال بالرقم ⁨%1⁩.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Please type a number.</source>
        <translation>اكتب رقمًا من فضلك.</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>املأ هذا من فضلك.</translation>
    </message>
    <message>
        <source>The month is a number from 1 to 12.</source>
        <translation>الشهر رقم من 1 إلى 12.</translation>
    </message>
    <message>
        <source>This month does not have that day.</source>
        <translation>ليس في هذا الشهر هذا اليوم.</translation>
    </message>
    <message>
        <source>The year has four digits, like 1948.</source>
        <translation>السنة أربعة أرقام، مثل 1948.</translation>
    </message>
    <message>
        <source>Please type your first or last name.</source>
        <translation>اكتب اسمك الأول أو اسم عائلتك من فضلك.</translation>
    </message>
    <message>
        <source>This name is too long for us. Please shorten it.</source>
        <translation>هذا الاسم طويل علينا. اختصره من فضلك.</translation>
    </message>
    <message>
        <source>We can&apos;t read this date. Please check it.</source>
        <translation>لا نستطيع قراءة هذا التاريخ. راجعه من فضلك.</translation>
    </message>
    <message>
        <source>This day is still to come. Please check the year.</source>
        <translation>هذا اليوم لم يأتِ بعد. راجع السنة من فضلك.</translation>
    </message>
    <message>
        <source>This is too long ago. Please check the year.</source>
        <translation>هذا قديم جدًا. راجع السنة من فضلك.</translation>
    </message>
    <message>
        <source>Please type your age in years, like 67.</source>
        <translation>اكتب عمرك بالسنوات، مثل 67.</translation>
    </message>
    <message>
        <source>Your answers say: not this arm. Please take the other one.</source>
        <translation>إجاباتك تقول: ليس هذا الذراع. خذ الآخر من فضلك.</translation>
    </message>
    <message>
        <source>We can&apos;t use this answer. Please check it.</source>
        <translation>لا نستطيع استعمال هذه الإجابة. راجعها من فضلك.</translation>
    </message>
    <message>
        <source>This number can&apos;t be right. Please check it.</source>
        <translation>هذا الرقم لا يمكن أن يصح. راجعه من فضلك.</translation>
    </message>
    <message>
        <source>Please fill in one of the two: you choose the unit.</source>
        <translation>املأ واحدًا من الاثنين: أنت تختار الوحدة.</translation>
    </message>
    <message>
        <source>The upper number must be more than the lower one.</source>
        <translation>الرقم العلوي يجب أن يكون أكبر من السفلي.</translation>
    </message>
    <message>
        <source>This is unusual. If it is right, touch Next once more.</source>
        <translation>هذا غير معتاد. إن كان صحيحًا فالمس «التالي» مرة أخرى.</translation>
    </message>
    <message>
        <source>This count can&apos;t be right. Please count again.</source>
        <translation>هذا العدد لا يمكن أن يصح. عُدَّ من جديد من فضلك.</translation>
    </message>
    <message>
        <source>Please type a phone number with its area code.</source>
        <translation>اكتب رقم هاتف مع رمز المنطقة من فضلك.</translation>
    </message>
    <message>
        <source>This is not a Carepost card. Please try another one.</source>
        <translation>هذه ليست بطاقة Carepost. جرّب بطاقة أخرى من فضلك.</translation>
    </message>
    <message>
        <source>Card and birth date do not match. Please try again.</source>
        <translation>البطاقة وتاريخ الميلاد لا يتطابقان. حاول مرة أخرى من فضلك.</translation>
    </message>
    <message>
        <source>The code has six digits.</source>
        <translation>الرمز من ستة أرقام.</translation>
    </message>
    <message>
        <source>We found no earlier visit. Please type your name.</source>
        <translation>لم نجد زيارة سابقة. اكتب اسمك من فضلك.</translation>
    </message>
    <message>
        <source>That did not match too often. Please type your name.</source>
        <translation>لم يتطابق عدة مرات. اكتب اسمك من فضلك.</translation>
    </message>
    <message>
        <source>We can&apos;t look that up now. Please type your name.</source>
        <translation>لا يمكننا البحث الآن. اكتب اسمك من فضلك.</translation>
    </message>
    <message>
        <source>This is not a staff badge. Please try another one.</source>
        <translation>هذه ليست بطاقة عاملين. يرجى تجربة أخرى.</translation>
    </message>
    <message>
        <source>This is not the badge that signed in.</source>
        <translation>هذه ليست البطاقة التي دخلت بها.</translation>
    </message>
    <message>
        <source>This is another resident&apos;s wristband. Leave this one first.</source>
        <translation>هذا سوار مقيم آخر. أنهِ هذا المقيم أولًا.</translation>
    </message>
    <message>
        <source>Nobody on your list wears this. Please look for the name.</source>
        <translation>لا أحد في قائمتك يرتدي هذا. يرجى البحث عن الاسم.</translation>
    </message>
    <message>
        <source>They are filed for this resident already.</source>
        <translation>هي محفوظة لهذا المقيم بالفعل.</translation>
    </message>
    <message>
        <source>Please check two things. The room is not one of them.</source>
        <translation>يرجى التحقق من شيئين. الغرفة ليست أحدهما.</translation>
    </message>
    <message>
        <source>The picture is being saved. Please wait a moment.</source>
        <translation>تُحفظ الصورة. يرجى الانتظار لحظة.</translation>
    </message>
    <message>
        <source>They did not agree. It was noted.</source>
        <translation>لم يوافق. دُوِّن ذلك.</translation>
    </message>
    <message>
        <source>This does not match. Please try again, or start over.</source>
        <translation>هذا لا يطابق. حاول مرة أخرى، أو ابدأ من جديد.</translation>
    </message>
    <message>
        <source>The device is not plugged in.</source>
        <translation>الجهاز غير موصول.</translation>
    </message>
    <message>
        <source>The device was unplugged.</source>
        <translation>فُصل الجهاز.</translation>
    </message>
    <message>
        <source>Something else is using the device.</source>
        <translation>شيء آخر يستعمل الجهاز.</translation>
    </message>
    <message>
        <source>The station may not use the device yet.</source>
        <translation>لا يحق للمحطة استعمال الجهاز بعد.</translation>
    </message>
    <message>
        <source>The device&apos;s cable does not work right.</source>
        <translation>سلك الجهاز لا يعمل جيدًا.</translation>
    </message>
    <message>
        <source>The device is silent.</source>
        <translation>الجهاز صامت.</translation>
    </message>
    <message>
        <source>We can&apos;t understand the device.</source>
        <translation>لا نفهم الجهاز.</translation>
    </message>
    <message>
        <source>The station does not know this device.</source>
        <translation>المحطة لا تعرف هذا الجهاز.</translation>
    </message>
    <message>
        <source>Two devices look the same. The station must be told which to use.</source>
        <translation>جهازان متشابهان. يجب إخبار المحطة أيهما تستعمل.</translation>
    </message>
    <message>
        <source>The station&apos;s wireless link is switched off.</source>
        <translation>الاتصال اللاسلكي للمحطة مغلق.</translation>
    </message>
    <message>
        <source>The device is not ready yet.</source>
        <translation>الجهاز غير جاهز بعد.</translation>
    </message>
    <message>
        <source>You stopped the measurement. That is fine.</source>
        <translation>أوقفت القياس. لا بأس.</translation>
    </message>
    <message>
        <source>We saw no finger in the clip.</source>
        <translation>لم نرَ إصبعًا في المشبك.</translation>
    </message>
    <message>
        <source>The finger clip is not plugged in.</source>
        <translation>مشبك الإصبع غير موصول.</translation>
    </message>
    <message>
        <source>We could not find your pulse.</source>
        <translation>لم نجد نبضك.</translation>
    </message>
    <message>
        <source>No result came from the device.</source>
        <translation>لم تأتِ نتيجة من الجهاز.</translation>
    </message>
    <message>
        <source>You moved while it measured.</source>
        <translation>تحركت أثناء القياس.</translation>
    </message>
    <message>
        <source>The device&apos;s battery is too weak to measure.</source>
        <translation>بطارية الجهاز أضعف من أن يقيس.</translation>
    </message>
    <message>
        <source>This is more than the scale can weigh.</source>
        <translation>هذا أكثر مما يستطيع الميزان قياسه.</translation>
    </message>
    <message>
        <source>The scale felt no weight on it.</source>
        <translation>لم يشعر الميزان بوزن عليه.</translation>
    </message>
    <message>
        <source>The value is too high or too low for this device.</source>
        <translation>القيمة أعلى أو أدنى مما يقيسه هذا الجهاز.</translation>
    </message>
    <message>
        <source>The device&apos;s sensor is missing or does not work.</source>
        <translation>حساس الجهاز مفقود أو لا يعمل.</translation>
    </message>
    <message>
        <source>The device is too warm or too cold to work.</source>
        <translation>الجهاز أسخن أو أبرد من أن يعمل.</translation>
    </message>
    <message>
        <source>The test strip could not be read.</source>
        <translation>تعذّرت قراءة شريط الاختبار.</translation>
    </message>
    <message>
        <source>The device reported a fault.</source>
        <translation>أبلغ الجهاز عن عطل.</translation>
    </message>
    <message>
        <source>The device did not answer.</source>
        <translation>الجهاز لم يجب.</translation>
    </message>
    <message>
        <source>The pressure got too high, so the cuff let go.</source>
        <translation>صار الضغط عاليًا، فارتخى الشريط.</translation>
    </message>
    <message>
        <source>The cuff sits too loosely, or lets air out.</source>
        <translation>الشريط مرتخٍ، أو يسرّب الهواء.</translation>
    </message>
    <message>
        <source>The cuff&apos;s sensor does not work.</source>
        <translation>حساس الشريط لا يعمل.</translation>
    </message>
    <message>
        <source>The cuff did not let its air out right. Please take it off.</source>
        <translation>لم يُخرج الشريط هواءه جيدًا. اخلعه من فضلك.</translation>
    </message>
    <message>
        <source>The cuff lets air out.</source>
        <translation>الشريط يسرّب الهواء.</translation>
    </message>
    <message>
        <source>The cuff&apos;s pump does not work.</source>
        <translation>مضخة الشريط لا تعمل.</translation>
    </message>
    <message>
        <source>The cuff reported a fault.</source>
        <translation>أبلغ الشريط عن عطل.</translation>
    </message>
    <message>
        <source>The cuff gave a result that can&apos;t be right.</source>
        <translation>أعطى الشريط نتيجة لا يمكن أن تكون صحيحة.</translation>
    </message>
    <message>
        <source>The measurement took too long, so we stopped it.</source>
        <translation>طال القياس فأوقفناه.</translation>
    </message>
    <message>
        <source>Your arm needs a rest of ten minutes.</source>
        <translation>تحتاج ذراعك إلى راحة عشر دقائق.</translation>
    </message>
    <message>
        <source>The cuff keeps its air. Open it by hand now.</source>
        <translation>الشريط يحبس هواءه. افتحه بيدك الآن.</translation>
    </message>
    <message>
        <source>The pressure got too high, so we stopped.</source>
        <translation>صار الضغط عاليًا فأوقفنا.</translation>
    </message>
    <message>
        <source>The station had to start again. Nothing was lost.</source>
        <translation>اضطرت المحطة إلى البدء من جديد. لم يضِع شيء.</translation>
    </message>
    <message>
        <source>A part of the station stopped. It is starting again.</source>
        <translation>توقف جزء من المحطة. وهو يبدأ من جديد.</translation>
    </message>
    <message>
        <source>We tried twice, and could not measure it well.</source>
        <translation>حاولنا مرتين ولم نستطع قياسه جيدًا.</translation>
    </message>
    <message>
        <source>This station can&apos;t do that yet.</source>
        <translation>لا تستطيع هذه المحطة ذلك بعد.</translation>
    </message>
    <message>
        <source>The reading was not good enough.</source>
        <translation>لم يكن القياس جيدًا كفاية.</translation>
    </message>
    <message>
        <source>The camera is not connected. They can still hear you.</source>
        <translation>الكاميرا غير موصولة. ما زالوا يسمعونك.</translation>
    </message>
    <message>
        <source>The camera does not work. They can still hear you.</source>
        <translation>الكاميرا لا تعمل. ما زالوا يسمعونك.</translation>
    </message>
    <message>
        <source>The microphone is not connected. You can write to the provider.</source>
        <translation>الميكروفون غير موصول. يمكنك الكتابة إلى مقدّم الرعاية.</translation>
    </message>
    <message>
        <source>The microphone does not work. You can write to the provider.</source>
        <translation>الميكروفون لا يعمل. يمكنك الكتابة إلى مقدّم الرعاية.</translation>
    </message>
    <message>
        <source>The microphone hears nothing. Is it switched off? You can write to the provider.</source>
        <translation>الميكروفون لا يسمع شيئًا. هل هو مغلق؟ يمكنك الكتابة إلى مقدّم الرعاية.</translation>
    </message>
    <message>
        <source>You are too loud for the microphone. Please sit back a little.</source>
        <translation>صوتك عالٍ على الميكروفون. ابتعد قليلًا من فضلك.</translation>
    </message>
    <message>
        <source>The microphone hums. You can still talk. Please tell a person here.</source>
        <translation>الميكروفون يطنّ. يمكنك الكلام. أخبر شخصًا هنا من فضلك.</translation>
    </message>
    <message>
        <source>This station has no stethoscope, or it is not plugged in.</source>
        <translation>لا توجد سماعة طبية في هذه المحطة، أو هي غير موصولة.</translation>
    </message>
    <message>
        <source>The stethoscope does not work. Is it plugged in?</source>
        <translation>السماعة الطبية لا تعمل. هل هي موصولة؟</translation>
    </message>
    <message>
        <source>The station&apos;s memory is full. It can take no pictures or sounds now.</source>
        <translation>ذاكرة المحطة ممتلئة. لا يمكنها أخذ صور أو أصوات الآن.</translation>
    </message>
    <message>
        <source>We take pictures of a minor only if a parent or guardian says yes. Is one with you?</source>
        <translation>لا نلتقط صورًا لقاصر إلا إذا وافق أحد الوالدين أو الوصي. هل أحدهم معك؟</translation>
    </message>
    <message>
        <source>The camera gave no picture. Please try again.</source>
        <translation>لم تعطِ الكاميرا صورة. حاول مرة أخرى من فضلك.</translation>
    </message>
    <message>
        <source>A picture is being taken already.</source>
        <translation>يجري التقاط صورة بالفعل.</translation>
    </message>
    <message>
        <source>That was too short. Please film again.</source>
        <translation>كان ذلك قصيرًا. صوّر مرة أخرى من فضلك.</translation>
    </message>
    <message>
        <source>That was too short. Please record again.</source>
        <translation>كان ذلك قصيرًا. سجّل مرة أخرى من فضلك.</translation>
    </message>
    <message>
        <source>A sound is being recorded already.</source>
        <translation>يجري تسجيل صوت بالفعل.</translation>
    </message>
    <message>
        <source>A part of the station started again. Please try again.</source>
        <translation>بدأ جزء من المحطة من جديد. حاول مرة أخرى من فضلك.</translation>
    </message>
    <message>
        <source>That went wrong here. Please try again.</source>
        <translation>حدث خطأ هنا. حاول مرة أخرى من فضلك.</translation>
    </message>
    <message>
        <source>The recording was stopped.</source>
        <translation>أُوقف التسجيل.</translation>
    </message>
    <message>
        <source>The speaker is not connected. The provider can write to you.</source>
        <translation>مكبر الصوت غير موصول. يمكن لمقدّم الرعاية أن يكتب إليك.</translation>
    </message>
    <message>
        <source>The speaker does not work. The provider can write to you.</source>
        <translation>مكبر الصوت لا يعمل. يمكن لمقدّم الرعاية أن يكتب إليك.</translation>
    </message>
    <message>
        <source>The call could not start. We are trying again.</source>
        <translation>لم تبدأ المكالمة. نحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>No way to the provider was found. We are trying again.</source>
        <translation>لم نجد طريقًا إلى مقدّم الرعاية. نحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The network here blocks the call. We are trying again.</source>
        <translation>الشبكة هنا تمنع المكالمة. نحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The connection broke. We are calling again.</source>
        <translation>انقطع الاتصال. نتصل من جديد.</translation>
    </message>
    <message>
        <source>This visit has become too long for the station.</source>
        <translation>صارت هذه الزيارة أطول مما تتسع له المحطة.</translation>
    </message>
    <message>
        <source>Please plug its cable in.</source>
        <translation>صِل سلكه من فضلك.</translation>
    </message>
    <message>
        <source>Please check that its cable sits tight.</source>
        <translation>تأكد من أن سلكه مثبت جيدًا.</translation>
    </message>
    <message>
        <source>Please switch the device on.</source>
        <translation>شغّل الجهاز من فضلك.</translation>
    </message>
    <message>
        <source>You can&apos;t mend this yourself. Please ask somebody to help.</source>
        <translation>لا تستطيع إصلاح هذا بنفسك. اطلب المساعدة من فضلك.</translation>
    </message>
    <message>
        <source>Please put your finger in the clip.</source>
        <translation>ضع إصبعك في المشبك من فضلك.</translation>
    </message>
    <message>
        <source>Please hold still and don&apos;t talk.</source>
        <translation>لا تتحرك ولا تتكلم من فضلك.</translation>
    </message>
    <message>
        <source>Please rub your hands warm, then try again.</source>
        <translation>افرك يديك لتدفئهما، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Please put the cuff on again, snugly.</source>
        <translation>ضع الشريط مرة أخرى بإحكام.</translation>
    </message>
    <message>
        <source>Please wait, then try again.</source>
        <translation>انتظر من فضلك، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation>حاول مرة أخرى من فضلك.</translation>
    </message>
    <message>
        <source>Please charge the device, or change its battery.</source>
        <translation>اشحن الجهاز، أو بدّل بطاريته.</translation>
    </message>
    <message>
        <source>Please measure with the device. Then wait for its result.</source>
        <translation>قس بالجهاز من فضلك. ثم انتظر نتيجته.</translation>
    </message>
    <message>
        <source>Please step off the scale, wait, and step on again.</source>
        <translation>انزل عن الميزان وانتظر، ثم اصعد مرة أخرى.</translation>
    </message>
    <message>
        <source>Please take a new test strip.</source>
        <translation>خذ شريط اختبار جديدًا من فضلك.</translation>
    </message>
    <message>
        <source>Please open the cuff by hand and take it off.</source>
        <translation>افتح الشريط بيدك واخلعه من فضلك.</translation>
    </message>
    <message>
        <source>The value kept changing.</source>
        <translation>ظلت القيمة تتغير.</translation>
    </message>
    <message>
        <source>Little blood flows in the finger. Warm your hand.</source>
        <translation>الدم في الإصبع قليل. دفّئ يدك.</translation>
    </message>
    <message>
        <source>Movement disturbed the reading.</source>
        <translation>شوّشت الحركة القياس.</translation>
    </message>
    <message>
        <source>The finger was not in the clip.</source>
        <translation>لم يكن الإصبع في المشبك.</translation>
    </message>
    <message>
        <source>The pulse was hard to find.</source>
        <translation>كان النبض صعب الإيجاد.</translation>
    </message>
    <message>
        <source>The signal was weak.</source>
        <translation>كانت الإشارة ضعيفة.</translation>
    </message>
    <message>
        <source>This clip is less exact at such low values.</source>
        <translation>هذا المشبك أقل دقة عند هذه القيم المنخفضة.</translation>
    </message>
    <message>
        <source>The value can&apos;t be right.</source>
        <translation>لا يمكن أن تكون القيمة صحيحة.</translation>
    </message>
    <message>
        <source>The value is unusual. It should be measured again.</source>
        <translation>القيمة غير معتادة. يجب قياسها مرة أخرى.</translation>
    </message>
    <message>
        <source>The rest before was short.</source>
        <translation>كانت الراحة قبله قصيرة.</translation>
    </message>
    <message>
        <source>You did not rest before. It may be too high.</source>
        <translation>لم تسترح قبله. قد يكون أعلى من الحقيقي.</translation>
    </message>
    <message>
        <source>Clip and cuff counted different pulses.</source>
        <translation>عدّ المشبك والشريط نبضين مختلفين.</translation>
    </message>
    <message>
        <source>The readings differ from each other.</source>
        <translation>القياسات تختلف بعضها عن بعض.</translation>
    </message>
    <message>
        <source>The pulse was not even.</source>
        <translation>لم يكن النبض منتظمًا.</translation>
    </message>
    <message>
        <source>This is from one reading only.</source>
        <translation>هذا من قياس واحد فقط.</translation>
    </message>
    <message>
        <source>The time may be wrong.</source>
        <translation>قد يكون الوقت خاطئًا.</translation>
    </message>
    <message>
        <source>The cuff does not fit this arm.</source>
        <translation>الشريط لا يناسب هذا الذراع.</translation>
    </message>
    <message>
        <source>The cuff was not as high as your heart.</source>
        <translation>لم يكن الشريط بمستوى قلبك.</translation>
    </message>
    <message>
        <source>The cuff was too loose.</source>
        <translation>كان الشريط مرتخيًا.</translation>
    </message>
    <message>
        <source>The device&apos;s battery is low.</source>
        <translation>بطارية الجهاز ضعيفة.</translation>
    </message>
    <message>
        <source>It is time to have this device checked.</source>
        <translation>حان وقت فحص هذا الجهاز.</translation>
    </message>
    <message>
        <source>The device worked out the value before it was sure.</source>
        <translation>حسب الجهاز القيمة قبل أن يتأكد.</translation>
    </message>
    <message>
        <source>The device was in test mode. This is no real value.</source>
        <translation>كان الجهاز في وضع الاختبار. هذه ليست قيمة حقيقية.</translation>
    </message>
    <message>
        <source>The device had stored this before.</source>
        <translation>كان الجهاز قد خزّن هذا من قبل.</translation>
    </message>
    <message>
        <source>Very low. Somebody should check you now.</source>
        <translation>منخفض جدًا. يجب أن يفحصك شخص الآن.</translation>
    </message>
    <message>
        <source>Low. Talk to a provider about it.</source>
        <translation>منخفض. تكلّم مع مقدّم رعاية عنه.</translation>
    </message>
    <message>
        <source>A little low. Ask the provider.</source>
        <translation>منخفض قليلًا. اسأل مقدّم الرعاية.</translation>
    </message>
    <message>
        <source>In the usual range for adults.</source>
        <translation>ضمن المدى المعتاد للبالغين.</translation>
    </message>
    <message>
        <source>A little high. Ask the provider.</source>
        <translation>مرتفع قليلًا. اسأل مقدّم الرعاية.</translation>
    </message>
    <message>
        <source>High. Talk to a provider about it.</source>
        <translation>مرتفع. تكلّم مع مقدّم رعاية عنه.</translation>
    </message>
    <message>
        <source>Very high. Somebody should check you now.</source>
        <translation>مرتفع جدًا. يجب أن يفحصك شخص الآن.</translation>
    </message>
    <message>
        <source>The provider will tell you what this means for you.</source>
        <translation>سيخبرك مقدّم الرعاية بما يعنيه هذا لك.</translation>
    </message>
    <message>
        <source>Not measured well. Don&apos;t rely on this number.</source>
        <translation>لم يُقَس جيدًا. لا تعتمد على هذا الرقم.</translation>
    </message>
    <message>
        <source>Not measured.</source>
        <translation>لم يُقَس.</translation>
    </message>
    <message>
        <source>Oxygen (SpO2)</source>
        <translation>الأكسجين (SpO2)</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>النبض</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>ضغط الدم</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>الحرارة</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>الوزن</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>الطول</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <translation>سكر الدم</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>سرعة القلب</translation>
    </message>
    <message>
        <source>Breathing</source>
        <translation>التنفس</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>الألم</translation>
    </message>
    <message>
        <source>How awake you are</source>
        <translation>مدى يقظتك</translation>
    </message>
    <message>
        <source>Air or oxygen</source>
        <translation>هواء أو أكسجين</translation>
    </message>
    <message>
        <source>You did not want it.</source>
        <translation>لم ترد ذلك.</translation>
    </message>
    <message>
        <source>It hurts.</source>
        <translation>هذا مؤلم.</translation>
    </message>
    <message>
        <source>You could not do it.</source>
        <translation>لم تستطع ذلك.</translation>
    </message>
    <message>
        <source>You can&apos;t stand safely.</source>
        <translation>لا تستطيع الوقوف بأمان.</translation>
    </message>
    <message>
        <source>No cuff fits your arm.</source>
        <translation>لا شريط يناسب ذراعك.</translation>
    </message>
    <message>
        <source>A cuff should not go on either arm.</source>
        <translation>لا يجوز وضع الرباط على أي من الذراعين.</translation>
    </message>
    <message>
        <source>The device did not work. The staff know.</source>
        <translation>الجهاز لم يعمل. الموظفون يعرفون.</translation>
    </message>
    <message>
        <source>It did not work, and you went on.</source>
        <translation>لم ينجح القياس، فتابعت.</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>ممرض</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>مساعد</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>طبيب</translation>
    </message>
    <message>
        <source>Pharmacist</source>
        <translation>صيدلي</translation>
    </message>
    <message>
        <source>Other staff</source>
        <translation>موظف آخر</translation>
    </message>
    <message>
        <source>Awake and clear</source>
        <translation>يقِظ وواعٍ</translation>
    </message>
    <message>
        <source>Newly confused</source>
        <translation>ارتباك جديد</translation>
    </message>
    <message>
        <source>Answers only when spoken to</source>
        <translation>يجيب فقط عند الكلام معه</translation>
    </message>
    <message>
        <source>Answers only to pain</source>
        <translation>يستجيب للألم فقط</translation>
    </message>
    <message>
        <source>Does not answer at all</source>
        <translation>لا يستجيب أبدًا</translation>
    </message>
    <message>
        <source>Breathes air</source>
        <translation>يتنفس الهواء</translation>
    </message>
    <message>
        <source>Gets oxygen</source>
        <translation>يأخذ الأكسجين</translation>
    </message>
    <message>
        <source>Moans, cries or gasps</source>
        <translation>يئن أو يبكي أو يلهث</translation>
    </message>
    <message>
        <source>Says that it hurts</source>
        <translation>يقول إنه يتألم</translation>
    </message>
    <message>
        <source>Frowns, winces or clenches the teeth</source>
        <translation>يعبس أو يشد أسنانه</translation>
    </message>
    <message>
        <source>Holds or guards a part of the body</source>
        <translation>يمسك جزءًا من جسمه أو يحميه</translation>
    </message>
    <message>
        <source>Taken in the mouth.</source>
        <translation>قيست في الفم.</translation>
    </message>
    <message>
        <source>Taken under the arm.</source>
        <translation>قيست تحت الإبط.</translation>
    </message>
    <message>
        <source>Taken in the bottom.</source>
        <translation>قيست في الشرج.</translation>
    </message>
    <message>
        <source>Taken in the ear.</source>
        <translation>قيست في الأذن.</translation>
    </message>
    <message>
        <source>Taken on the forehead.</source>
        <translation>قيست على الجبين.</translation>
    </message>
    <message>
        <source>Taken on a finger.</source>
        <translation>قيست على إصبع.</translation>
    </message>
    <message>
        <source>Taken on a toe.</source>
        <translation>قيست على إصبع القدم.</translation>
    </message>
    <message>
        <source>Taken on the skin.</source>
        <translation>قيست على الجلد.</translation>
    </message>
    <message>
        <source>It is more than the device can measure.</source>
        <translation>هي أكثر مما يستطيع الجهاز قياسه.</translation>
    </message>
    <message>
        <source>It is less than the device can measure.</source>
        <translation>هي أقل مما يستطيع الجهاز قياسه.</translation>
    </message>
    <message>
        <source>The device&apos;s clock is wrong.</source>
        <translation>ساعة الجهاز خاطئة.</translation>
    </message>
    <message>
        <source>Left arm</source>
        <translation>الذراع الأيسر</translation>
    </message>
    <message>
        <source>Right arm</source>
        <translation>الذراع الأيمن</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>صغير</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>كبير</translation>
    </message>
    <message>
        <source>Extra large</source>
        <translation>كبير جدًا</translation>
    </message>
    <message>
        <source>You can care for yourself at home.</source>
        <translation>يمكنك العناية بنفسك في البيت.</translation>
    </message>
    <message>
        <source>Please go and see somebody in person.</source>
        <translation>اذهب إلى الطبيب بنفسك من فضلك.</translation>
    </message>
    <message>
        <source>Please come back for a check.</source>
        <translation>عد من فضلك للفحص.</translation>
    </message>
    <message>
        <source>beats a minute</source>
        <translation>نبضة في الدقيقة</translation>
    </message>
    <message>
        <source>breaths a minute</source>
        <translation>أنفاس في الدقيقة</translation>
    </message>
    <message>
        <source>of 10</source>
        <translation>من 10</translation>
    </message>
    <message>
        <source>No sign of pain</source>
        <translation>لا علامة على الألم</translation>
    </message>
</context>
</TS>
