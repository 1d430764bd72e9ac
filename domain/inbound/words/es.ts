import type { IntentWords } from "./intent-words.ts";

const mail =
  "(?:correos?|e-?mails?|mails?|mensajes?|publicidad|spam|recordatorios?|newsletters?|boletines|ofertas|propaganda)";

export const es: IntentWords = {
  alone: [
    "stop",
    "baja",
    "alto",
    "dar de baja",
    "darme de baja",
    "baja por favor",
    "cancelar suscripción",
    "desuscribir",
  ],
  stop: [
    "(?:dar(?:me|nos)?|dame|denme|deme|dadme|danos) de baja",
    `no (?:quiero|deseo|queremos)(?: \\p{L}+){0,3} (?:recibir|${mail})`,
    "no (?:quiero|deseo) que me (?:escrib|envíe|mande|contacte|moleste)\\p{L}*",
    `no me (?:enví\\p{L}+|envie\\p{L}*|escrib\\p{L}+|mand\\p{L}+|contact\\p{L}+)(?: más| nunca| nada| ya)+`,
    `no me (?:enví\\p{L}+|envie\\p{L}*|mand\\p{L}+)(?: más)? (?:estos |esos |tantos |sus )?${mail}`,
    "dej(?:en|a|e|ad|es) de (?:enviar|mandar|escribir|molestar|contactar|acosar)(?:me|nos)?",
    "(?:borr|elimin|quit|sac|saqu)(?:en|a|e|ar|ad)?(?:me|nos)(?: \\p{L}+){0,2} de (?:su|la|tu|vuestra|esta)",
    `(?:no|ni un|basta de|paren (?:con|de)) (?:más )?${mail}`,
    "cancel(?:ar|en|e|a) (?:la|mi|esta) suscripción",
    "déj(?:en|a|e)me en paz|dejadme en paz",
  ],
  elsewhere: [
    "(?:compr|ped|encontr|encargu)\\p{L}*(?: \\p{L}+){0,4} (?:en otro (?:sitio|lado|lugar)|en otra (?:tienda|parte|web)|en amazon|más barato|en la competencia)",
    "ya no (?:lo |la |los |las )?(?:necesito|quiero|me interesa)",
  ],
  complaint: [
    "(?:rot[oa]s?|dañad[oa]s?|defectuos[oa]s?|estropead[oa]s?|averiad[oa]s?)",
    "(?:nunca|no|todavía no|aún no)(?: me| nos)? (?:ha llegado|llegó|han llegado|ha sido entregado|he recibido|recibí|hemos recibido)",
    "(?:quiero|exijo|solicito|pido) (?:\\p{L}+ ){0,3}(?:reembolso|mi dinero|devolución del dinero|dinero de vuelta)",
    "(?:reclamación|reclamo|queja|inaceptable|vergüenza|vergonzoso|estafa|estafadores|fraude|timo|pésimo|pésima|horrible)",
    "(?:muy|realmente|totalmente|estoy) (?:decepcionad[oa]|molest[oa]|enfadad[oa]|enojad[oa]|insatisfech[oa]|disgustad[oa])",
    "(?:cobrado|cargado|cobraron|cargaron)(?: \\p{L}+)? (?:dos veces|doble)",
    "(?:mal|pésimo|peor) servicio",
    "sigo esperando",
  ],
  bought: ["ya (?:lo |la |los |las |me lo |he |hice )*(?:compr\\p{L}+|ped\\p{L}+|pag\\p{L}+|el pedido)"],
  question: [
    "(?:cómo|cuánto|cuánta|cuándo|dónde|cuál|cuáles|quién|por qué|qué (?:talla|tamaño|color|es|hay)|pueden|puede|puedo|podría|podrían|tienen|tenéis|hacen envíos|hay|se puede|es posible)",
    "(?:me gustaría|quisiera|quería) (?:saber|preguntar)",
  ],
};
