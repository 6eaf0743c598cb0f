/** The reader's words: for patients, at their phone, in plain language. */

export const LANGUAGES = ["en", "es", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];
export const NAMES: Record<Language, string> = { en: "English", es: "Español", ar: "العربية" };
export const RIGHT_TO_LEFT: readonly Language[] = ["ar"];

const EN = {
  title: "Your visit",
  ask: "Type your 6 numbers.",
  askWhy: "You saw them on the station's screen. They keep strangers out.",
  numbers: "Your 6 numbers",
  open: "Open",
  opening: "Opening…",
  wrong: "These numbers are not right. You can try %1 more times.",
  gone: "This link does not open any more. It ended, or it was shut. Ask the place where you were.",
  "too-many": "Too many tries from here. Please wait a quarter of an hour.",
  unreachable: "We can't reach the center. Check your phone's connection and try again.",
  "not-ready": "Your visit is not here yet. Please try again in a few minutes.",
  unreadable: "What we got can't be read. Please scan the square again.",
  "not-a-link": "This is not a whole link. Please scan the square again.",
  noPlan: "No plan was written yet. Look again later: it comes here by itself.",
  plan: "What to do",
  notes: "And also",
  medicines: "Your medicines",
  refills: "Medicines you asked for",
  yes: "Yes, you get it again.",
  no: "No, not for now.",
  where: "Where to go",
  measured: "What was measured",
  print: "Print",
  file: "Save as a file for a doctor",
  made: "As of %1",
};

const ES: typeof EN = {
  title: "Su visita",
  ask: "Escriba sus 6 números.",
  askWhy: "Los vio en la pantalla de la estación. Así ningún extraño puede entrar.",
  numbers: "Sus 6 números",
  open: "Abrir",
  opening: "Abriendo…",
  wrong: "Esos números no son correctos. Puede probar %1 veces más.",
  gone: "Este enlace ya no se abre. Terminó o fue cerrado. Pregunte en el lugar donde estuvo.",
  "too-many": "Demasiados intentos desde aquí. Espere un cuarto de hora.",
  unreachable: "No podemos llegar al centro. Revise la conexión de su teléfono y pruebe otra vez.",
  "not-ready": "Su visita aún no está aquí. Pruebe otra vez en unos minutos.",
  unreadable: "Lo que llegó no se puede leer. Vuelva a escanear el cuadrado.",
  "not-a-link": "Este enlace no está completo. Vuelva a escanear el cuadrado.",
  noPlan: "Aún no hay un plan escrito. Mire más tarde: llegará aquí solo.",
  plan: "Qué hacer",
  notes: "Y también",
  medicines: "Sus medicinas",
  refills: "Medicinas que usted pidió",
  yes: "Sí, la recibe otra vez.",
  no: "No, por ahora no.",
  where: "Adónde ir",
  measured: "Lo que se midió",
  print: "Imprimir",
  file: "Guardar como archivo para un médico",
  made: "Estado del %1",
};

const AR: typeof EN = {
  title: "زيارتك",
  ask: "اكتب أرقامك الستة.",
  askWhy: "رأيتها على شاشة المحطة. وهي تمنع الغرباء من الدخول.",
  numbers: "أرقامك الستة",
  open: "افتح",
  opening: "جارٍ الفتح…",
  wrong: "هذه الأرقام غير صحيحة. يمكنك المحاولة %1 مرات أخرى.",
  gone: "هذا الرابط لم يعد يفتح. انتهت مدته أو أُغلق. اسأل المكان الذي كنت فيه.",
  "too-many": "محاولات كثيرة من هنا. انتظر ربع ساعة من فضلك.",
  unreachable: "لا يمكننا الوصول إلى المركز. تحقق من اتصال هاتفك وحاول مرة أخرى.",
  "not-ready": "زيارتك ليست هنا بعد. حاول مرة أخرى بعد بضع دقائق.",
  unreadable: "لا يمكن قراءة ما وصل. امسح المربع مرة أخرى من فضلك.",
  "not-a-link": "هذا الرابط غير كامل. امسح المربع مرة أخرى من فضلك.",
  noPlan: "لم تُكتب خطة بعد. انظر لاحقًا: ستصل إلى هنا وحدها.",
  plan: "ما عليك فعله",
  notes: "وأيضًا",
  medicines: "أدويتك",
  refills: "الأدوية التي طلبتها",
  yes: "نعم، ستحصل عليه مرة أخرى.",
  no: "لا، ليس الآن.",
  where: "إلى أين تذهب",
  measured: "ما تم قياسه",
  print: "اطبع",
  file: "احفظه ملفًا لطبيب",
  made: "حتى %1",
};

export const WORDS: Record<Language, typeof EN> = { en: EN, es: ES, ar: AR };

export const NOTES: Record<Language, Record<string, string>> = {
  en: { "Warning sign": "Get help at once if", "Go to": "Where to go", "Follow-up": "When to come back" },
  es: { "Warning sign": "Busque ayuda enseguida si", "Go to": "Adónde ir", "Follow-up": "Cuándo volver" },
  ar: { "Warning sign": "اطلب المساعدة فورًا إذا", "Go to": "إلى أين تذهب", "Follow-up": "متى تعود" },
};

/** FHIR's times of day (EventTiming). */
export const TIMES: Record<Language, Record<string, string>> = {
  en: {
    MORN: "in the morning",
    NOON: "at midday",
    EVE: "in the evening",
    HS: "at bedtime",
    "": "only when needed",
  },
  es: {
    MORN: "por la mañana",
    NOON: "al mediodía",
    EVE: "por la tarde",
    HS: "al acostarse",
    "": "solo si hace falta",
  },
  ar: {
    MORN: "صباحًا",
    NOON: "ظهرًا",
    EVE: "مساءً",
    HS: "عند النوم",
    "": "عند الحاجة فقط",
  },
};

/** The visit's language is not in the link: the phone's decides. */
export function phoneLanguage(told: readonly string[]): Language {
  for (const one of told) {
    const found = LANGUAGES.find((language) => one.toLowerCase().startsWith(language));
    if (found) return found;
  }
  return "en";
}
