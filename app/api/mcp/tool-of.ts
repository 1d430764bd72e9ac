import type { CallToolResult, McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Actor } from "#auth/actor.ts";
import { faultFacts, log } from "#auth/log.ts";
import type { Asked, Operation } from "#auth/operation.ts";
import { currentTime } from "#db/clock.ts";
import { AppError } from "#domain/app-error.ts";
import { perform } from "../v1/perform.ts";
import { textsApart } from "./texts-apart.ts";

/** Makes a tool of an operation: the three parts of its request are its arguments, by their own names. */
export function addTool(server: McpServer, operation: Operation, actor: Actor): void {
  const { id, summary, description, method, shapes, scope, loosens } = operation;
  const code = loosens ? " Needs a one-time code, which a person is mailed when it is first asked for." : "";
  server.registerTool(
    id,
    {
      title: summary,
      description: `${summary}.${description ? ` ${description}` : ""} Needs the scope ${scope}.${code}`,
      inputSchema: z.strictObject({ ...argumentsOf(operation), ...(method === "GET" ? {} : writing(operation)) }),
      ...(shapes.answer instanceof z.ZodObject ? { outputSchema: shapes.answer } : {}),
      annotations: {
        readOnlyHint: method === "GET",
        destructiveHint: method === "DELETE",
        idempotentHint: method !== "POST",
        openWorldHint: false,
      },
    },
    (given: unknown) => callTool(operation, actor, given),
  );
}

/** The fields of path, query and body side by side; a body that is no plain object stands under `body`. */
function argumentsOf({ shapes }: Operation): z.ZodRawShape {
  const { params, query, body } = shapes;
  const fields = (shape: z.ZodType | null) => (shape instanceof z.ZodObject ? shape.shape : {});
  return { ...fields(params), ...fields(query), ...(body instanceof z.ZodObject ? body.shape : body ? { body } : {}) };
}

function writing({ loosens }: Operation): z.ZodRawShape {
  return {
    idempotency_key: z.string().max(200).optional().meta({ description: "The same call under it is done once a day" }),
    ...(loosens ? { code: z.string().max(40).optional().meta({ description: "A person's one-time code" }) } : {}),
  };
}

const record = z.record(z.string(), z.unknown());

async function callTool(operation: Operation, actor: Actor, given: unknown): Promise<CallToolResult> {
  const { idempotency_key: key, code, ...said } = record.parse(given ?? {});
  try {
    const by = { actor, now: await currentTime(), key: textOrNull(key), code: textOrNull(code) };
    const { answer } = await perform(operation, askedOf(operation, said), by);
    return answer === "" ? { content: [{ type: "text", text: "Done." }] } : answered(JSON.parse(answer));
  } catch (error) {
    return refused(operation, actor, error);
  }
}

const textOrNull = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

function askedOf({ shapes }: Operation, said: Record<string, unknown>): Asked {
  const part = (shape: z.ZodType | null) => {
    const names = shape instanceof z.ZodObject ? Object.keys(shape.shape) : [];
    return Object.fromEntries(names.filter((name) => name in said).map((name) => [name, said[name]]));
  };
  const body = shapes.body instanceof z.ZodObject ? part(shapes.body) : said.body;
  return { params: part(shapes.params), query: part(shapes.query), body: shapes.body ? body : undefined };
}

/** The answer as it is, for programs; and for models with everybody else's words in a block of their own. */
function answered(value: unknown): CallToolResult {
  const { trusted, texts } = textsApart(value);
  const blocks = [{ type: "text" as const, text: JSON.stringify(trusted) }];
  if (texts !== null) blocks.push({ type: "text", text: texts });
  return { content: blocks, structuredContent: record.parse(value) };
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
