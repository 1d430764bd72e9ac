import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** How the stub answers: with words, with any text, with a status, or not before a while has passed. */
export type StubAnswer =
  | { kind: "words"; words: unknown }
  | { kind: "text"; text: string; finishReason?: string }
  | { kind: "status"; status: number; headers?: Record<string, string> }
  | { kind: "silent" };

export type StubRequest = { path: string; authorization: string | null; body: Record<string, unknown>; prompt: string };

/**
 * A local server that speaks OpenAI's chat completions. `answer` is asked once per request, with how many came before,
 * so that a test can play a model that is good, bad, or obeys what a product title tells it. Close it when done.
 */
export async function startModelStub(answer: (request: StubRequest, before: number) => StubAnswer) {
  const requests: StubRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request = await read(incoming);
    requests.push(request);
    reply(response, answer(request, requests.length - 1));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { baseUrl: `http://127.0.0.1:${port}/v1`, requests, close };
}

async function read(incoming: IncomingMessage): Promise<StubRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}") as Record<string, unknown>;
  const messages = Array.isArray(body.messages) ? body.messages : [];
  const last = messages.at(-1)?.content;
  const prompt = typeof last === "string" ? last : JSON.stringify(last ?? "");
  return { path: incoming.url ?? "", authorization: incoming.headers.authorization ?? null, body, prompt };
}

function reply(response: ServerResponse, answer: StubAnswer): void {
  if (answer.kind === "silent") return;
  if (answer.kind === "status") {
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    response.end(JSON.stringify({ error: { message: "the stub was told to fail", type: "stub", code: null } }));
    return;
  }
  const content = answer.kind === "words" ? JSON.stringify(answer.words) : answer.text;
  const finishReason = answer.kind === "text" ? (answer.finishReason ?? "stop") : "stop";
  response.writeHead(200, { "content-type": "application/json" });
  response.end(
    JSON.stringify({
      id: "stub",
      object: "chat.completion",
      created: 0,
      model: "stub",
      choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: finishReason }],
      usage: { prompt_tokens: 321, completion_tokens: 87, total_tokens: 408 },
    }),
  );
}
