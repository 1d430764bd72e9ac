import { createHmac } from "node:crypto";
import { type Asking, acrossTenantsFillBucket, acrossTenantsTakeTokens } from "#db/across-tenants-limits.ts";
import { env } from "#env";
import { together } from "../webhooks/together.ts";

type Bucket = { capacity: number; perSecond: number };

const hour = 3_600;
const day = 24 * hour;

/** Why each is as it is: docs/decisions/browsers-are-claims.md. */
export const limits = {
  network: { capacity: 60, perSecond: 2 },
  key: { capacity: 1_000, perSecond: 200 },
  claim: { capacity: 1, perSecond: 1 / day },
  address: { capacity: 3, perSecond: 3 / day },
  networkAddresses: { capacity: 10, perSecond: 10 / hour },
  keyAddresses: { capacity: 300, perSecond: 3_000 / day },
} satisfies Record<string, Bucket>;

export type Limit = keyof typeof limits;

/** What came at the same time is taken in one statement, each bucket once; the first of those who ask are granted. */
const takeTogether = together(
  async (asked: Asking[]) => {
    const buckets = [...Map.groupBy(asked, bucketName)];
    const grants = await acrossTenantsTakeTokens(
      buckets.flatMap(([, [first, ...others]]) => (first ? [{ ...first, wanted: 1 + others.length }] : [])),
      new Date(),
    );
    const left = new Map(buckets.map(([name], index) => [name, grants[index] ?? 0]));
    return asked.map((one) => {
      const name = bucketName(one);
      const tokens = left.get(name) ?? 0;
      left.set(name, tokens - 1);
      return tokens > 0;
    });
  },
  { most: 500, atOnce: 2, mostHeld: 5_000, mostBytes: Number.POSITIVE_INFINITY, bytesOf: () => 0 },
);

const bucketName = (one: { tenantId: string; name: string }) => `${one.tenantId} ${one.name}`;

const mostRemembered = 10_000;
const emptyUntil = new Map<string, number>();

/** Fills a bucket again whose token came to no use. */
export function giveBack(tenantId: string, limit: Limit, subject: string): Promise<void> {
  return acrossTenantsFillBucket(tenantId, `${limit}:${hashed(subject)}`);
}

/** Takes a token, or says for how many seconds it is no use to ask. An empty bucket is remembered here: floods ask nobody. */
export async function take(tenantId: string, limit: Limit, subject: string): Promise<{ waitSeconds: number } | null> {
  const bucket = limits[limit];
  const name = `${limit}:${hashed(subject)}`;
  const key = bucketName({ tenantId, name });
  const until = emptyUntil.get(key) ?? 0;
  if (until > Date.now()) return { waitSeconds: Math.ceil((until - Date.now()) / 1_000) };
  if (await takeTogether({ tenantId, name, wanted: 1, ...bucket })) return null;
  const waitSeconds = Math.ceil(1 / bucket.perSecond);
  if (emptyUntil.size >= mostRemembered) emptyUntil.clear();
  emptyUntil.set(key, Date.now() + 1_000 / bucket.perSecond / 2);
  return { waitSeconds };
}

/** Neither networks nor addresses of people stand in the table. */
function hashed(subject: string): string {
  return createHmac("sha256", env().LINK_SECRET).update(subject).digest("base64url").slice(0, 24);
}
