"use client";

import { useEffect, useMemo, useState } from "react";
import type { Brief, Words } from "#domain/draft.ts";

type Inspect = Pick<typeof import("#domain/inspect.ts"), "inspect" | "claimsOf" | "refusesPerson">;

/** Inspects words as they are typed, in this browser: the same functions that judge them on the server, loaded when needed. */
export function useInspection(words: Words | null, brief: Brief | null) {
  const [rules, setRules] = useState<Inspect | null>(null);
  const isWanted = words !== null;
  useEffect(() => {
    if (isWanted) void import("#domain/inspect.ts").then((loaded) => setRules(loaded));
  }, [isWanted]);
  return useMemo(() => {
    if (!rules || !words || !brief) return null;
    const findings = rules.inspect(words, brief);
    const claims = rules.claimsOf(words, brief);
    return { findings, claims, isBlocked: findings.some(rules.refusesPerson) };
  }, [rules, words, brief]);
}
