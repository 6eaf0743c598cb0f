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
        <source>The provider asks the staff here to count your breaths. Is that all right?</source>
        <translation>El médico pide al personal que cuente sus respiraciones. ¿Está de acuerdo?</translation>
    </message>
    <message>
        <source>The provider asks the staff here how awake you are. Is that all right?</source>
        <translation>El médico pregunta al personal qué tan despierto está usted. ¿Está de acuerdo?</translation>
    </message>
    <message>
        <source>The provider asks the staff here if you get oxygen. Is that all right?</source>
        <translation>El médico pregunta al personal si usted recibe oxígeno. ¿Está de acuerdo?</translation>
    </message>
    <message>
        <source>The provider asks the staff here about your pain. Is that all right?</source>
        <translation>El médico pregunta al personal por su dolor. ¿Está de acuerdo?</translation>
    </message>
    <message>
        <source>The provider asks the staff here to measure how tall you are. Is that all right?</source>
        <translation>El médico pide al personal que mida su estatura. ¿Está de acuerdo?</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your skin?</source>
        <translation>El profesional pregunta: ¿podemos tomar una foto de su piel?</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your wound?</source>
        <translation>El profesional pregunta: ¿podemos tomar una foto de su herida?</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your eye?</source>
        <translation>El profesional pregunta: ¿podemos tomar una foto de su ojo?</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your throat?</source>
        <translation>El profesional pregunta: ¿podemos tomar una foto de su garganta?</translation>
    </message>
    <message>
        <source>The provider asks: may we film your face for a short time?</source>
        <translation>El profesional pregunta: ¿podemos filmar su cara por un rato corto?</translation>
    </message>
    <message>
        <source>The provider asks: may we film your eyes for a short time?</source>
        <translation>El profesional pregunta: ¿podemos filmar sus ojos por un rato corto?</translation>
    </message>
    <message>
        <source>The provider asks: may we film your hands for a short time?</source>
        <translation>El profesional pregunta: ¿podemos filmar sus manos por un rato corto?</translation>
    </message>
    <message>
        <source>The provider asks: may we film how you breathe?</source>
        <translation>El profesional pregunta: ¿podemos filmar cómo respira?</translation>
    </message>
    <message>
        <source>The provider asks: may we film how you walk?</source>
        <translation>El profesional pregunta: ¿podemos filmar cómo camina?</translation>
    </message>
    <message>
        <source>The provider asks: may we record the sound of your heart?</source>
        <translation>El profesional pregunta: ¿podemos grabar el sonido de su corazón?</translation>
    </message>
    <message>
        <source>The provider asks: may we record the sound of your lungs?</source>
        <translation>El profesional pregunta: ¿podemos grabar el sonido de sus pulmones?</translation>
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
        <source>provider</source>
        <translation>profesional</translation>
    </message>
    <message>
        <source>specialist</source>
        <translation>especialista</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>intérprete</translation>
    </message>
    <message>
        <source>family or friend</source>
        <translation>familia o amistad</translation>
    </message>
    <message>
        <source>student</source>
        <translation>estudiante</translation>
    </message>
    <message>
        <source>writes what is said</source>
        <translation>escribe lo que se dice</translation>
    </message>
    <message>
        <source>%1 (%2) wants to join this call. Is that all right?</source>
        <translation>%1 (%2) quiere entrar en esta llamada. ¿Está bien?</translation>
    </message>
    <message>
        <source>They will see and hear you. You can ask them to leave at any time.</source>
        <translation>Podrá verle y oírle. Usted puede pedirle que se vaya en cualquier momento.</translation>
    </message>
    <message>
        <source>They see and hear you and write what is said, for you to read. You can ask them to leave.</source>
        <translation>Le ve y le oye, y escribe lo que se dice para que usted lo lea. Usted puede pedirle que se vaya.</translation>
    </message>
    <message>
        <source>May %1 also see the pictures and hear the sounds of this visit?</source>
        <translation>¿Puede %1 ver también las fotos y oír los sonidos de esta visita?</translation>
    </message>
    <message>
        <source>Only while this call goes on. They do not see your answers or readings.</source>
        <translation>Solo mientras dura esta llamada. No ve sus respuestas ni sus mediciones.</translation>
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
        <source>We could not make sure who is on the line, so we stopped. Please end the call.</source>
        <translation>No pudimos saber con certeza quién está en la línea y paramos. Termine la llamada, por favor.</translation>
    </message>
    <message>
        <source>The call starts.</source>
        <translation>La llamada empieza.</translation>
    </message>
    <message>
        <source>The connection broke. We are calling again. You can write, or end the call.</source>
        <translation>La conexión se cortó. Estamos llamando de nuevo. Puede escribir o terminar la llamada.</translation>
    </message>
    <message>
        <source>The line to the center is down. You can go on talking.</source>
        <translation>Se cortó la línea con el centro. Puede seguir hablando.</translation>
    </message>
    <message>
        <source>The line is weak. The picture is smaller now.</source>
        <translation>La línea es débil. La imagen ahora es más pequeña.</translation>
    </message>
    <message>
        <source>The line is weak. The picture moves less now.</source>
        <translation>La línea es débil. La imagen ahora se mueve menos.</translation>
    </message>
    <message>
        <source>The line is weak. The picture stands still. You can go on talking.</source>
        <translation>La línea es débil. La imagen está quieta. Puede seguir hablando.</translation>
    </message>
    <message>
        <source>The line is too weak for pictures. You can go on talking.</source>
        <translation>La línea no alcanza para imágenes. Puede seguir hablando.</translation>
    </message>
    <message>
        <source>The line is too weak for sound. Please write to each other.</source>
        <translation>La línea no alcanza para el sonido. Por favor, escríbanse.</translation>
    </message>
    <message>
        <source>The line is weak. They see you smaller now.</source>
        <translation>La línea es débil. Ahora le ven más pequeño.</translation>
    </message>
    <message>
        <source>The line is weak. They see you move less now.</source>
        <translation>La línea es débil. Ahora le ven con menos movimiento.</translation>
    </message>
    <message>
        <source>The line is weak. They see a still picture of you. They hear you.</source>
        <translation>La línea es débil. Ven una foto fija de usted. Le oyen.</translation>
    </message>
    <message>
        <source>The line is too weak for your picture. They hear you.</source>
        <translation>La línea no alcanza para su imagen. Le oyen.</translation>
    </message>
    <message>
        <source>The line is too weak for your voice. Please write to them.</source>
        <translation>La línea no alcanza para su voz. Por favor, escríbales.</translation>
    </message>
</context>
<context>
    <name>CallCaptions</name>
    <message>
        <source>Read what was said before</source>
        <translation>Leer lo que se dijo antes</translation>
    </message>
    <message>
        <source>On to what is said now</source>
        <translation>Ir a lo que se dice ahora</translation>
    </message>
</context>
<context>
    <name>CallCards</name>
    <message>
        <source>Quieter</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más alto</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Ask %1 to leave the call?</source>
        <translation>¿Pedir a %1 que salga de la llamada?</translation>
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
        <source>not reliable</source>
        <translation>no es confiable</translation>
    </message>
    <message>
        <source>My answers</source>
        <translation>Mis respuestas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>PARAR</translation>
    </message>
</context>
<context>
    <name>CallPictures</name>
    <message>
        <source>The picture comes in a moment.</source>
        <translation>La imagen llega en un momento.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>Ask %1 to leave</source>
        <translation>Pedir a %1 que se vaya</translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>%1 is writing</source>
        <translation>%1 escribe</translation>
    </message>
    <message>
        <source>Write to the provider. They see each letter as you type.</source>
        <translation>Escriba al profesional. Ve cada letra mientras usted escribe.</translation>
    </message>
    <message>
        <source>Write to the provider</source>
        <translation>Escribir al profesional</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
</context>
<context>
    <name>CallTools</name>
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
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>My answers</source>
        <translation>Mis respuestas</translation>
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
        <source>Camera and microphone are on</source>
        <translation>La cámara y el micrófono están encendidos</translation>
    </message>
    <message>
        <source>The camera is on</source>
        <translation>La cámara está encendida</translation>
    </message>
    <message>
        <source>The microphone is on</source>
        <translation>El micrófono está encendido</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activo</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Please wipe the station for the next person.</source>
        <translation>Por favor, limpie la estación para la próxima persona.</translation>
    </message>
    <message>
        <source>Use a wipe. Do all three.</source>
        <translation>Use una toallita. Limpie las tres cosas.</translation>
    </message>
    <message>
        <source>1. The cuff</source>
        <translation>1. El brazalete</translation>
    </message>
    <message>
        <source>2. The finger clip</source>
        <translation>2. La pinza del dedo</translation>
    </message>
    <message>
        <source>3. This screen</source>
        <translation>3. Esta pantalla</translation>
    </message>
    <message>
        <source>Need help now? Touch here.</source>
        <translation>¿Necesita ayuda ya? Toque aquí.</translation>
    </message>
    <message>
        <source>Yes, I need help now</source>
        <translation>Sí, necesito ayuda ya</translation>
    </message>
    <message>
        <source>In an emergency call %1.</source>
        <translation>En una emergencia, llame al %1.</translation>
    </message>
    <message>
        <source>Touch is off, so that you can wipe: %1 s</source>
        <translation>No responde al tacto, para que pueda limpiar: %1 s</translation>
    </message>
    <message>
        <source>It is clean</source>
        <translation>Está limpia</translation>
    </message>
    <message>
        <source>There are no wipes</source>
        <translation>No hay toallitas</translation>
    </message>
</context>
<context>
    <name>Commissioning</name>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>The station tries every way that calls and data may take.</source>
        <translation>La estación prueba todos los caminos para llamadas y datos.</translation>
    </message>
    <message>
        <source>Give what it asks for to the IT department.</source>
        <translation>Pase al departamento de informática lo que pide.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>Does the station show the right day and time?</source>
        <translation>¿Muestra la estación el día y la hora correctos?</translation>
    </message>
    <message>
        <source>Size of the screen</source>
        <translation>Tamaño de la pantalla</translation>
    </message>
    <message>
        <source>Hold a ruler to the line. It should be as long as written.</source>
        <translation>Ponga una regla junto a la línea. Debe medir lo que dice.</translation>
    </message>
    <message>
        <source>Touch</source>
        <translation>Tacto</translation>
    </message>
    <message>
        <source>Touch the middle of each ring with a fingertip.</source>
        <translation>Toque el centro de cada aro con la punta del dedo.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Be quiet, then listen: the station plays three tones.</source>
        <translation>Guarde silencio y escuche: la estación da tres tonos.</translation>
    </message>
    <message>
        <source>Did you hear three tones, clear and loud enough at 1 m?</source>
        <translation>¿Oyó tres tonos, claros y bastante fuertes a 1 m?</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Sit where the patient sits.</source>
        <translation>Siéntese donde se sienta el paciente.</translation>
    </message>
    <message>
        <source>Is your face in the picture, lit from the front and sharp?</source>
        <translation>¿Está su cara en la imagen, con luz de frente y nítida?</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>Did the test page come out whole?</source>
        <translation>¿Salió entera la página de prueba?</translation>
    </message>
    <message>
        <source>Blood pressure against a reference</source>
        <translation>Presión arterial frente a una referencia</translation>
    </message>
    <message>
        <source>Join cuff, reference manometer and a rigid cylinder by a T-piece.</source>
        <translation>Una el manguito, el manómetro de referencia y un cilindro rígido con una pieza en T.</translation>
    </message>
    <message>
        <source>Measure. Near 120 mmHg touch “Hold”, and read the reference.</source>
        <translation>Mida. Cerca de 120 mmHg toque «Fijar» y lea la referencia.</translation>
    </message>
    <message>
        <source>Oximeter on the technician, beside a second oximeter</source>
        <translation>Oxímetro en el técnico, junto a un segundo oxímetro</translation>
    </message>
    <message>
        <source>Both on fingers of the same hand, warm, still, for 30 s.</source>
        <translation>Los dos en dedos de la misma mano, caliente y quieta, 30 s.</translation>
    </message>
    <message>
        <source>Read both at the same moment.</source>
        <translation>Lea los dos en el mismo momento.</translation>
    </message>
    <message>
        <source>Thermometer beside a reference</source>
        <translation>Termómetro junto a una referencia</translation>
    </message>
    <message>
        <source>Both at the same place, or in the same water bath at 37 °C.</source>
        <translation>Los dos en el mismo sitio, o en el mismo baño de agua a 37 °C.</translation>
    </message>
    <message>
        <source>Read both when they are steady.</source>
        <translation>Lea los dos cuando estén estables.</translation>
    </message>
    <message>
        <source>Scale with a known weight</source>
        <translation>Báscula con un peso conocido</translation>
    </message>
    <message>
        <source>Empty the scale: it must show 0.</source>
        <translation>Vacíe la báscula: debe mostrar 0.</translation>
    </message>
    <message>
        <source>Put the known weight on its middle (20 kg or more).</source>
        <translation>Ponga el peso conocido en el centro (20 kg o más).</translation>
    </message>
    <message>
        <source>Glucose meter with its control solution</source>
        <translation>Medidor de glucosa con su solución de control</translation>
    </message>
    <message>
        <source>Take a fresh strip and the control solution.</source>
        <translation>Tome una tira nueva y la solución de control.</translation>
    </message>
    <message>
        <source>The reference is the middle of the range on the vial.</source>
        <translation>La referencia es la mitad del rango que dice el frasco.</translation>
    </message>
    <message>
        <source>Heart rate beside a counted pulse</source>
        <translation>Frecuencia cardíaca junto a un pulso contado</translation>
    </message>
    <message>
        <source>Put it on; sit for a minute.</source>
        <translation>Póngaselo y siéntese un minuto.</translation>
    </message>
    <message>
        <source>Count the pulse for 60 s.</source>
        <translation>Cuente el pulso durante 60 s.</translation>
    </message>
    <message>
        <source>A card is read</source>
        <translation>Se lee una tarjeta</translation>
    </message>
    <message>
        <source>Scan a test card: does the station go on?</source>
        <translation>Escanee una tarjeta de prueba: ¿sigue la estación?</translation>
    </message>
