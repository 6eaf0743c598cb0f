<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US">
<context>
    <name>BottomBar</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>Call</name>
    <message>
        <source>The provider asks: may we measure your oxygen?</source>
        <translation>El profesional pregunta: ¿podemos medir su oxígeno?</translation>
    </message>
    <message>
        <source>The provider asks: may we measure your blood pressure?</source>
        <translation>El profesional pregunta: ¿podemos medir su presión arterial?</translation>
    </message>
    <message>
        <source>The provider asks: may we take your temperature?</source>
        <translation>El profesional pregunta: ¿podemos tomarle la temperatura?</translation>
    </message>
    <message>
        <source>The provider asks: may we weigh you?</source>
        <translation>El profesional pregunta: ¿podemos pesarle?</translation>
    </message>
    <message>
        <source>The provider asks: may we measure your blood sugar?</source>
        <translation>El profesional pregunta: ¿podemos medir su azúcar en la sangre?</translation>
    </message>
    <message>
        <source>The provider asks: may we measure your heart rate?</source>
        <translation>El profesional pregunta: ¿podemos medir los latidos de su corazón?</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Profesional</translation>
    </message>
    <message>
        <source>Your plan is ready. You see it after the call.</source>
        <translation>Su plan está listo. Lo verá después de la llamada.</translation>
    </message>
    <message>
        <source>%1 wrote to you.</source>
        <translation>%1 le escribió.</translation>
    </message>
    <message>
        <source>The picture starts again. Please stay.</source>
        <translation>La imagen empieza otra vez. Espere, por favor.</translation>
    </message>
    <message>
        <source>The call starts.</source>
        <translation>La llamada empieza.</translation>
    </message>
    <message>
        <source>The connection broke. We are calling again.</source>
        <translation>Se cortó la conexión. Estamos llamando otra vez.</translation>
    </message>
    <message>
        <source>The line to the center is down. You can go on talking.</source>
        <translation>Se cortó la línea con el centro. Puede seguir hablando.</translation>
    </message>
    <message>
        <source>If you get worse, call %1.</source>
        <translation>Si se siente peor, llame al %1.</translation>
    </message>
    <message>
        <source>The picture comes in a moment.</source>
        <translation>La imagen llega en un momento.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Entendido</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>PARAR</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Write to the provider</source>
        <translation>Escribir al profesional</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>not reliable</source>
        <translation>no es confiable</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Speak again</source>
        <translation>Volver a hablar</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>Apagar cámara</translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation>Encender cámara</translation>
    </message>
    <message>
        <source>Close text</source>
        <translation>Cerrar texto</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation>Pedir ayuda</translation>
    </message>
    <message>
        <source>End call</source>
        <translation>Terminar llamada</translation>
    </message>
</context>
<context>
    <name>CameraLight</name>
    <message>
        <source>Camera on</source>
        <translation>Cámara encendida</translation>
    </message>
</context>
<context>
    <name>CuffMeasure</name>
    <message>
        <source>Reading %1</source>
        <translation>Medición %1</translation>
    </message>
    <message>
        <source>The last reading: %1</source>
        <translation>La última medición: %1</translation>
    </message>
    <message>
        <source>mmHg in the cuff</source>
        <translation>mmHg en el brazalete</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>PARAR</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>To stop the cuff, press its own button again.</source>
        <translation>Para detener el brazalete, pulse otra vez su propio botón.</translation>
    </message>
