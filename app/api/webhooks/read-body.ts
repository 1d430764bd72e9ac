import { errorAnswer } from "./answers.ts";

export type Unread = "too_large" | "broken_off";

/** Reads a request's raw bytes; says so when there are more than `limit`, as early as the stream tells, or not all came. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array | Unread> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return "too_large";
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > limit) return "too_large";
      chunks.push(chunk);
    }
  } catch {
    return "broken_off";
  }
  return Buffer.concat(chunks);
}

/** What is answered where no body could be read. */
export function unreadAnswer(unread: Unread, limit: number): Response {
  if (unread === "too_large") return errorAnswer(413, "too_large", `At most ${limit} bytes may be sent here.`);
  return errorAnswer(400, "broken_off", "The request ended before its body did.");
}
