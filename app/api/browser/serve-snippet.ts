import { env } from "#env";
import { errorAnswer } from "../webhooks/answers.ts";
import { findPublicDoor } from "./public-door.ts";
import { snippetFor } from "./snippet.ts";

/** The script that a shop's pages load by its public key. Knows nothing of Next, so that any server can mount it. */
export async function serveSnippet(_: Request, publicKey: string): Promise<Response> {
  const shop = await findPublicDoor(publicKey);
  if (!shop) return errorAnswer(404, "not_found", "There is no such shop.");
  const headers = {
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "public, max-age=300",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  };
  return new Response(snippetFor({ appUrl: env().APP_URL, publicKey }), { headers });
}
