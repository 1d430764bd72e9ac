import type { ActView, ExperimentView } from "#domain/experiment-view.ts";
import { Panel, PanelHeader } from "../../ui/panel.tsx";
import { Time } from "../../ui/time.tsx";
import { actLabels, ruleReasonLabels } from "../labels.ts";
import { changeText } from "./change-text.ts";

type Props = { experiment: ExperimentView; names: Record<string, string>; zone: string };

/** Everything that was done to an experiment, the newest first: by whom, when and why. */
export function ActList({ experiment, names, zone }: Props) {
  return (
    <Panel>
      <PanelHeader title="What was done" />
      <ol aria-label="What was done" className="divide-y">
        {[...experiment.acts].reverse().map((act) => (
          <li key={act.id} className="grid gap-0.5 px-4 py-2.5 text-sm">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">{actLabels[act.kind]}</span>
              <Time at={act.at} zone={zone} className="text-ink-faint text-xs" />
            </p>
            <p className="text-ink-soft">
              {byText(act, names)}
              {act.reason ? `: ${reasonText(act)}` : null}
            </p>
            {changeText(act).map((line) => (
              <p key={line} className="tabular text-ink-faint text-xs">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function byText({ byKind, byId }: ActView, names: Record<string, string>): string {
  if (byKind === "policy") return "By the rule chosen before the start";
  const name = byId ? names[byId] : undefined;
  if (byKind === "key") return `By the key ${name ?? "that is gone"}`;
  return `By ${name ?? "somebody who left"}`;
}

function reasonText({ byKind, reason }: ActView): string {
  const said = reason ?? "";
  if (byKind !== "policy") return said;
  const known = Object.entries<string>(ruleReasonLabels).find(([key]) => key === said);
  return known?.[1] ?? said;
}
