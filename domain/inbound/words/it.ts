import type { IntentWords } from "./intent-words.ts";

const mail = "(?:e-?mails?|mails?|messaggi|promemoria|newsletter|pubblicità|spam|posta|comunicazioni|offerte)";

export const it: IntentWords = {
  alone: [
    "stop",
    "cancellami",
    "cancellatemi",
    "disiscrivimi",
    "disiscrivetemi",
    "disiscrizione",
    "cancellazione",
    "basta",
  ],
  stop: [
    "(?:disiscriv|cancell|rimuov|togli|elimin)(?:imi|etemi|atemi|ami|ermi|armi|eteci|ateci|ete|ere)(?: \\p{L}+){0,2} (?:da|dal|dalla|dalle|dai|dagli)",
    "(?:disiscrivermi|disiscrivimi|disiscrivetemi|cancellare (?:la mia|l['’]) ?iscrizione|annullare (?:la mia |l['’])iscrizione)",
    `non (?:voglio|desidero|vogliamo|vorrei)(?: più)? (?:ricevere|essere contattat\\p{L}|${mail})`,
    `non (?:mi )?(?:mandat\\p{L}+|inviat\\p{L}+|scriv\\p{L}+|contattat\\p{L}+|mandar\\p{L}+|inviar\\p{L}+)(?: \\p{L}+){0,2}? (?:più|altr[ei])`,
    "smett(?:ete|etela|i|ila|erla|ere) di (?:scriver|inviar|mandar|contattar|disturbar|spammar)\\p{L}*",
    `(?:basta|niente più|no) (?:con )?(?:le |queste |altre |vostre )*${mail}`,
    "lasciatemi in pace|lasciami in pace",
  ],
  elsewhere: [
    "(?:comprat|ordinat|acquistat|trovat|pres)[oaie](?: \\p{L}+){0,4} (?:altrove|da un['’]altra parte|su amazon|da amazon|in un altro (?:negozio|sito)|in negozio|a meno|a un prezzo)",
    "non (?:mi |ne |ci )?(?:serve|servono|ho) più(?: bisogno)?",
  ],
  complaint: [
    "(?:rott[oaie]|danneggiat[oaie]|difettos[oaie]|strappat[oaie]|guast[oaie])",
    "(?:mai|non|ancora non) (?:è |sono |ho |abbiamo )?(?:ancora )?(?:mai )?(?:arrivat[oaie]|ricevut[oaie]|consegnat[oaie])",
    "(?:voglio|esigo|pretendo|chiedo|richiedo) (?:\\p{L}+ ){0,2}(?:rimborso|indietro i (?:miei )?soldi|soldi indietro)",
    "(?:reclamo|lamentela|inaccettabile|vergogna|vergognos[oa]|truffa|truffatori|pessim[oa]|schifo|orribile)",
    "(?:molto|davvero|veramente|sono|estremamente) (?:delus[oa]|arrabbiat[oa]|insoddisfatt[oa]|scontent[oa])",
    "addebitat[oa] (?:due volte|doppio)",
    "(?:sto|stiamo) ancora aspettando",
  ],
  bought: ["(?:già|appena)(?: \\p{L}+){0,2} (?:comprat|ordinat|acquistat|pagat)[oaie]"],
  question: [
    "(?:come|quanto|quanta|quando|dove|quale|quali|chi|perché|che (?:taglia|misura|colore)|potete|posso|potrei|potreste|avete|spedite|è possibile|c['’]è|ci sono|vorrei sapere|mi chiedevo)",
  ],
};
