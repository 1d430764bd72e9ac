"use client";

import { useQuery } from "@tanstack/react-query";
import { stateHints, stateLabels, stateTones } from "#components/experiment/labels.ts";
import { ActList } from "#components/experiment/reading/act-list.tsx";
import { ArmsTable } from "#components/experiment/reading/arms-table.tsx";
import { ComparisonTable } from "#components/experiment/reading/comparison-table.tsx";
import { GuardrailTable } from "#components/experiment/reading/guardrail-table.tsx";
import { LiftChart } from "#components/experiment/reading/lift-chart.tsx";
import { MethodPanel } from "#components/experiment/reading/method-panel.tsx";
import { SampleRatioPanel } from "#components/experiment/reading/sample-ratio-panel.tsx";
import { ShareChart } from "#components/experiment/reading/share-chart.tsx";
import { VerdictPanel } from "#components/experiment/reading/verdict-panel.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import type { AnalysisView, ExperimentView } from "#domain/experiment-view.ts";
import { analysisQuery, experimentQuery } from "../queries.ts";
import { ExperimentActions } from "./experiment-actions.tsx";

type Props = {
  first: ExperimentView;
  analysis: AnalysisView;
  sequenceName: string;
  /** What members and keys are called, by their ids. */
  names: Record<string, string>;
  zone: string;
  mayAct: boolean;
};

/** An experiment that was started: what may be said first, then what it rests on. */
export function ExperimentBoard({ first, analysis, sequenceName, names, zone, mayAct }: Props) {
  const { data: experiment } = useQuery({ ...experimentQuery(first.id), initialData: first });
  const { data: shown, isError } = useQuery({ ...analysisQuery(first.id), initialData: analysis });
  const { verdict } = shown.analysis;
  const guardBroken = verdict.kind === "guardrail_broken";
  // What blocks the verdict stands beside it; else it is one of the checks below.
  const sizesOff = verdict.kind === "sample_ratio_off";
  return (
    <Page wide>
      <PageHeader
        above={
          <>
            <TextLink href="/experiments">Experiments</TextLink> on{" "}
            <TextLink href={`/sequences/${experiment.sequenceId}`}>{sequenceName}</TextLink>
          </>
        }
        title={experiment.name}
        description={
          <>
            <Badge tone={stateTones[experiment.state]} className="mr-2">
              {stateLabels[experiment.state]}
            </Badge>
            {stateHints[experiment.state]}
          </>
        }
        actions={mayAct ? <ExperimentActions {...{ experiment, verdict, zone }} /> : null}
      />
      {isError ? (
        <Notice tone="warn" role="status">
          The newest figures could not be loaded; these are older.
        </Notice>
      ) : null}
      <VerdictPanel shown={shown} zone={zone} />
      {sizesOff ? <SampleRatioPanel analysis={shown.analysis} /> : null}
      {guardBroken ? <GuardrailTable analysis={shown.analysis} /> : null}
      <ArmsTable analysis={shown.analysis} weights={experiment.weights} />
      <LiftChart analysis={shown.analysis} minimumEffect={experiment.plan.minimumEffect} />
      {experiment.weights.length > 1 ? <ShareChart {...{ experiment, zone }} until={shown.at} /> : null}
      <ComparisonTable analysis={shown.analysis} />
      {guardBroken ? null : <GuardrailTable analysis={shown.analysis} />}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="grid min-w-0 gap-5">
          {sizesOff ? null : <SampleRatioPanel analysis={shown.analysis} />}
          <ActList {...{ experiment, names, zone }} />
        </div>
        <MethodPanel {...{ experiment, zone }} analysis={shown.analysis} />
      </div>
    </Page>
  );
}