</context>
<context>
    <name>Emergency</name>
    <message>
        <source>A provider has seen your alarm at %1.</source>
        <translation>Un profesional de salud vio su alarma a las %1.</translation>
    </message>
    <message>
        <source>A person here has seen your alarm at %1.</source>
        <translation>Una persona de aquí vio su alarma a las %1.</translation>
    </message>
    <message>
        <source>Somebody has seen your alarm at %1.</source>
        <translation>Alguien vio su alarma a las %1.</translation>
    </message>
    <message>
        <source>Alarm sent %1 min ago. No answer yet.</source>
        <translation>Alarma enviada hace %1 min. Aún no hay respuesta.</translation>
    </message>
    <message>
        <source>Alarm raised %1 min ago. It has not reached anybody yet.</source>
        <translation>Alarma dada hace %1 min. Aún no le llega a nadie.</translation>
    </message>
    <message>
        <source>We are asking for a provider.</source>
        <translation>Estamos buscando a un profesional de salud.</translation>
    </message>
    <message>
        <source>No provider can answer right now.</source>
        <translation>Ningún profesional puede contestar ahora.</translation>
    </message>
    <message>
        <source>We can&apos;t reach a provider: there is no connection.</source>
        <translation>No podemos llamar a un profesional: no hay conexión.</translation>
    </message>
    <message>
        <source>I work here: I am with this person</source>
        <translation>Trabajo aquí: estoy con esta persona</translation>
    </message>
    <message>
        <source>Talk to a provider now</source>
        <translation>Hablar ahora con un profesional</translation>
    </message>
    <message>
        <source>Go on with the visit</source>
        <translation>Seguir con la visita</translation>
    </message>
    <message>
        <source>I touched that by mistake</source>
        <translation>Lo toqué por error</translation>
    </message>
    <message>
        <source>You are not alone.</source>
        <translation>No tiene que pasar por esto a solas.</translation>
    </message>
    <message>
        <source>This may be an emergency.</source>
        <translation>Esto puede ser una emergencia.</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llame al %1</translation>
    </message>
    <message>
        <source>You are at: %1</source>
        <translation>Usted está en: %1</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Paso %1 de %2: %3</translation>
    </message>
    <message>
        <source>Large letters</source>
        <translation>Letras grandes</translation>
    </message>
    <message>
        <source>Strong contrast</source>
        <translation>Contraste fuerte</translation>
    </message>
    <message>
        <source>Volume: %1 of %2</source>
        <translation>Volumen: %1 de %2</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Leave: end your visit</source>
        <translation>Salir: terminar su visita</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más alto</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>We are saving your answers.</source>
        <translation>Estamos guardando sus respuestas.</translation>
    </message>
    <message>
        <source>We could not save everything yet. We keep trying.</source>
        <translation>Todavía no pudimos guardar todo. Seguimos intentando.</translation>
    </message>
    <message>
        <source>The station&apos;s memory is full. Please get a person. Measuring still works.</source>
        <translation>La memoria de la estación está llena. Pida ayuda, por favor. Medir todavía funciona.</translation>
    </message>
    <message>
        <source>They are saved here, locked. A part must be fetched by a person.</source>
        <translation>Están guardadas aquí, bajo llave. Una persona debe recoger una parte.</translation>
    </message>
    <message>
        <source>They are saved here, locked, and will be sent.</source>
        <translation>Están guardadas aquí, bajo llave, y se van a enviar.</translation>
    </message>
    <message>
        <source>They are saved and sent.</source>
        <translation>Están guardadas y enviadas.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>space</source>
        <translation>espacio</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>Mayúsculas</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>Números y signos</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>No finger</source>
        <translation>Falta el dedo</translation>
    </message>
    <message>
        <source>Looking for your pulse</source>
        <translation>Buscando su pulso</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>No se mueva</translation>
    </message>
    <message>
        <source>Waiting for the device</source>
        <translation>Esperando al aparato</translation>
    </message>
    <message>
        <source>Good signal</source>
        <translation>Buena señal</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>The cuff starts</source>
        <translation>El brazalete empieza</translation>
    </message>
    <message>
        <source>The cuff gets tight</source>
        <translation>El brazalete aprieta</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Midiendo</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Please measure with the clip now.</source>
        <translation>Por favor, mida ahora con la pinza.</translation>
    </message>
    <message>
        <source>Press the start button on the cuff. Then keep still.</source>
        <translation>Pulse el botón de inicio del brazalete. Después no se mueva.</translation>
    </message>
    <message>
        <source>Put your finger into the clip.</source>
        <translation>Ponga el dedo en la pinza.</translation>
    </message>
    <message>
        <source>Keep your hand still on the table.</source>
        <translation>Deje la mano quieta sobre la mesa.</translation>
    </message>
    <message>
        <source>Please hold your hand still.</source>
        <translation>Por favor, no mueva la mano.</translation>
    </message>
    <message>
        <source>Very good. Keep still.</source>
        <translation>Muy bien. No se mueva.</translation>
    </message>
    <message>
        <source>You can take your finger out.</source>
        <translation>Ya puede sacar el dedo.</translation>
    </message>
    <message>
        <source>The finger clip is not connected.</source>
        <translation>La pinza del dedo no está conectada.</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>Sin aparato</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>Falta: %1 s</translation>
    </message>
    <message>
        <source>Stay as you are. We measure again in a moment.</source>
        <translation>Siga como está. Medimos otra vez en un momento.</translation>
    </message>
    <message>
        <source>Rest quietly. Don&apos;t talk.</source>
        <translation>Descanse con calma. No hable.</translation>
    </message>
    <message>
        <source>Keep still. Don&apos;t talk. It gets tight for a moment.</source>
        <translation>No se mueva. No hable. Va a apretar un momento.</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Open the cuff by hand now.</source>
        <translation>Abra ahora el brazalete con la mano.</translation>
    </message>
    <message>
        <source>It does not let its air out by itself.</source>
        <translation>No suelta el aire por sí solo.</translation>
    </message>
    <message>
        <source>Pull the strap open, or pull the hose out. Then take it off.</source>
        <translation>Tire de la cinta para abrirla o saque la manguera. Después quíteselo.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Un momento, por favor.</translation>
    </message>
    <message>
        <source>A part of the station starts again. Nothing is lost.</source>
        <translation>Una parte de la estación empieza otra vez. No se pierde nada.</translation>
    </message>
    <message>
        <source>I&apos;m still here</source>
        <translation>Sigo aquí</translation>
    </message>
    <message>
        <source>Leave and erase</source>
        <translation>Salir y borrar</translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation>Pedir ayuda</translation>
    </message>
    <message>
        <source>Are you still here?</source>
        <translation>¿Sigue usted aquí?</translation>
    </message>
    <message>
        <source>Do you want to leave?</source>
        <translation>¿Quiere salir?</translation>
    </message>
    <message>
        <source>Your answers are locked and kept. This screen will forget you.</source>
        <translation>Sus respuestas quedan guardadas bajo llave. Esta pantalla le olvidará.</translation>
    </message>
    <message>
        <source>Without an answer we end your visit.</source>
        <translation>Si no contesta, terminamos su visita.</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 segundo</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 segundos</translation>
    </message>
    <message>
        <source>The center was told. Nobody has answered yet.</source>
        <translation>Ya avisamos al centro. Aún no contesta nadie.</translation>
    </message>
    <message>
        <source>We can&apos;t reach the center now. Please call out to a person.</source>
        <translation>No podemos avisar al centro ahora. Por favor, llame a alguien en voz alta.</translation>
    </message>
    <message>
        <source>Phone of this place: %1</source>
        <translation>Teléfono de este lugar: %1</translation>
    </message>
    <message>
        <source>You asked for a person.</source>
        <translation>Usted pidió la ayuda de una persona.</translation>
    </message>
    <message>
        <source>Go on meanwhile</source>
        <translation>Seguir mientras tanto</translation>
    </message>
