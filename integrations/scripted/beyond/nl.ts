import type { Beyond } from "./beyond.ts";

export const nl: Beyond = {
  notes: {
    browse: {
      subjects: [
        "Nog [aan het nadenken|aan het twijfelen]?",
        "{{cart.firstItem}}: nog eens kijken?",
        "Wat u bekeken hebt, [op één plek|bij elkaar]",
      ],
      preheaders: [
        "Alles staat [in deze e-mail|hieronder], als u het wilt terugvinden.",
        "Geen haast: dit is de weg terug.",
      ],
      headings: ["Kijk nog eens", "Dit hebt u [bekeken|gezien]"],
      openings: [
        "U hebt rondgekeken bij {{brand.name}}. Zodat u niet opnieuw hoeft te zoeken, staat hier wat u bekeken hebt.",
        "U hebt rondgekeken bij {{brand.name}}. Zodat u niet opnieuw hoeft te zoeken, staat hier wat u gezien hebt.",
        "Kiezen duurt even. Hier is wat u bekeken hebt, bij elkaar.",
        "Kiezen duurt even. Hier is wat u bekeken hebt, naast elkaar.",
      ],
      seconds: [
        "Als iets u [bevalt|aanspreekt], brengt [een klik|de knop hieronder] u ernaartoe.",
        "Als u er een vraag over hebt, beantwoord [gewoon|gerust] deze e-mail.",
        "Bekijk het nog eens [wanneer het u past|op uw gemak].",
      ],
    },
    thanks: {
      subjects: [
        "Dank u voor uw bestelling",
        "Uw bestelling bij {{brand.name}}: [bedankt|hartelijk dank]",
        "[Fijn|Wat fijn] dat u hebt besteld",
      ],
      preheaders: [
        "Hier staat [nog eens wat u hebt besteld|uw bestelling nog eens], om te bewaren.",
        "Zij is bij ons [aangekomen|binnengekomen].",
      ],
      headings: ["Hartelijk dank", "[Wij danken u|Een dank van ons allemaal]"],
      openings: [
        "Uw bestelling is bij ons [aangekomen|binnengekomen], en daar zijn wij [blij|heel blij] mee.",
        "[Hartelijk dank|Bedankt] dat u bij {{brand.name}} hebt besteld. Wij zijn [blij|verheugd] dat u iets hebt gevonden.",
      ],
      seconds: [
        "Hieronder staat [nog eens wat u hebt besteld|uw bestelling nog eens], om te bewaren.",
        "Als iets niet is [zoals het hoort|zoals u het bedoelde], beantwoord [gewoon|gerust] deze e-mail.",
        "Komt er een vraag op, [schrijf ons|beantwoord deze e-mail]; een mens schrijft terug.",
      ],
    },
    tips: {
      subjects: [
        "{{cart.firstItem}}: [vragen|nog vragen]?",
        "Een woord over [uw bestelling|wat u hebt besteld]",
        "Om [goed met uw bestelling om te gaan|plezier van uw bestelling te hebben]",
      ],
      preheaders: ["Vraag ons [wat u wilt|alles wat u wilt].", "Zodat u er [plezier van hebt|goed mee overweg kunt]."],
      headings: ["Zodat u er plezier van hebt", "Is alles [duidelijk|zoals u wilt]?"],
      openings: [
        "Inmiddels hebt u misschien [geprobeerd|gebruikt] wat u hebt besteld. Is iets niet duidelijk, vraag het ons [meteen|gerust].",
        "Hoe u het gebruikt, hoe u het [onderhoudt|verzorgt], wat u doet [als iets vreemd is|als iets niet klopt]: zulke vragen horen wij graag.",
      ],
      seconds: [
        "Beantwoord [gewoon|gerust] deze e-mail en [een mens|iemand van ons] schrijft terug.",
        "Een [kort|klein] antwoord is genoeg, en [iemand van ons|een mens] laat van zich horen.",
        "Wij kennen wat wij verkopen en vertellen er [graag|met plezier] over.",
      ],
    },
    review: {
      subjects: [
        "{{cart.firstItem}}: wat vindt u ervan?",
        "Wat vindt u van [uw bestelling|wat u hebt besteld]?",
        "Mogen wij [u iets vragen|naar uw mening vragen]?",
      ],
      preheaders: ["Uw mening [helpt ons|brengt ons verder].", "Schrijf ons [een paar woorden|wat u vindt]."],
      headings: ["Vertel ons wat u vindt", "Wij horen graag uw kijk"],
      openings: [
        "U hebt uw bestelling nu een tijdje. Wij willen graag weten wat u ervan vindt.",
        "U hebt uw bestelling nu een tijdje. Wij willen graag weten hoe het u bevalt.",
        "Wat is er goed aan, [en wat niet|en wat kan er anders]? Wij [vragen het|willen het weten] omdat wij ervan leren.",
      ],
      seconds: [
        "Beantwoord [gewoon|gerust] deze e-mail met [een paar woorden|een zin]; een mens leest het.",
        "Wat u bevalt en wat niet: [wij horen het graag|vertel het ons].",
        "Als iets niet klopt, zeg het ons, en wij [kijken ernaar|zien wat wij kunnen doen].",
      ],
    },
    complement: {
      subjects: [
        "Iets dat past bij [uw bestelling|wat u hebt besteld]",
        "{{cart.firstItem}}: [misschien iets voor u|een idee voor u]?",
        "Een gedachte bij [uw bestelling|wat u hebt besteld]",
      ],
      preheaders: ["Kijk of het u bevalt.", "Gekozen bij wat u [hebt|hebt besteld]."],
      headings: ["Dit past erbij", "[Misschien vindt u dit ook fijn|Misschien is dit iets voor u]"],
      openings: [
        "Hier is [iets|een idee] dat past bij wat u bij {{brand.name}} hebt [besteld|gekozen].",
        "Sommige dingen [horen bij elkaar|passen bij elkaar]. Bij uw bestelling [zouden wij dit leggen|dachten wij hieraan].",
      ],
      seconds: [
        "Als het [niets voor u is|u niet bevalt], [is dat prima|geeft dat niet].",
        "[Een klik|De knop hieronder] laat u meer zien.",
        "Bekijk het [wanneer het u past|op uw gemak].",
      ],
    },
    loyalty: {
      subjects: [
        "Dank u dat u [terugkwam|weer hebt besteld]",
        "Van {{brand.name}}, [met dank|om u te bedanken]",
        "Fijn dat u [er weer bent|terugkwam]",
      ],
      preheaders: [
        "Een woord van dank, [verder niets|en niets meer].",
        "Wij hebben het gemerkt en [zijn er blij mee|het doet ons goed].",
      ],
      headings: ["U bent teruggekomen", "[Fijn u terug te zien|Goed dat u er weer bent]"],
      openings: [
        "U hebt weer [bij ons|bij {{brand.name}}] besteld. [Dat vinden wij niet vanzelfsprekend|Wij weten dat dit niet vanzelf spreekt].",
        "Dat u [terugkwam|weer hebt besteld], daar zijn wij [blij|heel blij] mee. Dank u.",
      ],
      seconds: [
        "Als u iets van ons [nodig hebt|wilt], [beantwoord deze e-mail|schrijf ons]; wij zijn er.",
        "Wat kunnen wij anders doen voor u? Antwoord gewoon.",
        "Wat kunnen wij anders doen voor u? Antwoord gerust.",
        "Wij zien u [graag|heel graag] terug.",
      ],
    },
    win_back: {
      subjects: ["Het is een tijd geleden", "[Hoe gaat het met u|Hoe is het met u]?", "Een groet van {{brand.name}}"],
      preheaders: ["Wij wilden [u groeten|van ons laten horen].", "Misschien is er [iets voor u|iets dat u bevalt]."],
      headings: ["Wij hebben u een tijd niet gezien", "[Fijn u te kennen|Goed u te kennen]"],
      openings: [
        "Het is een tijdje geleden dat u bij {{brand.name}} hebt besteld. [Wij hopen dat het goed met u gaat|Hopelijk gaat het goed met u].",
        "U bent een tijd niet bij ons geweest, en wij dachten aan u.",
        "U bent een tijd niet bij ons geweest, en wij wilden u groeten.",
      ],
      seconds: [
        "[Kijk eens rond|Kom eens langs] als u wilt; zo niet, [dan is dat ook goed|geen probleem].",
        "Ging er de vorige keer iets [mis|niet goed], [zeg het ons|schrijf ons]; wij willen het weten.",
        "[Een klik|De knop hieronder] brengt u naar de winkel.",
      ],
    },
  },
  offers: [
    "Voor u: {{incentive.label}}.",
    "Wat wij eraan toevoegen: {{incentive.label}}.",
    "Met onze dank: {{incentive.label}}.",
  ],
  closings: [
    "[Vriendelijke|Hartelijke] groet van {{brand.name}}.",
    "Alle goeds van {{brand.name}}.",
    "[Tot de volgende keer|Tot ziens], en bedankt.",
    "Dank u voor [het lezen|uw tijd].",
  ],
  toShop: ["Naar de winkel", "Bekijk de winkel", "Rondkijken"],
  toProducts: ["Bekijken", "Kijk ernaar", "Meer zien"],
};
