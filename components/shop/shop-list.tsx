import { ChevronRight } from "lucide-react";
import type { ShopPulse } from "#domain/shop-health.ts";
import { Badge, Status } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { RelativeTime } from "../ui/time.tsx";
import { platformLabels } from "./labels.ts";
import type { ShopView } from "./shop-view.ts";

/** The connected shops with their pulse, each leading to its own page. */
export function ShopList(props: { shops: ShopView[]; pulses: ShopPulse[]; now: string; zone: string }) {
  const { now, zone } = props;
  return (
    <ul aria-label="Shops" className="divide-y">
      {props.shops.map((shop) => (
        <li key={shop.id}>
          <Link
            href={`/settings/shops/${shop.id}`}
            className="flex items-center gap-4 px-4 py-3 transition-colors hover:bg-hover"
          >
            <span className="grid min-w-0 flex-1 gap-0.5">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                {shop.name}
                <Badge>{platformLabels[shop.platform]}</Badge>
              </span>
              <span className="truncate text-ink-faint text-sm">{shop.url}</span>
            </span>
            <Pulse shop={shop} pulse={props.pulses.find(({ shopId }) => shopId === shop.id)} {...{ now, zone }} />
            <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Pulse(props: { shop: ShopView; pulse: ShopPulse | undefined; now: string; zone: string }) {
  const { shop, now, zone } = props;
  const { lastEventAt = null, failed = 0 } = props.pulse ?? {};
  return (
    <span className="grid shrink-0 justify-items-end gap-0.5 text-right">
      {shop.disabledAt ? (
        <Status tone="bad">Off</Status>
      ) : failed > 0 ? (
        <Status tone="bad">{failed.toLocaleString("en-GB")} failed</Status>
      ) : lastEventAt ? (
        <Status tone="good">Receiving</Status>
      ) : (
        <Status tone="neutral">Waiting</Status>
      )}
      <span className="text-ink-faint text-xs">
        {lastEventAt ? <RelativeTime past at={lastEventAt} now={now} zone={zone} /> : "no event yet"}
      </span>
    </span>
  );
}
