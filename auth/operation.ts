import type { z } from "zod";
import type { Scope } from "#db/scope.ts";
import type { KeyScope } from "#domain/member.ts";
import type { Actor } from "./actor.ts";
import { parse, parseParams } from "./request-parts.ts";

export const apiMethods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type ApiMethod = (typeof apiMethods)[number];

/** What an operation gets. It runs in one transaction; `afterCommit` is for what announces rows that must exist. */
export type OperationInput<P, Q, B> = {
  scope: Scope;
  actor: Actor;
  now: Date;
  params: P;
  query: Q;
  body: B;
  afterCommit: (announce: () => Promise<unknown>) => void;
  /** Whether a person stands behind it: a member, or whoever gave a program a one-time code for this request. */
  allowed: boolean;
};

/** What is still to be done for an answer when the transaction has ended: it takes longer, or the rows stand either way. */
export type Afterwards<A> = () => Promise<A>;

/** The three parts of a request, not looked at yet. */
export type Asked = { params: unknown; query: unknown; body: unknown };

export type Described = {
  /** Verb and noun in snake case; an MCP tool of this operation has the same name. */
  id: string;
  method: ApiMethod;
  /** Below `/v1`, with `{name}` for its parameters. */
  path: string;
  /** Further paths that answer alike, for clients that were written for others. */
  aliases?: string[];
  tag: string;
  summary: string;
  description?: string;
  scope: KeyScope;
  /** The status of an answer; 204 goes without a body. */
  status?: 200 | 201 | 202 | 204;
  /**
   * What a person must allow by a one-time code when a key asks, in their words ("let addresses be mailed again"); where
   * `loosensWhen` tells requests apart, when it does.
   */
  loosens?: string;
  /** What clients are told of a tool where its method alone would tell them wrongly. */
  hints?: { destructive?: boolean; idempotent?: boolean; reachesOut?: boolean };
  /** The most bytes of a body; a mebibyte unless said. */
  mostBytes?: number;
  /** A request that works, for the reference. */
  example?: { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };
};

export type Shapes = {
  params: z.ZodType | null;
  query: z.ZodType | null;
  body: z.ZodType | null;
  answer: z.ZodType | null;
};

/** One thing that a program can do, said once: the routes, the reference and the MCP tools are made of it. */
export type Operation = Described & {
  shapes: Shapes;
  /** Throws `AppError` for a request that is not well formed. */
  check(asked: Asked): void;
  /** Whether this request loosens control as things stand. Of an operation without `loosens` none does. */
  loosensNow(asked: Asked, scope: Scope): Promise<boolean>;
  /** Parses the three parts and does it. Throws `AppError` for what cannot be answered. */
  perform(
    asked: Asked,
    context: Omit<OperationInput<never, never, never>, "params" | "query" | "body">,
  ): Promise<unknown>;
};

type Given<P, Q, B, A> = Described & {
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  answer?: z.ZodType<A>;
  /** For an operation that loosens control with some of its requests only. */
  loosensWhen?(input: { scope: Scope; params: P; body: B }): Promise<boolean>;
  run(input: OperationInput<P, Q, B>): Promise<A | Afterwards<A>>;
};

export function operation<P = unknown, Q = unknown, B = unknown, A = void>(given: Given<P, Q, B, A>): Operation {
  const { params, query, body, answer, run, loosensWhen, ...described } = given;
  const read = (asked: Asked) => ({
    params: parseParams(params, asked.params),
    query: query ? parse(query, asked.query) : (asked.query as Q),
    body: body ? parse(body, asked.body) : (asked.body as B),
  });
  return {
    ...described,
    shapes: { params: params ?? null, query: query ?? null, body: body ?? null, answer: answer ?? null },
    check: (asked) => void read(asked),
    loosensNow: async (asked, scope) =>
      loosensWhen ? loosensWhen({ scope, ...read(asked) }) : described.loosens !== undefined,
    perform: (asked, context) => run({ ...context, ...read(asked) }),
  };
}
