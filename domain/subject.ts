import type { Brief, Words } from "./draft.ts";
import { hashToUnit } from "./enrollment.ts";
import { inspect } from "./inspect.ts";

/**
 * The words under the subject to send: the first candidate that inspection lets pass, or when none does, one by the seed, so
 * that what is wrong with it is found and told.
 */
export function withChosenSubject(
  words: Words,
  subjects: string[],
  { brief, seed }: { brief: Brief; seed: string },
): Words {
  const passes = (subject: string) =>
    inspect({ ...words, subject }, brief).every((finding) => finding.field !== "subject");
  const chosen = subjects.find(passes) ?? subjects[Math.floor(hashToUnit(`${seed}|subject`) * subjects.length)];
  return chosen === undefined ? words : { ...words, subject: chosen };
}

/** The words under another subject than was said before; as they are where there is no other that passes inspection. */
export function withAnotherSubject(
  words: Words,
  subjects: string[],
  { brief, said }: { brief: Brief; said: string },
): Words {
  const others = subjects.filter((subject) => subject !== said);
  if (words.subject !== said || others.length === 0) return words;
  const passing = others.find((subject) =>
    inspect({ ...words, subject }, brief).every((finding) => finding.field !== "subject"),
  );
  return passing === undefined ? words : { ...words, subject: passing };
}
