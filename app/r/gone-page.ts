import { createHash } from "node:crypto";
import { preferenceLabels } from "#components/preferences/labels.ts";
import { directionOf, languageOf } from "#domain/language.ts";

const look = `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:15px/1.5 system-ui,sans-serif;background:light-dark(#fbfbf6,#101312);color:light-dark(#1b211f,#ecefea)}
main{margin:16px;max-width:24rem;padding:24px;border:1px solid light-dark(#dddcd6,#343a37);border-radius:12px;background:light-dark(#fff,#171b19)}
h1{margin:0 0 8px;font-size:19px}
p{margin:0;color:light-dark(#4b5450,#b3bab5)}`;
const lookHash = createHash("sha256").update(look).digest("base64");

/** What a shopper reads where a link leads nowhere, in their browser's language: all that a cut-off link says of them. */
export function gonePage(request: Request): Response {
  const language = languageOf(request.headers.get("accept-language")?.split(/[,;]/)[0] ?? null);
  const { gone, goneHow } = preferenceLabels[language];
  const page = `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${gone}</title><style>${look}</style></head><body><main><h1>${gone}</h1><p>${goneHow}</p></main></body></html>`;
  return new Response(page, {
    status: 404,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src 'sha256-${lookHash}'; frame-ancestors 'none'`,
      "cache-control": "no-store",
    },
  });
}