</context>
<context>
    <name>Count</name>
    <message>
        <source>Count again</source>
        <translation>Contar otra vez</translation>
    </message>
    <message>
        <source>Breath</source>
        <translation>Respiración</translation>
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
    <name>Device</name>
    <message>
        <source>Skip this measurement</source>
        <translation>Saltar esta medición</translation>
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
        <source>Another language</source>
        <translation>Otro idioma</translation>
    </message>
    <message>
        <source>Size of the letters: %1 of %2</source>
        <translation>Tamaño de las letras: %1 de %2</translation>
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
        <source>Volume and voice: %1 of %2</source>
        <translation>Volumen y voz: %1 de %2</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Leave: end your visit</source>
        <translation>Salir: terminar su visita</translation>
    </message>
    <message>
        <source>Sign out: end your round</source>
        <translation>Salir: terminar su ronda</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más alto</translation>
    </message>
    <message>
        <source>Read the screen aloud</source>
        <translation>Leer la pantalla en voz alta</translation>
    </message>
    <message>
        <source>Hide the screen while it reads</source>
        <translation>Ocultar la pantalla mientras lee</translation>
    </message>
    <message>
        <source>Let nothing move</source>
        <translation>Que nada se mueva</translation>
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
    <message>
        <source>Letters of another language</source>
        <translation>Letras de otro idioma</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>A thermometer under the tongue, lips closed</source>
        <translation>Un termómetro bajo la lengua, con los labios cerrados</translation>
    </message>
    <message>
        <source>A thermometer in the armpit, the arm pressed down</source>
        <translation>Un termómetro en la axila, con el brazo pegado al cuerpo</translation>
    </message>
    <message>
        <source>A thermometer in the ear</source>
        <translation>Un termómetro en el oído</translation>
    </message>
    <message>
        <source>A thermometer held before the forehead</source>
        <translation>Un termómetro delante de la frente</translation>
    </message>
    <message>
        <source>A thermometer with its display</source>
        <translation>Un termómetro con su pantalla</translation>
    </message>
    <message>
        <source>Put the thermometer under your tongue.</source>
        <translation>Ponga el termómetro bajo la lengua.</translation>
    </message>
    <message>
        <source>Put the thermometer in your armpit.</source>
        <translation>Ponga el termómetro en la axila.</translation>
    </message>
    <message>
        <source>Put the thermometer in your ear.</source>
        <translation>Ponga el termómetro en el oído.</translation>
    </message>
    <message>
        <source>Hold the thermometer to your forehead.</source>
        <translation>Acerque el termómetro a la frente.</translation>
    </message>
    <message>
        <source>Oxygen</source>
        <translation>Oxígeno</translation>
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
        <source>Blood pressure</source>
        <translation>Presión arterial</translation>
    </message>
    <message>
        <source>A cuff on the upper arm, the tube pointing down</source>
        <translation>Un brazalete en el brazo, con el tubo hacia abajo</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Take the thermometer.</source>
        <translation>Tome el termómetro.</translation>
    </message>
    <message>
        <source>Put a new cover on it first, if it has one.</source>
        <translation>Antes póngale una funda nueva, si la usa.</translation>
    </message>
    <message>
        <source>Hot or cold drinks change the number. Wait 15 minutes after one.</source>
        <translation>Las bebidas calientes o frías cambian el número. Espere 15 minutos.</translation>
    </message>
    <message>
        <source>It tells us if you have a fever.</source>
        <translation>Nos dice si tiene fiebre.</translation>
    </message>
    <message>
        <source>Measure now. Wait until it beeps.</source>
        <translation>Mida ahora. Espere hasta que suene.</translation>
    </message>
    <message>
        <source>Very good. Keep still.</source>
        <translation>Muy bien. No se mueva.</translation>
    </message>
    <message>
        <source>Please keep still. Don&apos;t talk.</source>
        <translation>No se mueva. No hable.</translation>
    </message>
    <message>
        <source>Done. You can put the thermometer back.</source>
        <translation>Listo. Puede dejar el termómetro en su lugar.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Can you stand safely on your own?</source>
        <translation>¿Puede estar de pie sin ayuda?</translation>
    </message>
    <message>
        <source>Take off your shoes and your coat. Empty your pockets.</source>
        <translation>Quítese los zapatos y el abrigo. Vacíe los bolsillos.</translation>
    </message>
    <message>
        <source>Then touch Start, and step on the scale.</source>
        <translation>Luego toque Empezar y súbase a la báscula.</translation>
    </message>
    <message>
        <source>Your weight shows if your body holds water.</source>
        <translation>Su peso muestra si el cuerpo guarda agua.</translation>
    </message>
    <message>
        <source>A person standing still on a scale, without shoes</source>
        <translation>Una persona quieta sobre una báscula, sin zapatos</translation>
    </message>
    <message>
        <source>Please step on the scale now.</source>
        <translation>Súbase ahora a la báscula.</translation>
    </message>
    <message>
        <source>Please stand in the middle of the scale.</source>
        <translation>Párese en el centro de la báscula.</translation>
    </message>
    <message>
        <source>Please stand still.</source>
        <translation>No se mueva, por favor.</translation>
    </message>
    <message>
        <source>Very good. Stand still.</source>
        <translation>Muy bien. No se mueva.</translation>
    </message>
    <message>
        <source>Done. You can step off. Hold on if you need to.</source>
        <translation>Listo. Puede bajar. Agárrese si hace falta.</translation>
    </message>
    <message>
        <source>Nobody on the scale</source>
        <translation>Nadie en la báscula</translation>
    </message>
    <message>
        <source>No, I can&apos;t stand safely</source>
        <translation>No, no puedo estar de pie sin peligro</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <translation>Azúcar en la sangre</translation>
    </message>
    <message>
        <source>Wash your hands and dry them well.</source>
        <translation>Lávese las manos y séquelas bien.</translation>
    </message>
    <message>
        <source>Take a new needle. Never use one that somebody has used.</source>
        <translation>Tome una aguja nueva. Nunca use una que otra persona usó.</translation>
    </message>
    <message>
        <source>Put a new test strip into the meter.</source>
        <translation>Ponga una tira nueva en el medidor.</translation>
    </message>
    <message>
        <source>You can ask a person to do this for you.</source>
        <translation>Puede pedir a una persona que lo haga por usted.</translation>
    </message>
    <message>
        <source>One small drop of blood shows how much sugar is in it.</source>
        <translation>Una gota de sangre muestra cuánta azúcar tiene.</translation>
    </message>
    <message>
        <source>A drop of blood on a fingertip, and a meter with a strip</source>
        <translation>Una gota de sangre en la punta del dedo y un medidor con su tira</translation>
    </message>
    <message>
        <source>Prick the side of a fingertip. Touch the drop with the strip.</source>
        <translation>Pinche el lado de la punta del dedo. Toque la gota con la tira.</translation>
    </message>
    <message>
        <source>Very good. The meter is working.</source>
        <translation>Muy bien. El medidor está trabajando.</translation>
    </message>
    <message>
        <source>Done. Put the needle in the sharps box.</source>
        <translation>Listo. Ponga la aguja en la caja para agujas.</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>Latidos del corazón</translation>
    </message>
    <message>
        <source>Put the strap around your chest, on your skin.</source>
        <translation>Póngase la banda alrededor del pecho, sobre la piel.</translation>
    </message>
    <message>
        <source>Wet the two pads a little. The sensor goes in the middle.</source>
        <translation>Moje un poco las dos almohadillas. El sensor va en el centro.</translation>
    </message>
    <message>
        <source>Then sit still and breathe calmly.</source>
        <translation>Luego siéntese quieto y respire con calma.</translation>
    </message>
    <message>
        <source>It feels the beat of your heart. It does not hurt.</source>
        <translation>Siente los latidos del corazón. No duele.</translation>
    </message>
    <message>
        <source>A strap around the chest, the sensor in the middle</source>
        <translation>Una banda alrededor del pecho, con el sensor en el centro</translation>
    </message>
    <message>
        <source>Please press the strap to your skin.</source>
        <translation>Apriete la banda contra la piel.</translation>
    </message>
    <message>
        <source>Please sit still and breathe calmly.</source>
        <translation>Quédese quieto y respire con calma.</translation>
    </message>
    <message>
        <source>Please sit still and don&apos;t talk.</source>
        <translation>Quédese quieto y no hable.</translation>
    </message>
    <message>
        <source>Please measure with the device now.</source>
        <translation>Mida ahora con el aparato.</translation>
    </message>
    <message>
        <source>Done. You can take the strap off.</source>
        <translation>Listo. Puede quitarse la banda.</translation>
    </message>
    <message>
        <source>No heartbeat found</source>
        <translation>No se encuentra el latido</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>The screen is hidden. Touch here to show it.</source>
        <translation>La pantalla está oculta. Toque aquí para mostrarla.</translation>
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
        <source>To stop the cuff, press its own button again.</source>
        <translation>Para detener el brazalete, pulse otra vez su propio botón.</translation>
    </message>
    <message>
        <source>To stop the cuff at any time, touch STOP or press any key.</source>
        <translation>Para detener el brazalete en cualquier momento, toque PARAR o pulse cualquier tecla.</translation>
    </message>
    <message>
        <source>Two readings were far apart. One more makes it sure.</source>
        <translation>Dos medidas fueron muy distintas. Otra más lo aclara.</translation>
    </message>
    <message>
        <source>Your pulse was not even. One more makes it sure.</source>
        <translation>Su pulso no fue regular. Otra medida lo aclara.</translation>
    </message>
    <message>
        <source>This reading is unusual. We measure again, to be sure.</source>
        <translation>Este valor no es común. Medimos otra vez para estar seguros.</translation>
    </message>
    <message>
        <source>One reading can be off. We take %1 and work out the average.</source>
        <translation>Una sola medida puede fallar. Tomamos %1 y sacamos el promedio.</translation>
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
    <name>Network</name>
    <message>
        <source>The center answers.</source>
        <translation>El centro responde.</translation>
    </message>
    <message>
        <source>The line to the center stays open.</source>
        <translation>La línea con el centro queda abierta.</translation>
    </message>
    <message>
        <source>UDP gets out and back.</source>
        <translation>UDP sale y vuelve.</translation>
    </message>
    <message>
        <source>The relay works by UDP.</source>
        <translation>El repetidor funciona por UDP.</translation>
    </message>
    <message>
        <source>The relay works by TCP.</source>
        <translation>El repetidor funciona por TCP.</translation>
    </message>
    <message>
        <source>The relay works by TLS.</source>
        <translation>El repetidor funciona por TLS.</translation>
    </message>
    <message>
        <source>The center can&apos;t be reached.</source>
        <translation>No se llega al centro.</translation>
    </message>
    <message>
        <source>The line to the center does not stay open.</source>
        <translation>La línea con el centro no queda abierta.</translation>
    </message>
    <message>
        <source>UDP does not get out.</source>
        <translation>UDP no sale.</translation>
    </message>
    <message>
        <source>The relay does not work by UDP.</source>
        <translation>El repetidor no funciona por UDP.</translation>
    </message>
    <message>
        <source>The relay does not work by TCP.</source>
        <translation>El repetidor no funciona por TCP.</translation>
    </message>
    <message>
        <source>The relay does not work by TLS.</source>
        <translation>El repetidor no funciona por TLS.</translation>
    </message>
    <message>
        <source>Its name can&apos;t be looked up.</source>
        <translation>No se encuentra su nombre.</translation>
    </message>
    <message>
        <source>Nothing comes back. A firewall may block it.</source>
        <translation>No vuelve nada. Quizás lo bloquea un cortafuegos.</translation>
    </message>
    <message>
        <source>It is turned away. A firewall may block it.</source>
        <translation>Lo rechazan. Quizás lo bloquea un cortafuegos.</translation>
    </message>
    <message>
        <source>Something else answers in its place.</source>
        <translation>Otra cosa responde en su lugar.</translation>
    </message>
    <message>
        <source>It does not take our pass.</source>
        <translation>No acepta nuestro pase.</translation>
    </message>
    <message>
        <source>It answers, but carries nothing.</source>
        <translation>Responde, pero no lleva nada.</translation>
    </message>
    <message>
        <source>It does not know this station.</source>
        <translation>No conoce esta estación.</translation>
    </message>
    <message>
        <source>The center names no relay.</source>
        <translation>El centro no nombra ningún repetidor.</translation>
    </message>
    <message>
        <source>Calls work well from here.</source>
        <translation>Las llamadas funcionan bien desde aquí.</translation>
    </message>
    <message>
        <source>Calls work from here, but may stutter.</source>
        <translation>Las llamadas funcionan desde aquí, pero pueden cortarse.</translation>
    </message>
    <message>
        <source>Calls may not work from here.</source>
        <translation>Quizás no haya llamadas desde aquí.</translation>
    </message>
    <message>
        <source>The center can&apos;t be reached. Calls don&apos;t work.</source>
        <translation>No se llega al centro. No hay llamadas.</translation>
    </message>
    <message>
        <source>Ask IT to let the station out to this place: %1</source>
        <translation>Pida a informática que deje salir la estación a este lugar: %1</translation>
    </message>
    <message>
        <source>Ask IT to let WebSockets through to this place: %1</source>
        <translation>Pida a informática que deje pasar WebSockets a este lugar: %1</translation>
    </message>
    <message>
        <source>Ask IT not to open the TLS to these places: %1</source>
        <translation>Pida a informática que no abra el TLS a estos lugares: %1</translation>
    </message>
    <message>
        <source>Ask IT to let one of these out. The first is best: %1</source>
        <translation>Pida a informática que deje salir uno de estos. El primero es el mejor: %1</translation>
    </message>
    <message>
        <source>Ask IT to let UDP out to this place. Calls get better: %1</source>
        <translation>Pida a informática que deje salir UDP a este lugar. Las llamadas mejoran: %1</translation>
    </message>
    <message>
        <source>Ask IT to have these names looked up: %1</source>
        <translation>Pida a informática que se encuentren estos nombres: %1</translation>
    </message>
    <message>
        <source>Tell the people of the center. Their relay fails: %1</source>
        <translation>Avise a la gente del centro. Su repetidor falla: %1</translation>
    </message>
    <message>
        <source>Test the network</source>
        <translation>Probar la red</translation>
    </message>
    <message>
        <source>Test the network again</source>
        <translation>Probar la red otra vez</translation>
    </message>
    <message>
        <source>The network is being tested. This takes half a minute.</source>
        <translation>Se está probando la red. Tarda medio minuto.</translation>
    </message>
    <message>
        <source>The network test could not be made.</source>
        <translation>No se pudo probar la red.</translation>
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
        <source>Leave a phone number first</source>
        <translation>Dejar antes un número de teléfono</translation>
    </message>
    <message>
        <source>Are you still here?</source>
        <translation>¿Sigue usted aquí?</translation>
    </message>
    <message>
        <source>Do you want to sign out?</source>
        <translation>¿Quiere salir?</translation>
    </message>
    <message>
        <source>Sign out now</source>
        <translation>Salir ahora</translation>
    </message>
    <message>
        <source>All that was measured is kept. This screen will forget it.</source>
        <translation>Todo lo medido está guardado. Esta pantalla lo olvidará.</translation>
    </message>
    <message>
        <source>Without an answer we sign you out.</source>
        <translation>Sin respuesta cerramos su sesión.</translation>
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
        <source>Somebody should look at you first. Nobody has seen this yet.</source>
        <translation>Alguien debería verle antes. Nadie ha visto esto todavía.</translation>
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
        <source>We are calling a person here. Nobody has answered yet.</source>
        <translation>Estamos llamando a una persona de aquí. Nadie ha respondido todavía.</translation>
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
        <source>We are telling the center.</source>
        <translation>Estamos avisando al centro.</translation>
    </message>
    <message>
        <source>A person here has answered.</source>
        <translation>Una persona de aquí ha respondido.</translation>
    </message>
    <message>
        <source>A person at the center has seen this at %1.</source>
        <translation>Una persona del centro ha visto esto a las %1.</translation>
    </message>
    <message>
        <source>Phone of this place: %1</source>
        <translation>Teléfono de este lugar: %1</translation>
    </message>
    <message>
        <source>If nobody comes, we tell the center in:</source>
        <translation>Si no viene nadie, avisamos al centro en:</translation>
    </message>
    <message>
        <source>You asked for a person.</source>
        <translation>Usted pidió la ayuda de una persona.</translation>
    </message>
    <message>
        <source>Go on meanwhile</source>
        <translation>Seguir mientras tanto</translation>
    </message>
    <message>
        <source>This is an emergency</source>
        <translation>Es una emergencia</translation>
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
        <source>So that nobody else can see your earlier visits.</source>
        <translation>Para que nadie más pueda ver sus visitas anteriores.</translation>
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
        <source>I don&apos;t know</source>
        <translation>No lo sé</translation>
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
        <source>I don&apos;t want it</source>
        <translation>No quiero hacerlo</translation>
    </message>
    <message>
        <source>It hurts</source>
        <translation>Me duele</translation>
    </message>
    <message>
        <source>I can&apos;t do it</source>
        <translation>No puedo hacerlo</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Otra razón</translation>
    </message>
    <message>
        <source>%1 to %2 cm (%3 to %4 inches) around the arm</source>
        <translation>De %1 a %2 cm (%3 a %4 pulgadas) alrededor del brazo</translation>
    </message>
    <message>
        <source>A cuff that is too small or too big shows a wrong number.</source>
        <translation>Un brazalete muy chico o muy grande da un número falso.</translation>
    </message>
    <message>
        <source>A tape around the middle of the upper arm shows which cuff fits</source>
        <translation>Una cinta alrededor de la mitad del brazo muestra qué brazalete sirve</translation>
    </message>
    <message>
        <source>Why do you want to skip this?</source>
        <translation>¿Por qué quiere saltar esto?</translation>
    </message>
    <message>
        <source>We tell the provider. You can go on all the same.</source>
        <translation>Se lo decimos al médico. Puede seguir de todos modos.</translation>
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
        <source>We have told the staff.</source>
        <translation>Ya avisamos al personal.</translation>
    </message>
    <message>
        <source>For staff: enter it by hand</source>
        <translation>Para el personal: anotar a mano</translation>
    </message>
    <message>
        <source>Somebody should look at this now.</source>
        <translation>Alguien debe ver esto ahora.</translation>
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
        <source>No provider is there right now. We keep asking.</source>
        <translation>Ahora no hay ningún profesional. Seguimos preguntando.</translation>
    </message>
    <message>
        <source>We are asking for a provider.</source>
        <translation>Estamos buscando a un profesional de salud.</translation>
    </message>
    <message>
        <source>It should not take long.</source>
        <translation>No debería tardar mucho.</translation>
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
        <source>If nobody answers in %1 min, we show you other ways.</source>
        <translation>Si nadie responde en %1 min, le mostramos otras formas.</translation>
    </message>
    <message>
        <source>We are sorry. Nobody has answered in time.</source>
        <translation>Lo sentimos. Nadie ha respondido a tiempo.</translation>
    </message>
    <message>
        <source>The call broke off. We are sorry.</source>
        <translation>La llamada se cortó. Lo sentimos.</translation>
    </message>
    <message>
        <source>How do you want to go on?</source>
        <translation>¿Cómo quiere seguir?</translation>
    </message>
    <message>
        <source>Somebody should look at you now.</source>
        <translation>Alguien debería verle ahora.</translation>
    </message>
    <message>
        <source>A provider has seen your answers. You have no plan yet.</source>
        <translation>Un profesional ha visto sus respuestas. Todavía no tiene un plan.</translation>
    </message>
    <message>
        <source>Show me places to go</source>
        <translation>Ver lugares adonde ir</translation>
    </message>
    <message>
        <source>Ask a person here</source>
        <translation>Pedir ayuda a una persona de aquí</translation>
    </message>
    <message>
        <source>Which number may we call?</source>
        <translation>¿A qué número podemos llamar?</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Seguir sin eso</translation>
    </message>
    <message>
        <source>We are sending a code to the phone that ends in %1.</source>
        <translation>Estamos enviando un código al teléfono que termina en %1.</translation>
    </message>
    <message>
        <source>We are looking at your code.</source>
        <translation>Estamos mirando su código.</translation>
    </message>
    <message>
        <source>We sent a code to the phone that ends in %1. It works for 10 minutes.</source>
        <translation>Enviamos un código al teléfono que termina en %1. Vale por 10 minutos.</translation>
    </message>
    <message>
        <source>The code is right.</source>
        <translation>El código es correcto.</translation>
    </message>
    <message>
        <source>We can&apos;t send a code now. You can go on without it.</source>
        <translation>Ahora no podemos enviar un código. Puede seguir sin él.</translation>
    </message>
    <message>
        <source>This code is not right. Please look at it again.</source>
        <translation>Este código no es correcto. Mírelo otra vez, por favor.</translation>
    </message>
    <message>
        <source>This code is too old. Please ask for a new one.</source>
        <translation>Este código ya no vale. Pida uno nuevo, por favor.</translation>
    </message>
    <message>
        <source>That was too often. Please go on without it.</source>
        <translation>Fueron demasiadas veces. Siga sin él, por favor.</translation>
    </message>
    <message>
        <source>Type my name</source>
        <translation>Escribir mi nombre</translation>
    </message>
    <message>
        <source>I have a Carepost card</source>
        <translation>Tengo una tarjeta de Carepost</translation>
    </message>
    <message>
        <source>Use my phone number</source>
        <translation>Usar mi número de teléfono</translation>
    </message>
    <message>
        <source>Stay without a name</source>
        <translation>Seguir sin nombre</translation>
    </message>
    <message>
        <source>Staff helps: on. Touch to take it back.</source>
        <translation>Ayuda el personal: sí. Toque para quitarlo.</translation>
    </message>
    <message>
        <source>I work here and help this patient</source>
        <translation>Trabajo aquí y ayudo a este paciente</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>¿Quién es usted?</translation>
    </message>
    <message>
        <source>Only a card or your phone brings back your earlier values.</source>
        <translation>Solo una tarjeta o su teléfono trae sus valores anteriores.</translation>
    </message>
    <message>
        <source>Hold your card before the reader.</source>
        <translation>Ponga su tarjeta delante del lector.</translation>
    </message>
    <message>
        <source>The square with dots must face the red light.</source>
        <translation>El cuadrado con puntos debe mirar a la luz roja.</translation>
    </message>
    <message>
        <source>The reader does not work now.</source>
        <translation>El lector no funciona ahora.</translation>
    </message>
    <message>
        <source>What is your mobile phone number?</source>
        <translation>¿Cuál es su número de celular?</translation>
    </message>
    <message>
        <source>We send it a code, to see that it is you.</source>
        <translation>Le enviamos un código, para ver que es usted.</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>Send a new code</source>
        <translation>Enviar otro código</translation>
    </message>
    <message>
        <source>Which code came to your phone?</source>
        <translation>¿Qué código llegó a su teléfono?</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>This takes %1 seconds at most.</source>
        <translation>Tarda como mucho %1 segundos.</translation>
    </message>
    <message>
        <source>We are looking for your earlier visits.</source>
        <translation>Buscamos sus visitas anteriores.</translation>
    </message>
    <message>
        <source>Are you %1?</source>
        <translation>¿Es usted %1?</translation>
    </message>
    <message>
        <source>No, that is not me</source>
        <translation>No, no soy yo</translation>
    </message>
    <message>
        <source>Which adult is here with you?</source>
        <translation>¿Qué adulto está aquí con usted?</translation>
    </message>
    <message>
        <source>An adult must agree for you.</source>
        <translation>Un adulto debe dar permiso por usted.</translation>
    </message>
    <message>
        <source>My mother or father</source>
        <translation>Mi madre o mi padre</translation>
    </message>
    <message>
        <source>My legal guardian</source>
        <translation>Mi tutor legal</translation>
    </message>
    <message>
        <source>Another adult</source>
        <translation>Otro adulto</translation>
    </message>
    <message>
        <source>Nobody: call a person</source>
        <translation>Nadie: llamar a una persona</translation>
    </message>
    <message>
        <source>For the adult: what is your name?</source>
        <translation>Para el adulto: ¿cómo se llama usted?</translation>
    </message>
    <message>
        <source>With this you agree, for the child, to what we showed before.</source>
        <translation>Con esto acepta, por el menor, lo que mostramos antes.</translation>
    </message>
    <message>
        <source>Your first and last name</source>
        <translation>Su nombre y apellido</translation>
    </message>
    <message>
        <source>Your card for next time</source>
        <translation>Su tarjeta para la próxima vez</translation>
    </message>
    <message>
        <source>Take a photo of it with your phone.</source>
        <translation>Tómele una foto con su teléfono.</translation>
    </message>
    <message>
        <source>Next time, hold it before the reader and tell us your birth date.</source>
        <translation>La próxima vez, póngala delante del lector y díganos su fecha de nacimiento.</translation>
    </message>
    <message>
        <source>Your name is not on it.</source>
        <translation>No lleva su nombre.</translation>
    </message>
    <message>
        <source>A square with dots, to be scanned</source>
        <translation>Un cuadrado con puntos, para leer con el lector</translation>
    </message>
    <message>
        <source>In the morning, %1 to %2</source>
        <translation>Por la mañana, de %1 a %2</translation>
    </message>
    <message>
        <source>In the afternoon, %1 to %2</source>
        <translation>Por la tarde, de %1 a %2</translation>
    </message>
    <message>
        <source>In the evening, %1 to %2</source>
        <translation>Por la noche, de %1 a %2</translation>
    </message>
    <message>
        <source>As soon as you can</source>
        <translation>Lo antes posible</translation>
    </message>
    <message>
        <source>When is a good time to call you?</source>
        <translation>¿Cuándo le viene bien que le llamemos?</translation>
    </message>
    <message>
        <source>We call %1.</source>
        <translation>Llamamos al %1.</translation>
    </message>
    <message>
        <source>A provider calls you at the time you chose.</source>
        <translation>Un profesional le llama a la hora que eligió.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider calls you at the time you chose, once it is back.</source>
        <translation>Ahora no hay conexión. Un profesional le llama a la hora que eligió, cuando vuelva.</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 minutos</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 horas</translation>
    </message>
    <message>
        <source>You wrote to each other, or what was said was shown as text.</source>
        <translation>Se escribieron, o lo que se dijo se mostró como texto.</translation>
    </message>
    <message>
        <source>You and the provider wrote to each other.</source>
        <translation>Usted y el profesional se escribieron.</translation>
    </message>
    <message>
        <source>Do you want to keep the text of this call?</source>
        <translation>¿Quiere guardar el texto de esta llamada?</translation>
    </message>
    <message>
        <source>If you say yes, it is kept with your visit. If not, we erase it.</source>
        <translation>Si dice que sí, se guarda con su visita. Si no, lo borramos.</translation>
    </message>
    <message>
        <source>Yes, keep it</source>
        <translation>Sí, guardarlo</translation>
    </message>
    <message>
        <source>No, erase it</source>
        <translation>No, borrarlo</translation>
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
        <source>What do you keep of me?</source>
        <translation>¿Qué guardan de mí?</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Llamar otra vez</translation>
    </message>
    <message>
        <source>Change my answers</source>
        <translation>Cambiar mis respuestas</translation>
    </message>
    <message>
        <source>A card for next time</source>
        <translation>Una tarjeta para la próxima vez</translation>
    </message>
    <message>
        <source>As soon as we can: within %1.</source>
        <translation>Lo antes posible: en menos de %1.</translation>
    </message>
    <message>
        <source>As soon as we can: within %1 after the connection is back.</source>
        <translation>Lo antes posible: en menos de %1 después de que vuelva la conexión.</translation>
    </message>
    <message>
        <source>A provider looks at your answers within %1.</source>
        <translation>Un profesional mira sus respuestas en menos de %1.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider looks at your answers within %1 once it is back.</source>
        <translation>Ahora no hay conexión. Un profesional mira sus respuestas en menos de %1 cuando vuelva.</translation>
    </message>
    <message>
        <source>A provider calls you within %1.</source>
        <translation>Un profesional le llama en menos de %1.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider calls you within %1 once it is back.</source>
        <translation>Ahora no hay conexión. Un profesional le llama en menos de %1 cuando vuelva.</translation>
    </message>
    <message>
        <source>Read it later at home</source>
        <translation>Leerlo después en casa</translation>
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
        <source>Take it home</source>
        <translation>Llevarlo a casa</translation>
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
        <source>Take your paper with you.</source>
        <translation>Llévese su papel.</translation>
    </message>
    <message>
        <source>If your paper does not come, we stop printing it.</source>
        <translation>Si su papel no sale, dejamos de imprimirlo.</translation>
    </message>
    <message>
        <source>Your paper is coming. Please take it.</source>
        <translation>Su papel está saliendo. Por favor, tómelo.</translation>
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
    <message>
        <source>%1 s left</source>
        <translation>Falta: %1 s</translation>
    </message>
    <message>
        <source>Count the breaths for one minute.</source>
        <translation>Cuente las respiraciones durante un minuto.</translation>
    </message>
    <message>
        <source>Touch at every breath in.</source>
        <translation>Toque cada vez que tome aire.</translation>
    </message>
    <message>
        <source>Breaths in one minute</source>
        <translation>Respiraciones en un minuto</translation>
    </message>
    <message>
        <source>Watch the chest rise. Don&apos;t tell the patient that you count.</source>
        <translation>Mire cómo sube el pecho. No diga al paciente que está contando.</translation>
    </message>
    <message>
        <source>One rise and fall of the chest is one breath.</source>
        <translation>Cada vez que el pecho sube y baja es una respiración.</translation>
    </message>
    <message>
        <source>Breathing rate</source>
        <translation>Respiraciones por minuto</translation>
    </message>
    <message>
        <source>Alertness</source>
        <translation>Estado de alerta</translation>
    </message>
    <message>
        <source>Air or oxygen</source>
        <translation>Aire u oxígeno</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Dolor</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>Presión arterial</translation>
    </message>
    <message>
        <source>Oxygen and pulse</source>
        <translation>Oxígeno y pulso</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>Pulso</translation>
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
        <source>Upper (mmHg)</source>
        <translation>Alta (mmHg)</translation>
    </message>
    <message>
        <source>Lower (mmHg)</source>
        <translation>Baja (mmHg)</translation>
    </message>
    <message>
        <source>Pulse a minute</source>
        <translation>Pulso por minuto</translation>
    </message>
    <message>
        <source>Beats a minute</source>
        <translation>Latidos por minuto</translation>
    </message>
    <message>
        <source>Oxygen (%)</source>
        <translation>Oxígeno (%)</translation>
    </message>
    <message>
        <source>In °C</source>
        <translation>En °C</translation>
    </message>
    <message>
        <source>Or in °F</source>
        <translation>O en °F</translation>
    </message>
    <message>
        <source>In kg</source>
        <translation>En kg</translation>
    </message>
    <message>
        <source>Or in pounds</source>
        <translation>O en libras</translation>
    </message>
    <message>
        <source>In cm</source>
        <translation>En cm</translation>
    </message>
    <message>
        <source>Or in inches</source>
        <translation>O en pulgadas</translation>
    </message>
    <message>
        <source>In mg/dL</source>
        <translation>En mg/dL</translation>
    </message>
    <message>
        <source>Or in mmol/L</source>
        <translation>O en mmol/L</translation>
    </message>
    <message>
        <source>In the mouth</source>
        <translation>En la boca</translation>
    </message>
    <message>
        <source>Under the arm</source>
        <translation>Bajo el brazo</translation>
    </message>
    <message>
        <source>In the ear</source>
        <translation>En el oído</translation>
    </message>
    <message>
        <source>On the forehead</source>
        <translation>En la frente</translation>
    </message>
    <message>
        <source>In the bottom</source>
        <translation>En el recto</translation>
    </message>
    <message>
        <source>A: alert</source>
        <translation>A: alerta</translation>
    </message>
    <message>
        <source>C: new confusion</source>
        <translation>C: confusión nueva</translation>
    </message>
    <message>
        <source>V: voice</source>
        <translation>V: voz</translation>
    </message>
    <message>
        <source>P: pain</source>
        <translation>P: dolor</translation>
    </message>
    <message>
        <source>U: unresponsive</source>
        <translation>U: sin respuesta</translation>
    </message>
    <message>
        <source>Oxygen</source>
        <translation>Oxígeno</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>For staff only: who are you?</source>
        <translation>Solo para el personal: ¿quién es usted?</translation>
    </message>
    <message>
        <source>It is noted with every number you enter.</source>
        <translation>Queda escrito junto a cada número que anote.</translation>
    </message>
    <message>
        <source>Your name or initials</source>
        <translation>Su nombre o iniciales</translation>
    </message>
    <message>
        <source>By: %1</source>
        <translation>Por: %1</translation>
    </message>
    <message>
        <source>What do you want to enter?</source>
        <translation>¿Qué quiere anotar?</translation>
    </message>
    <message>
        <source>NEWS2 (Royal College of Physicians): %1</source>
        <translation>NEWS2 (Royal College of Physicians): %1</translation>
    </message>
    <message>
        <source>For NEWS2 we still need: %1</source>
        <translation>Para NEWS2 todavía falta: %1</translation>
    </message>
    <message>
        <source>%1: unusual. Please take it once more, to be sure.</source>
        <translation>%1: poco común. Mida otra vez para estar seguro.</translation>
    </message>
    <message>
        <source>Where was it measured?</source>
        <translation>¿Dónde se midió?</translation>
    </message>
    <message>
        <source>(if known)</source>
        <translation>(si se sabe)</translation>
    </message>
    <message>
        <source>How strong is the pain?</source>
        <translation>¿Qué tan fuerte es el dolor?</translation>
    </message>
    <message>
        <source>0 is no pain, 10 is the worst there is. The patient may point.</source>
        <translation>0 es sin dolor, 10 es el peor que hay. El paciente puede señalar.</translation>
    </message>
    <message>
        <source>The patient can&apos;t say or point</source>
        <translation>El paciente no puede decirlo ni señalar</translation>
    </message>
    <message>
        <source>Which signs of pain do you see?</source>
        <translation>¿Qué señales de dolor ve?</translation>
    </message>
    <message>
        <source>Watch for a minute, also while the patient moves.</source>
        <translation>Mire durante un minuto, también cuando el paciente se mueve.</translation>
    </message>
    <message>
        <source>How awake is the patient?</source>
        <translation>¿Qué tan despierto está el paciente?</translation>
    </message>
    <message>
        <source>Does the patient get oxygen now?</source>
        <translation>¿El paciente recibe oxígeno ahora?</translation>
    </message>
    <message>
        <source>Pictures: %1</source>
        <translation>Fotos: %1</translation>
    </message>
    <message>
        <source>Films: %1</source>
        <translation>Videos cortos: %1</translation>
    </message>
    <message>
        <source>Sounds: %1</source>
        <translation>Sonidos: %1</translation>
    </message>
    <message>
        <source>Your name and birth date</source>
        <translation>Su nombre y fecha de nacimiento</translation>
    </message>
    <message>
        <source>No name: you did not give one</source>
        <translation>Ningún nombre: usted no lo dio</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Sus respuestas</translation>
    </message>
    <message>
        <source>What we measured</source>
        <translation>Lo que medimos</translation>
    </message>
    <message>
        <source>What was written in the call</source>
        <translation>Lo que se escribió en la llamada</translation>
    </message>
    <message>
        <source>Your phone number, to call you back</source>
        <translation>Su número de teléfono, para llamarle</translation>
    </message>
    <message>
        <source>Your plan</source>
        <translation>Su plan</translation>
    </message>
    <message>
        <source>Your link to take home</source>
        <translation>Su enlace para llevar a casa</translation>
    </message>
    <message>
        <source>Here: a locked copy that nobody here can read. It goes %1 days after the center has it.</source>
        <translation>Aquí: una copia cerrada que nadie aquí puede leer. Se borra %1 días después de que el centro la tenga.</translation>
    </message>
    <message>
        <source>At the center of your care team: they read it to care for you. Each look is written down.</source>
        <translation>En el centro de su equipo de salud: la leen para atenderle. Cada vez que alguien mira, queda anotado.</translation>
    </message>
    <message>
        <source>The video call: its picture and voice are not kept.</source>
        <translation>La videollamada: la imagen y la voz no se guardan.</translation>
    </message>
    <message>
        <source>To see it, correct it or ask: %1</source>
        <translation>Para verlo, corregirlo o preguntar: %1</translation>
    </message>
    <message>
        <source>Tell them the number of your visit: %1</source>
        <translation>Dígales el número de su visita: %1</translation>
    </message>
    <message>
        <source>What we keep of your visit</source>
        <translation>Lo que guardamos de su visita</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>Quién es usted</translation>
    </message>
    <message>
        <source>What do you want to change?</source>
        <translation>¿Qué quiere cambiar?</translation>
    </message>
    <message>
        <source>This station is being updated.</source>
        <translation>Esta estación se está actualizando.</translation>
    </message>
    <message>
        <source>It is ready again in a few minutes.</source>
        <translation>Estará lista otra vez en unos minutos.</translation>
    </message>
    <message>
        <source>Your call goes on. The provider still hears you.</source>
        <translation>Su llamada sigue. El profesional todavía le oye.</translation>
    </message>
    <message>
        <source>A provider looks at this case within %1.</source>
        <translation>Un profesional verá este caso en un plazo de %1.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider looks at this case within %1 once it is back.</source>
        <translation>Ahora no hay conexión. Un profesional verá este caso en un plazo de %1 cuando vuelva.</translation>
    </message>
    <message>
        <source>A provider calls back within %1.</source>
        <translation>Un profesional devuelve la llamada en un plazo de %1.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider calls back within %1 once it is back.</source>
        <translation>Ahora no hay conexión. Un profesional devuelve la llamada en un plazo de %1 cuando vuelva.</translation>
    </message>
    <message>
        <source>A provider calls back at the time you chose.</source>
        <translation>Un profesional devuelve la llamada a la hora que eligió.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider calls back at the time you chose, once it is back.</source>
        <translation>Ahora no hay conexión. Un profesional devuelve la llamada a la hora que eligió, cuando vuelva.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Your plan</source>
        <translation>Su plan</translation>
    </message>
    <message>
        <source>Your visit</source>
        <translation>Su visita</translation>
    </message>
    <message>
        <source>What we keep, and whom to ask</source>
        <translation>Lo que guardamos, y a quién preguntar</translation>
    </message>
    <message>
        <source>Medicines you asked for</source>
        <translation>Medicinas que usted pidió</translation>
    </message>
    <message>
        <source>Your medicines</source>
        <translation>Sus medicinas</translation>
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
        <source>A provider has seen your answers. The plan is not written yet.</source>
        <translation>Un profesional de salud ha visto sus respuestas. El plan aún no está escrito.</translation>
    </message>
    <message>
        <source>Nobody has seen your answers yet.</source>
        <translation>Nadie ha visto sus respuestas todavía.</translation>
    </message>
    <message>
        <source>A provider will call you back at the number you gave.</source>
        <translation>Un profesional de salud le llamará al número que usted dio.</translation>
    </message>
    <message>
        <source>Read it on a phone</source>
        <translation>Léalo en un teléfono</translation>
    </message>
    <message>
        <source>Point the phone&apos;s camera at this square, then type your 6 numbers.</source>
        <translation>Apunte la cámara del teléfono a este cuadrado y escriba sus 6 números.</translation>
    </message>
    <message>
        <source>Your 6 numbers: %1</source>
        <translation>Sus 6 números: %1</translation>
    </message>
    <message>
        <source>Your 6 numbers are not on this paper. You saw them on the screen.</source>
        <translation>Sus 6 números no están en este papel. Los vio en la pantalla.</translation>
    </message>
    <message>
        <source>What we measured</source>
        <translation>Lo que medimos</translation>
    </message>
