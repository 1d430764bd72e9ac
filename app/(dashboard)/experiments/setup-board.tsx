"use client";

import { useQuery } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import type { SetupChoices } from "#components/experiment/setup/choices.ts";
import { movedTo } from "#components/experiment/setup/new-setup.ts";
import { SetupForm } from "#components/experiment/setup/setup-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { SetupView } from "#domain/experiment-view.ts";
import { expectationQuery } from "./queries.ts";
import { useSettled } from "./use-settled.ts";
import { useSetup } from "./use-setup.ts";

type Props = { first: SetupView; id: string | null; choices: SetupChoices; readOnly: boolean };

/** An experiment before its start: everything that is asked of it, saved as a draft until somebody starts it. */
export function SetupBoard({ first, id, choices, readOnly }: Props) {
  const { setup, setSetup, dirty, save, start } = useSetup(first, id);
  const settled = useSettled(setup);
  const { data, isError, isPlaceholderData } = useQuery(expectationQuery(settled));
  const stale = isPlaceholderData || settled !== setup;
  const named = setup.name.trim() !== "";
  const ready = named && !stale && data?.faults.length === 0;
  return (
    <Page wide>
      <PageHeader
        above={<TextLink href="/experiments">Experiments</TextLink>}
        title={id === null ? "New experiment" : first.name}
        description="Nobody is assigned before it is started. From then on only shares and end can change."
        actions={
          readOnly || choices.sequences.length === 0 ? null : (
            <>
              <span role="status" className="text-ink-faint text-sm">
                {named ? (dirty ? "Not saved" : "Saved") : "Give it a name to save it"}
              </span>
              <Button
                disabled={!named || !dirty || start.isPending}
                busy={save.isPending}
                onClick={() => save.mutate()}
              >
                Save draft
              </Button>
              <Button
                variant="primary"
                disabled={!ready || save.isPending}
                busy={start.isPending}
                onClick={() => start.mutate()}
              >
                Start
              </Button>
            </>
          )
        }
      />
      {isError ? (
        <Notice tone="warn" role="status">
          What to expect could not be reckoned: a field holds what is no number or text that fits.
        </Notice>
      ) : null}
      {choices.sequences.length === 0 ? (
        <Panel>
          <EmptyState
            icon={FlaskConical}
            title="There is no sequence to try something on"
            action={<TextLink href="/sequences">Build a sequence</TextLink>}
          />
        </Panel>
      ) : (
        <fieldset disabled={readOnly} className="min-w-0">
          <legend className="sr-only">The experiment</legend>
          <SetupForm
            setup={setup}
            onChange={setSetup}
            onSequence={id === null ? (sequenceId) => setSetup(movedTo(setup, sequenceId, choices)) : null}
            choices={choices}
            expected={data ?? null}
            stale={stale}
          />
        </fieldset>
      )}
    </Page>
  );
}
