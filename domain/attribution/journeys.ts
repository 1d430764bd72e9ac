import { type CreditRules, creditedPath, netValue, type OrderToCredit, type Touchpoint } from "../attribution.ts";
import { stepKey } from "./fitted.ts";
import type { Path } from "./paths.ts";

export type Journey = { touches: Touchpoint[]; orders: OrderToCredit[] };

const dayMs = 86_400_000;

/**
 * The paths of a tenant's contacts, for the fitted models: each order with the visits that it may be credited to, and
 * what was clicked without an order, once its window is over. The same paths are counted together.
 */
export function pathsOf(journeys: Journey[], rules: CreditRules, until: Date): Path[] {
  const counted = new Map<string, Path>();
  const add = (touches: Touchpoint[], ordered: { value: number } | null) => {
    const channels = touches.map(({ channel, position }) => stepKey(channel, position));
    const key = channels.join(">");
    const path = counted.get(key) ?? { channels, shoppers: 0, conversions: 0, value: 0 };
    const conversions = path.conversions + (ordered ? 1 : 0);
    counted.set(key, { channels, shoppers: path.shoppers + 1, conversions, value: path.value + (ordered?.value ?? 0) });
  };
  for (const { touches, orders } of journeys) {
    const used = new Set<Touchpoint>();
    for (const order of orders) {
      const path = creditedPath(order, touches, rules);
      if (path.kind === "organic") continue;
      add(path.touches, { value: netValue(order) });
      for (const touch of path.touches) used.add(touch);
    }
    for (const lost of unordered(touches, used, { rules, until })) add(lost, null);
  }
  return [...counted.values()].toSorted((a, b) => (a.channels.join(">") < b.channels.join(">") ? -1 : 1));
}

/** Persons' clicks that no order followed, one path for each time that went by without the next within the window. */
function unordered(
  touches: Touchpoint[],
  used: Set<Touchpoint>,
  { rules, until }: { rules: CreditRules; until: Date },
): Touchpoint[][] {
  const pause = rules.attributionDays * dayMs;
  const clicks = touches
    .filter((touch) => touch.kind === "click" && touch.by === "person" && !used.has(touch))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const paths: Touchpoint[][] = [];
  for (const click of clicks) {
    const current = paths.at(-1);
    const last = current?.at(-1);
    const goesOn = last && click.at.getTime() - last.at.getTime() <= pause;
    // Clicks of one message after another are one visit; the path keeps a step once in a row.
    if (!current || !goesOn) paths.push([click]);
    else if (last.messageId !== click.messageId) current.push(click);
  }
  return paths.filter((path) => until.getTime() - (path.at(-1)?.at.getTime() ?? 0) > pause);
}