</context>
<context>
    <name>Photo</name>
    <message>
        <source>My skin</source>
        <translation>Mi piel</translation>
    </message>
    <message>
        <source>A wound</source>
        <translation>Una herida</translation>
    </message>
    <message>
        <source>An eye</source>
        <translation>Un ojo</translation>
    </message>
    <message>
        <source>My throat</source>
        <translation>Mi garganta</translation>
    </message>
    <message>
        <source>Head, face or neck</source>
        <translation>Cabeza, cara o cuello</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>Pecho</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Brazo</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Mano</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Pierna</translation>
    </message>
    <message>
        <source>Foot</source>
        <translation>Pie</translation>
    </message>
    <message>
        <source>Hips, bottom, breasts or private parts</source>
        <translation>Caderas, nalgas, senos o partes íntimas</translation>
    </message>
    <message>
        <source>My left eye</source>
        <translation>Mi ojo izquierdo</translation>
    </message>
    <message>
        <source>My right eye</source>
        <translation>Mi ojo derecho</translation>
    </message>
    <message>
        <source>The back</source>
        <translation>La espalda</translation>
    </message>
    <message>
        <source>From far: show the whole part of your body.</source>
        <translation>De lejos: muestre toda esa parte del cuerpo.</translation>
    </message>
    <message>
        <source>Come closer: show the spot and the skin around it.</source>
        <translation>Más cerca: muestre la mancha y la piel de alrededor.</translation>
    </message>
    <message>
        <source>Very close. Lay the card beside the spot.</source>
        <translation>Muy cerca. Ponga la tarjeta al lado de la mancha.</translation>
    </message>
    <message>
        <source>Now from the side, so that we see if it stands out.</source>
        <translation>Ahora de lado, para ver si sobresale.</translation>
    </message>
    <message>
        <source>Lay the skin lens flat on the spot. Hold it still.</source>
        <translation>Apoye la lupa de piel plana sobre la mancha. No la mueva.</translation>
    </message>
    <message>
        <source>Show the wound and the skin around it.</source>
        <translation>Muestre la herida y la piel de alrededor.</translation>
    </message>
    <message>
        <source>Very close. Lay the card beside the wound.</source>
        <translation>Muy cerca. Ponga la tarjeta al lado de la herida.</translation>
    </message>
    <message>
        <source>Look straight into the camera.</source>
        <translation>Mire derecho a la cámara.</translation>
    </message>
    <message>
        <source>Look up. Keep your head still.</source>
        <translation>Mire hacia arriba. No mueva la cabeza.</translation>
    </message>
    <message>
        <source>Look down. Keep your head still.</source>
        <translation>Mire hacia abajo. No mueva la cabeza.</translation>
    </message>
    <message>
        <source>Look to your left. Keep your head still.</source>
        <translation>Mire a su izquierda. No mueva la cabeza.</translation>
    </message>
    <message>
        <source>Look to your right. Keep your head still.</source>
        <translation>Mire a su derecha. No mueva la cabeza.</translation>
    </message>
    <message>
        <source>Open your mouth wide and say “ah”.</source>
        <translation>Abra bien la boca y diga “a”.</translation>
    </message>
    <message>
        <source>Look at the camera. Smile, then close your eyes tight.</source>
        <translation>Mire a la cámara. Sonría y luego cierre fuerte los ojos.</translation>
    </message>
    <message>
        <source>Keep your head still. Look up, down, left and right.</source>
        <translation>No mueva la cabeza. Mire arriba, abajo, a un lado y al otro.</translation>
    </message>
    <message>
        <source>Hold your hands out before you. Then touch your nose.</source>
        <translation>Ponga las manos al frente. Luego tóquese la nariz.</translation>
    </message>
    <message>
        <source>Breathe as you do now. We film with sound.</source>
        <translation>Respire como ahora. Filmamos con sonido.</translation>
    </message>
    <message>
        <source>Walk a few steps away, turn, and come back.</source>
        <translation>Dé unos pasos, dé la vuelta y regrese.</translation>
    </message>
    <message>
        <source>Too dark. Turn on a light.</source>
        <translation>Muy oscuro. Prenda una luz.</translation>
    </message>
    <message>
        <source>Too bright. Turn away from the light.</source>
        <translation>Muy claro. Aléjese de la luz.</translation>
    </message>
    <message>
        <source>It shines too much. Tilt it a little.</source>
        <translation>Brilla mucho. Inclínelo un poco.</translation>
    </message>
    <message>
        <source>Hold still.</source>
        <translation>No se mueva.</translation>
    </message>
    <message>
        <source>Closer, please.</source>
        <translation>Más cerca, por favor.</translation>
    </message>
    <message>
        <source>A little farther away.</source>
        <translation>Un poco más lejos.</translation>
    </message>
    <message>
        <source>Show all of it. A part is cut off.</source>
        <translation>Muéstrelo todo. Falta una parte.</translation>
    </message>
    <message>
        <source>Lay the card beside it.</source>
        <translation>Ponga la tarjeta al lado.</translation>
    </message>
    <message>
        <source>Lay the card flat, and look straight at it.</source>
        <translation>Ponga la tarjeta plana y mire de frente.</translation>
    </message>
    <message>
        <source>It is too dark.</source>
        <translation>Está muy oscura.</translation>
    </message>
    <message>
        <source>It is too bright.</source>
        <translation>Está muy clara.</translation>
    </message>
    <message>
        <source>A part of it is black.</source>
        <translation>Una parte sale negra.</translation>
    </message>
    <message>
        <source>A part of it shines white.</source>
        <translation>Una parte brilla en blanco.</translation>
    </message>
    <message>
        <source>It is not sharp.</source>
        <translation>No se ve clara.</translation>
    </message>
    <message>
        <source>This camera shows too little detail.</source>
        <translation>Esta cámara muestra muy poco detalle.</translation>
    </message>
    <message>
        <source>We don&apos;t see the card beside it.</source>
        <translation>No vemos la tarjeta al lado.</translation>
    </message>
    <message>
        <source>The card lies too far from straight.</source>
        <translation>La tarjeta está muy inclinada.</translation>
    </message>
    <message>
        <source>The colors of the card look wrong.</source>
        <translation>Los colores de la tarjeta se ven mal.</translation>
    </message>
    <message>
        <source>It is too far away.</source>
        <translation>Está muy lejos.</translation>
    </message>
    <message>
        <source>It is too close.</source>
        <translation>Está muy cerca.</translation>
    </message>
    <message>
        <source>A part of it is cut off.</source>
        <translation>Falta una parte.</translation>
    </message>
    <message>
        <source>The film stops and starts.</source>
        <translation>El video se corta.</translation>
    </message>
    <message>
        <source>I don&apos;t want to</source>
        <translation>No quiero</translation>
    </message>
    <message>
        <source>I can&apos;t show it</source>
        <translation>No puedo mostrarlo</translation>
    </message>
    <message>
        <source>It hurts</source>
        <translation>Me duele</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
    <message>
        <source>We take pictures of a minor only if a parent or guardian says yes.</source>
        <translation>Tomamos fotos de un menor solo si su padre, madre o tutor dice que sí.</translation>
    </message>
    <message>
        <source>Is one with you now? If not, tell the provider what is to be seen.</source>
        <translation>¿Está aquí ahora? Si no, cuéntele al profesional qué se ve.</translation>
    </message>
    <message>
        <source>We take no pictures of these parts here.</source>
        <translation>Aquí no tomamos fotos de estas partes.</translation>
    </message>
    <message>
        <source>Tell the provider about it. They will say who can look at it, and where.</source>
        <translation>Cuéntele al profesional. Le dirá quién puede verlo y dónde.</translation>
    </message>
    <message>
        <source>A parent or guardian is here</source>
        <translation>El padre, la madre o el tutor está aquí</translation>
    </message>
    <message>
        <source>Show another place</source>
        <translation>Mostrar otro lugar</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Lamp</source>
        <translation>Lámpara</translation>
    </message>
    <message>
        <source>Sharp farther</source>
        <translation>Claro de lejos</translation>
    </message>
    <message>
        <source>Sharp closer</source>
        <translation>Claro de cerca</translation>
    </message>
    <message>
        <source>No picture, go on</source>
        <translation>Sin foto, seguir</translation>
    </message>
    <message>
        <source>Do you want to show us something?</source>
        <translation>¿Quiere mostrarnos algo?</translation>
    </message>
    <message>
        <source>We take pictures only if you say yes. Only the people who care for you see them.</source>
        <translation>Tomamos fotos solo si dice que sí. Solo las ve quien le atiende.</translation>
    </message>
    <message>
        <source>Belly</source>
        <translation>Barriga</translation>
    </message>
    <message>
        <source>My back</source>
        <translation>Mi espalda</translation>
    </message>
    <message>
        <source>Which eye is it?</source>
        <translation>¿Qué ojo es?</translation>
    </message>
    <message>
        <source>Where on your body is it?</source>
        <translation>¿En qué parte del cuerpo está?</translation>
    </message>
    <message>
        <source>Where on the body is it?</source>
        <translation>¿En qué parte del cuerpo está?</translation>
    </message>
    <message>
        <source>Hold still. We take the picture.</source>
        <translation>No se mueva. Tomamos la foto.</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>Falta: %1 s</translation>
    </message>
    <message>
        <source>This is a good picture.</source>
        <translation>La foto salió bien.</translation>
    </message>
    <message>
        <source>Not so clear, but it may still help. You can use it.</source>
        <translation>No es tan clara, pero puede servir. Puede usarla.</translation>
    </message>
    <message>
        <source>Not clear enough yet. Please take it again.</source>
        <translation>Aún no es clara. Por favor, tómela otra vez.</translation>
    </message>
    <message>
        <source>The film is ready.</source>
        <translation>El video está listo.</translation>
    </message>
    <message>
        <source>Look at your picture.</source>
        <translation>Mire su foto.</translation>
    </message>
    <message>
        <source>Look at the picture.</source>
        <translation>Mire la foto.</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>Tomar otra vez</translation>
    </message>
    <message>
        <source>No picture here. May we know why?</source>
        <translation>Sin foto aquí. ¿Nos dice por qué?</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>Foto %1 de %2</translation>
    </message>
    <message>
        <source>The camera gives no picture. You can skip this.</source>
        <translation>La cámara no da imagen. Puede saltar esto.</translation>
    </message>
    <message>
        <source>The camera starts …</source>
        <translation>La cámara empieza …</translation>
    </message>
    <message>
        <source>Good. Hold still and touch the button.</source>
        <translation>Bien. No se mueva y toque el botón.</translation>
    </message>
    <message>
        <source>The camera&apos;s picture comes in a moment.</source>
        <translation>La imagen de la cámara llega en un momento.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Staff takes the picture. Touch to change.</source>
        <translation>El personal toma la foto. Toque para cambiar.</translation>
    </message>
    <message>
        <source>Somebody who works here takes it</source>
        <translation>La toma alguien que trabaja aquí</translation>
    </message>
    <message>
        <source>Skip this picture</source>
        <translation>Saltar esta foto</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Your plan</source>
        <translation>Su plan</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>El plan</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>Your medicines:</source>
        <translation>Sus medicinas:</translation>
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
    <message>
        <source>What do you keep of me?</source>
        <translation>¿Qué guardan de mí?</translation>
    </message>
    <message>
        <source>in the morning</source>
        <translation>por la mañana</translation>
    </message>
    <message>
        <source>at midday</source>
        <translation>al mediodía</translation>
    </message>
    <message>
        <source>in the evening</source>
        <translation>por la tarde</translation>
    </message>
    <message>
        <source>at bedtime</source>
        <translation>al acostarse</translation>
    </message>
    <message>
        <source>A card for next time</source>
        <translation>Una tarjeta para la próxima vez</translation>
    </message>
    <message>
        <source>If you get worse, call %1.</source>
        <translation>Si se siente peor, llame al %1.</translation>
    </message>
    <message>
        <source>only when you need it</source>
        <translation>solo cuando la necesite</translation>
    </message>
    <message>
        <source>for 1 day</source>
        <translation>durante 1 día</translation>
    </message>
    <message>
        <source>for %1 days</source>
        <translation>durante %1 días</translation>
    </message>
    <message>
        <source>Yes: you get %1 again.</source>
        <translation>Sí: recibe otra vez %1.</translation>
    </message>
    <message>
        <source>No: you do not get %1 again for now.</source>
        <translation>No: por ahora no recibe otra vez %1.</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Por qué: %1</translation>
    </message>
    <message>
        <source>Pick it up here: %1</source>
        <translation>Recójala aquí: %1</translation>
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
    <name>ReadAloud</name>
    <message>
        <source>Stop reading</source>
        <translation>Dejar de leer</translation>
    </message>
    <message>
        <source>Read this to me</source>
        <translation>Léame esto</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>This station is ready.</source>
        <translation>Esta estación está lista.</translation>
    </message>
    <message>
        <source>This station works, but not all of it.</source>
        <translation>Esta estación funciona, pero no del todo.</translation>
    </message>
    <message>
        <source>This station is out of service.</source>
        <translation>Esta estación está fuera de servicio.</translation>
    </message>
    <message>
        <source>saving anything new</source>
        <translation>guardar algo nuevo</translation>
    </message>
    <message>
        <source>blood pressure</source>
        <translation>presión arterial</translation>
    </message>
    <message>
        <source>oxygen and pulse</source>
        <translation>oxígeno y pulso</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>temperatura</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>peso</translation>
    </message>
    <message>
        <source>blood sugar</source>
        <translation>azúcar en la sangre</translation>
    </message>
    <message>
        <source>heart rate</source>
        <translation>ritmo del corazón</translation>
    </message>
    <message>
        <source>reading cards</source>
        <translation>leer tarjetas</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>llamadas</translation>
    </message>
    <message>
        <source>being seen in a call</source>
        <translation>que le vean en la llamada</translation>
    </message>
    <message>
        <source>being heard in a call</source>
        <translation>que le oigan en la llamada</translation>
    </message>
    <message>
        <source>hearing the other side</source>
        <translation>oír al otro lado</translation>
    </message>
    <message>
        <source>sending (it is kept here)</source>
        <translation>enviar (se guarda aquí)</translation>
    </message>
    <message>
        <source>staff sign-in without network</source>
        <translation>entrada del personal sin red</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>visitas</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1: no responde.</translation>
    </message>
    <message>
        <source>%1 does not work.</source>
        <translation>%1: no funciona.</translation>
    </message>
    <message>
        <source>A spare is in use: %1.</source>
        <translation>Se usa uno de repuesto: %1.</translation>
    </message>
    <message>
        <source>The battery is low: %1.</source>
        <translation>La batería está baja: %1.</translation>
    </message>
    <message>
        <source>It is time to calibrate: %1.</source>
        <translation>Es hora de calibrar: %1.</translation>
    </message>
    <message>
        <source>%1 needs a look.</source>
        <translation>%1: hay que mirarlo.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>The disk is nearly full.</source>
        <translation>El disco está casi lleno.</translation>
    </message>
    <message>
        <source>Calls need the center, and it can&apos;t be reached.</source>
        <translation>Las llamadas necesitan el centro y no se puede conectar.</translation>
    </message>
    <message>
        <source>Calls work, but may stutter.</source>
        <translation>Las llamadas funcionan, pero pueden cortarse.</translation>
    </message>
    <message>
        <source>The network here lets no call through.</source>
        <translation>La red de aquí no deja pasar llamadas.</translation>
    </message>
    <message>
        <source>Picture and sound are starting.</source>
        <translation>La imagen y el sonido están empezando.</translation>
    </message>
    <message>
        <source>The camera sees nothing.</source>
        <translation>La cámara no ve nada.</translation>
    </message>
    <message>
        <source>The camera does not work.</source>
        <translation>La cámara no funciona.</translation>
    </message>
    <message>
        <source>The station&apos;s pass has run out.</source>
        <translation>El pase de la estación ha vencido.</translation>
    </message>
    <message>
        <source>The station&apos;s pass runs out soon: %1.</source>
        <translation>El pase de la estación vence pronto: %1.</translation>
    </message>
    <message>
        <source>The last update did not work.</source>
        <translation>La última actualización no funcionó.</translation>
    </message>
    <message>
        <source>New settings from the center can&apos;t be used.</source>
        <translation>Los ajustes nuevos del centro no se pueden usar.</translation>
    </message>
    <message>
        <source>The disk is readable if taken.</source>
        <translation>Si se llevan el disco, se puede leer.</translation>
    </message>
    <message>
        <source>The center took it out of service: %1</source>
        <translation>El centro la puso fuera de servicio: %1</translation>
    </message>
    <message>
        <source>Call your technician.</source>
        <translation>Llame a su técnico.</translation>
    </message>
    <message>
        <source>Is it plugged in and switched on? Check its cable.</source>
        <translation>¿Está enchufado y encendido? Mire el cable.</translation>
    </message>
    <message>
        <source>Put in new batteries.</source>
        <translation>Ponga baterías nuevas.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again. Else take the spare one.</source>
        <translation>Desenchúfelo y enchúfelo otra vez. Si no, use el de repuesto.</translation>
    </message>
    <message>
        <source>Tell your technician this week.</source>
        <translation>Avise a su técnico esta semana.</translation>
    </message>
    <message>
        <source>Check the network cable and the router.</source>
        <translation>Mire el cable de red y el router.</translation>
    </message>
    <message>
        <source>Touch Test the network below. It says what to ask IT for.</source>
        <translation>Toque Probar la red, abajo. Dice qué pedir a informática.</translation>
    </message>
    <message>
        <source>You need do nothing.</source>
        <translation>No tiene que hacer nada.</translation>
    </message>
    <message>
        <source>Take off what covers it. Turn on the light. Then test again.</source>
        <translation>Quite lo que la tapa. Encienda la luz. Luego pruebe otra vez.</translation>
    </message>
    <message>
        <source>Take no new patients here. Call your technician now.</source>
        <translation>No reciba más pacientes aquí. Llame ahora a su técnico.</translation>
    </message>
    <message>
        <source>It renews itself when the station is online. Else call your technician.</source>
        <translation>Se renueva solo cuando la estación tiene conexión. Si no, llame a su técnico.</translation>
    </message>
    <message>
        <source>Keep this station in a locked room. Ask your technician.</source>
        <translation>Tenga esta estación en un cuarto con llave. Pregunte a su técnico.</translation>
    </message>
    <message>
        <source>Ask the people of the center.</source>
        <translation>Pregunte a la gente del centro.</translation>
    </message>
    <message>
        <source>Blood pressure cuff</source>
        <translation>Brazalete de presión</translation>
    </message>
    <message>
        <source>Finger clip</source>
        <translation>Pinza del dedo</translation>
    </message>
    <message>
        <source>Thermometer</source>
        <translation>Termómetro</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Báscula</translation>
    </message>
    <message>
        <source>Blood sugar meter</source>
        <translation>Medidor de azúcar</translation>
    </message>
    <message>
        <source>Heart strap</source>
        <translation>Banda del corazón</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Lector de tarjetas</translation>
    </message>
    <message>
        <source>Test the whole station</source>
        <translation>Probar toda la estación</translation>
    </message>
    <message>
        <source>What does not work now: %1.</source>
        <translation>Lo que no funciona ahora: %1.</translation>
    </message>
    <message>
        <source>The station tests itself. This takes a minute.</source>
        <translation>La estación se prueba sola. Tarda un minuto.</translation>
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
        <source>That is %1 inches.</source>
        <translation>Son %1 pulgadas.</translation>
    </message>
    <message>
        <source>Measure also: %1</source>
        <translation>Medir también: %1</translation>
    </message>
    <message>
        <source>A provider should see you soon. Touch Next to ask for one.</source>
        <translation>Un médico debe verle pronto. Toque Siguiente para pedirlo.</translation>
    </message>
    <message>
        <source>There is no connection just now. Touch Next: you can wait or be called back.</source>
        <translation>Ahora no hay conexión. Toque Siguiente: puede esperar o recibir una llamada.</translation>
    </message>
    <message>
        <source>Next: talk to a provider about this. You choose how.</source>
        <translation>Después: hable de esto con un médico. Usted elige cómo.</translation>
    </message>
    <message>
        <source>Last time, on %1: %2</source>
        <translation>La última vez, el %1: %2</translation>
    </message>
    <message>
        <source>Entered by hand at %1 by: %2</source>
        <translation>Anotado a mano a las %1 por: %2</translation>
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
    <message>
        <source>Show something with a picture</source>
        <translation>Mostrar algo con una foto</translation>
    </message>
    <message>
        <source>For staff: record heart or lung sounds</source>
        <translation>Para el personal: grabar el corazón o los pulmones</translation>
    </message>
    <message>
        <source>Change my answers</source>
        <translation>Cambiar mis respuestas</translation>
    </message>
    <message>
        <source>For staff: enter by hand</source>
        <translation>Para el personal: anotar a mano</translation>
    </message>
