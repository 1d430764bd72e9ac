import type { Intent } from "../inbox.ts";
import { type Language, languages } from "../language.ts";
import { subjectKey } from "./subject-key.ts";
import { intentWords } from "./words/every-language.ts";
import type { IntentWords } from "./words/intent-words.ts";

/** What somebody wants by the words they use, and in which of our languages they said so; null where no rule tells. */
export type ToldIntent = { intent: Intent; language: Language | null } | null;

const mostCharacters = 4_000;

type Phrases = Record<Exclude<keyof IntentWords, "alone">, RegExp>;

const wordless = new Set<Language>(["ja"]);

const phrases: [Language, Phrases][] = languages.map((language) => {
  const words = intentWords[language];
  const made = (parts: string[]) => {
    const whole = `(?:${parts.join("|")})`;
    return new RegExp(wordless.has(language) ? whole : `(?<![\\p{L}\\p{N}])${whole}(?![\\p{L}\\p{N}])`, "u");
  };
  const { stop, elsewhere, complaint, bought, question } = words;
  return [
    language,
    {
      ...{ stop: made(stop), elsewhere: made(elsewhere), complaint: made(complaint) },
      ...{ bought: made(bought), question: made(question) },
    },
  ];
});

const silences = new Map<string, Language>(
  languages.toReversed().flatMap((language) => intentWords[language].alone.map((said) => [said, language])),
);

/**
 * The intent of a mail that a person wrote, by its own words. Asking for silence comes first, for it must never be
 * overheard; that a question mark stands somewhere comes almost last, for whoever complains asks as well.
 */
export function intentOf({ subject, text }: { subject: string; text: string }): ToldIntent {
  const said = plain(text.slice(0, mostCharacters));
  const silence = asksAloneForSilence(said) ?? subjectAlone(subject, said);
  if (silence) return { intent: "stop", language: silence };
  // Lines are broken by mailers where they like.
  const flowing = said.replace(/\s*\n\s*/g, " ");
  for (const [intent, kind] of order) {
    const language = spokenIn(flowing, kind);
    if (language) return { intent, language };
  }
  if (/[?？؟]/.test(withoutAddresses(said))) return { intent: "question", language: null };
  const language = spokenIn(flowing, "bought");
  return language ? { intent: "bought_elsewhere", language } : asked(said);
}

const order: [Intent, keyof Phrases][] = [
  ["stop", "stop"],
  ["bought_elsewhere", "elsewhere"],
  ["complaint", "complaint"],
];

function spokenIn(said: string, kind: keyof Phrases): Language | null {
  return phrases.find(([, by]) => by[kind].test(said))?.[0] ?? null;
}

/** Without a question mark, only how a sentence begins makes it a question. */
function asked(said: string): ToldIntent {
  for (const sentence of said.split(/[.!\n。！]+/u)) {
    const begin = sentence.trim();
    const found = phrases.find(([language, by]) => {
      const at = begin.search(by.question);
      return wordless.has(language) ? at >= 0 : at === 0;
    });
    if (found) return { intent: "question", language: found[0] };
  }
  return null;
}

const politeness =
  /(?<!\p{L})(?:please|pls|thanks?|thank you|bitte|danke|vielen dank|s['’]il vous pla[iî]t|svp|merci|por favor|gracias|per favore|grazie|obrigad[oa]|aub|alstublieft|alsjeblieft|graag|dank u|bedankt|proszę|dziękuję|hi|hello|hallo|hola|ciao|bonjour|now|immediately|sofort|من فضلك|شكرا|رجاء)(?!\p{L})|(?:お願いします|お願いいたします|お願い致します|してください|して下さい|を希望します|希望)/gu;

/** Whether the first line that says something is nothing but the wish for silence, in a mail that says little else. */
function asksAloneForSilence(said: string): Language | null {
  if (said.length > 300) return null;
  for (const line of said.split("\n")) {
    const bare = bareOf(line);
    if (bare !== "") return silences.get(bare) ?? null;
  }
  return null;
}

/** A subject counts where somebody wrote it themselves and said nothing more, as "unsubscribe" links of old do. */
function subjectAlone(subject: string, said: string): Language | null {
  const own = plain(subject);
  if (subjectKey(own) !== own.replace(/\s+/g, " ").trim() || said.length > 100) return null;
  return silences.get(bareOf(own)) ?? null;
}

const bareOf = (line: string) =>
  line
    .replace(politeness, " ")
    .replace(/[^\p{L}\p{N}\p{M}\s'-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Small letters of one kind; Arabic alefs and ends bare, for they are written in many ways. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0640]/g, "")
    .replace(/[أإآ]/g, "ا")
    .replace(/ة/g, "ه")
    .replace(/[‘’`´]/g, "'")
    .replace(/[ \t\u00a0]+/g, " ")
    .trim();
}

const withoutAddresses = (text: string) => text.replace(/https?:\/\/\S+/g, " ");
