import { workerSql } from "./connections.ts";

/** Whether the database answers within two seconds. */
export async function databaseIsUp(): Promise<boolean> {
  const answered = workerSql()`select 1`.then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
  return Promise.race([answered, late]);
}