</context>
<context>
    <name>Round</name>
    <message>
        <source>Alert</source>
        <translation>Alerta</translation>
    </message>
    <message>
        <source>Newly confused</source>
        <translation>Confundido desde hace poco</translation>
    </message>
    <message>
        <source>Answers to voice only</source>
        <translation>Solo responde a la voz</translation>
    </message>
    <message>
        <source>Answers to pain only</source>
        <translation>Solo responde al dolor</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>No responde</translation>
    </message>
    <message>
        <source>Measured at %1.</source>
        <translation>Medido a las %1.</translation>
    </message>
    <message>
        <source>NEWS2: %1</source>
        <translation>NEWS2: %1</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>Todavía no se ha medido nada.</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>suele ser %1</translation>
    </message>
    <message>
        <source>usually %1, now higher</source>
        <translation>suele ser %1, ahora más alto</translation>
    </message>
    <message>
        <source>usually %1, now lower</source>
        <translation>suele ser %1, ahora más bajo</translation>
    </message>
    <message>
        <source>Known illnesses: %1</source>
        <translation>Enfermedades conocidas: %1</translation>
    </message>
    <message>
        <source>Medicines: %1</source>
        <translation>Medicinas: %1</translation>
    </message>
    <message>
        <source>Allergies: %1</source>
        <translation>Alergias: %1</translation>
    </message>
    <message>
        <source>none on record</source>
        <translation>nada en el expediente</translation>
    </message>
    <message>
        <source>Code status: %1</source>
        <translation>Orden de reanimación: %1</translation>
    </message>
    <message>
        <source>Hold your badge before the reader again.</source>
        <translation>Ponga su credencial otra vez ante el lector.</translation>
    </message>
    <message>
        <source>Hold your badge before the reader.</source>
        <translation>Ponga su credencial ante el lector.</translation>
    </message>
    <message>
        <source>The station had to start again. Your round is kept.</source>
        <translation>La estación tuvo que empezar de nuevo. Su ronda está guardada.</translation>
    </message>
    <message>
        <source>The reader does not work now. You can type the number.</source>
        <translation>El lector no funciona ahora. Puede escribir el número.</translation>
    </message>
    <message>
        <source>For staff only. Then comes your PIN.</source>
        <translation>Solo para el personal. Después viene su PIN.</translation>
    </message>
    <message>
        <source>Type the badge&apos;s number</source>
        <translation>Escribir el número de la credencial</translation>
    </message>
    <message>
        <source>Number on your badge</source>
        <translation>Número de su credencial</translation>
    </message>
    <message>
        <source>What is the number on your badge?</source>
        <translation>¿Cuál es el número de su credencial?</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>What is your PIN?</source>
        <translation>¿Cuál es su PIN?</translation>
    </message>
    <message>
        <source>We are checking it.</source>
        <translation>Lo estamos revisando.</translation>
    </message>
    <message>
        <source>Try again in %1 min.</source>
        <translation>Intente otra vez en %1 min.</translation>
    </message>
    <message>
        <source>One more try, then the badge must wait.</source>
        <translation>Un intento más; después la credencial debe esperar.</translation>
    </message>
    <message>
        <source>%1 more tries.</source>
        <translation>%1 intentos más.</translation>
    </message>
    <message>
        <source>All is kept. This screen forgets it now.</source>
        <translation>Todo está guardado. Esta pantalla ya lo olvida.</translation>
    </message>
    <message>
        <source>Not all is saved yet. Please leave the cart switched on.</source>
        <translation>Aún no se guardó todo. Deje el carro encendido, por favor.</translation>
    </message>
    <message>
        <source>Now clean your hands, and what touched the residents.</source>
        <translation>Ahora límpiese las manos y lo que tocó a los residentes.</translation>
    </message>
    <message>
        <source>A part of the name</source>
        <translation>Una parte del nombre</translation>
    </message>
    <message>
        <source>Whom are you looking for?</source>
        <translation>¿A quién busca?</translation>
    </message>
    <message>
        <source>The wristband is one. Now check one more.</source>
        <translation>La pulsera es una prueba. Revise una más.</translation>
    </message>
    <message>
        <source>Check two of these at the bedside.</source>
        <translation>Revise dos de estas junto a la cama.</translation>
    </message>
    <message>
        <source>They say this name: %1</source>
        <translation>Dice este nombre: %1</translation>
    </message>
    <message>
        <source>They say this birth date: %1</source>
        <translation>Dice esta fecha de nacimiento: %1</translation>
    </message>
    <message>
        <source>They look like this photo</source>
        <translation>Se parece a esta foto</translation>
    </message>
    <message>
        <source>The resident&apos;s photo</source>
        <translation>La foto del residente</translation>
    </message>
    <message>
        <source>There is no photo. Check name and birth date.</source>
        <translation>No hay foto. Revise el nombre y la fecha de nacimiento.</translation>
    </message>
    <message>
        <source>The photo is old: from %1. It does not count.</source>
        <translation>La foto es vieja: del %1. No cuenta.</translation>
    </message>
    <message>
        <source>Why not now?</source>
        <translation>¿Por qué ahora no?</translation>
    </message>
    <message>
        <source>It is noted. You can come back later.</source>
        <translation>Queda anotado. Puede volver después.</translation>
    </message>
    <message>
        <source>Nothing: all as usual</source>
        <translation>Nada: todo como de costumbre</translation>
    </message>
    <message>
        <source>What is not as usual?</source>
        <translation>¿Qué no está como de costumbre?</translation>
    </message>
    <message>
        <source>Add my own words</source>
        <translation>Añadir mis propias palabras</translation>
    </message>
    <message>
        <source>What do you see?</source>
        <translation>¿Qué ve usted?</translation>
    </message>
    <message>
        <source>Your view, in your words</source>
        <translation>Su opinión, en sus palabras</translation>
    </message>
    <message>
        <source>What do you think is the matter?</source>
        <translation>¿Qué piensa que pasa?</translation>
    </message>
    <message>
        <source>What do you ask for?</source>
        <translation>¿Qué pide?</translation>
    </message>
    <message>
        <source>%1: told at %2</source>
        <translation>%1: avisado a las %2</translation>
    </message>
    <message>
        <source>Who was told?</source>
        <translation>¿A quién se avisó?</translation>
    </message>
    <message>
        <source>All three must be told.</source>
        <translation>Hay que avisar a los tres.</translation>
    </message>
    <message>
        <source>How?</source>
        <translation>¿Cómo?</translation>
    </message>
    <message>
        <source>Of what?</source>
        <translation>¿De qué?</translation>
    </message>
    <message>
        <source>Write down what they answered</source>
        <translation>Anotar lo que contestaron</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Whom did you try to reach?</source>
        <translation>¿Con quién intentó hablar?</translation>
    </message>
    <message>
        <source>With whom did you speak?</source>
        <translation>¿Con quién habló?</translation>
    </message>
    <message>
        <source>Their answer, in their words</source>
        <translation>Su respuesta, en sus palabras</translation>
    </message>
    <message>
        <source>What did they answer?</source>
        <translation>¿Qué contestaron?</translation>
    </message>
    <message>
        <source>A provider will see and hear this person by video.</source>
        <translation>Un profesional verá y oirá a esta persona por video.</translation>
    </message>
    <message>
        <source>A provider will read the case later.</source>
        <translation>Un profesional leerá el caso después.</translation>
    </message>
    <message>
        <source>A picture will be taken and kept in the record.</source>
        <translation>Se tomará una foto y se guardará en el expediente.</translation>
    </message>
    <message>
        <source>The representative agrees, as the record says</source>
        <translation>El representante acepta, según el expediente</translation>
    </message>
    <message>
        <source>Cannot decide now: the representative agrees</source>
        <translation>No puede decidir ahora: el representante acepta</translation>
    </message>
    <message>
        <source>The resident agrees</source>
        <translation>El residente acepta</translation>
    </message>
    <message>
        <source>No, they do not agree</source>
        <translation>No, no acepta</translation>
    </message>
    <message>
        <source>Others in the room, or an interpreter</source>
        <translation>Otras personas o un intérprete</translation>
    </message>
    <message>
        <source>Who agrees to this?</source>
        <translation>¿Quién acepta esto?</translation>
    </message>
    <message>
        <source>Say it in plain words, and ask.</source>
        <translation>Dígalo con palabras claras, y pregunte.</translation>
    </message>
    <message>
        <source>Also there: %1</source>
        <translation>También presentes: %1</translation>
    </message>
    <message>
        <source>Who else is there?</source>
        <translation>¿Quién más está presente?</translation>
    </message>
    <message>
        <source>In the room</source>
        <translation>En la habitación</translation>
    </message>
    <message>
        <source>Who interprets?</source>
        <translation>¿Quién interpreta?</translation>
    </message>
    <message>
        <source>By what right do they decide?</source>
        <translation>¿Con qué derecho decide?</translation>
    </message>
    <message>
        <source>Name of the representative</source>
        <translation>Nombre del representante</translation>
    </message>
    <message>
        <source>Who is the representative?</source>
        <translation>¿Quién es el representante?</translation>
    </message>
    <message>
        <source>We are getting the list of residents.</source>
        <translation>Estamos pidiendo la lista de residentes.</translation>
    </message>
    <message>
        <source>The list needs the network. We get it as soon as there is one.</source>
        <translation>La lista necesita la red. La pedimos en cuanto haya.</translation>
    </message>
    <message>
        <source>Your round</source>
        <translation>Su ronda</translation>
    </message>
    <message>
        <source>Nobody here has this name.</source>
        <translation>Nadie aquí tiene este nombre.</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Buscar un nombre</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Mostrar a todos</translation>
    </message>
    <message>
        <source>They stay with %1</source>
        <translation>Se quedan con %1</translation>
    </message>
    <message>
        <source>It stays with %1</source>
        <translation>Se queda con %1</translation>
    </message>
    <message>
        <source>Whose readings are these?</source>
        <translation>¿De quién son estas medidas?</translation>
    </message>
    <message>
        <source>Whose emergency is it?</source>
        <translation>¿De quién es la emergencia?</translation>
    </message>
    <message>
        <source>Scan the right wristband, or touch the name.</source>
        <translation>Escanee la pulsera correcta, o toque el nombre.</translation>
    </message>
    <message>
        <source>Wrong resident: readings of %1</source>
        <translation>Residente equivocado: medidas de %1</translation>
    </message>
    <message>
        <source>Wrong resident: emergency of %1</source>
        <translation>Residente equivocado: emergencia de %1</translation>
    </message>
    <message>
        <source>Clean your hands, and what touched the resident.</source>
        <translation>Límpiese las manos y lo que tocó al residente.</translation>
    </message>
    <message>
        <source>Cleaned</source>
        <translation>Ya limpié</translation>
    </message>
    <message>
        <source>Scan a wristband, or touch a name. List from %1.</source>
        <translation>Escanee una pulsera, o toque un nombre. Lista de las %1.</translation>
    </message>
    <message>
        <source>No network now. Go on: all is kept and sent later.</source>
        <translation>Ahora no hay red. Siga: todo se guarda y se envía después.</translation>
    </message>
    <message>
        <source>The clock here may be wrong. It says %1. Please check by your watch who is due.</source>
        <translation>Este reloj puede estar mal. Dice %1. Por favor, vea en su propio reloj a quién le toca.</translation>
    </message>
    <message>
        <source>Your round: nobody is due by this clock</source>
        <translation>Su ronda: según este reloj, no le toca a nadie</translation>
    </message>
    <message>
        <source>Your round: nobody is due now</source>
        <translation>Su ronda: ahora no le toca a nadie</translation>
    </message>
    <message>
        <source>Your round: %1 to see, %2 of them late</source>
        <translation>Su ronda: %1 por ver, %2 con atraso</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>Cuarto %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>toca a las %1</translation>
    </message>
    <message>
        <source>seen at %1</source>
        <translation>visto a las %1</translation>
    </message>
    <message>
        <source>Battery %1 %, charging</source>
        <translation>Batería %1 %, cargando</translation>
    </message>
    <message>
        <source>Battery %1 %</source>
        <translation>Batería %1 %</translation>
    </message>
    <message>
        <source>Network: changing over</source>
        <translation>Red: cambiando</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Sin red</translation>
    </message>
    <message>
        <source>Network: weak</source>
        <translation>Red: débil</translation>
    </message>
    <message>
        <source>Network: good</source>
        <translation>Red: buena</translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation>Nació el %1</translation>
    </message>
    <message>
        <source>There was an emergency alarm.</source>
        <translation>Hubo una alarma de emergencia.</translation>
    </message>
    <message>
        <source>A provider should look soon. Tell your nurse, or call from here.</source>
        <translation>Un profesional debe verlo pronto. Avise a enfermería, o llame desde aquí.</translation>
    </message>
    <message>
        <source>NEWS2 (Royal College of Physicians): %1</source>
        <translation>NEWS2 (Royal College of Physicians): %1</translation>
    </message>
    <message>
        <source>Oxygen goal 88 to 92 % (scale 2), as the record says.</source>
        <translation>Meta de oxígeno de 88 a 92 % (escala 2), según el expediente.</translation>
    </message>
    <message>
        <source>You are in line for a provider. Go on meanwhile.</source>
        <translation>Usted está en la fila para un profesional. Siga mientras tanto.</translation>
    </message>
    <message>
        <source>The case is left. Somebody looks at it.</source>
        <translation>El caso quedó guardado. Alguien lo verá.</translation>
    </message>
    <message>
        <source>Changes noted: %1</source>
        <translation>Cambios anotados: %1</translation>
    </message>
    <message>
        <source>Noted: all as usual.</source>
        <translation>Anotado: todo como de costumbre.</translation>
    </message>
    <message>
        <source>The handover is kept.</source>
        <translation>El informe está guardado.</translation>
    </message>
    <message>
        <source>Filed here now. They were filed for %1 before.</source>
        <translation>Ahora están archivados aquí. Antes estaban con %1.</translation>
    </message>
    <message>
        <source>Notes and pictures did not come along. Please make them here again.</source>
        <translation>Las notas y las fotos no se pasaron. Por favor, hágalas aquí otra vez.</translation>
    </message>
    <message>
        <source>Not saved yet. Please don&apos;t leave the cart.</source>
        <translation>Aún no está guardado. Por favor, no deje el carro.</translation>
    </message>
    <message>
        <source>Unusual: please take it once more, to be sure.</source>
        <translation>Fuera de lo común: mida otra vez, por favor, para estar seguros.</translation>
    </message>
    <message>
        <source>No usual value is known yet.</source>
        <translation>Aún no se conoce un valor habitual.</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Como de costumbre</translation>
    </message>
    <message>
        <source>%1 higher than usual</source>
        <translation>%1 más que de costumbre</translation>
    </message>
    <message>
        <source>%1 lower than usual</source>
        <translation>%1 menos que de costumbre</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>De costumbre %1</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Toca ahora</translation>
    </message>
    <message>
        <source>Back to the line</source>
        <translation>Volver a la fila</translation>
    </message>
    <message>
        <source>Call a provider</source>
        <translation>Llamar a un profesional</translation>
    </message>
    <message>
        <source>Undo: file them back</source>
        <translation>Deshacer: devolverlas</translation>
    </message>
    <message>
        <source>The provider&apos;s plan</source>
        <translation>El plan del profesional</translation>
    </message>
    <message>
        <source>Not now: leave out</source>
        <translation>Ahora no: dejar sin medir</translation>
    </message>
    <message>
        <source>Enter by hand</source>
        <translation>Anotar a mano</translation>
    </message>
    <message>
        <source>What has changed?</source>
        <translation>¿Qué ha cambiado?</translation>
    </message>
    <message>
        <source>Handover (SBAR)</source>
        <translation>Informe (SBAR)</translation>
    </message>
    <message>
        <source>Leave the case</source>
        <translation>Dejar el caso</translation>
    </message>
    <message>
        <source>Picture of a wound</source>
        <translation>Foto de una herida</translation>
    </message>
    <message>
        <source>Ask a specialist to look at the picture</source>
        <translation>Pedir a un especialista que vea la foto</translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation>A quién se avisó</translation>
    </message>
    <message>
        <source>Wrong resident</source>
        <translation>Residente equivocado</translation>
    </message>
    <message>
        <source>Next resident</source>
        <translation>Siguiente residente</translation>
    </message>
    <message>
        <source>A nurse writes this part.</source>
        <translation>Esta parte la escribe enfermería.</translation>
    </message>
    <message>
        <source>Not written yet.</source>
        <translation>Aún no está escrito.</translation>
    </message>
    <message>
        <source>Not chosen yet.</source>
        <translation>Aún no está elegido.</translation>
    </message>
    <message>
        <source>Nothing was noted.</source>
        <translation>No se anotó nada.</translation>
    </message>
    <message>
        <source>What is happening</source>
        <translation>Qué pasa</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Antecedentes</translation>
    </message>
    <message>
        <source>What staff have seen</source>
        <translation>Lo que vio el personal</translation>
    </message>
    <message>
        <source>What the nurse thinks</source>
        <translation>Lo que piensa enfermería</translation>
    </message>
    <message>
        <source>What we ask for</source>
        <translation>Lo que pedimos</translation>
    </message>
    <message>
        <source>Choose what we ask for</source>
        <translation>Elegir lo que pedimos</translation>
    </message>
    <message>
        <source>Write what you think</source>
        <translation>Escribir lo que piensa</translation>
    </message>
    <message>
        <source>Keep it and call a provider</source>
        <translation>Guardar y llamar a un profesional</translation>
    </message>
    <message>
        <source>Keep it and leave the case</source>
        <translation>Guardar y dejar el caso</translation>
    </message>
    <message>
        <source>Handover for %1</source>
        <translation>Informe de %1</translation>
    </message>
    <message>
        <source>Made from the data. Please read it before you keep it.</source>
        <translation>Hecho con los datos. Léalo antes de guardarlo, por favor.</translation>
    </message>
    <message>
        <source>Badge and PIN do not match.</source>
        <translation>La credencial y el PIN no coinciden.</translation>
    </message>
    <message>
        <source>This station does not know this badge. Ask your lead.</source>
        <translation>Esta estación no conoce esta credencial. Pregunte a su jefe.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. This badge must wait.</source>
        <translation>Demasiados PIN equivocados. Esta credencial debe esperar.</translation>
    </message>
    <message>
        <source>This station must reach the center once before staff can sign in.</source>
        <translation>Esta estación debe conectarse una vez con el centro antes de que el personal pueda entrar.</translation>
    </message>
    <message>
        <source>The list of staff here is too old. The station needs the network.</source>
        <translation>La lista del personal es muy vieja. La estación necesita la red.</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits.</source>
        <translation>Un PIN tiene de 4 a 8 cifras.</translation>
    </message>
    <message>
        <source>Please try again in a moment.</source>
        <translation>Intente otra vez en un momento, por favor.</translation>
    </message>
    <message>
        <source>This badge is no longer valid. Ask your lead.</source>
        <translation>Esta credencial ya no vale. Pregunte a su jefe.</translation>
    </message>
    <message>
        <source>This shift is too long. Please sign in again.</source>
        <translation>Este turno es demasiado largo. Entre otra vez, por favor.</translation>
    </message>
    <message>
        <source>This station belongs to no home yet. Ask your lead.</source>
        <translation>Esta estación no es aún de ninguna residencia. Pregunte a su jefe.</translation>
    </message>
    <message>
        <source>The center is busy. We ask again soon.</source>
        <translation>El centro está ocupado. Pronto preguntamos otra vez.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Su sesión terminó.</translation>
    </message>
    <message>
        <source>You are signed out: nobody was here.</source>
        <translation>Su sesión terminó: no había nadie aquí.</translation>
    </message>
    <message>
        <source>You are signed out: the shift is over.</source>
        <translation>Su sesión terminó: el turno acabó.</translation>
    </message>
    <message>
        <source>You are signed out: this badge is no longer valid.</source>
        <translation>Su sesión terminó: esta credencial ya no vale.</translation>
    </message>
    <message>
        <source>You are signed out: the station had to start again.</source>
        <translation>Su sesión terminó: la estación tuvo que empezar de nuevo.</translation>
    </message>
    <message>
        <source>Full treatment</source>
        <translation>Tratamiento completo</translation>
    </message>
    <message>
        <source>Do not resuscitate (DNR)</source>
        <translation>No reanimar (DNR)</translation>
    </message>
    <message>
        <source>Do not intubate (DNI)</source>
        <translation>No intubar (DNI)</translation>
    </message>
    <message>
        <source>Do not resuscitate, do not intubate (DNR, DNI)</source>
        <translation>No reanimar, no intubar (DNR, DNI)</translation>
    </message>
    <message>
        <source>Comfort care only</source>
        <translation>Solo cuidados de alivio</translation>
    </message>
    <message>
        <source>Other: see the record</source>
        <translation>Otra: vea el expediente</translation>
    </message>
    <message>
        <source>Not known here: see the record</source>
        <translation>No se sabe aquí: vea el expediente</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Duerme</translation>
    </message>
    <message>
        <source>Did not want it</source>
        <translation>No lo quiso</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>No está</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No se encontró</translation>
    </message>
    <message>
        <source>Too unwell for it now</source>
        <translation>Ahora está muy mal para eso</translation>
    </message>
    <message>
        <source>No time now</source>
        <translation>Ahora no hay tiempo</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Otra razón</translation>
    </message>
    <message>
        <source>They did not want it.</source>
        <translation>No quiso.</translation>
    </message>
    <message>
        <source>It hurts.</source>
        <translation>Duele.</translation>
    </message>
    <message>
        <source>They could not do it.</source>
        <translation>No pudo hacerlo.</translation>
    </message>
    <message>
        <source>They can&apos;t stand safely.</source>
        <translation>No puede estar de pie sin riesgo.</translation>
    </message>
    <message>
        <source>No cuff fits the arm.</source>
        <translation>Ningún brazalete le queda bien en el brazo.</translation>
    </message>
    <message>
        <source>A cuff should not go on either arm.</source>
        <translation>No se debe poner un brazalete en ningún brazo.</translation>
    </message>
    <message>
        <source>The device did not work.</source>
        <translation>El aparato no funcionó.</translation>
    </message>
    <message>
        <source>It did not work.</source>
        <translation>No funcionó.</translation>
    </message>
    <message>
        <source>Tried twice: it could not be measured well.</source>
        <translation>Se intentó dos veces: no se pudo medir bien.</translation>
    </message>
    <message>
        <source>It can&apos;t be measured here.</source>
        <translation>No se puede medir aquí.</translation>
    </message>
    <message>
        <source>Left out for another reason.</source>
        <translation>No se midió por otra razón.</translation>
    </message>
    <message>
        <source>How they act</source>
        <translation>Cómo actúa</translation>
    </message>
    <message>
        <source>How they talk</source>
        <translation>Cómo habla</translation>
    </message>
    <message>
        <source>Joining in</source>
        <translation>Participar</translation>
    </message>
    <message>
        <source>Help needed</source>
        <translation>Ayuda que necesita</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Dolor</translation>
    </message>
    <message>
        <source>Eating</source>
        <translation>Comer</translation>
    </message>
    <message>
        <source>Drinking</source>
        <translation>Beber</translation>
    </message>
    <message>
        <source>Bowels</source>
        <translation>Evacuación</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Unrest</source>
        <translation>Inquietud</translation>
    </message>
    <message>
        <source>Tiredness</source>
        <translation>Cansancio</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Piel</translation>
    </message>
    <message>
        <source>Moving about</source>
        <translation>Moverse</translation>
    </message>
    <message>
        <source>More than usual</source>
        <translation>Más que de costumbre</translation>
    </message>
    <message>
        <source>Less than usual</source>
        <translation>Menos que de costumbre</translation>
    </message>
    <message>
        <source>Not as usual</source>
        <translation>No como de costumbre</translation>
    </message>
    <message>
        <source>Since today</source>
        <translation>Desde hoy</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>Desde ayer</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>For longer</source>
        <translation>Desde hace más</translation>
    </message>
    <message>
        <source>I don&apos;t know since when</source>
        <translation>No sé desde cuándo</translation>
    </message>
    <message>
        <source>Please see this person today.</source>
        <translation>Por favor, vea hoy a esta persona.</translation>
    </message>
    <message>
        <source>Please give new orders.</source>
        <translation>Por favor, dé nuevas órdenes.</translation>
    </message>
    <message>
        <source>Please tell us what to do.</source>
        <translation>Por favor, díganos qué hacer.</translation>
    </message>
    <message>
        <source>This is for you to know.</source>
        <translation>Es para que lo sepa.</translation>
    </message>
    <message>
        <source>The resident</source>
        <translation>El residente</translation>
    </message>
    <message>
        <source>The doctor</source>
        <translation>El médico</translation>
    </message>
    <message>
        <source>The family or representative</source>
        <translation>La familia o el representante</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>By video</source>
        <translation>Por video</translation>
    </message>
    <message>
        <source>By message</source>
        <translation>Por mensaje</translation>
    </message>
    <message>
        <source>Left a message, not reached</source>
        <translation>Dejé un mensaje, no contestó</translation>
    </message>
    <message>
        <source>Tried, but not reached</source>
        <translation>Se intentó, sin respuesta</translation>
    </message>
    <message>
        <source>Family or friend</source>
        <translation>Familia o amistad</translation>
    </message>
    <message>
        <source>The representative</source>
        <translation>El representante</translation>
    </message>
    <message>
        <source>Other staff</source>
        <translation>Otro personal</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>An interpreter in the room</source>
        <translation>Un intérprete en la habitación</translation>
    </message>
    <message>
        <source>An interpreter by phone or video</source>
        <translation>Un intérprete por teléfono o video</translation>
    </message>
    <message>
        <source>Family interprets</source>
        <translation>La familia interpreta</translation>
    </message>
    <message>
        <source>An injury</source>
        <translation>Una herida o caída</translation>
    </message>
    <message>
        <source>A big change</source>
        <translation>Un gran cambio</translation>
    </message>
    <message>
        <source>A new or changed treatment</source>
        <translation>Un tratamiento nuevo o cambiado</translation>
    </message>
    <message>
        <source>A move to another place</source>
        <translation>Un traslado a otro lugar</translation>
    </message>
    <message>
        <source>Health care proxy</source>
        <translation>Apoderado de salud</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>Poder notarial</translation>
    </message>
    <message>
        <source>Legal guardian</source>
        <translation>Tutor legal</translation>
    </message>
    <message>
        <source>Next of kin</source>
        <translation>Pariente más cercano</translation>
    </message>
    <message>
        <source>In another way</source>
        <translation>De otra manera</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Enfermería</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Auxiliar</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
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
        <source>Heart rate</source>
        <translation>Latidos del corazón</translation>
    </message>
    <message>
        <source>Upper blood pressure</source>
        <translation>Presión arterial alta</translation>
    </message>
    <message>
        <source>Lower blood pressure</source>
        <translation>Presión arterial baja</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
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
        <source>Breaths a minute</source>
        <translation>Respiraciones por minuto</translation>
    </message>
    <message>
        <source>Pain (0 to 10)</source>
        <translation>Dolor (0 a 10)</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Atrasados</translation>
    </message>
    <message>
        <source>Left out in this round</source>
        <translation>Sin medir en esta ronda</translation>
    </message>
    <message>
        <source>Nothing due now</source>
        <translation>Nada toca ahora</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Without the network nobody can sign in at this station.</source>
        <translation>Sin la red, nadie puede entrar en esta estación.</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Llamar otra vez</translation>
    </message>
    <message>
        <source>Please wait for a provider.</source>
        <translation>Por favor, espere a un profesional de salud.</translation>
    </message>
    <message>
        <source>You can go back to the resident: the call comes to you.</source>
        <translation>Puede volver con el residente: la llamada le llega allí.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Dejar de esperar</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Seguir esperando</translation>
    </message>
    <message>
        <source>Leave the case: a provider looks at it</source>
        <translation>Dejar el caso: lo verá un profesional</translation>
    </message>
    <message>
        <source>Have a provider call back</source>
        <translation>Pedir que un profesional devuelva la llamada</translation>
    </message>
    <message>
        <source>This is urgent: call the physician or an ambulance.</source>
        <translation>Es urgente: llame al médico o a una ambulancia.</translation>
    </message>
    <message>
        <source>The provider is writing the plan.</source>
        <translation>El profesional está escribiendo el plan.</translation>
    </message>
    <message>
        <source>It comes to this screen while you are with this resident.</source>
        <translation>Llega a esta pantalla mientras esté con este residente.</translation>
    </message>
    <message>
        <source>If you go on before, it is kept in the resident&apos;s record.</source>
        <translation>Si sigue antes, queda en el expediente del residente.</translation>
    </message>
    <message>
        <source>It is left for a provider.</source>
        <translation>Queda para un profesional.</translation>
    </message>
    <message>
        <source>Try to call a provider</source>
        <translation>Tratar de llamar a un profesional</translation>
    </message>
    <message>
        <source>No provider has looked at this yet.</source>
        <translation>Ningún profesional lo ha visto todavía.</translation>
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
    <name>SelfView</name>
    <message>
        <source>What they see of you</source>
        <translation>Lo que ven de usted</translation>
    </message>
    <message>
        <source>Your camera is off</source>
        <translation>Su cámara está apagada</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Move my picture to the other side</source>
        <translation>Mover mi imagen al otro lado</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Hide my picture. They still see you.</source>
        <translation>Ocultar mi imagen. Aún le ven.</translation>
    </message>
    <message>
        <source>Show my picture</source>
        <translation>Mostrar mi imagen</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Who you are</source>
        <translation>Quién es usted</translation>
    </message>
    <message>
        <source>Why you are here</source>
        <translation>Por qué está aquí</translation>
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
        <source>About you</source>
        <translation>Sobre usted</translation>
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
        <source>Take it home</source>
        <translation>Llevarlo a casa</translation>
    </message>
    <message>
        <source>I have my paper</source>
        <translation>Tengo mi papel</translation>
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
        <source>Send a code</source>
        <translation>Enviar código</translation>
    </message>
    <message>
        <source>Yes, that is me</source>
        <translation>Sí, soy yo</translation>
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
        <source>I have read it</source>
        <translation>Lo he leído</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>It is this resident</source>
        <translation>Es este residente</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarlo</translation>
    </message>
    <message>
        <source>They agree</source>
        <translation>Acepta</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>Back to the resident</source>
        <translation>Volver al residente</translation>
    </message>
    <message>
        <source>Next resident</source>
        <translation>Siguiente residente</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Start a visit</source>
        <translation>Empezar una visita</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>Tomar la foto</translation>
    </message>
    <message>
        <source>Start filming</source>
        <translation>Empezar a filmar</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 de %3)</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Usar esta</translation>
    </message>
    <message>
        <source>Your measurements</source>
        <translation>Sus mediciones</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>Tomar otra vez</translation>
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
    <name>Sound</name>
    <message>
        <source>The heart</source>
        <translation>El corazón</translation>
    </message>
    <message>
        <source>The lungs</source>
        <translation>Los pulmones</translation>
    </message>
    <message>
        <source>Right of the breastbone, high up</source>
        <translation>A la derecha del esternón, arriba</translation>
    </message>
    <message>
        <source>Aortic: second rib gap, right</source>
        <translation>Aórtico: segundo espacio intercostal, derecha</translation>
    </message>
    <message>
        <source>Left of the breastbone, high up</source>
        <translation>A la izquierda del esternón, arriba</translation>
    </message>
    <message>
        <source>Pulmonic: second rib gap, left</source>
        <translation>Pulmonar: segundo espacio intercostal, izquierda</translation>
    </message>
    <message>
        <source>Left of the breastbone, low down</source>
        <translation>A la izquierda del esternón, abajo</translation>
    </message>
    <message>
        <source>Tricuspid: fourth rib gap, left</source>
        <translation>Tricuspídeo: cuarto espacio intercostal, izquierda</translation>
    </message>
    <message>
        <source>Under the left breast</source>
        <translation>Debajo del pecho izquierdo</translation>
    </message>
    <message>
        <source>Mitral: fifth rib gap, below the middle of the collarbone</source>
        <translation>Mitral: quinto espacio intercostal, línea media de la clavícula</translation>
    </message>
    <message>
        <source>Back, left, high up</source>
        <translation>Espalda, izquierda, arriba</translation>
    </message>
    <message>
        <source>Back, right, high up</source>
        <translation>Espalda, derecha, arriba</translation>
    </message>
    <message>
        <source>Back, left, low down</source>
        <translation>Espalda, izquierda, abajo</translation>
    </message>
    <message>
        <source>Back, right, low down</source>
        <translation>Espalda, derecha, abajo</translation>
    </message>
    <message>
        <source>Chest, left</source>
        <translation>Pecho, izquierda</translation>
    </message>
    <message>
        <source>Chest, right</source>
        <translation>Pecho, derecha</translation>
    </message>
    <message>
        <source>We hear nothing. Is it plugged in, switched on and on the skin?</source>
        <translation>No oímos nada. ¿Está conectado, encendido y sobre la piel?</translation>
    </message>
    <message>
        <source>Too soft. Press it a little more, on bare skin.</source>
        <translation>Muy bajo. Apriete un poco más, sobre la piel.</translation>
    </message>
    <message>
        <source>Too loud. Press it less.</source>
        <translation>Muy fuerte. Apriete menos.</translation>
    </message>
    <message>
        <source>The room is too loud. Don&apos;t talk, and close the door.</source>
        <translation>Hay mucho ruido. No hable y cierre la puerta.</translation>
    </message>
    <message>
        <source>It moves. Hold it still, and keep clothes away.</source>
        <translation>Se mueve. Sujételo quieto y aparte la ropa.</translation>
    </message>
    <message>
        <source>We find no heartbeat here. Try a little to the side.</source>
        <translation>Aquí no oímos el latido. Pruebe un poco al lado.</translation>
    </message>
    <message>
        <source>We are listening …</source>
        <translation>Estamos escuchando …</translation>
    </message>
    <message>
        <source>Good sound</source>
        <translation>Se oye bien</translation>
    </message>
    <message>
        <source>What do you want to record?</source>
        <translation>¿Qué quiere grabar?</translation>
    </message>
    <message>
        <source>Where do you want to listen?</source>
        <translation>¿Dónde quiere escuchar?</translation>
    </message>
    <message>
        <source>Saved. Choose another place, or touch Done.</source>
        <translation>Guardado. Elija otro lugar o toque Listo.</translation>
    </message>
    <message>
        <source>Put the stethoscope here, on bare skin.</source>
        <translation>Ponga el estetoscopio aquí, sobre la piel.</translation>
    </message>
    <message>
        <source>Keep still. Breathe in and out through your mouth, slowly.</source>
        <translation>No se mueva. Respire despacio por la boca.</translation>
    </message>
    <message>
        <source>Keep still. Don&apos;t talk. Breathe calmly.</source>
        <translation>No se mueva. No hable. Respire tranquilo.</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>Falta: %1 s</translation>
    </message>
    <message>
        <source>Not so clear. You can do it again, or save it as it is.</source>
        <translation>No se oye tan bien. Puede repetirlo o guardarlo así.</translation>
    </message>
    <message>
        <source>Listen to it again</source>
        <translation>Escúchelo de nuevo</translation>
    </message>
    <message>
        <source>A drawing of the upper body with the places to listen at</source>
        <translation>Un dibujo del pecho con los lugares para escuchar</translation>
    </message>
    <message>
        <source>High tones above, low tones below</source>
        <translation>Los tonos altos arriba, los bajos abajo</translation>
    </message>
    <message>
        <source>A picture of the sound, 20 seconds from left to right</source>
        <translation>Una imagen del sonido, 20 segundos de izquierda a derecha</translation>
    </message>
    <message>
        <source>0 to 1000 hertz; time from left to right</source>
        <translation>De 0 a 1000 hercios; el tiempo va de izquierda a derecha</translation>
    </message>
    <message>
        <source>How loud it is</source>
        <translation>Qué tan fuerte suena</translation>
    </message>
    <message>
        <source>How loud it is: %1 percent</source>
        <translation>Qué tan fuerte suena: %1 por ciento</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Play all</source>
        <translation>Oír todo</translation>
    </message>
    <message>
        <source>Play low tones (bell)</source>
        <translation>Oír tonos bajos (campana)</translation>
    </message>
    <message>
        <source>Play higher tones (diaphragm)</source>
        <translation>Oír tonos más altos (diafragma)</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>Callar</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Grabar de nuevo</translation>
    </message>
