import { causeOf } from "../log.ts";
import { promoteDue } from "../store/jobs.ts";
import type { Engine } from "./context.ts";

/** Real ms between looks at the table even when nothing is known to be due. */
const longestSleep = 500;
const shortestSleep = 5;
/** A transaction that set a timer may commit this long (real ms) after it said so. */
const commitGrace = 1_000;
const batch = 500;

export interface Timers {
  wakeAt(dueAt: number): void;
  /** Looks at once: the clock was moved. */
  nudge(): void;
  stop(): Promise<void>;
}

interface Wake {
  dueAt: number;
  saidAt: number;
}

/**
 * Hands out waiting jobs when they become due. The table is the truth; wakes only say when to look, so that a sleep of
 * two seconds ends on time.
 */
export function startTimers({ pool, clock, log }: Pick<Engine, "pool" | "clock" | "log">): Timers {
  const real = Date.now;
  let wakes: Wake[] = [];
  let handle: NodeJS.Timeout | undefined;
  let armedFor = Number.POSITIVE_INFINITY;
  let looking: Promise<void> = Promise.resolve();
  let stopped = false;

  const arm = (dueAt: number | null) => {
    if (stopped) return;
    const wait = dueAt === null ? longestSleep : (dueAt - clock.now()) / clock.speed();
    const delay = Math.max(shortestSleep, Math.min(longestSleep, wait));
    clearTimeout(handle);
    armedFor = real() + delay;
    handle = setTimeout(look, delay);
  };

  const promote = async (): Promise<number | null> => {
    let result = await promoteDue(pool, clock.now(), batch);
    while (result.count === batch && !stopped) result = await promoteDue(pool, clock.now(), batch);
    return result.next;
  };

  const look = () => {
    looking = promote()
      .catch((error: unknown) => {
        if (!stopped) log("timers could not look", { cause: causeOf(error) });
        return null;
      })
      .then((next) => {
        const now = clock.now();
        wakes = wakes.filter(({ dueAt, saidAt }) => dueAt > now || real() - saidAt < commitGrace);
        arm(Math.min(next ?? Number.POSITIVE_INFINITY, ...wakes.map(({ dueAt }) => dueAt)));
      });
  };

  const soonEnough = (dueAt: number) => {
    return real() + Math.max(shortestSleep, (dueAt - clock.now()) / clock.speed());
  };

  arm(null);
  return {
    wakeAt(dueAt) {
      const at = soonEnough(dueAt);
      if (at > real() + longestSleep + commitGrace) return;
      wakes.push({ dueAt, saidAt: real() });
      if (at < armedFor) arm(dueAt);
    },
    nudge: () => arm(clock.now()),
    async stop() {
      stopped = true;
      clearTimeout(handle);
      await looking;
    },
  };
}
