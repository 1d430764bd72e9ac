import type { Actor, MachineReason, TouchKind } from "./touchpoint.ts";

const second = 1_000;

/** The limits of the rules by time. Each says how often, or how soon, no person does it. */
export const machineLimits = {
  /** A mail is told of, opened, read and clicked; scanners are done within seconds of the delivery. */
  clickAfterDelivery: 5 * second,
  /** Images that are fetched as the mail comes in. */
  openAfterDelivery: 2 * second,
  beforeDelivery: 60 * second,
  /** So many acts on one mail within so long: a scanner follows each of a mail's links, all at once. */
  burst: { acts: 4, within: 5 * second },
  /** A browser's name within so long of a machine's act on the same mail from the same network is that machine's. */
  besideMachine: 10 * second,
  /** So many recipients within so long from one network: a gateway that works through its post. */
  manyRecipients: { people: 3, within: second },
  /** So many acts on one mail within so long: a device that is stuck. */
  flood: { acts: 20, within: 600 * second },
  /** A flood whose acts are only counted goes on while they come no further apart than this. */
  floodPause: 60 * second,
} as const;

/** How far back acts are looked at together. */
export const judgedTogether = machineLimits.flood.within;

/**
 * One request for a link or an image. `network` is a keyed hash of the address's prefix, or null where nobody named it;
 * `purpose` is what the headers Sec-Purpose, Purpose, X-Purpose or X-Moz say; `userAgent` is null when it is not known
 * (a mail provider's report) and empty when the request had none.
 */
export type Act = {
  kind: TouchKind;
  messageId: string;
  contactId: string;
  method: string;
  userAgent: string | null;
  purpose: string | null;
  network: string | null;
  at: Date;
};

/** An act that is stored, as it stands by what was known until now. */
export type JudgedAct = {
  id: string;
  kind: TouchKind;
  messageId: string;
  contactId: string;
  network: string | null;
  at: Date;
  by: Actor;
  machineReason: MachineReason | null;
};

/**
 * Programs that fetch links without a person: mail gateways (Barracuda, Proofpoint, Mimecast, Cisco, Trend Micro, Sophos,
 * Fortinet and others name themselves), Microsoft's BingPreview and Office's own checks, Google's proxy and crawlers,
 * previews of messengers, and plain HTTP libraries. Names from the vendors' documents and from Suped, "How can I identify
 * bot user agents in my email click data?", 2026. Google's image proxy follows no links, so that a click of it is a scan.
 */
const scanners =
  /barracuda|proofpoint|mimecast|bingpreview|safelinks|ms-?office|microsoft (office|exchange|outlook)|\bcisco|ironport|trendmicro|tmes|sophos|forti(mail|guard)|symantec|messagelabs|cloudmark|fireeye|trellix|zscaler|\bvade|checkpoint|urldefense|virustotal|googleimageproxy|ggpht|google-(safety|read-aloud|inspectiontool)|yahoomailproxy|slackbot|facebookexternal|whatsapp\/|telegrambot|discordbot|twitterbot|linkedinbot|skypeuripreview|snap url preview|headlesschrome|phantomjs|python-|aiohttp|httpx|curl\/|wget|libwww|go-http-client|okhttp|java\/|jakarta|apache-httpclient|jetty|node-fetch|undici|axios|lua-resty|\b\w*((?<!cu)bot|crawler|spider)\b/i;

/**
 * Gmail's and Yahoo's proxies fetch an image when the mail is opened (Google, "Images in Gmail", 2013), so that an open by
 * one of them stands for a person's unless it comes with the delivery.
 */
const imageProxies = /googleimageproxy|ggpht|yahoomailproxy/i;

/**
 * Apple's Mail Privacy Protection loads every image in the background, opened or not, under the bare name "Mozilla/5.0"
 * (Apple, "Use Mail Privacy Protection"; Postmark and SocketLabs tell it by that name).
 */
const applePrefetch = /^mozilla\/5\.0$/i;

/** What an act says of itself; null where it might be a person's. HEAD asks for no page (RFC 9110, 9.3.2). */
export function machineByItself(act: Pick<Act, "kind" | "method" | "userAgent" | "purpose">): MachineReason | null {
  const { kind, method, userAgent, purpose } = act;
  if (method === "HEAD") return "head_request";
  if (purpose && /prefetch|prerender|preview/i.test(purpose)) return "prefetch_header";
  if (userAgent === null) return null;
  const named = userAgent.trim();
  if (kind === "open" && applePrefetch.test(named)) return "privacy_prefetch";
  if (kind === "open" && imageProxies.test(named)) return null;
  return named === "" || scanners.test(named) ? "scanner_agent" : null;
}

