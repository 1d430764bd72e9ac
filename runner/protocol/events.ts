/** An event as functions get it. `user` is deprecated, yet the real server always puts it on the wire. */
export interface EventBody {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
  user: unknown;
  v?: string;
  meta?: unknown;
}

/** An event on its way through the runner; `key` is its own id (a ULID), `body.id` may be the sender's. */
export interface Received {
  key: string;
  idempotencyKey: string | null;
  body: EventBody;
  /** Runs may not start before this instant of the runner's clock. */
  notBefore: number;
}

export const invokedName = "inngest/function.invoked";
export const failedName = "inngest/function.failed";
export const finishedName = "inngest/function.finished";
export const cancelledName = "inngest/function.cancelled";
export const timerName = "inngest/scheduled.timer";
