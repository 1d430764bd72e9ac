import type { Words } from "#domain/draft.ts";
import type { TemplateName } from "#domain/sequence.ts";

type Language = "en" | "de";

const words = (
  ...[subject, preheader, heading, paragraphs, button]: [string, string, string, string[], string]
): Words => ({
  subject,
  preheader,
  heading,
  paragraphs,
  button,
});

/** What the history's messages say: two ways for each step of its sequence in English, one in German. */
const written: Partial<Record<TemplateName, Record<Language, Words[]>>> = {
  reminder: {
    en: [
      words(
        "{{contact.firstName}}, your {{cart.firstItem}} is still here",
        "We kept your basket as you left it.",
        "We kept your basket as you left it",
        [
          "Hello {{contact.firstName}}, you were looking at the {{cart.firstItem}} and then the evening got in the way.",
          "Everything is where you put it. If something held you up, just reply and a person will answer.",
        ],
        "Back to my basket",
      ),
      words(
        "Did something come up? Your basket is waiting",
        "Nothing was lost.",
        "Nothing was lost",
        [
          "Hello {{contact.firstName}}, the kettle boiled, the phone rang, it happens.",
          "Your {{cart.firstItem}} is still in your basket at {{brand.name}}, ready when you are.",
        ],
        "Pick up where I stopped",
      ),
    ],
    de: [
      words(
        "{{contact.firstName}}, dein Warenkorb steht noch bereit",
        "Wir haben nichts weggeräumt.",
        "Wir haben nichts weggeräumt",
        [
          "Hallo {{contact.firstName}}, du hast dir {{cart.firstItem}} angesehen, und dann kam etwas dazwischen.",
          "Alles liegt noch dort. Wenn eine Frage offen ist, antworte einfach auf diese Mail.",
        ],
        "Zum Warenkorb",
      ),
    ],
  },
  "free-shipping": {
    en: [
      words(
        "Shipping is on us, {{contact.firstName}}",
        "Your basket, with {{incentive.label}}.",
        "The postage is ours",
        [
          "Hello {{contact.firstName}}, your {{cart.firstItem}} is still in your basket.",
          "If the postage was the sticking point, consider it settled: {{incentive.label}} with the code below.",
        ],
        "Take it with {{incentive.label}}",
      ),
      words(
        "We would carry it to you: {{incentive.label}}",
        "The basket stays, the postage goes.",
        "The basket stays, the postage goes",
        [
          "Hello {{contact.firstName}}, a parcel to you leaves our harbour either way.",
          "Use the code below and we pay for the trip.",
        ],
        "Back to my basket",
      ),
    ],
    de: [
      words(
        "Den Versand übernehmen wir, {{contact.firstName}}",
        "Dein Warenkorb mit kostenlosem Versand.",
        "Den Versand übernehmen wir",
        [
          "Hallo {{contact.firstName}}, {{cart.firstItem}} liegt noch in deinem Warenkorb.",
          "Mit dem Code unten schicken wir dir alles, ohne dass Porto dazukommt.",
        ],
        "Zum Warenkorb",
      ),
    ],
  },
  "percent-off": {
    en: [
      words(
        "{{incentive.label}} on what you picked, {{contact.firstName}}",
        "A small thank-you for coming by.",
        "A small thank-you for coming by",
        [
          "Hello {{contact.firstName}}, we will put your basket back on the shelf soon.",
          "Before we do, here is {{incentive.label}} on everything in it. The code is below.",
        ],
        "Use {{incentive.label}}",
      ),
      words(
        "Before we tidy up: {{incentive.label}} for you",
        "For your {{cart.firstItem}} and the rest.",
        "Before we tidy up",
        [
          "Hello {{contact.firstName}}, your {{cart.firstItem}} is still waiting, and we like to see things go to good homes.",
          "Take {{incentive.label}} with the code below. After this we leave you in peace.",
        ],
        "Back to my basket",
      ),
    ],
    de: [
      words(
        "{{incentive.label}} auf deinen Warenkorb, {{contact.firstName}}",
        "Ein kleines Dankeschön.",
        "Ein kleines Dankeschön",
        [
          "Hallo {{contact.firstName}}, bald räumen wir deinen Warenkorb zurück ins Regal.",
          "Vorher bekommst du {{incentive.label}} auf alles darin. Der Code steht unten.",
        ],
        "Zum Warenkorb",
      ),
    ],
  },
};

/** The words of a step in a language; `turn` in [0, 1) chooses among the ways to say it. */
export function wordsFor(template: TemplateName, language: Language, turn: number): Words {
  const ways = written[template]?.[language] ?? [];
  const chosen = ways[Math.floor(turn * ways.length)];
  if (!chosen) throw new Error(`nothing is written for ${template} in ${language}`);
  return chosen;
}

/** A word on the brand's list of words to avoid, in each language. */
export const avoided = { en: "hurry", de: "Eile" };

const kindlyMeant = { en: "There is no hurry, it will keep.", de: "Es hat keine Eile." };

/** The same words with a sentence that the inspection wants a person to see. */
export function wordsToQuestion(plain: Words, language: Language): Words {
  return { ...plain, paragraphs: [...plain.paragraphs, kindlyMeant[language]] };
}

/** What the marketer makes of such words: the sentence goes. */
export function editedWords(questioned: Words): Words {
  return { ...questioned, paragraphs: questioned.paragraphs.slice(0, -1) };
}
