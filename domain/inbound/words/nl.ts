import type { IntentWords } from "./intent-words.ts";

const mail = "(?:e-?mails?|mails?|mailtjes|berichten|nieuwsbrieven|reclame|spam|herinneringen|post|aanbiedingen)";

export const nl: IntentWords = {
  alone: ["stop", "afmelden", "uitschrijven", "stoppen", "afmelding", "graag afmelden", "graag uitschrijven"],
  stop: [
    "(?:schrijf|meld|haal|schrijft) (?:mij|me|ons)(?: \\p{L}+){0,5} (?:uit|af|eruit)",
    "(?:mij|me|ons)(?: \\p{L}+){0,4} (?:uitschrijven|afmelden|uit te schrijven|af te melden)",
    `geen (?:\\p{L}+ ){0,2}${mail}(?: \\p{L}+){0,3} (?:meer|ontvangen|krijgen)`,
    `geen verdere ${mail}`,
    "(?:stop|stoppen|hou|houd|houden|ophouden) (?:\\p{L}+ ){0,3}?met (?:het |mij |me |dat |te )*(?:mailen|sturen|e-?mailen|schrijven|lastigvallen|lastig|spammen|versturen)",
    "(?:mail|stuur|schrijf|benader|contacteer) (?:mij|me|ons)(?: \\p{L}+){0,2} (?:niet|nooit|niets|geen)(?: \\p{L}+)? meer",
    "(?:verwijder|schrap|haal) (?:mij|me|mijn (?:adres|e-?mail|e-?mailadres|naam))(?: \\p{L}+){0,2} (?:uit|van)",
    "laat (?:me|mij) met rust",
  ],
  elsewhere: [
    "(?:ergens anders|elders|bij een ander\\p{L}*|bij bol|via bol|bij amazon|in de winkel|goedkoper)(?: \\p{L}+){0,3} (?:gekocht|besteld|gevonden|gehaald|gekregen)",
    "(?:gekocht|besteld|gevonden)(?: \\p{L}+){0,2} (?:ergens anders|elders|bij een ander|bij bol|goedkoper)",
    "(?:heb|hoef)(?: \\p{L}+){0,2} niet meer (?:nodig)?",
  ],
  complaint: [
    "(?:kapot|beschadigd|defect|gescheurd|gebroken|vies)",
    "(?:nooit|nog niet|nog steeds niet|niet) (?:aangekomen|ontvangen|geleverd|bezorgd|binnen)",
    "(?:wil|eis|verwacht) (?:\\p{L}+ ){0,2}(?:geld terug|terugbetaling|vergoeding)",
    "(?:klacht|klagen|onacceptabel|schandalig|schandalige|oplichting|oplichters|belachelijk|waardeloos|vreselijk|slechte service)",
    "(?:erg|heel|zeer|zwaar|echt|ben) (?:teleurgesteld|ontevreden|boos|geïrriteerd)",
    "(?:dubbel|twee keer) (?:afgeschreven|betaald|in rekening)",
    "verkeerde (?:maat|artikel|product|kleur)",
    "(?:wacht|wachten)(?: \\p{L}+)? (?:nog steeds|al)",
  ],
  bought: ["(?:al|zojuist|net|inmiddels|gisteren)(?: \\p{L}+){0,2} (?:gekocht|besteld|betaald)"],
  question: [
    "(?:hoe|wat|wanneer|waar|welke|wie|waarom|hoeveel|kan|kunnen|kunt|hebben|heeft|is|zijn|mag|wordt|leveren|verzenden|past) (?:ik|u|jullie|het|dit|deze|de|er|je|lang|veel|groot|duur|ook|mijn)",
    "(?:ik vroeg me af|ik wil graag weten|ik zou graag willen weten|een vraag|graag weten)",
  ],
};
