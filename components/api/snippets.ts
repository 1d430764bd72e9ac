import type { ReferenceEntry, SnippetLanguage } from "./reference.ts";

type Call = Pick<ReferenceEntry, "method" | "example">;

/** The same call in three languages, ready to be pasted. */
export const snippets: Record<SnippetLanguage, { label: string; of: (call: Call) => string }> = {
  curl: { label: "curl", of: curlOf },
  typescript: { label: "TypeScript", of: typescriptOf },
  python: { label: "Python", of: pythonOf },
};

function curlOf({ method, example: { url, body } }: Call): string {
  const lines = [`curl ${method === "GET" ? "" : `-X ${method} `}'${url}'`, `-H "Authorization: Bearer $COMEBACK_KEY"`];
  if (body !== undefined)
    lines.push("-H 'Content-Type: application/json'", `-d '${json(body).replaceAll("'", "'\\''")}'`);
  return lines.join(" \\\n  ");
}

function typescriptOf({ method, example: { url, body } }: Call): string {
  const bearer = `authorization: \`Bearer \${process.env.COMEBACK_KEY}\``;
  const options = [
    ...(method === "GET" ? [] : [`  method: "${method}",`]),
    body === undefined ? `  headers: { ${bearer} },` : `  headers: { ${bearer}, "content-type": "application/json" },`,
    ...(body === undefined ? [] : [`  body: JSON.stringify(${indented(json(body), 2)}),`]),
  ];
  return `const response = await fetch("${url}", {\n${options.join("\n")}\n});\nconst answer = await response.json();`;
}

function pythonOf({ method, example: { url, body } }: Call): string {
  const given = body === undefined ? "" : `\n    json=${indented(pythonValue(body), 4)},`;
  return [
    "import os, requests",
    "",
    `response = requests.${method.toLowerCase()}(`,
    `    "${url}",`,
    `    headers={"Authorization": f"Bearer {os.environ['COMEBACK_KEY']}"},${given}`,
    ")",
    "answer = response.json()",
  ].join("\n");
}

const json = (value: unknown) => JSON.stringify(value, null, 2);

const indented = (text: string, by: number) => text.replaceAll("\n", `\n${" ".repeat(by)}`);

/** JSON is Python but for its three names, which stand outside of quotes. */
function pythonValue(value: unknown): string {
  return json(value).replace(/"(?:[^"\\]|\\.)*"|\b(?:true|false|null)\b/g, (part) => pythonNames.get(part) ?? part);
}

const pythonNames = new Map([
  ["true", "True"],
  ["false", "False"],
  ["null", "None"],
]);
