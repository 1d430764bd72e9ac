import { workerSql } from "./connections.ts";
import { decrypt, encrypt, reseal } from "./encryption.ts";
import { iso } from "./instants.ts";

// The keys of the installation, which belong to no tenant, and the statements that anybody may ask for.

export type PublicKey = { kid: string; publicJwk: Record<string, unknown> };
export type SigningKey = { kid: string; privateJwk: Record<string, unknown> };

const contextOf = (kid: string) => `identity ${kid}`;

/** A key signs for so long; statements made with it can be checked for as long as it is kept. */
const signsDays = 90;
const keptDays = 800;

/** The key to sign with now; null where the newest is too old or there is none yet. */
export async function acrossTenantsSigningKey(now: Date): Promise<SigningKey | null> {
  const [row] = await workerSql()<{ kid: string; sealed: string }[]>`
    select kid, private_sealed as sealed from identity_keys
    where created_at > ${iso(now)}::timestamptz - make_interval(days => ${signsDays}) order by created_at desc, kid limit 1`;
  return row ? { kid: row.kid, privateJwk: JSON.parse(decrypt(row.sealed, contextOf(row.kid))) } : null;
}

/** Adds a key unless another process was faster; answers the one to sign with. */
export async function acrossTenantsAddSigningKey(
  made: PublicKey & { privateJwk: Record<string, unknown> },
  now: Date,
): Promise<SigningKey> {
  const { kid, publicJwk, privateJwk } = made;
  const sealed = encrypt(JSON.stringify(privateJwk), contextOf(kid));
  await workerSql().begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtext('identity keys'))`;
    await sql`
      insert into identity_keys (kid, public_jwk, private_sealed, created_at)
      select ${kid}, ${JSON.stringify(publicJwk)}::text::jsonb, ${sealed}, ${iso(now)}
      where not exists (select from identity_keys
        where created_at > ${iso(now)}::timestamptz - make_interval(days => ${signsDays}))`;
  });
  const key = await acrossTenantsSigningKey(now);
  if (!key) throw new Error("there is no key to sign with");
  return key;
}

/** The public halves of all keys whose statements can still be checked, the newest first. */
export async function acrossTenantsPublicKeys(now: Date): Promise<PublicKey[]> {
  return workerSql()<PublicKey[]>`
    select kid, public_jwk as "publicJwk" from identity_keys
    where created_at > ${iso(now)}::timestamptz - make_interval(days => ${keptDays}) order by created_at desc, kid`;
}

/** The statement of a message that has left, by the message's id, or that it bears none; null where there is no such message. */
export async function acrossTenantsFindStatement(
  messageId: string,
  header: string,
): Promise<{ statement: string | null } | null> {
  const [row] = await workerSql()<{ statement: string | null }[]>`
    select headers ->> ${header} as statement from messages where id = ${messageId} and status = 'sent'
    union all
    select headers ->> ${header} from letters where id = ${messageId} and status = 'sent'`;
  return row ? { statement: row.statement } : null;
}

/** Seals the private halves anew, where the encryption key before this one sealed them. */
export async function acrossTenantsResealIdentityKeys(): Promise<{ sealed: number; next: null }> {
  const sql = workerSql();
  const keys = await sql<{ kid: string; secret: string }[]>`select kid, private_sealed as secret from identity_keys`;
  let sealed = 0;
  for (const { kid, secret } of keys) {
    const anew = reseal(secret, contextOf(kid));
    if (!anew) continue;
    await sql`update identity_keys set private_sealed = ${anew} where kid = ${kid} and private_sealed = ${secret}`;
    sealed += 1;
  }
  return { sealed, next: null };
}
