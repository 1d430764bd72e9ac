import type { z } from "zod";
import { AppError } from "#domain/app-error.ts";

const bodyLimit = 1024 * 1024;

/** A path that does not fit its shape names nothing that exists. */
export function parseParams<T>(schema: z.ZodType<T> | undefined, params: unknown): T {
  if (!schema) return params as T;
  const result = schema.safeParse(params);
  if (!result.success) throw new AppError("not_found", "There is nothing here");
  return result.data;
}

export function parseQuery<T>(schema: z.ZodType<T> | undefined, url: string): T {
  const query = Object.fromEntries(new URL(url).searchParams);
  return schema ? parse(schema, query) : (query as T);
}

export async function parseBody<T>(schema: z.ZodType<T> | undefined, request: Request): Promise<T> {
  if (!schema) return undefined as T;
  return parse(schema, await readJson(request));
}

async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) throw tooLarge();
  const text = await request.text();
  if (text.length > bodyLimit) throw tooLarge();
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid", "The body is not JSON");
  }
}

const tooLarge = () => new AppError("invalid", "The body is larger than 1 MiB");

/** Throws the first complaint as `invalid` with the path of its field ("steps.0.delayMinutes"). */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const field = [...(issue?.path ?? []), ...(unknown ? [unknown] : [])].join(".");
  throw new AppError("invalid", issue?.message ?? "This is not valid", field || null);
}
