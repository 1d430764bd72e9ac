"use client";

import { usePathname } from "next/navigation";
import { SettingsNav } from "#components/shell/settings-nav.tsx";

const places = [
  { href: "/settings/general", label: "General", admin: false },
  { href: "/settings/shops", label: "Shops", admin: false },
  { href: "/settings/webhooks", label: "Webhooks", admin: false },
  { href: "/settings/mailboxes", label: "Mailboxes", admin: false },
  { href: "/settings/domains", label: "Domains", admin: false },
  { href: "/settings/policy", label: "Oversight and sending", admin: false },
  { href: "/settings/timing", label: "Timing and pressure", admin: false },
  { href: "/settings/writer", label: "Writer", admin: false },
  { href: "/settings/incentives", label: "Incentives", admin: false },
  { href: "/settings/brand", label: "Brand", admin: false },
  { href: "/settings/notices", label: "Notices", admin: false },
  { href: "/settings/members", label: "Members", admin: false },
  { href: "/settings/keys", label: "API keys", admin: true },
  { href: "/settings/webhooks-out", label: "Webhooks out", admin: true },
  { href: "/settings/runs", label: "Runs", admin: true },
  { href: "/settings/privacy", label: "Privacy requests", admin: true },
  { href: "/settings/activity", label: "Activity", admin: true },
  { href: "/settings/profile", label: "You", admin: false },
];

export function Places({ admin }: { admin: boolean }) {
  return <SettingsNav path={usePathname()} places={places.filter((place) => admin || !place.admin)} />;
}
