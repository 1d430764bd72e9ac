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
        "{{cart.firstItem}}: still in your cart",
        "We have kept your cart for you.",
        "There is still something in your cart",
        [
          "Hello {{contact.firstName}},",
          "You looked around at {{brand.name}} and did not quite finish. Your cart is still as you left it.",
          "If something was unclear, just reply to this email and a person will answer.",
        ],
        "Back to my cart",
      ),
      words(
        "Carry on where you left off",
        "One click takes you back to your cart.",
        "Your cart is as you left it",
        [
          "Hello {{contact.firstName}},",
          "Perhaps something came up. You can carry on where you left off whenever you like.",
        ],
        "See my cart",
      ),
    ],
    de: [
      words(
        "{{cart.firstItem}}: noch in Ihrem Warenkorb",
        "Wir haben Ihren Warenkorb für Sie aufbewahrt.",
        "Da liegt noch etwas in Ihrem Warenkorb",
        [
          "Guten Tag {{contact.firstName}},",
          "Sie haben sich bei {{brand.name}} umgesehen und sind nicht ganz fertig geworden. Ihr Warenkorb ist noch so, wie Sie ihn verlassen haben.",
        ],
        "Zurück zum Warenkorb",
      ),
    ],
  },
  "free-shipping": {
    en: [
      words(
        "For your cart: {{incentive.label}}",
        "The details are in this email.",
        "Something for your cart",
        [
          "Hello {{contact.firstName}},",
          "Your cart at {{brand.name}} is not finished yet. Perhaps this helps: {{incentive.label}}.",
        ],
        "Back to my cart",
      ),
      words(
        "{{incentive.label}} for what you chose",
        "You will find the details in this email.",
        "To make it a little easier",
        ["Hello {{contact.firstName}},", "You took your time to choose. For you: {{incentive.label}}."],
        "See my cart",
      ),
    ],
    de: [
      words(
        "Für Ihren Warenkorb: {{incentive.label}}",
        "Die Einzelheiten finden Sie in dieser E-Mail.",
        "Etwas für Ihren Warenkorb",
        [
          "Guten Tag {{contact.firstName}},",
          "Ihr Warenkorb bei {{brand.name}} ist noch nicht abgeschlossen. Vielleicht hilft Ihnen das hier: {{incentive.label}}.",
        ],
        "Zurück zum Warenkorb",
      ),
    ],
  },
  "percent-off": {
    en: [
      words(
        "{{incentive.label}} for your cart",
        "After this we will leave you in peace.",
        "A last word from us",
        [
          "Hello {{contact.firstName}},",
          "This is our last email about this cart. For you: {{incentive.label}}.",
          "If you still like what you chose, you will find the way back below.",
        ],
        "Back to my cart",
      ),
      words(
        "Our last email about this cart",
        "We will not send any more reminders.",
        "A last word about your cart",
        [
          "Hello {{contact.firstName}},",
          "Perhaps it was not the right moment, and that is fine. If you change your mind: {{incentive.label}}.",
        ],
        "See my cart",
      ),
    ],
    de: [
      words(
        "{{incentive.label}} für Ihre Auswahl",
        "Danach lassen wir Sie in Ruhe.",
        "Ein letztes Wort von uns",
        [
          "Guten Tag {{contact.firstName}},",
          "Zu diesem Warenkorb schreiben wir Ihnen heute zum letzten Mal. Für Sie: {{incentive.label}}.",
        ],
        "Zurück zum Warenkorb",
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
