import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { currentMember } from "#auth/session.ts";
import { acrossTenantsFindStorefront } from "#db/across-tenants-doors.ts";
import { shop } from "#db/seed/cast.ts";
import { env } from "#env";
import { ShopFrame } from "./shop-frame.tsx";
import { shopView } from "./shop-view.ts";
import { readVisitor, visitorCookie } from "./visitor.ts";

export const metadata = { title: { absolute: "Nordlicht, good things for long evenings" } };
export const dynamic = "force-dynamic";

/** The demo's shop front; in production, and where no demo was seeded, there is none. */
export default async function ShopLayout({ children }: { children: ReactNode }) {
  if (env().APP_MODE === "production" || !(await acrossTenantsFindStorefront())) notFound();
  const visitor = readVisitor((await cookies()).get(visitorCookie)?.value);
  const view = visitor && (await shopView(visitor, (await currentMember()) !== null));
  return (
    <ShopFrame initial={view} name={shop.name} tagline={shop.tagline} postalAddress={shop.postalAddress}>
      {children}
    </ShopFrame>
  );
}
