const PERIOD_MS = 250;

/**
 * Calls back when the program that started this one is gone without having told: a signal that only npm's shell saw,
 * or a kill that could not be passed on. Whoever wants that names itself in STARTED_BY.
 */
export function onOrphaned(callback: () => void, startedBy: string | undefined = process.env.STARTED_BY): void {
  if (Number(startedBy) !== process.ppid) return;
  const timer = setInterval(() => {
    if (process.ppid === Number(startedBy)) return;
    clearInterval(timer);
    callback();
  }, PERIOD_MS);
  timer.unref();
}
