import { run } from "./bootstrap/run.mjs";

run("bin/generate.ts");
