import type { Scope } from "#db/scope.ts";
import { listShops } from "#db/shops.ts";
import type { Brand } from "#db/tenants.ts";
import { checkMail } from "#domain/mail-checks/check-mail.ts";
import { hostOf } from "#domain/mail-checks/links.ts";
import { readPage } from "#domain/mail-checks/page.ts";
import { supportGaps } from "#domain/mail-checks/support.ts";
import { env } from "#env";
import { clientSupport } from "#integrations/client-support.ts";

type Asked = { mail: { html: string; text: string; subject: string; preheader: string }; brand: Brand };

/** What all rules say of a message, and what of it mail programs do not follow. */
export async function checksOf(scope: Scope, { mail, brand }: Asked) {
  const shops = await listShops(scope);
  const known = [env().APP_URL, ...shops.map(({ url }) => url), ...brand.socialLinks.map(({ url }) => url)];
  const hosts = known.map(hostOf).filter((host) => host !== null);
  const { html, text, subject, preheader } = mail;
  const report = checkMail({ html, text, subject, preheader, hosts, postalAddress: brand.postalAddress });
  const gaps = supportGaps(readPage(html), clientSupport.features);
  return { ...report, programs: { gaps, updatedAt: clientSupport.updatedAt } };
}
