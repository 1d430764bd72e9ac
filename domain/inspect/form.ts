import type { Brief, Finding, FindingCode, Words } from "../draft.ts";
import { knownLanguage } from "../language.ts";
import { fillableSlots, isSlotName, slotsIn } from "../slots.ts";
import { type Field, fieldsOf, withoutSlots } from "./text.ts";

/** The most characters of each field, slots not counted; paragraphs are limited each. */
export const limits: Record<keyof Words, number> = {
  subject: 70,
  preheader: 120,
  heading: 90,
  paragraphs: 600,
  button: 30,
  postscript: 300,
};
export const paragraphLimit = 6;

const block = (code: FindingCode, { field, text }: Field, excerpt = text): Finding => ({
  code,
  severity: "block",
  field,
  excerpt: excerpt.slice(0, 80),
});

/** What is wrong with the form of the words, whatever they say. `bare` are the same fields without known names. */
export function formFindings(words: Words, bare: Field[], brief: Brief): Finding[] {
  const fields = fieldsOf(words);
  const fillable = fillableSlots(brief);
  const tooMany = words.paragraphs.length > paragraphLimit || words.paragraphs.length === 0;
  return [
    ...(tooMany ? [block(words.paragraphs.length ? "too_long" : "empty", { field: "paragraphs", text: "" })] : []),
    ...fields.flatMap((field) => [
      ...lengthFindings(field),
      ...slotFindings(field, fillable),
      ...hiddenFindings(field, brief.language),
    ]),
    ...bare.flatMap(loudFindings),
    ...bare.flatMap((field) => strangerFindings(field, brief.language)),
    ...(replyPrefix.test(words.subject.normalize("NFKC").replace(/\p{Cf}/gu, ""))
      ? [block("reply_prefix", { field: "subject", text: words.subject })]
      : []),
  ];
}

const replyPrefix =
  /^[\s[("'«“]*(?:re|fwd?|fw|aw|wg|rv|rif|i|tr|sv|vs|vb|vl|odp|pd|enc|res|antw|doorst|ref|rép|ant|bls|ynt|返信|転送|回复|回覆|答复|رد|إعادة توجيه)\s*(?:[[(]\d+[\])]|\^\d+)?\s*:/iu;

function lengthFindings(field: Field): Finding[] {
  if (!field.text.trim()) return [block("empty", field)];
  const length = [...withoutSlots(field.text).trim()].length;
  return length > limits[field.field] || field.text.length > 2_000 ? [block("too_long", field)] : [];
}

function slotFindings(field: Field, fillable: string[]): Finding[] {
  const rest = withoutSlots(field.text);
  const stray = /\{\{|\}\}|\{\s*[\p{L}_.]+\s*\}|\*\||%[\p{L}_]{2,}%|\$\{/u.exec(rest);
  return [
    ...slotsIn(field.text).flatMap((name) => {
      if (!isSlotName(name)) return [block("unknown_slot", field, name)];
      return fillable.includes(name) ? [] : [block("slot_without_fact", field, name)];
    }),
    ...(stray ? [block("unknown_slot", field, stray[0])] : []),
    ...(/\[[^\]]{1,60}\]|<\/?\p{L}|_{3,}/u.test(rest) ? [block("leaked_instruction", field)] : []),
  ];
}

const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u2800\u3164\uFFA0]|\p{M}{4,}/u;
const mixedScripts =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;

/** Joiners belong in emoji, and direction marks and joiners in Arabic; anywhere else they hide something. */
function hiddenFindings(field: Field, language: string): Finding[] {
  const visible = field.text
    .replace(/(\p{Extended_Pictographic}[\uFE0F\p{EMod}]*)\u200D(?=\p{Extended_Pictographic})/gu, "$1")
    .replace(knownLanguage(language) === "ar" ? /[\u200C-\u200F]/g : /(?!)/, "");
  return hidden.test(visible) || mixedScripts.test(visible) ? [block("hidden_character", field)] : [];
}

// Letters and digits in circles, boxes or mathematical print; flags are letters of their own and stay.
const dressedUp = /[\u2460-\u24FF\u2776-\u2793\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F1E5}\uFF21-\uFF3A\uFF41-\uFF5A]/u;
const spelledOut = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][\s.·_:/-]+){4,}/u;

/** Letters that the language is not written in, dressed up or spelled out one by one: a reader sees what no pattern does. */
function strangerFindings(field: Field, language: string): Finding[] {
  const known = knownLanguage(language);
  const own = known === "ja" ? "Han}\\p{Script=Hiragana}\\p{Script=Katakana" : known === "ar" ? "Arabic" : "Latin";
  const foreign = new RegExp(
    `(?![\\p{Script=${own}}\\p{Script=Latin}\\p{Script=Common}\\p{Script=Inherited}])\\p{L}`,
    "u",
  );
  const found = (known && foreign.exec(field.text)) || dressedUp.exec(field.text) || spelledOut.exec(field.text);
  return found ? [block("hidden_character", field, found[0])] : [];
}

/** Whether a name is written in letters as they are, nothing hidden, dressed up or spelled out in it. */
export function isPlainlyWritten(name: string): boolean {
  return !hidden.test(name) && !mixedScripts.test(name) && !dressedUp.test(name) && !spelledOut.test(name);
}

function loudFindings(field: Field): Finding[] {
  const shouted = /(?<![\p{L}\p{N}])(?:\p{Lu}{4,}|\p{Lu}{3,}(?:\s+\p{Lu}{2,})+)(?![\p{L}\p{N}])/u.exec(field.text);
  const marks = /[!！؟?？]\s*[!！؟?？]|!.*!/u.test(
    field.field === "paragraphs" ? field.text.replace(/!.*!/u, "!") : field.text,
  );
  return [
    ...(shouted ? [block("all_caps", field, shouted[0])] : []),
    ...(marks || /[!！]{2}/.test(field.text) ? [{ ...block("spam_phrase", field), severity: "flag" as const }] : []),
  ];
}
