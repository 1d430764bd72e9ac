"use client";

import { useState } from "react";
import { toast } from "sonner";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { SequenceTable } from "#components/sequence/sequence-table.tsx";
import { undoing } from "#components/ui/undo.ts";
import type { SequenceRow } from "#domain/rows.ts";
import { inPlaces, moved } from "#domain/timing/places.ts";

type Props = { rows: SequenceRow[]; order: string[]; zone: string; mayMove: boolean };

/** The sequences in the order in which they go first; moved by drag or by key, and put back by undo. */
export function OrderedSequences({ rows, order, zone, mayMove }: Props) {
  const [places, setPlaces] = useState(order);
  const [said, setSaid] = useState("");
  const { write, busy } = useWrite({
    send: (ids: string[]) => writeJson("PUT", "/api/sequences/order", { sequenceIds: ids }),
  });
  const put = (next: string[], before: string[]) => {
    setPlaces(next);
    write(next, { onError: () => setPlaces(before) });
  };
  const shown = inPlaces(rows, places);
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? id;
  const move = (id: string, to: number) => {
    const next = moved(
      shown.map((row) => row.id),
      { id, to },
    );
    if (!next) return;
    put(next, places);
    const told = `‘${nameOf(id)}’ goes ${next.indexOf(id) === 0 ? "first" : `after ‘${nameOf(next[next.indexOf(id) - 1] ?? "")}’`}`;
    setSaid(told);
    toast.success(told, { id: "sequence-order", ...undoing(() => put(places, next)) });
  };
  return (
    <>
      <SequenceTable
        rows={shown}
        places={places}
        zone={zone}
        onMove={mayMove && rows.length > 1 ? move : null}
        busy={busy}
      />
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </>
  );
}