</context>
<context>
    <name>SoundTest</name>
    <message>
        <source>There is no microphone.</source>
        <translation>No hay micrófono.</translation>
    </message>
    <message>
        <source>Plug one in. Then test again.</source>
        <translation>Conecte uno. Luego pruebe otra vez.</translation>
    </message>
    <message>
        <source>The station&apos;s microphone is not plugged in.</source>
        <translation>El micrófono de la estación no está conectado.</translation>
    </message>
    <message>
        <source>Plug it in. Or plug in a headset: that one goes first.</source>
        <translation>Conéctelo. O conecte unos auriculares: esos van primero.</translation>
    </message>
    <message>
        <source>The microphone does not work.</source>
        <translation>El micrófono no funciona.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again, or take another one.</source>
        <translation>Desconéctelo y conéctelo otra vez, o use otro.</translation>
    </message>
    <message>
        <source>The microphone hears nothing at all.</source>
        <translation>El micrófono no oye nada.</translation>
    </message>
    <message>
        <source>Look for a mute switch on it. Check its cable. Else take another one.</source>
        <translation>Busque su botón de silencio. Revise el cable. Si no, use otro.</translation>
    </message>
    <message>
        <source>The microphone is set too loud.</source>
        <translation>El micrófono está demasiado fuerte.</translation>
    </message>
    <message>
        <source>Turn its level down, or move it away from the speaker.</source>
        <translation>Baje su nivel o aléjelo del altavoz.</translation>
    </message>
    <message>
        <source>The microphone hums, as from the power line.</source>
        <translation>El micrófono zumba, como por la corriente.</translation>
    </message>
    <message>
        <source>Keep its cable away from power supplies. Try another socket or cable.</source>
        <translation>Aleje su cable de las fuentes de corriente. Pruebe otro enchufe o cable.</translation>
    </message>
    <message>
        <source>There is no speaker.</source>
        <translation>No hay altavoz.</translation>
    </message>
    <message>
        <source>The station&apos;s speaker is not plugged in.</source>
        <translation>El altavoz de la estación no está conectado.</translation>
    </message>
    <message>
        <source>The speaker does not work.</source>
        <translation>El altavoz no funciona.</translation>
    </message>
    <message>
        <source>Listening to the room. Please be quiet for a moment.</source>
        <translation>Escuchamos la sala. Guarde silencio un momento.</translation>
    </message>
    <message>
        <source>Now you should hear three tones.</source>
        <translation>Ahora debe oír tres tonos.</translation>
    </message>
    <message>
        <source>Test the sound again</source>
        <translation>Probar el sonido otra vez</translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation>Probar el sonido</translation>
    </message>
    <message>
        <source>The microphone works: %1</source>
        <translation>El micrófono funciona: %1</translation>
    </message>
    <message>
        <source>The speaker is on: %1</source>
        <translation>El altavoz está encendido: %1</translation>
    </message>
    <message>
        <source>The microphone heard the speaker, %1 ms later.</source>
        <translation>El micrófono oyó el altavoz, %1 ms después.</translation>
    </message>
    <message>
        <source>The microphone did not hear the speaker.</source>
        <translation>El micrófono no oyó el altavoz.</translation>
    </message>
    <message>
        <source>With a headset that is right. Else: did you hear three tones? Turn the speaker up.</source>
        <translation>Con auriculares está bien. Si no: ¿oyó tres tonos? Suba el volumen.</translation>
    </message>
