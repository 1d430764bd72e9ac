"use client";

import { type DigestChoice, digestChoices } from "#domain/digest.ts";
import { RhythmPanel } from "./rhythm-panel.tsx";

const words: Record<DigestChoice, { label: string; hint: string }> = {
  off: { label: "No digest", hint: "You look at the queue yourself." },
  daily: { label: "Each morning", hint: "At nine, when drafts wait." },
  hourly: { label: "Each hour", hint: "Once an hour, while drafts wait." },
};

/** How often a reviewer hears by mail what waits; saved at once. */
export function DigestForm(props: { choice: DigestChoice; zone: string; onChoose: (choice: DigestChoice) => void }) {
  return (
    <RhythmPanel
      title="Digest"
      description={`A mail that says how many drafts wait and when the nearest is due. Times are in ${props.zone}.`}
      rhythms={digestChoices}
      words={words}
      value={props.choice}
      onChoose={props.onChoose}
    />
  );
}