</context>
<context>
    <name>Oximeter</name>
    <message>
        <source>Oxygen (SpO2)</source>
        <translation>Oxígeno (SpO2)</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>Pulso</translation>
    </message>
    <message>
        <source>beats a minute</source>
        <translation>latidos por minuto</translation>
    </message>
    <message>
        <source>Skip this measurement</source>
        <translation>Saltar esta medición</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Skip this measurement</source>
        <translation>Saltar esta medición</translation>
    </message>
    <message>
        <source>Before we start: is this all right with you?</source>
        <translation>Antes de empezar: ¿está de acuerdo con esto?</translation>
    </message>
    <message>
        <source>We ask questions and measure. A provider may see your answers.</source>
        <translation>Hacemos preguntas y medimos. Un profesional de salud puede ver sus respuestas.</translation>
    </message>
    <message>
        <source>What you say is locked at once. This station can&apos;t read it later.</source>
        <translation>Lo que diga queda bajo llave al instante. Esta estación no puede leerlo después.</translation>
    </message>
    <message>
        <source>When you finish, this screen forgets you.</source>
        <translation>Cuando termine, esta pantalla le olvida.</translation>
    </message>
    <message>
        <source>The camera stays off until you say yes. Nothing is recorded.</source>
        <translation>La cámara sigue apagada hasta que usted diga que sí. No se graba nada.</translation>
    </message>
    <message>
        <source>You may stop at any time. This is not for emergencies: call %1.</source>
        <translation>Puede parar cuando quiera. Esto no es para emergencias: llame al %1.</translation>
    </message>
    <message>
        <source>No, I don&apos;t agree</source>
        <translation>No, no acepto</translation>
    </message>
    <message>
        <source>That is your right.</source>
        <translation>Es su derecho.</translation>
    </message>
    <message>
        <source>We can&apos;t go on without your yes. A person here can still help you.</source>
        <translation>No podemos seguir sin su sí. Una persona de aquí todavía puede ayudarle.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Leerlo otra vez</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Do you want to give your name?</source>
        <translation>¿Quiere dar su nombre?</translation>
    </message>
    <message>
        <source>With a name, the provider can find your earlier visits.</source>
        <translation>Con su nombre, el profesional puede encontrar sus visitas de antes.</translation>
    </message>
    <message>
        <source>Yes, I give my name</source>
        <translation>Sí, doy mi nombre</translation>
    </message>
    <message>
        <source>No, stay without a name</source>
        <translation>No, sigo sin nombre</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>¿Cómo se llama?</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>How old are you?</source>
        <translation>¿Cuántos años tiene?</translation>
    </message>
    <message>
        <source>What a number means depends on your age.</source>
        <translation>Lo que significa un número depende de su edad.</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Años</translation>
    </message>
    <message>
        <source>I&apos;d rather not say</source>
        <translation>Prefiero no decirlo</translation>
    </message>
    <message>
        <source>When were you born?</source>
        <translation>¿Cuándo nació?</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Nada de esto</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
    <message>
        <source>Left arm</source>
        <translation>Brazo izquierdo</translation>
    </message>
    <message>
        <source>Right arm</source>
        <translation>Brazo derecho</translation>
    </message>
    <message>
        <source>%1 to %2 cm around the arm</source>
        <translation>De %1 a %2 cm alrededor del brazo</translation>
    </message>
    <message>
        <source>None of them fits</source>
        <translation>Ninguno me queda</translation>
    </message>
    <message>
        <source>Which arm, and which cuff fits?</source>
        <translation>¿Qué brazo usamos y qué brazalete le queda?</translation>
    </message>
    <message>
        <source>Cuff size</source>
        <translation>Tamaño del brazalete</translation>
    </message>
    <message>
        <source>The value is unusual. We measure once more, to be sure.</source>
        <translation>El valor no es el usual. Medimos una vez más para estar seguros.</translation>
    </message>
    <message>
        <source>Please rest until then: %1</source>
        <translation>Descanse hasta entonces, por favor: %1</translation>
    </message>
    <message>
        <source>Put one finger into the clip.</source>
        <translation>Ponga un dedo en la pinza.</translation>
    </message>
    <message>
        <source>Use a warm hand. Nail polish makes it less exact.</source>
        <translation>Use una mano tibia. Con esmalte de uñas es menos exacto.</translation>
    </message>
    <message>
        <source>Rest your hand on the table and keep still.</source>
        <translation>Apoye la mano en la mesa y no se mueva.</translation>
    </message>
    <message>
        <source>It shines light through your finger and does not hurt.</source>
        <translation>Pasa una luz por el dedo y no duele.</translation>
    </message>
    <message>
        <source>A finger in the clip, nail up</source>
        <translation>Un dedo en la pinza, con la uña hacia arriba</translation>
    </message>
    <message>
        <source>Sit back. Put the cuff on your left upper arm.</source>
        <translation>Apoye la espalda. Póngase el brazalete arriba del codo, brazo izquierdo.</translation>
    </message>
    <message>
        <source>Sit back. Put the cuff on your right upper arm.</source>
        <translation>Apoye la espalda. Póngase el brazalete arriba del codo, brazo derecho.</translation>
    </message>
    <message>
        <source>Bare arm, tube pointing down, snug.</source>
        <translation>Brazo sin ropa, tubo hacia abajo, bien ajustado.</translation>
    </message>
    <message>
        <source>Feet flat, legs not crossed, arm on the table.</source>
        <translation>Pies en el piso, piernas sin cruzar, brazo en la mesa.</translation>
    </message>
    <message>
        <source>Don&apos;t talk and don&apos;t move while it measures.</source>
        <translation>No hable ni se mueva mientras mide.</translation>
    </message>
    <message>
        <source>A person sitting with back and arm supported, feet flat</source>
        <translation>Una persona sentada, con la espalda y el brazo apoyados y los pies en el piso</translation>
    </message>
    <message>
        <source>Your answers are kept.</source>
        <translation>Sus respuestas están guardadas.</translation>
    </message>
    <message>
        <source>We can&apos;t measure this well. Somebody should check you now.</source>
        <translation>No podemos medir esto bien. Alguien debe revisarle ahora.</translation>
    </message>
    <message>
        <source>We have asked for a person. You can go on.</source>
        <translation>Ya pedimos que venga una persona. Puede seguir.</translation>
    </message>
    <message>
        <source>It goes on by itself when the device is back. Or skip it.</source>
        <translation>Sigue solo cuando el aparato vuelva. O puede saltarlo.</translation>
    </message>
    <message>
        <source>You can try once more.</source>
        <translation>Puede probar una vez más.</translation>
    </message>
    <message>
        <source>Somebody should look at this today.</source>
        <translation>Alguien debe ver esto hoy.</translation>
    </message>
    <message>
        <source>We have no connection now. We will say so if nobody can be reached.</source>
        <translation>Ahora no hay conexión. Le avisaremos si no encontramos a nadie.</translation>
    </message>
    <message>
        <source>Do you want to talk to a provider now?</source>
        <translation>¿Quiere hablar ahora con un profesional de salud?</translation>
    </message>
    <message>
        <source>They see your answers and your readings.</source>
        <translation>Va a ver sus respuestas y sus mediciones.</translation>
    </message>
    <message>
        <source>The camera goes on only if you say yes. Nothing is recorded.</source>
        <translation>La cámara se enciende solo si usted dice que sí. No se graba nada.</translation>
    </message>
    <message>
        <source>Yes, without camera</source>
        <translation>Sí, sin cámara</translation>
    </message>
    <message>
        <source>No, not now</source>
        <translation>No, ahora no</translation>
    </message>
    <message>
        <source>Somebody has answered. The call starts.</source>
        <translation>Alguien contestó. La llamada empieza.</translation>
    </message>
    <message>
        <source>You are next.</source>
        <translation>Usted sigue.</translation>
    </message>
    <message>
        <source>People before you: %1</source>
        <translation>Personas antes que usted: %1</translation>
    </message>
    <message>
        <source>We have no connection. We keep trying.</source>
        <translation>No hay conexión. Seguimos probando.</translation>
    </message>
    <message>
        <source>We are asking for a provider.</source>
        <translation>Estamos buscando a un profesional de salud.</translation>
    </message>
    <message>
        <source>About %1 min.</source>
        <translation>Cerca de %1 min.</translation>
    </message>
    <message>
        <source>Nobody has seen your answers yet.</source>
        <translation>Nadie ha visto sus respuestas todavía.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Dejar de esperar</translation>
    </message>
    <message>
        <source>Measure while you wait</source>
        <translation>Medir mientras espera</translation>
    </message>
    <message>
        <source>Please wait for a provider.</source>
        <translation>Por favor, espere a un profesional de salud.</translation>
    </message>
    <message>
        <source>We can&apos;t reach a provider: there is no connection.</source>
        <translation>No podemos llamar a un profesional: no hay conexión.</translation>
    </message>
    <message>
        <source>No provider can answer right now.</source>
        <translation>Ningún profesional puede contestar ahora.</translation>
    </message>
    <message>
        <source>Please call me back</source>
        <translation>Quiero que me llamen</translation>
    </message>
    <message>
        <source>I&apos;ll wait here</source>
        <translation>Espero aquí</translation>
    </message>
    <message>
        <source>Leave my answers for later</source>
        <translation>Dejar mis respuestas para después</translation>
    </message>
    <message>
        <source>Show me places to go</source>
        <translation>Ver lugares adonde ir</translation>
    </message>
    <message>
        <source>Which number may we call?</source>
        <translation>¿A qué número podemos llamar?</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>The provider is writing your plan.</source>
        <translation>El profesional está escribiendo su plan.</translation>
    </message>
    <message>
        <source>It comes on this screen in a moment. Please stay.</source>
        <translation>Llega a esta pantalla en un momento. Espere, por favor.</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Llamar otra vez</translation>
    </message>
    <message>
        <source>Leave without the plan</source>
        <translation>Salir sin el plan</translation>
    </message>
    <message>
        <source>A provider has seen your answers.</source>
        <translation>Un profesional de salud vio sus respuestas.</translation>
    </message>
    <message>
        <source>A provider will call you back at the number you gave.</source>
        <translation>Un profesional de salud le llamará al número que usted dio.</translation>
    </message>
    <message>
        <source>You can go here:</source>
        <translation>Puede ir aquí:</translation>
    </message>
    <message>
        <source>If you get worse, call %1.</source>
        <translation>Si se siente peor, llame al %1.</translation>
    </message>
    <message>
        <source>Your visit is saved.</source>
        <translation>Su visita está guardada.</translation>
    </message>
    <message>
        <source>Try to call a provider</source>
        <translation>Tratar de llamar a un profesional</translation>
    </message>
    <message>
        <source>Not everything is saved yet.</source>
        <translation>Todavía no está todo guardado.</translation>
    </message>
    <message>
        <source>Please tell a person here. Your name leaves this screen now.</source>
        <translation>Por favor, dígaselo a alguien de aquí. Su nombre se borra ahora de esta pantalla.</translation>
    </message>
    <message>
        <source>Your visit is saved and locked.</source>
        <translation>Su visita está guardada bajo llave.</translation>
    </message>
    <message>
        <source>We are saving your visit.</source>
        <translation>Estamos guardando su visita.</translation>
    </message>
    <message>
        <source>Goodbye, and take care.</source>
        <translation>Adiós. Cuídese mucho.</translation>
    </message>
    <message>
        <source>This screen forgets you now.</source>
        <translation>Esta pantalla le olvida ahora.</translation>
    </message>
    <message>
        <source>In which year were you born?</source>
        <translation>¿En qué año nació?</translation>
    </message>
    <message>
        <source>What is the first letter of your name?</source>
        <translation>¿Cuál es la primera letra de su nombre?</translation>
    </message>
    <message>
        <source>The screen had to start again. Are you still here?</source>
        <translation>La pantalla tuvo que empezar otra vez. ¿Sigue usted aquí?</translation>
    </message>
    <message>
        <source>Nothing was lost. You can go on where you were.</source>
        <translation>No se perdió nada. Puede seguir donde estaba.</translation>
    </message>
    <message>
        <source>I am somebody else: start over</source>
        <translation>Soy otra persona: empezar de nuevo</translation>
    </message>
    <message>
        <source>This station can&apos;t go on right now.</source>
        <translation>Esta estación no puede seguir ahora.</translation>
    </message>
    <message>
        <source>Please ask a person here for help.</source>
        <translation>Por favor, pida ayuda a alguien de aquí.</translation>
    </message>
    <message>
        <source>In an emergency call %1.</source>
        <translation>En una emergencia, llame al %1.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Your plan</source>
        <translation>Su plan</translation>
    </message>
    <message>
        <source>Where to go</source>
        <translation>Adónde ir</translation>
    </message>
    <message>
        <source>When to come back</source>
        <translation>Cuándo volver</translation>
    </message>
    <message>
        <source>Get help at once if</source>
        <translation>Pida ayuda de inmediato si</translation>
    </message>
    <message>
        <source>What we measured</source>
        <translation>Lo que medimos</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Your plan</source>
        <translation>Su plan</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>Where to go: %1</source>
        <translation>Adónde ir: %1</translation>
    </message>
    <message>
        <source>When to come back: %1</source>
        <translation>Cuándo volver: %1</translation>
    </message>
    <message>
        <source>Get help at once if:</source>
        <translation>Pida ayuda de inmediato si:</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 percent done</source>
        <translation>%1 por ciento listo</translation>
    </message>
