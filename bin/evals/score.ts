import type { Judged } from "./judge.ts";

export const aims = { recall: 0.99, falseAlarms: 0.02 };

/** `caught` bad and `alarms` on good count any finding; `blocked` and `goodBlocked` those of them that block. */
export type Score = {
  bad: number;
  caught: number;
  blocked: number;
  good: number;
  alarms: number;
  goodBlocked: number;
};

export function scoreOf(judged: Judged[]): Score {
  const bad = judged.filter((one) => one.case.verdict === "bad");
  const good = judged.filter((one) => one.case.verdict === "good");
  return {
    bad: bad.length,
    caught: bad.filter((one) => one.right).length,
    blocked: bad.filter((one) => one.outcome === "blocked").length,
    good: good.length,
    alarms: good.filter((one) => !one.right).length,
    goodBlocked: good.filter((one) => one.outcome === "blocked").length,
  };
}

/** Of bad ones the share that was blocked; 1 when there was none. */
export function recallOf({ bad, caught }: Score): number {
  return bad === 0 ? 1 : caught / bad;
}

/** Of good ones the share that was refused; 0 when there was none. */
export function alarmsOf({ good, alarms }: Score): number {
  return good === 0 ? 0 : alarms / good;
}

export function groupBy<T>(list: T[], keyOf: (one: T) => string): [string, T[]][] {
  return [...Map.groupBy(list, keyOf)];
}
