"use client";

import { useState } from "react";
import { openSession } from "#app/session-requests.ts";
import { Door } from "#components/member/door.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** A press, not the visit, uses the link up: programs that look at the links in mail visit them too. */
export function RedeemLink() {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const redeem = async () => {
    setBusy(true);
    const outcome = await openSession("link", { token: window.location.hash.slice(1) });
    if (outcome.ok) return window.location.assign("/settings/profile?welcome=1");
    setBusy(false);
    setFailed(true);
  };
  if (failed)
    return (
      <Door title="This link no longer works">
        <Notice tone="bad" role="alert">
          This link was used already, or is too old. <TextLink href="/sign-in">Have a new one sent</TextLink>
        </Notice>
      </Door>
    );
  return (
    <Door title="Welcome" description="One press, and you are in.">
      <Button variant="primary" size="lg" className="w-full" busy={busy} onClick={() => void redeem()}>
        Sign in
      </Button>
    </Door>
  );
}
