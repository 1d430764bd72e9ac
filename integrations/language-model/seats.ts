import type { Pulse } from "../pace.ts";

export type Seats = {
  /** Waits for a free seat, first come, first served; false when patience ends before. */
  take(patienceMs: number): Promise<boolean>;
  give(): void;
};

/** So many at once. */
export function seatsOf(count: () => number, pulse: Pulse): Seats {
  let taken = 0;
  const queue: (() => void)[] = [];
  return {
    async take(patienceMs) {
      if (taken < count()) {
        taken += 1;
        return true;
      }
      let call = () => {};
      const called = new Promise<true>((resolve) => {
        call = () => resolve(true);
      });
      queue.push(call);
      if (await Promise.race([called, pulse.wait(patienceMs).then(() => false)])) return true;
      const place = queue.indexOf(call);
      // Called in the very moment in which patience ended: the seat is theirs already.
      if (place < 0) return true;
      queue.splice(place, 1);
      return false;
    },
    give() {
      const next = queue.shift();
      if (next) next();
      else taken -= 1;
    },
  };
}
