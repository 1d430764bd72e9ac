"use client";

import { type DigestChoice, digestChoices } from "#domain/digest.ts";
import { Choices } from "../ui/choices.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";

const labels: Record<DigestChoice, string> = { off: "No digest", daily: "Each morning", hourly: "Each hour" };
const hints: Record<DigestChoice, string> = {
  off: "You look at the queue yourself.",
  daily: "At nine, when drafts wait.",
  hourly: "Once an hour, while drafts wait.",
};

/** How often a reviewer hears by mail what waits; saved at once. */
export function DigestForm(props: { choice: DigestChoice; zone: string; onChoose: (choice: DigestChoice) => void }) {
  return (
    <Panel>
      <PanelHeader
        title="Digest"
        description={`A mail that says how many drafts wait and when the nearest is due. Times are in ${props.zone}.`}
      />
      <PanelBody>
        <Choices
          label="Digest"
          columns={3}
          choices={digestChoices.map((value) => ({ value, label: labels[value], hint: hints[value] }))}
          value={props.choice}
          onChange={props.onChoose}
        />
      </PanelBody>
    </Panel>
  );
}
