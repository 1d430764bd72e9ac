"use client";

import { type ReportRhythm, reportRhythms } from "#domain/report-rhythm.ts";
import { RhythmPanel } from "./rhythm-panel.tsx";

const words: Record<ReportRhythm, { label: string; hint: string }> = {
  off: { label: "No report", hint: "You look at the results yourself." },
  weekly: { label: "Each week", hint: "On Monday at eight, of Monday to Sunday." },
  monthly: { label: "Each month", hint: "On the first at eight, of the month before." },
};

/** How often a member is mailed what was won back; saved at once. */
export function ReportForm(props: { rhythm: ReportRhythm; zone: string; onChoose: (rhythm: ReportRhythm) => void }) {
  return (
    <RhythmPanel
      title="Report by mail"
      description={`What was won back, with its charts as pictures and the experiments that run. Days and hours are those of ${props.zone}.`}
      rhythms={reportRhythms}
      words={words}
      value={props.rhythm}
      onChoose={props.onChoose}
    />
  );
}
