import { type ClockState, realTime } from "../time/clock.ts";
import { type Queryable, rowsOf, run } from "./connection.ts";

export async function loadClock(db: Queryable): Promise<ClockState> {
  const [row] = await rowsOf<{ anchor_real: number; anchor_virtual: number; speed: number }>(
    db,
    "select anchor_real, anchor_virtual, speed from runner.clock",
  );
  if (row === undefined) return realTime;
  return { anchorReal: row.anchor_real, anchorVirtual: row.anchor_virtual, speed: row.speed };
}

export async function saveClock(db: Queryable, state: ClockState): Promise<void> {
  await run(
    db,
    `insert into runner.clock (anchor_real, anchor_virtual, speed) values ($1, $2, $3)
     on conflict (single) do update set anchor_real = $1, anchor_virtual = $2, speed = $3`,
    [state.anchorReal, state.anchorVirtual, state.speed],
  );
}
