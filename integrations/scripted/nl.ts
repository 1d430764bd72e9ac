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
      ],
      preheaders: ["We hebben je winkelwagen voor je bewaard.", "Met een klik ben je terug bij je winkelwagen."],
      headings: ["Je winkelwagen wacht rustig op je", "Er ligt nog iets in je winkelwagen"],
      bodies: [
        "Je keek rond bij {{brand.name}} en kwam niet helemaal tot het einde. Dat overkomt ons allemaal, dus je winkelwagen is nog zoals je hem achterliet.",
        "Er kwam vast iets tussen terwijl je aan het winkelen was. Je kunt verdergaan waar je gebleven was, wanneer het jou uitkomt.",
        "Hier is wat je had uitgekozen, zodat je het niet opnieuw hoeft te zoeken.",
      ],
    },
    help: {
      subjects: [
        "Kunnen we je helpen?",
        "Heb je nog een vraag over je winkelwagen?",
        "{{cart.firstItem}}: wil je er iets over weten?",
      ],
      preheaders: ["Antwoord op deze e-mail en je krijgt een mens.", "Laat ons weten wat je wilt weten."],
      headings: ["Kunnen we je helpen kiezen?", "Nog vragen voordat je kiest?"],
      bodies: [
        "Misschien twijfelde je over de maat, de levering of iets anders. Antwoord gewoon op deze e-mail, dan schrijft iemand van ons terug.",
        "Soms staat er alleen nog een vraag tussen je winkelwagen en je bestelling. Schrijf ons gerust, dan antwoorden we zo goed als we kunnen.",
        "Als er iets niet werkte of niet duidelijk was, horen we dat graag. Een kort antwoord is genoeg.",
      ],
    },
    incentive: {
      subjects: [
        "Voor je winkelwagen: {{incentive.label}}",
        "{{incentive.label}} op wat je koos",
        "Iets extra voor je winkelwagen",
      ],
      preheaders: ["De details vind je in deze e-mail.", "Het geldt voor wat er in je winkelwagen ligt."],
      headings: ["Om het wat makkelijker te maken", "Iets voor bij je winkelwagen"],
      bodies: [
        "Je hebt de tijd genomen om te kiezen, en wij maken de rest graag wat makkelijker.",
        "Je winkelwagen bij {{brand.name}} is nog niet afgerond. Misschien helpt dit.",
        "Je keuze is nog zoals je die achterliet, en er komt nu iets bij.",
      ],
    },
    last_chance: {
      subjects: [
        "Een laatste bericht over je winkelwagen",
        "Onze laatste e-mail over deze winkelwagen",
        "Laten we het hierbij?",
      ],
      preheaders: ["Hierna laten we je met rust.", "Na deze e-mail sturen we geen herinnering meer."],
      headings: ["Een laatste woord van ons", "Hierna laten we je met rust"],
      bodies: [
        "Dit is de laatste keer dat we je over deze winkelwagen schrijven. Als je keuze je nog bevalt, vind je hier de weg terug.",
        "We willen je inbox niet vullen, dus dit is ons laatste bericht hierover. Je winkelwagen staat hieronder, mocht je hem nog willen.",
        "Misschien was het niet het juiste moment, en dat is prima. Als je van gedachten verandert, staat je keuze hieronder.",
      ],
    },
  },
  offers: ["Voor jou: {{incentive.label}}.", "Voor bij je winkelwagen: {{incentive.label}}."],
  offerEnds: ["Dit geldt voor beperkte tijd; de details staan in deze e-mail."],
  loyalty: ["Bedankt dat je eerder bij ons hebt gekocht.", "Fijn dat je al eerder bij ons hebt besteld."],
  closings: [
    "Neem gerust de tijd. Is er iets niet duidelijk, antwoord dan op deze e-mail.",
    "Wat je ook kiest: bedankt voor je bezoek.",
  ],
  buttons: ["Naar mijn winkelwagen", "Bekijk mijn winkelwagen"],
};
