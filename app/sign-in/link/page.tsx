import type { Metadata } from "next";
import { Door } from "#components/member/door.tsx";
import { RedeemLink } from "./redeem-link.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default function LinkPage() {
  return (
    <Door title="Welcome" description="One press, and you are in.">
      <RedeemLink />
    </Door>
  );
}
