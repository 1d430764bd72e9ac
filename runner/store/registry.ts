import { type FunctionConfig, readFunctions } from "../protocol/config.ts";
import { type Queryable, rowsOf, run } from "./connection.ts";

export interface RegisteredFunction {
  id: string;
  appId: string;
  name: string;
  config: FunctionConfig;
}

/** The registered functions by id and by the events that start them. Replaced as a whole after each sync. */
export interface Registry {
  byId: ReadonlyMap<string, RegisteredFunction>;
  startedBy(eventName: string): readonly RegisteredFunction[];
}

export const emptyRegistry: Registry = { byId: new Map(), startedBy: () => [] };

export function buildRegistry(functions: readonly RegisteredFunction[]): Registry {
  const named = new Map<string, RegisteredFunction[]>();
  const open: { prefix: string; fn: RegisteredFunction }[] = [];
  for (const fn of functions) {
    for (const trigger of fn.config.triggers) {
      if (!("event" in trigger)) continue;
      if (trigger.event.endsWith("*")) open.push({ prefix: trigger.event.slice(0, -1), fn });
      else named.set(trigger.event, [...(named.get(trigger.event) ?? []), fn]);
    }
  }
  return {
    byId: new Map(functions.map((fn) => [fn.id, fn])),
    startedBy: (name) => {
      const matching = open.filter(({ prefix }) => name.startsWith(prefix)).map(({ fn }) => fn);
      return [...new Set([...(named.get(name) ?? []), ...matching])];
    },
  };
}

/** Functions that left the app stay stored, archived: their unfinished runs wait until they come back. */
export async function loadRegistry(db: Queryable): Promise<Registry> {
  const rows = await rowsOf<{ app_id: string; config: string }>(
    db,
    "select app_id, config from runner.functions where not archived order by id",
  );
  const functions: RegisteredFunction[] = [];
  for (const row of rows) {
    const [config] = readFunctions([JSON.parse(row.config)]).functions;
    if (config) functions.push({ id: config.id, appId: row.app_id, name: config.name ?? config.id, config });
  }
  return buildRegistry(functions);
}

/** Stores what an app registered and archives what it no longer names. */
export async function saveFunctions(
  db: Queryable,
  appId: string,
  functions: readonly { id: string; name: string; config: string }[],
): Promise<void> {
  await run(
    db,
    `insert into runner.functions (id, app_id, name, config)
     select id, $1, name, config from unnest($2::text[], $3::text[], $4::text[]) as fresh (id, name, config)
     on conflict (id) do update set app_id = $1, name = excluded.name, config = excluded.config, archived = false`,
    [appId, functions.map(({ id }) => id), functions.map(({ name }) => name), functions.map(({ config }) => config)],
  );
  await run(db, "update runner.functions set archived = true where app_id = $1 and not id = any($2::text[])", [
    appId,
    functions.map(({ id }) => id),
  ]);
}
