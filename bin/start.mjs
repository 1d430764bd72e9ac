import { run } from "./bootstrap/run.mjs";

run("bin/start.ts");
