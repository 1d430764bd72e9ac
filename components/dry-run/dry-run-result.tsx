"use client";

import { useMemo, useState } from "react";
import type { DryRunView } from "#domain/dry-run.ts";
import { partsOf } from "#domain/sequence/dry-run-tally.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { countText } from "../result/chart-parts.tsx";
import { type Names, wordsOf } from "../sequence/step-words.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Stat, Stats } from "../ui/stat.tsx";
import { branchLabel } from "./branch-label.ts";
import { CostPanel, OverlapPanel } from "./cost-panel.tsx";
import { CountPanel } from "./count-panel.tsx";
import { endHints, endLabels, heldLabels, labelOf, refusalLabels } from "./labels.ts";
import { sendDaysOf } from "./send-days.ts";
import { SendsChart, SendsTable } from "./sends-chart.tsx";

type Props = { run: DryRunView; names: Names; others: Record<string, string> };

/** What a dry run came to: who would have entered, what they would have been sent, and at what cost. */
export function DryRunResult({ run, names, others }: Props) {
  const { tally, graph } = run;
  const messages = Object.values(tally.sends).reduce((sum, one) => sum + one, 0);
  const title = titlesOf(graph, names);
  const step = (counts: Record<string, number>, label: (second: string) => string) =>
    partsOf(counts).map(({ first, second, count }) => ({ label: `${title(first)}: ${label(second)}`, count }));
  const plain = (counts: Record<string, number>, label: (key: string) => string) =>
    Object.entries(counts).map(([key, count]) => ({ label: label(key), count }));
  return (
    <>
      <Stats>
        <Stat label="Carts looked at" value={countText(tally.carts)} />
        <Stat
          label="Would have entered"
          value={countText(tally.entered)}
          hint={`${countText(tally.contacts)} people${tally.held > 0 ? `, ${countText(tally.held)} held out` : ""}`}
        />
        <Stat label="Messages" value={countText(messages)} hint={perCart(messages, tally.entered - tally.held)} />
        <Stat label="Would not have entered" value={countText(tally.carts - tally.entered)} />
      </Stats>
      <Sends run={run} names={names} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <CountPanel
          title="Why others would not have entered"
          noun="carts"
          rows={plain(tally.refusals, (reason) => labelOf(refusalLabels, reason))}
        />
        <CountPanel title="How it ended" noun="carts" rows={endsOf(tally)} />
        <CountPanel
          title="What held messages back"
          description="How often a due message waited, by the first rule that held it."
          noun="times"
          rows={step(tally.waits, (reason) => labelOf(heldLabels, reason))}
        />
        <CountPanel
          title="Ways taken"
          noun="carts"
          rows={[
            ...plain(tally.arms, (arm) =>
              arm === "everybody" ? "Everybody, as there is no experiment" : `Arm ${arm}`,
            ),
            ...step(tally.branches, branchLabel),
            ...plain(tally.deeds, (id) => `${title(id)}: done`),
          ]}
        />
        <CostPanel costs={tally.costs} offers={tally.offers} />
        <OverlapPanel overlap={tally.overlap} names={others} />
      </div>
      <Limits />
    </>
  );
}

function Sends({ run, names }: Omit<Props, "others">) {
  const [view, setView] = useState<"chart" | "table">("chart");
  const sends = useMemo(() => sendDaysOf(run.tally.sends, run.graph, names), [run, names]);
  return (
    <Panel>
      <PanelHeader
        title="Messages by day and step"
        actions={
          <Segmented
            label="Show as"
            value={view}
            onChange={setView}
            options={[
              { value: "chart", label: "Chart" },
              { value: "table", label: "Table" },
            ]}
          />
        }
      />
      {sends.days.length === 0 ? (
        <EmptyState title="No message would have left" />
      ) : view === "table" ? (
        <SendsTable {...sends} />
      ) : (
        <>
          <SendsChart {...sends} />
          <div className="sr-only">
            <SendsTable {...sends} />
          </div>
        </>
      )}
    </Panel>
  );
}

function titlesOf(graph: SequenceGraph, names: Names): (stepId: string) => string {
  const titles = new Map(graph.steps.map((step) => [step.id, wordsOf(step, graph, names).title]));
  return (stepId) => titles.get(stepId) ?? stepId;
}

function perCart(messages: number, carts: number): string {
  return carts > 0 ? `${(messages / carts).toFixed(1)} for each cart that may be written to` : "";
}

function Limits() {
  return (
    <Panel>
      <PanelHeader title="What it cannot know" />
      <PanelBody>
        <ul className="grid list-disc gap-1 pl-5 text-ink-soft text-sm">
          <li>Carts are taken as they stand today; what was in them at the time is not kept.</li>
          <li>Nobody opens or clicks a message that was not sent: waits for it run out, and it was not opened.</li>
          <li>People who ordered or unsubscribed really did so, after the messages that they really got.</li>
          <li>Rules, incentives and shares of experiments are today's. Drafts count as let go at once.</li>
        </ul>
      </PanelBody>
    </Panel>
  );
}

function endsOf({ ends }: DryRunView["tally"]) {
  const hints: Record<string, string | undefined> = endHints;
  return Object.entries(ends).map(([end, count]) => ({ label: labelOf(endLabels, end), hint: hints[end], count }));
}
