import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { z } from "zod";
import type { Operation } from "#auth/operation.ts";
import type { Sample } from "../../v1/testing/sample.ts";
import { answerMcp } from "../answer-mcp.ts";

/** The official client, whose requests go straight to the door. */
export async function mcpClient(headers: Record<string, string>): Promise<Client> {
  const transport = new StreamableHTTPClientTransport(new URL("http://localhost:3000/api/mcp"), {
    requestInit: { headers },
    fetch: (url, options) => answerMcp(new Request(url, options)),
  });
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport);
  return client;
}

export type Told = Awaited<ReturnType<Client["callTool"]>>;

const blocks = z.array(z.object({ type: z.literal("text"), text: z.string() }));

/** The text blocks of an answer: what is vouched for, and other people's words. */
export const blocksOf = (told: Told): string[] => blocks.parse(told.content).map(({ text }) => text);

/** A request as a tool takes it: its parts side by side, and a body that is no plain object by its name. */
export function argumentsOf({ shapes }: Operation, { params, query, body }: Sample): Record<string, unknown> {
  const isPlain = shapes.body instanceof z.ZodObject;
  const said = isPlain ? z.record(z.string(), z.unknown()).parse(body ?? {}) : shapes.body ? { body } : {};
  return { ...params, ...query, ...said };
}
