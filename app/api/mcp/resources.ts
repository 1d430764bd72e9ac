import type { McpServer } from "@modelcontextprotocol/server";
import { type Actor, refuseActor } from "#auth/actor.ts";
import { inTransaction } from "#auth/in-transaction.ts";
import type { Scope } from "#db/scope.ts";
import { listSequences } from "#db/sequence-views.ts";
import { getBrand } from "#db/tenants.ts";
import { everyTemplate } from "../v1/templates/operations.ts";

type Reading = (scope: Scope) => Promise<unknown>;

const resources: { name: string; title: string; description: string; read: Reading }[] = [
  { name: "brand", title: "Brand", description: "Name, voice and policies of the shop", read: readBrand },
  { name: "sequences", title: "Sequences", description: "The sequences and what they have done", read: listSequences },
  { name: "templates", title: "Templates", description: "The templates by name and id", read: readTemplates },
];

/** What a model may want at hand before it writes. */
export function addResources(server: McpServer, actor: Actor): void {
  for (const { name, title, description, read } of resources)
    server.registerResource(
      name,
      `comeback://${name}`,
      { title, description, mimeType: "application/json" },
      async (uri) => {
        refuseActor(actor, { scope: "read" });
        const value = await inTransaction(actor, ({ scope }) => read(scope));
        return { contents: [{ uri: uri.href, mimeType: "application/json", text: JSON.stringify(value) }] };
      },
    );
}

async function readBrand(scope: Scope) {
  const { name, tone, useWords, avoidWords, examples, returnsPolicy, shippingPolicy } = await getBrand(scope);
  return { name, tone, useWords, avoidWords, examples, returnsPolicy, shippingPolicy };
}

async function readTemplates(scope: Scope) {
  return (await everyTemplate(scope)).map(({ id, name, builtIn, languages }) => ({ id, name, builtIn, languages }));
}
