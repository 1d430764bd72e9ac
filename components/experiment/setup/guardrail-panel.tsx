"use client";

import { type Guardrail, type GuardrailMetric, guardrailMetrics } from "#domain/experiment.ts";
import { Panel, PanelBody, PanelHeader } from "../../ui/panel.tsx";
import { Switch } from "../../ui/switch.tsx";
import { guardrailLabels } from "../labels.ts";
import type { FaultAt } from "./fault-at.ts";
import { FigureField } from "./figure-field.tsx";
import { guardrailMeasure } from "./measures.ts";

const firstLimits: Record<GuardrailMetric, number> = {
  unsubscribe_rate: 0.01,
  complaint_rate: 0.001,
  refund_rate: 0.02,
  discount_cost: 100,
};

type Props = {
  guardrails: Guardrail[];
  currency: string;
  onChange: (guardrails: Guardrail[]) => void;
  faultAt: FaultAt;
};

/** What must not get worse, and how far beyond the baseline an arm may lie before the experiment is paused by itself. */
export function GuardrailPanel({ guardrails, currency, onChange, faultAt }: Props) {
  const watch = (metric: GuardrailMetric, watched: boolean) =>
    onChange(
      watched
        ? [...guardrails, { metric, direction: "no_higher", limit: firstLimits[metric] }]
        : guardrails.filter((one) => one.metric !== metric),
    );
  return (
    <Panel>
      <PanelHeader
        title="Guardrails"
        description="Where an arm lies beyond a limit for sure, the experiment pauses itself and the admins are told."
      />
      <PanelBody className="grid gap-4">
        {guardrailMetrics.map((metric) => {
          const place = guardrails.findIndex((one) => one.metric === metric);
          const held = guardrails[place];
          const measure = guardrailMeasure(metric, currency);
          return (
            <div key={metric} className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_14rem] sm:items-start">
              <Switch
                label={guardrailLabels[metric]}
                checked={held !== undefined}
                onCheckedChange={(watched) => watch(metric, watched)}
              />
              {held ? (
                <FigureField
                  label={`Most ${held.direction === "no_higher" ? "above" : "below"} the baseline`}
                  unit={measure.unit}
                  min={0}
                  value={measure.shown(held.limit)}
                  onChange={(value) =>
                    onChange(
                      guardrails.map((one, index) =>
                        index === place ? { ...one, limit: measure.stored(value) } : one,
                      ),
                    )
                  }
                  error={faultAt(`plan.guardrails.${place}.limit`) ?? faultAt(`plan.guardrails.${place}`)}
                />
              ) : null}
            </div>
          );
        })}
      </PanelBody>
    </Panel>
  );
}
