import { run } from "./bootstrap/run.mjs";

run("bin/test.ts");
