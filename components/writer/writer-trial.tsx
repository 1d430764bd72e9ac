"use client";

import type { Words } from "#domain/draft.ts";
import type { WriterTrial as Trial } from "#domain/writer-trial.ts";
import { fallbackLabels, findingLabels, writerLabels } from "../draft/labels.ts";
import { Button } from "../ui/button.tsx";
import { Fact, Facts } from "../ui/facts.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";
import { Cost } from "./cost.tsx";

/** One draft for an example cart, with all that it took. */
export function WriterTrial(props: { trial: Trial | null; mayTry: boolean; busy: boolean; onTry: () => void }) {
  const { trial } = props;
  return (
    <Panel>
      <PanelHeader
        title="Try it"
        description="Writes one draft for an example cart with the saved settings. It is sent to nobody and counts into the month."
        actions={
          props.mayTry ? (
            <Button busy={props.busy} onClick={props.onTry}>
              Try it
            </Button>
          ) : null
        }
      />
      {trial ? (
        <PanelBody className="grid gap-4" aria-live="polite">
          {trial.reason ? (
            <Notice tone="warn">The scripted writer wrote: {fallbackLabels[trial.reason]}.</Notice>
          ) : null}
          {trial.words ? <TrialWords words={trial.words} /> : null}
          <TrialFacts trial={trial} />
        </PanelBody>
      ) : null}
    </Panel>
  );
}

function TrialWords({ words }: { words: Words }) {
  return (
    <div className="grid gap-2 rounded-md border bg-sunken p-3 text-sm">
      <p className="font-semibold">{words.subject}</p>
      <p className="text-ink-soft">{words.preheader}</p>
      <p className="font-medium">{words.heading}</p>
      {words.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p className="text-accent">{words.button}</p>
      {words.postscript ? <p className="text-ink-soft">{words.postscript}</p> : null}
    </div>
  );
}

function TrialFacts({ trial }: { trial: Trial }) {
  const { findings, inputTokens, cachedInputTokens, outputTokens } = trial;
  const found = findings.map(({ code, excerpt }) => `${findingLabels[code]}: “${excerpt}”`).join("; ");
  return (
    <Facts>
      <Fact name="Writer">
        {trial.writer ? writerLabels[trial.writer] : "Nobody"}
        {trial.model ? `, asked: ${trial.model}` : ""}
        {trial.tries > 1 ? ` (${trial.tries} tries)` : ""}
      </Fact>
      <Fact name="Inspection">{found || "Nothing found"}</Fact>
      <Fact name="Tokens">
        {inputTokens} in ({cachedInputTokens} cached), {outputTokens} out
      </Fact>
      <Fact name="Cost">
        {trial.tries === 0 ? "none" : <Cost micros={trial.costMicros} currency={trial.currency} />}
      </Fact>
      <Fact name="Took">{(trial.latencyMs / 1_000).toFixed(1)} s</Fact>
    </Facts>
  );
}
