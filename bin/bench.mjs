import { run } from "./bootstrap/run.mjs";

run("bin/bench.ts");
