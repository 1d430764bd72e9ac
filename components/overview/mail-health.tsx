import type { ReactNode } from "react";
import type { Share } from "#domain/explore.ts";
import {
  complaintLimits,
  type LimitState,
  limitState,
  mailRates,
  type OverviewFigures,
  unsubscribeAim,
} from "#domain/overview-figures.ts";
import { intervalText, rateText } from "../explore/cell-text.ts";
import { rowsHref } from "../explore/path-tables.ts";
import { countText } from "../result/chart-parts.tsx";
import { Status, type Tone } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";

const stateLabels: Record<LimitState, string> = {
  unknown: "Too few to say",
  well: "Below what is advised",
  near: "Above what is advised",
  over: "Over the limit",
};
const stateTones: Record<LimitState, Tone> = { unknown: "neutral", well: "good", near: "warn", over: "bad" };

/** The two rates that mailbox providers watch, against Gmail's limits. */
export function MailHealth({ figures }: { figures: OverviewFigures }) {
  const { unsubscribed, complained } = mailRates(figures.now.counts);
  const before = mailRates(figures.before.counts);
  const days = { ...figures.now.span, currency: figures.currency };
  const href = (measure: "unsubscribed" | "complained") =>
    rowsHref({ kind: "messages", measure, basis: "own_day", filters: {}, ...days });
  return (
    <div className="divide-y">
      <Meter
        name="Reported as spam"
        share={complained}
        before={before.complained}
        limits={complaintLimits}
        marks={[complaintLimits.aim, complaintLimits.most]}
        href={href("complained")}
      >
        Gmail asks for less than 0.1%, and never 0.3% or more.
      </Meter>
      <Meter
        name="Unsubscribed"
        share={unsubscribed}
        before={before.unsubscribed}
        limits={{ aim: unsubscribeAim, most: 1 }}
        marks={[unsubscribeAim]}
        href={href("unsubscribed")}
      >
        No provider names a limit; above 0.5% look for the cause.
      </Meter>
    </div>
  );
}

function Meter(props: {
  name: string;
  share: Share;
  before: Share;
  limits: { aim: number; most: number };
  marks: number[];
  href: string;
  children: ReactNode;
}) {
  const { name, share, before, marks } = props;
  const state = limitState(share, props.limits);
  const whole = Math.max((marks.at(-1) ?? 0) * 1.5, Math.min(share.rate ?? 0, 1) * 1.1);
  const at = (rate: number) => `${Math.min(100, (rate / whole) * 100)}%`;
  return (
    <div className="relative px-4 py-3 transition-colors hover:bg-hover">
      <p className="flex items-baseline justify-between gap-3">
        <Link href={props.href} className="font-medium text-sm after:absolute after:inset-0">
          {name}
          <span className="sr-only">: open the rows</span>
        </Link>
        <Status tone={stateTones[state]}>{stateLabels[state]}</Status>
      </p>
      <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-ink-faint text-xs">
        <span className="tabular font-semibold text-ink text-lg">
          {share.rate === null ? "–" : rateText(share.rate)}
        </span>
        {share.rate === null ? (
          "Nothing was delivered on these days"
        ) : (
          <span>
            95% interval {intervalText(share)} · {countText(share.count)} of {countText(share.of)} delivered
            {before.rate === null ? "" : ` · ${rateText(before.rate)} before`}
          </span>
        )}
      </p>
      <div aria-hidden className="relative mt-2 h-1.5 rounded-full bg-sunken">
        <span
          className={`absolute inset-y-0 left-0 rounded-full ${state === "over" ? "bg-bad" : state === "near" ? "bg-warn" : "bg-accent"}`}
          style={{ width: at(share.rate ?? 0) }}
        />
        {marks.map((mark) => (
          <span key={mark} className="absolute -inset-y-1 w-px bg-ink-faint" style={{ left: at(mark) }} />
        ))}
      </div>
      <p className="mt-1.5 text-2xs text-ink-faint">{props.children}</p>
    </div>
  );
}
