import { randomBytes } from "node:crypto";
import { liveExperiments } from "#db/experiments.ts";
import type { Scope } from "#db/scope.ts";
import { addressOf, shoppers } from "#db/seed/cast.ts";
import { liveVersions } from "#db/sequences.ts";
import { normalizeAddress } from "#domain/contact.ts";
import { armAt, rangesOf } from "#domain/experiment/assign.ts";
import type { Arm } from "#domain/experiment.ts";
import type { Visitor } from "./visitor.ts";

/** One of the cast under a fresh address, chosen so that it is not held out: who tries the shop wants to see mail. */
export async function newVisitor(scope: Scope, now: Date): Promise<Visitor> {
  const number = randomBytes(1)[0] ?? 0;
  const english = shoppers.filter((one) => one.language === "en");
  const shopper = english[number % english.length];
  if (!shopper) throw new Error("the cast is empty");
  return {
    cartId: `nl-${randomBytes(6).toString("hex")}`,
    lines: [],
    shopper: { ...shopper, email: await writableAddress(scope, addressOf(shopper, 0)) },
    known: false,
    code: null,
    ordered: null,
    startedAt: now.toISOString(),
  };
}

async function writableAddress(scope: Scope, address: string): Promise<string> {
  for (;;) {
    const fresh = address.replace("@", `+${randomBytes(2).toString("hex")}@`);
    const arm = await armOf(scope, fresh);
    if (arm?.kind !== "holdout") return fresh;
  }
}

/** The arm that speaks for an address when its cart is abandoned, a holdout before any other; null while none runs. */
export async function armOf(scope: Scope, address: string): Promise<Arm | null> {
  const [live] = await liveVersions(scope);
  const running = live ? await liveExperiments(scope, live.sequenceId) : [];
  const drawn = running.flatMap(({ id, arms, ranges }) => {
    const pieces = ranges ?? rangesOf(arms.map((arm) => ({ arm: arm.name, weight: arm.share })));
    const name = armAt(id, normalizeAddress(address) ?? address, pieces);
    return arms.find((arm) => arm.name === name) ?? [];
  });
  return drawn.find((arm) => arm.kind === "holdout") ?? drawn[0] ?? null;
}
