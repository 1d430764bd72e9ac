/** A name that words may say and the fact it is; `exact` ones only as they are written. */
export type KnownName = { name: string; factId: string; exact: boolean };

const patterns = new Map<string, RegExp>();

/** Where a name stands as a word of its own. */
export function patternOfName({ name, exact }: KnownName): RegExp {
  const key = `${exact} ${name}`;
  const kept = patterns.get(key);
  if (kept) return kept;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const source = `${edge(name.charAt(0), "<!")}${escaped}${edge(name.slice(-1), "!")}`;
  const pattern = new RegExp(source, exact ? "gu" : "giu");
  // A queue of thousands of drafts must not keep every title for ever.
  if (patterns.size > 500) patterns.clear();
  patterns.set(key, pattern);
  return pattern;
}

/** Beside a Latin name Japanese goes on without a gap; beside a Japanese one there is none to look for. */
function edge(letter: string, look: "<!" | "!"): string {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter)) return "";
  return `(?${look}${/\p{Script=Arabic}/u.test(letter) ? "\\p{Script=Arabic}" : "[\\p{Script=Latin}\\p{N}]"})`;
}
