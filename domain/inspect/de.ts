import type { Lexicon } from "./lexicon.ts";

const days =
  "heute|morgen|mitternacht|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|ende der|wochenende|weihnachten";

export const de: Lexicon = {
  stopWords:
    "der die das und ist nicht sie ihr ihre ihren ihnen wir in zu mit auf für den ein eine noch bei von es sich wenn sind haben",
  numberWords:
    "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|fünfzehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend|dutzend",
  timeUnits: "stunden?|tagen?|minuten?|wochen?|std",
  percent: "prozent\\p{L}*",
  currency: "euros?|cents?|franken|dollars?|pfund",
  shipping:
    "(?:kosten|porto|gebühren)?(?:los|frei|gratis|kostenfrei)\\p{L}* (?:\\p{L}+ )?(?:versand|lieferung|zustellung)|gratis ?-?(?:versand|lieferung)|versandkostenfrei\\p{L}*|portofrei\\p{L}*|(?:keine|ohne) (?:versand|liefer)\\p{L}*|(?:versand|lieferung|versandkosten) (?:\\p{L}+ ){0,3}(?:kostenlos|gratis|frei|geschenkt|übernehmen)|(?:übernehmen|schenken|erlassen) (?:\\p{L}+ ){0,3}(?:versand|lieferung|porto)\\p{L}*",
  discount:
    "weniger (?:be)?zahlen|(?:be)?zahlen (?:sie )?weniger|rabatt\\p{L}*|nachlass|preisnachlass|gutschein\\p{L}*|vergünstig\\p{L}*|ermäßig\\p{L}*|sonderpreis\\p{L}*|reduziert\\p{L}*|günstiger\\p{L}*|billiger|ersparnis|sparen|sparst|schnäppchen|skonto|sale|preisvorteil",
  costless: "kostenlos\\p{L}*|kostenfrei\\p{L}*|gratis|umsonst|geht auf uns|ohne aufpreis",
  half: "(?:ein )?(?:zehntel|fünftel|viertel|drittel) (?:weniger|günstiger|billiger)|(?:um die|zur) hälfte|halbe[rnm]? preis\\p{L}*|hälfte (?:des|vom) preis\\p{L}*|zwei (?:für|zum preis von) eins?|kauf eins|ein (?:drittel|viertel) (?:weniger|günstiger)",
  gift: "geschenk\\p{L}*|gratis ?-?(?:probe|zugabe|artikel)|bonus\\p{L}*|cashback|treuepunkte|bonuspunkte|gewinn\\p{L}*|verlosung",
  offer: "(?:unser|ihr|das|dieses|ein|spezielles|exklusives) angebot|aktion|sonderangebot\\p{L}*|dankeschön",
  code: "(?:gutschein|rabatt|aktions|promo|gutschein)\\p{L}*-?codes?|(?:mit|dem|den|der|ihrem?|ihr) (?:\\p{L}+ )?codes?|codes?",
  deadline:
    "nur (?:für )?kurze zeit|(?:endet|läuft|verfällt|abläuft) (?:\\p{L}+ )?(?:bald|ab|in kürze)|letzte (?:chance|gelegenheit|möglichkeit)|beeilen|beeil dich|schnell (?:sein|zugreifen)|solange (?:es|das angebot) gilt|nicht mehr lange|befristet\\p{L}*|ablauf\\p{L}*|frist\\p{L}*|zeitlich begrenzt",
  exactDeadline: `wenigen? (?:stunden|tagen?)|(?:paar|einige) (?:stunden|tage)|nur (?:noch )?(?:heute|morgen|bis)|bis (?:\\p{L}+ )?(?:${days})|(?:endet|gilt|läuft) (?:\\p{L}+ ){0,2}(?:${days})|(?:letzter|letzte|letzten) (?:tag|stunden?)|mitternacht|(?:geliefert|lieferung|versand|zustellung|kommt) (?:\\p{L}+ ){0,2}(?:morgen|heute|innerhalb|binnen|am selben)|am nächsten tag`,
  stock:
    "bevor (?:\\p{L}+ ){1,2}(?:weg|ausverkauft|vergriffen)|gefragt\\p{L}*|nur noch (?:\\p{L}+ ){0,2}(?:wenige|paar|stück|artikel|da|verfügbar|vorrätig|übrig)|(?:fast|bald|beinahe) (?:ausverkauft|weg|vergriffen)|ausverkauft|vergriffen|knapp\\p{L}*|begehrt\\p{L}*|beliebt\\p{L}*|vorrätig|auf lager|lagerbestand|verfügbar\\p{L}*|reservier\\p{L}*|solange (?:der )?vorrat|restbestand|letzte (?:stücke?|exemplare?|artikel)|begrenzte (?:stückzahl|menge|auflage)\\p{L}*|limitiert\\p{L}*|hohe nachfrage|andere kund\\p{L}*|wegschnapp\\p{L}*",
  guarantee:
    "garant\\p{L}*|gewährleist\\p{L}*|geld[ -]?zurück\\p{L}*|risikofrei\\p{L}*|ohne risiko|(?:kostenlose|einfache) (?:rückgabe|retoure|rücksendung)|erstatt\\p{L}*|rückerstattung|bestpreis\\p{L}*|(?:niedrigste|beste|günstigste)[rn]? preis\\p{L}*|zufrieden\\p{L}*",
  review:
    "sternen?|bewert\\p{L}*|rezension\\p{L}*|kund\\p{L}* (?:lieben|schwärmen|sagen)|bestseller|testsieger|ausgezeichnet\\p{L}*|empfohlen von|meistverkauft\\p{L}*|tausende|millionen|nummer eins",
  health:
    "heil(?:t|en|ung|sam)\\p{L}*|klinisch|ärzt\\p{L}*|arzt|medizin\\p{L}*|dermatolog\\p{L}*|abnehmen|therapie\\p{L}*|rendite|investition|geldanlage|reich werden",
  history:
    "willkommen zurück|treue\\p{L}*|stammkund\\p{L}*|(?:letzte|frühere|vorherige|vergangene)\\p{L}* (?:bestellung|einkauf|kauf)\\p{L}*|schon (?:einmal|öfter|bei uns) (?:\\p{L}+ )?(?:bestellt|gekauft|eingekauft)|erneut (?:bei uns|einkaufen)|wieder bei uns|wieder begrüßen",
  spam: "jetzt zuschlagen|hier klicken|klicken sie hier|jetzt kaufen|jetzt bestellen|dringend\\p{L}*|nicht verpassen|nicht entgehen|herzlichen glückwunsch|unverbindlich|unglaublich\\p{L}*|sensationell\\p{L}*|sehr geehrte[rn]? kund\\p{L}*|worauf warten sie",
  leak: "ignorier\\p{L}* (?:alle|die|sie|alles|bitte|vorherige)|(?:vorherige|obige|diese)n? (?:anweisung|instruktion)\\p{L}*|sprachmodell|als ki|hier ist (?:die|ihre|der) (?:e-?mail|entwurf|betreff)|betreff:|anweisung\\p{L}*",
  greeting: "hallo|liebe[rs]?|hi|guten tag|guten morgen|sehr geehrte[r]?",
};
