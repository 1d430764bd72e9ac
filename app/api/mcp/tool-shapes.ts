import type { StandardSchemaWithJSON, ToolAnnotations } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Operation } from "#auth/operation.ts";
import { apartSchema } from "./texts-apart.ts";

/** What clients are told of a tool. */
export type ToolShape = {
  title: string;
  description: string;
  inputSchema: StandardSchemaWithJSON;
  outputSchema?: StandardSchemaWithJSON;
  annotations: ToolAnnotations;
};

const made = new WeakMap<Operation, ToolShape>();

/** Tells an operation as a tool. Once per process: a server is built for each request, its schemas are the same in all. */
export function toolShapeOf(operation: Operation): ToolShape {
  const known = made.get(operation);
  if (known) return known;
  const shape = tellTool(operation);
  made.set(operation, shape);
  return shape;
}

function tellTool(operation: Operation): ToolShape {
  const { summary, description, method, shapes, scope, loosens, hints } = operation;
  const code = loosens ? " Needs a one-time code, which a person is mailed when it is first asked for." : "";
  const input = z.strictObject({ ...argumentsOf(operation), ...(method === "GET" ? {} : writing(operation)) });
  return {
    title: summary,
    description: `${summary}.${description ? ` ${description}` : ""} Needs the scope ${scope}.${code}`,
    inputSchema: fixed(z.toJSONSchema(input, { io: "input", unrepresentable: "any" })),
    ...(shapes.answer ? { outputSchema: fixed(apartSchema(shapes.answer)) } : {}),
    annotations: {
      readOnlyHint: method === "GET",
      destructiveHint: hints?.destructive ?? method === "DELETE",
      idempotentHint: hints?.idempotent ?? method !== "POST",
      openWorldHint: hints?.reachesOut ?? false,
    },
  };
}

/**
 * A schema whose JSON form is made already. What is asked is looked at where the REST API does it too, so that both refuse
 * alike; what is answered is as it was described, which the contract test proves.
 */
function fixed(json: Record<string, unknown>): StandardSchemaWithJSON {
  const jsonSchema = { input: () => json, output: () => json };
  return { "~standard": { version: 1, vendor: "comeback", validate: (value) => ({ value }), jsonSchema } };
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
