import { createMcpHandler } from "@modelcontextprotocol/server";
import { actorOf } from "#auth/actor.ts";
import { errorResponse } from "#auth/responses.ts";
import { currentTime } from "#db/clock.ts";
import { mostLetterBytes } from "../v1/letters/files.ts";
import { takeRequest } from "../v1/serve.ts";
import { serverFor } from "./server-for.ts";

/**
 * MCP over streamable HTTP: each request by itself, behind the same bearer keys, limits and operations as the REST API.
 * Nothing is kept between requests, so that any process may answer.
 */
export async function answerMcp(request: Request): Promise<Response> {
  const limits = new Headers();
  try {
    const actor = await actorOf(request, await currentTime());
    await takeRequest(actor, limits);
    const response = await createMcpHandler(() => serverFor(actor), { maxRequestBodySize: mostLetterBytes }).fetch(
      request,
    );
    for (const [name, value] of limits) response.headers.set(name, value);
    return response;
  } catch (error) {
    const response = errorResponse(error, request);
    for (const [name, value] of limits) response.headers.set(name, value);
    return response;
  }
}
