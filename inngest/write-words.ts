import { listReusable } from "#db/draft-reuse.ts";
import { withJobScope } from "#db/scope.ts";
import type { Brief } from "#domain/draft.ts";
import { factShapeOf, fittingDrafts, pickDraft, type Reusable } from "#domain/draft-reuse.ts";
import { inspect } from "#domain/inspect.ts";
import { type Attempt, patternPromptVersion, writeInspected, writerFor } from "#integrations/writer.ts";
import { loadTenantWriter, type TenantWriter, tokensUnderWay, withTenantWriter } from "./tenant-writer.ts";

type Asked = { tenantId: string; brief: Brief; pattern: string; decisionId: string };
type Store<T> = (attempts: Attempt[]) => Promise<T>;

/**
 * Has a decision's words written as the tenant's settings say, and hands every try to `store`. Whatever goes wrong with a
 * language model ends in scripted words with a named reason. In economy, words of the same pattern that fit are taken again.
 */
export async function writeWords<T>(asked: Asked, now: Date, store: Store<T>): Promise<T> {
  const { tenantId, brief, decisionId } = asked;
  const underWay = tokensUnderWay(tenantId);
  const plan = await withJobScope(tenantId, (scope) => loadTenantWriter(scope, now));
  const scripted = writerFor({ kind: "scripted" });
  const { model } = plan;
  if (!model) {
    const { attempts } = await writeInspected(brief, { writer: scripted, fallback: scripted, seed: decisionId });
    return store(attempts);
  }
  const write = () =>
    withTenantWriter(tenantId, { ...plan, model }, underWay, async (writer) => {
      const { attempts } = await writeInspected(brief, { writer, fallback: scripted, seed: decisionId });
      return store(attempts);
    });
  return plan.settings.mode === "economy"
    ? sparingly({ ...asked, plan, model: model.model, write }, now, store)
    : write();
}

type Sparing<T> = Asked & { plan: TenantWriter; model: string; write: () => Promise<T> };

// Carts of one pattern come together: while the first has its words written, the others wait for those.
const writing = new Map<string, Promise<unknown>>();

/** Takes words again while enough variants fit; else has them written, at most one at a time for each pattern and shape. */
async function sparingly<T>(asked: Sparing<T>, now: Date, store: Store<T>): Promise<T> {
  const { tenantId, brief, pattern, decisionId, plan, write } = asked;
  const place = `${tenantId} ${pattern} ${factShapeOf(brief)}`;
  const take = async (enough: (fitting: Reusable[]) => boolean) => {
    const fitting = await fittingNow(asked, now);
    const chosen = enough(fitting) ? pickDraft(fitting, decisionId) : null;
    return chosen && [reused(chosen, asked)];
  };
  const isFull = (fitting: Reusable[]) => fitting.length >= plan.settings.variants;
  for (let waited = false; ; waited = true) {
    const taken = await take((fitting) => isFull(fitting) || (writing.has(place) && fitting.length > 0));
    if (taken) return store(taken);
    const underWay = writing.get(place);
    // Who waited in vain writes by itself, so that nobody waits for more than one.
    if (underWay && !waited) await underWay;
    // With the place taken the rows are read once more: what was stored since the last look is there now.
    else
      return inTurn(place, async () => {
        const late = await take(isFull);
        return late ? store(late) : write();
      });
  }
}

async function inTurn<T>(place: string, work: () => Promise<T>): Promise<T> {
  const done = work();
  const settled = done.then(
    () => undefined,
    () => undefined,
  );
  writing.set(place, settled);
  try {
    return await done;
  } finally {
    if (writing.get(place) === settled) writing.delete(place);
  }
}

function fittingNow({ tenantId, brief, pattern, decisionId, plan, model }: Sparing<unknown>, now: Date) {
  const { variants, reuseDays } = plan.settings;
  const since = new Date(now.getTime() - reuseDays * 86_400_000);
  return withJobScope(tenantId, async (scope) => {
    const found = await listReusable(scope, { pattern, model, promptVersion: patternPromptVersion, since });
    return fittingDrafts(found, brief, { variants, seed: decisionId });
  });
}

/** The same words once more, inspected against this cart's own facts, at no cost. */
function reused({ draftId, words, subjects }: Reusable, { brief, model, plan }: Sparing<unknown>): Attempt {
  const free = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, costMicros: 0, latencyMs: 0, confidence: null };
  const by = { writer: "language_model" as const, model, promptVersion: patternPromptVersion };
  const written = { ...free, ...by, words, subjects, currency: plan.settings.priceCurrency };
  return { written, fallbackReason: null, findings: inspect(words, brief), reusedFrom: draftId };
}
