import { useEffect, useState } from "react";

/** Which row of a list is read beside it: the one that was asked for, else the first. The address says which was asked for. */
export function useChosenRow(
  rows: { id: string }[],
  first: string | null,
  addressOf: (asked: string | null) => string,
) {
  const [asked, choose] = useState(first);
  const chosenId = asked ?? rows[0]?.id ?? null;
  const at = rows.findIndex((row) => row.id === chosenId);
  const address = addressOf(asked);
  useEffect(() => window.history.replaceState(null, "", address), [address]);
  const move = (by: 1 | -1) => {
    const next = rows[at + by] ?? (at < 0 ? rows[0] : undefined);
    if (next) choose(next.id);
  };
  /** What is read when the chosen one leaves the list: the next, else the one before it. */
  const neighbourId = (rows[at + 1] ?? rows[at - 1])?.id ?? null;
  return { asked, chosenId, choose, move, neighbourId };
}
