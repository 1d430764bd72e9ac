import { rhythmDays, type ShopHealth } from "#domain/shop-health.ts";
import { Fact, Facts } from "../ui/facts.tsx";
import { TextLink } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";
import { Stat, Stats } from "../ui/stat.tsx";
import { RelativeTime } from "../ui/time.tsx";
import { outcomeLabels } from "../webhook/labels.ts";
import { answerLabel, refusalLabel, refusalRemedy } from "./labels.ts";

type Seen = { health: ShopHealth; now: string; zone: string };

const perHour = (count: number) => {
  if (count < 0.1) return "less than 0.1";
  return (count >= 10 ? Math.round(count) : Math.round(count * 10) / 10).toLocaleString("en-GB");
};

/** How the intake of one shop does: what comes, how that compares to the usual, and what was refused or broke. */
export function HealthPanel(seen: Seen) {
  const { health, now, zone } = seen;
  const { rate, outcomes, lastEventAt } = health;
  const failed = outcomes.failed;
  // What came within a day tells nothing of other days.
  const rhythmKnown = rate.usualPerHour * rhythmDays * 24 > rate.lastDay + 0.5;
  return (
    <>
      <Warnings {...seen} />
      <Stats className="lg:grid-cols-4">
        <Stat
          label="Last event"
          value={
            <span className="text-lg">
              {lastEventAt ? <RelativeTime past at={lastEventAt} now={now} zone={zone} /> : "None yet"}
            </span>
          }
        />
        <Stat
          label="Events in the last hour"
          value={rate.lastHour.toLocaleString("en-GB")}
          hint={rhythmKnown ? `usually ${perHour(rate.usualPerHour)} an hour` : "no rhythm known yet"}
        />
        <Stat label="Events in the last day" value={rate.lastDay.toLocaleString("en-GB")} />
        <Stat
          label="Failed in seven days"
          value={failed.toLocaleString("en-GB")}
          hint={
            failed > 0 ? (
              <TextLink href={`/settings/webhooks?shop=${health.shopId}&outcome=failed`}>Look and replay</TextLink>
            ) : (
              "nothing waits for you"
            )
          }
        />
      </Stats>
      <Panel>
        <PanelHeader title="Intake" description="Of the last seven days, where nothing else is said." />
        <PanelBody>
          <Facts className="grid-cols-[minmax(7rem,auto)_1fr]">
            <Fact name="Outcomes">
              {(["applied", "ignored", "rejected", "failed", "pending"] as const)
                .map(
                  (outcome) => `${outcomes[outcome].toLocaleString("en-GB")} ${outcomeLabels[outcome].toLowerCase()}`,
                )
                .join(" · ")}
            </Fact>
            <Fact name="Refused">
              <Refused {...seen} />
            </Fact>
            <Fact name="Reconciler">
              <Reconciler {...seen} />
            </Fact>
            <Fact name="Webhooks there">
              <Hooks {...seen} />
            </Fact>
          </Facts>
        </PanelBody>
      </Panel>
    </>
  );
}

function Warnings({ health, now, zone }: Seen) {
  const { silence, signatureFailures, lastEventAt } = health;
  const [refusal] = signatureFailures.latest;
  const refusedSince = refusal && (!lastEventAt || refusal.lastAt > lastEventAt) ? refusal : null;
  const remedy = refusedSince ? refusalRemedy(refusedSince.reason) : null;
  return (
    <>
      {silence.silent && !health.disabledAt ? (
        <Notice tone="warn" role="status">
          <strong className="font-semibold">This shop is quieter than usual.</strong> About{" "}
          {Math.round(silence.expected).toLocaleString("en-GB")} events would have come
          {silence.since ? (
            <>
              {" "}
              since <RelativeTime past at={silence.since} now={now} zone={zone} />
            </>
          ) : null}
          . Its platform may have switched the webhooks off.
        </Notice>
      ) : null}
      {refusedSince ? (
        <Notice tone="bad" role="status">
          <strong className="font-semibold">The newest requests were refused.</strong>{" "}
          {refusalLabel(refusedSince.reason)}, {refusedSince.count.toLocaleString("en-GB")} ×, the last{" "}
          <RelativeTime past at={refusedSince.lastAt} now={now} zone={zone} />. {remedy}
        </Notice>
      ) : null}
    </>
  );
}

function Refused({ health, now, zone }: Seen) {
  const { total, latest } = health.signatureFailures;
  if (total === 0) return "No request with a wrong signature";
  return (
    <ul className="grid gap-0.5">
      {latest.map(({ reason, count, lastAt }) => (
        <li key={`${reason} ${lastAt}`}>
          {refusalLabel(reason)}, {count.toLocaleString("en-GB")} ×, the last{" "}
          <RelativeTime past at={lastAt} now={now} zone={zone} />
        </li>
      ))}
    </ul>
  );
}

function Reconciler({ health, now, zone }: Seen) {
  const { supported, configured, lastRunAt, nextRunAt, outcome, drift, lastDrift, lastDriftAt } = health.reconciliation;
  if (!supported) return "This platform cannot be asked; its webhooks are all there is";
  if (!configured) return "Waits for access to the shop: enter it below";
  return (
    <div className="grid gap-0.5">
      <p>
        {lastRunAt ? (
          <>
            Asked the shop <RelativeTime past at={lastRunAt} now={now} zone={zone} />
          </>
        ) : (
          "The shop has not answered yet"
        )}
        {outcome && outcome !== "ok" ? <span className="text-bad">: {answerLabel(outcome)}</span> : null}
        {nextRunAt ? (
          <span className="text-ink-faint">
            , next <RelativeTime at={nextRunAt} now={now} zone={zone} />
          </span>
        ) : null}
      </p>
      <p>
        {drift === 0
          ? lastRunAt && "Webhooks missed nothing so far"
          : `Repaired ${drift.toLocaleString("en-GB")} missed ${drift === 1 ? "event" : "events"}`}
        {lastDriftAt ? (
          <span className="text-ink-faint">
            , {lastDrift.toLocaleString("en-GB")} of them <RelativeTime past at={lastDriftAt} now={now} zone={zone} />
          </span>
        ) : null}
      </p>
    </div>
  );
}

function Hooks({ health, now, zone }: Seen) {
  const { supported, triedAt, outcome, registered, missing } = health.hooks;
  if (!supported) return "Are made by hand in the shop";
  if (!triedAt) return "Have not been registered yet";
  return (
    <div className="grid gap-0.5">
      <p>
        {registered.length} registered{missing.length > 0 ? "" : ", none missing"}
        <span className="text-ink-faint">
          , looked <RelativeTime past at={triedAt} now={now} zone={zone} />
        </span>
        {outcome && outcome !== "ok" ? <span className="text-bad">: {answerLabel(outcome)}</span> : null}
      </p>
      {missing.length > 0 ? (
        <p className="text-bad">
          Missing: <span className="break-all font-mono text-xs">{missing.join(", ")}</span>
        </p>
      ) : null}
    </div>
  );
}