</context>
<context>
    <name>Rest</name>
    <message>
        <source>A person sitting with back and arm supported, feet flat</source>
        <translation>Una persona sentada, con la espalda y el brazo apoyados y los pies en el piso</translation>
    </message>
    <message>
        <source>The last reading: %1</source>
        <translation>La última medición: %1</translation>
    </message>
    <message>
        <source>Demo: this time is shorter than it should be.</source>
        <translation>Demostración: este tiempo es más corto de lo debido.</translation>
    </message>
    <message>
        <source>Skip this measurement</source>
        <translation>Saltar esta medición</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Saved and sent.</source>
        <translation>Guardado y enviado.</translation>
    </message>
    <message>
        <source>Saved. It will be sent.</source>
        <translation>Guardado. Se va a enviar.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Guardando …</translation>
    </message>
    <message>
        <source>Not saved yet. We keep trying.</source>
        <translation>Aún no está guardado. Seguimos intentando.</translation>
    </message>
    <message>
        <source>Not saved: the memory is full. Please get a person.</source>
        <translation>No está guardado: la memoria está llena. Pida ayuda, por favor.</translation>
    </message>
    <message>
        <source>Saved here. A part must be fetched by a person.</source>
        <translation>Guardado aquí. Una persona debe recoger una parte.</translation>
    </message>
    <message>
        <source>That is %1 °F.</source>
        <translation>Son %1 °F.</translation>
    </message>
    <message>
        <source>That is %1 pounds.</source>
        <translation>Son %1 libras.</translation>
    </message>
    <message>
        <source>Measured at %1 with %2.</source>
        <translation>Medido a las %1 con %2.</translation>
    </message>
    <message>
        <source>The average of %1 readings.</source>
        <translation>El promedio de %1 mediciones.</translation>
    </message>
    <message>
        <source>The true value may be up to 4 % higher or lower.</source>
        <translation>El valor real puede ser hasta 4 % más alto o más bajo.</translation>
    </message>
    <message>
        <source>Your results</source>
        <translation>Sus resultados</translation>
    </message>
