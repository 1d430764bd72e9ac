import { z } from "zod";
import type { ShopEvent } from "#domain/shop-event.ts";
import type { Connection, Reconciled } from "../platform.ts";
import { PlatformFault } from "../platform-api.ts";
import { identifier, instant } from "../shapes.ts";
import { complete, stripeApi, withQuery } from "./ask.ts";
import { eventMark, eventPage } from "./payloads.ts";
import { stripeTopics, translateEvent } from "./translate.ts";

/**
 * Stripe lists events newest first. A look goes back page by page (`after`) to `since`; when it is through, the next
 * one begins where this one found the newest (`top`).
 */
const cursorShape = z.object({ since: instant, top: instant.nullish(), after: identifier.nullish() });
type Cursor = { since: Date; top?: Date | null | undefined; after?: string | null | undefined };

const pageSize = 50;
const firstLookMs = 86_400_000;

/** The same events as the webhooks bring, from Stripe's list of the last 30 days, so that both end in the same state. */
export async function reconcile(connection: Connection, cursor: string | null, now: Date): Promise<Reconciled> {
  const from = cursorFrom(cursor, now);
  const path = withQuery("/v1/events", [
    ["limit", String(pageSize)],
    ["created[gte]", String(Math.floor(from.since.getTime() / 1000))],
    ...stripeTopics.map((type): [string, string] => ["types[]", type]),
    ...(from.after ? [["starting_after", from.after] as [string, string]] : []),
  ]);
  const parsed = eventPage.safeParse((await stripeApi(connection).call({ method: "GET", path })).json);
  if (!parsed.success) throw new PlatformFault("unreadable_answer");
  const { data, has_more: more } = parsed.data;
  const events: ShopEvent[] = [];
  for (const one of data.toReversed()) events.push(...(await eventsOf(connection, one, now)));
  const marks = z.array(eventMark).safeParse(data).data;
  if (!marks) throw new PlatformFault("unreadable_answer");
  const top = from.top ?? marks[0]?.created ?? from.since;
  const next: Cursor = more ? { since: from.since, top, after: marks.at(-1)?.id } : { since: top };
  return { events, cursor: JSON.stringify(next), more };
}

async function eventsOf(connection: Connection, json: unknown, now: Date): Promise<ShopEvent[]> {
  const said = translateEvent(json, { shopCurrency: connection.currency, receivedAt: now });
  const whole = said.kind === "incomplete" ? await complete(connection, said, now) : said;
  return whole.kind === "events" ? whole.events : [];
}

function cursorFrom(cursor: string | null, now: Date): Cursor {
  const first = { since: new Date(now.getTime() - firstLookMs) };
  if (cursor === null) return first;
  try {
    return cursorShape.safeParse(JSON.parse(cursor)).data ?? first;
  } catch {
    return first;
  }
}
