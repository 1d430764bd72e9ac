import type { Phrasebook } from "./phrasebook.ts";

export const nl: Phrasebook = {
  greetings: ["Hoi {{contact.firstName}},", "Hallo {{contact.firstName}},"],
  plainGreetings: ["Hallo,", "Goedendag,"],
  notes: {
    reminder: {
      subjects: [
        "Je winkelwagen is nog zoals je hem achterliet",
        "{{cart.firstItem}}: nog in je winkelwagen",
        "Ga verder waar je gebleven was",
        "[Je winkelwagen staat voor je klaar|Je keuze staat voor je klaar]",
        "{{cart.count}} in je winkelwagen",
      ],
      preheaders: [
        "We hebben je winkelwagen voor je bewaard.",
        "Met een klik ben je terug bij je winkelwagen.",
        "Alles wat je koos, bij elkaar.",
      ],
      headings: ["Je winkelwagen wacht rustig op je", "Er ligt nog iets in je winkelwagen", "Dit heb je uitgekozen"],
      openings: [
        "Je keek rond bij {{brand.name}} en kwam niet helemaal tot het einde. [Dat overkomt ons allemaal|Dat gebeurt], dus je winkelwagen is nog zoals je hem achterliet.",
        "Er kwam vast iets tussen terwijl je aan het [winkelen|kiezen] was. Je winkelwagen is nog zoals je hem achterliet.",
        "Hier is wat je had uitgekozen, zodat je het niet [opnieuw|nog een keer] hoeft te zoeken.",
        "Een [kort|klein] berichtje van {{brand.name}}: je winkelwagen is nog zoals je hem achterliet.",
      ],
      seconds: [
        "Je kunt verdergaan [wanneer het jou uitkomt|in je eigen tempo].",
        "[Een klik|De knop hieronder] brengt je terug naar waar je was.",
        "Als je wilt afronden, staat alles [klaar|op zijn plek].",
        "Kijk gerust nog eens [wanneer je wilt|op een rustig moment].",
      ],
    },
    help: {
      subjects: [
        "Kunnen we je helpen?",
        "Heb je nog een vraag over je winkelwagen?",
        "{{cart.firstItem}}: wil je er iets over weten?",
        "Nog niet zeker? [Vraag het ons|Schrijf ons gerust]",
      ],
      preheaders: [
        "Antwoord op deze e-mail en een mens schrijft terug.",
        "Laat ons horen wat je wilt weten.",
        "Iemand van ons team leest elk antwoord.",
      ],
      headings: ["Kunnen we je helpen kiezen?", "Nog vragen voordat je kiest?", "Wat wil je graag weten?"],
      openings: [
        "Misschien twijfelde je over de maat, [de kleur|het materiaal] of iets anders.",
        "Soms staat er alleen nog een [open|kleine] vraag tussen je winkelwagen en je bestelling.",
        "Als er iets niet werkte of niet duidelijk was, horen we dat graag.",
        "Kiezen op een scherm is niet altijd makkelijk, want je kunt niets [aanraken|uitproberen].",
      ],
      seconds: [
        "Antwoord [gewoon|gerust] op deze e-mail, dan schrijft iemand van ons terug.",
        "Schrijf ons, dan antwoorden we zo goed als we kunnen.",
        "Een kort antwoord is genoeg, en [iemand van ons team|een van ons] neemt contact met je op.",
        "Vertel ons wat je [wilt weten|bezighoudt], dan helpen we je zo goed mogelijk.",
      ],
    },
    incentive: {
      subjects: [
        "Voor je winkelwagen: {{incentive.label}}",
        "{{incentive.label}} op wat je koos",
        "Iets extra voor je winkelwagen",
        "Je winkelwagen bij {{brand.name}}: {{incentive.label}}",
      ],
      preheaders: [
        "De details vind je in deze e-mail.",
        "Het geldt voor wat er in je winkelwagen ligt.",
        "Iets bij wat je hebt uitgekozen.",
      ],
      headings: ["Om het wat makkelijker te maken", "Iets voor bij je winkelwagen", "Iets bij je keuze"],
      openings: [
        "Je hebt [de tijd genomen om te kiezen|rustig gekozen], en wij maken de rest graag wat makkelijker.",
        "Je winkelwagen bij {{brand.name}} is nog niet afgerond. Misschien helpt [dit|het volgende].",
        "Je keuze is nog zoals je die achterliet, en er komt nu iets bij.",
        "We zouden het fijn vinden als je keuze [bij jou terechtkomt|haar weg naar jou vindt].",
      ],
      seconds: [
        "Het geldt voor [wat er in je winkelwagen ligt|alles wat hieronder staat].",
        "Al het andere blijft [zoals je het achterliet|zoals het was].",
        "Bekijk het en beslis [in je eigen tempo|rustig].",
        "De details staan [in deze e-mail|hieronder].",
      ],
    },
    last_chance: {
      subjects: [
        "Een laatste bericht over je winkelwagen",
        "Onze laatste e-mail over deze winkelwagen",
        "Laten we het hierbij?",
        "Een laatste blik op je winkelwagen",
      ],
      preheaders: [
        "Hierna laten we je met rust.",
        "Na deze e-mail sturen we geen herinnering meer.",
        "Een laatste blik, als je wilt.",
      ],
      headings: ["Een laatste woord van ons", "Hierna laten we je met rust", "Nog een laatste blik"],
      openings: [
        "Dit is de laatste keer dat we je [over deze winkelwagen|hierover] schrijven.",
        "We willen je inbox niet vullen, dus dit is ons laatste bericht [hierover|over deze winkelwagen].",
        "Misschien was het niet het juiste moment, en dat is [prima|helemaal goed].",
        "Na deze e-mail komen er geen andere [over deze winkelwagen|hierover].",
      ],
      seconds: [
        "Als je keuze je nog bevalt, vind je hier de weg terug.",
        "Je winkelwagen staat hieronder, mocht je hem nog willen.",
        "Als je van gedachten verandert, [staat je keuze hieronder|ligt je keuze in je winkelwagen].",
        "Neem gerust [nog een kijkje|een laatste kijkje]; zo niet, dan is dat ook goed.",
      ],
    },
  },
  several: ["Er liggen {{cart.count}} in je winkelwagen.", "In je winkelwagen liggen {{cart.count}}."],
  stockOne: [
    "Op dit moment hebben we er {{stock.left}} van, mocht dat voor je uitmaken.",
    "Handig om te weten: we hebben er nu {{stock.left}} van.",
  ],
  stockSeveral: [
    "Van een van de artikelen in je winkelwagen hebben we op dit moment {{stock.left}}, mocht dat voor je uitmaken.",
    "Handig om te weten: van een van je artikelen hebben we nu {{stock.left}}.",
  ],
  aboutDelivery: [
    "Ging het om de bezorging, vraag het ons dan; we leggen graag uit hoe die werkt.",
    "Vragen over de bezorging zijn ook welkom.",
  ],
  returns: ["Over retourneren: {{store.returns}}.", "Mocht iets niet passen: {{store.returns}}."],
  shipping: ["Over de bezorging: {{store.shipping}}.", "Zo komt alles bij je: {{store.shipping}}."],
  offers: [
    "Voor jou: {{incentive.label}}.",
    "Voor bij je winkelwagen: {{incentive.label}}.",
    "Wat wij erbij doen: {{incentive.label}}.",
  ],
  offerCodes: ["De code daarvoor: {{incentive.code}}.", "Vul bij het afrekenen deze code in: {{incentive.code}}."],
  offerEnds: ["Dit geldt tot {{incentive.deadline}}.", "Je kunt het gebruiken tot {{incentive.deadline}}."],
  loyalty: [
    "Bedankt dat je eerder bij ons hebt gekocht.",
    "Fijn dat je al eerder bij ons hebt besteld.",
    "Je hebt al eerder bij ons besteld; [bedankt daarvoor|dat waarderen we].",
  ],
  replies: [
    "Neem gerust de tijd. Is er iets niet duidelijk, antwoord dan op deze e-mail.",
    "Heb je een vraag, antwoord dan [gewoon|gerust]; een mens schrijft terug.",
    "Is er iets onduidelijk? [Antwoord op deze e-mail|Schrijf ons], dan helpen we je.",
  ],
  thanks: [
    "Wat je ook kiest: bedankt voor je bezoek.",
    "Bedankt [voor je bezoek|voor je interesse].",
    "Neem [alle tijd die je nodig hebt|rustig de tijd], en bedankt voor je interesse.",
    "[Vriendelijke|Hartelijke] groeten van {{brand.name}}.",
  ],
  postscripts: [
    "PS: Een mens leest elk antwoord op deze e-mail.",
    "PS: Vragen zijn welkom, antwoord gewoon op deze e-mail.",
  ],
  buttons: ["Naar mijn winkelwagen", "Bekijk mijn winkelwagen", "Open mijn winkelwagen"],
};
