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
  scraps:
    "gewünscht\\p{L}* (?:stil|ton)\\p{L}*|vorgaben?|richtlinien?|hier (?:ist )?(?:der|die|ein) (?:text|vorschlag|entwurf|variante)\\p{L}*|wie gewünscht|entwurf|zeichenlimit|prompt\\p{L}*|platzhalter|gerne! hier|tonalität",
  surprise:
    "überrasch\\p{L}*|obendrauf|obendrein|zusätzlich\\p{L}*|dazugeben|legen (?:\\p{L}+ ){0,4}dazu|extra\\p{L}*|aufmerksamkeit|präsent\\p{L}*|dreingabe|beigabe|zugabe|schmankerl|bonbon",
  urgency:
    "uhr(?:en)?|tickt|jetzt oder nie|zu spät|schluss|end(?:et|en|e)|vorbei|läuft (?:\\p{L}+ )?(?:ab|aus)|geleert|gelöscht|lösch\\p{L}*|leeren|demnächst|stunden?\\p{L}*|tagen?|tage|wochen?|monat\\p{L}*|wochenende|heute|morgen(?! früh)|übermorgen|gestern|(?:mon|diens|donners|frei|sams|sonn)tag\\p{L}*|mittwoch\\p{L}*|mitternacht|januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember|ostern|weihnacht\\p{L}*|saison|countdown|bis (?:zum|zur|dahin|ende)|solange|schnell\\p{L}*|rasch\\p{L}*|beeil\\p{L}*|eilig\\p{L}*|sofort|noch heute|nicht länger",
  delivery:
    "geliefert|ankomm\\p{L}*|kommt an|zugestellt|verschickt|versendet|versandfertig|paket (?:\\p{L}+ ){0,3}(?:bei|da|an)|bei ihnen (?:zu hause|sein|ein)|haustür|expressversand|express|paketbote",
  demand:
    "andere (?:\\p{L}+ )?(?:auge|interess|haben|kund|leute|personen)\\p{L}*|auch andere|jemand anders?|publikum\\p{L}*|liebling\\p{L}*|kundschaft|begeister\\p{L}*|schwärm\\p{L}*|trend\\p{L}*|renner|kult\\p{L}*|verkaufsschlager|heiß\\p{L}* begehrt|fans?|alle (?:reden|wollen|sprechen)|nachfrage|interessent\\p{L}*",
  scarce:
    "vergriffen|solange es (?:sie|ihn|das|es)|ausverkau\\p{L}*|rar|selten\\p{L}*|knapp\\p{L}*|wenige[rn]?(?= (?:da|stück|exempl|übrig|\\p{L}+ übrig))|restpost\\p{L}*|letzte\\p{L}*|nur noch|weg ist|nie wieder|nie mehr|einmalig\\p{L}*|vorrat\\p{L}*|vorräte|lager\\p{L}*|nachschub|regal\\p{L}*|entgeh\\p{L}*|verpass\\p{L}*|zugreif\\p{L}*|zuschlag\\p{L}*|zurückgelegt|zurücklegen|beiseite|nicht (?:garantieren|versprechen)|bald nicht mehr|nicht mehr (?:da|lange|verfügbar)|verschwind\\p{L}*|verschwunden|exklusiv\\p{L}*|begrenzt\\p{L}*|limit\\p{L}*|einzigartig\\p{L}*|nur für",
  returns:
    "umtausch\\p{L}*|umtauschen|rückgabe\\p{L}*|retour\\p{L}*|rücksend\\p{L}*|zurückschick\\p{L}*|zurückgeben|auf unsere kosten|geld\\p{L}*|erstatt\\p{L}*|widerruf\\p{L}*|probezeit|probe|sicher einkauf\\p{L}*|versprech\\p{L}*|versprochen|garant\\p{L}*|original\\p{L}*|echt\\p{L}*|zertifi\\p{L}*|geprüft\\p{L}*|siegel|vertrau\\p{L}*|bedenkenlos|sorglos",
  praise:
    "begeister\\p{L}*|beste[nrsm]?(?! grüße)|perfekt\\p{L}*|top|hochwertig\\p{L}*|qualität\\p{L}*|premium|luxus\\p{L}*|traumhaft\\p{L}*|wunderschön\\p{L}*|großartig\\p{L}*|fantastisch\\p{L}*|ideal\\p{L}*|einmalig\\p{L}*|berühmt\\p{L}*|bekannt\\p{L}*|lob\\p{L}*|empfehl\\p{L}*|empfohlen|getestet\\p{L}*|experten|presse|auszeichn\\p{L}*",
  effect:
    "schmerz\\p{L}*|gesund\\p{L}*|rücken|haut|schlaf\\p{L}*|wohlbefinden|stress\\p{L}*|energie|heil\\p{L}*|linder\\p{L}*|lindert|vitamin\\p{L}*|immun\\p{L}*|rechnet|lohnt|lohnen|rentier\\p{L}*|amortisier\\p{L}*|bezahlt sich|gewinn\\p{L}*|wertanlage|wertvoll\\p{L}*|anlage|anschaffung|einkommen|verdien\\p{L}*|langlebig\\p{L}*|haltbar\\p{L}*|nachhaltig\\p{L}*|bio\\p{L}*|vegan\\p{L}*|handgemacht\\p{L}*|wasserdicht\\p{L}*|weich\\p{L}*|warm\\p{L}*|bequem\\p{L}*|baumwoll\\p{L}*|leder\\p{L}*|wolle",
  past: "(?:ihr\\p{L}*|dein\\p{L}*) (?:letzte|vorige|frühere|erste|jüngste)[nrsm]? \\p{L}*?(?:einkauf|bestell|kauf|besuch)\\p{L}*|wie schon|wie beim letzten|letzte[nsrm]? (?:jahr|winter|sommer|herbst|frühling|monat|woche)\\p{L}*|vorige[nsrm]? \\p{L}*|damals|(?:bei uns|hier) (?:\\p{L}+ )?(?:gekauft|bestellt|eingekauft)|seit jahren|geburtstag\\p{L}*|jubiläum|mitglied\\p{L}*|vip",
  price:
    "preis\\p{L}*|\\p{L}*preis\\p{L}*?|günstig\\p{L}*|billig\\p{L}*|kostet|kosten(?= (?:nur|nichts|weniger|\\p{L}+ nur))|versandkosten|tragen wir|übernehmen|porto|gebühr\\p{L}*|kümmern wir uns|geht (?:\\p{L}+ )?(?:runter|nach unten)|runter|herunter|abzug|nachlass\\p{L}*|spar(?:t|en|e)?|gespart|geldbeutel|budget|teuer\\p{L}*|wert|raten\\p{L}*|ratenzahlung|finanzier\\p{L}*|rechnung",
  quantity:
    "(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und\\p{L}+zig|zwei\\p{L}*|drei(?:\\p{L}*)?|vier(?:zehn|zig|t\\p{L}+)?|fünf\\p{L}*|sechs\\p{L}*|sieben\\p{L}*|acht(?:zehn|zig)?|neun\\p{L}*|zehn\\p{L}*|elf|zwölf\\p{L}*|zwanzig\\p{L}*|dreißig\\p{L}*|hundert\\p{L}*|tausend\\p{L}*|million\\p{L}*|dutzend\\p{L}*|beide[nrs]?|doppelt\\p{L}*|dreifach\\p{L}*|zweimal|halb(?:e[nrms]?)?|hälfte|fünftel|viertel|drittel|zehntel|paare?|mehrere|zahlreiche\\p{L}*|etliche",
  spam: "jetzt zuschlagen|hier klicken|klicken sie hier|jetzt kaufen|jetzt bestellen|dringend\\p{L}*|nicht verpassen|nicht entgehen|herzlichen glückwunsch|unverbindlich|unglaublich\\p{L}*|sensationell\\p{L}*|sehr geehrte[rn]? kund\\p{L}*|worauf warten sie",
  leak: "ignorier\\p{L}* (?:alle|die|sie|alles|bitte|vorherige)|(?:vorherige|obige|diese)n? (?:anweisung|instruktion)\\p{L}*|sprachmodell|als ki|hier ist (?:die|ihre|der) (?:e-?mail|entwurf|betreff)|betreff:|anweisung\\p{L}*",
  greeting: "hallo|liebe[rs]?|hi|guten tag|guten morgen|sehr geehrte[r]?",
};
