import type { Analysis } from "#domain/experiment/analysis.ts";
import { verdictText } from "#domain/experiment/told.ts";
import { analyseNow, getLook, saveLook } from "./experiment-results.ts";
import { getExperiment } from "./experiments.ts";
import type { Scope } from "./scope.ts";

const freshMs = 10 * 60_000;

/** An analysis as pages and the API show it: when it was made, whether it is frozen, and what it says in plain words. */
export type ShownAnalysis = { at: string; frozen: boolean; text: string; analysis: Analysis };

/**
 * The frozen analysis of what is concluded; else the kept one while it is fresh, because at a million contacts a new one
 * takes seconds; else a new one, which is kept.
 */
export async function readAnalysis(
  scope: Scope,
  id: string,
  { fresh, now }: { fresh: boolean; now: Date },
): Promise<ShownAnalysis> {
  const experiment = await getExperiment(scope, id);
  const final = await getLook(scope, id, "final");
  if (final) return shown(final.analysis, true);
  const kept = fresh ? null : await getLook(scope, id, "latest");
  if (kept && now.getTime() - kept.at.getTime() < freshMs) return shown(kept.analysis, false);
  const analysis = await analyseNow(scope, experiment, now);
  await saveLook(scope, { experimentId: id, kind: "latest", analysis }, now);
  return shown(analysis, false);
}

function shown(analysis: Analysis, frozen: boolean): ShownAnalysis {
  return { at: analysis.at, frozen, text: verdictText(analysis.verdict, analysis), analysis };
}
