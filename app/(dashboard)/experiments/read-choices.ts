import type { SetupChoices } from "#components/experiment/setup/choices.ts";
import { listTriableSequences } from "#db/experiment-views.ts";
import { availableIncentives } from "#db/incentives.ts";
import { listHoldoutShares } from "#db/policy-views.ts";
import type { Scope } from "#db/scope.ts";
import { publishedTemplates } from "#db/templates.ts";
import { getTenant } from "#db/tenants.ts";
import { languageOf } from "#domain/language.ts";

/** What a setup may choose from, as the tenant has it now. */
export async function readChoices(scope: Scope): Promise<SetupChoices> {
  const { incentives } = await availableIncentives(scope);
  const tenant = await getTenant(scope);
  return {
    sequences: await listTriableSequences(scope),
    templates: (await publishedTemplates(scope)).map(({ id, name }) => ({ id, name })),
    incentives: incentives.map(({ id, name }) => ({ id, name })),
    heldBack: await listHoldoutShares(scope),
    language: languageOf(tenant.language),
    currency: tenant.currency,
    zone: tenant.timeZone,
  };
}