</context>
<context>
    <name>Scroller</name>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down: there is more</source>
        <translation>Bajar: hay más</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>About you</source>
        <translation>Sobre usted</translation>
    </message>
    <message>
        <source>Why you are here</source>
        <translation>Por qué está aquí</translation>
    </message>
    <message>
        <source>Oxygen</source>
        <translation>Oxígeno</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>Presión arterial</translation>
    </message>
    <message>
        <source>Your results</source>
        <translation>Sus resultados</translation>
    </message>
    <message>
        <source>Talk to a provider</source>
        <translation>Hablar con un profesional</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>Acepto</translation>
    </message>
    <message>
        <source>I am ready</source>
        <translation>Todo listo</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Empezar ya</translation>
    </message>
    <message>
        <source>Yes, with video</source>
        <translation>Sí, con video</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation>Pedir ayuda</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probar otra vez</translation>
    </message>
    <message>
        <source>I work here</source>
        <translation>Trabajo aquí</translation>
    </message>
</context>
<context>
    <name>Station</name>
    <message>
        <source>Alerts: %1</source>
        <translation>Alertas: %1</translation>
    </message>
    <message>
        <source>Readings: %1</source>
        <translation>Mediciones: %1</translation>
    </message>
    <message>
        <source>Answers and notes: %1</source>
        <translation>Respuestas y notas: %1</translation>
    </message>
    <message>
        <source>Pictures and sounds: %1</source>
        <translation>Imágenes y sonidos: %1</translation>
    </message>
    <message>
        <source>Logs: %1</source>
        <translation>Registros: %1</translation>
    </message>
    <message>
        <source>Check the network cable and the router. Then touch Try now.</source>
        <translation>Revise el cable de red y el rúter. Después toque Probar ahora.</translation>
    </message>
    <message>
        <source>You need do nothing. If it lasts a day, call your technician.</source>
        <translation>No tiene que hacer nada. Si dura un día, llame a su técnico.</translation>
    </message>
    <message>
        <source>Call your technician.</source>
        <translation>Llame a su técnico.</translation>
    </message>
    <message>
        <source>The station has no network.</source>
        <translation>La estación no tiene red.</translation>
    </message>
    <message>
        <source>The center&apos;s computer does not answer.</source>
        <translation>La computadora del centro no contesta.</translation>
    </message>
    <message>
        <source>The station&apos;s clock is wrong. So it can&apos;t connect.</source>
        <translation>El reloj de la estación está mal. Por eso no puede conectarse.</translation>
    </message>
    <message>
        <source>Something else answers in place of the center. We tell it nothing.</source>
        <translation>Otra cosa contesta en lugar del centro. No le decimos nada.</translation>
    </message>
    <message>
        <source>The center does not know this station.</source>
        <translation>El centro no conoce esta estación.</translation>
    </message>
    <message>
        <source>The center is busy. We try again by ourselves.</source>
        <translation>El centro está ocupado. Volvemos a intentar solos.</translation>
    </message>
    <message>
        <source>The center does not take what we send.</source>
        <translation>El centro no acepta lo que enviamos.</translation>
    </message>
    <message>
        <source>The center&apos;s receipt could not be trusted. We keep everything.</source>
        <translation>El recibo del centro no es de fiar. Guardamos todo.</translation>
    </message>
    <message>
        <source>The station can&apos;t read its own memory now.</source>
        <translation>La estación no puede leer su propia memoria ahora.</translation>
    </message>
    <message>
        <source>All of it is safe here, locked. Keep the station switched on.</source>
        <translation>Todo está a salvo aquí, bajo llave. Deje la estación encendida.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Un momento, por favor.</translation>
    </message>
    <message>
        <source>The station has no room for pictures now. Your answers and readings are still saved.</source>
        <translation>La estación no tiene lugar para imágenes ahora. Sus respuestas y mediciones sí se guardan.</translation>
    </message>
    <message>
        <source>Something could not be saved yet.</source>
        <translation>Algo no se pudo guardar todavía.</translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation>Todo está enviado.</translation>
    </message>
    <message>
        <source>1 thing waits to be sent.</source>
        <translation>Falta enviar 1 cosa.</translation>
    </message>
    <message>
        <source>%1 things wait to be sent.</source>
        <translation>Falta enviar %1 cosas.</translation>
    </message>
    <message>
        <source>The oldest has waited for less than 2 hours.</source>
        <translation>Lo más viejo espera desde hace menos de 2 horas.</translation>
    </message>
    <message>
        <source>The oldest has waited for about %1 hours.</source>
        <translation>Lo más viejo espera desde hace unas %1 horas.</translation>
    </message>
    <message>
        <source>The oldest has waited for about %1 days.</source>
        <translation>Lo más viejo espera desde hace unos %1 días.</translation>
    </message>
    <message>
        <source>We are trying now.</source>
        <translation>Estamos intentando ahora.</translation>
    </message>
    <message>
        <source>It is being sent now.</source>
        <translation>Se está enviando ahora.</translation>
    </message>
    <message>
        <source>Last try: %1</source>
        <translation>Último intento: %1</translation>
    </message>
    <message>
        <source>The station is connected to the center.</source>
        <translation>La estación está conectada con el centro.</translation>
    </message>
    <message>
        <source>The station can&apos;t reach the center now. Calls don&apos;t work.</source>
        <translation>La estación no puede comunicarse con el centro ahora. Las llamadas no funcionan.</translation>
    </message>
    <message>
        <source>The station&apos;s memory is %1 % full.</source>
        <translation>La memoria de la estación está llena al %1 %.</translation>
    </message>
    <message>
        <source>The memory is full. New readings can&apos;t be saved.</source>
        <translation>La memoria está llena. No se pueden guardar mediciones nuevas.</translation>
    </message>
    <message>
        <source>Take no new patients here. Call your technician now.</source>
        <translation>No reciba más pacientes aquí. Llame ahora a su técnico.</translation>
    </message>
    <message>
        <source>Call your technician today, before it is full.</source>
        <translation>Llame hoy a su técnico, antes de que se llene.</translation>
    </message>
    <message>
        <source>See that the network works. Tell your technician this week.</source>
        <translation>Vea que funcione la red. Avise a su técnico esta semana.</translation>
    </message>
    <message>
        <source>No new pictures are taken, to keep room for readings.</source>
        <translation>No se toman más imágenes, para dejar lugar a las mediciones.</translation>
    </message>
    <message>
        <source>Readings still work.</source>
        <translation>Las mediciones sí funcionan.</translation>
    </message>
    <message>
        <source>At the center, not filed yet: %1</source>
        <translation>En el centro, sin archivar todavía: %1</translation>
    </message>
    <message>
        <source>The center has it. Somebody there must look at it. Tell them.</source>
        <translation>El centro lo tiene. Alguien de allí debe revisarlo. Avíseles.</translation>
    </message>
    <message>
        <source>Too large to be sent, kept here: %1</source>
        <translation>Demasiado grande para enviar, guardado aquí: %1</translation>
    </message>
    <message>
        <source>Can&apos;t be read from the memory any more: %1</source>
        <translation>Ya no se puede leer de la memoria: %1</translation>
    </message>
    <message>
        <source>The memory may be failing. Call your technician now.</source>
        <translation>Puede que la memoria esté fallando. Llame ahora a su técnico.</translation>
    </message>
    <message>
        <source>The memory was damaged. Saved from it: %1. Lost: %2.</source>
        <translation>La memoria se dañó. Rescatado: %1. Perdido: %2.</translation>
    </message>
    <message>
        <source>The center&apos;s key is too old. We still lock all data with it.</source>
        <translation>La llave del centro es muy vieja. Seguimos cerrando los datos con ella.</translation>
    </message>
    <message>
        <source>It is renewed when the station is online. If not, call your technician.</source>
        <translation>Se renueva cuando hay conexión. Si no, llame a su técnico.</translation>
    </message>
    <message>
        <source>The station is not sure of the time.</source>
        <translation>La estación no está segura de la hora.</translation>
    </message>
    <message>
        <source>Times are put right when it is online again.</source>
        <translation>Las horas se corrigen cuando haya conexión otra vez.</translation>
    </message>
