/** Real time and waiting, given from outside so that tests need neither. */
export type Pulse = { now: () => number; wait: (milliseconds: number) => Promise<void> };

export const realPulse: Pulse = {
  now: () => Date.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export type Pace = {
  /** Waits for the next free slot; the seconds still to hold back when the other side has asked for silence. */
  turn(): Promise<number | null>;
  /** The other side wants no request for so many seconds. */
  holdBack(seconds: number): void;
};

/** Spaces requests evenly, at most so many a second. */
export function paceOf(requestsPerSecond: number, pulse: Pulse = realPulse): Pace {
  let nextAt = 0;
  let silentUntil = 0;
  return {
    async turn() {
      const now = pulse.now();
      const at = Math.max(now, nextAt);
      nextAt = at + 1000 / requestsPerSecond;
      if (at > now) await pulse.wait(at - now);
      const left = silentUntil - pulse.now();
      return left > 0 ? Math.ceil(left / 1000) : null;
    },
    holdBack(seconds) {
      silentUntil = Math.max(silentUntil, pulse.now() + seconds * 1000);
    },
  };
}
