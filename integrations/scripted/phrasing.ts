import type { Brief } from "#domain/draft.ts";
import { hashToUnit } from "#domain/enrollment.ts";
import { fillableSlots, slotsIn } from "#domain/slots.ts";
import { variantsOf } from "./variants.ts";

/** Chooses one of the ways to say a part, and none that begins as one of `said` does where that can be. */
export type Pick = (part: string, choices: string[], said?: string[]) => string;

/** Picks by the seed among what the brief has the facts for. */
export function pickFor(brief: Brief, seed: string): Pick {
  const phrases = sayablePhrases(brief);
  return (part, choices, said = []) =>
    choose(unlike(said, phrases(choices)), { key: `${seed}|${part}`, useWords: brief.brand.useWords });
}

/** The ways to say something that this brief has the facts for, without words the brand avoids where that can be. */
export function sayablePhrases(brief: Brief): (choices: string[]) => string[] {
  const fillable = new Set<string>(fillableSlots(brief));
  const avoided = brief.brand.avoidWords;
  return (choices) => {
    const sayable = choices
      .filter((choice) => slotsIn(choice).every((slot) => fillable.has(slot)))
      .map((choice) => ({
        choice,
        liked: variantsOf(choice).filter((way) => !avoided.some((word) => says(way, word))),
      }));
    const liked = sayable.filter(({ liked }) => liked.length > 0);
    return liked.length > 0 ? liked.flatMap(({ liked }) => liked) : sayable.flatMap(({ choice }) => variantsOf(choice));
  };
}

const opening = (text: string) => text.slice(0, 8).toLowerCase();

function unlike(said: string[], ways: string[]): string[] {
  const other = ways.filter((way) => !said.some((text) => opening(text) === opening(way)));
  return other.length > 0 ? other : ways;
}

/** One of the ways; half of the time one with a word that the brand likes to use, where there is any. */
function choose(every: string[], { key, useWords }: { key: string; useWords: string[] }): string {
  const wanted = every.filter((way) => useWords.some((word) => says(way, word)));
  const ways = wanted.length > 0 && hashToUnit(`${key}|wanted`) < 0.5 ? wanted : every;
  return ways[Math.floor(hashToUnit(key) * ways.length)] ?? "";
}

function says(text: string, word: string): boolean {
  return word.trim() !== "" && text.toLowerCase().includes(word.trim().toLowerCase());
}
