import type { Incentive } from "#domain/incentive.ts";
import type { Incomplete, ShopEvent, Translation } from "#domain/shop-event.ts";

/** A request whose signature holds. `deliveryId` is what duplicates are recognised by. */
export type Verified = { kind: "verified"; deliveryId: string; topic: string };

export type RefusedReason =
  | "no_secret"
  | "missing_signature"
  | "bad_signature"
  | "missing_timestamp"
  | "old_timestamp"
  | "future_timestamp"
  | "missing_delivery_id";
export type Refused = { kind: "refused"; reason: RefusedReason };

/**
 * `body` are the bytes as received; `secrets` are all that are valid now (rotation); `now` is real time, not the
 * demo's; `credentials` are the shop's, for platforms that sign with a key pair.
 */
export type VerifyRequest = {
  headers: Headers;
  body: Uint8Array;
  secrets: string[];
  now: Date;
  credentials?: Record<string, string>;
};

/** `receivedAt` stands in for a source time that the platform left out, `shopUrl` for the host of a product's page. */
export type TranslateRequest = {
  topic: string;
  body: Uint8Array;
  shopCurrency: string | null;
  receivedAt: Date;
  shopUrl?: string;
};

/**
 * How a shop is asked. `apiBase` is what `Platform.apiBase` made of the shop; `publicUrl` is our address for its
 * webhooks; `secret` is what those are signed with; `currency` is the shop's. `fetch` and `wait` are given by tests.
 */
export type Connection = {
  apiBase: string;
  credentials: Record<string, string>;
  publicUrl: string;
  secret?: string;
  currency: string | null;
  fetch?: typeof fetch;
  wait?: (milliseconds: number) => Promise<void>;
};

/** A coupon to make in the shop, under `code`, of use until `expiresAt` by the real clock, which is the shop's. */
export type CouponRequest = {
  code: string;
  incentive: Pick<Incentive, "name" | "kind" | "percent">;
  expiresAt: Date | null;
  currency: string;
};

/** What changed since the cursor. With `more`, ask again at once with the new cursor. */
export type Reconciled = { events: ShopEvent[]; cursor: string; more: boolean };

/** Something that the person who connects a shop must enter. `secret` ones are never shown again. */
export type CredentialField = { name: string; label: string; secret: boolean; hint: string };

/**
 * Whose secret signs: one made here and given to the shop, one that the platform makes (`afterAddress`: only once it
 * knows our webhook address), or none, where a key pair signs. Without a word it is made here.
 */
export type Signing =
  | { by: "us" }
  | { by: "platform"; label: string; hint: string; afterAddress: boolean }
  | { by: "key_pair" };

/** What that person does in the shop, step by step; `{url}` stands for our webhook address. */
export type Setup = { title: string; steps: string[]; topics: string[]; signing?: Signing };

/**
 * All that the path needs of a shop's software. A platform is one folder and one line in `platforms.ts`. Whatever takes
 * a `Connection` asks the shop and throws `PlatformFault` (platform-api.ts) when it does not answer.
 */
export type Platform = {
  /** Fetches the public keys that headers point to, once each, for `verify` to use. Never throws. */
  learnKeys?(headers: Headers, fetcher?: typeof fetch): Promise<void>;
  /** Checks the signature over the raw bytes, in constant time, against every secret. Never throws. */
  verify(request: VerifyRequest): Verified | Refused;
  /** Turns a stored body into events, or says by name why there are none. Pure; never throws. */
  translate(request: TranslateRequest): Translation;
  /** The recovery link with a coupon applied on arrival; the link itself where it is no URL. */
  applyCode?(recoveryUrl: string, code: string): string;
  /** True for an unsigned request that must be answered 200 and kept nowhere, such as a ping on creation of a hook. */
  acknowledge?(request: { headers: Headers; body: Uint8Array }): boolean;
  /** What to answer a GET by which the sender makes sure that the address is ours; null when it asks for no such thing. */
  handshake?(query: URLSearchParams): object | null;
  /** The body to answer a webhook that was taken with, where the platform reads it; null where any will do. */
  answer?(request: { headers: Headers }): object | null;
  /** Fetches what a light body only named. */
  complete?(connection: Connection, event: Incomplete, receivedAt: Date): Promise<Translation>;
  /**
   * Carts and orders changed since the cursor (null: of late), as events; what webhooks missed is repaired by them.
   * `now` is real time, also where the demo's clock runs ahead: the shop's times are.
   */
  reconcile?(connection: Connection, cursor: string | null, now: Date): Promise<Reconciled>;
  /** Switches on the hooks that are missing or were disabled. `missing` are those that the shop refused, by topic. */
  registerHooks?(connection: Connection): Promise<{ registered: string[]; missing: string[] }>;
  /** Makes a coupon in the shop. One that exists under the same code counts as made. */
  mintCoupon?(connection: Connection, coupon: CouponRequest): Promise<{ code: string }>;
  /** A fresh recovery link where the shop's own works once only; null when the cart is gone. */
  freshRecoveryUrl?(
    connection: Connection,
    cart: { externalId: string; recoveryUrl: string | null },
  ): Promise<string | null>;
  /** Hosts of the platform's own to which its recovery links lead, beside the shop's. */
  recoveryHosts?: string[];
  /** Where the shop's API answers; null when the credentials do not say it. */
  apiBase?(shop: { url: string; credentials: Record<string, string> }): string | null;
  credentialFields: CredentialField[];
  setup: Setup;
};