</context>
<context>
    <name>StaffHere</name>
    <message>
        <source>I work here: I am with this person</source>
        <translation>Trabajo aquí: estoy con esta persona</translation>
    </message>
    <message>
        <source>No, I am the patient</source>
        <translation>No, soy el paciente</translation>
    </message>
    <message>
        <source>Yes: I work here, stop calling for help</source>
        <translation>Sí: trabajo aquí, ya no pidan ayuda</translation>
    </message>
</context>
<context>
    <name>Standby</name>
    <message>
        <source>One moment, please.</source>
        <translation>Un momento, por favor.</translation>
    </message>
    <message>
        <source>This station is out of service.</source>
        <translation>Esta estación está fuera de servicio.</translation>
    </message>
    <message>
        <source>Please call {phone}.</source>
        <translation>Llame al {phone}.</translation>
    </message>
    <message>
        <source>In an emergency call {number}.</source>
        <translation>En una emergencia, llame al {number}.</translation>
    </message>
    <message>
        <source>This station is not set up yet.</source>
        <translation>Esta estación todavía no está lista para usar.</translation>
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
        <source>Sign in for a round</source>
        <translation>Entrar para una ronda</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Un momento, por favor.</translation>
    </message>
    <message>
        <source>Swap a broken device</source>
        <translation>Cambiar un aparato roto</translation>
    </message>
    <message>
        <source>I am a technician</source>
        <translation>Soy técnico</translation>
    </message>
    <message>
        <source>The station has no room for pictures or sounds now. Your answers and readings are still saved.</source>
        <translation>La estación no tiene lugar para fotos ni sonidos ahora. Sus respuestas y mediciones sí se guardan.</translation>
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
    <name>Symptoms</name>
    <message>
        <source>Head</source>
        <translation>Cabeza</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Ojos</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>Oídos</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nariz</translation>
    </message>
    <message>
        <source>Mouth or throat</source>
        <translation>Boca o garganta</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Cuello</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>Pecho</translation>
    </message>
    <message>
        <source>Belly</source>
        <translation>Barriga</translation>
    </message>
    <message>
        <source>Pee, stool or private parts</source>
        <translation>Orina, heces o partes íntimas</translation>
    </message>
    <message>
        <source>My back</source>
        <translation>Mi espalda</translation>
    </message>
    <message>
        <source>Arms or hands</source>
        <translation>Brazos o manos</translation>
    </message>
    <message>
        <source>Legs or feet</source>
        <translation>Piernas o pies</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Piel</translation>
    </message>
    <message>
        <source>All over</source>
        <translation>Todo el cuerpo</translation>
    </message>
    <message>
        <source>Feelings or thoughts</source>
        <translation>Ánimo o pensamientos</translation>
    </message>
    <message>
        <source>This can&apos;t tell what you have. If you are worried, get a person.</source>
        <translation>Esto no puede decir qué tiene. Si le preocupa, llame a una persona.</translation>
    </message>
    <message>
        <source>We don&apos;t know that word. Try another, or touch “Show on a body”.</source>
        <translation>No conocemos esa palabra. Pruebe otra o toque “Mostrar en un cuerpo”.</translation>
    </message>
    <message>
        <source>What bothers you?</source>
        <translation>¿Qué le molesta?</translation>
    </message>
    <message>
        <source>for example: headache</source>
        <translation>por ejemplo: dolor de cabeza</translation>
    </message>
    <message>
        <source>Show on a body</source>
        <translation>Mostrar en un cuerpo</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>¿Dónde es?</translation>
    </message>
    <message>
        <source>A body from the front and from the back</source>
        <translation>Un cuerpo por delante y por detrás</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>¿Qué es?</translation>
    </message>
    <message>
        <source>Yes, at least one</source>
        <translation>Sí, al menos uno</translation>
    </message>
    <message>
        <source>No, none of these</source>
        <translation>No, nada de esto</translation>
    </message>
    <message>
        <source>Is any of this so right now?</source>
        <translation>¿Pasa algo de esto ahora mismo?</translation>
    </message>
    <message>
        <source>Call %1 now, or ask someone near you to call.</source>
        <translation>Llame al %1 ahora o pida a alguien cercano que llame.</translation>
    </message>
    <message>
        <source>Call or text %1. Someone will listen, day and night.</source>
        <translation>Llame o escriba al %1. Alguien le escucha de día y de noche.</translation>
    </message>
    <message>
        <source>You need help now.</source>
        <translation>Necesita ayuda ahora.</translation>
    </message>
    <message>
        <source>You don&apos;t have to be alone with this.</source>
        <translation>No tiene que estar a solas con esto.</translation>
    </message>
    <message>
        <source>You are at: %1</source>
        <translation>Usted está en: %1</translation>
    </message>
    <message>
        <source>Poison help: %1</source>
        <translation>Ayuda por veneno: %1</translation>
    </message>
    <message>
        <source>Get help at once if one of the signs before comes up.</source>
        <translation>Busque ayuda enseguida si aparece una de las señales de antes.</translation>
    </message>
    <message>
        <source>See someone soon if:</source>
        <translation>Vea a alguien pronto si:</translation>
    </message>
    <message>
        <source>What you can do now:</source>
        <translation>Qué puede hacer ahora:</translation>
    </message>
    <message>
        <source>Sources: %1</source>
        <translation>Fuentes: %1</translation>
    </message>
