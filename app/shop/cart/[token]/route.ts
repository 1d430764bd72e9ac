import { redirect } from "next/navigation";
import { acrossTenantsFindStorefront } from "#db/across-tenants-doors.ts";
import { findCarts } from "#db/api-cart-views.ts";
import { readCart } from "#db/cart-views.ts";
import { currentTime } from "#db/clock.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { decodeCart } from "#db/seed/storefront-cart.ts";
import { env } from "#env";
import { newVisitor } from "../../new-visitor.ts";
import { incentiveOf } from "../../shop-view.ts";
import { remembering, type Visitor, visitorOf } from "../../visitor.ts";

/** The link of a recovery message: puts the basket back, with the code that the message promised. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const cart = decodeCart((await params).token);
  const door = env().APP_MODE === "production" ? null : await acrossTenantsFindStorefront();
  if (!cart || !door) return redirect("/shop");
  const query = new URL(request.url).searchParams;
  const code = query.get("discount") ?? query.get("code");
  const now = await currentTime();
  const visitor = await withScope(door.tenantId, async (scope): Promise<Visitor> => {
    const here = visitorOf(request);
    const back = here?.cartId === cart.id ? here : await whoLeft(scope, cart.id, now);
    const offered = code ? await incentiveOf(scope, code) : null;
    return { ...back, lines: cart.lines, code: offered?.code ?? back.code };
  });
  const response = new Response(null, {
    status: 303,
    headers: { location: "/shop/cart", "cache-control": "no-store" },
  });
  return remembering(response, visitor);
}

/** The shopper whose basket it was, as Comeback knows them; somebody new where it does not. */
async function whoLeft(scope: Scope, cartId: string, now: Date): Promise<Visitor> {
  const fresh = { ...(await newVisitor(scope, now)), cartId };
  const { data } = await findCarts(scope, { externalId: cartId, limit: 1 });
  const { contact } = data[0] ? await readCart(scope, data[0].id) : { contact: null };
  if (!contact) return fresh;
  const [firstName = "", ...lastNames] = (contact.name ?? "").split(" ");
  const { address: email, language, country, timeZone } = contact;
  const known = { language: language ?? "en", country: country ?? "DE", timeZone: timeZone ?? "Europe/Berlin" };
  return {
    ...fresh,
    known: true,
    shopper: { email, firstName: firstName || "You", lastName: lastNames.join(" "), ...known },
  };
}
