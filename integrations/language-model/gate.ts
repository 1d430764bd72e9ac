import { type Pulse, realPulse } from "../pace.ts";
import { breakerOf } from "./breaker.ts";
import { seatsOf } from "./seats.ts";

/**
 * `requestsPerMinute` are spaced evenly. After `faultsToOpen` faults in a row nothing is asked for `restMs`. Nobody waits
 * longer than about twice `patienceMs` to get in: once for a seat, once for the pace.
 */
export type GateRules = {
  concurrency: number;
  requestsPerMinute: number;
  faultsToOpen: number;
  restMs: number;
  patienceMs: number;
};

export const usualGate: Pick<GateRules, "faultsToOpen" | "restMs" | "patienceMs"> = {
  faultsToOpen: 5,
  restMs: 60_000,
  patienceMs: 20_000,
};

/** What became of a request that was let in. A fault is the provider's; `left` says nothing about the provider. */
export type GateOutcome = "answered" | "fault" | "left";

export type Gate = {
  /** Waits to be let in; the reason when that will not be. Whoever got in must `leave`. */
  enter(): Promise<"rate_limited" | "provider_down" | null>;
  leave(outcome: GateOutcome): void;
  /** The provider wants no request for so long, at most an hour. */
  holdBack(milliseconds: number): void;
  /** New rules for whoever comes from now on. */
  follow(rules: GateRules): void;
};

/** One door to a provider: how many at once, how many a minute, silence when it asks for it, and a breaker. */
export function gateOf(given: GateRules, pulse: Pulse = realPulse): Gate {
  let rules = given;
  let nextAt = 0;
  let silentUntil = 0;
  const seats = seatsOf(() => rules.concurrency, pulse);
  const breaker = breakerOf(() => rules, pulse);
  return {
    async enter() {
      if (breaker.isOpen()) return "provider_down";
      if (silentUntil - pulse.now() > rules.patienceMs) return "rate_limited";
      if (!(await seats.take(rules.patienceMs))) return "rate_limited";
      const now = pulse.now();
      const at = Math.max(now, nextAt, silentUntil);
      const refusal = breaker.isOpen() ? "provider_down" : at - now > rules.patienceMs ? "rate_limited" : null;
      if (refusal) {
        seats.give();
        return refusal;
      }
      breaker.goes();
      nextAt = at + 60_000 / rules.requestsPerMinute;
      if (at > now) await pulse.wait(at - now);
      return null;
    },
    leave(outcome) {
      breaker.comesBack(outcome);
      seats.give();
    },
    holdBack(milliseconds) {
      silentUntil = Math.max(silentUntil, pulse.now() + Math.min(milliseconds, 3_600_000));
    },
    follow(next) {
      rules = next;
    },
  };
}