</context>
<context>
    <name>Take</name>
    <message>
        <source>The printer is not here now.</source>
        <translation>La impresora no está disponible ahora.</translation>
    </message>
    <message>
        <source>The printer did not take the page.</source>
        <translation>La impresora no aceptó la hoja.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>La impresora no tiene papel.</translation>
    </message>
    <message>
        <source>Paper is stuck in the printer.</source>
        <translation>Hay papel atascado en la impresora.</translation>
    </message>
    <message>
        <source>A door of the printer is open.</source>
        <translation>Una puerta de la impresora está abierta.</translation>
    </message>
    <message>
        <source>The printer has no ink.</source>
        <translation>La impresora no tiene tinta.</translation>
    </message>
    <message>
        <source>The printer&apos;s tray is full.</source>
        <translation>La bandeja de la impresora está llena.</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>La impresora no responde.</translation>
    </message>
    <message>
        <source>Somebody has paused the printer.</source>
        <translation>Alguien ha puesto la impresora en pausa.</translation>
    </message>
    <message>
        <source>Printing was broken off. You can print again.</source>
        <translation>La impresión se cortó. Puede imprimir otra vez.</translation>
    </message>
    <message>
        <source>You can open it until %1.</source>
        <translation>Puede abrirlo hasta el %1.</translation>
    </message>
    <message>
        <source>It works now.</source>
        <translation>Ya funciona.</translation>
    </message>
    <message>
        <source>We could not save it yet. We keep trying.</source>
        <translation>Todavía no pudimos guardarlo. Seguimos intentando.</translation>
    </message>
    <message>
        <source>It does not work yet: we have no connection. It will, once we have one.</source>
        <translation>Aún no funciona: no tenemos conexión. Funcionará cuando la tengamos.</translation>
    </message>
    <message>
        <source>It will work in a few minutes.</source>
        <translation>Funcionará en unos minutos.</translation>
    </message>
    <message>
        <source>Your page is being printed.</source>
        <translation>Su hoja se está imprimiendo.</translation>
    </message>
    <message>
        <source>Please take your paper.</source>
        <translation>Por favor, tome su papel.</translation>
    </message>
    <message>
        <source>Please get a person. It goes on by itself then.</source>
        <translation>Pida ayuda a una persona. Después sigue por sí sola.</translation>
    </message>
    <message>
        <source>You can try again, or ask a person here to write it down.</source>
        <translation>Puede probar otra vez, o pedir a una persona que se lo escriba.</translation>
    </message>
    <message>
        <source>Take it home.</source>
        <translation>Lléveselo a casa.</translation>
    </message>
    <message>
        <source>A square code for a phone&apos;s camera.</source>
        <translation>Un código cuadrado para la cámara de un teléfono.</translation>
    </message>
    <message>
        <source>Point your phone&apos;s camera at the square.</source>
        <translation>Apunte la cámara de su teléfono al cuadrado.</translation>
    </message>
    <message>
        <source>When it asks, type these numbers. Write them down, and show nobody.</source>
        <translation>Cuando los pida, escriba estos números. Anótelos y no los muestre a nadie.</translation>
    </message>
    <message>
        <source>What do you keep of me?</source>
        <translation>¿Qué guardan de mí?</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>Imprimirlo otra vez</translation>
    </message>
    <message>
        <source>Print it, in large letters</source>
        <translation>Imprimirlo en letras grandes</translation>
    </message>
    <message>
        <source>Print it with my numbers</source>
        <translation>Imprimirlo con mis números</translation>
    </message>
