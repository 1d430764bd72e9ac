import { readFile } from "node:fs/promises";
import postgres from "postgres";

/** What a migration says, statement by statement. */
export async function statementsOf(migration: string): Promise<string[]> {
  const text = await readFile(new URL(`../migrations/${migration}.sql`, import.meta.url), "utf8");
  return text.split("--> statement-breakpoint");
}

/** Lets a test speak as the owner of the tables, as migrations do. */
export async function asOwner({ ownerUrl }: { ownerUrl: string }, work: (owner: postgres.Sql) => Promise<void>) {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}
