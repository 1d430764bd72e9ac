import type { Actor } from "#auth/actor.ts";

/** On whose behalf an operation is done, and when. */
export type Performing = {
  actor: Actor;
  now: Date;
  /** The idempotency key, where one was sent. */
  key: string | null;
  /** A person's one-time code, where one was sent. */
  code: string | null;
};
