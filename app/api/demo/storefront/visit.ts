import { newVisitor } from "#app/shop/new-visitor.ts";
import { shopView } from "#app/shop/shop-view.ts";
import { remembering, type Visitor, visitorOf } from "#app/shop/visitor.ts";
import { currentMember } from "#auth/session.ts";
import { acrossTenantsFindStorefront } from "#db/across-tenants-doors.ts";
import { withScope } from "#db/scope.ts";
import type { ShopDoor } from "#db/shop-door.ts";
import { AppError } from "#domain/app-error.ts";
import { refuseOutsideDemo } from "../only-in-demo.ts";

/** The demo's shop, or `not_found` where there is none. */
export async function openShop(): Promise<ShopDoor> {
  refuseOutsideDemo();
  const door = await acrossTenantsFindStorefront();
  if (!door) throw new AppError("not_found", "There is no demo shop in this installation");
  return door;
}

/** Who asks; a browser that was never here becomes somebody new. */
export async function visitorFrom(request: Request, door: ShopDoor, now: Date): Promise<Visitor> {
  return visitorOf(request) ?? (await withScope(door.tenantId, (scope) => newVisitor(scope, now)));
}

/** The shop as this visitor sees it. */
export async function shown(visitor: Visitor): Promise<Response> {
  const view = await shopView(visitor, (await currentMember()) !== null);
  return Response.json(view, { headers: { "cache-control": "no-store" } });
}

/** The same after a change that the browser has to remember. */
export async function changed(visitor: Visitor): Promise<Response> {
  return remembering(await shown(visitor), visitor);
}
