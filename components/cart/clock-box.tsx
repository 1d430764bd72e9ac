import { type AlarmClock, CircleSlash, Hourglass, PenLine, Send } from "lucide-react";
import type { CartClock, NextOnCart } from "#domain/cart-clock.ts";
import { Fact, Facts } from "../ui/facts.tsx";
import { TextLink } from "../ui/link.tsx";
import { Panel, PanelBody } from "../ui/panel.tsx";
import { RelativeTime, Time } from "../ui/time.tsx";
import { blockLabels, waitLabels } from "./labels.ts";

type Props = { clock: CartClock; now: string; zone: string; shopperZone: string | null };

/** What happens to this cart next, and when; or by name why nothing does. */
export function ClockBox({ clock, now, zone, shopperZone }: Props) {
  const { next } = clock;
  const Icon = icons[next.kind];
  return (
    <Panel aria-label="Clock">
      <PanelBody className="flex gap-3 border-b">
        <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0 text-accent" strokeWidth={1.75} />
        <div className="min-w-0">
          <h2 className="font-semibold text-base">{titles[next.kind](next)}</h2>
          <p className="mt-0.5 text-ink-soft text-sm">
            <Next next={next} now={now} zone={zone} shopperZone={shopperZone} />
          </p>
        </div>
      </PanelBody>
      <PanelBody>
        <Facts>
          <Fact name="Last activity">
            <RelativeTime at={clock.lastActivityAt} now={now} zone={zone} />
          </Fact>
          {clock.abandonedAt ? (
            <Fact name="Abandoned">
              <Time at={clock.abandonedAt} zone={zone} />
            </Fact>
          ) : (
            <Fact name="Abandoned if quiet at">
              <Time at={clock.abandonmentDueAt} zone={zone} />
            </Fact>
          )}
        </Facts>
      </PanelBody>
    </Panel>
  );
}

const icons = {
  abandonment: Hourglass,
  enrollment: Hourglass,
  step: Send,
  review: PenLine,
  nothing: CircleSlash,
} satisfies Record<NextOnCart["kind"], typeof AlarmClock>;

const titles: Record<NextOnCart["kind"], (next: NextOnCart) => string> = {
  abandonment: () => "Waiting for the shopper",
  enrollment: () => "About to enter the sequence",
  step: (next) => (next.kind === "step" ? `Step ${next.position + 1} is next` : ""),
  review: () => "Waiting for a review",
  nothing: () => "Nothing more is sent",
};

function Next({ next, now, zone, shopperZone }: Omit<Props, "clock"> & { next: NextOnCart }) {
  switch (next.kind) {
    case "nothing":
      return `${blockLabels[next.reason]}.`;
    case "review":
      return (
        <>
          <TextLink href={`/drafts?draft=${next.draftId}`}>Read the draft</TextLink>
          {next.at ? (
            <>
              {" "}
              due <RelativeTime at={next.at} now={now} zone={zone} />
            </>
          ) : null}
        </>
      );
    case "abandonment":
      return (
        <>
          Counts as abandoned <RelativeTime at={next.at} now={now} zone={zone} />, if nothing moves.
        </>
      );
    case "enrollment":
      return "Within a minute.";
    case "step":
      return (
        <>
          {next.waits && next.waits !== "not_due" ? `${waitLabels[next.waits]}. Asked again ` : "Due "}
          <RelativeTime at={next.at} now={now} zone={zone} />, <Time at={next.at} zone={zone} />
          {shopperZone && shopperZone !== zone ? (
            <>
              {" "}
              here, <Time at={next.at} zone={shopperZone} /> for them
            </>
          ) : null}
        </>
      );
  }
}
