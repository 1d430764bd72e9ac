import type { Translation } from "#domain/shop-event.ts";

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

/** `body` are the bytes as received; `secrets` are all that are valid now (rotation); `now` is real time, not the demo's. */
export type VerifyRequest = { headers: Headers; body: Uint8Array; secrets: string[]; now: Date };

/** `receivedAt` stands in for a source time that the platform left out. */
export type TranslateRequest = { topic: string; body: Uint8Array; shopCurrency: string | null; receivedAt: Date };

/** All that the path needs of a shop's software. A platform is one folder and one line in `platforms.ts`. */
export type Platform = {
  /** Checks the signature over the raw bytes, in constant time, against every secret. Never throws. */
  verify(request: VerifyRequest): Verified | Refused;
  /** Turns a stored body into events, or says by name why there are none. Pure; never throws. */
  translate(request: TranslateRequest): Translation;
  /** The recovery link with a coupon applied on arrival; the link itself where it is no URL. */
  applyCode?(recoveryUrl: string, code: string): string;
  /** True for an unsigned request that must be answered 200 and kept nowhere, such as a ping on creation of a hook. */
  acknowledge?(request: { headers: Headers; body: Uint8Array }): boolean;
};
