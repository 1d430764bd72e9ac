import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** How the stub answers: with words, any text, a refusal, a tool call, a status, byte by byte, or never. */
export type StubAnswer =
  | { kind: "words"; words: unknown; cachedTokens?: number }
  | { kind: "refusal"; text: string }
  | { kind: "toolCall"; name: string }
  | { kind: "trickle" }
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
  if (answer.kind === "trickle") {
    trickle(response);
    return;
  }
  const head = { "content-type": "application/json", ...(answer.kind === "status" ? answer.headers : {}) };
  response.writeHead(answer.kind === "status" ? answer.status : 200, head);
  response.end(JSON.stringify(answer.kind === "status" ? stubFault : completion(answer)));
}

const stubFault = { error: { message: "the stub was told to fail", type: "stub", code: null } };

/** An answer that has begun and does not end. */
function trickle(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.write("{");
  const drops = setInterval(() => response.write(" "), 20);
  response.once("close", () => clearInterval(drops));
}

function completion(answer: Exclude<StubAnswer, { kind: "silent" | "trickle" | "status" }>) {
  const cached_tokens = answer.kind === "words" ? (answer.cachedTokens ?? 0) : 0;
  const usage = { prompt_tokens: 321, completion_tokens: 87, total_tokens: 408 };
  return {
    ...{ id: "stub", object: "chat.completion", created: 0, model: "stub" },
    choices: [{ index: 0, ...choice(answer) }],
    usage: { ...usage, prompt_tokens_details: { cached_tokens } },
  };
}

function choice(answer: Exclude<StubAnswer, { kind: "silent" | "trickle" | "status" }>) {
  const said = (message: object, finish_reason = "stop") => ({
    message: { role: "assistant", content: null, ...message },
    finish_reason,
  });
  if (answer.kind === "words") return said({ content: JSON.stringify(answer.words) });
  if (answer.kind === "text") return said({ content: answer.text }, answer.finishReason);
  if (answer.kind === "refusal") return said({ refusal: answer.text });
  const call = { id: "call", type: "function", function: { name: answer.name, arguments: "{}" } };
  return said({ tool_calls: [call] }, "tool_calls");
}
