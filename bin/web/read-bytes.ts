import type { IncomingMessage } from "node:http";

export type Refusal = "too_large" | "too_slow" | "broken_off";

/** A request's raw bytes, read into memory up to `most` and for so long only; the rest of a larger one flows by unread. */
export function readBytes(
  incoming: IncomingMessage,
  { most, patienceMs }: { most: number; patienceMs: number },
): Promise<Buffer | Refusal> {
  if (Number(incoming.headers["content-length"] ?? 0) > most) {
    discard(incoming);
    return Promise.resolve("too_large");
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > most) end("too_large");
      else chunks.push(chunk);
    };
    const complete = () => end(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    const breakOff = () => end("broken_off");
    const end = (result: Buffer | Refusal) => {
      clearTimeout(timer);
      incoming.off("data", take).off("end", complete).off("close", breakOff);
      if (result === "too_large") discard(incoming);
      resolve(result);
    };
    const timer = setTimeout(() => end("too_slow"), patienceMs);
    // The listener of errors stays: a sender that breaks off later must not end this process.
    incoming.on("data", take).on("end", complete).on("close", breakOff).on("error", breakOff);
  });
}

const discardMs = 2_000;

/** A sender reads the answer only after it has sent all, so it is let send, for a moment and without keeping a byte. */
function discard(incoming: IncomingMessage): void {
  const timer = setTimeout(() => incoming.destroy(), discardMs);
  incoming.once("close", () => clearTimeout(timer)).resume();
}
