import { run } from "./bootstrap/run.mjs";

run("bin/audit-verify.ts");
