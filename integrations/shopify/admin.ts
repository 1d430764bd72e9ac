import { createHash } from "node:crypto";
import { z } from "zod";
import type { Connection } from "../platform.ts";
import { type Api, apiOf, PlatformFault } from "../platform-api.ts";

const version = "2026-07";
const mostTries = 4;
const longestWaitSeconds = 20;

const throttle = z.object({ currentlyAvailable: z.number(), restoreRate: z.number().positive() });
const cost = z.object({ requestedQueryCost: z.number().nullish(), throttleStatus: throttle });
const envelope = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ extensions: z.object({ code: z.string().nullish() }).nullish() }))
    .nullish()
    .catch([{}]),
  extensions: z.object({ cost }).nullish().catch(null),
});

export type Admin = {
  /** The `data` of one operation in the given shape. Throws PlatformFault. */
  ask<S extends z.ZodType>(operation: { query: string; variables: object; shape: S }): Promise<z.output<S>>;
};

/** The operation asks for more than Shopify grants one of them, so that smaller pages may pass. */
export class TooCostly extends PlatformFault {
  constructor() {
    super("refused");
  }
}

/**
 * Shopify's GraphQL Admin API. Every answer says what is left of the store's budget of points and how fast it fills:
 * what was throttled is asked again when enough is there, and a call that emptied the budget waits before it returns.
 */
export async function adminOf(connection: Connection): Promise<Admin> {
  const api = apiOf(connection, { "x-shopify-access-token": await accessToken(connection) });
  const wait = connection.wait ?? ((milliseconds) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));
  return {
    async ask({ query, variables, shape }) {
      for (let tried = 1; ; tried += 1) {
        const answer = await post(connection, api, { query, variables });
        const codes = (answer.errors ?? []).map((error) => error.extensions?.code ?? "");
        const waitSeconds = waitOf(answer.extensions?.cost);
        if (codes.includes("THROTTLED")) {
          if (tried === mostTries) throw new PlatformFault("limited", { retryAfterSeconds: waitSeconds });
          await wait(Math.max(1, waitSeconds) * 1000);
          continue;
        }
        if (codes.includes("MAX_COST_EXCEEDED")) throw new TooCostly();
        if (codes.includes("ACCESS_DENIED")) throw new PlatformFault("unauthorized");
        if (codes.length > 0) throw new PlatformFault("refused");
        if (waitSeconds > 0) await wait(waitSeconds * 1000);
        const parsed = shape.safeParse(answer.data);
        if (!parsed.success) throw new PlatformFault("unreadable_answer");
        return parsed.data;
      }
    },
  };
}

async function post(connection: Connection, api: Api, body: object) {
  try {
    const { json } = await api.call({ method: "POST", path: `api/${version}/graphql.json`, body });
    const parsed = envelope.safeParse(json);
    if (!parsed.success) throw new PlatformFault("unreadable_answer");
    return parsed.data;
  } catch (fault) {
    if (fault instanceof PlatformFault && fault.reason === "unauthorized") tokens.delete(keyOf(connection));
    throw fault;
  }
}

/** Seconds until the budget allows the same operation again. */
function waitOf(spent: z.infer<typeof cost> | null | undefined): number {
  if (!spent) return 0;
  const missing = (spent.requestedQueryCost ?? 0) - spent.throttleStatus.currentlyAvailable;
  return missing <= 0 ? 0 : Math.min(longestWaitSeconds, Math.ceil(missing / spent.throttleStatus.restoreRate));
}

const grant = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().catch(3600) });
const tokens = new Map<string, { token: string; until: number }>();
const keptMs = 30 * 60_000;

/** The token as given, or one by the client credentials grant: such tokens live a day and are kept half an hour here. */
async function accessToken(connection: Connection): Promise<string> {
  const { accessToken: given, clientId } = connection.credentials;
  if (given) return given;
  if (!clientId || !connection.secret) throw new PlatformFault("not_configured");
  const known = tokens.get(keyOf(connection));
  if (known && known.until > Date.now()) return known.token;
  const body = { grant_type: "client_credentials", client_id: clientId, client_secret: connection.secret };
  const { json } = await apiOf(connection, {}).call({ method: "POST", path: "oauth/access_token", body });
  const parsed = grant.safeParse(json);
  if (!parsed.success) throw new PlatformFault("unauthorized");
  const until = Date.now() + Math.min(keptMs, parsed.data.expires_in * 500);
  tokens.set(keyOf(connection), { token: parsed.data.access_token, until });
  return parsed.data.access_token;
}

function keyOf({ apiBase, credentials, secret }: Connection): string {
  return createHash("sha256")
    .update(JSON.stringify([apiBase, credentials.clientId, secret]))
    .digest("base64");
}
