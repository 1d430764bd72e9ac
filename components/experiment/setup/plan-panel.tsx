"use client";

import type { Plan } from "#domain/experiment.ts";
import { experimentMetrics } from "#domain/experiment.ts";
import { scales } from "#domain/statistics/lift.ts";
import { Choices } from "../../ui/choices.tsx";
import { FieldSet } from "../../ui/field.tsx";
import { Panel, PanelBody, PanelHeader } from "../../ui/panel.tsx";
import { Switch } from "../../ui/switch.tsx";
import { metricHints, metricLabels, scaleHints, scaleLabels } from "../labels.ts";
import type { FaultAt } from "./fault-at.ts";
import { FigureField } from "./figure-field.tsx";
import { effectMeasure, percent } from "./measures.ts";

type Props = { plan: Plan; onChange: (part: Partial<Plan>) => void; faultAt: FaultAt };

/** What decides, on which scale, and how large an effect must be to matter. */
export function PlanPanel({ plan, onChange, faultAt }: Props) {
  const effect = effectMeasure(plan);
  const shown = plan.minimumEffect === null ? null : effect.shown(plan.minimumEffect);
  return (
    <Panel>
      <PanelHeader
        title="How it is judged"
        description="Fixed once the experiment runs: a question that is changed while it is answered has no answer."
      />
      <PanelBody className="grid gap-5">
        <FieldSet legend="What decides">
          <Choices
            label="What decides"
            columns={2}
            value={plan.metric}
            onChange={(metric) => onChange({ metric, ...rescaled(plan, { metric }) })}
            choices={experimentMetrics.map((value) => ({
              value,
              label: metricLabels[value],
              hint: metricHints[value],
            }))}
          />
        </FieldSet>
        <FieldSet legend="The scale that decides">
          <Choices
            label="The scale that decides"
            columns={2}
            value={plan.scale}
            onChange={(scale) => onChange({ scale, ...rescaled(plan, { scale }) })}
            choices={scales.map((value) => ({ value, label: scaleLabels[value], hint: scaleHints[value] }))}
          />
        </FieldSet>
        <div className="grid gap-4 sm:grid-cols-2">
          <FigureField
            label="Least effect that matters"
            unit={effect.unit}
            min={0}
            value={shown}
            onChange={(value) => onChange({ minimumEffect: effect.stored(value) })}
            onEmpty={() => onChange({ minimumEffect: null })}
            hint={`On the ${plan.scale} scale. A smaller one is taken for none.`}
            error={faultAt("plan.minimumEffect")}
          />
          <FigureField
            label="Orders count for"
            unit="days"
            min={1}
            max={90}
            value={plan.watchDays}
            onChange={(value) => onChange({ watchDays: Math.round(value) })}
            hint="From the assignment on."
            error={faultAt("plan.watchDays")}
          />
          {plan.metric === "margin_per_enrolled" ? (
            <FigureField
              label="Left of goods at list price"
              unit="%"
              value={plan.marginPercent}
              onChange={(marginPercent) => onChange({ marginPercent })}
              onEmpty={() => onChange({ marginPercent: null })}
              hint="Where the shop tells no cost of its own."
              error={faultAt("plan.marginPercent")}
            />
          ) : null}
        </div>
        <Finer {...{ plan, onChange, faultAt }} />
      </PanelBody>
    </Panel>
  );
}

/** Another metric or scale is another unit: the least effect begins anew where the old number would mean something else. */
function rescaled(plan: Plan, part: Partial<Plan>): Partial<Plan> {
  const [before, after] = [effectMeasure(plan), effectMeasure({ ...plan, ...part })];
  if (before.unit === after.unit) return {};
  return { minimumEffect: after.unit === "%" ? 0.2 : null };
}

function Finer({ plan, onChange, faultAt }: Props) {
  return (
    <details className="group">
      <summary className="cursor-pointer rounded-sm font-medium text-accent text-sm">Finer settings</summary>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <FigureField
          label="Error allowed"
          unit="%"
          value={percent.shown(plan.alpha)}
          onChange={(value) => onChange({ alpha: percent.stored(value) })}
          hint="How often a difference may be seen where there is none, however often one looks."
          error={faultAt("plan.alpha")}
        />
        <FigureField
          label="Power"
          unit="%"
          value={percent.shown(plan.power)}
          onChange={(value) => onChange({ power: percent.stored(value) })}
          hint="How often the least effect is found where it is there."
          error={faultAt("plan.power")}
        />
        <FigureField
          label="Bring the largest down to"
          unit="quantile"
          value={plan.winsorise}
          onChange={(winsorise) => onChange({ winsorise })}
          onEmpty={() => onChange({ winsorise: null })}
          hint="For revenue and margin, so that one large order decides nothing. Empty: as they are."
          error={faultAt("plan.winsorise")}
        />
        <Switch
          label="Take out what was known before"
          hint="Uses what contacts had spent before (CUPED), which narrows the intervals."
          checked={plan.cuped}
          onCheckedChange={(cuped) => onChange({ cuped })}
        />
      </div>
    </details>
  );
}
