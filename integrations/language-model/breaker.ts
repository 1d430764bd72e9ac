import type { Pulse } from "../pace.ts";

export type Breaker = {
  /** Whether nothing is to be asked now: the provider rests, or one request is out to see whether it is back. */
  isOpen(): boolean;
  /** A request goes out; while the breaker is half open it is the one that finds out. */
  goes(): void;
  comesBack(outcome: "answered" | "fault" | "left"): void;
};

export type BreakerRules = { faultsToOpen: number; restMs: number };

/** Opens after faults in a row; after its rest it lets one request out, whose outcome closes it or begins a new rest. */
export function breakerOf(rules: () => BreakerRules, pulse: Pulse): Breaker {
  let faults = 0;
  let restUntil = 0;
  let probing = false;
  const tripped = () => faults >= rules().faultsToOpen;
  return {
    isOpen: () => tripped() && (probing || pulse.now() < restUntil),
    goes() {
      probing = tripped();
    },
    comesBack(outcome) {
      probing = false;
      if (outcome === "answered") faults = 0;
      if (outcome !== "fault") return;
      faults += 1;
      if (tripped()) restUntil = pulse.now() + rules().restMs;
    },
  };
}
