import type { Metadata } from "next";
import { RedeemLink } from "./redeem-link.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default function LinkPage() {
  return <RedeemLink />;
}
