import type { CallToolResult, McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Actor } from "#auth/actor.ts";
import { faultFacts, log } from "#auth/log.ts";
import type { Asked, Operation } from "#auth/operation.ts";
import { currentTime } from "#db/clock.ts";
import { AppError } from "#domain/app-error.ts";
import { perform } from "../v1/perform.ts";
import { fence, textsApart } from "./texts-apart.ts";
import { toolShapeOf } from "./tool-shapes.ts";

/** Makes a tool of an operation: the three parts of its request are its arguments, by their own names. */
export function addTool(server: McpServer, operation: Operation, actor: Actor): void {
  server.registerTool(operation.id, toolShapeOf(operation), (given: unknown) => callTool(operation, actor, given));
}

const record = z.record(z.string(), z.unknown());

async function callTool(operation: Operation, actor: Actor, given: unknown): Promise<CallToolResult> {
  const { key, code, said } = apart(operation, given);
  try {
    const by = { actor, now: await currentTime(), key: textOrNull(key), code: textOrNull(code) };
    const { answer } = await perform(operation, askedOf(operation, said), by);
    const { shapes } = operation;
    if (answer === "" || !shapes.answer) return { content: [{ type: "text", text: "Done." }] };
    return answered(shapes.answer, JSON.parse(answer));
  } catch (error) {
    return refused(operation, actor, error);
  }
}

/** What goes with a write, apart from what is said in it. Sending has an idempotency key of its own in its body. */
function apart({ shapes, loosens }: Operation, given: unknown) {
  const said = record.parse(given ?? {});
  const own = shapes.body instanceof z.ZodObject ? shapes.body.shape : {};
  const take = (name: string) => {
    const value = said[name];
    delete said[name];
    return value;
  };
  const key = "idempotency_key" in own ? null : take("idempotency_key");
  return { key, code: loosens ? take("code") : null, said };
}

const textOrNull = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

/** The arguments by the part of the request that they belong to; one that belongs to none is refused by its name. */
function askedOf({ shapes }: Operation, said: Record<string, unknown>): Asked {
  const rest = new Map(Object.entries(said));
  const part = (shape: z.ZodType | null) => {
    const names = shape instanceof z.ZodObject ? Object.keys(shape.shape) : [];
    const taken = names.filter((name) => rest.has(name));
    return Object.fromEntries(taken.map((name) => [name, take(name)]));
  };
  const take = (name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return value;
  };
  const params = part(shapes.params);
  const query = Object.entries(part(shapes.query)).map(([name, value]) => [name, asQuery(value)]);
  const body = shapes.body instanceof z.ZodObject ? part(shapes.body) : take("body");
  const [unknown] = rest.keys();
  if (unknown !== undefined) throw new AppError("invalid", `There is no ${unknown} here`, unknown);
  return { params, query: Object.fromEntries(query), body: shapes.body ? body : undefined };
}

/** What an address would say: there everything is text. */
const asQuery = (value: unknown) => (typeof value === "number" || typeof value === "boolean" ? String(value) : value);

/** The answer twice, for programs and for models: in both everybody else's words stand apart from what we vouch for. */
function answered(shape: z.ZodType, value: unknown): CallToolResult {
  const { trusted, texts } = textsApart(shape, value);
  const blocks = [{ type: "text" as const, text: JSON.stringify(trusted) }];
  const lines = texts.map((text, at) => JSON.stringify({ data: at + 1, text }));
  if (texts.length > 0) blocks.push({ type: "text", text: [fence, ...lines].join("\n") });
  return { content: blocks, structuredContent: { answer: trusted, texts } };
}

/** A refusal is an answer that the model can act on; a fault is logged and tells no more than that it is one. */
function refused(operation: Operation, actor: Actor, error: unknown): CallToolResult {
  if (error instanceof AppError) {
    const { code, message, field } = error;
    const text = JSON.stringify({ error: { code, message, ...(field ? { field } : {}) } });
    return { isError: true, content: [{ type: "text", text }] };
  }
  log().error({ tool: operation.id, tenantId: actor.tenantId, fault: faultFacts(error) }, "fault");
  return { isError: true, content: [{ type: "text", text: "Something broke on our side" }] };
}
