export type Shutdown = {
  /** What was started last is stopped first. */
  add(stop: () => Promise<void> | void): void;
  run(): Promise<void>;
  readonly signal: AbortSignal;
};

/** Collects how to stop what a start has started; whatever comes after the end has begun is stopped at once. */
export function createShutdown(): Shutdown {
  const stops: (() => Promise<void> | void)[] = [];
  const abort = new AbortController();
  let running: Promise<void> | undefined;
  const runAll = async () => {
    abort.abort();
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  };
  return {
    signal: abort.signal,
    add(stop) {
      if (running) running = running.then(stop);
      else stops.push(stop);
    },
    run() {
      running ??= runAll();
      return running;
    },
  };
}
