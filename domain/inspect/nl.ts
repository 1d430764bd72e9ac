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
  spam: "klik hier|koop nu|bestel nu|dringend\\p{L}*|mis het niet|gefeliciteerd|vrijblijvend|ongelooflijk\\p{L}*|beste klant|waar wacht je",
  leak: "negeer (?:alle|de|alles|het)|instructies?|taalmodel|als ai|hier is (?:de|je|het) (?:e-?mail|concept|onderwerp)|onderwerp:",
  greeting: "hallo|hoi|beste|lieve|goedemorgen|dag",
};
