import type { Interval } from "#domain/results.ts";

/** An interval as a bar on a line with zero marked: where the true value most likely lies, and whether zero is in it. */
export function IntervalBar(props: { interval: Interval; value: number; label: string }) {
  const { interval, value } = props;
  const low = Math.min(0, interval.low);
  const high = Math.max(0, interval.high);
  const span = high - low || 1;
  const at = (point: number) => `${((point - low) / span) * 100}%`;
  return (
    <div role="img" aria-label={props.label} className="relative h-5 w-full">
      <span className="absolute inset-x-0 top-1/2 h-px bg-line-strong" />
      <span
        className="absolute top-1/2 h-1.5 -translate-y-1/2 rounded-full bg-accent opacity-35"
        style={{ left: at(interval.low), right: `calc(100% - ${at(interval.high)})` }}
      />
      <span
        className="absolute top-1/2 size-2 -translate-x-1/2 -translate-y-1/2 rounded-full bg-accent"
        style={{ left: at(value) }}
      />
      <span className="absolute inset-y-0.5 w-px bg-ink-faint" style={{ left: at(0) }} />
    </div>
  );
}
