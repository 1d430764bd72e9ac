import { tenantRoute } from "#auth/tenant-route.ts";
import { AppError } from "#domain/app-error.ts";
import { tryWriter } from "#inngest/try-writer.ts";

/** Has one draft written for an example cart by the settings that are kept. Nothing is sent. */
export const POST = tenantRoute({ role: "admin" }, async ({ actor, now }) => {
  if (actor.kind !== "member") throw new AppError("forbidden", "A try is a member's");
  const { tenantId, id: memberId } = actor;
  // Begun only when the answer is read: a model may take longer than a transaction may stand idle.
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const made = await tryWriter(tenantId, memberId, now);
        controller.enqueue(new TextEncoder().encode(JSON.stringify(made)));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { "content-type": "application/json", "cache-control": "no-store" } });
});
