import type { Language } from "#domain/language.ts";

/** What the page behind a mail's unsubscribe link says. */
export type PreferenceLabels = {
  ask: (brand: string) => string;
  asks: string;
  unsubscribe: string;
  done: string;
  willNot: (brand: string) => string;
  again: string;
  stopped: string;
  returned: (brand: string) => string;
  gone: string;
  goneHow: string;
};

export const preferenceLabels: Record<Language, PreferenceLabels> = {
  en: {
    ask: (brand) => `Unsubscribe from ${brand}?`,
    asks: "You will get no more emails about carts that you left.",
    unsubscribe: "Unsubscribe",
    done: "You are unsubscribed",
    willNot: (brand) => `${brand} will not write to this address about left carts any more.`,
    again: "Subscribe again",
    stopped: "No emails go to this address",
    returned: (brand) =>
      `An earlier email could not be delivered or was reported. ${brand} does not write here any more.`,
    gone: "This link is not valid",
    goneHow: "It may have been cut off. Please open it again from the email.",
  },
  de: {
    ask: (brand) => `Von ${brand} abmelden?`,
    asks: "Sie erhalten keine E-Mails mehr zu Warenkörben, die Sie verlassen haben.",
    unsubscribe: "Abmelden",
    done: "Sie sind abgemeldet",
    willNot: (brand) => `${brand} schreibt dieser Adresse nicht mehr wegen verlassener Warenkörbe.`,
    again: "Wieder anmelden",
    stopped: "An diese Adresse gehen keine E-Mails",
    returned: (brand) =>
      `Eine frühere E-Mail war nicht zustellbar oder wurde gemeldet. ${brand} schreibt hierher nicht mehr.`,
    gone: "Dieser Link ist nicht gültig",
    goneHow: "Vielleicht wurde er abgeschnitten. Bitte öffnen Sie ihn noch einmal aus der E-Mail.",
  },
  fr: {
    ask: (brand) => `Vous désabonner de ${brand} ?`,
    asks: "Vous ne recevrez plus d’e-mails au sujet de paniers abandonnés.",
    unsubscribe: "Se désabonner",
    done: "Désabonnement confirmé",
    willNot: (brand) => `${brand} n’écrira plus à cette adresse au sujet de paniers abandonnés.`,
    again: "Se réabonner",
    stopped: "Aucun e-mail n’est envoyé à cette adresse",
    returned: (brand) => `Un e-mail précédent n’a pas pu être remis ou a été signalé. ${brand} n’écrit plus ici.`,
    gone: "Ce lien n’est pas valable",
    goneHow: "Il a peut-être été coupé. Veuillez le rouvrir depuis l’e-mail.",
  },
  es: {
    ask: (brand) => `¿Darte de baja de ${brand}?`,
    asks: "No recibirás más correos sobre carritos que dejaste.",
    unsubscribe: "Darme de baja",
    done: "Te has dado de baja",
    willNot: (brand) => `${brand} no volverá a escribir a esta dirección sobre carritos abandonados.`,
    again: "Volver a suscribirme",
    stopped: "A esta dirección no se envían correos",
    returned: (brand) => `Un correo anterior no se pudo entregar o fue denunciado. ${brand} ya no escribe aquí.`,
    gone: "Este enlace no es válido",
    goneHow: "Puede que esté cortado. Ábrelo de nuevo desde el correo.",
  },
  it: {
    ask: (brand) => `Annullare l’iscrizione a ${brand}?`,
    asks: "Non riceverai più email sui carrelli che hai lasciato.",
    unsubscribe: "Annulla l’iscrizione",
    done: "Iscrizione annullata",
    willNot: (brand) => `${brand} non scriverà più a questo indirizzo per carrelli abbandonati.`,
    again: "Iscriviti di nuovo",
    stopped: "A questo indirizzo non vengono inviate email",
    returned: (brand) => `Un’email precedente non è stata recapitata o è stata segnalata. ${brand} non scrive più qui.`,
    gone: "Questo link non è valido",
    goneHow: "Potrebbe essere incompleto. Aprilo di nuovo dall’email.",
  },
  pt: {
    ask: (brand) => `Cancelar a subscrição de ${brand}?`,
    asks: "Deixará de receber emails sobre carrinhos que abandonou.",
    unsubscribe: "Cancelar subscrição",
    done: "Subscrição cancelada",
    willNot: (brand) => `${brand} não voltará a escrever para este endereço sobre carrinhos abandonados.`,
    again: "Subscrever novamente",
    stopped: "Não são enviados emails para este endereço",
    returned: (brand) =>
      `Um email anterior não pôde ser entregue ou foi denunciado. ${brand} já não escreve para aqui.`,
    gone: "Esta ligação não é válida",
    goneHow: "Pode ter sido cortada. Abra-a de novo a partir do email.",
  },
  nl: {
    ask: (brand) => `Afmelden bij ${brand}?`,
    asks: "Je krijgt geen e-mails meer over winkelwagens die je hebt achtergelaten.",
    unsubscribe: "Afmelden",
    done: "Je bent afgemeld",
    willNot: (brand) => `${brand} schrijft dit adres niet meer over achtergelaten winkelwagens.`,
    again: "Opnieuw aanmelden",
    stopped: "Naar dit adres gaan geen e-mails",
    returned: (brand) =>
      `Een eerdere e-mail kon niet worden bezorgd of is gemeld. ${brand} schrijft hier niet meer naartoe.`,
    gone: "Deze link is niet geldig",
    goneHow: "Misschien is hij afgebroken. Open hem opnieuw vanuit de e-mail.",
  },
  pl: {
    ask: (brand) => `Wypisać się z wiadomości od ${brand}?`,
    asks: "Nie będziesz już otrzymywać e-maili o porzuconych koszykach.",
    unsubscribe: "Wypisz mnie",
    done: "Subskrypcja została anulowana",
    willNot: (brand) => `${brand} nie będzie już pisać na ten adres o porzuconych koszykach.`,
    again: "Zapisz mnie ponownie",
    stopped: "Na ten adres nie wysyłamy e-maili",
    returned: (brand) =>
      `Wcześniejszej wiadomości nie udało się doręczyć lub została zgłoszona. ${brand} już tu nie pisze.`,
    gone: "Ten link jest nieprawidłowy",
    goneHow: "Być może został ucięty. Otwórz go ponownie z wiadomości.",
  },
  ja: {
    ask: (brand) => `${brand}からのメールを停止しますか？`,
    asks: "カートに残した商品についてのメールが届かなくなります。",
    unsubscribe: "配信を停止する",
    done: "配信を停止しました",
    willNot: (brand) => `${brand}から、カートに残した商品についてのメールは今後届きません。`,
    again: "もう一度受け取る",
    stopped: "このアドレスにはメールを送信していません",
    returned: (brand) =>
      `以前のメールが届かなかったか、迷惑メールとして報告されました。${brand}からの送信は停止しています。`,
    gone: "このリンクは無効です",
    goneHow: "リンクが途中で切れている可能性があります。メールからもう一度開いてください。",
  },
  ar: {
    ask: (brand) => `هل تريد إلغاء الاشتراك في رسائل ${brand}؟`,
    asks: "لن تصلك بعد الآن رسائل عن السلال التي تركتها.",
    unsubscribe: "إلغاء الاشتراك",
    done: "تم إلغاء اشتراكك",
    willNot: (brand) => `لن تكتب ${brand} إلى هذا العنوان بعد الآن بشأن السلال المتروكة.`,
    again: "الاشتراك من جديد",
    stopped: "لا تُرسل رسائل إلى هذا العنوان",
    returned: (brand) => `تعذّر تسليم رسالة سابقة أو تم الإبلاغ عنها، ولم تعد ${brand} تكتب إلى هنا.`,
    gone: "هذا الرابط غير صالح",
    goneHow: "ربما قُطع جزء منه. يُرجى فتحه مرة أخرى من الرسالة.",
  },
};
