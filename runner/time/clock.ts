/** Time of the runner: real time, or a line through (anchorReal, anchorVirtual) with a slope. */
export interface ClockState {
  anchorReal: number;
  anchorVirtual: number;
  speed: number;
}

export const realTime: ClockState = { anchorReal: 0, anchorVirtual: 0, speed: 1 };

export interface ClockChange {
  set?: number;
  advanceMs?: number;
  speed?: number;
}

/** The runner's instant (ms) at the real instant `real`. */
export function instantAt(state: ClockState, real: number): number {
  return Math.round(state.anchorVirtual + (real - state.anchorReal) * state.speed);
}

/** Moves the anchor to `real` and applies the change; the order is set, advance, speed. */
export function changeClock(state: ClockState, change: ClockChange, real: number): ClockState {
  const from = change.set ?? instantAt(state, real);
  return { anchorReal: real, anchorVirtual: from + (change.advanceMs ?? 0), speed: change.speed ?? state.speed };
}

export interface Clock {
  now(): number;
  speed(): number;
  state(): ClockState;
  replace(state: ClockState): void;
}

export function createClock(real: () => number = Date.now): Clock {
  let state = realTime;
  return {
    now: () => instantAt(state, real()),
    speed: () => state.speed,
    state: () => state,
    replace: (next) => {
      state = next;
    },
  };
}
