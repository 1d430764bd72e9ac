import type { Caller } from "#auth/testing/caller.ts";

export type Sample = { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };

/** Makes what a request needs, by a member of the tenant, and says the request. */
export type Sampling = (tenantId: string, caller: Caller) => Promise<Sample> | Sample;
