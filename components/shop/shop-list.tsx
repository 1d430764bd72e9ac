import { ChevronRight } from "lucide-react";
import { Badge, Status } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { Panel } from "../ui/panel.tsx";
import { platformLabels } from "./labels.ts";
import type { ShopView } from "./shop-view.ts";

/** The connected shops, each leading to its own page. */
export function ShopList({ shops }: { shops: ShopView[] }) {
  return (
    <Panel>
      <ul aria-label="Shops" className="divide-y">
        {shops.map((shop) => (
          <li key={shop.id}>
            <Link
              href={`/settings/shops/${shop.id}`}
              className="flex items-center gap-4 px-4 py-3 transition-colors first:rounded-t-lg hover:bg-hover"
            >
              <span className="grid min-w-0 flex-1 gap-0.5">
                <span className="flex flex-wrap items-center gap-2 font-medium">
                  {shop.name}
                  <Badge>{platformLabels[shop.platform]}</Badge>
                </span>
                <span className="truncate text-ink-faint text-sm">{shop.url}</span>
              </span>
              {shop.disabledAt ? <Status tone="bad">Off</Status> : <Status tone="good">Receiving</Status>}
              <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint" />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
