import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { SuppressionReason } from "#domain/message.ts";
import { iso } from "./instants.ts";
import { pageOf, readPosition } from "./keyset.ts";
import type { Scope } from "./scope.ts";
import { searchContacts } from "./search-words.ts";

/** A contact as the API tells of it. `consent` is what they said last, null when they never said anything. */
export type ApiContact = {
  id: string;
  address: string;
  firstName: string | null;
  lastName: string | null;
  phone: string | null;
  language: string | null;
  country: string | null;
  timeZone: string | null;
  tags: string[];
  shopTags: string[];
  consent: "granted" | "withdrawn" | null;
  suppression: SuppressionReason | null;
  createdAt: string;
};

const columns = sql`c.id, c.address, c.first_name as "firstName", c.last_name as "lastName", c.phone, c.language, c.country,
  c.time_zone as "timeZone", coalesce(c.tags, '{}') as tags, coalesce(c.shop_tags, '{}') as "shopTags",
  (select state from consents s where s.tenant_id = c.tenant_id and s.contact_id = c.id and s.channel = 'email'
    order by s.at desc, s.state desc limit 1) as consent,
  (select reason from suppressions p where p.tenant_id = c.tenant_id and p.channel = 'email'
    and p.address_hash = encode(sha256(convert_to(c.address, 'UTF8')), 'hex')) as suppression,
  c.created_at as "createdAt"`;

type Which = { search?: string; tag?: string; cursor?: string; limit?: number };

/** Contacts newest first, by beginnings of words of their name or address; erased ones are not among them. */
export async function listApiContacts(
  scope: Scope,
  which: Which,
): Promise<{ data: ApiContact[]; next: string | null }> {
  const { search, tag, limit = 50 } = which;
  const after = readPosition(which.cursor);
  const found = search?.trim() ? await searchContacts(scope, search) : null;
  const rows = await scope.db.execute<ApiContact & { at: string }>(sql`
    select ${columns}, c.created_at::text as at from contacts c
    where c.tenant_id = ${scope.tenantId} and c.erased_at is null
      and ${found ? found.of(sql`c.id`) : sql`true`}
      and ${tag ? sql`${tag} = any(coalesce(c.tags, '{}') || coalesce(c.shop_tags, '{}'))` : sql`true`}
      and ${after ? sql`(c.created_at, c.id) < (${after.at}::timestamptz, ${after.id})` : sql`true`}
    order by c.created_at desc, c.id desc limit ${limit + 1}`);
  const { kept, next } = pageOf([...rows], limit);
  return { data: kept.map(({ at: _, ...row }) => ({ ...row, createdAt: iso(row.createdAt) })), next };
}

/** One contact; `not_found` for another tenant's and for one that was erased. */
export async function readApiContact(scope: Scope, id: string): Promise<ApiContact> {
  const [row] = await scope.db.execute<ApiContact>(sql`
    select ${columns} from contacts c
    where c.tenant_id = ${scope.tenantId} and c.id = ${id} and c.erased_at is null`);
  if (!row) throw new AppError("not_found", "There is no such contact");
  return { ...row, createdAt: iso(row.createdAt) };
}
