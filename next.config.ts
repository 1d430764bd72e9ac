import type { NextConfig } from "next";

const headers = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "x-frame-options", value: "DENY" },
  { key: "referrer-policy", value: "same-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=(), payment=(), browsing-topics=()" },
];

const config: NextConfig = {
  // The API's own address; `/api/v1` is the same.
  rewrites: async () => [
    { source: "/v1/:path*", destination: "/api/v1/:path*" },
    { source: "/.well-known/jwks.json", destination: "/api/identity/keys" },
  ],
  headers: async () => [{ source: "/:path*", headers }],
  poweredByHeader: false,
  // `npm run check` checks types, tests included; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["postgres", "pino", "nodemailer", "sharp", "fontkit"],
};

export default config;
