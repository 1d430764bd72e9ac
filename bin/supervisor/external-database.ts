import { connectOnce, createRole, grantRunner, LOGIN_ROLES, type LoginRole } from "../postgres/roles.ts";
import { type DatabaseUrls, ROLE_VARIABLES, withRole } from "./database-urls.ts";
import type { Secrets } from "./secrets.ts";
import { StartError } from "./start-error.ts";

type Sql = ReturnType<typeof connectOnce>;
type Source = Record<string, string | undefined>;

const OLDEST_VERSION = 150_000;

/** Checks somebody else's Postgres and gives it the login roles, if DATABASE_URL's user may make them. */
export async function prepareExternalDatabase(
  databaseUrl: string,
  secrets: Secrets,
  source: Source,
): Promise<DatabaseUrls> {
  const sql = connectOnce(parse(databaseUrl));
  try {
    await checkServer(sql, databaseUrl);
    const missing = LOGIN_ROLES.filter((role) => !source[ROLE_VARIABLES[role].variable]);
    await createMissing(sql, missing, secrets);
    const urls = chooseUrls(databaseUrl, secrets, source);
    for (const role of LOGIN_ROLES) await checkRole(urls[ROLE_VARIABLES[role].key], role);
    return urls;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function parse(url: string): string {
  if (/^postgres(ql)?:\/\/[^/]+\/.+/.test(url) && URL.canParse(url)) return url;
  throw new StartError("DATABASE_URL is wrong: write it as postgres://user:password@host:5432/database");
}

async function checkServer(sql: Sql, databaseUrl: string): Promise<void> {
  const { host, pathname } = new URL(databaseUrl);
  try {
    const [row] = await sql`select current_setting('server_version_num')::int as version`;
    if (row?.version >= OLDEST_VERSION) return;
  } catch (error) {
    throw new StartError(
      `DATABASE_URL does not work (${host}${pathname}: ${reasonOf(error)}): correct it, or leave it out to use the embedded Postgres`,
    );
  }
  throw new StartError(`The Postgres at ${host} is too old: version 15 or newer is needed`);
}

async function createMissing(sql: Sql, roles: LoginRole[], secrets: Secrets): Promise<void> {
  if (roles.length === 0) return;
  try {
    for (const role of roles) await createRole(sql, role, secrets[ROLE_VARIABLES[role].secret]);
    const [row] = await sql`select current_database() as name`;
    if (roles.includes("comeback_runner")) await grantRunner(sql, String(row?.name));
  } catch (error) {
    const variables = roles.map((role) => ROLE_VARIABLES[role].variable).join(", ");
    throw new StartError(
      `The user of DATABASE_URL cannot make the roles ${roles.join(", ")} (${reasonOf(error)}): make them and set ${variables}`,
    );
  }
}

function chooseUrls(databaseUrl: string, secrets: Secrets, source: Source): DatabaseUrls {
  const urlFor = (role: LoginRole) =>
    source[ROLE_VARIABLES[role].variable] || withRole(databaseUrl, role, secrets[ROLE_VARIABLES[role].secret]);
  return {
    owner: databaseUrl,
    app: urlFor("comeback_app"),
    worker: urlFor("comeback_worker"),
    runner: urlFor("comeback_runner"),
  };
}

/** A role that bypasses row-level security would let every tenant see every other. */
async function checkRole(url: string, role: LoginRole): Promise<void> {
  const { variable } = ROLE_VARIABLES[role];
  const sql = connectOnce(url);
  try {
    const [row] = await sql`select rolsuper or rolbypassrls as unsafe from pg_roles where rolname = current_user`;
    if (row?.unsafe)
      throw new StartError(`${variable} names a role that bypasses row-level security: use one that does not`);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `${role} cannot connect (${reasonOf(error)}): set ${variable}, or drop the role so that it is made anew`,
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ("code" in error ? String(error.code) : error.name);
}
