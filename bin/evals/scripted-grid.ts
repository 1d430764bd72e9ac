import type { Brief, Finding } from "#domain/draft.ts";
import { inspect } from "#domain/inspect.ts";
import { languages } from "#domain/language.ts";
import { stepPurposes } from "#domain/sequence.ts";
import { scriptedWords } from "../../integrations/scripted/scripted-writer.ts";
import { briefIn, situations } from "./situations.ts";

export type GridScore = { written: number; refused: { brief: Brief; findings: Finding[] }[] };

const seeds = Array.from({ length: 6 }, (_, index) => `seed-${index}`);

/** What the scripted writer says for every language, purpose, situation and a few seeds, inspected. */
export function scriptedGrid(): GridScore {
  const briefs = languages.flatMap((language) =>
    stepPurposes.flatMap((purpose) =>
      Object.keys(situations).map((name): Brief => ({ ...briefIn(name, language), purpose })),
    ),
  );
  const refused = briefs.flatMap((brief) =>
    seeds
      .map((seed) => ({ brief, findings: inspect(scriptedWords(brief, seed), brief) }))
      .filter(({ findings }) => findings.length > 0),
  );
  return { written: briefs.length * seeds.length, refused };
}
