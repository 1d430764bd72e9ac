import type http from "node:http";
import type { RunnerOptions } from "../options.ts";
import type { Owner } from "../owner.ts";
import type { Session } from "../session.ts";

export interface Answer {
  status: number;
  /** JSON to send; a string is sent as the JSON text it is. */
  body: unknown;
}

export interface Ask {
  options: RunnerOptions;
  session: Session;
  url: URL;
  parts: readonly string[];
  headers: http.IncomingHttpHeaders;
  body: unknown;
}

export interface OwnerAsk {
  options: RunnerOptions;
  owner: Owner;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });

export const refusal = (status: number, message: string): Answer => ({ status, body: { error: message, status } });
