import { env } from "#env";
import { workerSql } from "./connections.ts";

export type ClockState = { anchorReal: number; anchorVirtual: number; speed: number };

// Module state on globalThis: the web process has one clock however often a bundler loads this file.
const store = globalThis as typeof globalThis & { comebackClock?: ClockState };

const still = (): ClockState => ({ anchorReal: 0, anchorVirtual: 0, speed: 1 });
const isBendable = () => env().APP_MODE !== "production";

/** The time the business runs on: the real time in production, the bent one in demo and test mode. */
export async function currentTime(): Promise<Date> {
  if (!isBendable()) return new Date();
  return at(await clockState());
}

function at(clock: ClockState): Date {
  return new Date(clock.anchorVirtual + (Date.now() - clock.anchorReal) * clock.speed);
}

async function clockState(): Promise<ClockState> {
  if (store.comebackClock) return store.comebackClock;
  const [row] = await workerSql()<{ real: string; virtual: string; speed: number }[]>`
    select anchor_real::text as real, anchor_virtual::text as virtual, speed from clocks where id = 1`;
  const loaded = row
    ? { anchorReal: Date.parse(row.real), anchorVirtual: Date.parse(row.virtual), speed: row.speed }
    : still();
  store.comebackClock = loaded;
  return loaded;
}

/** Sets the clock by leap, speed or instant; only demo and test mode may. Returns the new time and speed. */
export async function moveClock(change: {
  advanceMinutes?: number;
  speed?: number;
  set?: Date;
}): Promise<{ now: Date; speed: number }> {
  if (!isBendable()) throw new Error("the clock moves in demo and test mode only");
  const clock = await clockState();
  const real = Date.now();
  const base = change.set?.getTime() ?? at(clock).getTime();
  const next = {
    anchorReal: real,
    anchorVirtual: base + (change.advanceMinutes ?? 0) * 60_000,
    speed: change.speed ?? clock.speed,
  };
  await workerSql()`
    insert into clocks (id, anchor_real, anchor_virtual, speed)
    values (1, ${new Date(next.anchorReal).toISOString()}, ${new Date(next.anchorVirtual).toISOString()}, ${next.speed})
    on conflict (id) do update set anchor_real = excluded.anchor_real, anchor_virtual = excluded.anchor_virtual, speed = excluded.speed`;
  store.comebackClock = next;
  return { now: at(next), speed: next.speed };
}

/** The current time and speed, for the demo's clock bar. */
export async function readClock(): Promise<{ now: Date; speed: number }> {
  return { now: await currentTime(), speed: isBendable() ? (await clockState()).speed : 1 };
}

/** How far the business clock runs ahead of the real one, in milliseconds; 0 in production. */
export async function clockOffset(): Promise<number> {
  return isBendable() ? at(await clockState()).getTime() - Date.now() : 0;
}
