import { run } from "./bootstrap/run.mjs";

run("bin/evals.ts");
