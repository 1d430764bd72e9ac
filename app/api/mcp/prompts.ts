import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";

/** Ways of working that a person may pick in their client. */
export function addPrompts(server: McpServer): void {
  server.registerPrompt(
    "write_recovery_mail",
    {
      title: "Write a recovery mail",
      description: "Words for one abandoned cart, in the brand's voice, with nothing but facts",
      argsSchema: z.object({ cart_id: z.string() }),
    },
    ({ cart_id }) =>
      told(
        `Read the cart ${cart_id} with get_cart and the brand with the resource comeback://brand. Write a short recovery mail`,
        "in the cart's language: one calm reason to come back, no pressure. Name only what the cart holds. Prices, totals,",
        "codes and deadlines are rendered from rows: leave them to the template. Do not send it: show it first.",
      ),
  );
  server.registerPrompt(
    "review_the_queue",
    { title: "Review the queue", description: "Go through what waits for a person, and propose a verdict for each" },
    () =>
      told(
        "List what waits with list_pending and read each with get_draft. Say of each in one line whether its words claim only",
        "what the facts hold and fit the brand, and propose approved or rejected with a reason. Decide only what I confirm.",
      ),
  );
}

function told(...lines: string[]) {
  return { messages: [{ role: "user" as const, content: { type: "text" as const, text: lines.join(" ") } }] };
}
