import type { IntentWords } from "./intent-words.ts";

const mail =
  "(?:e-?mails?|mails?|nachrichten|werbung|werbemails?|newsletter|erinnerungen|post|spam|angebote|zusendungen)";

export const de: IntentWords = {
  alone: [
    "stop",
    "stopp",
    "abmelden",
    "abmeldung",
    "abbestellen",
    "austragen",
    "mich abmelden",
    "newsletter abbestellen",
  ],
  stop: [
    `keine (?:weiteren? )?(?:solchen? |solche |ihrer )?${mail}(?: \\p{L}+){0,3} (?:mehr|erhalten|bekommen|empfangen|schicken|senden|zusenden|wünsche)`,
    `keine weiteren? ${mail}`,
    "(?:melden|tragen|nehmen) sie mich(?: bitte)?(?: \\p{L}+){0,5} (?:ab|aus|heraus|raus)",
    "(?:melde?|trage?|nimm|nehmt)t? mich(?: bitte)?(?: \\p{L}+){0,5} (?:ab|aus|heraus|raus)",
    "(?:möchte|will|bitte|würde) (?:mich |gerne )*(?:vom |von |aus )?(?:\\p{L}+ ){0,3}(?:abmelden|austragen|abbestellen)",
    "newsletter (?:bitte )?(?:abbestellen|kündigen|abmelden|stoppen|stornieren)",
    "(?:hör|hören|hört)(?:en)?(?: sie)?(?: bitte| endlich)* auf,? (?:mir|mich|uns)",
    "(?:schreib|schreiben|schreibt|kontaktier|kontaktieren|mailen|schick|schicken|schickt|senden)e?(?: sie)? (?:mir|mich|uns)(?: bitte| künftig| in zukunft| einfach| hier)* (?:nicht mehr|nie wieder|nie mehr|nichts mehr|keine)",
    "aus (?:dem|ihrem|eurem|deinem|der)(?: \\p{L}+)? ?(?:\\p{L}*verteiler|newsletter|liste|\\p{L}*liste)",
    "(?:lassen sie|lass|lasst) mich(?: bitte| endlich)* in (?:ruhe|frieden)",
    "(?:löschen|entfernen|streichen) sie(?: bitte)? (?:mich|meine (?:e-?mail|adresse|mailadresse|e-?mail-?adresse|daten))",
  ],
  elsewhere: [
    "(?:woanders|anderswo|anderweitig|bei (?:einem )?ander\\p{L}+|bei amazon|bei ebay|bei zalando|im laden|vor ort|günstiger)(?: \\p{L}+){0,3} (?:gekauft|bestellt|gefunden|besorgt|bekommen)",
    "(?:kaufe|bestelle|hole) (?:\\p{L}+ ){0,3}(?:woanders|anderswo|bei der konkurrenz)",
    "hat sich (?:damit |inzwischen |schon |bereits )?erledigt",
    "brauche (?:\\p{L}+ ){0,3}nicht mehr",
  ],
  complaint: [
    "(?:kaputt|beschädigt|defekt|zerbrochen|zerrissen|verschmutzt|mangelhaft)",
    "(?:nie|nicht|noch immer nicht|immer noch nicht|bis heute nicht) (?:angekommen|geliefert|erhalten|bekommen|eingetroffen)",
    "(?:warte|warten)(?: \\p{L}+){0,2} (?:immer noch|noch immer|seit|vergeblich)",
    "(?:will|möchte|verlange|fordere|erwarte) (?:\\p{L}+ ){0,3}(?:geld zurück|erstattung|rückerstattung|entschädigung)",
    "(?:beschwerde|beschwere|reklamation|reklamiere|reklamieren|unverschämt\\p{L}*|frechheit|betrug|betrüger|abzocke|unmöglich|katastrophe|skandal|saftladen)",
    "(?:sehr|total|wirklich|extrem|maßlos|bin|tief) (?:enttäuscht|verärgert|unzufrieden|sauer|wütend)",
    "(?:schlechter|miserabler|schrecklicher|mieser) (?:service|kundenservice|laden|shop)",
    "(?:doppelt|zweimal) (?:abgebucht|berechnet|belastet)",
    "falsche[rns]? (?:artikel|größe|ware|produkt|farbe)(?: \\p{L}+){0,2} (?:geliefert|erhalten|bekommen|geschickt)",
  ],
  bought: [
    "(?:schon|bereits|gerade|inzwischen|gestern|heute)(?: \\p{L}+){0,2} (?:gekauft|bestellt|bezahlt)",
    "(?:gekauft|bestellt) habe ich (?:schon|bereits)",
  ],
  question: [
    "(?:wie|was|wann|wo|welche[rsn]?|wer|warum|wieso|weshalb|wieviel|kann|können|könnten|gibt|haben|ist|sind|hat|darf|wird|passt|liefern|versenden) (?:ich|sie|es|das|der|die|man|ihr|wir|lange|viel|groß|teuer|oft|auch|mein|meine|kann|ist)",
    "(?:ich (?:wollte|würde|möchte)(?: gerne?)? (?:fragen|wissen)|frage mich,? ob|können sie mir sagen|eine frage)",
  ],
};
