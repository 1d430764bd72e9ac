/** One source file as the rules see it. */
export type Source = { file: string; text: string };

export const LONGEST_FILE_LINES = 250;

const BANNED_FOLDERS = [
  "lib",
  "libs",
  "util",
  "utils",
  "helper",
  "helpers",
  "service",
  "services",
  "hooks",
  "types",
  "constants",
  "common",
  "misc",
  "shared",
];
const BANNED_PARTS = [
  "data",
  "info",
  "item",
  "items",
  "manager",
  "helper",
  "helpers",
  "util",
  "utils",
  "service",
  "services",
  "processor",
  "common",
  "misc",
  "handle",
];

// The words of others, which we did not choose: a line of a cart, the parts of HTML, React and HTTP.
const ALLOWED_NAMES = /lineItems?|menuItem|selectItem|toggleGroupItem|formData|metadata/gi;

/** Complaints about one file; an empty list is a good file. */
export function inspectHouse(source: Source): string[] {
  const { file } = source;
  return [
    ...namesOfPath(file),
    ...namesOfExports(source),
    ...lengthOf(source),
    ...leftovers(source),
    ...scopesOf(source),
  ].map((complaint) => `${file}: ${complaint}`);
}

function namesOfPath(file: string): string[] {
  const folders = file.split("/").slice(0, -1);
  const name = file.split("/").at(-1) ?? "";
  const bannedFolders = folders
    .filter((folder) => BANNED_FOLDERS.includes(folder))
    .map((folder) => `folder ${folder}/`);
  return [...bannedFolders, ...bannedParts(name.replace(/\.[^/]*$/, "")).map((part) => `file name with "${part}"`)];
}

function namesOfExports({ text }: Source): string[] {
  const exported = /^export (?:default )?(?:async )?(?:function\*?|const|let|class|type|interface) (\w+)/gm;
  const names = [...text.matchAll(exported)].map((match) => match[1] ?? "");
  return names.flatMap((name) => bannedParts(name).map((part) => `${name} has "${part}" in its name`));
}

function bannedParts(name: string): string[] {
  const words = name
    .replaceAll(ALLOWED_NAMES, "")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z]+/);
  return words.map((word) => word.toLowerCase()).filter((word) => BANNED_PARTS.includes(word));
}

function lengthOf({ file, text }: Source): string[] {
  if (/^components\/ui\/|\.fixture\.ts$/.test(file)) return [];
  const lines = text.trimEnd().split("\n").length;
  return lines > LONGEST_FILE_LINES ? [`${lines} lines, the wall is ${LONGEST_FILE_LINES}`] : [];
}

function leftovers({ text }: Source): string[] {
  return /\b(TODO|FIXME)\b/.test(text) ? ["unfinished work is marked in it"] : [];
}

/** Where it is known who asks and for which tenant: sessions and keys, stored rows, signed links, the demo's own shop. */
const DOORS = [
  /^(auth|inngest|bin|e2e)\//,
  /^app\/(r|u|shop)\//,
  /^app\/api\/(demo|sign-in-links)\//,
  /^app\/api\/system-mail\.ts$/,
  /^db\/(scope|first-owner)\.ts$/,
  /^db\/seed\//,
];
const TESTS = /\.test\.tsx?$|(^|\/)testing\//;
const JOBS = /^(inngest|bin|db\/seed)\//;

/** Pages take theirs from auth/page-scope.ts, endpoints from auth/tenant-route.ts. */
function scopesOf({ file, text }: Source): string[] {
  if (TESTS.test(file)) return [];
  const takes = (verb: string) => new RegExp(`import \\{[^}]*\\b${verb}\\b[^}]*\\} from "[^"]*scope\\.ts"`).test(text);
  const [forPages, forJobs] = [takes("withScope"), takes("withJobScope")];
  const complaints = [];
  if ((forPages || forJobs) && !DOORS.some((door) => door.test(file))) complaints.push("makes a scope, but is no door");
  // Jobs are planned for all tenants at once, and pages for each: neither takes the other's by oversight.
  if (forPages && file.startsWith("inngest/")) complaints.push("is a job, and takes withScope: jobs take withJobScope");
  if (forJobs && !JOBS.test(file)) complaints.push("is no job, and takes withJobScope");
  return complaints;
}