</context>
<context>
    <name>Technician</name>
    <message>
        <source>This line should be %1 mm long.</source>
        <translation>Esta línea debe medir %1 mm.</translation>
    </message>
    <message>
        <source>The device shows now</source>
        <translation>El aparato muestra ahora</translation>
    </message>
    <message>
        <source>May be off by %1. Source: %2</source>
        <translation>Puede desviarse %1. Fuente: %2</translation>
    </message>
    <message>
        <source>The center&apos;s clock was not compared yet.</source>
        <translation>Aún no se comparó con el reloj del centro.</translation>
    </message>
    <message>
        <source>Next check due: %1.</source>
        <translation>Próxima revisión: %1.</translation>
    </message>
    <message>
        <source>The camera gives no picture.</source>
        <translation>La cámara no da imagen.</translation>
    </message>
    <message>
        <source>Light %1 of 255 · sharpness %2 (1.45 and more is sharp)</source>
        <translation>Luz %1 de 255 · nitidez %2 (nítido desde 1.45)</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Imprimir una página de prueba</translation>
    </message>
    <message>
        <source>Touch them again</source>
        <translation>Tocarlos otra vez</translation>
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
        <source>Read the device</source>
        <translation>Leer el aparato</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Leerlo otra vez</translation>
    </message>
    <message>
        <source>Hold this figure</source>
        <translation>Fijar esta cifra</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>No aprobado</translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>Aún no hecho</translation>
    </message>
    <message>
        <source>This code is wrong.</source>
        <translation>Este código no es correcto.</translation>
    </message>
    <message>
        <source>Too many wrong codes. Nobody can sign in for now.</source>
        <translation>Demasiados códigos incorrectos. Por ahora nadie puede entrar.</translation>
    </message>
    <message>
        <source>A code has 8 digits. Your name is needed too.</source>
        <translation>Un código tiene 8 cifras. También hace falta su nombre.</translation>
    </message>
    <message>
        <source>That number was too old. Tell the center the new one.</source>
        <translation>Ese número era demasiado viejo. Diga al centro el nuevo.</translation>
    </message>
    <message>
        <source>The station was never online, so a code can&apos;t be checked. Only the center can open it.</source>
        <translation>La estación nunca estuvo en línea: no se puede comprobar un código. Solo el centro puede abrirla.</translation>
    </message>
    <message>
        <source>A visit is on. Wait until it is over.</source>
        <translation>Hay una visita. Espere a que termine.</translation>
    </message>
    <message>
        <source>The disk takes nothing, so no code is tried. Make room first.</source>
        <translation>El disco no admite nada y no se prueba ningún código. Haga sitio primero.</translation>
    </message>
    <message>
        <source>Nobody was here for a while, so you were signed out.</source>
        <translation>No hubo nadie por un rato y se cerró su sesión.</translation>
    </message>
    <message>
        <source>Your time was over, so you were signed out.</source>
        <translation>Se acabó su tiempo y se cerró su sesión.</translation>
    </message>
    <message>
        <source>Somebody must answer for it: sign in first.</source>
        <translation>Alguien debe responder por ello: entre primero.</translation>
    </message>
    <message>
        <source>The station knows no such device.</source>
        <translation>La estación no conoce ese aparato.</translation>
    </message>
    <message>
        <source>Nobody knows which model it was. Call your technician.</source>
        <translation>Nadie sabe qué modelo era. Llame a su técnico.</translation>
    </message>
    <message>
        <source>It is found by its Bluetooth address alone. A technician must enter the new one.</source>
        <translation>Solo se encuentra por su dirección Bluetooth. Un técnico debe anotar la nueva.</translation>
    </message>
    <message>
        <source>It can&apos;t be noted: the disk takes nothing. Call your technician.</source>
        <translation>No se puede anotar: el disco no admite nada. Llame a su técnico.</translation>
    </message>
    <message>
        <source>Badge and PIN do not fit.</source>
        <translation>La credencial y el PIN no coinciden.</translation>
    </message>
    <message>
        <source>This badge is not known here.</source>
        <translation>Esta credencial no se conoce aquí.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. This badge must wait.</source>
        <translation>Demasiados PIN equivocados. Esta credencial debe esperar.</translation>
    </message>
    <message>
        <source>No badges are known here.</source>
        <translation>Aquí no se conoce ninguna credencial.</translation>
    </message>
    <message>
        <source>The list of badges is too old. The station needs the center.</source>
        <translation>La lista de credenciales es demasiado vieja. La estación necesita al centro.</translation>
    </message>
    <message>
        <source>Badges are taken here only while the center is there.</source>
        <translation>Aquí solo se aceptan credenciales con el centro conectado.</translation>
    </message>
    <message>
        <source>A badge and a PIN of 4 to 8 digits are needed.</source>
        <translation>Hacen falta una credencial y un PIN de 4 a 8 cifras.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Un momento, por favor.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was read.</source>
        <translation>Parado. No se leyó nada.</translation>
    </message>
    <message>
        <source>What the device gave is not reliable. Try again.</source>
        <translation>Lo que dio el aparato no es fiable. Pruebe otra vez.</translation>
    </message>
    <message>
        <source>The device gave no number. Try again.</source>
        <translation>El aparato no dio ningún número. Pruebe otra vez.</translation>
    </message>
    <message>
        <source>Too dark. Put a light before the face.</source>
        <translation>Demasiado oscuro. Ponga una luz ante la cara.</translation>
    </message>
    <message>
        <source>Too bright. Move the light, or close the blind.</source>
        <translation>Demasiado claro. Mueva la luz o cierre la persiana.</translation>
    </message>
    <message>
        <source>Parts are black. The light comes from behind or from one side.</source>
        <translation>Hay partes negras. La luz viene de atrás o de un lado.</translation>
    </message>
    <message>
        <source>Parts are white. Something shines into the camera.</source>
        <translation>Hay partes blancas. Algo brilla hacia la cámara.</translation>
    </message>
    <message>
        <source>Not sharp. Clean the lens and turn its ring.</source>
        <translation>No es nítido. Limpie la lente y gire su aro.</translation>
    </message>
    <message>
        <source>Try again in %1 min.</source>
        <translation>Intente otra vez en %1 min.</translation>
    </message>
    <message>
        <source>Tries left: %1.</source>
        <translation>Intentos que quedan: %1.</translation>
    </message>
    <message>
        <source>%1 beside %2; %3 off, %4 allowed.</source>
        <translation>%1 junto a %2; desvío %3, permitido %4.</translation>
    </message>
    <message>
        <source>Call the center. Tell them the station and this number:</source>
        <translation>Llame al centro. Diga la estación y este número:</translation>
    </message>
    <message>
        <source>If the station is online, this page goes on by itself.</source>
        <translation>Si la estación está en línea, esta página sigue sola.</translation>
    </message>
    <message>
        <source>I was told a code</source>
        <translation>Me dieron un código</translation>
    </message>
    <message>
        <source>A technician signs in</source>
        <translation>Entra un técnico</translation>
    </message>
    <message>
        <source>The same number as a QR code</source>
        <translation>El mismo número como código QR</translation>
    </message>
    <message>
        <source>Your name, for the report</source>
        <translation>Su nombre, para el informe</translation>
    </message>
    <message>
        <source>The code from the phone</source>
        <translation>El código del teléfono</translation>
    </message>
    <message>
        <source>Type what you were told</source>
        <translation>Escriba lo que le dijeron</translation>
    </message>
    <message>
        <source>Number of this station: %1</source>
        <translation>Número de esta estación: %1</translation>
    </message>
    <message>
        <source>Checks of this station</source>
        <translation>Revisiones de esta estación</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>Ha entrado: %1</translation>
    </message>
    <message>
        <source>To the report</source>
        <translation>Al informe</translation>
    </message>
    <message>
        <source>Swap a broken device</source>
        <translation>Cambiar un aparato roto</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>The station has read %1. What does the reference show?</source>
        <translation>La estación leyó %1. ¿Qué muestra la referencia?</translation>
    </message>
    <message>
        <source>Not passed: %1</source>
        <translation>No aprobado: %1</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>No hecho: %1</translation>
    </message>
    <message>
        <source>Make and sign the report</source>
        <translation>Hacer y firmar el informe</translation>
    </message>
    <message>
        <source>The commissioning report</source>
        <translation>El informe de puesta en marcha</translation>
    </message>
    <message>
        <source>It is signed by this station&apos;s own key and sent to the center.</source>
        <translation>Se firma con la clave de esta estación y se envía al centro.</translation>
    </message>
    <message>
        <source>The report is being made. This takes a moment.</source>
        <translation>Se está haciendo el informe. Tarda un momento.</translation>
    </message>
    <message>
        <source>The report could not be made. Is the disk full? Try again.</source>
        <translation>No se pudo hacer el informe. ¿Está lleno el disco? Pruebe otra vez.</translation>
    </message>
    <message>
        <source>Signed. All checks passed.</source>
        <translation>Firmado. Todo aprobado.</translation>
    </message>
    <message>
        <source>Signed. Not all checks passed.</source>
        <translation>Firmado. No todo está aprobado.</translation>
    </message>
    <message>
        <source>The station&apos;s key: %1</source>
        <translation>La clave de la estación: %1</translation>
    </message>
    <message>
        <source>%1: checked, due again %2</source>
        <translation>%1: revisado, otra vez el %2</translation>
    </message>
    <message>
        <source>It answers.</source>
        <translation>Responde.</translation>
    </message>
    <message>
        <source>It does not answer, or is broken.</source>
        <translation>No responde o está roto.</translation>
    </message>
    <message>
        <source>The spare for %1 is in use. The station looks for it now.</source>
        <translation>El repuesto de %1 está en uso. La estación lo busca ahora.</translation>
    </message>
    <message>
        <source>Which device is broken?</source>
        <translation>¿Qué aparato está roto?</translation>
    </message>
    <message>
        <source>Unplug the broken one. Plug in a spare of the same model.</source>
        <translation>Desenchufe el roto. Enchufe un repuesto del mismo modelo.</translation>
    </message>
    <message>
        <source>The model is: %1</source>
        <translation>El modelo es: %1</translation>
    </message>
    <message>
        <source>A spare for: %1</source>
        <translation>Un repuesto para: %1</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Mirar otra vez</translation>
    </message>
    <message>
        <source>Badge: scan it, or type its number</source>
        <translation>Credencial: escanéela o escriba su número</translation>
    </message>
    <message>
        <source>Use the spare until the next profile</source>
        <translation>Usar el repuesto hasta el próximo perfil</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Sign in as a technician</source>
        <translation>Entrar como técnico</translation>
    </message>
    <message>
        <source>Plugged in: %1, serial number %2</source>
        <translation>Enchufado: %1, número de serie %2</translation>
    </message>
    <message>
        <source>Nothing new is plugged in that the station knows.</source>
        <translation>No hay nada nuevo enchufado que la estación conozca.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Use the spare</source>
        <translation>Usar el repuesto</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>Siguiente revisión</translation>
    </message>
    <message>
        <source>This is the last line.</source>
        <translation>Esta es la última línea.</translation>
    </message>
    <message>
        <source>This is the first line.</source>
        <translation>Esta es la primera línea.</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Página de prueba</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>You need do nothing. The station tries again.</source>
        <translation>No tiene que hacer nada. La estación lo intenta de nuevo.</translation>
    </message>
    <message>
        <source>Call your technician. The station works as before.</source>
        <translation>Llame a su técnico. La estación funciona como antes.</translation>
    </message>
    <message>
        <source>The place updates come from does not answer.</source>
        <translation>El lugar de donde vienen las actualizaciones no responde.</translation>
    </message>
    <message>
        <source>The center has no updates for this station.</source>
        <translation>El centro no tiene actualizaciones para esta estación.</translation>
    </message>
    <message>
        <source>The update comes too slowly. What came is kept.</source>
        <translation>La actualización llega muy despacio. Lo que llegó se guarda.</translation>
    </message>
    <message>
        <source>An update is not signed as it must be. We do not use it.</source>
        <translation>Una actualización no está firmada como debe. No la usamos.</translation>
    </message>
    <message>
        <source>Somebody offers an old update as new. We do not use it.</source>
        <translation>Alguien ofrece una actualización vieja como nueva. No la usamos.</translation>
    </message>
    <message>
        <source>The news of updates is too old.</source>
        <translation>Las noticias de actualizaciones son demasiado viejas.</translation>
    </message>
    <message>
        <source>An update is not what was signed. We do not use it.</source>
        <translation>Una actualización no es lo que se firmó. No la usamos.</translation>
    </message>
    <message>
        <source>This station can&apos;t read the update.</source>
        <translation>Esta estación no puede leer la actualización.</translation>
    </message>
    <message>
        <source>The station&apos;s clock is wrong. So it takes no updates.</source>
        <translation>El reloj de la estación está mal. Por eso no toma actualizaciones.</translation>
    </message>
    <message>
        <source>There is no room for the update.</source>
        <translation>No hay espacio para la actualización.</translation>
    </message>
    <message>
        <source>The update could not be written.</source>
        <translation>No se pudo escribir la actualización.</translation>
    </message>
    <message>
        <source>The new version does not work well yet.</source>
        <translation>La versión nueva todavía no funciona bien.</translation>
    </message>
    <message>
        <source>Look for updates</source>
        <translation>Buscar actualizaciones</translation>
    </message>
    <message>
        <source>Version %1 did not work well. Version %2 runs again.</source>
        <translation>La versión %1 no funcionó bien. Otra vez funciona la versión %2.</translation>
    </message>
    <message>
        <source>New questions (%1) can&apos;t be used. The former ones stay.</source>
        <translation>Las preguntas nuevas (%1) no se pueden usar. Siguen las de antes.</translation>
    </message>
    <message>
        <source>Looking for updates.</source>
        <translation>Se buscan actualizaciones.</translation>
    </message>
    <message>
        <source>Version %1 is coming: %2 %.</source>
        <translation>Está llegando la versión %1: %2 %.</translation>
    </message>
    <message>
        <source>Version %1 is ready. The station restarts between %2.</source>
        <translation>La versión %1 está lista. La estación se reinicia entre %2.</translation>
    </message>
    <message>
        <source>Version %1 is ready. It starts after the visit.</source>
        <translation>La versión %1 está lista. Empieza después de la visita.</translation>
    </message>
    <message>
        <source>The station restarts now.</source>
        <translation>La estación se reinicia ahora.</translation>
    </message>
    <message>
        <source>Version %1 is new. We watch if it works well.</source>
        <translation>La versión %1 es nueva. Miramos si funciona bien.</translation>
    </message>
    <message>
        <source>Version %1 runs. It is the newest we know of.</source>
        <translation>Funciona la versión %1. Es la más nueva que conocemos.</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>%1. Button.</source>
        <translation>%1. Botón.</translation>
    </message>
    <message>
        <source>%1. Button, not ready yet.</source>
        <translation>%1. Botón, aún no disponible.</translation>
    </message>
    <message>
        <source>%1. Chosen.</source>
        <translation>%1. Elegido.</translation>
    </message>
    <message>
        <source>%1. Not chosen.</source>
        <translation>%1. Sin elegir.</translation>
    </message>
    <message>
        <source>%1 of %2.</source>
        <translation>%1 de %2.</translation>
    </message>
    <message>
        <source>%1. Type here. The down arrow leads to the keys. OK goes on.</source>
        <translation>%1. Escriba aquí. La flecha abajo lleva a las teclas. OK sigue adelante.</translation>
    </message>
    <message>
        <source>%1. It says: %2.</source>
        <translation>%1. Dice: %2.</translation>
    </message>
    <message>
        <source>%1. What you type here is not said. Signs so far: %2.</source>
        <translation>%1. Lo que escriba aquí no se dice en voz alta. Signos hasta ahora: %2.</translation>
    </message>
    <message>
        <source>Picture: %1.</source>
        <translation>Imagen: %1.</translation>
    </message>
    <message>
        <source>Erased: %1.</source>
        <translation>Borrado: %1.</translation>
    </message>
    <message>
        <source>Answers to choose from: %1.</source>
        <translation>Respuestas para elegir: %1.</translation>
    </message>
    <message>
        <source>Buttons here: %1.</source>
        <translation>Botones aquí: %1.</translation>
    </message>
    <message>
        <source>To hear this screen, press the raised round key, or plug in headphones.</source>
        <translation>Para escuchar esta pantalla, pulse la tecla redonda en relieve o conecte auriculares.</translation>
    </message>
    <message>
        <source>The voice is on. The arrow keys lead from one thing to the next. OK chooses it. The back key goes back. The raised round key says all of it again.</source>
        <translation>La voz está activada. Las flechas llevan de una cosa a la siguiente. OK la elige. La tecla atrás vuelve atrás. La tecla redonda en relieve lo repite todo.</translation>
    </message>
    <message>
        <source>People near you can hear this. Plug in headphones to keep it to yourself.</source>
        <translation>Las personas cercanas pueden oír esto. Conecte auriculares para oírlo solo usted.</translation>
    </message>
    <message>
        <source>The headphones are out, so the voice stops. Press the raised round key to hear it from the speaker.</source>
        <translation>Los auriculares se desconectaron y la voz se detiene. Pulse la tecla redonda en relieve para oírla por el altavoz.</translation>
    </message>
    <message>
        <source>While the cuff squeezes, any key stops it at once.</source>
        <translation>Mientras el brazalete aprieta, cualquier tecla lo detiene al instante.</translation>
    </message>
    <message>
        <source>Volume %1 of %2.</source>
        <translation>Volumen %1 de %2.</translation>
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
        <source>Look up a symptom</source>
        <translation>Buscar un síntoma</translation>
    </message>
    <message>
        <source>Some parts are still in English.</source>
        <translation>Algunas partes todavía están en inglés.</translation>
    </message>
    <message>
        <source>This screen forgets you when you leave.</source>
        <translation>Esta pantalla le olvida al irse.</translation>
    </message>
    <message>
        <source>This station is out of service.</source>
        <translation>Esta estación está fuera de servicio.</translation>
    </message>
    <message>
        <source>Please call %1.</source>
        <translation>Llame al %1.</translation>
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
        <source>This number can&apos;t be right. Please check it.</source>
        <translation>Este número no puede ser. Revíselo, por favor.</translation>
    </message>
    <message>
        <source>Please fill in one of the two: you choose the unit.</source>
        <translation>Llene solo uno de los dos: usted elige la unidad.</translation>
    </message>
    <message>
        <source>The upper number must be more than the lower one.</source>
        <translation>El número alto debe ser mayor que el bajo.</translation>
    </message>
    <message>
        <source>This is unusual. If it is right, touch Next once more.</source>
        <translation>Esto es poco común. Si es correcto, toque Siguiente otra vez.</translation>
    </message>
    <message>
        <source>This count can&apos;t be right. Please count again.</source>
        <translation>Esta cuenta no puede ser. Cuente otra vez, por favor.</translation>
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
        <source>The microphone hears nothing. Is it switched off? You can write to the provider.</source>
        <translation>El micrófono no oye nada. ¿Está apagado? Puede escribir al profesional.</translation>
    </message>
    <message>
        <source>You are too loud for the microphone. Please sit back a little.</source>
        <translation>Su voz es muy fuerte para el micrófono. Siéntese un poco más atrás.</translation>
    </message>
    <message>
        <source>The microphone hums. You can still talk. Please tell a person here.</source>
        <translation>El micrófono zumba. Puede seguir hablando. Avise a una persona de aquí.</translation>
    </message>
    <message>
        <source>This station has no stethoscope, or it is not plugged in.</source>
        <translation>Esta estación no tiene estetoscopio o no está conectado.</translation>
    </message>
    <message>
        <source>The stethoscope does not work. Is it plugged in?</source>
        <translation>El estetoscopio no funciona. ¿Está conectado?</translation>
    </message>
    <message>
        <source>The station&apos;s memory is full. It can take no pictures or sounds now.</source>
        <translation>La memoria de la estación está llena. Ahora no puede tomar fotos ni sonidos.</translation>
    </message>
    <message>
        <source>The camera gave no picture. Please try again.</source>
        <translation>La cámara no dio imagen. Por favor, pruebe otra vez.</translation>
    </message>
    <message>
        <source>A picture is being taken already.</source>
        <translation>Ya se está tomando una foto.</translation>
    </message>
    <message>
        <source>That was too short. Please film again.</source>
        <translation>Fue muy corto. Por favor, filme otra vez.</translation>
    </message>
    <message>
        <source>That was too short. Please record again.</source>
        <translation>Fue muy corto. Grabe de nuevo.</translation>
    </message>
    <message>
        <source>A sound is being recorded already.</source>
        <translation>Ya se está grabando un sonido.</translation>
    </message>
    <message>
        <source>A part of the station started again. Please try again.</source>
        <translation>Una parte de la estación se reinició. Pruebe de nuevo.</translation>
    </message>
    <message>
        <source>That went wrong here. Please try again.</source>
        <translation>Eso salió mal. Pruebe de nuevo.</translation>
    </message>
    <message>
        <source>The recording was stopped.</source>
        <translation>La grabación se detuvo.</translation>
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
        <source>The network here blocks the call. We are trying again.</source>
        <translation>La red de aquí bloquea la llamada. Lo intentamos otra vez.</translation>
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
        <source>Please type a number.</source>
        <translation>Escriba un número, por favor.</translation>
    </message>
    <message>
        <source>This is not a Carepost card. Please try another one.</source>
        <translation>Esta no es una tarjeta de Carepost. Pruebe otra, por favor.</translation>
    </message>
    <message>
        <source>Card and birth date do not match. Please try again.</source>
        <translation>La tarjeta y la fecha no coinciden. Intente otra vez, por favor.</translation>
    </message>
    <message>
        <source>The code has six digits.</source>
        <translation>El código tiene seis números.</translation>
    </message>
    <message>
        <source>We found no earlier visit. Please type your name.</source>
        <translation>No encontramos una visita anterior. Escriba su nombre, por favor.</translation>
    </message>
    <message>
        <source>That did not match too often. Please type your name.</source>
        <translation>No coincidió demasiadas veces. Escriba su nombre, por favor.</translation>
    </message>
    <message>
        <source>We can&apos;t look that up now. Please type your name.</source>
        <translation>Ahora no podemos buscarlo. Escriba su nombre, por favor.</translation>
    </message>
    <message>
        <source>This is not a staff badge. Please try another one.</source>
        <translation>Esta no es una credencial del personal. Pruebe otra, por favor.</translation>
    </message>
    <message>
        <source>This is not the badge that signed in.</source>
        <translation>Esta no es la credencial que entró.</translation>
    </message>
    <message>
        <source>This is another resident&apos;s wristband. Leave this one first.</source>
        <translation>Esta pulsera es de otro residente. Primero termine con este.</translation>
    </message>
    <message>
        <source>Nobody on your list wears this. Please look for the name.</source>
        <translation>Nadie de su lista lleva esto. Busque el nombre, por favor.</translation>
    </message>
    <message>
        <source>They are filed for this resident already.</source>
        <translation>Ya están archivadas con este residente.</translation>
    </message>
    <message>
        <source>Please check two things. The room is not one of them.</source>
        <translation>Revise dos cosas, por favor. El cuarto no es una de ellas.</translation>
    </message>
    <message>
        <source>The picture is being saved. Please wait a moment.</source>
        <translation>Se está guardando la foto. Espere un momento, por favor.</translation>
    </message>
    <message>
        <source>They did not agree. It was noted.</source>
        <translation>No aceptó. Quedó anotado.</translation>
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
        <source>This station can&apos;t do that yet.</source>
        <translation>Esta estación todavía no puede hacer eso.</translation>
    </message>
    <message>
        <source>We take pictures of a minor only if a parent or guardian says yes. Is one with you?</source>
        <translation>Tomamos fotos de un menor solo si su padre, madre o tutor dice que sí. ¿Está con usted?</translation>
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
        <source>Breathing</source>
        <translation>Respiración</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Dolor</translation>
    </message>
    <message>
        <source>How awake you are</source>
        <translation>Qué tan despierto está</translation>
    </message>
    <message>
        <source>Air or oxygen</source>
        <translation>Aire u oxígeno</translation>
    </message>
    <message>
        <source>You did not want it.</source>
        <translation>Usted no quiso.</translation>
    </message>
    <message>
        <source>It hurts.</source>
        <translation>Duele.</translation>
    </message>
    <message>
        <source>You could not do it.</source>
        <translation>No pudo hacerlo.</translation>
    </message>
    <message>
        <source>You can&apos;t stand safely.</source>
        <translation>No puede estar de pie sin peligro.</translation>
    </message>
    <message>
        <source>No cuff fits your arm.</source>
        <translation>Ningún brazalete le queda.</translation>
    </message>
    <message>
        <source>A cuff should not go on either arm.</source>
        <translation>No se debe poner un brazalete en ningún brazo.</translation>
    </message>
    <message>
        <source>The device did not work. The staff know.</source>
        <translation>El aparato no funcionó. El personal lo sabe.</translation>
    </message>
    <message>
        <source>It did not work, and you went on.</source>
        <translation>No funcionó, y usted siguió.</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Enfermería</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Auxiliar</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Médico</translation>
    </message>
    <message>
        <source>Pharmacist</source>
        <translation>Farmacia</translation>
    </message>
    <message>
        <source>Other staff</source>
        <translation>Otro personal</translation>
    </message>
    <message>
        <source>Awake and clear</source>
        <translation>Despierto y claro</translation>
    </message>
    <message>
        <source>Newly confused</source>
        <translation>Confundido desde hace poco</translation>
    </message>
    <message>
        <source>Answers only when spoken to</source>
        <translation>Responde solo si le hablan</translation>
    </message>
    <message>
        <source>Answers only to pain</source>
        <translation>Responde solo al dolor</translation>
    </message>
    <message>
        <source>Does not answer at all</source>
        <translation>No responde nada</translation>
    </message>
    <message>
        <source>Breathes air</source>
        <translation>Respira aire</translation>
    </message>
    <message>
        <source>Gets oxygen</source>
        <translation>Recibe oxígeno</translation>
    </message>
    <message>
        <source>Moans, cries or gasps</source>
        <translation>Gime, llora o jadea</translation>
    </message>
    <message>
        <source>Says that it hurts</source>
        <translation>Dice que le duele</translation>
    </message>
    <message>
        <source>Frowns, winces or clenches the teeth</source>
        <translation>Frunce la cara o aprieta los dientes</translation>
    </message>
    <message>
        <source>Holds or guards a part of the body</source>
        <translation>Se agarra o protege una parte del cuerpo</translation>
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
        <source>Left arm</source>
        <translation>Brazo izquierdo</translation>
    </message>
    <message>
        <source>Right arm</source>
        <translation>Brazo derecho</translation>
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
    <message>
        <source>breaths a minute</source>
        <translation>respiraciones por minuto</translation>
    </message>
    <message>
        <source>of 10</source>
        <translation>de 10</translation>
    </message>
    <message>
        <source>No sign of pain</source>
        <translation>Sin señales de dolor</translation>
    </message>
</context>
</TS>
