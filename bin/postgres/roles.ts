import postgres from "postgres";

/** Roles besides the owner: none of them is a superuser or bypasses row-level security. */
export const LOGIN_ROLES = ["comeback_app", "comeback_worker", "comeback_runner"] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];
export type RolePasswords = Record<LoginRole | "comeback_owner", string>;

type Sql = postgres.Sql;

/** As superuser of the embedded cluster: all roles with these passwords. Safe to repeat. */
export async function createRoles(adminUrl: string, passwords: RolePasswords): Promise<void> {
  const sql = connectOnce(adminUrl);
  try {
    for (const [role, password] of Object.entries(passwords)) {
      await createRole(sql, role, password);
      await sql.unsafe(`alter role ${role} login nosuperuser nobypassrls password ${quote(password)}`);
    }
  } finally {
    await sql.end();
  }
}

/** As superuser: the database of the owner, where the runner may make its own schemas. Safe to repeat. */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<void> {
  const sql = connectOnce(adminUrl);
  try {
    const [existing] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!existing)
      await sql.unsafe(`create database "${name}" owner comeback_owner ${template ? `template "${template}"` : ""}`);
    await grantRunner(sql, name);
  } finally {
    await sql.end();
  }
}

/** Lets the runner create its schemas (`runner`, `graphile_worker`), and see nothing of anybody else's. */
export async function grantRunner(sql: Sql, database: string): Promise<void> {
  await sql.unsafe(`grant connect, create on database "${database}" to comeback_runner`);
}

export async function createRole(sql: Sql, role: string, password: string): Promise<void> {
  const [existing] = await sql`select 1 from pg_roles where rolname = ${role}`;
  if (!existing) await sql.unsafe(`create role ${role} login password ${quote(password)}`);
}

export function connectOnce(url: string): Sql {
  return postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