</context>
<context>
    <name>WaveView</name>
    <message>
        <source>Your pulse as a moving line</source>
        <translation>Su pulso como una línea que se mueve</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Touch here to begin</source>
        <translation>Toque aquí para empezar</translation>
    </message>
    <message>
        <source>It takes about %1 minutes. You can stop at any time.</source>
        <translation>Dura unos %1 minutos. Puede parar cuando quiera.</translation>
    </message>
    <message>
        <source>This screen forgets you when you leave.</source>
        <translation>Esta pantalla le olvida al irse.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Please fill this in.</source>
        <translation>Por favor, llene esto.</translation>
    </message>
    <message>
        <source>The month is a number from 1 to 12.</source>
        <translation>El mes es un número del 1 al 12.</translation>
    </message>
    <message>
        <source>This month does not have that day.</source>
        <translation>Este mes no tiene ese día.</translation>
    </message>
    <message>
        <source>The year has four digits, like 1948.</source>
        <translation>El año tiene cuatro números, como 1948.</translation>
    </message>
    <message>
        <source>Please type your first or last name.</source>
        <translation>Por favor, escriba su nombre o su apellido.</translation>
    </message>
    <message>
        <source>This name is too long for us. Please shorten it.</source>
        <translation>Este nombre es muy largo para nosotros. Por favor, hágalo más corto.</translation>
    </message>
    <message>
        <source>We can&apos;t read this date. Please check it.</source>
        <translation>No podemos leer esta fecha. Por favor, revísela.</translation>
    </message>
    <message>
        <source>This day is still to come. Please check the year.</source>
        <translation>Este día aún no llega. Por favor, revise el año.</translation>
    </message>
    <message>
        <source>This is too long ago. Please check the year.</source>
        <translation>Esto fue hace demasiado tiempo. Por favor, revise el año.</translation>
    </message>
    <message>
        <source>Please type your age in years, like 67.</source>
        <translation>Por favor, escriba su edad en años, como 67.</translation>
    </message>
    <message>
        <source>Your answers say: not this arm. Please take the other one.</source>
        <translation>Según sus respuestas, este brazo no. Por favor, use el otro.</translation>
    </message>
    <message>
        <source>We can&apos;t use this answer. Please check it.</source>
        <translation>No podemos usar esta respuesta. Por favor, revísela.</translation>
    </message>
    <message>
        <source>Please type a phone number with its area code.</source>
        <translation>Por favor, escriba un teléfono con su código de área.</translation>
    </message>
    <message>
        <source>This does not match. Please try again, or start over.</source>
        <translation>Esto no coincide. Por favor, pruebe otra vez o empiece de nuevo.</translation>
    </message>
    <message>
        <source>The device is not plugged in.</source>
        <translation>El aparato no está conectado.</translation>
    </message>
    <message>
        <source>Something else is using the device.</source>
        <translation>Otra cosa está usando el aparato.</translation>
    </message>
    <message>
        <source>The station may not use the device yet.</source>
        <translation>La estación aún no tiene permiso para usar el aparato.</translation>
    </message>
    <message>
        <source>The device&apos;s cable does not work right.</source>
        <translation>El cable del aparato no funciona bien.</translation>
    </message>
    <message>
        <source>The station does not know this device.</source>
        <translation>La estación no conoce este aparato.</translation>
    </message>
    <message>
        <source>The station&apos;s wireless link is switched off.</source>
        <translation>La conexión inalámbrica de la estación está apagada.</translation>
    </message>
    <message>
        <source>You stopped the measurement. That is fine.</source>
        <translation>Usted paró la medición. Está bien.</translation>
    </message>
    <message>
        <source>We saw no finger in the clip.</source>
        <translation>No vimos ningún dedo en la pinza.</translation>
    </message>
    <message>
        <source>The finger clip is not plugged in.</source>
        <translation>La pinza del dedo no está conectada.</translation>
    </message>
    <message>
        <source>No result came from the device.</source>
        <translation>No llegó ningún resultado del aparato.</translation>
    </message>
    <message>
        <source>The device&apos;s battery is too weak to measure.</source>
        <translation>La batería del aparato está muy baja para medir.</translation>
    </message>
    <message>
        <source>This is more than the scale can weigh.</source>
        <translation>Esto es más de lo que la báscula puede pesar.</translation>
    </message>
    <message>
        <source>The scale felt no weight on it.</source>
        <translation>La báscula no sintió ningún peso.</translation>
    </message>
    <message>
        <source>The value is too high or too low for this device.</source>
        <translation>El valor es demasiado alto o demasiado bajo para este aparato.</translation>
    </message>
    <message>
        <source>The device&apos;s sensor is missing or does not work.</source>
        <translation>El sensor del aparato falta o no funciona.</translation>
    </message>
    <message>
        <source>The device is too warm or too cold to work.</source>
        <translation>El aparato está muy caliente o muy frío para funcionar.</translation>
    </message>
    <message>
        <source>The device did not answer.</source>
        <translation>El aparato no contestó.</translation>
    </message>
    <message>
        <source>The pressure got too high, so the cuff let go.</source>
        <translation>La presión subió demasiado y el brazalete se soltó.</translation>
    </message>
    <message>
        <source>The cuff sits too loosely, or lets air out.</source>
        <translation>El brazalete está muy flojo o pierde aire.</translation>
    </message>
    <message>
        <source>The cuff&apos;s sensor does not work.</source>
        <translation>El sensor del brazalete no funciona.</translation>
    </message>
    <message>
        <source>The cuff did not let its air out right. Please take it off.</source>
        <translation>El brazalete no soltó bien el aire. Por favor, quíteselo.</translation>
    </message>
    <message>
        <source>The cuff&apos;s pump does not work.</source>
        <translation>La bomba del brazalete no funciona.</translation>
    </message>
    <message>
        <source>The cuff reported a fault.</source>
        <translation>El brazalete avisó de una falla.</translation>
    </message>
    <message>
        <source>The cuff gave a result that can&apos;t be right.</source>
        <translation>El brazalete dio un resultado que no puede ser correcto.</translation>
    </message>
    <message>
        <source>The measurement took too long, so we stopped it.</source>
        <translation>La medición tardó demasiado y la paramos.</translation>
    </message>
    <message>
        <source>The pressure got too high, so we stopped.</source>
        <translation>La presión subió demasiado y paramos.</translation>
    </message>
    <message>
        <source>The station had to start again. Nothing was lost.</source>
        <translation>La estación tuvo que empezar otra vez. No se perdió nada.</translation>
    </message>
    <message>
        <source>A part of the station stopped. It is starting again.</source>
        <translation>Una parte de la estación se paró. Está empezando otra vez.</translation>
    </message>
    <message>
        <source>This station does not measure that yet.</source>
        <translation>Esta estación todavía no mide eso.</translation>
    </message>
    <message>
        <source>The reading was not good enough.</source>
        <translation>La medición no salió bien.</translation>
    </message>
    <message>
        <source>The camera is not connected. They can still hear you.</source>
        <translation>La cámara no está conectada. Todavía pueden oírle.</translation>
    </message>
    <message>
        <source>The camera does not work. They can still hear you.</source>
        <translation>La cámara no funciona. Todavía le pueden oír.</translation>
    </message>
    <message>
        <source>The microphone is not connected. You can write to the provider.</source>
        <translation>El micrófono no está conectado. Puede escribirle al profesional.</translation>
    </message>
    <message>
        <source>The microphone does not work. You can write to the provider.</source>
        <translation>El micrófono no funciona. Puede escribirle al profesional.</translation>
    </message>
    <message>
        <source>The speaker is not connected. The provider can write to you.</source>
        <translation>El altavoz no está conectado. El profesional puede escribirle.</translation>
    </message>
    <message>
        <source>The speaker does not work. The provider can write to you.</source>
        <translation>El altavoz no funciona. El profesional puede escribirle.</translation>
    </message>
    <message>
        <source>The call could not start. We are trying again.</source>
        <translation>La llamada no pudo empezar. Lo intentamos otra vez.</translation>
    </message>
    <message>
        <source>No way to the provider was found. We are trying again.</source>
        <translation>No encontramos cómo llegar al profesional. Lo intentamos otra vez.</translation>
    </message>
    <message>
        <source>The connection broke. We are calling again.</source>
        <translation>Se cortó la conexión. Estamos llamando otra vez.</translation>
    </message>
    <message>
        <source>This visit has become too long for the station.</source>
        <translation>Esta visita ya es muy larga para la estación.</translation>
    </message>
    <message>
        <source>Please check that its cable sits tight.</source>
        <translation>Por favor, revise que el cable esté bien puesto.</translation>
    </message>
    <message>
        <source>Please switch the device on.</source>
        <translation>Por favor, encienda el aparato.</translation>
    </message>
    <message>
        <source>You can&apos;t mend this yourself. Please ask somebody to help.</source>
        <translation>Usted no puede arreglar esto. Por favor, pida ayuda a alguien.</translation>
    </message>
    <message>
        <source>Please put your finger in the clip.</source>
        <translation>Por favor, ponga el dedo en la pinza.</translation>
    </message>
    <message>
        <source>Please hold still and don&apos;t talk.</source>
        <translation>Por favor, no se mueva y no hable.</translation>
    </message>
    <message>
        <source>Please rub your hands warm, then try again.</source>
        <translation>Por favor, frótese las manos para calentarlas y pruebe otra vez.</translation>
    </message>
    <message>
        <source>Please put the cuff on again, snugly.</source>
        <translation>Por favor, póngase el brazalete otra vez, bien ajustado.</translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation>Por favor, pruebe otra vez.</translation>
    </message>
    <message>
        <source>Please charge the device, or change its battery.</source>
        <translation>Por favor, cargue el aparato o cámbiele la batería.</translation>
    </message>
    <message>
        <source>Please measure with the device. Then wait for its result.</source>
        <translation>Por favor, mida con el aparato. Luego espere el resultado.</translation>
    </message>
    <message>
        <source>Please step off the scale, wait, and step on again.</source>
        <translation>Por favor, baje de la báscula, espere y suba otra vez.</translation>
    </message>
    <message>
        <source>The cuff keeps its air. Open it by hand now.</source>
        <translation>El brazalete no suelta el aire. Ábralo ahora con la mano.</translation>
    </message>
    <message>
        <source>Two devices look the same. The station must be told which to use.</source>
        <translation>Dos aparatos parecen iguales. Hay que decirle a la estación cuál usar.</translation>
    </message>
    <message>
        <source>Please open the cuff by hand and take it off.</source>
        <translation>Por favor, abra el brazalete con la mano y quíteselo.</translation>
    </message>
    <message>
        <source>Please take a new test strip.</source>
        <translation>Por favor, tome una tira de prueba nueva.</translation>
    </message>
    <message>
        <source>The value kept changing.</source>
        <translation>El valor cambiaba todo el tiempo.</translation>
    </message>
    <message>
        <source>Little blood flows in the finger. Warm your hand.</source>
        <translation>Pasa poca sangre por el dedo. Caliente la mano.</translation>
    </message>
    <message>
        <source>Movement disturbed the reading.</source>
        <translation>El movimiento afectó la medición.</translation>
    </message>
    <message>
        <source>The finger was not in the clip.</source>
        <translation>El dedo no estaba en la pinza.</translation>
    </message>
    <message>
        <source>The pulse was hard to find.</source>
        <translation>Fue difícil encontrar el pulso.</translation>
    </message>
    <message>
        <source>The signal was weak.</source>
        <translation>La señal era débil.</translation>
    </message>
    <message>
        <source>This clip is less exact at such low values.</source>
        <translation>Esta pinza es menos exacta con valores tan bajos.</translation>
    </message>
    <message>
        <source>The value can&apos;t be right.</source>
        <translation>El valor no puede ser correcto.</translation>
    </message>
    <message>
        <source>The value is unusual. It should be measured again.</source>
        <translation>El valor es poco común. Se debe medir otra vez.</translation>
    </message>
    <message>
        <source>The rest before was short.</source>
        <translation>El descanso de antes fue corto.</translation>
    </message>
    <message>
        <source>You did not rest before. It may be too high.</source>
        <translation>No descansó antes. Puede salir muy alto.</translation>
    </message>
    <message>
        <source>Clip and cuff counted different pulses.</source>
        <translation>La pinza y el brazalete contaron pulsos distintos.</translation>
    </message>
    <message>
        <source>The readings differ from each other.</source>
        <translation>Las mediciones son distintas entre sí.</translation>
    </message>
    <message>
        <source>The pulse was not even.</source>
        <translation>El pulso no era parejo.</translation>
    </message>
    <message>
        <source>This is from one reading only.</source>
        <translation>Esto viene de una sola medición.</translation>
    </message>
    <message>
        <source>The device reported a fault.</source>
        <translation>El aparato avisó de una falla.</translation>
    </message>
    <message>
        <source>The device was unplugged.</source>
        <translation>El aparato se desconectó.</translation>
    </message>
    <message>
        <source>The device is silent.</source>
        <translation>El aparato no responde.</translation>
    </message>
    <message>
        <source>We can&apos;t understand the device.</source>
        <translation>No entendemos al aparato.</translation>
    </message>
    <message>
        <source>The device is not ready yet.</source>
        <translation>El aparato aún no está listo.</translation>
    </message>
    <message>
        <source>We could not find your pulse.</source>
        <translation>No pudimos encontrar su pulso.</translation>
    </message>
    <message>
        <source>You moved while it measured.</source>
        <translation>Usted se movió mientras medía.</translation>
    </message>
    <message>
        <source>The test strip could not be read.</source>
        <translation>No se pudo leer la tira de prueba.</translation>
    </message>
    <message>
        <source>The cuff lets air out.</source>
        <translation>El brazalete pierde aire.</translation>
    </message>
    <message>
        <source>Your arm needs a rest of ten minutes.</source>
        <translation>Su brazo necesita descansar diez minutos.</translation>
    </message>
    <message>
        <source>We tried twice, and could not measure it well.</source>
        <translation>Probamos dos veces y no se pudo medir bien.</translation>
    </message>
    <message>
        <source>Please plug its cable in.</source>
        <translation>Por favor, conecte su cable.</translation>
    </message>
    <message>
        <source>Please wait, then try again.</source>
        <translation>Por favor, espere y pruebe otra vez.</translation>
    </message>
    <message>
        <source>The time may be wrong.</source>
        <translation>La hora puede estar mal.</translation>
    </message>
    <message>
        <source>The cuff does not fit this arm.</source>
        <translation>El brazalete no es de la medida de este brazo.</translation>
    </message>
    <message>
        <source>The cuff was not as high as your heart.</source>
        <translation>El brazalete no estaba a la altura del corazón.</translation>
    </message>
    <message>
        <source>The cuff was too loose.</source>
        <translation>El brazalete estaba muy flojo.</translation>
    </message>
    <message>
        <source>The device&apos;s battery is low.</source>
        <translation>La batería del aparato está baja.</translation>
    </message>
    <message>
        <source>It is time to have this device checked.</source>
        <translation>Ya toca revisar este aparato.</translation>
    </message>
    <message>
        <source>The device worked out the value before it was sure.</source>
        <translation>El aparato calculó el valor antes de estar seguro.</translation>
    </message>
    <message>
        <source>The device was in test mode. This is no real value.</source>
        <translation>El aparato estaba en modo de prueba. No es un valor real.</translation>
    </message>
    <message>
        <source>The device had stored this before.</source>
        <translation>El aparato lo había guardado antes.</translation>
    </message>
    <message>
        <source>Very low. Somebody should check you now.</source>
        <translation>Muy bajo. Alguien debe revisarle ahora.</translation>
    </message>
    <message>
        <source>Low. Talk to a provider about it.</source>
        <translation>Bajo. Hable de esto con un profesional de salud.</translation>
    </message>
    <message>
        <source>A little low. Ask the provider.</source>
        <translation>Un poco bajo. Pregunte al profesional de salud.</translation>
    </message>
    <message>
        <source>In the usual range for adults.</source>
        <translation>Dentro de lo usual en adultos.</translation>
    </message>
    <message>
        <source>A little high. Ask the provider.</source>
        <translation>Un poco alto. Pregunte al profesional de salud.</translation>
    </message>
    <message>
        <source>High. Talk to a provider about it.</source>
        <translation>Alto. Hable de esto con un profesional de salud.</translation>
    </message>
    <message>
        <source>Very high. Somebody should check you now.</source>
        <translation>Muy alto. Alguien debe revisarle ahora.</translation>
    </message>
    <message>
        <source>The provider will tell you what this means for you.</source>
        <translation>El profesional de salud le dirá qué significa para usted.</translation>
    </message>
    <message>
        <source>Not measured well. Don&apos;t rely on this number.</source>
        <translation>No se midió bien. No se fíe de este número.</translation>
    </message>
    <message>
        <source>Not measured.</source>
        <translation>No se midió.</translation>
    </message>
    <message>
        <source>Oxygen (SpO2)</source>
        <translation>Oxígeno (SpO2)</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>Pulso</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>Presión arterial</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Estatura</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <translation>Azúcar en la sangre</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>Latidos del corazón</translation>
    </message>
    <message>
        <source>Taken in the mouth.</source>
        <translation>Tomada en la boca.</translation>
    </message>
    <message>
        <source>Taken under the arm.</source>
        <translation>Tomada debajo del brazo.</translation>
    </message>
    <message>
        <source>Taken in the bottom.</source>
        <translation>Tomada en el recto.</translation>
    </message>
    <message>
        <source>Taken in the ear.</source>
        <translation>Tomada en el oído.</translation>
    </message>
    <message>
        <source>Taken on the forehead.</source>
        <translation>Tomada en la frente.</translation>
    </message>
    <message>
        <source>Taken on a finger.</source>
        <translation>Tomada en un dedo.</translation>
    </message>
    <message>
        <source>Taken on a toe.</source>
        <translation>Tomada en un dedo del pie.</translation>
    </message>
    <message>
        <source>Taken on the skin.</source>
        <translation>Tomada en la piel.</translation>
    </message>
    <message>
        <source>It is more than the device can measure.</source>
        <translation>Es más de lo que el aparato puede medir.</translation>
    </message>
    <message>
        <source>It is less than the device can measure.</source>
        <translation>Es menos de lo que el aparato puede medir.</translation>
    </message>
    <message>
        <source>The device&apos;s clock is wrong.</source>
        <translation>El reloj del aparato está mal.</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Pequeño</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mediano</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Extra large</source>
        <translation>Extra grande</translation>
    </message>
    <message>
        <source>You can care for yourself at home.</source>
        <translation>Puede cuidarse en su casa.</translation>
    </message>
    <message>
        <source>Please go and see somebody in person.</source>
        <translation>Por favor, vaya a que le vean en persona.</translation>
    </message>
    <message>
        <source>Please come back for a check.</source>
        <translation>Por favor, vuelva para un control.</translation>
    </message>
    <message>
        <source>beats a minute</source>
        <translation>latidos por minuto</translation>
    </message>
</context>
</TS>
