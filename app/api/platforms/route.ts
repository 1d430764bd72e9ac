import { tenantRoute } from "#auth/tenant-route.ts";
import { platformNames } from "#domain/shop-event.ts";
import { platforms } from "#integrations/platforms.ts";

/** What can be connected, and how: the steps in the shop, what is to be entered here, whose secret signs. */
export const GET = tenantRoute({ scope: "read" }, async () => ({
  data: platformNames.map((name) => {
    const { setup, credentialFields, registerHooks, reconcile } = platforms[name];
    const { signing = { by: "us" }, ...told } = setup;
    return {
      name,
      ...told,
      signing,
      credentialFields,
      registersHooks: registerHooks !== undefined,
      reconciles: reconcile !== undefined,
    };
  }),
}));
