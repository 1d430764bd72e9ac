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

/** A body as JSON; `{}` where there is none. */
export async function readJson(request: Request, limit = bodyLimit): Promise<unknown> {
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > limit) throw tooLarge(limit);
  const text = await request.text();
  if (text.length > limit) throw tooLarge(limit);
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid", "The body is not JSON");
  }
}

const tooLarge = (limit: number) =>
  new AppError("invalid", `The body is larger than ${Math.round(limit / 1_048_576)} MiB`);

/** Throws the first complaint as `invalid` with the path of its field ("steps.0.delayMinutes"). */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { message, path } = complaintOf(result.error.issues);
  throw new AppError("invalid", message, path.join(".") || null);
}

type Complaint = { message: string; path: PropertyKey[] };

/** What is said of the first thing that is wrong; of several forms that a field may have, by the one that was meant. */
function complaintOf([issue]: z.core.$ZodIssue[]): Complaint {
  if (!issue) return { message: "This is not valid", path: [] };
  const { message, path } = issue;
  if (issue.code === "unrecognized_keys") return { message, path: [...path, ...issue.keys.slice(0, 1)] };
  if (issue.code !== "invalid_union") return { message, path };
  const meant = issue.errors.find(([first]) => first && !(first.code === "invalid_type" && first.path.length === 0));
  if (!meant) return { message, path };
  const within = complaintOf(meant);
  return { message: within.message, path: [...path, ...within.path] };
}
