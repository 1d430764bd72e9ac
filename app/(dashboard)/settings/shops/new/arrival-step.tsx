"use client";

import { useQuery } from "@tanstack/react-query";
import { writeJson } from "#app/requests.ts";
import { useNow } from "#app/use-now.ts";
import { useWrite } from "#app/write.ts";
import { FirstEvent } from "#components/shop/first-event.tsx";
import type { ShopView } from "#components/shop/shop-view.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { healthQuery, newestEventQuery } from "../queries.ts";

/** Looks every other second whether the shop has spoken, and says what was refused meanwhile. */
export function ArrivalStep({ shop, now: atFirst, zone }: { shop: ShopView; now: string; zone: string }) {
  const now = useNow(atFirst);
  const newest = useQuery(newestEventQuery(shop.id));
  const health = useQuery({ ...healthQuery(shop.id), refetchInterval: 2_000 });
  const test = useWrite({
    send: () => writeJson("POST", `/api/shops/${shop.id}/test-event`),
    refresh: [healthQuery(shop.id).queryKey],
  });
  if (newest.isError && !newest.data)
    return <ErrorState title="The light is out" onRetry={() => void newest.refetch()} />;
  return (
    <div className="grid gap-4">
      <FirstEvent
        event={newest.data ?? null}
        lastTest={health.data?.lastTest ?? null}
        failures={health.data?.signatureFailures ?? { total: 0, latest: [] }}
        now={now}
        zone={zone}
        testing={test.busy}
        onTest={() => test.write(undefined)}
      />
      <div className="flex justify-end border-t pt-4">
        <Button asChild variant={newest.data ? "primary" : "secondary"}>
          <Link href={`/settings/shops/${shop.id}`}>
            {newest.data ? "Done: to the shop's page" : "Go on without it"}
          </Link>
        </Button>
      </div>
    </div>
  );
}
