import type { Lexicon } from "./lexicon.ts";

const days =
  "vandaag|vanavond|vannacht|morgen|middernacht|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|eind van|het einde van|weekend|kerst";

export const nl: Lexicon = {
  stopWords:
    "de het een en je jouw we is in van op te voor met nog niet dat die er zijn bij als aan om hebt naar wil je",
  numberWords:
    "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend|dozijn",
  timeUnits: "uur|uren|dag(?:en)?|minu(?:ut|ten)|we(?:ek|ken)",
  percent: "procent\\p{L}*",
  currency: "euro['’]?s?|cent|dollars?|pond",
  shipping:
    "(?:gratis|kosteloze?) (?:\\p{L}+ )?(?:verzend|bezorg|lever)\\p{L}*|(?:verzending|bezorging|levering|verzendkosten) (?:\\p{L}+ ){0,3}(?:gratis|cadeau|kosteloos|voor onze rekening)|(?:geen|zonder) (?:verzend|bezorg)\\p{L}*|(?:betalen|nemen) (?:\\p{L}+ ){0,3}verzend\\p{L}*|gratis (?:verzonden|bezorgd|thuisbezorgd)",
  discount:
    "betaal(?:t)? minder|minder betalen|korting\\p{L}*|afgeprijsd\\p{L}*|aanbiedingsprijs|actieprijs|tegoedbon\\p{L}*|waardebon\\p{L}*|vouchers?|bespaar\\p{L}*|besparen|besparing|goedkoper|voordeel\\p{L}*|voordelig\\p{L}*|uitverkoop|sale|koopje|(?:lagere|speciale) prij\\p{L}*",
  costless: "gratis|kosteloos|kosteloze|zonder (?:extra )?kosten|van het huis|voor niets",
  half: "(?:halve|helft van de) prijs|voor de helft|twee halen,? (?:een|één) betalen|twee voor (?:de prijs van )?(?:een|één)|een (?:derde|kwart) korting",
  gift: "cadeau(?:s|tje|tjes|bon|kaart)?|gratis (?:product|artikel|proefje|monster)|bonus\\p{L}*|cashback|spaarpunten|punten|prij(?:s|zen) winnen|winnaar|gewonnen",
  offer: "(?:ons|dit|een|je|jouw|het|speciaal) aanbod|aanbieding\\p{L}*|actie|extraatje|bedankje",
  code: "(?:kortings|actie|promo)\\p{L}*codes?|(?:de|deze|je|met) (?:\\p{L}+ )?codes?|codes?",
  deadline:
    "beperkte tijd|tijdelijk\\p{L}*|(?:eindigt|verloopt|vervalt) (?:binnenkort|snel|bijna)|laatste (?:kans|gelegenheid)|haast je|wees snel|wacht niet|voordat (?:het|de actie) (?:te laat|voorbij)|verloopt|vervalt|korte tijd|op is op|deadline",
  exactDeadline: `(?:enkele|een paar) (?:uur|uren|dagen)|alleen (?:nog )?(?:vandaag|vanavond|morgen|tot)|(?:tot|voor|eindigt) (?:en met )?(?:\\p{L}+ )?(?:${days})|laatste (?:dag(?:en)?|uren|uur)|middernacht|(?:bezorgd|verzonden|levering|in huis) (?:\\p{L}+ )?(?:morgen|vandaag|dezelfde dag)|(?:morgen|vandaag) (?:nog )?(?:in huis|bezorgd|verzonden)`,
  stock:
    "(?:nog maar|slechts|maar) (?:\\p{L}+ ){0,2}(?:paar|enkele|over|stuks|op voorraad|beschikbaar)|(?:bijna|snel) (?:uitverkocht|op|weg)|uitverkocht|voorraad|beschikbaar\\p{L}*|gereserveerd|reserveren|apart gelegd|beperkte (?:oplage|voorraad|hoeveelheid)|laatste (?:stuks|exemplaren|artikelen)|(?:veel|grote) vraag|gewild\\p{L}*|populair\\p{L}*|andere (?:klanten|mensen)",
  guarantee:
    "garan(?:tie|deren|deert)\\p{L}*|gegarandeerd|geld[ -]terug|terugbetal\\p{L}*|zonder risico|risicoloos|(?:gratis|makkelijk|eenvoudig) (?:retour|terug)\\p{L}*|(?:beste|laagste) prij\\p{L}*|tevreden\\p{L}*",
  review:
    "sterren|recensies?|reviews|beoorde\\p{L}*|klanten (?:zijn dol|houden|zeggen)|bestsellers?|best verkocht\\p{L}*|bekroond\\p{L}*|aanbevolen door|duizenden|miljoenen|nummer één",
  health:
    "gene(?:est|zen)\\p{L}*|klinisch|arts(?:en)?|dokters?|medisch\\p{L}*|dermatolog\\p{L}*|afvallen|therap\\p{L}*|investering|beleggen|rijk worden",
  history:
    "welkom terug|trouwe?\\p{L}*|vaste klant\\p{L}*|(?:vorige|laatste|eerdere) (?:bestelling|aankoop|aankopen)\\p{L}*|eerder (?:bij ons )?(?:besteld|gekocht)|opnieuw bij ons|weer bij ons|terug te zien",
  scraps:
    "richtlijnen|volgens (?:de|je) (?:richtlijn|instructie|opdracht)\\p{L}*|dit is de tekst|(?:hier|dit) is (?:de|een) (?:tekst|voorstel|versie)|gevraagde (?:toon|tekst)|concept\\p{L}*|tekenlimiet|prompt\\p{L}*|zoals gevraagd|natuurlijk! ",
  surprise:
    "verrass\\p{L}*|extra|extraatje\\p{L}*|cadeau\\p{L}*|toegift|presentje|doen (?:we )?er (?:\\p{L}+ ){0,3}bij|kleinigheidje|op de koop toe|bovenop",
  urgency:
    "klok|tikt|aftel\\p{L}*|nu of nooit|te laat|afgelopen|voorbij|eindig\\p{L}*|afloop\\p{L}*|loopt af|binnenkort|leeg|leegmak\\p{L}*|verwijder(?:d|en) we|gewist|wissen|uur|uren|dagen|week|weken|maand\\p{L}*|weekend|vandaag|vanavond|vannacht|morgen|overmorgen|gisteren|(?:maan|dins|woens|donder|vrij|zater|zon)dag\\p{L}*|middernacht|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|kerst\\p{L}*|pasen|seizoen|snel|vlug|haast je|opschiet\\p{L}*|dringend|spoed\\p{L}*|zolang|verloop\\p{L}*|op tijd|tot en met|meteen bestell\\p{L}*|wacht niet|zo lang",
  delivery:
    "geleverd|bezorgd|aankom\\p{L}*|in huis|thuis|aan (?:je|de) deur|pakket (?:is|komt|ligt)|ontvang\\p{L}*|verstuurd|verzonden|draag het|express|koerier",
  demand:
    "iemand anders|ander(?:e|en) (?:\\p{L}+ )?(?:oog|interess|klant|mens|willen|koper)\\p{L}*|anderen|iedereen|publiekslieveling\\p{L}*|lieveling\\p{L}*|favoriet\\p{L}*|klanten|klandizie|geliefd\\p{L}*|trend\\p{L}*|hype|hit|succes\\p{L}*|oogje|fans?|must-have|kassa-?kraker|in de mode",
  scarce:
    "zo goed als|voor iedereen|niet genoeg|genoeg|schaars\\p{L}*|zeldzaam\\p{L}*|zeldzame|laatste\\p{L}*|nog maar|slechts|nooit|alleen|enige|uniek\\p{L}*|exclusi\\p{L}*|beperkt\\p{L}*|verdwijn\\p{L}*|verdwenen|voorraad\\p{L}*|voorraden|magazijn|schap|schappen|apart|opzij|gereserveerd|mis (?:het|je)|missen|mislopen|niet (?:beloven|garanderen)|weg is|weg zijn|voordat (?:het|ze|iemand)|uitverkocht|op raakt|raakt op|op is",
  returns:
    "ruil\\p{L}*|omruil\\p{L}*|terugstur\\p{L}*|terugbreng\\p{L}*|terugsturen|retour\\p{L}*|halen (?:we )?(?:het|hem|ze) (?:\\p{L}+ )?(?:weer )?op|weer op|kosteloos\\p{L}*|op onze kosten|geld|geld terug|terugbetal\\p{L}*|op proef|proberen gratis|garan\\p{L}*|beloof\\p{L}*|belofte|beloven|vertrouwen|veilig\\p{L}*|gecertificeerd\\p{L}*|echt\\p{L}*|authentiek\\p{L}*|origine\\p{L}*|keurmerk",
  praise:
    "beste(?! \\p{L}+,)|perfect\\p{L}*|kwaliteit\\p{L}*|premium|luxe|luxueus\\p{L}*|prachtig\\p{L}*|schitterend\\p{L}*|geweldig\\p{L}*|fantastisch\\p{L}*|uitstekend\\p{L}*|ideaal|ideale|beroemd\\p{L}*|bekend\\p{L}*|aanbevolen|aanrader|dol op|prijzen|lof|experts?|pers|getest\\p{L}*|bekroond\\p{L}*|topper|top",
  effect:
    "pijn\\p{L}*|rug|rugpijn|gezond\\p{L}*|huid|slaap|welzijn|stress|energie|verlicht\\p{L}*|genez\\p{L}*|vitamin\\p{L}*|terugverdien\\p{L}*|rendement|loont|waard|invest\\p{L}*|verdienen|inkomen|duurzaam\\p{L}*|duurzame|slijtvast\\p{L}*|waterdicht\\p{L}*|biologisch\\p{L}*|vegan\\p{L}*|handgemaakt\\p{L}*|zacht\\p{L}*|warm\\p{L}*|comfortabel\\p{L}*|katoen|leer|wol",
  past: "die je (?:\\p{L}+ )?(?:vorige|vorig|eerder|al)|(?:bij ons|hier) (?:\\p{L}+ )?(?:kocht|gekocht|besteld|bestelde)|vorig\\p{L}* (?:winter|zomer|jaar|maand|week|herfst|lente|keer)|je (?:vorige|eerste|laatste|eerdere)|al jaren|sinds jaren|verjaardag\\p{L}*|jubileum|lid|vip|net als (?:de|het|die)",
  price:
    "prijs|prijzen|prijsje|kosten|kost|goedkoop\\p{L}*|voordelig\\p{L}*|duur|minder|afhalen|halen (?:\\p{L}+ ){0,3}af|af(?=\\.)|verlag\\p{L}*|lager\\p{L}*|verminder\\p{L}*|bespaar\\p{L}*|bespar\\p{L}*|tarie[fv]\\p{L}*|rekening|portemonnee|budget|porto|voor ons|op onze|betaal (?:minder|maar|niets)|waarde|termijnen|krediet|financ\\p{L}*",
  quantity:
    "twee\\p{L}*|drie\\p{L}*|vier(?:tien|de)?|vijf\\p{L}*|zes\\p{L}*|zeven\\p{L}*|acht(?:tien)?|negen\\p{L}*|tien\\p{L}*|elf|twaalf|twintig|dertig|veertig|honderd\\p{L}*|duizend\\p{L}*|miljoen\\p{L}*|dozijn|tientje|tientallen|dubbel\\p{L}*|driedubbel\\p{L}*|beide\\p{L}*|allebei|half|halve|helft|derde|kwart|vijfde|tiende|paar|paren|meerdere|talloze|verschillende",
  spam: "klik hier|koop nu|bestel nu|dringend\\p{L}*|mis het niet|gefeliciteerd|vrijblijvend|ongelooflijk\\p{L}*|beste klant|waar wacht je",
  leak: "negeer (?:alle|de|alles|het)|instructies?|taalmodel|als ai|hier is (?:de|je|het) (?:e-?mail|concept|onderwerp)|onderwerp:",
  greeting: "hallo|hoi|beste|lieve|goedemorgen|dag",
};
