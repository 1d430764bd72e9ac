"use client";

import { useQuery } from "@tanstack/react-query";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { RunDetail } from "#components/run/run-detail.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Sheet, SheetContent } from "#components/ui/sheet.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { readRun, runsKey } from "./queries.ts";

export function RunSheet(props: { id: string | null; zone: string; onClose: () => void }) {
  const { id, zone } = props;
  const run = useQuery({
    queryKey: ["run", id],
    queryFn: ({ signal }) => readRun(id ?? "", signal),
    enabled: id !== null,
    refetchInterval: 5_000,
  });
  const path = `/api/runs/${encodeURIComponent(id ?? "")}`;
  const refresh = [runsKey, ["run", id]];
  const retry = useWrite({ send: () => writeJson("POST", `${path}/retry`), said: "Tried again", refresh });
  const cancel = useWrite({ send: () => writeJson("DELETE", path), said: "Cancelled", refresh });
  return (
    <Sheet open={id !== null} onOpenChange={(open) => (open ? undefined : props.onClose())}>
      <SheetContent title={run.data?.functionName ?? "Run"}>
        {run.isPending ? <SkeletonRows rows={4} /> : null}
        {run.isError ? <ErrorState onRetry={() => void run.refetch()} /> : null}
        {run.data ? (
          <RunDetail
            run={run.data}
            zone={zone}
            retrying={retry.busy}
            onRetry={() => retry.write(undefined)}
            onCancel={() => cancel.writeAsync(undefined)}
          />
        ) : null}
      </SheetContent>
    </Sheet>
  );
}
