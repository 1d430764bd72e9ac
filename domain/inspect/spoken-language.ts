import { knownLanguage, type Language, languages } from "../language.ts";
import { lexicons } from "./lexicons.ts";

const stopWords = new Map<Language, Set<string>>(
  languages.map((language) => [language, new Set(lexicons[language].stopWords.split(" ").filter(Boolean))]),
);

/**
 * The language that a text is plainly in, told by its script and, in Latin script, by which language's commonest words
 * it has most of. Null when it is too short or too close to tell.
 */
export function spokenLanguage(text: string): Language | null {
  const letters = [...text].filter((letter) => /\p{L}/u.test(letter));
  if (letters.length < 12) return null;
  const share = (script: RegExp) => letters.filter((letter) => script.test(letter)).length / letters.length;
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/u) > 0.2) return "ja";
  if (share(/\p{Script=Arabic}/u) > 0.5) return "ar";

  const tokens = text.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  const scores = [...stopWords]
    .map(([language, words]) => ({ language, hits: tokens.filter((token) => words.has(token)).length }))
    .sort((a, b) => b.hits - a.hits);
  const [best, second] = scores;
  if (!best || best.hits < 4 || best.hits < 1.25 * (second?.hits ?? 0)) return null;
  return best.language;
}

/** Whether a text is plainly in another language, or in another script, than the tag asks for. */
export function isWrongLanguage(text: string, tag: string): boolean {
  const wanted = knownLanguage(tag);
  if (!wanted) return false;
  const spoken = spokenLanguage(text);
  if (spoken) return spoken !== wanted;
  const foreign = wanted === "ja" || wanted === "ar" ? /\p{Script=Latin}/gu : /[^\p{Script=Latin}\P{L}]/gu;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters > 40 && (text.match(foreign)?.length ?? 0) > letters * 0.5;
}
