import { attemptCounter } from "#auth/attempts.ts";
import { tenantRoute } from "#auth/tenant-route.ts";
import { env } from "#env";
import { askLinks } from "#integrations/ask-links.ts";
import { askedLinks } from "../shapes.ts";

const asked = attemptCounter({ tries: 20, minutes: 10 });

/** Asks for a message's links and pictures, once each, and says what came back. */
export const POST = tenantRoute({ role: "marketer", body: askedLinks }, async ({ actor, body, now }) => {
  asked.count(actor.id, now.getTime());
  const rules = { allowPrivate: env().ALLOW_PRIVATE_ADDRESSES };
  // Begun only when the answer is read: other people's servers may take longer than a transaction may stand idle.
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const links = await askLinks(body.links, rules);
        controller.enqueue(new TextEncoder().encode(JSON.stringify({ links })));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(stream, { headers: { "content-type": "application/json", "cache-control": "no-store" } });
});
