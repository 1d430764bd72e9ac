const labels: Record<string, string> = {
  yes: "yes",
  no: "no",
  unknown: "not known, so no",
  event_came: "it came",
  event_missed: "time ran out",
};

/** Which way was taken at a step that parts them; an experiment's arm is called by its own name. */
export function branchLabel(branch: string): string {
  return labels[branch] ?? `arm ${branch}`;
}
