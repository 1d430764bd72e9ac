import { AppError } from "#domain/app-error.ts";

const most = 20_000;

/** Counts tries per name within a span, in this process. The oldest names go when there are too many. */
export function attemptCounter(limit: { tries: number; minutes: number }) {
  const counts = new Map<string, { tries: number; until: number }>();
  const live = (name: string, now: number) => {
    const found = counts.get(name);
    return found && found.until > now ? found : undefined;
  };
  return {
    /** Counts one try; throws `limited` when the name has used up its tries. */
    count(name: string, now: number): void {
      const found = live(name, now);
      if (found && found.tries >= limit.tries)
        throw new AppError("limited", `Too many tries. Wait ${limit.minutes} minutes, then try again`);
      counts.delete(name);
      counts.set(name, { tries: (found?.tries ?? 0) + 1, until: found?.until ?? now + limit.minutes * 60_000 });
      const [oldest] = counts.keys();
      if (counts.size > most && oldest !== undefined) counts.delete(oldest);
    },
    /** A success clears the name. */
    forget: (name: string): void => void counts.delete(name),
  };
}
