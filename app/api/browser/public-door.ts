import { acrossTenantsFindPublicDoors, type PublicDoor } from "#db/across-tenants-public.ts";
import { isRowFault } from "#db/row-fault.ts";
import { together } from "../webhooks/together.ts";

const findTogether = together(
  async (keys: string[]) => {
    const found = await acrossTenantsFindPublicDoors(keys);
    return keys.map((key) => found.get(key) ?? null);
  },
  { most: 500, atOnce: 2, mostHeld: 5_000, mostBytes: 1_048_576, bytesOf: (key) => key.length, isOfOne: isRowFault },
);

/** The shop that a public key names; what is no key of ours is not even asked for. */
export async function findPublicDoor(key: string): Promise<PublicDoor | null> {
  return /^pk_\w{24}$/.test(key) ? findTogether(key) : null;
}

export type OriginRefusal = "missing_origin" | "null_origin" | "foreign_origin";

/** Why a page may not speak for the shop, by its exact origin; null when it may. */
export function originRefusal(origin: string | null, allowed: string[]): OriginRefusal | null {
  if (!origin) return "missing_origin";
  if (origin === "null") return "null_origin";
  return allowed.includes(origin) ? null : "foreign_origin";
}
