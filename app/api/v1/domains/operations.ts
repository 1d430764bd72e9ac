import { z } from "zod";
import { inTransaction } from "#auth/in-transaction.ts";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { getUsedDomain, listDomains as list, saveSelectors } from "#db/sender-domains.ts";
import {
  type DomainRow,
  domainParts,
  domainProblems,
  domainStandings,
  isSelector,
  partStates,
} from "#domain/sender-domain.ts";
import { checkDomain as check } from "#inngest/check-domain.ts";
import { instant } from "../shapes.ts";

const tag = "Domains";

const record = z.strictObject({
  ...{ type: z.enum(["TXT", "MX", "CNAME"]), name: z.string() },
  value: z.string().nullable().meta({ description: "Null where only your mailer knows it" }),
});

const part = z.strictObject({
  part: z.enum(domainParts),
  state: z.enum(partStates).meta({
    description:
      "`weak` works and could be better; `broken` is there and does not work; `not_known` could not be asked",
  }),
  found: z.array(record),
  problems: z.array(z.strictObject({ kind: z.enum(domainProblems), about: z.string().nullable() })),
  wants: z.array(record).meta({ description: "What to put into DNS" }),
});

const domain = z
  .strictObject({
    domain: z.string(),
    ...{ sends: z.boolean(), receives: z.boolean() },
    selectors: z.array(z.string()).meta({ description: "Names under which your mailer's DKIM keys are looked up" }),
    standing: z.enum(domainStandings).meta({
      description:
        "`fine` has what Gmail and Yahoo ask of senders: an aligned DKIM key or SPF record, and DMARC. Mail from one that is `lacking` will likely be refused there",
    }),
    lapsedSince: instant.nullable().meta({ description: "Since when it is lacking, where it was fine before" }),
    checkedAt: instant.nullable(),
    parts: z.array(part),
  })
  .meta({ id: "Domain", description: "A domain that mail is sent from or received at" });

const told = (row: DomainRow): z.infer<typeof domain> => row;

export const listDomains = operation({
  id: "list_domains",
  method: "GET",
  path: "/domains",
  tag,
  summary: "List the domains in use, with what DNS says of them",
  description: "As the last check found them: one a day, and one whenever it is asked for.",
  scope: "read",
  answer: z.strictObject({ data: z.array(domain) }),
  run: async ({ scope }) => ({ data: (await list(scope)).map(told) }),
});

const selector = z
  .string()
  .trim()
  .transform((text) => text.toLowerCase())
  .refine(isSelector, "This is no name of a DKIM key");

export const checkDomain = operation({
  id: "check_domain",
  method: "POST",
  path: "/domains/{domain}/checks",
  tag,
  summary: "Look up a domain's SPF, DKIM, DMARC and MX now",
  description: "With `selectors` the names of your mailer's DKIM keys are kept first, and looked up from then on.",
  scope: "admin",
  params: z.strictObject({
    domain: z.string().min(1).max(253).meta({ description: "A domain that mail is sent from" }),
  }),
  body: z.strictObject({ selectors: z.array(selector).max(10).optional() }),
  answer: domain,
  example: { params: { domain: "nordhem.example" }, body: { selectors: ["resend"] } },
  run: async ({ scope, actor, params, body, now }) => {
    const used = await getUsedDomain(scope, params.domain.toLowerCase());
    const { selectors } = body;
    if (selectors) {
      await saveSelectors(scope, used.domain, [...new Set(selectors)], now);
      const change = { domain: used.domain, selectors };
      await recordAudit(scope, { actor, action: "domain.changed", change, now });
    }
    const { tenantId } = scope;
    return async () => {
      await check(tenantId, used.domain, now);
      const found = (await inTransaction(actor, ({ scope: after }) => list(after))).find(
        (one) => one.domain === used.domain,
      );
      if (!found) throw new Error("a domain that was checked is not in use any more");
      return told(found);
    };
  },
});
