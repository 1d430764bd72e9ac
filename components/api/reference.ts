/** One thing that a program can do, as the reference shows it. */
export type ReferenceEntry = {
  id: string;
  method: string;
  path: string;
  aliases: string[];
  summary: string;
  description: string | null;
  scope: string;
  needsCode: boolean;
  status: number;
  asked: { place: "path" | "query" | "body"; fields: ReferenceField[] }[];
  answered: ReferenceField[];
  example: { url: string; body: unknown };
};

export type ReferenceField = { name: string; type: string; required: boolean; description: string | null };

export type ReferenceGroup = { tag: string; entries: ReferenceEntry[] };

export const languages = ["curl", "typescript", "python"] as const;
export type SnippetLanguage = (typeof languages)[number];