/**
 * Whether an act came so soon after its mail that nobody can have read it. What came in the minute before the delivery
 * counts as with it, since gateways scan before they accept; what came earlier says that the report's clock is wrong.
 */
export function isAtDelivery(act: Pick<Act, "kind" | "at">, deliveredAt: Date | null): boolean {
  if (!deliveredAt) return false;
  const limit = act.kind === "click" ? machineLimits.clickAfterDelivery : machineLimits.openAfterDelivery;
  const after = act.at.getTime() - deliveredAt.getTime();
  return after < limit && after > -machineLimits.beforeDelivery;
}

export type Label = { by: Actor; machineReason: MachineReason | null };
export type Relabel = { id: string; machineReason: MachineReason };
/** What an act is, and which earlier acts it shows to have been a machine's as well. */
export type Verdict = Label & { relabels: Relabel[] };

type Known = {
  /** Null where the mail was never delivered: it stands in the outbox, which no gateway reads. */
  deliveredAt: Date | null;
  /** The mail stands in our own outbox. */
  inOutbox?: boolean;
  /** Earlier acts on the same message, of the last `judgedTogether`. */
  sameMessage: JudgedAct[];
  /** Earlier acts on other messages from the same network, of the last second. */
  sameNetwork: JudgedAct[];
};

/**
 * Mail that stands in the outbox has passed no gateway and is read by whoever tries the product, by hand or by a program
 * that plays a shopper. Only requests that say themselves that nobody looks are machines' there.
 */
function machineInOutbox({ method, purpose }: Act): MachineReason | null {
  return machineByItself({ kind: "click", method, purpose, userAgent: null });
}

/**
 * Whose act it is, by rules that stand in docs/attribution.md: first what it says of itself, then when it came, then what
 * came with it. An act that completes a burst or a flood makes machines' acts of the earlier ones in it too; a machine's
 * act never becomes a person's again.
 */
export function judgeAct(act: Act, known: Known): Verdict {
  const own = known.inOutbox
    ? machineInOutbox(act)
    : (machineByItself(act) ?? (isAtDelivery(act, known.deliveredAt) ? "at_delivery" : null));
  const group = own ? null : groupOf(act, known);
  const machineReason = own ?? group?.reason ?? null;
  const along = own ? besides(act, known.sameMessage) : (group?.acts ?? []);
  const reason = own ? "beside_machine" : (group?.reason ?? "burst");
  return {
    by: machineReason ? "machine" : "person",
    machineReason,
    relabels: along.filter(({ by }) => by === "person").map(({ id }) => ({ id, machineReason: reason })),
  };
}

function groupOf(act: Act, known: Known): { reason: MachineReason; acts: JudgedAct[] } | null {
  const sameKind = known.sameMessage.filter(({ kind }) => kind === act.kind);
  const { burst, flood, manyRecipients } = machineLimits;
  const inBurst = near(act, sameKind, burst.within);
  if (inBurst.length + 1 >= burst.acts) return { reason: "burst", acts: inBurst };
  const inFlood = near(act, sameKind, flood.within);
  if (inFlood.length + 1 >= flood.acts) return { reason: "flood", acts: inFlood };
  const beside = near(act, known.sameMessage, machineLimits.besideMachine).some(
    (one) => one.by === "machine" && one.network !== null && one.network === act.network,
  );
  if (beside) return { reason: "beside_machine", acts: [] };
  const atOnce = near(act, known.sameNetwork, manyRecipients.within);
  const people = new Set([act.contactId, ...atOnce.map(({ contactId }) => contactId)]);
  if (people.size >= manyRecipients.people) return { reason: "many_recipients", acts: atOnce };
  return null;
}

/** What came from the network of a machine's act just before it: a gateway asks under several names. */
function besides(act: Act, sameMessage: JudgedAct[]): JudgedAct[] {
  if (act.network === null) return [];
  return near(act, sameMessage, machineLimits.besideMachine).filter(({ network }) => network === act.network);
}

function near<Acted extends { at: Date }>(act: Act, others: Acted[], within: number): Acted[] {
  return others.filter(({ at }) => Math.abs(act.at.getTime() - at.getTime()) < within);
}
