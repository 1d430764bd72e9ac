import { knownLanguage, type Language } from "../../language.ts";
import { foldText } from "../text.ts";
import { plainSpeeches } from "./plain-speeches.ts";

type Found = { 0: string; index: number };
type Vocabulary = { idioms: RegExp; exact: Set<string>; stems: Set<string>; longest: number };

const vocabularies = new Map<Language, Vocabulary>();

/** The text without the turns of phrase that look like a claim and are none. */
export function withoutIdioms(folded: string, language: string): string {
  const known = knownLanguage(language);
  return known ? folded.replace(vocabularyOf(known).idioms, (idiom) => " ".repeat(idiom.length)) : folded;
}

/**
 * The words of a folded text that are not known to be harmless. What nobody can list is how a claim may be put; what a
 * note about a cart needs can be listed, so that whatever lies beyond it is shown to a person. `own` are words that the
 * brand has said are its own.
 */
export function unprovenWords(folded: string, language: string, own: string[]): Found[] {
  const known = knownLanguage(language);
  if (!known) return [];
  const vocabulary = vocabularyOf(known);
  const ownWords = new Set(own.flatMap((text) => wordsIn(foldText(text), known).map((found) => bare(found[0], known))));
  return wordsIn(folded, known).filter((found) => {
    const word = bare(found[0], known);
    return !ownWords.has(word) && !isPlain(word, vocabulary, known);
  });
}

function vocabularyOf(language: Language): Vocabulary {
  const kept = vocabularies.get(language);
  if (kept) return kept;
  const { idioms, words } = plainSpeeches[language];
  const entries = words
    .trim()
    .split(/\s+/)
    .map((entry) => bare(entry, language));
  const stems = entries.filter((entry) => entry.endsWith("*")).map((entry) => entry.slice(0, -1));
  const vocabulary = {
    idioms: language === "ja" ? new RegExp(idioms, "gu") : new RegExp(`(?<!\\p{L})(?:${idioms})(?!\\p{L})`, "gu"),
    exact: new Set(entries.filter((entry) => !entry.endsWith("*"))),
    stems: new Set(stems),
    longest: Math.max(0, ...entries.map((entry) => entry.length)),
  };
  vocabularies.set(language, vocabulary);
  return vocabulary;
}

/** Japanese has no gaps, so that its runs of Chinese characters or katakana count as words; hiragana is grammar. */
function wordsIn(folded: string, language: Language): Found[] {
  const pattern =
    language === "ja" ? /[\p{Script=Han}々]+|[\p{Script=Katakana}ー]+|\p{Script=Latin}+/gu : /[\p{L}\p{M}]+/gu;
  return [...folded.matchAll(pattern)];
}

/** Without accents, so that a forgotten one makes no word unknown. */
function bare(text: string, language: Language): string {
  if (language === "ja") return text;
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "");
  return language === "ar" ? plain.replace(/[ٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه") : plain;
}

function isPlain(word: string, vocabulary: Vocabulary, language: Language): boolean {
  if (language === "ja") return isMadeOf(word, vocabulary);
  if (word.length === 1) return true;
  const forms = language === "ar" ? arabicForms(word) : [word];
  return forms.some((form) => isListed(form, vocabulary));
}

function isListed(word: string, { exact, stems, longest }: Vocabulary): boolean {
  if (exact.has(word)) return true;
  for (let length = Math.min(word.length, longest); length > 1; length--) {
    if (stems.has(word.slice(0, length))) return true;
  }
  return false;
}

/** Whether a run can be cut into listed pieces, the longest first. */
function isMadeOf(run: string, { exact, longest }: Vocabulary): boolean {
  let at = 0;
  while (at < run.length) {
    let length = Math.min(longest, run.length - at);
    while (length > 0 && !exact.has(run.slice(at, at + length))) length--;
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** The word itself and without the article, particles and endings that Arabic writes onto it. */
function arabicForms(word: string): string[] {
  const shorter = [word, word.replace(/^[وف]/u, ""), word.replace(/^[وف]?(?:ال|لل|[بكلس](?:ال)?)/u, "")];
  const whole = shorter.filter((form) => form.length > 1);
  const cut = whole.map((form) => form.replace(/(?:كما|كم|هما|هم|ها|نا|ني|ك|ه|ي|ت|ا|ات|ان|ين|ون|وا)$/u, ""));
  const stems = [...whole, ...cut.filter((form) => form.length > 2)];
  // A feminine ending is written as a plain t before whatever follows it.
  return [...stems, ...stems.filter((form) => form.endsWith("ت")).map((form) => `${form.slice(0, -1)}ه`)];
}
